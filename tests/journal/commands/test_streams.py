"""Where the output goes nowhere: the exit status says what is true, in one line and never in a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.journal.commands.support import ROOT, Shell, Told


def shell(rj: Shell, command: str) -> Told:
    """A line for the shell, in which RJ is the program."""
    words = command.replace("RJ", f"{sys.executable} -m journal")
    environment = {**rj._environment, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", words], env=environment, capture_output=True, check=False, timeout=60)
    return Told(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("where", ["> /dev/full", ">&-"], ids=["full", "closed"])
def test_reading_says_that_nothing_was_printed(rj: Shell, where: str) -> None:
    rj("log", "l calf 5")
    for command in ("list", "today", "export", "list --json"):
        told = shell(rj, f"RJ {command} {where}")
        assert (told.status, told.error.count("\n")) == (4, 1), command
        assert told.error.startswith("error: the output could not be written")


@pytest.mark.parametrize("where", ["> /dev/full", ">&-", "> /dev/full 2>&1", ">&- 2>&-"])
def test_what_was_saved_is_done_also_when_that_cannot_be_printed(rj: Shell, where: str) -> None:
    told = shell(rj, f"RJ log 'l calf 5' {where}")
    assert told.status == 0
    assert "Traceback" not in told.error
    assert len(rj("list", "--json").json) == 1


def test_a_reader_that_goes_away_is_no_error(rj: Shell) -> None:
    rj("log", "l calf 5")
    told = shell(rj, "RJ list --json | true; exit ${PIPESTATUS[0]}")
    assert (told.status, told.error) == (141, "")


def test_bytes_that_are_no_text_are_refused(rj: Shell) -> None:
    for command in (r"RJ log $'note \xff'", r"RJ list --search $'\xff'", r"RJ list --tag $'\xff'"):
        told = shell(rj, command)
        assert (told.status, told.error.count("\n")) == (2, 1), command
        assert "no UTF-8 text" in told.error
    told = shell(rj, r"printf 'note \xff\nnote fine\n' | RJ log --stdin")
    assert told.status == 2
    assert [entry["note"] for entry in rj("list", "--json").json] == ["fine"]


def test_what_nobody_expected_is_one_line_and_its_place_is_in_a_log_without_notes(rj: Shell, tmp_path: Path) -> None:
    rj("log", "note secret words")
    broken = tmp_path / "sitecustomize.py"
    broken.write_text("import journal.tell\ndef _body(entry, *more):\n    raise KeyError(entry.note)\n"
                      "journal.tell._body = _body\n")  # fmt: skip
    command = f"PYTHONPATH={tmp_path}:{ROOT} RJ list"
    told = shell(rj, command)
    assert told.status == 1
    assert told.error.startswith("error: this program made a mistake (KeyError in sitecustomize.py:3)")
    assert told.error.count("\n") == 1
    log = rj.folder / "errors.log"
    assert str(log) in told.error
    assert "sitecustomize.py:3 _body" in log.read_text()
    assert "secret" not in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600
