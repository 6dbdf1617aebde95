"""Journals that a process of the tests makes once and copies: to save a year takes longer than a runner's keys."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

from journal.book import Journal
from tests.support import FakeClock


@cache
def made(fill: Callable[[Journal], None], now: datetime) -> Path:
    """A folder whose journal was filled by `fill` at `now`; it goes with the process."""
    folder = Path(tempfile.mkdtemp(prefix="recovery-journal-made-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with Journal(folder, FakeClock(now)) as journal:
        fill(journal)
    return folder


def bring(folder: Path, fill: Callable[[Journal], None], now: datetime) -> None:
    """Bring the journal that `fill` fills at `now` into `folder`, unless it holds one."""
    if not (folder / "journal.db").exists():
        shutil.copytree(made(fill, now), folder, dirs_exist_ok=True)
