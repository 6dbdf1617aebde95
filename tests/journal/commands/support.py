"""Running the command line as a runner does: a process of its own on a folder of its own."""

import atexit
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from journal.cli import main
from tests.journal.commands.warm import Warm

ROOT = Path(__file__).parents[3]


def early_afternoon() -> str:
    """A zone (`TZ`) in which it is between 13:00 and 14:00 now, on the date that it is in UTC.

    In a process of its own a command reads the computer's clock. In the small hours "today" is the day before, and
    a time of this morning has not come yet; a test about something else should not hang on the hour it runs at.
    """
    ahead = 13 - datetime.now(UTC).hour
    return f"NOON{-ahead:+d}"


@dataclass(frozen=True)
class Told:
    """What a command printed, and its exit status."""

    status: int
    out: str
    error: str

    @property
    def json(self) -> Any:
        """The one JSON value that was printed."""
        return json.loads(self.out)


@cache
def warm() -> Warm:
    """The program that forks for each command; it ends with the tests."""
    program = Warm(ROOT)
    atexit.register(program.close)
    return program


class Shell:
    """`rj` on a data folder, in the early afternoon."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.folder = folder
        self._environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder.parent),
            "PYTHONPATH": str(ROOT),
            "RECOVERY_JOURNAL_DATA": str(folder),
            "TZ": early_afternoon(),
            **environment,
        }

    def __call__(self, *arguments: str, stdin: str | None = None, cwd: Path | None = None) -> Told:
        """Run `rj` with `arguments`, in a process that has its modules already."""
        return Told(*warm().run(arguments, stdin, cwd or self.folder.parent, self._environment))

    def cold(self, *arguments: str, stdin: str | None = None, cwd: Path | None = None) -> Told:
        """The same as the system begins it."""
        done = subprocess.run(
            [sys.executable, "-m", "journal", *arguments],
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            text=True,
            env=self._environment,
            cwd=cwd or self.folder.parent,
            check=False,
            timeout=60,
        )
        return Told(done.returncode, done.stdout, done.stderr)


class InProcess:
    """`rj` on a data folder in the program of the test, where its clock can be a given one."""

    def __init__(self, folder: Path, captured: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._captured = captured

    def __call__(self, *arguments: str) -> Told:
        """Run `rj` with `arguments`."""
        self._captured.readouterr()
        before = os.umask(0o077)  # which a command leaves behind, being the last that its process does
        try:
            status = main(["--data", str(self.folder), *arguments])
        finally:
            os.umask(before)
        said = self._captured.readouterr()
        return Told(status, said.out, said.err)
