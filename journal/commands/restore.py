"""`rj restore`: put a backup in the journal's place; what stood there is moved aside."""

import argparse
import shlex
from pathlib import Path

import msgspec

from journal.book import Journal
from journal.commands import done, journal_of, print_json, rj, to_json, warn
from journal.errors import Refused
from journal.plural import count
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Restore the file named, or list what there is. Works when the journal cannot be read."""
    journal = journal_of(arguments)
    if arguments.list:
        return _list(journal, as_json=arguments.json)
    if not arguments.file:
        newest = journal.newest_backup()
        ready = rj(arguments, "restore", newest.path) if newest else rj(arguments, "restore", "FILE")
        raise Refused(
            f"nothing was restored: name a backup ({rj(arguments, 'restore', '--list')}). The newest: {ready}"
        )
    restored = journal.restore(_file(journal, arguments.file))
    if arguments.json:
        done(to_json(msgspec.to_builtins(restored)))
    else:
        former = f"the former journal is at {restored.former}" if restored.former else "there was none before"
        lines = [f"restored {count(restored.entries, 'entry')} from {restored.made:%Y-%m-%d %H:%M}; {former}"]
        if restored.former:
            lines.append(f"to go back: {rj(arguments, 'restore', restored.former)}")
        done(*map(visible, lines))
    if restored.changed:
        warn(f"{restored.changed} of the entries are not what was written; see: {rj(arguments, 'check')}")
    return 0


def _file(journal: Journal, given: str) -> Path:
    """The file that is meant: a path, or the bare name of a backup."""
    path = Path(given).expanduser()
    named = journal.paths.backups / given
    return named if path.name == given and not path.exists() and named.exists() else path.absolute()


def _list(journal: Journal, *, as_json: bool) -> int:
    known = [*journal.known_backups(), *journal.former_journals()]
    if as_json:
        print_json(msgspec.to_builtins(known))
        return 0
    for each in known:
        why = {"": "by hand", "day": "daily", "former": "replaced"}.get(each.why, f"before {each.why}")
        held = "?" if each.entries is None else each.entries
        things = "entry" if held == 1 else "entries"
        problem = f"  · not whole: {each.problem}" if each.problem else ""
        print(visible(f"{each.made:%Y-%m-%d %H:%M}  {held:>6} {things:7}  {why:16}  {shlex.quote(each.path)}{problem}"))
    if not known:
        print("no backups yet")
    return 0
