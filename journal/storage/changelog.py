"""The change log: every action with each entry before and after it. It answers "where did it go", and undoes.

Actions are done, undone, or discarded: undone, and then overtaken by a new action. No row is ever taken away.
All functions work within the transaction of the connection they are given.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Literal, TypeVar

import msgspec
from sqlalchemy import Connection, insert, select, update

from journal.model import Entry
from journal.plain import from_json, to_json
from journal.storage.errors import StaleUndo
from journal.storage.mapping import COLUMNS, STORED, Words, checksum, from_row, same, to_row
from journal.storage.shapes import Changed, Undone
from journal.storage.tables import action, change

CHUNK = 500
"""How many entries are looked up or written at a time."""

LOGGED = ("action", "entry", "before", "after", "checksum")
"""The columns of a change, in the order in which they are written."""

State = Literal["done", "undone"]
T = TypeVar("T")


@dataclass(frozen=True)
class Action:
    """An action of the log; `seq` counts them."""

    seq: int
    id: str
    label: str


def begin(connection: Connection, action_id: str, label: str, made_at: int) -> Action:
    """Begin a new action; what was undone before it can no longer be redone. `made_at` in microseconds."""
    connection.execute(update(action).where(action.c.state == "undone").values(state="discarded"))
    values = {"id": action_id, "label": label, "made_at": made_at}
    made = insert(action).values(**values, state="done", checksum=checksum(*values.values())).returning(action.c.seq)
    return Action(connection.execute(made).scalar_one(), action_id, label)


def apply(connection: Connection, of: Action, changes: Sequence[Changed], words: Words) -> None:
    """Make `changes` to the entries and write them down as part of the action `of`."""
    _put(connection, changes, words)
    _insert(connection, "change", LOGGED, [_line(of.seq, each) for each in changes])


def latest(connection: Connection) -> Action | None:
    """The action that undo would take back."""
    return _find(connection, "done", newest=True)


def is_there(connection: Connection, action_id: str) -> bool:
    """True when an action with this id was written down."""
    return connection.execute(select(action.c.seq).where(action.c.id == action_id)).first() is not None


def next_undone(connection: Connection) -> Action | None:
    """The action that redo would do again."""
    return _find(connection, "undone", newest=False)


def actions(connection: Connection, after: int) -> list[tuple[int, str, str, int, str]]:
    """The next actions behind the one counted `after`: seq, id, label, made at in microseconds, state."""
    query = select(action.c.seq, action.c.id, action.c.label, action.c.made_at, action.c.state)
    found = connection.execute(query.where(action.c.seq > after).order_by(action.c.seq).limit(CHUNK))
    return [tuple(row) for row in found]


def changes_of(connection: Connection, seq: int, after: int) -> list[tuple[int, str, str | None, str | None]]:
    """The next changes of an action behind the one counted `after`: n, entry id, the entry before and after as JSON."""
    query = select(change.c.n, change.c.entry, change.c.before, change.c.after)
    found = connection.execute(
        query.where(change.c.action == seq, change.c.n > after).order_by(change.c.n).limit(CHUNK)
    )
    return [tuple(row) for row in found]


def history(connection: Connection, entry_id: str) -> list[tuple[int, str, str, str | None]]:
    """Each change of one entry, oldest first: made at (microseconds), the action's label and state, the entry after."""
    query = select(action.c.made_at, action.c.label, action.c.state, change.c.after)
    found = connection.execute(
        query.join(change, change.c.action == action.c.seq).where(change.c.entry == entry_id).order_by(change.c.n)
    )
    return [tuple(row) for row in found]


def turn(connection: Connection, of: Action, to: State, words: Words) -> Undone:
    """Undo or redo an action. Raises StaleUndo when an entry is no longer as the log left it."""
    changes = tuple(_changes(connection, of, to))
    for some in chunks(changes):
        present = present_entries(connection, [each.id for each in some])
        for each in some:
            if not _fits(present.get(each.id), each.before):
                raise StaleUndo(each.id, of.label)
        _put(connection, some, words)
    connection.execute(update(action).where(action.c.seq == of.seq).values(state=to))
    return Undone(label=of.label, action=of.id, changes=changes)


