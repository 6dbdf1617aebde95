"""Open the installed app in a pseudo-terminal, wait until Today is painted, and quit: `open_in_terminal.py RJ`."""

import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from fcntl import ioctl

PAINTED = b"14 days"
"""Words that stand on Today alone once it shows the stored figures."""
PATIENCE = 30.0


def main(program: str) -> int:
    """Give 0 when the words were painted and the app ended with status 0 after `q`."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(program, [program])
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    os.kill(child, signal.SIGWINCH)
    seen = _read_until(terminal, PAINTED)
    if PAINTED not in seen:
        os.kill(child, signal.SIGKILL)
        print(f"Today was not painted; the last output was {seen[-400:]!r}")
        return 1
    os.write(terminal, b"\x1b")
    _read_until(terminal, b"\x00", 1.0)
    os.write(terminal, b"q")
    _read_until(terminal, b"\x00", 5.0)
    _, status = os.waitpid(child, 0)
    print(f"opened, painted and closed with status {os.waitstatus_to_exitcode(status)}")
    return os.waitstatus_to_exitcode(status)


def _read_until(terminal: int, words: bytes, patience: float = PATIENCE) -> bytes:
    seen, until = b"", time.monotonic() + patience
    while words not in seen and time.monotonic() < until:
        ready, _, _ = select.select([terminal], [], [], 0.1)
        if ready:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                break
    return seen


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
