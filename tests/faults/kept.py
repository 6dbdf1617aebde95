"""What must be true after any fault: every acknowledged entry is there, once, and the journal is whole."""

from collections.abc import Collection
from pathlib import Path

from journal.clock import system_clock
from journal.draft_file import load_draft
from journal.paths import Paths
from journal.storage.store import Store


def stored(folder: Path) -> list[str]:
    """The ids in the journal of `folder`, after looking over all of it. Raises AssertionError when it is not whole."""
    store = Store.open(folder / "journal.db", system_clock())
    try:
        assert store.check() == ()
        return [entry.id for entry in store.all_entries()]
    finally:
        store.close()


def assert_kept(folder: Path, acknowledged: Collection[str], in_flight: int = 0) -> None:
    """Every acknowledged entry is there, and at most `in_flight` more."""
    found = stored(folder)
    lost = set(acknowledged) - set(found)
    assert not lost, f"{len(lost)} of {len(acknowledged)} acknowledged entries are lost"
    assert len(found) == len(set(found))
    assert len(found) <= len(acknowledged) + in_flight


def kept_lines(folder: Path) -> list[str]:
    """What was typed and not saved when apps had to close, oldest first."""
    return [draft.text for draft in sorted(map(load_draft, Paths(folder).drafts()), key=lambda draft: draft.at)]


def contents(folder: Path) -> dict[str, bytes]:
    """Every regular file under `folder` with its bytes, but for the empty lock, by its path from there."""
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and not each.is_symlink() and each.suffix != ".lock"
    }
