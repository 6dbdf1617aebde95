"""System calls that fail, one after the other: what was acknowledged stays, and the journal works afterwards."""

import subprocess
from pathlib import Path

import pytest

from tests.faults.inject import SYNCS, failing, fired, set_of
from tests.faults.kept import assert_kept, stored
from tests.faults.programs import RJ, Stream, environment
from tests.journal.commands.support import ROOT, Shell

pytestmark = pytest.mark.debian

LINES = 40
CASES = [
    *(("pwrite64", error, "4+67") for error in ("EIO", "ENOSPC")),
    *(("fsync,fdatasync", error, "3+7") for error in ("EIO", "ENOSPC")),
    ("unlink", "EIO", "2+3"),
]
"""Which calls fail, how, and when: the first number, and from there each so-manieth, so that all places are met."""


@pytest.mark.parametrize(("calls", "error", "when"), CASES, ids=[f"{calls}-{error}" for calls, error, _ in CASES])
def test_calls_that_fail_now_and_then_while_saving(tmp_path: Path, calls: str, error: str, when: str) -> None:
    rj, journal = Shell(tmp_path / "data"), tmp_path / "data" / "journal.db"
    assert rj("log", "l calf 5").status == 0
    before = stored(rj.folder)
    trace = tmp_path / "trace"
    with Stream(rj.folder, failing(trace, calls, error, when, *set_of(journal))) as stream:
        stream.send(*(f"stairs {number}" for number in range(1, LINES + 1)))
        said = stream.finish()
    refused = [line for line in said.splitlines() if line.startswith("error: ")]
    assert fired(trace)
    assert "Traceback" not in said
    assert len(stream.acknowledged) + len(refused) == LINES
    assert stream.acknowledged
    assert refused
    # One of which it was said that it is not saved may be there, when the last call of its commit failed.
    assert_kept(rj.folder, [*before, *stream.acknowledged], len(refused))
    assert rj("log", "l calf 1").status == 0


def test_a_line_that_is_sent_again_after_it_was_not_surely_saved_is_there_once(tmp_path: Path) -> None:
    rj = Shell(tmp_path / "data")
    assert rj("log", "l calf 5").status == 0
    before, trace = stored(rj.folder), tmp_path / "trace"
    # The second flush of the folder is the one that ends the commit.
    with Stream(rj.folder, failing(trace, SYNCS, "EIO", "2", rj.folder)) as stream:
        stream.send("stairs 3", "stairs 3")
        said = stream.finish()
    assert said.startswith("error: stairs 3: not surely saved: the disk reported an error")
    assert_kept(rj.folder, [*before, *stream.acknowledged], 0)


@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
def test_a_disk_that_fails_for_good_says_so(tmp_path: Path, error: str) -> None:
    rj, journal = Shell(tmp_path / "data"), tmp_path / "data" / "journal.db"
    assert rj("log", "l calf 5").status == 0
    for calls in ("pwrite64", "fsync,fdatasync"):
        before = stored(rj.folder)
        told = subprocess.run(
            [*failing(tmp_path / "trace", calls, error, "1+", *set_of(journal)), *RJ, "log", "stairs 3"],
            env=environment(rj.folder),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert told.returncode == 4
        said = "the disk reported an error" if error == "EIO" or "sync" in calls else "no space left on"
        assert told.stderr.startswith("error: not saved: "), told.stderr
        assert said in told.stderr
        assert_kept(rj.folder, before)


def test_a_disk_error_while_reading_is_no_damage(tmp_path: Path) -> None:
    rj, journal = Shell(tmp_path / "data"), tmp_path / "data" / "journal.db"
    assert rj("log", "l calf 5").status == 0
    told = subprocess.run(
        [*failing(tmp_path / "trace", "pread64", "EIO", "1+", journal), *RJ, "list"],
        env=environment(rj.folder),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (4, "")
    assert told.stderr.startswith(f"error: cannot read {journal}: disk error.")
    assert rj("list").status == 0


@pytest.mark.parametrize("calls", ["write", "fsync,fdatasync", "rename"])
def test_an_export_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, calls: str) -> None:
    rj, target = Shell(tmp_path / "data"), tmp_path / "out" / "export.jsonl"
    rj("log", "l calf 5")
    target.parent.mkdir()
    rj("export", str(target))
    old = target.read_bytes()
    rj("log", "l calf 6")
    strace = failing(tmp_path / "trace", calls, "ENOSPC", "1+")
    told = subprocess.run(
        [*strace, *RJ, "export", str(target)],
        env=environment(rj.folder, PYTHONDONTWRITEBYTECODE="1"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode in (4, 120), told
    assert target.read_bytes() == old
    assert [each.name for each in target.parent.iterdir()] == ["export.jsonl"]
