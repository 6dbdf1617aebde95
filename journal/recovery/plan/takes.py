"""How long an exercise takes, and a dose cut to the time there is."""

import re
from dataclasses import replace

from journal.catalogue.shapes import Exercise
from journal.recovery.plan.progress import Dose, cardio_least
from journal.recovery.shapes import Planned
from journal.settings import Settings


def planned(exercise: Exercise, dose: Dose, settings: Settings) -> Planned:
    """An exercise with its dose as an item of the day's plan."""
    item = Planned(
        exercise=exercise.id,
        sets=dose.sets,
        reps=dose.reps,
        seconds=dose.seconds,
        load_kg=dose.load_kg,
        each_side=exercise.sides == "each",
        why=dose.why,
    )
    return replace(item, takes=takes(item, exercise, settings))


def with_sets(item: Planned, sets: int, exercise: Exercise, settings: Settings) -> Planned:
    """The item with another number of sets."""
    changed = replace(item, sets=sets)
    return replace(changed, takes=takes(changed, exercise, settings))


def fitted(item: Planned, exercise: Exercise, seconds: int, settings: Settings) -> Planned:
    """The item with fewer sets, at least one, until it fits into `seconds`; cardio with fewer whole minutes."""
    if exercise.kind == "cardio":
        shorter = max(cardio_least(settings), min(item.seconds or 0, seconds // 60 * 60))
        return replace(item, seconds=shorter, takes=shorter)
    while item.takes > seconds and item.sets > 1:
        item = with_sets(item, item.sets - 1, exercise, settings)
    return item


def takes(item: Planned, exercise: Exercise, settings: Settings) -> int:
    """About how many seconds the item takes: work on each side, pauses between the sets, getting into position."""
    if exercise.kind == "cardio":
        return item.sets * (item.seconds or 0)
    work = item.seconds or (item.reps or 0) * seconds_a_rep(exercise.tempo, settings)
    pause = settings.set_pause_seconds // (1 if exercise.effort == "heavy" else 2)
    return settings.set_up_seconds + item.sets * work * (2 if item.each_side else 1) + (item.sets - 1) * pause


def seconds_a_rep(tempo: str, settings: Settings) -> int:
    """Seconds of one repetition: "2-1-2" is 5, "hold 5 s" is 5 and half of a usual one."""
    if re.fullmatch(r"\d+(-\d+)+", tempo):
        return max(1, sum(map(int, tempo.split("-"))))
    if hold := re.search(r"(\d+) s", tempo):
        return int(hold[1]) + settings.rep_seconds // 2
    return settings.slow_rep_seconds if "slow" in tempo else settings.rep_seconds
