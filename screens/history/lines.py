"""Lines of the timeline."""

import re
from datetime import date

from textual.content import Content

from journal.model import Entry, Massage
from journal.visible import visible
from screens.widgets.words import shortened

SIGNS = {
    "rating": ("●", "$primary"),
    "function": ("%", "$primary"),
    "trigger": ("▲", "$warning"),
    "massage": ("◍", "$secondary"),
    "strength": ("■", "$success"),
    "run": ("»", "$success"),
    "gate_test": ("◇", "$success"),
    "safety_check": ("!", "$error"),
    "episode": ("◆", "$error"),
    "note": ("✎", "$accent"),
    "comment": ("❝", "$accent"),
}
"""A sign for each kind, so that the eye finds it; the words say it too."""

BEFORE_A_HIT = 12
"""The cells before a hit that would lie beyond the edge."""
EDGE = 19
"""The cells of the mark, day, time and sign, and of the scrollbar."""


def month_line(month: str, count: int | None, *, first: bool) -> Content:
    """The heading of a month ("YYYY-MM"), with how many entries it holds when that is known."""
    begins = date.fromisoformat(f"{month}-01")
    counted = f"  {count:,}" if count is not None else ""
    return Content.assemble("" if first else "\n", (f"{begins:%B %Y}", "bold $primary"), (counted, "$foreground-muted"))


def entry_line(entry: Entry, told: str, words: str, *, new_day: bool, width: int) -> Content:
    """An entry with its time, and its day where that is another than above; what was searched for is marked."""
    time = f"{entry.at:%H:%M}" if entry.time_known else "  –  "
    day = f"{entry.day:%a} {entry.day.day:>2}" if new_day else " " * 6
    sign, style = SIGNS.get(entry.kind, ("·", ""))
    keeps_its_scores = isinstance(entry, Massage) and not entry.note and not words
    body = with_hits(shortened(told, width - EDGE) if keeps_its_scores else told, words, width - EDGE)
    came = (f"  {entry.source}", "$foreground-muted") if entry.source.startswith("import") else ""
    return Content.assemble(
        (day, "bold" if new_day else ""), (f"  {time}  ", "$foreground-muted"), (sign, style), " ", body, came
    )


def with_hits(told: str, words: str, room: int) -> Content:
    """`told` with the beginnings of `words` marked; cut at its start when the first hit would not be seen."""
    hits = [re.compile(rf"(?i)\b{re.escape(word)}") for word in words.split()]
    first = min((found.start() for hit in hits if (found := hit.search(told)) is not None), default=0)
    if first > max(room - BEFORE_A_HIT, BEFORE_A_HIT):
        told = "…" + told[first - BEFORE_A_HIT :]
    body = Content(told)
    for hit in hits:
        body = body.highlight_regex(hit, style="reverse")
    return body


def month_bar(month: str, count: int, most: int, *, here: bool, new_year: bool, cells: int) -> Content:
    """A month beside the timeline: its name, how many entries it holds as a bar, and the number."""
    begins = date.fromisoformat(f"{month}-01")
    year = f"{begins:%Y}" if new_year else " " * 4
    full = max(1, round(cells * count / most)) if most else 0
    style = "bold" if here else ""
    return Content.assemble(
        (f"{year} ", "bold"),
        ("▸" if here else " ", "$accent"),
        (f"{begins:%b} ", style),
        ("▇" * full + " " * (cells - full), "$primary" if here else "$primary 60%"),
        (f" {count:>5,}", style or "$foreground-muted"),
    )


def detail(entry: Entry, told: str, when: str) -> Content:
    """The whole entry, with where it came from."""
    parts = [when, "" if entry.source == "typed" else entry.source, "entered late" if entry.entered_late else ""]
    return Content.assemble(
        visible(told), "\n", (visible(" · ".join(part for part in parts if part)), "$foreground-muted")
    )
