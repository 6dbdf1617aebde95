"""Which mapping knows a file, and the rows that it reads there."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from journal.catalogue.mapping_shapes import FileMapping
from journal.catalogue.mappings import load_mapping
from journal.errors import ImportRefused, Refused
from journal.exchange import archive
from journal.exchange.intake import as_text, refused
from journal.exchange.table import DELIMITERS, Row, columns_of, csv_rows, decoded, first_row, json_rows, spelled

SHOWN = 12
"""So many columns of an unknown file are named."""


def chosen(asked: str | None, content: bytes, name: str, mappings: Sequence[FileMapping]) -> FileMapping:
    """The mapping asked for by name or by file, or the one that knows the file. Raises Refused and its kinds."""
    if asked is None:
        return mapping_for(content, name, mappings)
    known = next((each for each in mappings if each.id == asked), None)
    if known is not None:
        return known
    if asked.endswith(".toml"):
        return load_mapping(Path(asked))
    names = ", ".join(each.id for each in mappings)
    raise Refused(f"nothing was imported: there is no mapping {asked!r}; there are: {names}, or give a file .toml")


def mapping_for(content: bytes, name: str, mappings: Sequence[FileMapping]) -> FileMapping:
    """The first mapping that knows the file. Raises ImportRefused when none does."""
    if archive.is_zip(content):
        return _for_zip(content, name, mappings)
    text = as_text(content, name)
    for mapping in mappings:
        if knows(mapping, text, name):
            return mapping
    header = columns_of(max((first_row(text, each) for each in DELIMITERS), key=len))
    if len(header) < 2:
        raise refused(name, "it has no columns. A reply of a coach or physio comes in with: rj comments import FILE")
    columns = ", ".join(list(header)[:SHOWN])
    why = f"no mapping knows these columns ({columns[:200]}); draw one in the app (I) or give one: --map MINE.toml"
    raise refused(f"{name}, line 1", why)


def knows(mapping: FileMapping, text: str, name: str) -> bool:
    """True when the columns that the mapping needs are there."""
    if mapping.format == "json":
        return _knows_json(mapping, text, name)
    return _delimiter(mapping, text) is not None


def rows(content: bytes, name: str, mapping: FileMapping) -> Iterator[Row]:
    """The rows that a mapping reads in a file or in a zip. Raises ImportRefused."""
    if not archive.is_zip(content):
        yield from _rows(content, name, mapping, {"file": name, "folder": ""})
        return
    found = archive.members(content, name, mapping.files)
    if not found:
        raise refused(name, f"none of its files is {' or '.join(mapping.files) or 'one that this mapping reads'}")
    for member, inside in found:
        *folders, file = member.split("/")
        folder = folders[-1].lstrip("0123456789").strip() if folders else ""
        yield from _rows(inside, f"{name}, {member}", mapping, {"file": file, "folder": folder})


def _rows(content: bytes, name: str, mapping: FileMapping, extra: dict[str, str]) -> Iterator[Row]:
    text = as_text(content, name)
    if mapping.format == "json":
        found = json_rows(text, name, mapping.list)
    else:
        delimiter = _delimiter(mapping, text)
        if delimiter is None and not mapping.header:
            missing = "; ".join(_names(each) for each in _needed(mapping))
            raise refused(f"{name}, line 1", f"the columns that {mapping.id} needs are not all there: {missing}")
        found = csv_rows(text, name, delimiter or ",", mapping.header, extra)
    yield from found


def _needed(mapping: FileMapping) -> tuple[str | tuple[str, ...], ...]:
    """The columns without which nothing can be read; a mapping that names none needs all that it reads."""
    if mapping.needs:
        return mapping.needs
    read = [mapping.time.column, *(cell.column for _, cell in mapping.cells() if not cell.optional)]
    return tuple(column for column in read if not isinstance(column, int))


def _names(column: str | tuple[str, ...]) -> str:
    return column if isinstance(column, str) else " or ".join(column)


def _delimiter(mapping: FileMapping, text: str) -> str | None:
    """The delimiter with which all needed columns are in the first row; None when there is none."""
    most = sorted(DELIMITERS, key=lambda each: -len(first_row(text, each)))
    for delimiter in (mapping.delimiter,) if mapping.delimiter else most:
        there = columns_of(first_row(text, delimiter))
        if all(_is_there(each, there) for each in _needed(mapping)) and there:
            return delimiter
    return None


def _is_there(column: str | tuple[str, ...], there: object) -> bool:
    names = (column,) if isinstance(column, str) else column
    return any(spelled(name) in there for name in names)  # type: ignore[operator]


def _knows_json(mapping: FileMapping, text: str, name: str) -> bool:
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        whole = decoded(text, name)
    except ImportRefused:
        return False
    entries = whole.get(mapping.list) if mapping.list and isinstance(whole, dict) else whole
    if not isinstance(entries, list) or not entries or not isinstance(entries[0], dict):
        return False
    there = columns_of(list(entries[0]))
    return all(_is_there(each, there) for each in _needed(mapping))


def _for_zip(content: bytes, name: str, mappings: Sequence[FileMapping]) -> FileMapping:
    files = archive.names(content, name)
    for mapping in mappings:
        for member, inside in archive.members(content, name, mapping.files) if mapping.files else ():
            if mapping.header or knows(mapping, as_text(inside, f"{name}, {member}"), member):
                return mapping
    raise refused(name, f"no mapping knows what is in this zip ({', '.join(files[:SHOWN])[:200]})")
