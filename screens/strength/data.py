"""What Strength shows, read in one go."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from journal.book import Journal
from journal.catalogue.shapes import Exercise, Source
from journal.model import Strength, StrengthSet
from journal.recovery.plan import SetBox, adherence, boxes, stop_above
from journal.recovery.shapes import Planned, StrengthPlan
from journal.recovery.status import Status
from journal.training import Swaps, exercises_of, of_exercise, sets_of
from screens.strength.lately import Course, Week, courses_to, sessions_of, weeks_to

LOOK_BACK = timedelta(days=365)
"""How far back "last time" may lie."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """An exercise of today: what is planned, what was done, how the last `sessions` went, the newest first.

    `stop_above` is the highest pain during it that is still fine. `cardio` rows are offered besides the plan.
    """

    planned: Planned
    exercise: Exercise
    done: tuple[Strength, ...]
    sessions: tuple[str, ...]
    sources: tuple[Source, ...]
    stop_above: int
    easier: str = ""
    harder: str = ""
    cardio: bool = False

    @cached_property
    def sets(self) -> tuple[StrengthSet, ...]:
        """The sets that were done."""
        return sets_of(self.done)

    @cached_property
    def boxes(self) -> tuple[SetBox, ...]:
        """A box for every set, done or to do."""
        return boxes(self.planned, self.sets)

    @property
    def next(self) -> int | None:
        """The number of the box that comes next, None when all are done."""
        return next((number for number, box in enumerate(self.boxes) if box.done is None), None)

    @property
    def uncounted(self) -> bool:
        """True when it was done without counting sets."""
        return any(not entry.sets for entry in self.done)

    @property
    def complete(self) -> bool:
        """True when all planned sets are done."""
        return self.uncounted or self.next is None

    @property
    def pain(self) -> int | None:
        """The worst score during it, None when not asked."""
        return max((each.pain_during for each in self.done if each.pain_during is not None), default=None)

    @property
    def in_minutes(self) -> bool:
        """True for endurance, which is written in minutes."""
        return self.exercise.kind == "cardio"

    @property
    def is_hold(self) -> bool:
        """True for a set that is timed."""
        return self.planned.reps is None and not self.in_minutes


@dataclass(frozen=True, kw_only=True)
class StrengthData:
    """Everything on Strength. `rows` are the plan, what else was done, then the cardio that may be done."""

    day: date
    is_today: bool
    status: Status
    plan: StrengthPlan
    rows: tuple[Row, ...]
    weeks: tuple[Week, ...]
    """The last eight weeks."""
    courses: tuple[Course, ...]
    """How each exercise went in them."""
    kept: str
    """How often strength was done lately, in words."""
    settled: int = 0
    """How many of the screen's writes are in it."""

    @property
    def finished(self) -> bool:
        """True when all that was planned is done."""
        rows = [row for row in self.rows if not row.cardio]
        return bool(rows) and all(row.complete for row in rows)


def read_strength(journal: Journal, day: date, swaps: Swaps, settled: int = 0) -> StrengthData:
    """What Strength shows of `day`, after so many settled writes."""
    status = journal.status(day)
    plan = replace(status.strength, planned=exercises_of(journal, status, swaps))
    trained = [
        each for each in journal.entries(day - LOOK_BACK, day, kinds=("strength",)) if isinstance(each, Strength)
    ]
    today = [each for each in trained if each.day == day]
    planned = {each.exercise for each in plan.planned}
    besides = [each for each in dict.fromkeys(entry.exercise for entry in today) if each not in planned]
    options = [each for each in status.cardio if each.exercise not in planned and each.exercise not in besides]
    items = [*plan.planned, *(_as_done(of_exercise(today, each)) for each in besides)]
    rows = [*(_row(journal, each, trained, day) for each in items)]
    rows += [_row(journal, each, trained, day, cardio=True) for each in options]
    kept = adherence(journal.window(day), day, journal.settings.adherence_days)
    return StrengthData(
        day=day,
        is_today=day == journal.clock.today(),
        status=status,
        plan=plan,
        rows=tuple(rows),
        settled=settled,
        weeks=weeks_to(journal, trained, day),
        courses=courses_to(journal, trained, day),
        kept=f"Last {kept.days} days: {kept.text}" if kept.planned_days else "",
    )


def _row(journal: Journal, planned: Planned, trained: list[Strength], day: date, *, cardio: bool = False) -> Row:
    exercise = journal.catalogue.exercises.get(planned.exercise) or _unknown(planned)
    return Row(
        planned=planned,
        exercise=exercise,
        done=of_exercise((each for each in trained if each.day == day), exercise.id),
        sessions=sessions_of(journal, exercise.id, trained, day),
        sources=tuple(
            journal.catalogue.sources[each] for each in exercise.sources if each in journal.catalogue.sources
        ),
        stop_above=stop_above(exercise, journal.settings),
        easier=_variant(journal, exercise.easier),
        harder=_variant(journal, exercise.harder),
        cardio=cardio,
    )


def _variant(journal: Journal, words: str) -> str:
    """An easier or a harder form in words: the content names another exercise, or says how."""
    known = journal.catalogue.exercises.get(words)
    return known.name if known is not None else words


def _as_done(done: tuple[Strength, ...]) -> Planned:
    """What was done outside the plan counts as planned the way it was done."""
    every = sets_of(done)
    first = every[0] if every else StrengthSet(reps=1)
    return Planned(
        exercise=done[0].exercise,
        sets=len(every),
        reps=first.reps,
        seconds=first.seconds,
        load_kg=first.load_kg,
        why="done besides the plan",
    )


def _unknown(planned: Planned) -> Exercise:
    """What stands for an exercise that is no longer in the content."""
    return Exercise(
        id=planned.exercise,
        name=planned.exercise.replace("_", " "),
        stage="protect",
        region="core",
        effort="light",
        sets=1,
        reps=1,
        cues=(),
    )
