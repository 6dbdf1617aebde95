"""`rj import`: take in an export of this journal, whole or not at all."""

import argparse
import stat
from pathlib import Path

from journal.commands import journal_of, print_json
from journal.errors import CannotWrite, ImportRefused

MOST_BYTES = 512 * 1024 * 1024
"""A larger file is refused before it is read."""


def run(arguments: argparse.Namespace) -> int:
    """Say how many entries came in and how many were there already."""
    path = Path(arguments.file)
    content = _content(path)
    with journal_of(arguments) as journal:
        counts = journal.import_lines(content.splitlines(keepends=True), path.name)
    if arguments.json:
        print_json({"added": counts.added, "skipped": counts.skipped})
    else:
        print(f"imported {counts.added} entries; {counts.skipped} were there already")
    return 0


def _content(path: Path) -> bytes:
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):
            raise ImportRefused(f"nothing was imported: {path} is not a regular file")
        if known.st_size > MOST_BYTES:
            raise ImportRefused(f"nothing was imported: {path} is larger than {MOST_BYTES // 1024**2} MiB")
        return path.read_bytes()
    except OSError as error:
        raise CannotWrite(f"nothing was imported: {path} cannot be read: {error.strerror}") from None
