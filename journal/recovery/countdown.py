"""How many days are left before running: the countdown and what it stands on. Its numbers are settings."""

from collections.abc import Iterator, Sequence

from journal.model import Entry, Episode
from journal.plural import count
from journal.recovery.course import Course, planned_left
from journal.recovery.shapes import Criterion, OpenSign, Rest
from journal.recovery.text import rest_sentence
from journal.settings import Settings, is_app_default


def count_down(course: Course, settings: Settings, signs: Sequence[OpenSign]) -> Rest:
    """Where an episode's rest stands on the day up to which it was followed; `signs` are the warning signs open then.

    Days left is the largest of: days until the planned rest is over; good days in a row still needed; 1 while
    anything required is open. It counts the days until a run may come: on the first of 4 planned days it is 4.
    """
    criteria = tuple(_criteria(course, settings, signs))
    planned, good = planned_left(course.leg.episode, course.today), len(course.good)
    is_open = any(each.required and not each.met for each in criteria)
    days_left = max(planned, settings.good_days_needed - good, int(is_open))
    rest_day = (course.today - course.rest_from).days + 1
    return Rest(
        rest_day=rest_day,
        planned_left=planned,
        days_left=days_left,
        good_days=good,
        good_days_needed=settings.good_days_needed,
        criteria=criteria,
        sentence=rest_sentence(rest_day, days_left, criteria, off=course.off_until >= course.today),
    )


def may_plan(episode: Episode, rest_days: int) -> str | None:
    """Why `rest_days` may not replace what was planned, in one line; None when it may. Only more rest may."""
    if rest_days >= episode.rest_days:
        return None
    return f"{count(episode.rest_days, 'rest day')} are planned: there can be more, not fewer"


def _criteria(course: Course, settings: Settings, signs: Sequence[OpenSign]) -> Iterator[Criterion]:
    yield _planned(course)
    yield _good_days(course, settings)
    yield _function(course, settings)
    yield _no_sign(signs)
    yield _limp(course, settings)


def _planned(course: Course) -> Criterion:
    episode = course.leg.episode
    left = planned_left(episode, course.today)
    of = episode.rest_days
    return Criterion(
        id="rest_planned",
        required=True,
        met=left == 0,
        value=of - left,
        needed=of,
        text=f"planned rest: {left} of {count(of, 'day')} to go" if left else "planned rest is over",
        still=count(left, "planned rest day") if left else "",
        evidence=_ids(episode),
        sources=("P01", "D"),
    )


def _good_days(course: Course, settings: Settings) -> Criterion:
    good, needed = len(course.good), settings.good_days_needed
    so_far = f"{good} of {needed}" if good <= needed else f"{good}, {needed} are needed"
    return Criterion(
        id="good_days",
        required=True,
        met=good >= needed,
        value=good,
        needed=needed,
        text=f"good days in a row: {so_far}, each rated {_most(settings.good_day_highest)}, without a limp",
        still=f"{count(needed - good, 'more good day' if good else 'good day')}" if good < needed else "",
        app_default=is_app_default(settings, "good_days_needed", "good_day_highest"),
        evidence=tuple(dict.fromkeys(each for day in course.good for each in day.evidence)),
        sources=("D",),
    )


def _function(course: Course, settings: Settings) -> Criterion:
    last = course.leg.function_on(course.today, settings.function_days)
    needed = settings.function_needed
    said = f"function {last.percent} of {needed} %" if last else f"{_unsaid(course)}; {needed} % is needed"
    met = last is not None and last.percent >= needed
    now = f"now {last.percent}" if last else "not rated yet" if not course.leg.functions else "to be rated again"
    return Criterion(
        id="function_100",
        required=True,
        met=met,
        value=last.percent if last else None,
        needed=needed,
        text=said,
        still="" if met else f"function at {needed} % ({now})",
        app_default=is_app_default(settings, "function_needed"),
        evidence=_ids(last),
        sources=("P01", "P36", "P38"),
    )


def _most(score: int) -> str:
    return f"at most {score}" if score else "0"


def _unsaid(course: Course) -> str:
    last = max(course.leg.functions, default=None)
    if last is None:
        return "function was not rated yet"
    return f"function was last rated {count((course.today - last).days, 'day')} ago"


def _no_sign(signs: Sequence[OpenSign]) -> Criterion:
    named = "; ".join(sign.short for sign in signs)
    return Criterion(
        id="no_warning_sign",
        required=True,
        met=not signs,
        value=len(signs),
        needed=0,
        text=f"{count(len(signs), 'warning sign')} open: {named}" if signs else "no warning sign is open",
        still="an answer to the open warning sign" if signs else "",
        evidence=tuple(dict.fromkeys(each for sign in signs for each in sign.raised_by)),
        sources=("P01",),
    )


def _limp(course: Course, settings: Settings) -> Criterion:
    asked = course.leg.functions_on(course.today, settings.function_days)
    last = next((each for each in asked if each.limp is not None), None)
    return Criterion(
        id="limp",
        required=False,
        met=None if last is None else not last.limp,
        value=None if last is None else float(bool(last.limp)),
        needed=0,
        text="limp: not asked" if last is None else "a limp" if last.limp else "no limp",
        evidence=_ids(last),
        sources=("D",),
    )


def _ids(entry: Entry | None) -> tuple[str, ...]:
    return (entry.id,) if entry is not None and entry.id else ()
