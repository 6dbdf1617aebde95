"""`rj import`: take in a file, of this journal or of another app, whole or not at all."""

import argparse
import collections
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from journal.book import Journal
from journal.book.moving import Moved
from journal.commands import Counter, done, journal_of, to_json
from journal.errors import Refused
from journal.exchange import jsonl
from journal.exchange.intake import first_line, lines_of, opened, read_file
from journal.exchange.sheet import is_sheet
from journal.plain import to_plain
from journal.plural import count
from journal.visible import visible

if TYPE_CHECKING:
    from journal.exchange.convert import Incoming, LeftOut
    from journal.model import Side
    from journal.storage.shapes import ImportCounts

SHOWN = 10
"""So many entries of a dry run are told."""


def run(arguments: argparse.Namespace) -> int:
    """Say how many entries came in, how many were there already, and what was left out and why."""
    path = Path(arguments.file)
    counter = Counter("rows read")
    with journal_of(arguments) as journal:
        with opened(path) as file:
            if arguments.map is None and jsonl.is_export(first_line(file)):
                return _own(journal, lines_of(file, path.name), path.name, arguments)
        content = read_file(path)
        if arguments.map is None and is_sheet(content):
            counts = journal.import_csv(content, path.name, dry=arguments.dry_run)
            lines = _counted(counts, arguments.dry_run)
            done(*((to_json(msgspec.to_builtins(counts)),) if arguments.json else lines))
            return 0
        incoming = journal.look_into(content, path.name, arguments.map, _place(journal, arguments.site), counter.show)
        counter.end()
        counts = journal.count_new(incoming) if arguments.dry_run else journal.bring_in(incoming, path.name)
        if arguments.json:
            done(to_json(_plain(incoming, counts, arguments.dry_run)))
        else:
            done(*_tell(journal, incoming, counts, arguments.dry_run))
    return 0


def _own(journal: Journal, content: Iterable[bytes], name: str, arguments: argparse.Namespace) -> int:
    counter = Counter("entries read")
    move = journal.count_lines if arguments.dry_run else journal.import_lines
    try:
        moved = move(content, name, counter.show)
    finally:
        counter.end()
    if arguments.json:
        done(to_json(msgspec.to_builtins(moved)))
    else:
        done(*_moved(moved, arguments.dry_run))
    return 0


def _moved(moved: Moved, dry: bool) -> Iterator[str]:
    """What an export brought, line by line."""
    yield f"{_did(dry)} {count(moved.added, 'entry')}; {moved.skipped} {_there(dry)} already"
    for said, what in (
        (", ".join(moved.settings), "settings taken over"),
        (", ".join(moved.own), "of your own taken over"),
        (", ".join(moved.stays), "stays as it is here"),
        (str(moved.kept or ""), "lines of a newer version are kept, and written out again"),
        (str(moved.newer_fields or ""), "entries have fields of a newer version, which are kept"),
        (str(moved.logged or ""), "lines of a change log were not taken in: it is for reading"),
    ):
        if said:
            yield visible(f"{what}: {said}")


def _counted(counts: "ImportCounts", dry: bool) -> Iterator[str]:
    """How many entries came in, line by line."""
    yield f"{_did(dry)} {count(counts.added, 'entry')}; {counts.skipped} {_there(dry)} already"
    if counts.kept:
        yield f"{counts.kept} of those say something else here; they stay as they are here"


def _place(journal: Journal, text: str | None) -> "tuple[str, Side] | None":
    """The site and side in words ("left calf"), read as a quick entry is."""
    if text is None:
        return None
    try:
        return journal.place_of(text)
    except Refused:
        raise Refused(f"nothing was imported: {text!r} names no place; give --site 'left calf'") from None


def _plain(incoming: "Incoming", counts: "ImportCounts", dry: bool) -> dict[str, Any]:
    return {
        "mapping": incoming.mapping.id,
        "dry_run": dry,
        "added": counts.added,
        "skipped": counts.skipped,
        "kept": counts.kept,
        "left_out": [{"where": each.where, "why": each.why} for each in incoming.left_out],
        "conversions": list(incoming.conversions),
        "entries": [to_plain(entry) for entry in incoming.entries] if dry else [],
    }


def _tell(journal: Journal, incoming: "Incoming", counts: "ImportCounts", dry: bool) -> Iterator[str]:
    yield f"{incoming.mapping.name}: {incoming.mapping.about}"
    for each in incoming.conversions:
        yield f"converted: {each}"
    if dry:
        for entry in incoming.entries[:SHOWN]:
            wall = f"{entry.at:%H:%M}" if entry.time_known else "     "
            yield f"  {entry.at:%Y-%m-%d} {wall}  {journal.tell(entry)}"
        if len(incoming.entries) > SHOWN:
            yield f"  … and {len(incoming.entries) - SHOWN} more"
    yield from _counted(counts, dry)
    yield from _reasons(incoming.left_out)


def _reasons(left_out: "tuple[LeftOut, ...]") -> list[str]:
    """What was left out, a line for each reason with the first place."""
    counts = collections.Counter(each.why for each in left_out)
    first = {each.why: each.where for each in reversed(left_out)}
    return [f"left out: {count} ({visible(why)}), first at {visible(first[why])}" for why, count in counts.items()]


def _did(dry: bool) -> str:
    return "would import" if dry else "imported"


def _there(dry: bool) -> str:
    return "are there" if dry else "were there"
