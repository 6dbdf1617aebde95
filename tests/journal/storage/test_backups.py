"""Backups that make themselves, and go again as they should."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Engine

from journal.storage import backups as room
from journal.storage.backups import Backups
from journal.storage.errors import StorageError
from journal.storage.shapes import Backup
from journal.storage.store import Store
from tests.support import MONDAY, FakeClock, rating


@pytest.fixture
def folder(path: Path) -> Path:
    return path.parent / "backups"


@pytest.fixture
def warned() -> list[str]:
    return []


@pytest.fixture
def backed(path: Path, folder: Path, clock: FakeClock, warned: list[str]) -> Iterator[Store]:
    """A journal that backs up by itself."""
    store = Store.open(path, clock, backups=Backups(folder, clock, warned.append))
    yield store
    store.close()


def entries(backup: Path) -> int:
    with closing(sqlite3.connect(backup)) as connection:
        return int(connection.execute("SELECT count(*) FROM entry").fetchone()[0])


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


def test_the_first_write_of_a_day_is_followed_by_a_backup(backed: Store, folder: Path, clock: FakeClock) -> None:
    assert names(folder) == []
    backed.record([rating(MONDAY, 5)], "five")
    backed.record([rating(MONDAY, 6)], "six")
    assert names(folder) == ["journal-20261123-073000-day.db"]
    assert entries(folder / names(folder)[0]) == 1
    clock.advance(hours=20)  # 03:30 of the next date: the same journal day
    backed.undo()
    assert len(names(folder)) == 1
    clock.advance(hours=1)
    backed.redo()
    assert names(folder)[1:] == ["journal-20261124-043000-day.db"]
    assert entries(folder / names(folder)[1]) == 2


def test_another_program_on_the_same_day_makes_no_second_one(backed: Store, folder: Path, clock: FakeClock) -> None:
    backed.record([rating(MONDAY, 5)], "five")
    clock.advance(hours=1)
    other = Store.open(backed.path, clock, backups=Backups(folder, clock))
    other.record([rating(MONDAY, 6)], "six")
    other.close()
    assert len(names(folder)) == 1


def test_before_an_import_there_is_a_backup_even_within_one_second(backed: Store, folder: Path) -> None:
    backed.import_entries([rating(MONDAY, 1, id="a")], "first")
    backed.import_entries([rating(MONDAY, 2, id="b")], "second")
    backed.import_entries([rating(MONDAY, 3, id="c")], "third")
    assert {name: entries(folder / name) for name in names(folder)} == {
        "journal-20261123-073000-day.db": 1,  # there was nothing to back up before the first
        "journal-20261123-073000-import.db": 1,
        "journal-20261123-073000-import-2.db": 2,
    }


def test_a_backup_that_fails_warns_once_and_stops_nothing(
    backed: Store, folder: Path, clock: FakeClock, warned: list[str]
) -> None:
    folder.write_bytes(b"in the way")
    backed.record([rating(MONDAY, 5)], "five")
    backed.record([rating(MONDAY, 6)], "six")
    assert backed.count() == 2
    (line,) = warned
    assert line.startswith(f"not backed up: {folder}")
    assert "What you record is saved" in line
    clock.advance(days=1)
    folder.unlink()
    backed.record([rating(MONDAY, 7)], "seven")
    assert len(warned) == 1
    assert len(names(folder)) == 1


def test_old_ones_go_and_other_files_stay(backed: Store, folder: Path, clock: FakeClock) -> None:
    folder.mkdir()
    strangers = [
        *("journal.db", "journal-20200101-000000.db", "journal-20200101-000000-day.db.txt", "notes.txt"),
        *("journal-20201301-000000-day.db", "my-journal-20200101-000000-day.db", "journal-20200101-000000-old.db"),
    ]
    for name in strangers:
        (folder / name).touch()
    for number in range(60):
        backed.record([rating(MONDAY, number % 11)], "a day")
        clock.advance(days=1)
    found = names(folder)
    assert set(strangers) <= set(found)
    assert [name for name in found if name not in strangers] == [
        *(f"journal-{day}-073000-day.db" for day in ("20261130", "20261220", "20261227", "20261231")),
        *(f"journal-202701{day:02}-073000-day.db" for day in (3, 10, *range(13, 22))),
    ]


def test_a_name_from_before_the_calendar_is_not_one_of_ours(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "journal-00010101-000000-day.db").touch()
    east = datetime(2026, 11, 23, 7, 30, tzinfo=timezone(timedelta(hours=2)))
    assert Backups(folder, FakeClock(east)).named() == []


def test_nothing_goes_when_an_entry_is_not_what_was_written(
    backed: Store, path: Path, folder: Path, clock: FakeClock, warned: list[str]
) -> None:
    backed.record([rating(MONDAY, 5, id="r", note="stairs")], "five")
    for _ in range(20):
        clock.advance(days=1)
        backed.record([rating(MONDAY, 5)], "five")
    before = set(names(folder))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entry SET note = 'stars' WHERE id = 'r'")
    for _ in range(10):
        clock.advance(days=1)
        backed.record([rating(MONDAY, 5)], "five")
    assert before < set(names(folder))
    assert "not what was written" in warned[0]


def test_old_backups_that_cannot_be_taken_away_are_said(
    backed: Store, folder: Path, clock: FakeClock, warned: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    backed.record([rating(MONDAY, 5)], "five")
    monkeypatch.setattr(room, "kept", lambda made, now: set())
    (folder / "journal-20200101-000000-day.db").mkdir()
    backed.import_entries([rating(MONDAY, 6, id="six")], "six")
    assert backed.count() == 2
    assert warned[0].startswith("old backups were not taken away: ")


def test_a_copy_that_fails_leaves_the_older_ones(
    backed: Store, folder: Path, clock: FakeClock, warned: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    backed.record([rating(MONDAY, 5)], "five")

    def fail(engine: Engine, to: Path) -> Backup:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(room, "back_up", fail)
    monkeypatch.setattr(room, "kept", lambda made, now: set())
    clock.advance(days=1)
    backed.record([rating(MONDAY, 6)], "six")
    assert names(folder) == ["journal-20261123-073000-day.db"]
    assert "no space left" in warned[0]
    with pytest.raises(StorageError):
        Backups(folder, clock).make(backed._engine, "restore")