def present_entries(connection: Connection, ids: Iterable[str]) -> dict[str, Entry]:
    """The stored entries among `ids`, at most CHUNK of them."""
    rows = connection.exec_driver_sql(_PRESENT, (_listed(ids),))
    return {row[0]: from_row(row) for row in rows}


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """`items` in lists of at most CHUNK."""
    source = iter(items)
    while some := list(islice(source, CHUNK)):
        yield some


def _find(connection: Connection, state: State, *, newest: bool) -> Action | None:
    order = action.c.seq.desc() if newest else action.c.seq
    query = select(action.c.seq, action.c.id, action.c.label).where(action.c.state == state).order_by(order).limit(1)
    found = connection.execute(query).one_or_none()
    return Action(*found) if found else None


def _changes(connection: Connection, of: Action, to: State) -> Iterator[Changed]:
    rows = connection.execute(
        select(change.c.entry, change.c.before, change.c.after).where(change.c.action == of.seq).order_by(change.c.n)
    )
    for entry_id, before, after in rows:
        old, new = (None if each is None else from_json(each) for each in (before, after))
        yield (
            Changed(id=entry_id, before=old, after=new) if to == "done" else Changed(id=entry_id, before=new, after=old)
        )


def _fits(present: Entry | None, expected: Entry | None) -> bool:
    return present is expected or (present is not None and expected is not None and same(present, expected))


def _put(connection: Connection, changes: Sequence[Changed], words: Words) -> None:
    gone = [(each.id,) for each in changes if each.after is None]
    added = [to_row(each.after, words(each.after)) for each in changes if each.after and not each.before]
    amended = [(*to_row(each.after, words(each.after)), each.id) for each in changes if each.after and each.before]
    _search(connection, _FORGET, [each.id for each in changes if each.before])
    for statement, rows in ((_DELETE, gone), (_UPDATE, amended)):
        if rows:
            connection.exec_driver_sql(statement, rows)
    _insert(connection, "entry", COLUMNS, added)
    _search(connection, _LEARN, [each.id for each in changes if each.after])


def _insert(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert at most CHUNK rows by one statement: another thread of Python can go on meanwhile.

    Values go to the driver as they are: naming and converting each would take as long as storing it.
    """
    if rows:
        row = f"({', '.join('?' * len(columns))})"
        statement = f"INSERT INTO {table} ({_names(columns)}) VALUES {', '.join([row] * len(rows))}"
        connection.exec_driver_sql(statement, tuple(chain.from_iterable(rows)))


def _search(connection: Connection, statement: str, ids: Sequence[str]) -> None:
    """Bring the search index up to date. (Triggers would do it row by row, and take ten times as long.)"""
    if ids:
        connection.exec_driver_sql(statement, (_listed(ids),))


def _listed(ids: Iterable[str]) -> str:
    """Ids as one value for a statement that takes any number of them."""
    return msgspec.json.encode(list(ids)).decode()


def _line(seq: int, changed: Changed) -> tuple[Any, ...]:
    before, after = (None if each is None else to_json(each) for each in (changed.before, changed.after))
    return seq, changed.id, before, after, checksum(seq, changed.id, before, after)


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


_UPDATE = f"UPDATE entry SET ({_names(COLUMNS)}) = ({', '.join('?' * len(COLUMNS))}) WHERE id = ?"
_DELETE = "DELETE FROM entry WHERE id = ?"
_AMONG = "FROM entry WHERE id IN (SELECT value FROM json_each(?))"
_PRESENT = f"SELECT {_names(STORED)} {_AMONG}"
_THESE = f"n, note, tags, words {_AMONG}"
_FORGET = f"INSERT INTO search (search, rowid, note, tags, words) SELECT 'delete', {_THESE}"
_LEARN = f"INSERT INTO search (rowid, note, tags, words) SELECT {_THESE}"
