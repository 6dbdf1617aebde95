"""Putting a report together."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.exchange.report import sections
from journal.exchange.report.sections import Known
from journal.exchange.report.shapes import Item, Report, Section
from journal.model import Comment, Entry, SafetyCheck
from journal.report_choice import SECTIONS, Wanted

if TYPE_CHECKING:
    from journal.book.guiding import Guiding
    from journal.chart.model import TrendModel

DAYS = 30
"""How far back a report looks when no spell is open."""

LEAST_DRAWN, MOST_DRAWN = 14, 365
"""The picture shows at least and at most so many days."""

BEFORE = timedelta(days=60)
"""How much earlier than the report what led to it is looked for."""

VISIT = "visit"
"""The tag of a note about a visit to a physio or doctor."""


def make_report(journal: "Guiding", wanted: Wanted, day: date) -> Report:
    """The report of `journal` up to `day`."""
    status = journal.status(day)
    begun = [each.episode.day for each in status.episodes]
    since = min(wanted.since or min(begun, default=day - timedelta(days=DAYS)), day)
    known = Known(
        day=day,
        since=since,
        entries=journal.entries(min([since, *begun]) - BEFORE, day),
        status=status,
        insights=journal.insights(day),
        catalogue=journal.catalogue,
        settings=journal.settings,
    )
    chosen = [each for each in SECTIONS if each in wanted.sections]
    picture = _picture(journal, since, day) if "trend" in chosen else None
    return Report(
        audience=wanted.audience,
        name=wanted.name,
        since=since,
        day=day,
        sections=tuple(
            Section(id=each, items=tuple(_items(each, known, wanted)), picture=picture if each == "trend" else None)
            for each in chosen
        ),
        date_format=journal.settings.date_format,
    )


def last_visit(journal: "Guiding", day: date) -> date | None:
    """The day on which a physio or doctor last saw the runner, as far as it was recorded, None when never.

    A check that says who saw it, an approved comment of theirs, or anything with the tag "visit".
    """
    seen = journal.entries(last=day, kinds=("safety_check", "comment"))
    return max((each.day for each in (*seen, *journal.entries(last=day, tag=VISIT)) if _is_visit(each)), default=None)


def _is_visit(entry: Entry) -> bool:
    match entry:
        case SafetyCheck():
            return bool(entry.cleared_by)
        case Comment():
            return entry.role in ("physio", "doctor") and entry.state == "approved"
        case _:
            return VISIT in entry.tags


def _items(section: str, known: Known, wanted: Wanted) -> Iterator[Item]:
    if section == "questions":
        return sections.questions(known, wanted.questions)
    if section == "trend":
        return iter(())
    lines: Iterator[Item] = getattr(sections, section)(known)
    return lines


def _picture(journal: "Guiding", since: date, day: date) -> "TrendModel":
    days = min(max((day - since).days + 1, LEAST_DRAWN), MOST_DRAWN)
    return journal.trend(days, day)
