"""Entries as CSV for spreadsheets, one row an entry, and back.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, which is taken off again. Lists and
tables (`sets`, `answers`) are JSON. An empty cell leaves a field out: then it has its default.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import date, datetime
from io import StringIO
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from journal.exchange.ids import id_of
from journal.exchange.intake import refused
from journal.exchange.table import DELIMITERS, Row, csv_rows, first_row
from journal.model import KINDS, Entry, InvalidEntry
from journal.plain import DEFAULTS, from_plain, to_plain

COLUMNS: Final = (
    *("id", "kind", "at"),
    *dict.fromkeys(each.name for kind in KINDS.values() for each in fields(kind) if each.name not in ("id", "at")),
)
"""Every field of every kind, those that all have first; `more` holds the fields of a newer version."""


def _parts(hint: Any) -> tuple[Any, ...]:
    """The types that a field's type is made of: `str | None` of two."""
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


NEEDED: Final = ("kind", "at", "source", "time_known")
"""The columns by which such a file is known."""

LONGEST_HEADER: Final = 4000
"""The header is within so many bytes."""

BOM: Final = "\ufeff"
_FORMULA: Final = "=+-@\t\r\n"
_JSON: Final = frozenset(
    name
    for kind in KINDS.values()
    for name, hint in get_type_hints(kind).items()
    if name in COLUMNS
    and name != "kind"
    and not {str, date, datetime, Literal} & {get_origin(part) or part for part in _parts(hint)}
) | {"more"}
"""The columns that hold numbers, yes or no, or JSON; the others hold text."""


def csv_lines(entries: Iterable[Entry], *, bom: bool = False) -> Iterator[bytes]:
    """The file, row by row, UTF-8; with `bom` it begins with the mark by which spreadsheets know that."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    if bom:
        buffer.write(BOM)
    writer.writerow(COLUMNS)
    for entry in entries:
        plain = to_plain(entry)
        if entry.more:
            plain["more"] = entry.more
        plain["tags"] = " ".join(entry.tags) or None
        writer.writerow([_cell(plain.get(name), DEFAULTS[entry.kind].get(name)) for name in COLUMNS])
        yield _taken(buffer)
    yield _taken(buffer)


def is_sheet(content: bytes) -> bool:
    """True for a file of entries as this module writes it."""
    text = content[:LONGEST_HEADER].decode("utf-8-sig", errors="replace")
    return any(set(NEEDED) <= set(first_row(text, each)) for each in DELIMITERS)


def read_csv(text: str, name: str) -> Iterator[Entry]:
    """The entries in a file called `name`. A row without an id gets one from what it says. Raises ImportRefused."""
    delimiter = next((each for each in DELIMITERS if set(NEEDED) <= set(first_row(text, each))), ",")
    for row in csv_rows(text, name, delimiter):
        yield _entry(row)


def defused(text: str) -> str:
    """`text` as no spreadsheet takes it for a formula. One apostrophe alone stands for a text without a letter."""
    return f"'{text}" if _is_marked(text) else text


def fused(cell: str) -> str:
    """What `defused` was given."""
    return cell[1:] if cell.startswith("'") and _is_marked(cell[1:]) else cell


def _is_marked(text: str) -> bool:
    return text.lstrip("'")[:1] in ("", *_FORMULA)


def _cell(value: Any, left_out: Any) -> str:
    match value:
        case None:
            return ""
        case "" if left_out == "":
            return ""
        case str():
            return defused(value)
        case bool():
            return "true" if value else "false"
        case _:
            return msgspec.json.encode(value).decode()


def _taken(buffer: StringIO) -> bytes:
    content = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return content


def _entry(row: Row) -> Entry:
    plain: dict[str, Any] = {}
    for name, places in row.columns.items():
        cell = row.cells[places[0]] if places[0] < len(row.cells) else ""
        if cell and name in COLUMNS:
            plain[name] = _value(name, fused(cell), row.where)
        elif cell.strip():
            raise refused(row.where, f"there is no field {name[:40]!r}")
    more = plain.pop("more", {})
    try:
        entry = from_plain({**plain, **(more if isinstance(more, dict) else {"more": more})})
    except InvalidEntry as error:
        raise refused(row.where, str(error)) from None
    if entry.id:
        return entry
    return replace(entry, id=id_of(entry.at.replace(tzinfo=None), ("sheet", *row.cells)))


def _value(name: str, text: str, where: str) -> Any:
    """The JSON value of a cell."""
    if name == "tags":
        return text.split(" ")
    if name not in _JSON:
        return text
    try:
        return msgspec.json.decode(text.lower() if text in ("TRUE", "FALSE") else text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise refused(where, f"{name}: {text[:40]!r} is not a number, true, false or JSON") from None
