"""`saved` means saved: killing the process after it loses nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.journal.commands.support import ROOT, Shell

LINES = 25


def test_what_was_answered_with_saved_survives_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    writer = subprocess.Popen(
        [sys.executable, "-m", "journal", "log", "--stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "RECOVERY_JOURNAL_DATA": str(folder), "HOME": "/"},
    )
    assert writer.stdin is not None
    assert writer.stdout is not None
    acknowledged = []
    for number in range(LINES):
        writer.stdin.write(f"stairs {number + 1}\n")
        writer.stdin.flush()
        acknowledged.append(writer.stdout.readline().split()[1])
    writer.stdin.write("stairs 99\n")
    writer.stdin.flush()
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdin.close()
    writer.stdout.close()
    kept = [entry["id"] for entry in Shell(folder)("list", "--json").json]
    assert kept[:LINES] == acknowledged
    assert len(kept) in (LINES, LINES + 1)
