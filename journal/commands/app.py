"""`rj` without a command: open the app. The one place where `journal/` meets `screens/`."""

import argparse
import gc
import os
import sys

from journal.book import Journal
from journal.commands import journal_of
from journal.errors import Refused

TURN = 0.0005
"""Seconds after which a thread that reads lets the one that takes the keys go on. Python's own 5 ms are as long as all
that a key sets going, and it needs a dozen turns to be painted."""


def run(arguments: argparse.Namespace) -> int:
    """Open the app on the runner's journal, and end with its exit status."""
    status = show(journal_of(arguments))
    # The journal is closed. For Python to take itself apart would take longer than everything else about leaving.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def show(journal: Journal, *, ask_first: bool = True) -> int:
    """Run the app on `journal` and close it after. Raises Refused where there is no terminal to draw on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        raise Refused("the screen needs a terminal; use: recovery-journal log 'calf 5', recovery-journal today, …")
    # What is imported and made before the first paint stays: to look through it for what may go takes a tenth of it.
    gc.disable()
    sys.setswitchinterval(TURN)
    from screens.app import JournalApp

    app = JournalApp(journal, ask_first=ask_first)
    try:
        status = app.run() or 0
    finally:
        journal.close()
    if app.mistake is not None:
        raise app.mistake
    return status
