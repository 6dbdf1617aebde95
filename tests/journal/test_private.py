"""What others could look into is closed to them, and said once."""

import stat
from pathlib import Path

import pytest

from tests.journal.commands.support import Shell


def modes(folder: Path) -> set[int]:
    return {stat.S_IMODE(each.stat().st_mode) & 0o077 for each in (folder, *folder.rglob("*"))}


@pytest.fixture
def rj(tmp_path: Path) -> Shell:
    """A journal whose files were opened to everybody."""
    shell = Shell(tmp_path / "data")
    shell("log", "l calf 5")
    for name in ("draft-1.json", "draft-1.txt", "errors.log", "errors.log.1", "newer.jsonl"):
        (shell.folder / name).touch()
    for each in (shell.folder, *shell.folder.rglob("*")):
        each.chmod(0o755 if each.is_dir() else 0o644)
    return shell


def test_it_is_closed_and_said_once(rj: Shell) -> None:
    told = rj("list")
    assert told.status == 0
    assert told.error.startswith(f"warning: other users could look into {rj.folder} and ")
    assert modes(rj.folder) == {0}
    assert rj("list").error == ""


def test_a_folder_that_holds_other_things_stays_as_it_is(rj: Shell) -> None:
    (rj.folder / "photos").mkdir()
    for each in (rj.folder, rj.folder / "photos"):
        each.chmod(0o755)
    rj("list")
    assert stat.S_IMODE(rj.folder.stat().st_mode) == 0o755
    assert stat.S_IMODE((rj.folder / "photos").stat().st_mode) == 0o755
    assert stat.S_IMODE((rj.folder / "journal.db").stat().st_mode) == 0o600
    assert stat.S_IMODE((rj.folder / "backups").stat().st_mode) == 0o700
    assert rj("list").error == ""
