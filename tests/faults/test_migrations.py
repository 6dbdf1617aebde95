"""A migration of 10,000 entries, killed at any moment: the old schema or the new one, whole, never between."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from journal.storage.migrations import steps
from journal.storage.store import Store
from journal.storage.verifying import verify
from tests.journal.commands.support import ROOT
from tests.journal.storage.released import FOLDER, load
from tests.journal.storage.test_migrations import NEXT
from tests.support import MONDAY, FakeClock, rating

ENTRIES = 10_000
KILLS = 4


def filled(path: Path, clock: FakeClock) -> None:
    """The newest released journal with many entries."""
    path.parent.mkdir()
    load(max(each.name for each in FOLDER.iterdir()), path)
    with closing(Store.open(path, clock)) as store:
        store.import_entries((replace(rating(MONDAY, n % 11), note=f"number {n}") for n in range(ENTRIES)), "many")


def state(path: Path) -> tuple[int, bool, int, str]:
    """Schema, whether its column is there, how many entries, and what SQLite says of the whole."""
    with closing(sqlite3.connect(path)) as connection:
        return (
            connection.execute("PRAGMA user_version").fetchone()[0],
            "mood" in [row[1] for row in connection.execute("PRAGMA table_info(entry)")],
            connection.execute("SELECT count(*) FROM entry").fetchone()[0],
            connection.execute("PRAGMA integrity_check").fetchone()[0],
        )


def test_killed_at_any_moment_it_is_the_old_or_the_new(tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "data" / "journal.db"
    filled(path, clock)
    _, _, count, _ = state(path)
    old = path.read_bytes()
    folder = tmp_path / "steps"
    shutil.copytree(steps.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "v0002_mood.py").write_text(NEXT.replace("BREAK", "False"))
    command = [sys.executable, "-m", "tests.faults.migrating", str(path), str(folder)]
    random, seen = Random(7), set()
    for _ in range(KILLS):
        path.write_bytes(old)
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == "begun\n"
            try:
                program.wait(timeout=random.uniform(0.05, 1.5))
            except subprocess.TimeoutExpired:
                program.kill()
        found = state(path)
        assert found in {(1, False, count, "ok"), (2, True, count, "ok")}
        seen.add(found[0])
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert state(path) == (2, True, count, "ok")
    kept = list((path.parent / "backups").glob("*-migration*.db"))
    assert kept
    assert {verify(each).entries for each in kept} == {count}
    assert seen
