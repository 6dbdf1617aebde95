"""`rj export`: the whole journal as JSON Lines, or its entries as CSV."""

import argparse
import sys
from codecs import BOM_UTF8
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from journal.book import Journal
from journal.commands import Counter, done, journal_of
from journal.errors import CannotWrite, Refused
from journal.files import write_pieces
from journal.plural import count
from journal.visible import visible

ALIKE = 10
"""Bytes in which exports of any version begin alike."""

TRIES = 3
"""So often an export begins anew because something was saved meanwhile."""


def run(arguments: argparse.Namespace) -> int:
    """Print the export, or write it to a file beside which nothing half-written is ever left."""
    with journal_of(arguments) as journal:
        if arguments.file == "-":
            for line in _lines(journal, arguments):
                sys.stdout.buffer.write(line)
            return 0
        target = Path(arguments.file).absolute()
        if target.resolve().is_relative_to(journal.paths.folder.resolve()):
            raise Refused(f"not exported: {target} lies inside the data folder; choose another place")
        if target.exists() and not target.is_file():
            raise Refused(f"not exported: {target} is not a regular file")
        _refuse_other(target, journal, arguments)
        _write(journal, target, arguments)
        exported = journal.count()
    done(f"exported {count(exported, 'entry')} to {visible(str(target))}")
    return 0


def _refuse_other(target: Path, journal: Journal, arguments: argparse.Namespace) -> None:
    """Raise Refused for a file that is there and does not begin as this export does: it is something else."""
    try:
        with target.open("rb") as stream:
            there = stream.read(64).removeprefix(BOM_UTF8)
    except FileNotFoundError:
        return
    except OSError as error:
        raise CannotWrite(f"not exported: {target}: {error.strerror}. Nothing was changed.") from None
    with closing(_lines(journal, arguments)) as lines:
        begins = next(lines).removeprefix(BOM_UTF8)[:ALIKE]
    if there and not there.startswith(begins):
        raise Refused(f"not exported: {target} is there and is no such export; choose another name")


def _write(journal: Journal, target: Path, arguments: argparse.Namespace) -> None:
    """The file as of one moment: again when something was saved while it was written."""
    for _ in range(TRIES):
        before = journal.version()
        write_pieces(target, _lines(journal, arguments))
        if journal.version() == before:
            return
    raise CannotWrite(f"{target} may miss what is being saved just now: export once more")


def _lines(journal: Journal, arguments: argparse.Namespace) -> Generator[bytes, None, None]:
    counter = Counter("lines written")
    csv = arguments.csv or arguments.file.lower().endswith(".csv")
    if csv and arguments.log:
        raise Refused("not exported: the change log goes into JSON Lines only")
    for number, line in enumerate(journal.export_csv(bom=arguments.bom) if csv else journal.export(log=arguments.log)):
        if number % 5000 == 0:
            counter.show(number)
        yield line
    counter.end()
