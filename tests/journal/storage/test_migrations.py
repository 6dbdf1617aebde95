"""From every released schema to the newest: all steps or none, and never without a backup."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from journal.storage import opening, store, tables
from journal.storage.errors import CannotMigrate, NewerJournal, StorageError
from journal.storage.mapping import settle
from journal.storage.migrations import steps
from journal.storage.store import Store
from journal.storage.verifying import verify
from tests.journal.storage import released
from tests.journal.storage.support import to_redo, to_undo
from tests.support import MONDAY, FakeClock, rating

RELEASED = sorted(each.name for each in released.FOLDER.iterdir())

NEXT = '''
"""A column more, and another name for one."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("entry") as batch:
        batch.add_column(sa.Column("mood", sa.Text))
        batch.alter_column("note", nullable=True)
    with op.batch_alter_table("action", recreate="always") as batch:
        batch.add_column(sa.Column("who", sa.Text))
    op.execute("UPDATE entry SET mood = 'fine'")
    op.drop_table("meta_old") if BREAK else None
'''


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pretend that there is a schema 2; gives the file of its step."""
    folder = tmp_path / "50% migrations"
    shutil.copytree(steps.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    step = folder / "versions" / "v0002_mood.py"
    step.write_text(NEXT.replace("BREAK", "False"))
    monkeypatch.setattr(steps, "FOLDER", folder)
    for module in (steps, opening, store):
        monkeypatch.setattr(module, "SCHEMA", 2)
    return step


def columns(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[1] for row in connection.execute("PRAGMA table_info(entry)")]


@pytest.fixture
def old(path: Path) -> Path:
    """A journal of the newest released schema."""
    path.parent.mkdir()
    released.load(RELEASED[-1], path)
    return path


@pytest.mark.parametrize("name", RELEASED)
def test_a_released_journal_opens_with_all_that_was_in_it(name: str, path: Path, clock: FakeClock) -> None:
    path.parent.mkdir()
    released.load(name, path)
    opened = Store.open(path, clock)
    wanted = {each.id: each for each in map(settle, released.entries())}
    for entry in opened.entries():
        assert entry.recorded_at == clock.now()
        assert settle(entry, recorded_at=None) == wanted.pop(entry.id)
    assert not wanted
    assert opened.check() == ()
    assert to_undo(opened) == "one of every kind"
    assert to_redo(opened) == "removed"
    assert [each.id for each in opened.entries(text="zur")] == ["1"]
    opened.close()


def test_a_released_step_is_as_it_was(tmp_path: Path) -> None:
    # When this fails before the schema was ever released, write the dump anew; afterwards add a step instead.
    released.make(tmp_path / "journal.db")
    made, kept = released.dump(tmp_path / "journal.db"), (released.FOLDER / RELEASED[-1]).read_text(encoding="utf-8")

    def schema(sql: str) -> list[str]:
        return [line for line in sql.splitlines() if not line.startswith(("INSERT INTO action", "INSERT INTO meta"))]

    assert schema(made) == schema(kept)


def test_the_steps_lead_to_the_tables_we_use(path: Path, clock: FakeClock) -> None:
    opened = Store.open(path, clock)
    with opened._read() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_object": lambda thing, name, kind, reflected, other: (
                    not str(name).startswith(("search", "alembic_version"))
                )
            },
        )
        assert compare_metadata(context, tables.metadata) == []
        indexes = {
            row[0]: row[1]
            for row in connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE type = 'index'")
        }
    opened.close()
    for index in tables.entry.indexes:
        where = index.dialect_options["sqlite"]["where"]
        assert where is None or str(where) in indexes[str(index.name)]


def test_the_newest_step_is_the_schema_we_use() -> None:
    config = Config()
    config.set_main_option("script_location", str(steps.FOLDER))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == f"{tables.SCHEMA:04}"


def test_an_older_journal_is_backed_up_and_brought_up_to_date(old: Path, newer: Path, clock: FakeClock) -> None:
    before = old.read_bytes()
    opened = Store.open(old, clock)
    assert opened.count() == len(released.entries())
    assert opened.check() == ()
    opened.close()
    assert "mood" in columns(old)
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert dict(connection.execute("SELECT name, value FROM meta"))["schema"] == "2"
    (kept,) = (old.parent / "backups").iterdir()
    assert kept.name == "journal-20261123-073000-migration.db"
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT count(*) FROM entry").fetchone() == (len(released.entries()),)
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert len(before) == kept.stat().st_size


def test_a_step_that_fails_half_way_changes_nothing(old: Path, newer: Path, clock: FakeClock) -> None:
    newer.write_text(NEXT.replace("BREAK", "True"))
    with pytest.raises(CannotMigrate, match="no such table: meta_old"):
        Store.open(old, clock)
    assert "mood" not in columns(old)
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM entry").fetchone() == (len(released.entries()),)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    (kept,) = (old.parent / "backups").iterdir()
    assert verify(kept).entries == len(released.entries())


def test_nothing_is_migrated_without_a_backup(old: Path, newer: Path, clock: FakeClock) -> None:
    before = old.read_bytes()
    (old.parent / "backups").write_bytes(b"in the way")
    with pytest.raises(StorageError):
        Store.open(old, clock)
    assert old.read_bytes() == before


def test_an_open_older_program_writes_no_more_after_a_newer_one_migrated(
    old: Path, newer: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (opening, store):
        monkeypatch.setattr(module, "SCHEMA", 1)
    running = Store.open(old, clock)
    steps.to_newest(old, clock)
    with pytest.raises(NewerJournal, match="a newer version has updated"):
        running.record([rating(MONDAY, 5)], "too late")
    running.close()
