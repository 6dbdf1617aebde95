"""Commands in a process of their own without the seconds that imports take: a program that has imported, and forks.

What is run so is what `python -m journal` runs, on the arguments, environment, folder and streams that are given; only
the modules are there already. That each command also begins without them is shown by `test_cold.py`.
"""

import gc
import importlib
import json
import os
import pkgutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import journal

PATIENCE = 60
"""Seconds for a command."""
BYTES = 1 << 20
"""The longest request; each is one message."""
STREAMS = 3
RUN = ("journal.__main__", "journal.storage.migrations.env", "journal.storage.migrations.versions")
"""What is run and not imported."""


class Warm:
    """The program that has imported, one for each process of the tests."""

    def __init__(self, root: Path) -> None:
        here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        here.settimeout(PATIENCE)
        with there:
            self._program = subprocess.Popen(
                [sys.executable, "-m", __name__, str(there.fileno())],
                cwd=root,
                env={"PATH": os.environ["PATH"], "PYTHONPATH": str(root), "OPENBLAS_NUM_THREADS": "1"},
                pass_fds=[there.fileno()],
            )
        self._line = here

    def run(
        self, arguments: Sequence[str], stdin: str | None, cwd: Path, environment: Mapping[str, str]
    ) -> tuple[int, str, str]:
        """The exit status of `rj` with `arguments`, what it wrote, and what it complained of."""
        with TemporaryFile() as typed, TemporaryFile() as out, TemporaryFile() as error:
            typed.write((stdin or "").encode())
            typed.seek(0)
            asked = json.dumps([list(arguments), str(cwd), dict(environment)]).encode()
            assert len(asked) < BYTES
            socket.send_fds(self._line, [asked], [each.fileno() for each in (typed, out, error)])
            status = int(self._line.recv(BYTES))
            return status, read(out), read(error)

    def close(self) -> None:
        """End it."""
        self._line.close()
        self._program.wait(PATIENCE)


def read(stream: IO[bytes]) -> str:
    """What was written into `stream`, with the ends of lines of a text."""
    stream.seek(0)
    return stream.read().decode().replace("\r\n", "\n")


def serve(line: socket.socket) -> None:
    """Fork for each request until there are no more; returns in each child, ready to be `rj`."""
    while True:
        asked, streams, _, _ = socket.recv_fds(line, BYTES, STREAMS)
        if not asked:
            os._exit(0)
        child = os.fork()
        if not child:
            line.close()
            arguments, cwd, environment = json.loads(asked)
            return be(arguments, cwd, environment, streams)
        for stream in streams:
            os.close(stream)
        _, ended = os.waitpid(child, 0)
        line.send(str(os.waitstatus_to_exitcode(ended)).encode())


def be(arguments: list[str], cwd: str, environment: dict[str, str], streams: list[int]) -> None:
    """Become the process that `rj` would have begun in."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv[1:] = arguments


def main() -> None:
    """Import everything, then serve the line whose number is the first argument."""
    line = socket.socket(fileno=int(sys.argv[1]))
    for module in pkgutil.walk_packages(journal.__path__, "journal."):
        if not module.name.startswith(RUN):
            importlib.import_module(module.name)
    gc.freeze()
    serve(line)
    sys.argv[0] = str(Path(journal.__path__[0]) / "__main__.py")
    from journal.start import main as command_line

    sys.exit(command_line())


if __name__ == "__main__":
    main()
