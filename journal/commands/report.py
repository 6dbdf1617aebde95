"""`rj report`: one page for a physio or a coach."""

import argparse
from datetime import date
from pathlib import Path

from journal.book import Journal
from journal.clock import written_day
from journal.commands import day_of, done, journal_of
from journal.errors import Refused
from journal.report_choice import CHOSEN, QUESTIONS, SECTIONS, Wanted
from journal.visible import visible

LAST_VISIT = "last-visit"


def run(arguments: argparse.Namespace) -> int:
    """Write the report and say where it is."""
    with journal_of(arguments) as journal:
        day = day_of(journal, arguments.as_of)
        wanted = Wanted(
            audience=arguments.audience,
            since=_since(journal, arguments.since, day),
            sections=_sections(arguments),
            questions=_questions(arguments),
            name=arguments.name or "",
        )
        target = journal.write_report(Path(arguments.file), wanted, day, replace=arguments.replace)
    done(f"the report is in {visible(str(target))}")
    return 0


def _sections(arguments: argparse.Namespace) -> tuple[str, ...]:
    added, left_out = arguments.add or (), arguments.leave_out or ()
    for each in (*added, *left_out):
        if each not in SECTIONS:
            raise Refused(f"there is no section {each!r}; there are: {', '.join(SECTIONS)}")
    return tuple(each for each in (*CHOSEN[arguments.audience], *added) if each not in left_out)


def _questions(arguments: argparse.Namespace) -> tuple[str, ...]:
    asked = tuple(arguments.question or ())
    if len(asked) > QUESTIONS:
        raise Refused(f"not written: a page has room for {QUESTIONS} questions, and there are {len(asked)}")
    return asked


def _since(journal: Journal, text: str | None, day: date) -> date | None:
    if text is None:
        return None
    if text == LAST_VISIT:
        seen = journal.last_visit(day)
        if seen is None:
            raise Refused("no visit is recorded; give a day, or tag a note of the visit: rj log 'note … #visit'")
        return seen
    try:
        since = written_day(text)
    except ValueError:
        raise Refused(f"{text!r} is not a day from 1900 to 2199: give YYYY-MM-DD or '{LAST_VISIT}'") from None
    if since > day:
        raise Refused(f"{since} is after {day}")
    return since
