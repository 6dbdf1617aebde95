"""The journal's own format: JSON Lines, a header with format and version, then the entries by time and id.

The same entries give the same bytes: there is no time of export in it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from journal.errors import ImportRefused
from journal.model import Entry, InvalidEntry
from journal.plain import from_plain, to_json

FORMAT = "recovery-journal"
VERSION = 1
BOM = b"\xef\xbb\xbf"


def lines(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The export of `entries`, which come ordered by time and id, line by line."""
    yield msgspec.json.encode({"format": FORMAT, "version": VERSION}) + b"\n"
    for entry in entries:
        yield to_json(entry).encode() + b"\n"


def read(content: Iterable[bytes], name: str) -> Iterator[Entry]:
    """The entries in an export called `name`, in its order. Raises ImportRefused, naming the line."""
    numbered = ((number, line) for number, line in enumerate(content, 1) if line.strip())
    _check_header(next(numbered, None), name)
    for number, line in numbered:
        entry = _entry(line, name, number)
        if not entry.id:
            raise ImportRefused(f"nothing was imported: {name}, line {number}: the entry has no id")
        yield entry


def is_export(content: bytes) -> bool:
    """True for what is, or was meant to be, an export: its first line is JSON that names a format, or it is empty."""
    first = next(filter(bytes.strip, content.splitlines()), b"")
    try:
        header = msgspec.json.decode(first.removeprefix(BOM) or b"{}")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return not first.strip() or (isinstance(header, dict) and "format" in header)


def _check_header(first: tuple[int, bytes] | None, name: str) -> None:
    header = _plain(first[1], name, first[0]) if first else None
    if header is None or header.get("format") != FORMAT:
        raise ImportRefused(f"nothing was imported: {name} is not an export of this journal (no header line)")
    if header.get("version") != VERSION:
        raise ImportRefused(
            f"nothing was imported: {name} is of format version {header.get('version')}; this program reads {VERSION}"
        )


def _entry(line: bytes, name: str, number: int) -> Entry:
    try:
        return from_plain(_plain(line, name, number))
    except InvalidEntry as error:
        raise ImportRefused(f"nothing was imported: {name}, line {number}: {error}") from None


def _plain(line: bytes, name: str, number: int) -> dict[str, Any]:
    try:
        return msgspec.json.decode(line.removeprefix(BOM), type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ImportRefused(f"nothing was imported: {name}, line {number}: {error}") from None
