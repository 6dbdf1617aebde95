"""`rj backup`: a verified copy of the journal."""

import argparse
from pathlib import Path

from journal.commands import done, journal_of
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Copy the journal to the file named, or into the backups folder."""
    with journal_of(arguments) as journal:
        to = Path(arguments.file).absolute() if arguments.file else None
        done(f"backed up to {visible(str(journal.backup(to)))}")
    return 0
