"""Journals as released versions left them: SQL dumps, to test every migration on.

`python -m tests.journal.storage.released FILE` writes the dump of a journal made by this version. A dump, once
released, never changes.
"""

import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from journal.model import (
    Comment,
    Entry,
    Episode,
    Function,
    GateTest,
    Massage,
    Note,
    Question,
    Rating,
    Run,
    SafetyCheck,
    SelfTrial,
    Strength,
    StrengthSet,
    Trigger,
    Untracked,
)
from journal.storage.store import Store
from tests.support import MONDAY, FakeClock, moment

FOLDER = Path(__file__).parent / "released"
_OWN_TABLES = ("alembic_version", "meta", "entry", "action", "change")


def entries() -> list[Entry]:
    """One entry of every kind, with every field filled."""
    at = moment(MONDAY)
    site = "upper_outer_calf"
    return [
        Rating(id="1", at=at, site=site, side="left", measure="pain", score=5, note="Zürich\n2", tags=("a", "b")),
        Function(id="2", at=at, percent=90, limp=True, side="right"),
        Trigger(id="3", at=at, trigger="driving", amount=90.5, unit="min"),
        Massage(id="4", at=at, technique="ball", site=site, side="left", seconds=90, before=5, after=3),
        Strength(
            id="5",
            at=at,
            exercise="bridge",
            sets=(StrengthSet(reps=8, load_kg=2.5, side="left"), StrengthSet(seconds=30)),
            pain_during=1,
        ),
        Run(id="6", at=at, minutes=20, km=3.2, stage=2, pain_during=0, rpe=4),
        GateTest(id="7", at=at, test="walk_30", side="left", value=30, unit="min"),
        SafetyCheck(
            id="8", at=at, answers={"a": True, "b": False}, level="soon", cleared_by="x", site=site, side="left"
        ),
        Episode(id="9", at=at, site=site, side="left", onset_kind="sudden", rest_days=4, ended_on=date(2026, 12, 1)),
        Note(id="10", at=at, note="it's\x1b 'quoted'", time_known=False, source="import:x", zone="Europe/Berlin"),
        Comment(id="11", at=at, author="x", role="physio", text="Rest.", refers_to="1", constraint="no stairs"),
        Untracked(id="12", at=at, last=date(2026, 11, 25), time_known=False),
        Question(id="13", at=at, site=site, side="left", trigger="driving", above=120, unit="min", mornings=True),
        SelfTrial(
            id="14", at=at, site=site, side="left", technique="ball", against="hands", start=date(2026, 11, 24), seed=7
        ),
    ]


def dump(journal: Path) -> str:
    """All of a journal but the search index as SQL, in an order that does not change."""
    with closing(sqlite3.connect(journal)) as connection:
        application, version = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        made = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'search_*' ORDER BY rowid"
        )
        lines = [f"PRAGMA application_id={application};", f"PRAGMA user_version={version};"]
        lines += [f"{sql};" for (sql,) in made]
        for table in _OWN_TABLES:
            columns = [f'quote("{row[1]}")' for row in connection.execute(f"PRAGMA table_info({table})")]
            rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY rowid")
            lines += [f"INSERT INTO {table} VALUES ({', '.join(map(str, row))});" for row in rows]
    return "\n".join([*lines, "INSERT INTO search (search) VALUES ('rebuild');", ""])


def load(name: str, journal: Path) -> None:
    """Make the journal that the dump `name` is of."""
    with closing(sqlite3.connect(journal)) as connection:
        connection.executescript((FOLDER / name).read_text(encoding="utf-8"))


def make(journal: Path) -> None:
    """A journal of `entries`, with an action undone and one discarded."""
    store = Store.open(journal, FakeClock(moment(MONDAY)), words=lambda entry: entry.kind)
    saved = {each.id: each for each in store.record(entries(), "one of every kind")}
    store.amend(saved["1"], Rating(id="1", at=moment(MONDAY), site="mid_calf", side="left", score=6), "amended")
    store.undo()
    store.remove("10", "removed")
    store.undo()
    store.close()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        make(Path(folder) / "journal.db")
        Path(sys.argv[1]).write_text(dump(Path(folder) / "journal.db"), encoding="utf-8")
