"""`rj due`: what is still to do today; for cron, a timer, a desktop notification."""

import argparse

from journal.commands import done, journal_of, to_json
from journal.due import due
from journal.visible import visible

NOTHING = 1
"""The exit status when nothing is due."""


def run(arguments: argparse.Namespace) -> int:
    """Print what is due, a line each; status 0 when something is, 1 when nothing is."""
    with journal_of(arguments) as journal:
        lines = due(journal.status(), journal.catalogue, journal.settings)
    if arguments.json:
        done(to_json(list(lines)))
    elif lines:
        done(*map(visible, lines))
    return 0 if lines else NOTHING
