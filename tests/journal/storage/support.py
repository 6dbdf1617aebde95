"""What the change log of a store says."""

from collections.abc import Iterator

from journal.storage.shapes import Logged
from journal.storage.store import Store


def to_undo(store: Store) -> str | None:
    """The label of the action done last, which undo would take back; None when there is none."""
    return next(reversed(list(_labels(store, "done"))), None)


def to_redo(store: Store) -> str | None:
    """The label of the first action that is undone, which redo would do again; None when there is none."""
    return next(_labels(store, "undone"), None)


def _labels(store: Store, state: str) -> Iterator[str]:
    log = (each for each in store.logbook.all() if isinstance(each, Logged))
    return (each.label for each in log if each.state == state)
