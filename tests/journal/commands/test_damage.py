"""A data file that cannot be used is named, left as it is, and never taken for an empty journal."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.journal.commands.support import Shell


def damaged(rj: Shell, content: bytes) -> Path:
    rj.folder.mkdir()
    file = rj.folder / "journal.db"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    "content",
    [b"", b"not a database at all" * 100, b"SQLite format 3\0" + bytes(4000)],
    ids=["zero", "foreign", "torn"],
)
@pytest.mark.parametrize("command", [("log", "l calf 5"), ("today",), ("list", "--json")], ids=lambda each: each[0])
def test_damage_is_status_3_and_the_file_stays(rj: Shell, content: bytes, command: tuple[str, ...]) -> None:
    file = damaged(rj, content)
    told = rj(*command)
    assert told.status == 3
    assert told.error.startswith("error: ")
    assert "journal.db" in told.error
    assert told.error.count("\n") == 1
    assert told.out == ""
    assert file.read_bytes() == content


def test_another_programs_database_is_not_ours(rj: Shell) -> None:
    rj.folder.mkdir()
    with sqlite3.connect(rj.folder / "journal.db") as other:
        other.execute("create table notes (text)")
    before = (rj.folder / "journal.db").read_bytes()
    assert rj("log", "5").status == 3
    assert (rj.folder / "journal.db").read_bytes() == before


def test_a_link_to_a_missing_disk_is_no_new_journal(rj: Shell, tmp_path: Path) -> None:
    rj.folder.mkdir()
    (rj.folder / "journal.db").symlink_to(tmp_path / "unplugged" / "journal.db")
    told = rj("log", "5")
    assert told.status == 3
    assert "missing" in told.error
    assert (rj.folder / "journal.db").is_symlink()


@pytest.mark.skipif(os.name != "posix", reason="a FIFO is a POSIX thing")
def test_a_fifo_does_not_block(rj: Shell) -> None:
    rj.folder.mkdir()
    os.mkfifo(rj.folder / "journal.db")
    assert rj("today").status == 3


def test_a_newer_journal_is_status_7(rj: Shell) -> None:
    rj("log", "5")
    with sqlite3.connect(rj.folder / "journal.db") as file:
        file.execute("pragma user_version = 99")
    before = (rj.folder / "journal.db").read_bytes()
    for command in (("log", "6"), ("undo",), ("check",)):
        told = rj(*command)
        assert (told.status, told.out) == (7, "")
        assert told.error.startswith("error: ")
        assert "was written by a newer version" in told.error
        assert told.error.count("\n") == 1
    assert (rj.folder / "journal.db").read_bytes() == before


def test_a_newer_journal_can_be_read_and_exported(rj: Shell, tmp_path: Path) -> None:
    rj("log", "l calf 5")
    listed, exported = rj("list").out, rj("export").out
    with sqlite3.connect(rj.folder / "journal.db") as file:
        file.execute("pragma user_version = 99")
        file.execute("alter table entry add column mood text")
    before = (rj.folder / "journal.db").read_bytes()
    told = rj("list")
    assert (told.status, told.out) == (0, listed)
    assert told.error.startswith("warning: ")
    assert told.error.endswith("It was opened for reading only.\n")
    assert (rj("export").out, rj("today").status) == (exported, 0)
    with sqlite3.connect(rj.folder / "journal.db") as file:
        file.execute("alter table entry rename column body to content")
    told = rj("list")
    assert (told.status, told.out) == (7, "")
    assert (rj.folder / "journal.db").read_bytes() != before
