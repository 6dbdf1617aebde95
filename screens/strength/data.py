"""What Strength shows, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.book import Journal
from journal.catalogue.shapes import Exercise, Source
from journal.model import Side, Strength, StrengthSet
from journal.recovery.plan import adherence, last_time
from journal.recovery.shapes import Planned, StrengthPlan
from journal.tell import sets
from journal.training import entry_of

LOOK_BACK = timedelta(days=365)
"""How far back "last time" may lie."""

SIDES: tuple[Side, Side] = ("left", "right")

Swaps = Mapping[str, Planned]
"""Exercises that the runner put in the place of a planned one, by the id of the planned."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """An exercise of today: what is planned, what was done, how it went the last time ("" for never)."""

    planned: Planned
    exercise: Exercise
    done: Strength | None
    last: str
    sources: tuple[Source, ...]
    cardio: bool = False

    @property
    def wanted(self) -> int:
        """How many sets are planned, both legs counted where each is trained."""
        return self.planned.sets * (2 if self.planned.each_side else 1)

    @property
    def sets(self) -> tuple[StrengthSet, ...]:
        """The sets that were done."""
        return self.done.sets if self.done is not None else ()

    @property
    def complete(self) -> bool:
        """True when all planned sets are done."""
        return len(self.sets) >= self.wanted

    def next_set(self, amount: int | None = None) -> StrengthSet:
        """The next set as planned, or with another number of repetitions or seconds; legs take turns, left first."""
        plan = self.planned
        side: Side | None = None
        if plan.each_side:
            side = SIDES[len(self.sets) % 2]
        if plan.reps is None:
            return StrengthSet(seconds=amount or plan.seconds or 0, load_kg=plan.load_kg, side=side)
        return StrengthSet(reps=amount or plan.reps, load_kg=plan.load_kg, side=side)


@dataclass(frozen=True, kw_only=True)
class StrengthData:
    """Everything on Strength. `rows` are the plan, what else was done, then the cardio that may be done."""

    plan: StrengthPlan
    rows: tuple[Row, ...]
    kept: str
    """How often strength was done lately, in words."""

    @property
    def finished(self) -> bool:
        """True when all that was planned is done."""
        rows = [row for row in self.rows if not row.cardio]
        return bool(rows) and all(row.complete for row in rows)


def read_strength(journal: Journal, day: date, swaps: Swaps) -> StrengthData:
    """What Strength shows of `day`."""
    status = journal.status(day)
    plan = replace(status.strength, planned=tuple(swaps.get(each.exercise, each) for each in status.strength.planned))
    trained = journal.entries(day - LOOK_BACK, day, kinds=("strength",))

    def row(each: Planned, *, cardio: bool = False) -> Row:
        return _row(journal, each, last_time(each.exercise, trained, day), day, cardio=cardio)

    rows = [row(each) for each in plan.planned]
    known = {each.planned.exercise for each in rows}
    rows += [row(_as_done(each, journal, day)) for each in sorted(status.trained - known)]
    known |= status.trained
    rows += [row(each, cardio=True) for each in status.cardio if each.exercise not in known]
    return StrengthData(plan=plan, rows=tuple(rows), kept=adherence(journal.window(day), day).text)


def _row(journal: Journal, planned: Planned, before: Strength | None, day: date, *, cardio: bool) -> Row:
    exercise = journal.catalogue.exercises[planned.exercise]
    pain = f", pain {before.pain_during}" if before is not None and before.pain_during is not None else ""
    last = f"{before.day:%a} {before.day.day} {before.day:%b}: {sets(before.sets)}{pain}" if before is not None else ""
    return Row(
        planned=planned,
        exercise=exercise,
        done=entry_of(journal, planned.exercise, day),
        last=last,
        sources=tuple(
            journal.catalogue.sources[each] for each in exercise.sources if each in journal.catalogue.sources
        ),
        cardio=cardio,
    )


def _as_done(exercise: str, journal: Journal, day: date) -> Planned:
    """What was done outside the plan counts as planned the way it was done."""
    entry = entry_of(journal, exercise, day)
    first = entry.sets[0] if entry is not None and entry.sets else StrengthSet(reps=1)
    return Planned(
        exercise=exercise,
        sets=len(entry.sets) if entry is not None else 1,
        reps=first.reps,
        seconds=first.seconds,
        load_kg=first.load_kg,
        why="done besides the plan",
    )
