"""One module a command: `run(arguments)` does it and gives the exit status."""

import argparse
import os
import shlex
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from journal.book import Journal
from journal.cli import complain, silence
from journal.clock import YEARS, fixed, system_clock, written_day
from journal.errors import Refused
from journal.paths import data_folder

QUESTIONS = "See them: rj signs --questions. All five no: rj signs --none"
"""How the calf questions are answered."""


def journal_of(arguments: argparse.Namespace) -> Journal:
    """The journal that the command is about, not yet open."""
    return Journal(folder_of(arguments), system_clock(), warn)


def warn(line: str) -> None:
    """Print one line about what went wrong and stopped nothing."""
    complain(f"warning: {line}")


def done(*lines: str) -> None:
    """Print what was done. It stays done, and the status says so, when it cannot be printed: then a warning says it."""
    try:
        print(*lines, sep="\n", flush=True)
    except OSError as error:
        silence(sys.stdout)
        warn(f"{'; '.join(lines)} (the output could not be written: {error.strerror or error})")


def folder_of(arguments: argparse.Namespace) -> Path:
    """The data folder that the command is about. Raises CannotWrite."""
    return data_folder(arguments.data, os.environ)


def rj(arguments: argparse.Namespace, *words: str) -> str:
    """The command line that does `words` on the same journal, ready to be typed."""
    data = ("--data", arguments.data) if arguments.data else ()
    return shlex.join(("recovery-journal", *data, *words))


def print_json(value: Any) -> None:
    """Print `value` as one JSON value."""
    print(to_json(value))


def to_json(value: Any) -> str:
    """`value` as one JSON value."""
    return msgspec.json.encode(value).decode()


def day_of(journal: Journal, text: str | None) -> date:
    """The day that --as-of names: a date, "last", or (None) today. Raises Refused."""
    if text is None:
        return journal.clock.today()
    if text == "last":
        return journal.store.last_day() or journal.clock.today()
    try:
        return written_day(text)
    except ValueError:
        raise Refused(f"{text!r} is not a day from 1900 to 2199: give YYYY-MM-DD or 'last'") from None


def moment_of(journal: Journal, text: str | None) -> datetime | None:
    """The moment that --at names, at the runner's wall clock where it has no offset. Raises Refused."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Refused(f"--at {text!r} is not a time: give 2026-11-22T20:00, with an offset or without") from None
    if moment.year not in YEARS:
        raise Refused(f"--at {text!r} is out of range: give a time from 1900 to 2199")
    return fixed(moment) if moment.tzinfo is not None else journal.clock.at(moment.date(), moment.time())


class Counter:
    """Says on a terminal how far a long command is; elsewhere nothing."""

    def __init__(self, what: str) -> None:
        """`what` is counted: "rows read"."""
        self._what = what
        self._shown = False

    def show(self, number: int) -> None:
        """Say a number in the place of the one before."""
        if sys.stderr.isatty():
            print(f"\r{number} {self._what}", end="", file=sys.stderr, flush=True)
            self._shown = True

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self._shown = False


def wants_colour() -> bool:
    """True when the output is a terminal and NO_COLOR is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
