"""Short ways to write down how an episode went."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from journal.catalogue import Catalogue, load_catalogue
from journal.catalogue.shapes import Action
from journal.model import Entry, Episode, Function, GateTest, Rating, Run, Side
from journal.recovery.countdown import count_down
from journal.recovery.course import follow
from journal.recovery.episodes import episode_status
from journal.recovery.shapes import EpisodeStatus, OpenSign, Rest, RunAdvice
from journal.settings import Settings
from tests.support import MONDAY, function, moment, rating

SETTINGS = Settings()
CATALOGUE: Catalogue = load_catalogue()


def on(number: int) -> date:
    """Day `number` of the story; day 0 is the Monday on which the episode begins."""
    return MONDAY + timedelta(days=number)


def begun(rest_days: int = 3, side: Side = "left", number: int = 0, **more: Any) -> Episode:
    """An episode that begins on Monday morning."""
    fields: dict[str, Any] = {"id": f"episode-{side}", **more}
    return Episode(at=moment(on(number), "07:00"), site="upper_outer_calf", side=side, rest_days=rest_days, **fields)


def rated(number: int, score: int, wall: str = "07:30", side: Side = "left", **more: Any) -> Rating:
    """A rating on a day of the story."""
    fields: dict[str, Any] = {"id": f"rating-{number:03}-{wall}-{side}", **more}
    return rating(on(number), score, wall, side=side, **fields)


def percent(number: int, value: int, wall: str = "08:00", **more: Any) -> Function:
    """A percent-of-normal entry on a day of the story."""
    return function(on(number), value, wall, **{"id": f"function-{number:03}-{wall}", **more})


def ran(number: int, stage: int | None = 1, pain: int | None = 0, wall: str = "18:00", **more: Any) -> Run:
    """A run on a day of the story."""
    fields: dict[str, Any] = {"id": f"run-{number:03}", **more}
    return Run(at=moment(on(number), wall), stage=stage, pain_during=pain, **fields)


def gate_test(
    number: int, test: str, value: float, side: Side | None = None, wall: str = "10:00", **more: Any
) -> GateTest:
    """The result of a return-to-run test on a day of the story."""
    fields: dict[str, Any] = {"id": f"test-{number:03}-{test}-{side}", **more}
    return GateTest(at=moment(on(number), wall), test=test, side=side, value=value, **fields)


def passed(number: int) -> list[Entry]:
    """Every return-to-run test, passed on a day of the story (the morning after still has to be rated)."""
    return [
        gate_test(number, "walk_30", 0),
        gate_test(number, "stairs_down", 0),
        gate_test(number, "full_motion", 1),
        gate_test(number, "single_leg_calf_raise", 22, "left"),
        gate_test(number, "single_leg_calf_raise", 24, "right"),
        gate_test(number, "pogo_hops", 0),
        gate_test(number, "single_leg_hops", 1, "left"),
        gate_test(number, "single_leg_hops", 0, "right"),
        gate_test(number, "confidence", 8),
    ]


def well(first: int, last: int, score: int = 0) -> list[Entry]:
    """Days first..last, each rated `score` in the morning with function 100 %."""
    days = range(first, last + 1)
    return [entry for number in days for entry in (rated(number, score), percent(number, 100))]


def ready(side: Side = "left") -> list[Entry]:
    """From the onset with 4 of 10 on day 0 to the day 4 on which running may begin, with every test passed on day 3."""
    return [begun(side=side), rated(0, 4, side=side), percent(0, 85), *well(1, 4), *passed(3)]


def sign(number: int = 0, actions: tuple[Action, ...] = ("show_advice",)) -> OpenSign:
    """An open warning sign."""
    return OpenSign(
        id="rf_trend",
        level="soon",
        text="see someone",
        actions=actions,
        since=on(number),
        raised_by=("check-1",),
    )


def rest_on(number: int, entries: list[Entry], signs: Iterable[OpenSign] = (), settings: Settings = SETTINGS) -> Rest:
    """The countdown of the first episode among `entries`."""
    return count_down(follow(_episode(entries), entries, settings, on(number)), settings, tuple(signs))


def run_on(
    number: int, entries: list[Entry], signs: Iterable[OpenSign] = (), settings: Settings = SETTINGS
) -> RunAdvice:
    """What to run next, for the first episode among `entries`."""
    return status_on(number, entries, signs, settings).run


def phase_on(number: int, entries: list[Entry], signs: Iterable[OpenSign] = (), settings: Settings = SETTINGS) -> str:
    """The phase of the first episode among `entries`."""
    return status_on(number, entries, signs, settings).phase


def status_on(
    number: int, entries: list[Entry], signs: Iterable[OpenSign] = (), settings: Settings = SETTINGS
) -> EpisodeStatus:
    """The standing of the first episode among `entries`."""
    return episode_status(_episode(entries), entries, CATALOGUE, settings, tuple(signs), on(number))


def _episode(entries: list[Entry]) -> Episode:
    return next(each for each in entries if isinstance(each, Episode))
