"""Several programs at once, and programs that are killed: nothing that was acknowledged is lost."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from journal.storage import connecting
from journal.storage.errors import InUse
from journal.storage.store import Store
from tests.support import MONDAY, FakeClock, rating

ROOT = Path(__file__).parents[3]


def start(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    """A writer in a process of its own."""
    command = [sys.executable, "-m", "tests.journal.storage.writer", str(path), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def stored(path: Path, clock: FakeClock) -> set[str]:
    """The ids in the journal, after looking it over."""
    store = Store.open(path, clock)
    assert store.check() == ()
    found = {entry.id for entry in store.all_entries()}
    store.close()
    return found


def test_four_programs_make_one_journal_and_lose_nothing(path: Path, clock: FakeClock) -> None:
    writers = [start(path, f"writer {number}", 8) for number in range(4)]
    said = [writer.communicate(timeout=120) for writer in writers]
    assert [errors for _, errors in said] == [""] * 4
    acknowledged = {each for lines, _ in said for each in lines.split()}
    assert len(acknowledged) == 32
    assert stored(path, clock) == acknowledged
    assert {each.name for each in path.parent.iterdir()} == {"journal.db", "journal.db.lock"}


@pytest.mark.parametrize("after", [0, 4])
def test_a_killed_program_loses_nothing_it_acknowledged(path: Path, clock: FakeClock, after: int) -> None:
    writer = start(path, "killed", 1000)
    with writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        acknowledged = {writer.stdout.readline().strip() for _ in range(after)}
        writer.send_signal(signal.SIGKILL)
        acknowledged |= set(writer.stdout.read().split())  # also of what had left the pipe with those lines
        errors = writer.stderr.read()
    assert (writer.returncode, errors) == (-signal.SIGKILL, "")
    found = stored(path, clock)
    assert acknowledged <= found
    assert len(found - acknowledged) <= 1
    # SQLite lets a rollback journal that was never begun lie until somebody writes.
    with closing(Store.open(path, clock)) as store:
        store.record([rating(MONDAY, 1)], "afterwards")
    assert {each.name for each in path.parent.iterdir()} == {"journal.db", "journal.db.lock"}


def test_a_journal_that_stays_locked_is_in_use(path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "_PRAGMAS", ())
    monkeypatch.setattr(connecting, "WAIT_SECONDS", 0)
    store = Store.open(path, clock)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(InUse, match="not saved: another program is using the journal") as raised:
            store.record([rating(MONDAY, 5)], "five")
        with pytest.raises(InUse, match="cannot read the journal"):
            store.entries()
        other.execute("ROLLBACK")
    assert raised.value.exit_code == 5
    assert store.record([rating(MONDAY, 5)], "five")
    store.close()
