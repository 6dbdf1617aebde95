"""Migrations that are killed at any moment: the old schema or the new one, whole, never between."""

import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from journal.storage.migrations import steps
from journal.storage.store import Store
from journal.storage.verifying import verify
from tests.faults.findings import Tally
from tests.faults.program import PATIENCE, Build
from tests.journal.storage.released import FOLDER, load
from tests.journal.storage.test_migrations import NEXT
from tests.support import MONDAY, FakeClock, moment, rating

LONG = {"entries": 10_000, "kills": 60}
SHORT = {"entries": 3000, "kills": 3}


def run(build: Build, scratch: Path, entries: int, kills: int) -> list[Tally]:
    """From every released schema with so many entries to a pretended next one, killed so often on the way."""
    tally = Tally(
        "migrations", "a killed migration leaves the old or the new schema, whole, and a backup of all entries"
    )
    folder = scratch / "steps"
    shutil.copytree(steps.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "v0002_mood.py").write_text(NEXT.replace("BREAK", "False"))
    for released in sorted(FOLDER.iterdir()):
        _from(released.name, build, scratch / released.stem, folder, tally, entries, kills)
    return [tally]


def _from(name: str, build: Build, folder: Path, newer: Path, tally: Tally, entries: int, kills: int) -> None:
    journal, random = folder / "journal.db", Random(name)
    _fill(name, journal, entries)
    old, (_, _, count, _) = journal.read_bytes(), state(journal)
    spans: dict[bool, float] = {}
    for turn in range(-2, kills):
        journal.write_bytes(old)
        backups = len(_backups(folder))
        program = build.start(folder, str(journal), str(newer), module="tests.faults.migrating")
        assert program.stdout is not None
        program.stdout.readline()
        late = turn % 2 == 0  # every other is killed while steps are taken: once the backup before them is made
        while late and len(_backups(folder)) == backups and program.poll() is None:
            time.sleep(0.002)
        began = time.monotonic()
        try:  # the first two are let run to their end, to know how long it takes
            program.wait(random.uniform(0, spans[late]) if turn >= 0 else PATIENCE)
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
        program.communicate()
        spans.setdefault(late, time.monotonic() - began)
        found, done = state(journal), program.returncode == 0
        fine = found == (2, True, count, "ok") or (not done and found == (1, False, count, "ok"))
        tally.saw(fine, f"{name}, kill {turn}: {found} of {count} entries, ended with {program.returncode}")
    kept = [verify(each).entries for each in _backups(folder)]
    tally.saw(bool(kept) and set(kept) == {count}, f"backups hold {kept}")


def _backups(folder: Path) -> list[Path]:
    return list((folder / "backups").glob("*-migration*.db"))


def _fill(name: str, journal: Path, entries: int) -> None:
    journal.parent.mkdir()
    load(name, journal)
    with closing(Store.open(journal, FakeClock(moment(MONDAY)))) as store:
        store.import_entries((replace(rating(MONDAY, n % 11), note=f"number {n}") for n in range(entries)), "many")


def state(path: Path) -> tuple[int, bool, int, str]:
    """Schema, whether its column is there, how many entries, and what SQLite says of the whole."""
    with closing(sqlite3.connect(path)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(entry)")]
        return (
            connection.execute("PRAGMA user_version").fetchone()[0],
            "mood" in columns,
            connection.execute("SELECT count(*) FROM entry").fetchone()[0] if columns else 0,
            connection.execute("PRAGMA integrity_check").fetchone()[0],
        )
