"""`rj log`: save entries, say what was understood, and exit 0 only after the commit."""

import argparse
import sys
from datetime import datetime

from journal.book import Journal, Logged
from journal.book.attempt import Attempt
from journal.cli import fail, refuse_no_text
from journal.commands import QUESTIONS, done, journal_of, moment_of, to_json, warn
from journal.errors import JournalError, Refused
from journal.plain import to_plain
from journal.visible import visible

NAMED_BY = 80
"""Characters of a line by which an error names it."""


def run(arguments: argparse.Namespace) -> int:
    """All arguments are one action; with --stdin each line is one."""
    if arguments.stdin == bool(arguments.entry):
        raise Refused("nothing was saved: give entries, or --stdin")
    with journal_of(arguments) as journal:
        at = moment_of(journal, arguments.at)
        if arguments.stdin:
            return _lines(journal, at)
        logged = journal.log(arguments.entry, at=at)
        due = _due(journal, logged)
    if arguments.json:
        done(to_json([to_plain(entry) for entry in logged.entries]))
        if due:
            print(due, file=sys.stderr)
    else:
        done(*(f"saved: {visible(sentence)}" for sentence in logged.said), *([due] if due else ()))
    return 0


def _due(journal: Journal, logged: Logged) -> str:
    """What comes first after what was saved, "" when nothing does; that it cannot be read unsaves nothing."""
    try:
        due = journal.due_after(logged.entries)
    except JournalError as error:
        warn(str(error))
        return ""
    return f"before the next massage {visible(due.words)}. {QUESTIONS}" if due else ""


def _lines(journal: Journal, at: datetime | None) -> int:
    """Record each line as one action. One that failed and is sent again is the same action, tried again."""
    status, failed = 0, dict[str, Attempt]()
    for line in map(str.strip, sys.stdin):
        if not line:
            continue
        attempt = failed.pop(line, None) or Attempt(journal, line, at=at)
        try:
            refuse_no_text(line)
            logged = attempt()
        except JournalError as error:
            if attempt.begun:
                failed[line] = attempt
            status = fail(f"{_named(line)}: {error}", error.exit_code)
        else:
            print("saved", *(entry.id for entry in logged.entries), flush=True)
    return status


def _named(line: str) -> str:
    """A line by its beginning: a note may be a million characters long."""
    return line if len(line) <= NAMED_BY else f"{line[: NAMED_BY - 1]}…"
