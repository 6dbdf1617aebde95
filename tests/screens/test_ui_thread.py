"""The thread that answers keys never waits for the journal, which another program may hold."""

import threading
import traceback
from pathlib import Path

import pytest

from journal.book.opened import Opened
from journal.draft_file import Draft, save_draft
from journal.model import Comment
from journal.storage.store import Store
from tests.screens.support import NOW, Runner, live


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where the thread of the test, which is the UI thread, reached for the store while keys were answered."""
    found = list[str]()
    ui, whole = threading.main_thread(), Opened.store

    def watched(journal: Opened) -> Store:
        if threading.current_thread() is ui and any("/screens/" in each.filename for each in traceback.extract_stack()):
            found.extend(
                f"{each.filename}:{each.lineno}"
                for each in traceback.extract_stack()
                if "/screens/" in each.filename and "/tests/" not in each.filename
            )
        store: Store = whole.__get__(journal)
        return store

    monkeypatch.setattr(Opened, "store", property(watched))
    return found


ROUNDS = {
    "a check-in": ["5", "f", "9", "0", "enter", "n", "escape", "u", "U"],
    "nothing stirred it": ["left_square_bracket", "z", "u"],
    "every section": ["r", "s", "m", "b", "g", "tab", "tab", "tab", "h", "t", "left_square_bracket"],
    "tags and places": ["h", "number_sign", "escape", "p", "escape", "i", "escape"],
    "an entry": ["a", "d", "r", "i", "v", "e", "space", "3", "h", "enter"],
    "an entry changed and removed": ["h", "e", "enter", "x", "u"],
    "a search": ["h", "slash", "d", "r", "i", "escape"],
    "settings": ["S", "down", "enter", "escape", "escape"],
    "massage": ["m", "c", "n", "n", "n", "n", "n", "enter", "5", "enter", "space", "escape"],
    "strength": ["s", "space", "1", "2", "enter", "w", "escape", "n", "comma"],
    "the body": ["b", "right", "down", "4", "space", "left_square_bracket"],
    "asking ahead": ["g", "tab", "A", "escape", "tab", "T", "escape"],
    "comments": ["K", "y", "escape"],
    "a report": ["R", "tab", "tab", *"last-visit", "enter", "escape"],
}


@pytest.mark.parametrize("keys", ROUNDS.values(), ids=ROUNDS)
def test_no_key_waits_for_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waited: list[str], keys: list[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    async def journey(runner: Runner) -> None:
        (drive,) = runner.journal.log(["drive 3h"]).entries
        runner.journal.record(Comment(at=NOW, author="Ada", role="coach", text="Good", refers_to=drive.id))
        await runner.settle()
        waited.clear()
        await runner.press(*keys)
        assert waited == []

    live(tmp_path / "data", journey)


def test_the_start_waits_for_nothing_either(tmp_path: Path, waited: list[str]) -> None:
    async def journey(runner: Runner) -> None:
        assert "drive 4h" in runner.text
        assert waited == []

    def begin() -> None:
        live(tmp_path / "data", journey, first_run=True)

    async def record(runner: Runner) -> None:
        (drive,) = runner.journal.log(["drive 3h"]).entries
        save_draft(runner.journal.paths.folder, Draft("drive 4h", NOW, None, drive.id))

    live(tmp_path / "data", record)
    waited.clear()
    begin()
