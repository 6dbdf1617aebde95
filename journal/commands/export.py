"""`rj export`: the whole journal as JSON Lines."""

import argparse
import sys
from pathlib import Path

from journal.commands import done, journal_of
from journal.errors import Refused
from journal.files import write_whole
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Print the export, or write it to a file beside which nothing half-written is ever left."""
    with journal_of(arguments) as journal:
        if arguments.file == "-":
            for line in journal.export():
                sys.stdout.buffer.write(line)
            return 0
        target = Path(arguments.file).absolute()
        if target.resolve().is_relative_to(journal.paths.folder.resolve()):
            raise Refused(f"not exported: {target} lies inside the data folder; choose another place")
        if target.exists() and not target.is_file():
            raise Refused(f"not exported: {target} is not a regular file")
        content = b"".join(journal.export())
        write_whole(target, content)
    done(f"exported {len(content.splitlines()) - 1} entries to {visible(str(target))}")
    return 0
