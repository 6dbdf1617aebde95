"""What the plan of a day may look at: all that was before it, and of the day itself only how the leg is.

Strength, runs and triggers of the day itself are left out, so that the plan stands still while it is being done.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cached_property

from journal.catalogue.shapes import PHASES, Catalogue, Exercise, Phase, Region
from journal.model import Entry, Episode, Massage, Rating, Run, Side, Strength, Trigger
from journal.recovery.flares import flare_days
from journal.recovery.limits import Limit, limits_on
from journal.recovery.plan.deload import WEEKS_FROM, lighter_week
from journal.recovery.plan.sessions import Session, sessions
from journal.recovery.scores import Score, day_highs, site_scores
from journal.recovery.shapes import Blocks
from journal.settings import Settings

NOON = time(12)
MORNING_FROM = time(4)

NO_LEGS = ("upper", "core")
"""Regions that are no leg work."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """The ground a plan stands on. `entries` are already without what the day's plan must not look at."""

    entries: tuple[Entry, ...]
    catalogue: Catalogue
    settings: Settings
    phase: Phase
    blocks: Blocks
    today: date

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """All strength before today, oldest first, of exercises that are (still) in the catalogue."""
        return tuple(each for each in sessions(self.entries) if each.exercise in self.catalogue.exercises)

    @cached_property
    def limits(self) -> tuple[Limit, ...]:
        """What approved comments hold back today."""
        return limits_on(self.entries, self.settings, self.today)

    @cached_property
    def by_exercise(self) -> Mapping[str, tuple[Session, ...]]:
        """The sessions of each exercise, oldest first."""
        found: dict[str, tuple[Session, ...]] = {}
        for each in self.sessions:
            found[each.exercise] = (*found.get(each.exercise, ()), each)
        return found

    @cached_property
    def last_heavy(self) -> Mapping[Region, Session]:
        """The latest heavy session of each region that had one."""
        found: dict[Region, Session] = {}
        for each in sorted(self.sessions, key=lambda session: session.ended):
            exercise = self.catalogue.exercises[each.exercise]
            if exercise.effort == "heavy":
                found |= dict.fromkeys(regions(exercise), each)
        return found

    @cached_property
    def last_noted(self) -> date | None:
        """The last day with heavy leg strength that was recorded as a trigger."""
        noted = (each for each in self.entries if isinstance(each, Trigger) and each.trigger == "heavy_leg_strength")
        return max((each.day for each in noted if each.amount != 0), default=None)

    @cached_property
    def open_episodes(self) -> tuple[Episode, ...]:
        """The episodes open today."""
        return tuple(
            each
            for each in self.entries
            if isinstance(each, Episode) and (each.ended_on is None or each.ended_on > self.today)
        )

    @cached_property
    def watched(self) -> tuple[tuple[str, Side], ...]:
        """The sites whose ratings steer the plan: those the runner rates, and those of open episodes."""
        tracked = {(each.site, each.side) for each in self.settings.tracked}
        return tuple(sorted(tracked | {(each.site, each.side) for each in self.open_episodes}))

    @cached_property
    def scores(self) -> Mapping[tuple[str, Side], tuple[Score, ...]]:
        """The scores of every site that has some, oldest first."""
        sites = {(each.site, each.side) for each in self.entries if isinstance(each, Rating | Massage)}
        return {(site, side): site_scores(self.entries, site, side) for site, side in sorted(sites)}

    @cached_property
    def mornings(self) -> Mapping[date, int]:
        """The morning rating of each rated day, the highest of the watched sites."""
        found: dict[date, int] = {}
        for place in self.watched:
            for day, value in mornings(self.scores.get(place, ())).items():
                found[day] = max(value, found.get(day, 0))
        return found

    @cached_property
    def pain(self) -> int | None:
        """How the watched sites are today: the morning rating, or a later one that is a flare-up at once."""
        later = [
            score.value
            for place in self.watched
            for score in self.scores.get(place, ())
            if score.day == self.today and score.value >= self.settings.flare_once
        ]
        return max((*later, *self._this_morning), default=None)

    @property
    def _this_morning(self) -> tuple[int, ...]:
        return (self.mornings[self.today],) if self.today in self.mornings else ()

    @property
    def legs_rest(self) -> bool:
        """True when no leg work is planned today: it is suspended, or the morning was too sore."""
        return self.blocks.leg_strength is not None or self.sore

    @property
    def sore(self) -> bool:
        """True when today's rating moves the day to upper body and core."""
        return self.pain is not None and self.pain >= self.settings.morning_pain_swap

    @cached_property
    def unrated(self) -> "Known":
        """The same without anything of today: what yesterday's plan of today would have known."""
        return replace(self, entries=tuple(each for each in self.entries if each.day < self.today))

    def felt(self, *sites: str) -> int | None:
        """The highest rating at these sites, on either leg, of this morning or else of yesterday; None when unrated."""
        values = []
        for place, scores in self.scores.items():
            if place[0] in sites:
                now = mornings(scores).get(self.today)
                values.append(now if now is not None else day_highs(scores).get(self.today - timedelta(days=1)))
        return max((value for value in values if value is not None), default=None)

    @cached_property
    def flared(self) -> bool:
        """True on the day of a flare-up at a watched site and on the days after it that have fewer sets."""
        first = self.today - timedelta(days=self.settings.deload_days_after_flare)
        lately = [
            each for each in self.entries if each.day >= first - timedelta(days=self.settings.flare_median_days + 1)
        ]
        return any(day >= first for site, side in self.watched for day in flare_days(lately, site, side, self.settings))

    @cached_property
    def lighter_because(self) -> str | None:
        """Why today's plan has fewer sets, in words; None when it has not."""
        if self.flared:
            return "fewer sets after the flare-up"
        began = max((each.day for each in self.entries if isinstance(each, Episode)), default=WEEKS_FROM)
        week = lighter_week(self.today, began, {each.day for each in self.sessions}, self.settings.deload_week)
        return None if week is None else f"fewer sets: week {week} is a lighter one"

    def in_phase(self, exercise: Exercise) -> bool:
        """True when the exercise is offered in today's phase: from its own on."""
        return PHASES.index(exercise.stage) <= PHASES.index(self.phase)

    def ago(self, day: date) -> int:
        """How many days before today `day` was."""
        return (self.today - day).days

    def remembers(self, day: date) -> bool:
        """True when an exercise done on `day` still says where to go on; after that it is new again."""
        return self.ago(day) <= self.settings.strength_memory_days


