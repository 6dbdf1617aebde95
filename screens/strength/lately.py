"""The last weeks of strength work, and how an exercise went before: for the eye, where there is room."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from textual.content import Content

from journal.book import Journal
from journal.model import Run, Strength
from journal.plural import count
from journal.recovery.plan import last_time
from journal.tell import sets
from journal.training import of_exercise, sets_of
from journal.visible import visible

WEEKS = 8
SESSIONS = 5
"""How many sessions of an exercise are told, the newest first."""

Mark = Literal["none", "strength", "run", "both"]
MARKS: Mapping[Mark, str] = {"none": "·", "strength": "■", "run": "○", "both": "◉"}
LEGEND = "■ strength  ○ run  ◉ both  · neither"
DAYS = "Mo Tu We Th Fr Sa Su"

Week = tuple[str, tuple[Mark | None, ...]]
"""The day it begins on, in words, and its days so far; None is still to come."""


@dataclass(frozen=True)
class Course:
    """How an exercise went in the last weeks: on how many days, and its sets on the first and the last of them."""

    name: str
    days: int
    first: str
    last: str


def begin_of_weeks(day: date) -> date:
    """The Monday on which the last eight weeks up to `day` began."""
    return day - timedelta(days=day.weekday(), weeks=WEEKS - 1)


def courses_to(journal: Journal, trained: Sequence[Strength], day: date) -> tuple[Course, ...]:
    """How each exercise of the last eight weeks went up to `day`, what was done last first."""
    lately = [each for each in trained if begin_of_weeks(day) <= each.day <= day]
    days: dict[str, list[date]] = {}
    for each in sorted(lately, key=lambda each: each.day, reverse=True):
        days.setdefault(each.exercise, []).append(each.day)

    def done(exercise: str, at: date) -> str:
        return sets(sets_of(of_exercise((each for each in lately if each.day == at), exercise)))

    known = journal.catalogue.exercises
    return tuple(
        Course(
            name=known[each].name if each in known else each.replace("_", " "),
            days=len(set(on)),
            first=done(each, on[-1]),
            last=done(each, on[0]),
        )
        for each, on in days.items()
    )


def courses_words(courses: Sequence[Course]) -> Content:
    """A line an exercise: its name, on how many days, what was done first and last."""
    cells = max((len(each.name) for each in courses), default=0)
    return Content("\n").join(
        Content.assemble(
            f"{visible(each.name):<{cells}}",
            (f"  {count(each.days, 'day'):>7}  ", "$foreground-muted"),
            each.last if each.first == each.last else f"{each.first} → {each.last}",
        )
        for each in courses
    )


def weeks_to(journal: Journal, trained: Iterable[Strength], day: date) -> tuple[Week, ...]:
    """The last eight weeks up to `day`, the oldest first."""
    first = begin_of_weeks(day)
    strength = {each.day for each in trained}
    run = {each.day for each in journal.entries(first, day, kinds=("run",)) if isinstance(each, Run)}

    def mark(at: date) -> Mark | None:
        if at > day:
            return None
        return "both" if at in strength & run else "strength" if at in strength else "run" if at in run else "none"

    begins = [first + timedelta(weeks=number) for number in range(WEEKS)]
    return tuple(
        (journal.day_words(each, weekday=False), tuple(mark(each + timedelta(days=n)) for n in range(7)))
        for each in begins
    )


def weeks_words(weeks: Sequence[Week], kept: str) -> Content:
    """A line a week, what the marks mean, and how often it was done."""
    cells = max((len(begins) for begins, _ in weeks), default=0)
    lines = [Content.styled(f"{'':<{cells}}  {DAYS}", "$foreground-muted")]
    for begins, days in weeks:
        marks = [Content.styled(f" {MARKS[day]} ", _style(day)) if day else Content("   ") for day in days]
        lines.append(Content.assemble((f"{begins:>{cells}} ", "$foreground-muted"), *marks))
    lines.append(Content.styled(LEGEND, "$foreground-muted"))
    return Content("\n").join([*lines, *([Content(kept)] if kept else [])])


def _style(mark: Mark) -> str:
    return {"none": "$foreground-muted", "run": "$text-warning"}.get(mark, "$text-success")


def sessions_of(journal: Journal, exercise: str, trained: Sequence[Strength], day: date) -> tuple[str, ...]:
    """How an exercise went on the last days before `day` that it was done on: "Fri 20 Nov: 3 × 12, pain 1"."""
    found: list[str] = []
    before = last_time(exercise, trained, day)
    while before is not None and len(found) < SESSIONS:
        done = of_exercise((each for each in trained if each.day == before.day), exercise)
        scores = [each.pain_during for each in done if each.pain_during is not None]
        pain = f", pain {max(scores)}" if scores else ""
        found.append(f"{journal.day_words(before.day)}: {sets(sets_of(done))}{pain}")
        before = last_time(exercise, trained, before.day)
    return tuple(found)
