"""The command line on an empty folder."""

from pathlib import Path

import pytest

from tests.journal.commands.support import Shell


@pytest.fixture
def rj(tmp_path: Path) -> Shell:
    """`rj` on a data folder that does not exist yet."""
    return Shell(tmp_path / "data")
