"""Each command begins with the modules that it imports itself. (`warm.py` has them all, so that tests are quick.)"""

from pathlib import Path

import pytest

from journal.cli import COMMANDS
from tests.journal.commands.support import Shell

GIVEN: dict[str, tuple[str, ...]] = {
    "log": ("l calf 5",),
    "ask": ("drive over 2h next morning",),
    "trial": ("start", "ball", "--seed", "1"),
    "report": ("leg.md",),
    "calendar": ("leg.ics",),
    "export": ("out.jsonl",),
    "import": ("out.jsonl",),
    "restore": ("--list",),
    "demo": ("--into", "sample"),
    "completion": ("bash",),
}
"""What a command is called with, where it needs more than its name."""


@pytest.mark.parametrize("command", COMMANDS)
def test_it_begins_in_a_process_without_modules(rj: Shell, tmp_path: Path, command: str) -> None:
    rj("log", "drive 3h", "l calf 4")
    rj("export", "out.jsonl")
    rj("undo")
    told = rj.cold(command, *GIVEN.get(command, ()))
    assert (told.status, told.error) == (0, "")
    assert told.out or (tmp_path / GIVEN[command][0]).exists()
