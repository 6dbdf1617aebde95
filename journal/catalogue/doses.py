"""The limits of a dose: how hard, how long, how often. They are app defaults, and nothing may go beyond them."""

import re
from collections.abc import Iterator, Sequence

from journal.catalogue.shapes import Exercise, Site, Technique
from journal.catalogue.words import Fault

PASS_MOST = 120
"""Seconds of one pass of a muscle belly (longer rolling was not better: Behm 2020, meta-analysis)."""
LIGHT_SPOT_MOST = 60
LIGHT_REGION_MOST = 180
LIGHT_DISCOMFORT_MOST = 3
DISCOMFORT_MOST = 4
SESSIONS_MOST = 4
REST_MOST = 3600
"""Seconds of what presses nothing: a stretch, a pack, a walk."""

PAIN_MOST = 3
SETS_MOST = 10
REPS_MOST = 100
HOLD_MOST = 600
CARDIO_MOST = 7200
NEEDED = re.compile(r"[a-z][a-z0-9_]*(\|[a-z][a-z0-9_]*)*")


def technique_faults(technique: Technique, sites: Sequence[Site]) -> Iterator[Fault]:
    """What is wrong with the dose of a technique at its `sites`."""
    if not technique.sites:
        yield "sites", "it is empty"
    if not technique.phases:
        yield "phases", "it is empty"
    yield from _range("seconds_per_spot", technique.seconds_per_spot, technique.max_seconds_per_spot)
    yield from _range("sets", technique.sets, technique.max_sets)
    if not technique.max_sessions_per_day:
        yield "max_sessions_per_day", "it is 1 or more"
    if technique.discomfort_cap > DISCOMFORT_MOST:
        yield "discomfort_cap", f"it is at most {DISCOMFORT_MOST}"
    if technique.press:
        yield from _press_faults(technique, sites)
    elif technique.max_seconds_per_spot > REST_MOST:
        yield "max_seconds_per_spot", f"it is at most {REST_MOST}"


def _press_faults(technique: Technique, sites: Sequence[Site]) -> Iterator[Fault]:
    for site in sites:
        if site.massage == "no":
            yield "sites", f"{site.id} is never pressed"
        if technique.tool == "gun" and site.massage == "light":
            yield "sites", f"{site.id} is no place for a massage gun"
    if technique.max_sessions_per_day > SESSIONS_MOST:
        yield "max_sessions_per_day", f"it is at most {SESSIONS_MOST}"
    if technique.max_seconds_per_spot > PASS_MOST:
        yield "max_seconds_per_spot", f"it is at most {PASS_MOST}"
    if any(site.massage == "light" for site in sites):
        yield from _light_faults(technique)


def _light_faults(technique: Technique) -> Iterator[Fault]:
    if technique.max_seconds_per_spot > LIGHT_SPOT_MOST:
        yield "max_seconds_per_spot", f"it is at most {LIGHT_SPOT_MOST} where a site is light"
    if technique.max_seconds_per_spot * technique.max_sets > LIGHT_REGION_MOST:
        yield "max_sets", f"it comes to more than {LIGHT_REGION_MOST} s where a site is light"
    if technique.discomfort_cap > LIGHT_DISCOMFORT_MOST:
        yield "discomfort_cap", f"it is at most {LIGHT_DISCOMFORT_MOST} where a site is light"


def exercise_faults(exercise: Exercise) -> Iterator[Fault]:
    """What is wrong with the dose of an exercise."""
    if (exercise.reps is None) == (exercise.seconds is None):
        yield "reps", "an exercise has reps or seconds, one of the two"
    yield from _range("sets", exercise.sets, exercise.sets_most, SETS_MOST)
    yield from _range("reps", exercise.reps, exercise.reps_most, REPS_MOST)
    yield from _range("seconds", exercise.seconds, exercise.seconds_most, _longest(exercise))
    if exercise.stop_pain_gt is not None and exercise.stop_pain_gt > PAIN_MOST:
        yield "stop_pain_gt", f"it is at most {PAIN_MOST}"
    if exercise.per_week is not None and not 1 <= exercise.per_week <= 7:
        yield "per_week", "it is 1 to 7"
    if (exercise.kind == "cardio") != (exercise.region == "cardio"):
        yield "region", "cardio and only cardio has the region cardio"
    if not exercise.legs and exercise.kind != "cardio":
        yield "legs", "only cardio says whether it uses the legs"
    for needed in exercise.equipment:
        if not NEEDED.fullmatch(needed):
            yield "equipment", f"{needed!r} is not one word of a-z, 0-9 and _, or several with | between"


def _longest(exercise: Exercise) -> int:
    return CARDIO_MOST if exercise.kind == "cardio" else HOLD_MOST


def _range(field: str, least: int | None, most: int | None, limit: int | None = None) -> Iterator[Fault]:
    """What is wrong with a range of 1 or more, up to `limit`."""
    if least is None:
        if most is not None:
            yield field, "the lower end of the range is missing"
        return
    if least < 1:
        yield field, "it is 1 or more"
    if most is not None and most < least:
        yield field, f"it is more than the most, {most}"
    if limit is not None and max(least, most or 0) > limit:
        yield field, f"it is at most {limit}"
