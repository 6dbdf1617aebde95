"""Rows of CSV and JSON, each knowing where it stands."""

import csv
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

import msgspec

from journal.catalogue.mapping_shapes import Column
from journal.exchange.intake import refused
from journal.model import NOTE_MOST

DELIMITERS = (",", ";", "\t")
LONGEST_HEADER = 64 * 1024
"""Characters; no sheet has more in its header, and a file of nothing but commas is found out at once."""
SEPARATOR = "|"
"""What a list within JSON is joined with."""

Columns = Mapping[str, tuple[int, ...]]
"""The places of each column name, as `spelled`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `where` it stands ("file, line 12"), its cells, and what its file and folder are called."""

    where: str
    cells: Sequence[str]
    columns: Columns
    extra: Mapping[str, str]

    def text(self, column: Column, nth: int = 1) -> str:
        """The text of a column, of several names the first that is not empty; "" without it."""
        if isinstance(column, tuple):
            return next(filter(None, (self.text(each, nth) for each in column)), "")
        if isinstance(column, int):
            return self.cells[column - 1].strip() if column <= len(self.cells) else ""
        places = self.columns.get(spelled(column), ())
        if len(places) < nth:
            return self.extra.get(column, "")
        place = places[nth - 1]
        return self.cells[place].strip() if place < len(self.cells) else ""


def spelled(name: str) -> str:
    """A column's name as it is compared: composed, in small letters, without blanks around it."""
    return unicodedata.normalize("NFC", name).strip().casefold()


def columns_of(header: Sequence[str]) -> Columns:
    """Where each name of a header stands; a name may stand there more than once."""
    found: dict[str, list[int]] = {}
    for place, name in enumerate(header):
        found.setdefault(spelled(name), []).append(place)
    return {name: tuple(places) for name, places in found.items()}


def first_row(text: str, delimiter: str) -> list[str]:
    """The first row that is not empty; none for what is no CSV. A header ends within LONGEST_HEADER characters."""
    try:
        rows = csv.reader(StringIO(text[:LONGEST_HEADER], newline=""), delimiter=delimiter, strict=True)
        return next((row for row in rows if row), [])
    except csv.Error:
        return []


def csv_rows(
    text: str, name: str, delimiter: str, header: Sequence[str] = (), extra: Mapping[str, str] | None = None
) -> Iterator[Row]:
    """The rows of CSV, without those that are empty. `header` names the columns of a file that does not.

    Raises ImportRefused, naming the line, for what is not CSV by RFC 4180 and for a row with more cells than columns.
    """
    csv.field_size_limit(2 * NOTE_MOST)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: Columns = {}
    width = 0
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise refused(f"{name}, line {line}", f"it is not CSV ({error})") from None
        if cells is None:
            return
        where, line = f"{name}, line {line}", reader.line_num + 1
        if not any(map(str.strip, cells)):
            continue
        if not columns:
            named = not header or spelled(cells[0]) == spelled(header[0])
            columns, width = columns_of(cells if named else header), len(cells if named else header)
            if named:
                continue
        if any(each.strip() for each in cells[width:]):
            raise refused(where, f"it has {len(cells)} cells, and there are {width} columns")
        yield Row(where, cells, columns, extra or {})


def json_rows(text: str, name: str, key: str) -> Iterator[Row]:
    """The objects in the list under `key` (without one: of the whole). Raises ImportRefused, naming the entry."""
    whole = decoded(text, name)
    entries = whole.get(key) if key and isinstance(whole, dict) else whole
    if not isinstance(entries, list):
        raise refused(name, f"there is no list {key!r} in it" if key else "it is not a list")
    for number, entry in enumerate(entries, 1):
        where = f"{name}, entry {number}"
        if not isinstance(entry, dict):
            raise refused(where, "it is not an object with fields")
        yield Row(where, [_plain(value) for value in entry.values()], columns_of(list(entry)), {})


def decoded(text: str, name: str) -> Any:
    """The JSON value in `text`. Raises ImportRefused."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise refused(name, f"it is not JSON ({str(error)[:80]})") from None


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return SEPARATOR.join(map(_plain, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
