"""Protect, load, return, maintain: how much the leg may be asked for. The conditions are app defaults."""

from collections.abc import Sequence

from journal.catalogue.shapes import PHASES, Catalogue, Phase
from journal.model import Entry
from journal.plural import count
from journal.recovery.advice import ladder_on, may_climb
from journal.recovery.countdown import count_down
from journal.recovery.course import Course, follow
from journal.recovery.gate_tests import gates
from journal.recovery.shapes import OpenSign
from journal.recovery.text import short
from journal.settings import Settings

STOPS = ("stop_all", "stop_run", "stop_leg_strength", "no_impact")
"""Actions of a warning sign that keep the leg protected; any other sign only keeps the phase from going on."""

Stand = tuple[Phase, str]


def phase_of(
    course: Course, entries: Sequence[Entry], catalogue: Catalogue, settings: Settings, signs: Sequence[OpenSign]
) -> Stand:
    """The phase of an episode on the day up to which it was followed, and why in one clause.

    `entries` are those it was followed by; `signs` are the warning signs open on that day.
    """
    if any(action in STOPS for sign in signs for action in sign.actions):
        return "protect", "a warning sign is open"
    stand = _without_signs(course, catalogue, settings)
    for since in {max(sign.since, course.leg.episode.day) for sign in signs}:
        then = follow(course.leg.episode, entries, settings, min(since, course.today))
        before = _without_signs(then, catalogue, settings)
        if PHASES.index(before[0]) < PHASES.index(stand[0]):
            stand = before[0], "a warning sign is open, so it does not go on"
    return stand


def _without_signs(course: Course, catalogue: Catalogue, settings: Settings) -> Stand:
    protected = _protected(course, settings)
    if protected:
        return "protect", protected
    rest = count_down(course, settings, ())
    if not course.on_ladder and not (rest.ready and may_climb(course, gates(course.leg, catalogue, settings))):
        return "load", f"it has settled to {settings.protect_pain_above} or less, and the way to a run is not open yet"
    full_from = ladder_on(course, rest, catalogue, settings).full_from
    if course.on_ladder and full_from and (course.today - full_from).days >= settings.maintain_after_days:
        return "maintain", f"it has been full running since {short(full_from, settings)} without a flare-up"
    return "return", "running has begun again" if course.on_ladder else "the rest is over and the tests are done"


def _protected(course: Course, settings: Settings) -> str | None:
    if (course.today - course.worse_on).days < settings.load_after_days:
        began = course.worse_on == course.leg.episode.day
        return f"it {'began' if began else 'flared up'} less than {count(settings.load_after_days, 'day')} ago"
    high = next((day.high for day in reversed(course.days) if day.high is not None), None)
    if high is None:
        return "it was not rated yet"
    if high > settings.protect_pain_above:
        return f"the last day was rated {high}, above {settings.protect_pain_above}"
    function = next((day.function for day in reversed(course.days) if day.function is not None), None)
    if function is not None and function < settings.protect_function_below:
        return f"function is {function} %, below {settings.protect_function_below}"
    return None
