"""How an episode went, day by day: the good days in a row, the ladder begun, the flare-ups on it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from journal.model import Entry, Episode
from journal.recovery.days import day_figures, verdicts
from journal.recovery.leg import Leg, highest, read_leg
from journal.recovery.shapes import DayFigures
from journal.recovery.soreness import Verdict
from journal.settings import Settings

RestartDay = date
"""The day of a flare-up on the ladder: back to protect, and the countdown begins again."""


@dataclass(frozen=True, kw_only=True)
class Course:
    """An episode up to a day. `good` are the good days in a row; `rest_from` is rest day 1 of the present rest.

    `judged` are all runs, `sessions` those of the ladder, with the day of each flare-up on it, in the order they came;
    `on_ladder` is true from the first run made when ready until a flare-up. `worse_on` is the last flare-up or onset.
    """

    leg: Leg
    days: tuple[DayFigures, ...]
    good: tuple[DayFigures, ...]
    rest_from: date
    on_ladder: bool
    worse_on: date
    judged: tuple[Verdict, ...]
    sessions: tuple[Verdict | RestartDay, ...]

    @property
    def off_until(self) -> date:
        """The last day without a run that the runs so far ask for."""
        return max((each.run.day + timedelta(days=each.days_off) for each in self.judged), default=date.min)

    @property
    def today(self) -> date:
        """The day it is followed up to."""
        return self.leg.today

    @property
    def relapsed(self) -> bool:
        """True when there was a flare-up on the ladder."""
        return any(isinstance(each, date) for each in self.sessions)


def planned_left(episode: Episode, day: date) -> int:
    """Days from `day` until the first one that is no longer planned as rest; 0 when that is past."""
    return max(0, episode.rest_days - (day - episode.day).days)


def follow(episode: Episode, entries: Sequence[Entry], settings: Settings, today: date) -> Course:
    """Follow an episode from its first day to `today`, from entries in any order."""
    leg = read_leg(episode, entries, settings, today)
    judged = verdicts(leg, settings)
    walk = _Walk(leg=leg, settings=settings, rest_from=episode.day, worse_on=episode.day)
    runs: defaultdict[date, list[Verdict]] = defaultdict(list)
    for verdict in judged:
        runs[verdict.run.day].append(verdict)
    days = day_figures(leg, judged, settings, episode.day, max(today, episode.day))
    for day in days:
        walk.pass_day(day, runs[day.day])
    return Course(
        leg=leg,
        days=days,
        good=tuple(walk.good),
        rest_from=walk.rest_day_one(),
        on_ladder=walk.on_ladder,
        worse_on=walk.worse_on,
        judged=judged,
        sessions=tuple(walk.sessions),
    )


@dataclass
class _Walk:
    leg: Leg
    settings: Settings
    rest_from: date
    worse_on: date
    good: list[DayFigures] = field(default_factory=list)
    missing: int = 0
    ready: bool = False
    on_ladder: bool = False
    sessions: list[Verdict | RestartDay] = field(default_factory=list)

    def pass_day(self, day: DayFigures, runs: Sequence[Verdict]) -> None:
        # A day that a run made bad may have been the one that completed the good days.
        was_ready = self.ready or self._is_ready(day.day, len(self.good) + self._good_morning(day.day))
        self._count(day)
        self.ready = self._is_ready(day.day, len(self.good))
        begins = any(each.run.stage != 0 for each in runs) and (was_ready or self.ready)
        self.on_ladder = self.on_ladder or begins
        if self.on_ladder:
            self.sessions.extend(runs)
        if day.flare:
            self._flare(day.day)

    def rest_day_one(self) -> date:
        last = max((run.day + timedelta(days=1) for run in self.leg.runs if run.stage != 0), default=self.rest_from)
        return max(last, self.rest_from)

    def _count(self, day: DayFigures) -> None:
        if day.quality == "unrated":
            # Today can still be rated.
            self.missing += day.day < self.leg.today
        else:
            self.missing = 0
        if day.quality == "bad" or self.missing > self.settings.missing_days_reset:
            self.good.clear()
        elif day.quality == "good":
            self.good.append(day)

    def _good_morning(self, day: date) -> bool:
        high = highest(self.leg.morning(day))
        return high is not None and high <= self.settings.good_day_highest

    def _is_ready(self, day: date, good: int) -> bool:
        function = self.leg.function_on(day, self.settings.function_days)
        return (
            planned_left(self.leg.episode, day) == 0
            and good >= self.settings.good_days_needed
            and function is not None
            and function.percent >= self.settings.function_needed
        )

    def _flare(self, day: date) -> None:
        self.worse_on = day
        if self.on_ladder:
            self.on_ladder = False
            self.rest_from = day
            self.sessions.append(day)
