"""Bringing a file to the newest schema. The only module that imports Alembic."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from journal import __version__
from journal.clock import Clock
from journal.storage.backups import Backups
from journal.storage.connecting import make_engine, writing
from journal.storage.errors import CannotMigrate, JournalDamaged, translate
from journal.storage.tables import APPLICATION, SCHEMA

FOLDER = Path(__file__).parent


def to_newest(file: Path, clock: Clock) -> None:
    """Take all steps from the schema of `file` to the newest, in one transaction: all of them or none.

    A file that has a schema is backed up first, beside itself in `backups`. Raises CannotMigrate and what the
    driver raises.
    """
    engine = make_engine(file)
    try:
        with engine.connect() as connection:
            found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if found:
            Backups(file.parent / "backups", clock).make(engine, "migration")
        with writing(engine).connect() as connection:
            # Remaking a table drops it, which must not take along the rows that refer to it.
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                _take(connection)
    except (CommandError, DBAPIError) as error:
        why = getattr(error, "orig", None) or error
        if isinstance(why, sqlite3.Error) and type(translate(why, file, "open")) is not JournalDamaged:
            raise
        raise CannotMigrate(f"the journal {file} cannot be brought up to date ({why}). It was not changed.") from error
    finally:
        engine.dispose()


def _take(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    for name, value in (("format", "recovery-journal"), ("schema", str(SCHEMA)), ("made_by", __version__)):
        connection.execute(
            text("INSERT INTO meta VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
            {"name": name, "value": value},
        )
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
