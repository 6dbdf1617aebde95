"""Lines that are typed or being saved when the app is killed: all are kept until each is saved."""

import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.faults.kept import kept_lines
from tests.faults.programs import app
from tests.journal.commands.support import Shell

LINES = ["note one", "note two", "note three"]


@contextmanager
def another_program_writes(folder: Path) -> Iterator[None]:
    """While nobody else can write to the journal."""
    with closing(sqlite3.connect(folder / "journal.db", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        yield


def test_lines_on_their_way_to_the_disk_survive_being_killed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    rj = Shell(folder)
    assert rj("log", "l calf 3").status == 0
    with another_program_writes(folder), app(folder) as terminal:
        terminal.until("14 days")
        terminal.settle()
        for line in LINES:
            terminal.press("a")
            terminal.until("Add")
            terminal.press(line)
            terminal.until("✓")
            if line != LINES[-1]:
                terminal.press("\r")
                terminal.settle()
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.end("")[1] == 143
    assert kept_lines(folder) == LINES
    with another_program_writes(folder), app(folder) as terminal:
        terminal.until("1 of 3: not saved")
        terminal.press("\r")
        terminal.until("2 of 3: not saved")
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.end("")[1] == -signal.SIGKILL
    assert kept_lines(folder) == LINES
    with app(folder) as terminal:
        for line in LINES:
            terminal.until(line)
            terminal.settle()
            terminal.press("\r")
        terminal.until("Saved")
        assert terminal.end("q")[1] == 0
    assert kept_lines(folder) == []
    assert sorted(each["note"] for each in rj("list", "--json").json if each["note"]) == ["one", "three", "two"]
