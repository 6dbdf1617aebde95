"""Whatever stands where the journal should: named, left as it is, never taken for an empty journal; and a way back."""

import os
import shlex
from pathlib import Path

import pytest

from journal.book import Journal
from journal.clock import system_clock
from tests.faults.damage import UNREADABLE
from tests.faults.kept import contents, stored
from tests.journal.commands.support import InProcess

NO_JOURNAL = ("dangling link", "folder", "pipe", "device", "pipe beside")


@pytest.mark.parametrize("name", UNREADABLE)
def test_it_is_said_and_nothing_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    rj = InProcess(tmp_path / "data", capsys)
    with Journal(rj.folder, system_clock()) as opened:
        (saved,) = opened.log(["l calf 5"]).entries
    journal = rj.folder / "journal.db"
    UNREADABLE[name](journal)
    before, link = contents(rj.folder), journal.is_symlink()
    told = rj("log", "l calf 6")
    assert (told.status, told.out) == (3, "")
    assert told.error.startswith("error: ")
    assert str(journal) in told.error or name == "device"
    assert told.error.count("\n") == 1
    assert (contents(rj.folder), journal.is_symlink()) == (before, link)
    if name in NO_JOURNAL:
        return
    assert "Newest backup: " in told.error
    command = shlex.split(told.error.partition("To use it: ")[2])[1:]
    assert rj(*command).status == 0
    assert stored(rj.folder) == [saved.id]


@pytest.mark.parametrize("name", ["settings.toml", "own.toml", "newer.jsonl", "glance.json", "mappings/x.toml"])
def test_a_pipe_in_the_place_of_another_file_is_not_waited_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    rj = InProcess(tmp_path / "data", capsys)
    assert rj("log", "l calf 5").status == 0
    pipe = rj.folder / name
    pipe.parent.mkdir(exist_ok=True)
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    assert rj("log", "l calf 6").status == 0
    assert rj("today", "--short").status == 0
    told = rj("export", str(tmp_path / "out.jsonl"))
    assert told.status == (4 if name == "newer.jsonl" else 0), told
    assert pipe.is_fifo()
