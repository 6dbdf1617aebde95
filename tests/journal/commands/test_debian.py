"""What needs a Debian package to be seen: strace for sockets, faketime for other clocks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journal.commands.support import ROOT, Shell

pytestmark = pytest.mark.debian


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder.parent),
        "PYTHONPATH": str(ROOT),
        "RECOVERY_JOURNAL_DATA": str(folder),
        "TZ": "UTC",
    }
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_no_socket_is_opened(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    rj = ("-m", "journal")
    told = run(
        tmp_path / "data",
        "strace",
        "-f",
        "-e",
        "trace=socket",
        "-o",
        str(trace),
        sys.executable,
        *rj,
        "log",
        "l calf 5",
    )
    assert told.returncode == 0, told.stderr
    assert "AF_INET" not in trace.read_text()


def test_the_small_hours_belong_to_the_day_before(tmp_path: Path) -> None:
    told = run(tmp_path / "data", "faketime", "2026-11-24 01:30:00", sys.executable, "-m", "journal", "log", "l calf 5")
    assert told.returncode == 0, told.stderr
    (entry,) = Shell(tmp_path / "data")("list", "--month", "2026-11", "--json").json
    assert entry["at"].startswith("2026-11-24T01:30:")
    assert "Mon 23 Nov 2026" in Shell(tmp_path / "data")("list").out
