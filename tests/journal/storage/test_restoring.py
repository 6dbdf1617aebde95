"""Using a backup: whatever stood in the journal's place is kept, and can be put back."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from journal.storage.backups import Backups
from journal.storage.errors import (
    CannotAccess,
    DoesNotFit,
    JournalDamaged,
    NewerJournal,
    NotAJournal,
    Replaced,
    StorageError,
)
from journal.storage.restoring import restore
from journal.storage.store import Store
from tests.support import MONDAY, FakeClock, rating


@pytest.fixture
def backups(path: Path, clock: FakeClock) -> Backups:
    return Backups(path.parent / "backups", clock)


@pytest.fixture
def kept(path: Path, clock: FakeClock, tmp_path: Path) -> Path:
    """A backup of two entries; the journal has three."""
    store = Store.open(path, clock)
    store.record([rating(MONDAY, score, id=f"e{score}") for score in (1, 2)], "two")
    to = tmp_path / "kept.db"
    store.backup(to)
    store.record([rating(MONDAY, 3, id="e3")], "three")
    store.close()
    return to


def ids(path: Path, clock: FakeClock) -> list[str]:
    store = Store.open(path, clock)
    assert store.check() == ()
    found = [entry.id for entry in store.entries()]
    store.close()
    return found


def test_a_backup_takes_the_place_and_the_former_can_be_put_back(
    path: Path, kept: Path, clock: FakeClock, backups: Backups
) -> None:
    before = path.read_bytes()
    found, former = restore(path, kept, clock, backups)
    assert former == path.parent / "journal.replaced-20261123-073000.db"
    assert (found.entries, former.read_bytes()) == (2, before)
    assert ids(path, clock) == ["e1", "e2"]
    assert [each.why for each in backups.named()] == ["restore"]
    again, other = restore(path, former, clock, backups)
    assert (again.entries, other) == (3, path.parent / "journal.replaced-20261123-073000-2.db")
    assert ids(path, clock) == ["e1", "e2", "e3"]
    assert kept.exists()
    assert former.exists()


@pytest.mark.parametrize("content", [b"", b"no database" * 500, b"SQLite format 3\0" + bytes(9000)])
def test_a_damaged_journal_is_moved_aside_byte_for_byte(
    path: Path, kept: Path, clock: FakeClock, backups: Backups, content: bytes
) -> None:
    path.write_bytes(content)
    _, former = restore(path, kept, clock, backups)
    assert former is not None
    assert former.read_bytes() == content
    assert ids(path, clock) == ["e1", "e2"]


def test_what_stands_beside_a_damaged_journal_goes_with_it(
    path: Path, kept: Path, clock: FakeClock, backups: Backups
) -> None:
    path.write_bytes(b"torn")
    path.with_name("journal.db-journal").write_bytes(b"hot")
    _, former = restore(path, kept, clock, backups)
    assert former is not None
    assert former.with_name(f"{former.name}-journal").read_bytes() == b"hot"
    assert ids(path, clock) == ["e1", "e2"]


@pytest.mark.parametrize("there", ["missing", "folder", "pipe"])
def test_it_works_with_no_journal_at_all(
    path: Path, kept: Path, clock: FakeClock, backups: Backups, there: str
) -> None:
    path.unlink()
    if there == "folder":
        path.mkdir()
    if there == "pipe":
        os.mkfifo(path)
    _, former = restore(path, kept, clock, backups)
    assert (former is None) == (there == "missing")
    assert ids(path, clock) == ["e1", "e2"]


def damage(kept: Path, how: str) -> None:
    if how == "missing":
        kept.unlink()
    elif how == "empty":
        kept.write_bytes(b"")
    elif how == "cut":
        os.truncate(kept, kept.stat().st_size // 2)
    elif how == "folder":
        kept.unlink()
        kept.mkdir()
    else:
        with closing(sqlite3.connect(kept)) as connection:
            connection.execute(f"PRAGMA {how}")


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ("missing", CannotAccess),
        ("empty", JournalDamaged),
        ("cut", JournalDamaged),
        ("folder", NotAJournal),
        ("application_id=1", NotAJournal),
        ("user_version=99", NewerJournal),
    ],
)
def test_what_is_not_whole_is_refused_and_nothing_changes(
    path: Path, kept: Path, clock: FakeClock, backups: Backups, how: str, kind: type[StorageError]
) -> None:
    before = path.read_bytes()
    damage(kept, how)
    with pytest.raises(kind, match="nothing was restored: ") as raised:
        restore(path, kept, clock, backups)
    assert path.read_bytes() == before
    assert "restoring" not in str(raised.value)
    assert not [each for each in path.parent.iterdir() if "restoring" in each.name or "replaced" in each.name]


def test_the_journal_itself_is_no_backup_of_it(path: Path, kept: Path, clock: FakeClock, backups: Backups) -> None:
    with pytest.raises(DoesNotFit, match="is the journal itself"):
        restore(path, path, clock, backups)
    assert ids(path, clock) == ["e1", "e2", "e3"]


def test_a_write_cut_short_in_what_was_moved_aside_is_finished(
    path: Path, kept: Path, clock: FakeClock, backups: Backups, tmp_path: Path
) -> None:
    script = (
        "import sqlite3, os; c = sqlite3.connect('crashed.db', isolation_level=None); c.execute('PRAGMA cache_size=1');"
        "c.execute('BEGIN'); c.execute('UPDATE entry SET note = hex(randomblob(90000))'); os._exit(0)"
    )
    shutil.copy(kept, tmp_path / "crashed.db")
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=True)
    assert (tmp_path / "crashed.db-journal").stat().st_size > 0
    found, _ = restore(path, tmp_path / "crashed.db", clock, backups)
    assert (found.entries, found.changed) == (2, ())
    assert (tmp_path / "crashed.db-journal").exists()
    assert ids(path, clock) == ["e1", "e2"]


def test_a_link_is_followed_and_kept(
    path: Path, kept: Path, clock: FakeClock, backups: Backups, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "disk"
    elsewhere.mkdir()
    path.rename(elsewhere / "real.db")
    path.symlink_to(elsewhere / "real.db")
    _, former = restore(path, kept, clock, backups)
    assert path.is_symlink()
    assert former == elsewhere / "real.replaced-20261123-073000.db"
    assert ids(path, clock) == ["e1", "e2"]


def test_an_unplugged_disk_is_no_place_to_restore_to(
    path: Path, kept: Path, clock: FakeClock, backups: Backups, tmp_path: Path
) -> None:
    path.unlink()
    path.symlink_to(tmp_path / "unplugged" / "journal.db")
    with pytest.raises(NotAJournal, match="which is missing"):
        restore(path, kept, clock, backups)
    assert path.is_symlink()


def test_an_open_program_writes_no_more_into_what_was_moved_aside(
    path: Path, kept: Path, clock: FakeClock, backups: Backups
) -> None:
    running = Store.open(path, clock)
    _, former = restore(path, kept, clock, backups)
    with pytest.raises(Replaced, match="was replaced since it was opened"):
        running.record([rating(MONDAY, 4, id="e4")], "four")
    running.close()
    assert former is not None
    assert ids(former, clock) == ["e1", "e2", "e3"]
    assert ids(path, clock) == ["e1", "e2"]


def test_a_restore_cut_short_before_the_last_rename_is_no_new_journal(
    path: Path, kept: Path, clock: FakeClock, backups: Backups
) -> None:
    path.rename(path.with_name("journal.replaced-x.db"))
    path.with_name("journal.db.restoring").write_bytes(kept.read_bytes())
    with pytest.raises(JournalDamaged, match="it is missing, but journal"):
        Store.open(path, clock)
    restore(path, kept, clock, backups)
    assert ids(path, clock) == ["e1", "e2"]
    assert not path.with_name("journal.db.restoring").exists()
