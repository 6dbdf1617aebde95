"""`rj import`: take in a file, of this journal or of another app, whole or not at all."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.book import Journal
from journal.commands import done, journal_of, to_json
from journal.errors import Refused
from journal.exchange import jsonl
from journal.exchange.intake import read_file
from journal.model import Rating
from journal.plain import to_plain
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
    content = read_file(path)
    with journal_of(arguments) as journal:
        if arguments.map is None and jsonl.is_export(content):
            return _own(journal, content, path.name, arguments)
        incoming = journal.look_into(content, path.name, arguments.map, _place(journal, arguments.site), _progress)
        _end_progress()
        counts = journal.count_new(incoming) if arguments.dry_run else journal.bring_in(incoming, path.name)
        if arguments.json:
            done(to_json(_plain(incoming, counts, arguments.dry_run)))
        else:
            done(*_tell(journal, incoming, counts, arguments.dry_run))
    return 0


def _own(journal: Journal, content: bytes, name: str, arguments: argparse.Namespace) -> int:
    lines = content.splitlines(keepends=True)
    counts = journal.count_lines(lines, name) if arguments.dry_run else journal.import_lines(lines, name)
    if arguments.json:
        done(to_json({"added": counts.added, "skipped": counts.skipped}))
    else:
        done(f"{_did(arguments.dry_run)} {counts.added} entries; {counts.skipped} {_there(arguments.dry_run)} already")
    return 0


def _place(journal: Journal, text: str | None) -> "tuple[str, Side] | None":
    """The site and side in words ("left calf"), read as a quick entry is."""
    if text is None:
        return None
    rating = next((each for each in journal.read(f"{text} 0").entries if isinstance(each, Rating)), None)
    if rating is None:
        raise Refused(f"nothing was imported: {text!r} names no place; give --site 'left calf'")
    return rating.site, rating.side


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
    yield f"{_did(dry)} {counts.added} entries; {counts.skipped} {_there(dry)} already"
    if counts.kept:
        yield f"{counts.kept} of those say something else here; they stay as they are here"
    yield from _reasons(incoming.left_out)


def _reasons(left_out: "tuple[LeftOut, ...]") -> list[str]:
    """What was left out, a line for each reason with the first place."""
    counts = Counter(each.why for each in left_out)
    first = {each.why: each.where for each in reversed(left_out)}
    return [f"left out: {count} ({visible(why)}), first at {visible(first[why])}" for why, count in counts.items()]


def _did(dry: bool) -> str:
    return "would import" if dry else "imported"


def _there(dry: bool) -> str:
    return "are there" if dry else "were there"


def _progress(rows: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{rows} rows read", end="", file=sys.stderr, flush=True)


def _end_progress() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
