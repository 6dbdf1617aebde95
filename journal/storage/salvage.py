"""What can still be read of a damaged journal, entry by entry. Nothing is changed here.

Three witnesses: the rows of the entries; the change log, which holds every entry whole as it was written; the newest
backup. Checksums say which of them to believe.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from journal.model import Entry, InvalidEntry
from journal.plain import from_json
from journal.storage import pages
from journal.storage.errors import UnreadableRow
from journal.storage.mapping import STORED, from_row
from journal.storage.tables import action, change, entry
from journal.storage.verifying import fits, lying_still

_LOG = {action: ("id", "label", "made_at"), change: ("action", "entry", "before", "after")}
"""The tables of the change log, with what their checksums are over."""
_Rows = dict[int, dict[str, Any]]


@dataclass
class Salvaged:
    """The entries that could be read, and the ids of those that are not simply what their row says."""

    entries: dict[str, Entry] = field(default_factory=dict)
    from_log: list[str] = field(default_factory=list)
    from_backup: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    """Readable, but not what was written, and nowhere found as it was."""

    def take(self, found: Mapping[str, Entry], where: list[str] | None = None) -> None:
        """Take those that are not there yet."""
        new = found.keys() - self.entries.keys()
        self.entries |= {each: found[each] for each in new}
        if where is not None:
            where += sorted(new)


def salvage(file: Path, backup: Path | None) -> Salvaged:
    """What can be read of `file`, which nobody writes, and of what it lost, from its `backup`. Raises OSError."""
    standing = list(pages.rows(file.read_bytes()))
    read, scattered = _entries(_read(file, entry)), _entries(dict(_standing(standing, entry)))
    live, known = _log(*(_as_written(standing, file, table, names) for table, names in _LOG.items()))
    kept = _entries(_read(backup, entry))[0] if backup else {}
    result = Salvaged()
    result.take(read[0])
    result.take(live, result.from_log)
    result.take(_without(scattered[0], known))
    doubtful = _without(scattered[1], known) | read[1]
    result.take({each: kept[each] for each in kept.keys() & doubtful.keys()}, result.from_backup)
    result.take(doubtful, result.doubtful)
    result.take(_without(kept, known), result.from_backup)
    return result


def _without(found: Mapping[str, Entry], ids: set[str]) -> dict[str, Entry]:
    return {each: found[each] for each in found.keys() - ids}


def _read(file: Path, table: Table) -> _Rows:
    """The rows that SQLite can reach, from both ends up to what it cannot read."""
    names = table.columns.keys()
    rows: _Rows = {}
    for order in ("ASC", "DESC"):
        try:
            with lying_still(file) as connection:
                quoted = ", ".join(f'"{name}"' for name in names)
                for row in connection.execute(f"SELECT {quoted} FROM {table.name} ORDER BY {names[0]} {order}"):
                    rows[row[0]] = dict(zip(names, row, strict=True))
                break
        except sqlite3.Error:
            continue
    return rows


def _as_written(standing: Iterable[pages.Found], file: Path, table: Table, summed: tuple[str, ...]) -> _Rows:
    """The rows of a table whose checksums fit: two tables may have rows of one shape."""
    rows = [*_standing(standing, table), *_read(file, table).items()]
    return {number: row for number, row in rows if fits(row["checksum"], *(row[name] for name in summed))}


def _standing(found: Iterable[pages.Found], table: Table) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows that stand on some page and have the shape of the table's, whether anything leads there or not."""
    names = table.columns.keys()
    for row in found:
        if len(row.values) == len(names) and row.values[0] is None and isinstance(row.values[-1], bytes):
            yield row.rowid, dict(zip(names, (row.rowid, *row.values[1:]), strict=True))


def _entries(rows: _Rows) -> tuple[dict[str, Entry], dict[str, Entry]]:
    """The entries that are what was written, and those that are not."""
    sound: dict[str, Entry] = {}
    doubtful: dict[str, Entry] = {}
    for row in rows.values():
        stored = [row[name] for name in STORED]
        try:
            made = from_row(stored)
        except (UnreadableRow, InvalidEntry):
            continue
        (sound if fits(row["checksum"], *stored) else doubtful)[made.id] = made
    return sound, doubtful


def _log(actions: _Rows, changes: _Rows) -> tuple[dict[str, Entry], set[str]]:
    """The entries that should be there as the change log says, and the ids of all that it tells of."""
    undone = {seq for seq, row in actions.items() if row["state"] != "done"}
    last: dict[str, str | None] = {}
    known: set[str] = set()
    for _, row in sorted(changes.items()):
        known.add(row["entry"])
        if row["action"] not in undone:
            last[row["entry"]] = row["after"]
    live: dict[str, Entry] = {}
    for each, after in last.items():
        if after is not None:
            with suppress(InvalidEntry):
                live[each] = from_json(after)
    return live, known
