"""`rj` in processes of its own: commands, a stream of entries, the app on a terminal; all of them may be killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.benchmarks.speed.terminal import Terminal
from tests.journal.commands.support import ROOT

RJ = (sys.executable, "-m", "journal")


def environment(folder: Path, **more: str) -> dict[str, str]:
    """What `rj` runs with on the journal in `folder`."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder.parent),
        "PYTHONPATH": str(ROOT),
        "RECOVERY_JOURNAL_DATA": str(folder),
        "TZ": "UTC",
        **more,
    }


def start(folder: Path, *words: str, before: Sequence[str] = ()) -> subprocess.Popen[str]:
    """`rj` with `words`, running; `before` is a command that runs it (strace, prlimit)."""
    return subprocess.Popen(
        [*before, *RJ, *words],
        env=environment(folder),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


class Stream:
    """`rj log --stdin`: an entry a line, each acknowledged with its id after its commit."""

    def __init__(self, folder: Path, before: Sequence[str] = ()) -> None:
        self.process = start(folder, "log", "--stdin", before=before)
        self.acknowledged: list[str] = []
        self.unanswered = 0
        """How many lines were sent that had no answer yet."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def send(self, *lines: str) -> None:
        """Write lines without waiting for an answer."""
        assert self.process.stdin is not None
        self.unanswered += len(lines)
        self.process.stdin.write("".join(f"{line}\n" for line in lines))
        self.process.stdin.flush()

    def answered(self, count: int = 1) -> None:
        """Wait until `count` more lines were answered with `saved`."""
        assert self.process.stdout is not None
        for _ in range(count):
            self._take(self.process.stdout.readline())

    def kill(self) -> None:
        """End it with SIGKILL, and hear what it had still acknowledged."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGKILL)
            self.finish()

    def finish(self) -> str:
        """Wait until it ended, without sending more; what it wrote on stderr."""
        with self.process as ending:
            assert ending.stdin is not None
            assert ending.stdout is not None
            assert ending.stderr is not None
            ending.stdin.close()
            for line in ending.stdout:  # also those that have left the pipe already
                self._take(line)
            return str(ending.stderr.read())

    def _take(self, line: str) -> None:
        word, _, ids = line.partition(" ")
        if word == "saved":
            self.acknowledged += ids.split()
            self.unanswered -= 1


def app(folder: Path) -> Terminal:
    """The app on a terminal of its own, for `with`; it has painted Today when "14 days" was seen."""
    return Terminal(RJ, environment(folder))
