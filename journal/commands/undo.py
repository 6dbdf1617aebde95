"""`rj undo`: take back the last action, also one of an earlier day."""

import argparse

from journal.commands import done, journal_of, to_json
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Say what was undone, or that there is nothing."""
    with journal_of(arguments) as journal:
        undone = journal.undo()
    return report(undone.label if undone else None, "undone", "undo", as_json=arguments.json)


def report(label: str | None, how: str, what: str, *, as_json: bool) -> int:
    """Print what was done to the action called `label`, or that there was none to `what`."""
    if as_json:
        done(to_json({how: label}))
    else:
        done(f"{how}: {visible(label)}" if label is not None else f"nothing to {what}")
    return 0
