"""Short ways to write down strength that was done, and a runner who does what the plan says."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from journal.catalogue.shapes import Catalogue, Exercise, Phase
from journal.model import Entry, Side, Strength, StrengthSet
from journal.recovery.plan import strength_plan
from journal.recovery.plan.known import Known, is_leg_work, know
from journal.recovery.shapes import Blocks, Planned, StrengthPlan
from journal.settings import Settings
from tests.journal.recovery.support import CATALOGUE, SETTINGS, on, rated
from tests.support import moment

__all__ = [
    "BOTH",
    "CATALOGUE",
    "NO_BLOCKS",
    "SETTINGS",
    "Follower",
    "calm",
    "carried_out",
    "did",
    "exercises",
    "heavy",
    "known_on",
    "leg_work",
    "on",
    "only",
    "plan_on",
    "rated",
    "regions",
    "with_exercises",
]

NO_BLOCKS = Blocks()
BOTH: tuple[Side, ...] = ("left", "right")


def did(
    number: int,
    exercise: str,
    *,
    sets: int = 3,
    reps: int | None = None,
    seconds: int | None = None,
    load: float | None = None,
    pain: int | None = 0,
    wall: str = "18:00",
    sides: Sequence[Side | None] = (None,),
    **more: Any,
) -> Strength:
    """Strength on a day of the story; without an amount the least of the exercise's range."""
    content = CATALOGUE.exercises[exercise]
    if reps is None and seconds is None:
        reps, seconds = content.reps, content.seconds
    each = [StrengthSet(reps=reps, seconds=seconds, load_kg=load, side=side) for side in sides]
    fields: dict[str, Any] = {"id": f"{exercise}-{number:03}-{wall}", **more}
    return Strength(at=moment(on(number), wall), exercise=exercise, sets=tuple(each * sets), pain_during=pain, **fields)


def carried_out(number: int, item: Planned, pain: int | None = 0, wall: str = "18:00") -> Strength:
    """An item of the plan, done as planned."""
    return did(
        number,
        item.exercise,
        sets=item.sets,
        reps=item.reps,
        seconds=item.seconds,
        load=item.load_kg,
        pain=pain,
        wall=wall,
        sides=BOTH if item.each_side else (None,),
    )


def plan_on(
    number: int,
    entries: Iterable[Entry] = (),
    phase: Phase = "load",
    blocks: Blocks = NO_BLOCKS,
    settings: Settings = SETTINGS,
    catalogue: Catalogue = CATALOGUE,
    minutes: int | None = None,
) -> StrengthPlan:
    """The plan of a day of the story, in `minutes` where they are not those of the settings."""
    chosen = settings if minutes is None else replace(settings, minutes_a_day=minutes)
    return strength_plan(list(entries), catalogue, chosen, phase, blocks, on(number))


def known_on(
    number: int,
    entries: Iterable[Entry] = (),
    phase: Phase = "load",
    blocks: Blocks = NO_BLOCKS,
    settings: Settings = SETTINGS,
    catalogue: Catalogue = CATALOGUE,
) -> Known:
    """What the plan of a day of the story looks at."""
    return know(entries, catalogue, settings, phase, blocks, on(number))


def exercises(plan: StrengthPlan | Iterable[Planned]) -> list[Exercise]:
    """The content of what is planned, in order."""
    items = plan.planned if isinstance(plan, StrengthPlan) else plan
    return [CATALOGUE.exercises[each.exercise] for each in items]


def regions(plan: StrengthPlan) -> list[str]:
    """The regions of what is planned, in order."""
    return [each.region for each in exercises(plan)]


def heavy(plan: StrengthPlan, region: str) -> list[str]:
    """The ids of the heavy exercises of a region."""
    return [each.id for each in exercises(plan) if each.region == region and each.effort == "heavy"]


def leg_work(plan: StrengthPlan | Iterable[Planned]) -> list[str]:
    """The ids of what the legs do."""
    return [each.id for each in exercises(plan) if is_leg_work(each)]


def calm(first: int, last: int, score: int = 0) -> list[Entry]:
    """A morning rating on every day from first to last."""
    return [rated(number, score) for number in range(first, last + 1)]


@dataclass
class Follower:
    """A runner who does what the plan says, and writes it down."""

    phase: Callable[[int], Phase] = lambda number: "load"
    score: Callable[[int], int | None] = lambda number: 0
    pain: Callable[[int], int | None] = lambda number: 0
    rests: Callable[[int], bool] = lambda number: False
    minutes: int | None = None
    settings: Settings = SETTINGS
    entries: list[Entry] = field(default_factory=list)
    plans: dict[int, StrengthPlan] = field(default_factory=dict)

    def live(self, days: int, first: int = 0) -> "Follower":
        """So many days in a row."""
        for number in range(first, first + days):
            score = self.score(number)
            if score is not None:
                self.entries.append(rated(number, score))
            plan = plan_on(number, self.entries, self.phase(number), settings=self.settings, minutes=self.minutes)
            self.plans[number] = plan
            if not self.rests(number):
                wall = "20:00" if number % 3 else "06:00"
                self.entries += [carried_out(number, each, self.pain(number), wall) for each in plan.planned]
        return self


def with_exercises(*changed: Exercise) -> Catalogue:
    """The packaged content with exercises added or put in place of their namesakes."""
    return replace(CATALOGUE, exercises={**CATALOGUE.exercises, **{each.id: each for each in changed}})


def only(*ids: str) -> Catalogue:
    """The packaged content with these exercises alone."""
    return replace(CATALOGUE, exercises={each: CATALOGUE.exercises[each] for each in ids})
