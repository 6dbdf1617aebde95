"""The last weeks of strength work, and how an exercise went before: for the eye, where there is room."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from textual.content import Content

from journal.book import Journal
from journal.model import Run, Strength
from journal.recovery.plan import last_time
from journal.tell import sets
from journal.training import of_exercise, sets_of

WEEKS = 8
SESSIONS = 5
"""How many sessions of an exercise are told, the newest first."""

Mark = Literal["none", "strength", "run", "both"]
MARKS: Mapping[Mark, str] = {"none": "·", "strength": "■", "run": "○", "both": "◉"}
LEGEND = "■ strength  ○ run  ◉ both  · neither"
DAYS = "Mo Tu We Th Fr Sa Su"

Week = tuple[str, tuple[Mark | None, ...]]
"""The day it begins on, in words, and its days so far; None is still to come."""


def weeks_to(journal: Journal, trained: Iterable[Strength], day: date) -> tuple[Week, ...]:
    """The last eight weeks up to `day`, the oldest first."""
    monday = day - timedelta(days=day.weekday())
    first = monday - timedelta(weeks=WEEKS - 1)
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
