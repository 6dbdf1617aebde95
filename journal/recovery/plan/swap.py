"""Another exercise for one of the day's plan, with the same aim."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Literal

from journal.catalogue.shapes import PHASES, Catalogue, Exercise, Phase
from journal.model import Entry
from journal.recovery.plan.cardio import cardio_item
from journal.recovery.plan.choose import candidates
from journal.recovery.plan.known import Known, know
from journal.recovery.plan.progress import dose
from journal.recovery.plan.takes import planned, with_sets
from journal.recovery.shapes import Blocks, Planned, StrengthPlan
from journal.settings import Settings

Want = Literal["easier", "harder", "other"]


def swap(
    item: Planned,
    plan: StrengthPlan,
    entries: Sequence[Entry],
    catalogue: Catalogue,
    settings: Settings,
    phase: Phase,
    blocks: Blocks,
    today: date,
    want: Want = "other",
) -> Planned | None:
    """What may be done on `today` in place of `item`: same region, not in `plan` yet; None when there is nothing.

    Easier and harder go by the names the content gives, then by effort, phase and order; "other" takes the next
    exercise of the region, so asking again and again goes through them all.
    """
    known = know(entries, catalogue, settings, phase, blocks, today)
    now = catalogue.exercises.get(item.exercise)
    if now is None:
        return None
    taken = {each.exercise for each in plan.planned} | {item.exercise}
    free = [each for each in candidates(now.region, known) if each.id not in taken]
    found = _found(now, free, list(catalogue.exercises), want)
    return _item(found, item, known) if found else None


def stand_ins(
    items: Sequence[Planned],
    done: Sequence[str],
    entries: Sequence[Entry],
    catalogue: Catalogue,
    settings: Settings,
    phase: Phase,
    blocks: Blocks,
    today: date,
    kept: Collection[str] = (),
) -> tuple[Planned, ...]:
    """The day's `items` as they are being done: what was done besides them stands in for one with the same aim.

    `done` are the ids of the exercises done on `today`. Each that is not among `items` takes the place of the first
    one of its region that was not begun, with its own dose; those in `kept` never give their place away.
    """
    known = know(entries, catalogue, settings, phase, blocks, today)
    exercises, places = catalogue.exercises, list(items)
    for each in dict.fromkeys(done):
        if each not in exercises or any(item.exercise == each for item in places):
            continue
        for number, item in enumerate(places):
            begun = item.exercise in done or item.exercise in kept
            if not begun and exercises[item.exercise].region == exercises[each].region:
                places[number] = _item(exercises[each], item, known)
                break
    return tuple(places)


def _found(now: Exercise, free: list[Exercise], places: list[str], want: Want) -> Exercise | None:
    here = _level(now, places)
    if want == "other":
        return min(free, key=lambda each: (_level(each, places)[2] < here[2], _level(each, places)[2]), default=None)
    named = next((each for each in free if each.id == (now.easier if want == "easier" else now.harder)), None)
    if want == "easier":
        return named or max(
            (e for e in free if _level(e, places) < here), key=lambda e: _level(e, places), default=None
        )
    return named or min((e for e in free if _level(e, places) > here), key=lambda e: _level(e, places), default=None)


def _level(exercise: Exercise, places: list[str]) -> tuple[bool, int, int]:
    """How hard an exercise is among those of its region: light before heavy, then by phase and order."""
    return exercise.effort == "heavy", PHASES.index(exercise.stage), places.index(exercise.id)


def _item(exercise: Exercise, instead_of: Planned, known: Known) -> Planned:
    if exercise.kind == "cardio":
        return cardio_item(exercise, known)
    item = planned(exercise, dose(exercise, known), known.settings)
    if known.lighter_because is None:
        return item
    return with_sets(item, min(item.sets, instead_of.sets), exercise, known.settings)
