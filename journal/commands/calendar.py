"""`rj calendar`: what lies ahead as a calendar file."""

import argparse
from pathlib import Path

from journal.commands import done, journal_of
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    with journal_of(arguments) as journal:
        target = journal.write_calendar(Path(arguments.file))
    done(f"the calendar is in {visible(str(target))}; import it again after the next rj calendar, and it is updated")
    return 0
