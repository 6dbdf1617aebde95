"""Reading a SQLite file without SQLite: every row that still stands on some page, whatever became of the rest.

The format: https://www.sqlite.org/fileformat2.html, sections 1.5 (pages), 1.6 (cells, overflow) and 2.1 (records).
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

HEADER = 100
_INTERIOR_AND_INDEX = (0x02, 0x05, 0x0A)
_USUAL_PAGE = 4096


class Found(NamedTuple):
    """A row of some table: its rowid, and its values as stored (text with undecodable bytes kept as surrogates)."""

    rowid: int
    values: tuple[object, ...]


def rows(content: bytes) -> Iterator[Found]:
    """The rows on all pages of tables in `content`, also where nothing leads. What makes no sense is skipped."""
    size = _page_size(content)
    usable = size - (content[20] if len(content) > HEADER else 0)
    for start in range(0, len(content), size):
        page = content[start : start + size]
        head = HEADER if start == 0 else 0
        if len(page) < head + 8 or page[head] in _INTERIOR_AND_INDEX:
            continue
        for at in _cells(page, head):
            try:
                yield _row(content, page, at, size, usable)
            except (ValueError, IndexError, struct.error):
                continue


def _page_size(content: bytes) -> int:
    said = int.from_bytes(content[16:18]) if len(content) > HEADER else 0
    said = 65536 if said == 1 else said
    return said if 512 <= said <= 65536 and said & (said - 1) == 0 else _USUAL_PAGE


def _cells(page: bytes, head: int) -> Iterator[int]:
    """Where the cells of a leaf page begin."""
    count = int.from_bytes(page[head + 3 : head + 5])
    for number in range(min(count, (len(page) - head - 8) // 2)):
        where = head + 8 + 2 * number
        yield int.from_bytes(page[where : where + 2])


def _row(content: bytes, page: bytes, at: int, size: int, usable: int) -> Found:
    length, at = _varint(page, at)
    rowid, at = _varint(page, at)
    if not 1 < length <= len(content):
        raise ValueError("no length of a record")
    return Found(rowid, _record(_payload(content, page, at, length, size, usable)))


def _payload(content: bytes, page: bytes, at: int, length: int, size: int, usable: int) -> bytes:
    """The record that begins at `at`, with what of it stands on overflow pages."""
    most = usable - 35
    if length <= most:
        return page[at : at + length]
    least = (usable - 12) * 32 // 255 - 23
    here = least + (length - least) % (usable - 4)
    here = here if here <= most else least
    parts, got = [page[at : at + here]], here
    following = int.from_bytes(page[at + here : at + here + 4])
    while got < length:
        start = (following - 1) * size
        if following < 2 or start >= len(content):
            raise ValueError("the rest is not there")
        parts.append(content[start + 4 : start + min(usable, 4 + length - got)])
        got += usable - 4
        following = int.from_bytes(content[start : start + 4])
    return b"".join(parts)


def _record(payload: bytes) -> tuple[object, ...]:
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values, at = [], end
    for kind in kinds:
        width = _WIDTHS[kind] if kind < 12 else (kind - 12) // 2
        stored = payload[at : at + width]
        if len(stored) != width:
            raise ValueError("a value is cut off")
        values.append(_value(kind, stored))
        at += width
    return tuple(values)


_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)


def _value(kind: int, stored: bytes) -> object:
    match kind:
        case 0:
            return None
        case 7:
            return struct.unpack(">d", stored)[0]
        case 8 | 9:
            return kind - 8
        case 10 | 11:
            raise ValueError("no kind of a value")
        case _ if kind < 7:
            return int.from_bytes(stored, signed=True)
        case _ if kind % 2:
            return stored.decode(errors="surrogateescape")
        case _:
            return stored


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """The number at `at`, 7 bits a byte and 8 in the ninth; and where what follows it begins."""
    value = 0
    for _ in range(8):
        byte = content[at]
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    value = value << 8 | content[at]
    return (value - (1 << 64) if value >> 63 else value), at + 1
