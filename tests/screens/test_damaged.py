"""A journal that cannot be used as it is: what is said, and every way on."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from journal.book import Journal
from journal.draft_file import Draft, load_draft
from journal.model import Rating
from screens.app import JournalApp
from tests.faults.damage import newer, pipe, zeros
from tests.faults.kept import contents
from tests.screens.support import NOW, Runner
from tests.screens.test_kept_typing import full_disk
from tests.support import FakeClock

SIZES = ((60, 20), (80, 24))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journal of two ratings, of which the backup has one."""
    with Journal(tmp_path / "data", FakeClock(NOW)) as journal:
        journal.change_settings(first_run_done=True)
        journal.log(["l calf 5"])
        journal.log(["l calf 6"])
    return tmp_path / "data"


def meet(folder: Path, journey: Callable[[Runner], Awaitable[None]], size: tuple[int, int] = (80, 24)) -> int | None:
    """Start the app on what is in `folder`; gives its exit status."""

    async def run() -> int | None:
        clock = FakeClock(NOW)
        journal = Journal(folder, clock)
        app = JournalApp(journal, look_aside=False)
        async with app.run_test(size=size, notifications=True) as pilot:
            runner = Runner(app, pilot, clock)
            await runner.settle()
            await journey(runner)
        journal.close()
        return app.return_value

    return asyncio.run(run())


def scores(folder: Path) -> list[int]:
    with Journal(folder, FakeClock(NOW)) as journal:
        return sorted(entry.score for entry in journal.entries() if isinstance(entry, Rating))


@pytest.mark.parametrize("size", SIZES)
def test_damage_is_said_and_leaving_changes_nothing(folder: Path, size: tuple[int, int]) -> None:
    (folder / "journal.db").write_bytes(b"torn" * 5000)
    before = contents(folder)

    async def journey(runner: Runner) -> None:
        assert "The journal could not be opened" in runner.text
        assert "is damaged" in runner.text
        assert "Nothing was changed." in runner.text
        await runner.press("t", "5", "h", "u")
        assert "The journal could not be opened" in runner.text
        await runner.press("q")

    assert meet(folder, journey, size) == 3
    assert contents(folder) == before


def test_escape_leaves_too(folder: Path) -> None:
    (folder / "journal.db").write_bytes(b"")

    async def journey(runner: Runner) -> None:
        await runner.press("escape")

    assert meet(folder, journey) == 3


@pytest.mark.parametrize("leaves", ["q", "escape", "ctrl+q"])
def test_what_was_typed_before_the_damage_was_found_is_kept(folder: Path, leaves: str) -> None:
    (folder / "journal.db").write_bytes(b"torn" * 5000)

    async def journey(runner: Runner) -> None:
        runner.app.being_saved.append(Draft("note kept", NOW, None))
        await runner.press(leaves)

    assert meet(folder, journey) == 3
    (kept,) = folder.glob("draft-*.json")
    assert load_draft(kept).text == "note kept"


def test_what_cannot_be_kept_is_said_before_it_is_given_up(folder: Path) -> None:
    (folder / "journal.db").write_bytes(b"torn" * 5000)

    async def journey(runner: Runner) -> None:
        runner.app.being_saved.append(Draft("note kept", NOW, None))
        with full_disk():
            await runner.press("q")
            assert "what was typed cannot be kept" in " ".join(runner.text.split())
            await runner.press("q")

    assert meet(folder, journey) == 3


def test_going_back_to_the_newest_backup(folder: Path) -> None:
    (folder / "journal.db").write_bytes(b"torn" * 5000)

    async def journey(runner: Runner) -> None:
        assert "Go back to the backup of Mon 23 Nov 2026 07:30: 1 entry" in runner.text
        await runner.press("enter")
        assert "Check-in" in runner.text
        await runner.press("7", "q")

    assert meet(folder, journey) == 0
    assert scores(folder) == [5, 7]


def test_rescuing_what_can_be_read(folder: Path) -> None:
    zeros(folder / "journal.db", 1)

    async def journey(runner: Runner) -> None:
        await runner.press("down", "enter")
        assert "Check-in" in runner.text
        await runner.press("q")

    assert meet(folder, journey) == 0
    assert scores(folder) == [5, 6]


def test_what_does_not_work_says_why_and_the_other_ways_stay(folder: Path) -> None:
    (folder / "journal.db").write_bytes(b"torn" * 5000)
    for each in (folder / "backups").iterdir():
        each.unlink()

    async def journey(runner: Runner) -> None:
        assert "Go back" not in runner.text
        await runner.press("enter")
        assert "nothing in it can be read" in runner.text
        await runner.press("down", "enter")
        assert "The journal could not be opened" in runner.text
        await runner.press("down", "enter")

    assert meet(folder, journey) == 3


def test_a_newer_journal_is_read_and_not_written(folder: Path) -> None:
    newer(folder / "journal.db")
    before = (folder / "journal.db").read_bytes()

    async def journey(runner: Runner) -> None:
        assert "This journal can only be read" in runner.text
        await runner.press("enter")
        assert "Check-in" in runner.text
        await runner.press("8")
        assert "newer version" in " ".join(each.message for each in runner.app._notifications)
        await runner.press("q")

    assert meet(folder, journey) == 0
    assert (folder / "journal.db").read_bytes() == before


def test_damage_inside_is_met_while_the_app_is_open(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "journal.db")) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'entry_tagged'").fetchone()
    zeros(folder / "journal.db", page)
    before = (folder / "journal.db").read_bytes()

    async def journey(runner: Runner) -> None:
        assert "The journal could not be opened" in runner.text
        runner.app._look_for_signs()  # may be under way when the damage is found
        await runner.settle()
        assert [each.message for each in runner.app._notifications] == []
        await runner.press("q")

    assert meet(folder, journey) == 3
    assert (folder / "journal.db").read_bytes() == before
    assert not (folder / "errors.log").exists()


def test_what_is_no_file_offers_only_to_leave(folder: Path) -> None:
    pipe(folder / "journal.db")

    async def journey(runner: Runner) -> None:
        assert "is not a regular file" in runner.text
        assert "Rescue" not in runner.text
        await runner.press("enter")

    assert meet(folder, journey) == 3
