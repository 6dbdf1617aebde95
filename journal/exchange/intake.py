"""Files from outside, as bytes and as text: nothing is read that is no regular file or larger than the limit."""

import codecs
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from journal.errors import CannotWrite, ImportRefused

MOST_BYTES = 512 * 1024 * 1024
"""A larger file is refused before it is read."""

MOST_WHOLE = 64 * 1024 * 1024
"""Bytes of what has to be in memory as a whole: text can take four times as much there."""

MOST_LINE = 32 * 1024 * 1024
"""Bytes of one line: more than a change of the longest note takes."""

HEAD_LINES = 1000
"""Lines in which something must stand for a file to be looked into."""

MOST_HEAD = 64 * 1024
"""Bytes of the first line that are looked at."""


def refused(where: str, why: str) -> ImportRefused:
    """The error of an import; `where` is "file" or "file, line 12"."""
    return ImportRefused(f"nothing was imported: {where}: {why}")


@contextmanager
def opened(path: Path, most: int = MOST_BYTES) -> Iterator[BinaryIO]:
    """A regular file of at most so many bytes. Raises ImportRefused, and CannotWrite when it cannot be read."""
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):
            raise ImportRefused(f"nothing was imported: {path} is not a regular file")
        if known.st_size > most:
            raise ImportRefused(f"nothing was imported: {path} is larger than {most // 1024**2} MiB")
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise CannotWrite(f"nothing was imported: {path} cannot be read: {error.strerror or error}") from None


def read_file(path: Path) -> bytes:
    """The bytes of a regular file of at most `MOST_WHOLE`. Raises as `opened`."""
    with opened(path, MOST_WHOLE) as file:
        return file.read(MOST_WHOLE)


def lines_of(file: BinaryIO, name: str) -> Iterator[bytes]:
    """The lines of a file, read as they are asked for. Raises ImportRefused for one that no memory should hold."""
    for number, line in enumerate(iter(partial(file.readline, MOST_LINE + 1), b""), 1):
        if len(line) > MOST_LINE:
            raise refused(f"{name}, line {number}", f"it is longer than {MOST_LINE // 1024**2} MiB")
        yield line


def first_line(file: BinaryIO) -> bytes:
    """The first line that is not empty, its first `MOST_HEAD` bytes; reading begins at the start again.

    b"" when the first `HEAD_LINES` are empty.
    """
    head = iter(partial(file.readline, MOST_HEAD), b"")
    first = next((line for line in islice(head, HEAD_LINES) if line.strip()), b"")
    file.seek(0)
    return first


def as_text(content: bytes, name: str) -> str:
    """The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one. Raises ImportRefused."""
    utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refused(f"{name}, line {line}", "it is not UTF-8 or UTF-16 text") from None
