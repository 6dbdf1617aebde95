"""Where everything stands on a day: the rules of every room, put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from journal.catalogue.shapes import PHASES, Catalogue, Phase
from journal.model import Comment, Entry, Function, Rating, Run, Strength
from journal.recovery.advice import spike_notice
from journal.recovery.episodes import episode_status, open_episodes
from journal.recovery.limits import Limit, limited_massage, limits_on, too_long
from journal.recovery.massage import massage_day
from journal.recovery.plan import cardio_options, strength_plan
from journal.recovery.safety import blocks, open_signs
from journal.recovery.shapes import Blocks, EpisodeStatus, MassageDay, OpenSign, Planned, RunAdvice, StrengthPlan
from journal.recovery.together import one_advice, strictest
from journal.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a day stands. `sentence` says it all; `function` is the day's last entry, None when not asked."""

    day: date
    sentence: str
    episodes: tuple[EpisodeStatus, ...]
    ratings: tuple[Rating, ...]
    function: Function | None
    signs: tuple[OpenSign, ...]
    blocks: Blocks
    phase: Phase
    run: RunAdvice | None = None
    """The way back to running of all open episodes together, None without one."""
    notices: tuple[str, ...] = ()
    """What is worth knowing of today's runs."""
    limits: tuple[Limit, ...] = ()
    """What approved comments hold back today."""
    waiting: int = 0
    """Comments that the runner has not approved or rejected yet."""

    @property
    def strictest(self) -> EpisodeStatus | None:
        """The open episode that rules the day."""
        return strictest(self.episodes)


@dataclass(frozen=True, kw_only=True)
class Status(Standing):
    """One day of the journal: how it stands, and what is to be done on it."""

    strength: StrengthPlan
    trained: frozenset[str]
    """The exercises done on the day."""
    cardio: tuple[Planned, ...]
    massage: MassageDay


def make_status(entries: Sequence[Entry], catalogue: Catalogue, settings: Settings, now: datetime, day: date) -> Status:
    """The status of `day` at `now`, from the entries up to then in any order."""
    known = _known(entries, day)
    standing = _stand(known, catalogue, settings, now, day)
    signs, blocked, phase = standing.signs, standing.blocks, standing.phase
    return Status(
        **vars(standing),
        strength=strength_plan(known, catalogue, settings, phase, blocked, day),
        trained=frozenset(entry.exercise for entry in known if isinstance(entry, Strength) and entry.day == day),
        cardio=cardio_options(known, catalogue, settings, phase, blocked, day),
        massage=limited_massage(
            massage_day(known, catalogue, settings, signs, now, standing.episodes), standing.limits
        ),
    )


def make_standing(
    entries: Sequence[Entry], catalogue: Catalogue, settings: Settings, now: datetime, day: date
) -> Standing:
    """The same without what is to be done, in less than half the time."""
    return _stand(_known(entries, day), catalogue, settings, now, day)


def _known(entries: Sequence[Entry], day: date) -> list[Entry]:
    return sorted((entry for entry in entries if entry.day <= day), key=attrgetter("at", "id"))


def _stand(known: Sequence[Entry], catalogue: Catalogue, settings: Settings, now: datetime, day: date) -> Standing:
    today = [entry for entry in known if entry.day == day]
    signs = open_signs(known, catalogue, settings, now)
    limits = limits_on(known, settings, day)
    episodes = tuple(episode_status(each, known, catalogue, settings, signs, day) for each in open_episodes(known, day))
    phases: list[Phase] = [each.phase for each in episodes]
    return Standing(
        day=day,
        sentence=_sentence(episodes, signs),
        episodes=episodes,
        ratings=tuple(entry for entry in today if isinstance(entry, Rating)),
        function=next((entry for entry in reversed(today) if isinstance(entry, Function)), None),
        signs=signs,
        blocks=blocks(signs),
        phase=min(phases, key=PHASES.index, default=PHASES[-1]),
        run=one_advice(episodes, catalogue, settings, day),
        notices=tuple(
            notice
            for run in today
            if isinstance(run, Run)
            for notice in (spike_notice(run, known, settings), too_long(run, limits))
            if notice is not None
        ),
        limits=limits,
        waiting=sum(isinstance(each, Comment) and each.state == "pending" for each in known),
    )


def _sentence(episodes: Sequence[EpisodeStatus], signs: Sequence[OpenSign]) -> str:
    ruler = strictest(episodes)
    if ruler is not None:
        return ruler.rest.sentence
    if signs:
        return f"A warning sign is open: {signs[0].short}"
    return "No sore spell is open"
