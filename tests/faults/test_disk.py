"""Disks that are full, files that may not grow: nothing is lost, it is said, and saving works again afterwards."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.faults.inject import fill, small_disk, small_files
from tests.faults.kept import assert_kept, stored
from tests.faults.programs import RJ, environment
from tests.journal.commands.support import ROOT, Shell


def test_files_that_may_not_grow(tmp_path: Path) -> None:
    rj = Shell(tmp_path / "data")
    assert rj("log", "l calf 5").status == 0
    before = stored(rj.folder)
    told = subprocess.run(
        [*small_files((rj.folder / "journal.db").stat().st_size), *RJ, "log", f"note {'long ' * 20000}"],
        env=environment(rj.folder),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (4, "")
    assert told.stderr.startswith("error: not saved: ")
    assert_kept(rj.folder, before)
    assert rj("log", "l calf 6").status == 0


@pytest.mark.debian
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a disk")
def test_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1 << 20) as disk:
        rj = Shell(disk / "data", HOME=str(tmp_path))
        assert rj("log", "l calf 5", cwd=tmp_path).status == 0
        before = stored(rj.folder)
        ballast = fill(disk)
        told = rj("log", f"note {'long ' * 5000}", cwd=tmp_path)
        assert (told.status, told.out) == (4, "")
        assert told.error.startswith(f"error: not saved: no space left on {rj.folder}.")
        assert [each["id"] for each in rj("list", "--json", cwd=tmp_path).json] == before
        ballast.unlink()
        assert rj("log", "l calf 6", cwd=tmp_path).status == 0
        assert_kept(rj.folder, before, 1)
