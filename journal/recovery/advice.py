"""What the way back to running asks for next, in one sentence, and the notice after a much longer run."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal.catalogue.shapes import Catalogue
from journal.model import Entry, Run
from journal.plural import count
from journal.recovery.course import Course
from journal.recovery.gate_tests import hurt_on
from journal.recovery.shapes import Criterion, Rest, RunAdvice
from journal.recovery.soreness import SOURCES as TABLE
from journal.recovery.stages import LAST, SOURCES, Ladder, climb
from journal.recovery.text import in_words, when
from journal.settings import Settings
from journal.tell import distance


def earliest_run(course: Course, rest: Rest) -> date:
    """The first day on which both the countdown and the last runs leave a run open."""
    return max(course.off_until + timedelta(days=1), course.today + timedelta(days=rest.days_left))


def ladder_on(course: Course, rest: Rest, catalogue: Catalogue, settings: Settings) -> Ladder:
    """The ladder for the next session."""
    return climb(course, catalogue.stages, settings, earliest_run(course, rest))


def may_climb(course: Course, tests: Sequence[Criterion]) -> bool:
    """True when the tests leave stage 1 and up open: all passed, or, once running has begun, none failed."""
    if course.on_ladder or course.relapsed:
        return all(each.met is not False for each in tests)
    return all(each.met for each in tests)


def advise(
    course: Course,
    rest: Rest,
    tests: tuple[Criterion, ...],
    ladder: Ladder,
    catalogue: Catalogue,
    settings: Settings,
) -> RunAdvice:
    """The next session of the `ladder` and why, or what of `rest` and `tests` stands before it.

    `stage` is None while days are left, 0 while tests stand before stage 1. What a comment limits is not in it yet.
    """
    today = course.today
    earliest = earliest_run(course, rest)
    stage: int | None = ladder.stage
    evidence = ladder.last.evidence if ladder.last else ()
    if not rest.ready:
        stage = None
        then = "" if may_climb(course, tests) else "the tests and "
        begun = f", because {ladder.because}" if course.sessions else ""
        text = f"no running yet: first {_still(rest.criteria)}; then {then}stage {ladder.stage}{begun}"
    elif not may_climb(course, tests):
        stage = 0
        hurt = hurt_on(course.leg, catalogue, today)
        earliest = max(earliest, today + timedelta(days=1)) if hurt else earliest
        evidence = (hurt.id,) if hurt and hurt.id else ()
        why = "a test hurt, which ends testing for today" if hurt else _to_pass(tests)
        first = f"a brisk walk (stage 0) and the tests before stage 1 {when(earliest, today, settings)}"
        text = f"next: {first}, because {why}"
    else:
        what = f"repeat stage {stage}" if ladder.repeats and stage != LAST else f"stage {stage}"
        text = f"next: {what} {when(earliest, today, settings)}, because {ladder.because}"
    return RunAdvice(
        stage=stage,
        earliest=None if rest.has_sign else earliest,
        text=text,
        tests=tests,
        last_clean=ladder.last_clean,
        evidence=evidence,
        sources=tuple(dict.fromkeys((*SOURCES, *TABLE))),
    )


def spike_notice(run: Run, entries: Sequence[Entry], settings: Settings) -> str | None:
    """A gentle notice when a run was clearly longer than the longest of the days before, else None.

    Compared by distance, without one by time, with runs of `spike_days` before it [P63]. The sessions of the ladder
    have their own steps and get none; nor has the first run in that time anything to be compared with.
    """
    if run.stage is not None and run.stage < LAST:
        return None
    since = run.day - timedelta(days=settings.spike_days)
    earlier = [
        each
        for each in entries
        if isinstance(each, Run) and (each.at, each.id) < (run.at, run.id) and each.day >= since
    ]
    for unit, length, longest in (
        ("km", run.km, max((each.km or 0 for each in earlier), default=0)),
        ("min", run.minutes, max((each.minutes or 0 for each in earlier), default=0)),
    ):
        if length and longest:
            percent = (length - longest) * 100 / longest
            if percent <= settings.spike_percent:
                return None
            written = settings.distance_unit if unit == "km" else unit
            now, before = (
                distance(each, written) if unit == "km" else f"{each:g} {unit}" for each in (length, longest)
            )
            return (
                f"{now} is {percent:.0f} % longer than your longest run of the last "
                f"{count(settings.spike_days, 'day')} ({before})"
            )
    return None


def _still(criteria: Sequence[Criterion]) -> str:
    return in_words([each.still for each in criteria if each.required and each.still])


def _to_pass(tests: Sequence[Criterion]) -> str:
    still = [each.still for each in tests if each.still]
    return f"{len(still)} of {len(tests)} are still to pass: {in_words(still)}"
