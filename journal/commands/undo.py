"""`rj undo`: take back the last action, also one of an earlier day."""

import argparse

from journal.commands import journal_of, print_json
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Say what was undone, or that there is nothing."""
    with journal_of(arguments) as journal:
        undone = journal.undo()
    return report(undone.label if undone else None, "undone", "undo", as_json=arguments.json)


def report(label: str | None, done: str, what: str, *, as_json: bool) -> int:
    """Print what was done to the action called `label`, or that there was none to `what`."""
    if as_json:
        print_json({done: label})
    else:
        print(f"{done}: {visible(label)}" if label is not None else f"nothing to {what}")
    return 0
