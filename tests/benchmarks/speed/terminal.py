"""A program in a pseudo-terminal of 120×40 that answers the questions a program asks its terminal."""

import os
import pty
import select
import signal
import struct
import termios
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

SIZE = (40, 120)
ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
}
"""What a program may ask, and what a terminal of today says."""
FIXED = ("COLUMNS", "LINES")
"""Where these are set, as among the workers of pytest, a program goes by them and sees no other size."""
PATIENCE = 30.0


class Gone(Exception):
    """The program ended, or what was waited for did not come."""


class Terminal:
    """The program `argv`, running from `with` to its end; times are seconds since it was started."""

    def __init__(self, argv: Sequence[str], extra: Mapping[str, str] | None = None) -> None:
        self.argv = list(argv)
        given = {name: value for name, value in os.environ.items() if name not in FIXED}
        self.environment = {**given, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(extra or {})}
        self.seen = bytearray()

    def __enter__(self) -> Self:
        self._began = perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            try:
                signal.signal(signal.SIGHUP, signal.SIG_DFL)  # under nohup it would stay ignored
                ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
                os.execvpe(self.argv[0], self.argv, self.environment)
            finally:
                os._exit(127)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._terminal)

    @property
    def now(self) -> float:
        """Seconds since the program was started."""
        return perf_counter() - self._began

    def until(self, *words: str, patience: float = PATIENCE) -> float:
        """When all of `words` had come since the last `forget`. Raises Gone."""
        missing = [word.encode() for word in words]
        last = self.now + patience
        while missing := [word for word in missing if word not in self.seen]:
            if not self._take(last - self.now):
                raise Gone(f"{self.argv}: {missing} did not come; last was {bytes(self.seen[-300:])!r}")
        return self.now

    def until_one(self, *words: str, patience: float = PATIENCE) -> float:
        """When the first of `words` had come since the last `forget`. Raises Gone."""
        last = self.now + patience
        while not any(word.encode() in self.seen for word in words):
            if not self._take(last - self.now):
                raise Gone(f"{self.argv}: none of {words} came; last was {bytes(self.seen[-300:])!r}")
        return self.now

    def anything(self, patience: float = PATIENCE) -> float:
        """When the next output came. Raises Gone."""
        if not self._take(patience):
            raise Gone(f"{self.argv}: no answer")
        return self.now

    def settle(self, quiet: float = 0.3, patience: float = PATIENCE) -> None:
        """Wait until nothing was written for `quiet` seconds."""
        last = self.now + patience
        while self.now < last and self._take(quiet):
            pass

    def calm(self, quiet: float = 0.25) -> float:
        """When the last output came before `quiet` seconds without any. Raises Gone when there was none."""
        last = self.anything()
        while self._take(quiet):
            last = self.now
        return last

    def press(self, keys: str) -> float:
        """Type `keys`, forgetting what was seen before; gives when."""
        self.forget()
        os.write(self._terminal, keys.encode())
        return self.now

    def forget(self) -> None:
        """Look only at what comes from now on."""
        self.seen.clear()

    def end(self, keys: str) -> tuple[float, int]:
        """Type `keys` and wait for the end; gives the seconds it took and the exit status. Raises Gone."""
        began = self.press(keys)
        while self._take(PATIENCE):
            if self.now - began > 4 * PATIENCE:
                raise Gone(f"{self.argv} did not end; last was {bytes(self.seen[-300:])!r}")
        ended = os.pidfd_open(self.pid)
        silent = not select.select([ended], [], [], PATIENCE)[0]
        os.close(ended)
        if silent:
            raise Gone(f"{self.argv} says nothing and does not end; last was {bytes(self.seen[-300:])!r}")
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return self.now - began, os.waitstatus_to_exitcode(status)

    def processor_seconds(self) -> float:
        """What the program used of the processor so far."""
        threads = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in threads) / 1e9

    def memory(self) -> float:
        """MiB of memory that are this program's alone or shared, as the system counts (RSS)."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2

    def _take(self, patience: float) -> bool:
        ready, _, _ = select.select([self._terminal], [], [], max(patience, 0))
        if not ready:
            return False
        try:
            new = os.read(self._terminal, 1 << 16)
        except OSError:
            return False
        for question, answer in ANSWERS.items():
            for _ in range(new.count(question)):
                os.write(self._terminal, answer)
        self.seen += new
        return bool(new)
