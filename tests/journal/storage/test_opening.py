"""Opening: what is made, what is refused, what a crash left. A file that is refused stays as it was, byte for byte."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from subprocess import PIPE
from types import SimpleNamespace

import pytest

from journal.storage import connecting, opening
from journal.storage.errors import (
    CannotAccess,
    Foreign,
    InUse,
    JournalDamaged,
    NewerJournal,
    NotAJournal,
    ReadOnly,
    StorageError,
)
from journal.storage.opening import leftovers
from journal.storage.store import Store
from tests.faults.inject import unprivileged
from tests.support import MONDAY, FakeClock, rating


@pytest.fixture
def written(path: Path, clock: FakeClock) -> Path:
    """A journal of three entries, closed."""
    store = Store.open(path, clock)
    store.record([rating(MONDAY, score, id=f"e{score}") for score in (1, 2, 3)], "three")
    store.close()
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """Every regular file of a folder but the lock, which is empty."""
    return {
        each.name: each.read_bytes()
        for each in sorted(folder.iterdir())
        if stat.S_ISREG(each.lstat().st_mode) and each.suffix != ".lock"
    }


def refused(path: Path, clock: FakeClock) -> StorageError:
    """The error that opening `path` raises; checks that it is one line and that nothing in the folder changed."""
    before = contents(path.parent)
    with pytest.raises(StorageError) as raised:
        Store.open(path, clock)
    assert contents(path.parent) == before
    assert "\n" not in str(raised.value)
    return raised.value


# -- a new journal ----------------------------------------------------------------------------------------------------


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each of several file creation masks."""
    before = os.umask(request.param)
    yield
    os.umask(before)


