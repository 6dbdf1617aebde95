"""Copies that can be trusted."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from journal.storage import backup
from journal.storage.errors import CannotAccess, StorageError
from journal.storage.store import Store
from tests.journal.storage.support import to_undo
from tests.support import MONDAY, FakeClock, rating


def test_a_backup_opens_with_everything_in_it(store: Store, tmp_path: Path, clock: FakeClock) -> None:
    saved = store.record([rating(MONDAY, score) for score in range(5)], "five")
    store.remove(saved[0].id, "one less")
    to = tmp_path / "backups" / "b.db"
    made = store.backup(to)
    assert (made.path, made.entries) == (str(to), 4)
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert [each.name for each in to.parent.iterdir()] == ["b.db"]
    copy = Store.open(to, clock)
    assert copy.entries() == store.entries()
    assert copy.check() == ()
    assert to_undo(copy) == "one less"
    copy.close()


def test_a_newer_backup_takes_the_place_of_an_older(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "b.db")
    store.record([rating(MONDAY, 5)], "five")
    assert store.backup(tmp_path / "b.db").entries == 1


def test_a_copy_that_is_not_whole_is_no_backup(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.record([rating(MONDAY, 5)], "five")
    to = tmp_path / "b.db"
    to.write_bytes(b"the earlier backup")
    copy = backup._copy

    def lossy(*given: object) -> tuple[int, str | None]:
        found = copy(*given)  # type: ignore[arg-type]
        with closing(sqlite3.connect(given[1])) as connection, connection:  # type: ignore[call-overload]
            connection.execute("DELETE FROM entry")
        return found

    monkeypatch.setattr(backup, "_copy", lossy)
    with pytest.raises(CannotAccess, match="it holds 0 of 1 entries"):
        store.backup(to)
    assert to.read_bytes() == b"the earlier backup"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["b.db"]


def test_a_place_that_cannot_be_written_is_said(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="not backed up: "):
        store.backup(tmp_path / "file" / "b.db")
