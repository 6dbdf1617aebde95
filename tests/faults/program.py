"""The program under test as processes of its own: as it is, or broken on purpose."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0


@dataclass(frozen=True)
class Told:
    """What a process printed, and its exit status."""

    status: int
    out: str
    error: str

    @property
    def one_line(self) -> bool:
        """True for an error as it should be: one line, and no traceback."""
        return self.error.startswith("error: ") and self.error.count("\n") == 1


@dataclass(frozen=True)
class Build:
    """The program; `broken` names the way in which it was broken on purpose."""

    broken: str = ""

    def argv(self, *arguments: str, module: str = "journal") -> list[str]:
        """The command line of a module of this build, by default of `rj`."""
        middle = ["-m", "tests.faults.broken", self.broken, module] if self.broken else ["-m", module]
        return [sys.executable, *middle, *arguments]

    def environment(self, folder: Path, **more: str) -> dict[str, str]:
        """Nothing of the caller's but PATH; the journal in `folder`, HOME beside it."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(folder.parent),
            "PYTHONPATH": str(ROOT),
            "RECOVERY_JOURNAL_DATA": str(folder),
            "TZ": "UTC",
            **more,
        }

    def start(self, folder: Path, *arguments: str, module: str = "journal", **more: Any) -> subprocess.Popen[bytes]:
        """A process under way with pipes."""
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        argv, environment = self.argv(*arguments, module=module), self.environment(folder)
        started: subprocess.Popen[bytes] = subprocess.Popen(argv, env=environment, cwd=folder.parent, **(pipes | more))
        return started

    def run(
        self,
        folder: Path,
        *arguments: str,
        module: str = "journal",
        before: tuple[str, ...] = (),
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
    ) -> Told:
        """Run to the end; `before` is put before the command line (strace, faketime)."""
        done = subprocess.run(
            [*before, *self.argv(*arguments, module=module)],
            input=stdin,
            capture_output=True,
            env=self.environment(folder, **(environment or {})),
            cwd=folder.parent,
            check=False,
            timeout=PATIENCE,
        )
        out, error = (each.decode(errors="surrogateescape") for each in (done.stdout, done.stderr))
        return Told(done.returncode, out, error)

    def entries(self, folder: Path) -> list[dict[str, Any]]:
        """All entries, as the program as it is lists them. Raises ValueError when it cannot."""
        told = Build().run(folder, "list", "--json")
        if told.status:
            raise ValueError(told.error)
        found: list[dict[str, Any]] = json.loads(told.out)
        return found