def test_all_that_is_made_is_for_the_owner_alone(umask: None, tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "a" / "b" / "journal.db"
    store = Store.open(path, clock)
    store.record([rating(MONDAY, 5)], "five")
    store.backup(tmp_path / "c" / "d" / "backup.db")
    store.close()
    for folder in (path.parent, path.parent.parent, tmp_path / "c", tmp_path / "c" / "d"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        for file in folder.iterdir():
            assert file.is_dir() or stat.S_IMODE(file.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert leftovers(path) == []


def test_the_file_says_what_it_is(written: Path) -> None:
    with closing(sqlite3.connect(written)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x724A6F75,)
        meta = dict(connection.execute("SELECT name, value FROM meta"))
    assert meta == {"format": "recovery-journal", "schema": "1", "made_by": "0.1.0"}


def test_durability_is_asked_for_and_checked(store: Store) -> None:
    with store._read() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert found == {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "busy_timeout": 60_000}


def test_a_setting_that_does_not_take_is_said_and_nothing_is_opened(
    path: Path, store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    before = path.read_bytes()
    # What a SQLite does that knows no other way: it stays in memory whatever it is asked.
    stubborn = (("journal_mode", "MEMORY", "delete"),)
    monkeypatch.setattr(connecting, "_PRAGMAS", stubborn)
    with pytest.raises(CannotAccess, match="SQLite keeps journal_mode at memory, not delete") as refused:
        Store.open(path, clock)
    assert (refused.value.exit_code, path.read_bytes()) == (4, before)


def test_a_creation_that_was_stopped_leaves_no_journal_and_the_next_makes_one(path: Path, clock: FakeClock) -> None:
    path.parent.mkdir()
    path.with_name("journal.db.new").write_bytes(b"half")
    path.with_name("journal.db.new-journal").write_bytes(b"half")
    Store.open(path, clock).close()
    assert set(contents(path.parent)) == {"journal.db"}


def test_no_journal_is_made_where_one_may_be_missing(path: Path, clock: FakeClock) -> None:
    path.parent.mkdir()
    path.with_name("journal.db-journal").write_bytes(b"left over")
    error = refused(path, clock)
    assert isinstance(error, JournalDamaged)
    assert "it is missing, but journal.db-journal is there" in str(error)
    assert not path.exists()


# -- refused ----------------------------------------------------------------------------------------------------------


def test_an_empty_file_is_damage_and_not_a_new_journal(path: Path, clock: FakeClock) -> None:
    path.parent.mkdir()
    path.touch()
    error = refused(path, clock)
    assert (type(error), error.exit_code) == (JournalDamaged, 3)
    assert f"the journal {path} is damaged (it is empty). It was not changed." in str(error)


@pytest.mark.parametrize("content", [b"x", b"SQLite format 3\x00", b"not a database " * 500, b"\0" * 8192])
def test_what_is_no_sqlite_file_is_refused(path: Path, clock: FakeClock, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    error = refused(path, clock)
    assert (type(error), error.exit_code) == (JournalDamaged, 3)
    assert "it is not a SQLite file" in str(error)


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_the_database_of_another_program_is_refused(path: Path, clock: FakeClock, mode: str) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode={mode}")
        connection.execute("CREATE TABLE entry (id)")
    error = refused(path, clock)
    assert (type(error), error.exit_code) == (Foreign, 3)
    assert "belongs to another program" in str(error)


def test_a_journal_of_a_newer_version_is_refused(written: Path, clock: FakeClock) -> None:
    with closing(sqlite3.connect(written)) as connection, connection:
        connection.execute("UPDATE meta SET value = '7.2.0' WHERE name = 'made_by'")
        connection.execute("PRAGMA user_version=99")
    error = refused(written, clock)
    assert (type(error), error.exit_code) == (NewerJournal, 7)
    assert "was written by a newer version (7.2.0; this is 0.1.0). It was not changed. Please update." in str(error)


def test_a_newer_journal_that_does_not_say_its_version(written: Path, clock: FakeClock) -> None:
    with closing(sqlite3.connect(written)) as connection:
        connection.execute("DROP TABLE meta")
        connection.execute("PRAGMA user_version=99")
    assert "newer version (schema 99;" in str(refused(written, clock))


def test_a_folder_is_refused(path: Path, clock: FakeClock) -> None:
    path.mkdir(parents=True)
    error = refused(path, clock)
    assert (type(error), error.exit_code) == (NotAJournal, 3)
    assert f"{path} is not a regular file" in str(error)


def test_a_pipe_is_refused_without_waiting(path: Path, clock: FakeClock) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    assert f"{path} is not a regular file" in str(refused(path, clock))


def test_a_device_is_refused(path: Path, clock: FakeClock) -> None:
    path.parent.mkdir()
    path.symlink_to("/dev/null")
    assert "/dev/null is not a regular file" in str(refused(path, clock))


def test_a_link_to_nowhere_is_refused(path: Path, clock: FakeClock) -> None:
    path.parent.mkdir()
    path.symlink_to(path.with_name("unplugged.db"))
    error = refused(path, clock)
    assert (type(error), error.exit_code) == (NotAJournal, 3)
    assert f"{path} is a link to {path.with_name('unplugged.db')}, which is missing" in str(error)
    assert path.is_symlink()
    assert not path.exists()


def test_a_folder_that_is_a_link_to_nowhere_is_refused(path: Path, clock: FakeClock) -> None:
    path.parent.symlink_to(path.parent.with_name("unplugged"))
    with pytest.raises(NotAJournal, match="which is missing"):
        Store.open(path, clock)


def test_a_folder_further_up_that_is_a_link_to_nowhere_is_refused(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "usb").symlink_to(tmp_path / "unplugged")
    with pytest.raises(NotAJournal, match="which is missing"):
        Store.open(tmp_path / "usb" / "sport" / "journal.db", clock)
    assert not (tmp_path / "unplugged").exists()


def test_a_link_in_a_circle_is_refused(path: Path, clock: FakeClock) -> None:
    path.parent.mkdir()
    path.symlink_to(path)
    assert "is a link to" in str(refused(path, clock))


def test_a_link_is_followed_and_kept(written: Path, tmp_path: Path, clock: FakeClock) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(written)
    store = Store.open(link, clock)
    store.record([rating(MONDAY, 4)], "four")
    store.close()
    assert link.is_symlink()
    assert not leftovers(link)
    store = Store.open(written, clock)
    assert store.count() == 4
    store.close()


@pytest.mark.parametrize("cut", [100, 4096, 5000, 12288])
def test_a_file_that_was_cut_off_is_refused(written: Path, clock: FakeClock, cut: int) -> None:
    os.truncate(written, cut)
    before = contents(written.parent)
    with pytest.raises(JournalDamaged):
        store = Store.open(written, clock)
        try:
            store.entries()
            assert store.check() == ()
        finally:
            store.close()
        pytest.fail("the check saw nothing")
    assert contents(written.parent) == before


def test_a_folder_that_is_a_file_cannot_hold_a_journal(path: Path, clock: FakeClock) -> None:
    path.parent.write_bytes(b"a file")
    with pytest.raises(CannotAccess) as raised:
        Store.open(path, clock)
    assert raised.value.exit_code == 4


def test_a_name_of_odd_characters_is_no_obstacle(tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "a ?b#c%41&mode=memory" / os.fsdecode(b"j\xff\xc3\xbc.db")
    store = Store.open(path, clock)
    store.record([rating(MONDAY, 5)], "five")
    store.close()
    assert path.stat().st_size > 4096
    store = Store.open(path, clock)
    assert store.count() == 1
    store.close()


# -- what a crash left ------------------------------------------------------------------------------------------------


def crash(written: Path, to: Path) -> None:
    """Copy `written` to `to` as it is when a program is stopped in the middle of a transaction: half on the disk."""
    with closing(sqlite3.connect(written, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE entry SET note = hex(randomblob(20000)), body = 'broken'")
        to.parent.mkdir()
        for each in (written, *leftovers(written)):
            shutil.copy(each, to.with_name(each.name.replace(written.name, to.name)))
        connection.execute("ROLLBACK")


def test_a_transaction_that_was_stopped_is_rolled_back(written: Path, tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "crashed" / "journal.db"
    crash(written, path)
    assert leftovers(path)
    assert b"broken" in path.read_bytes()
    store = Store.open(path, clock)
    assert [each.id for each in store.entries()] == ["e1", "e2", "e3"]
    assert store.check() == ()
    store.close()
    assert set(contents(path.parent)) == {"journal.db"}


def test_what_cannot_be_recovered_is_kept_as_it_was_found(written: Path, tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "crashed" / "journal.db"
    crash(written, path)
    os.truncate(path, 8192)
    journal = path.with_name("journal.db-journal")
    journal.write_bytes(b"\xff" * 4096)
    error = refused(path, clock)
    assert (type(error), error.exit_code) == (JournalDamaged, 3)


def test_recovery_waits_for_a_program_that_reads(
    written: Path, tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "crashed" / "journal.db"
    crash(written, path)
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(path)], stdin=PIPE, stdout=PIPE, text=True) as other:
        assert other.stdin is not None and other.stdout is not None
        answers, waits = other.stdout, list[float]()
        assert answers.readline() == "holding\n"

        def wait(seconds: float) -> None:
            waits.append(seconds)
            print("let go", file=other.stdin, flush=True)
            assert answers.readline() == "let go\n"

        monkeypatch.setattr(opening, "time", SimpleNamespace(monotonic=time.monotonic, sleep=wait))
        Store.open(path, clock).close()
    assert len(waits) == 1


HOLDS = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    fcntl.lockf(file, fcntl.LOCK_SH, 1, 0x40000002)
    print("holding", flush=True)
    sys.stdin.readline()
print("let go", flush=True)
"""


def test_a_journal_that_another_program_never_lets_go_of_is_in_use(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT_SECONDS", 0)
    path.parent.mkdir()
    with opening.locked(path), pytest.raises(InUse, match="another program is using the journal") as raised:
        Store.open(path, clock)
    assert raised.value.exit_code == 5
    assert not path.exists()


def test_an_empty_leftover_is_nothing(written: Path, clock: FakeClock) -> None:
    written.with_name("journal.db-journal").touch()
    store = Store.open(written, clock)
    assert store.count() == 3
    store.close()
    assert not [name for name in contents(written.parent) if "recovery" in name]


# -- read-only --------------------------------------------------------------------------------------------------------


@pytest.fixture
def owned(written: Path) -> Iterator[Path]:
    """A journal that this process may use as its owner, to whom permissions apply."""
    with unprivileged():
        yield written
        written.parent.chmod(0o700)


def test_a_read_only_file_opens_for_reading(owned: Path, clock: FakeClock) -> None:
    owned.chmod(0o400)
    store = Store.open(owned, clock)
    assert [each.id for each in store.entries()] == ["e1", "e2", "e3"]
    assert store.check() == ()
    with pytest.raises(ReadOnly, match=f"not saved: {owned} is read-only") as raised:
        store.record([rating(MONDAY, 4)], "four")
    assert raised.value.exit_code == 4
    assert store.count() == 3
    store.close()


def test_a_read_only_folder_opens_for_reading(owned: Path, clock: FakeClock) -> None:
    owned.parent.chmod(0o500)
    store = Store.open(owned, clock)
    assert store.count() == 3
    with pytest.raises(ReadOnly, match="is read-only"):
        store.record([rating(MONDAY, 4)], "four")
    assert store.count() == 3
    owned.parent.chmod(0o700)
    store.record([rating(MONDAY, 4)], "four")
    assert store.count() == 4
    store.close()


def test_a_file_that_may_not_be_read_is_not_called_damaged(owned: Path, clock: FakeClock) -> None:
    owned.chmod(0o000)
    with pytest.raises(CannotAccess) as raised:
        Store.open(owned, clock)
    assert raised.value.exit_code == 4
