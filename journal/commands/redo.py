"""`rj redo`: do again what was undone last."""

import argparse

from journal.commands import journal_of
from journal.commands.undo import report


def run(arguments: argparse.Namespace) -> int:
    """Say what was done again, or that there is nothing."""
    with journal_of(arguments) as journal:
        redone = journal.redo()
    return report(redone.label if redone else None, "redone", "redo", as_json=arguments.json)
