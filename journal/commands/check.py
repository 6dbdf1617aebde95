"""`rj check`: look over everything that is stored, say what was found and what to do; rescue what can be read."""

import argparse
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from journal.book import Journal
from journal.commands import journal_of, print_json, rj
from journal.plural import count
from journal.visible import visible

if TYPE_CHECKING:
    from journal.storage.shapes import Checked, Rescued

DAMAGED = 3
MOST = 20
"""So many problems of the journal are printed; --json has all."""


def run(arguments: argparse.Namespace) -> int:
    """Status 0 when the journal and every backup are what was written, or what was not was rescued; else 3."""
    journal = journal_of(arguments)
    found = journal.check()
    rescued = journal.rescue() if arguments.repair and found.problems else None
    if arguments.json:
        print_json(_plain(journal, found, rescued))
    else:
        for line in (*_said(journal, found, arguments), *_repaired(found, rescued, arguments)):
            print(visible(line))
    return 0 if found.whole or rescued else DAMAGED


def _plain(journal: Journal, found: "Checked", rescued: "Rescued | None") -> dict[str, Any]:
    return {
        "whole": found.whole,
        "journal": str(journal.paths.journal),
        **msgspec.to_builtins(found),
        "rescued": msgspec.to_builtins(rescued),
    }


def _said(journal: Journal, found: "Checked", arguments: argparse.Namespace) -> Iterator[str]:
    """What was found, part by part, each problem followed by what to do."""
    if found.entries is None and not found.problems:
        yield f"there is no journal yet in {journal.paths.folder}"
    elif not found.problems:
        yield f"{journal.paths.journal}: {count(found.entries or 0, 'entry')}, all as they were written"
    else:
        yield f"{journal.paths.journal}: not as it was written"
        yield from (f"  {each}" for each in found.problems[:MOST])
        if len(found.problems) > MOST:
            yield f"  … and {len(found.problems) - MOST} more: {rj(arguments, 'check', '--json')}"
        yield from _ways_out(found, arguments)
    broken = [each for each in found.backups if each.problem]
    yield f"{count(len(found.backups), 'backup')}, {'all whole' if not broken else f'{len(broken)} of them not whole:'}"
    for each in broken:
        yield f"  {each.problem}"
        yield f"  → it is never used; to take it away: rm {shlex.quote(each.path)}"
    for name in found.unknown:
        yield f"{count(name.entries, 'entry')} with a {name.kind} that is not in the content: {name.id}"
    if found.unknown:
        yield f"  → the entries stay; write it into {journal.paths.own} to see its name again"
    for problem in found.content:
        yield f"{problem}"


def _ways_out(found: "Checked", arguments: argparse.Namespace) -> Iterator[str]:
    if arguments.repair:
        return
    yield (
        "  → to put every entry that can be read into a new journal, and keep this one: "
        f"{rj(arguments, 'check', '--repair')}"
    )
    newest = next((each for each in found.backups if each.problem is None), None)
    if newest is not None:
        yield (
            f"  → or go back to the {count(newest.entries or 0, 'entry')} of {newest.made:%Y-%m-%d %H:%M}: "
            f"{rj(arguments, 'restore', newest.path)}"
        )


def _repaired(found: "Checked", rescued: "Rescued | None", arguments: argparse.Namespace) -> Iterator[str]:
    if rescued is None:
        if arguments.repair and not found.problems:
            yield "nothing to repair"
        return
    yield f"rescued {count(rescued.entries, 'entry')} into a new journal; the former one is at {rescued.former}"
    for ids, where in ((rescued.from_log, "its change log"), (rescued.from_backup, "the newest backup")):
        if ids:
            yield f"  {len(ids)} of them from {where}"
    for each in rescued.doubtful:
        yield f"  entry {each} can be read, but is not what was written: look at it"
    yield f"to go back: {rj(arguments, 'restore', rescued.former)}"
