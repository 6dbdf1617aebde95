"""What the entries say about one sore site and side, in order, for the rules to read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from journal.model import Entry, Episode, Function, GateTest, Run, Side
from journal.recovery.flares import flare_days
from journal.recovery.scores import Score, day_highs, site_scores
from journal.settings import Settings

Dated = TypeVar("Dated", Score, Function)


@dataclass(frozen=True, kw_only=True)
class Leg:
    """The entries up to `today` that concern an episode, oldest first.

    `runs` and `tests` are those since the episode began. `other` is the day high of the same site on the other leg,
    empty when that one is sore in its own right.
    """

    episode: Episode
    today: date
    scores: Mapping[date, tuple[Score, ...]]
    other: Mapping[date, int]
    functions: Mapping[date, tuple[Function, ...]]
    runs: tuple[Run, ...]
    tests: tuple[GateTest, ...]
    flares: Mapping[date, tuple[str, ...]]

    def function_on(self, day: date, days: int) -> Function | None:
        """The last function entry on `day`, at most `days` days old; None when there is none."""
        return next((each for each in self.functions_on(day, days)), None)

    def functions_on(self, day: date, days: int) -> Iterator[Function]:
        """The function entries on `day`, at most `days` days old, newest first."""
        for back in range(days + 1):
            yield from reversed(self.functions.get(day - timedelta(days=back), ()))

    def baseline(self, before: datetime, day: date, settings: Settings) -> int:
        """The level before a run or test of `day` that began at `before`: never above that of a good day.

        The highest score earlier that day; without one, that of the last rated of the `baseline_days` before; else 0.
        """
        earlier = highest(score for score in self.scores.get(day, ()) if score.at < before and score.timed)
        days = (
            highest(self.scores.get(day - timedelta(days=back), ())) for back in range(1, settings.baseline_days + 1)
        )
        found = earlier if earlier is not None else next((high for high in days if high is not None), 0)
        return min(found, settings.good_day_highest)

    def morning(self, day: date) -> tuple[Score, ...]:
        """The scores given before noon; without any, the first of the day."""
        scores = self.scores.get(day, ())
        early = tuple(score for score in scores if score.at.date() == day and score.at.hour < 12)
        return early or tuple(score for score in scores if score.at == scores[0].at)

    def both_sides(self, day: date) -> bool:
        """True when the other leg aches as much that day: the ache of muscles on both sides."""
        high = highest(self.scores.get(day, ()))
        return high is not None and high <= self.other.get(day, -1)


def highest(scores: Iterable[Score]) -> int | None:
    """The highest of some scores, None when there is none."""
    return max((score.value for score in scores), default=None)


def read_leg(episode: Episode, entries: Sequence[Entry], settings: Settings, today: date) -> Leg:
    """Sort out what concerns `episode`; entries come in any order, those after `today` are left out."""
    known = sorted((each for each in entries if each.day <= today), key=lambda each: (each.at, each.id))
    other: Side = "right" if episode.side == "left" else "left"
    functions = [each for each in known if isinstance(each, Function) and each.side in (episode.side, None)]
    return Leg(
        episode=episode,
        today=today,
        scores=_by_day(site_scores(known, episode.site, episode.side)),
        other={} if _is_sore(known, episode, other) else day_highs(site_scores(known, episode.site, other)),
        functions=_by_day(sorted(functions, key=lambda each: (each.at, each.id, -each.percent))),
        runs=tuple(each for each in known if isinstance(each, Run) and each.at > episode.at),
        tests=tuple(each for each in known if isinstance(each, GateTest) and each.day >= episode.day),
        flares=flare_days(known, episode.site, episode.side, settings),
    )


def _by_day(dated: Iterable[Dated]) -> dict[date, tuple[Dated, ...]]:
    found: defaultdict[date, list[Dated]] = defaultdict(list)
    for each in dated:
        found[each.day].append(each)
    return {day: tuple(found[day]) for day in found}


def _is_sore(entries: Iterable[Entry], episode: Episode, side: Side) -> bool:
    return any(
        isinstance(each, Episode)
        and (each.site, each.side) == (episode.site, side)
        and (each.ended_on is None or each.ended_on > episode.day)
        for each in entries
    )
