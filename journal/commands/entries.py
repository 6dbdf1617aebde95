"""`rj list`: entries by day, the oldest first."""

import argparse
from datetime import date, timedelta
from itertools import groupby

from dateutil.relativedelta import relativedelta

from journal.book import Journal
from journal.commands import journal_of, print_json
from journal.errors import Refused
from journal.model import KINDS, Entry
from journal.plain import to_plain


def run(arguments: argparse.Namespace) -> int:
    """Print the entries that fit all that was asked."""
    with journal_of(arguments) as journal:
        entries = _entries(journal, arguments)
        if arguments.json:
            print_json([to_plain(entry) for entry in entries])
            return 0
        for day, of_day in groupby(entries, key=lambda entry: entry.day):
            print(f"{day:%a} {day.day} {day:%b %Y}")
            for entry in of_day:
                print(
                    f"  {entry.at:%H:%M}  {journal.tell(entry)}"
                    if entry.time_known
                    else f"  {'':5}  {journal.tell(entry)}"
                )
    if not entries:
        print("no entries")
    return 0


def _entries(journal: Journal, arguments: argparse.Namespace) -> list[Entry]:
    first, last = _range(journal, arguments)
    unknown = [kind for kind in arguments.kind or () if kind not in KINDS]
    if unknown:
        raise Refused(f"there is no kind {unknown[0]!r}; there are: {', '.join(KINDS)}")
    found = journal.entries(
        first,
        last,
        kinds=arguments.kind,
        site=arguments.site,
        tag=arguments.tag,
        text=arguments.search,
        newest_first=True,
        limit=arguments.limit,
    )
    return found[::-1]


def _range(journal: Journal, arguments: argparse.Namespace) -> tuple[date | None, date | None]:
    if arguments.month:
        try:
            first = date.fromisoformat(f"{arguments.month}-01")
        except ValueError:
            raise Refused(f"{arguments.month!r} is not a month: give YYYY-MM") from None
        return first, first + relativedelta(months=1, days=-1)
    if arguments.days is not None:
        return journal.clock.today() - timedelta(days=max(arguments.days, 1) - 1), None
    return None, None
