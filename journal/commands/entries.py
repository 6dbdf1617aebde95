"""`rj list`: entries by day, the oldest first."""

import argparse
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from dateutil.relativedelta import relativedelta

from journal.book import Journal
from journal.clock import written_day
from journal.commands import journal_of, print_json
from journal.errors import Refused
from journal.model import KINDS, Entry
from journal.plain import to_plain


def run(arguments: argparse.Namespace) -> int:
    """Print the entries that fit all that was asked, or how many each month holds."""
    with journal_of(arguments) as journal:
        filters = _filters(journal, arguments)
        if arguments.months:
            _print_months(journal.months(**filters), arguments)
            return 0
        entries = journal.entries(**filters, newest_first=True, limit=arguments.limit)[::-1]
        if arguments.json:
            print_json([to_plain(entry) for entry in entries])
            return 0
        _print_entries(entries, journal)
    return 0


def _print_entries(entries: list[Entry], journal: Journal) -> None:
    for day, of_day in groupby(entries, key=lambda entry: entry.day):
        print(journal.day_words(day, year=True))
        for entry in of_day:
            time = f"{entry.at:%H:%M}" if entry.time_known else " " * 5
            print(f"  {time}  {journal.tell(entry)}")
    if not entries:
        print("no entries")


def _print_months(months: list[tuple[str, int]], arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_json([{"month": month, "entries": number} for month, number in months])
        return
    for month, number in months:
        print(f"{month}  {number:>6}")
    if not months:
        print("no entries")


def _filters(journal: Journal, arguments: argparse.Namespace) -> dict[str, Any]:
    first, last = _range(journal, arguments)
    _refuse_unknown("kind", arguments.kind or (), KINDS)
    _refuse_unknown("site", [arguments.site] if arguments.site else (), journal.catalogue.sites)
    return {
        "first": first,
        "last": last,
        "kinds": arguments.kind,
        "site": arguments.site,
        "side": arguments.side,
        "tag": arguments.tag.removeprefix("#") if arguments.tag else None,
        "text": arguments.search,
    }


def _refuse_unknown(what: str, asked: Iterable[str], known: Collection[str]) -> None:
    for each in asked:
        if each not in known:
            raise Refused(f"there is no {what} {each!r}; there are: {', '.join(known)}")


def _range(journal: Journal, arguments: argparse.Namespace) -> tuple[date | None, date | None]:
    if arguments.month:
        try:
            first = written_day(f"{arguments.month}-01")
        except ValueError:
            raise Refused(f"{arguments.month!r} is not a month from 1900 to 2199: give YYYY-MM") from None
        return first, first + relativedelta(months=1, days=-1)
    if arguments.days is not None:
        return journal.clock.today() - timedelta(days=arguments.days - 1), None
    return None, None
