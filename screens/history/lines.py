"""Lines of the timeline."""

import re
from datetime import date

from textual.content import Content

from journal.model import Entry


def month_line(month: str, count: int | None) -> Content:
    """The heading of a month ("YYYY-MM"), with how many entries it holds when that is known."""
    first = date.fromisoformat(f"{month}-01")
    counted = f" · {count} entries" if count is not None else ""
    return Content.assemble((f"{first:%B %Y}", "bold $primary"), (counted, "$text-muted"))


def entry_line(entry: Entry, told: str, words: str) -> Content:
    """An entry with its day and time; what was searched for is marked."""
    time = f"{entry.at:%H:%M}" if entry.time_known else "  –  "
    body = Content(told)
    for word in words.split():
        body = body.highlight_regex(rf"(?i)\b{re.escape(word)}", style="reverse")
    sign = "✎" if entry.source.startswith("import") else " "
    return Content.assemble((f"{entry.day:%a} {entry.day.day:>2}  {time} {sign} ", "$text-muted"), body)