def know(
    entries: Iterable[Entry],
    catalogue: Catalogue,
    settings: Settings,
    phase: Phase,
    blocks: Blocks,
    today: date,
) -> Known:
    """The ground for the plan of `today`. Entries after it, and the day's own work, are left out."""
    before = (
        each
        for each in entries
        if each.day < today or (each.day == today and not isinstance(each, Strength | Run | Trigger))
    )
    return Known(
        entries=tuple(sorted(before, key=lambda each: (each.at, each.id))),
        catalogue=catalogue,
        settings=settings,
        phase=phase,
        blocks=blocks,
        today=today,
    )


def mornings(scores: Iterable[Score]) -> dict[date, int]:
    """The highest score up to noon of each day; of a day without one its first score."""
    early: dict[date, int] = {}
    first: dict[date, Score] = {}
    for score in scores:
        if MORNING_FROM <= score.at.time() <= NOON:
            early[score.day] = max(score.value, early.get(score.day, 0))
        first[score.day] = min(first.get(score.day, score), score, key=lambda each: (each.at, -each.value))
    return {day: early.get(day, score.value) for day, score in first.items()}


def is_leg_work(exercise: Exercise) -> bool:
    """True for what the legs do: all but upper body, core, and cardio that leaves them alone."""
    return exercise.legs if exercise.kind == "cardio" else exercise.region not in NO_LEGS


def regions(exercise: Exercise) -> tuple[Region, ...]:
    """All that an exercise loads, the main region first."""
    return (exercise.region, *exercise.also_regions)
