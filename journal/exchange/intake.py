"""Files from outside, as bytes and as text: nothing is read that is no regular file or larger than the limit."""

import codecs
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from journal.errors import CannotWrite, ImportRefused

MOST_BYTES = 512 * 1024 * 1024
"""A larger file is refused before it is read."""


def refused(where: str, why: str) -> ImportRefused:
    """The error of an import; `where` is "file" or "file, line 12"."""
    return ImportRefused(f"nothing was imported: {where}: {why}")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file to be read. Raises ImportRefused, and CannotWrite when it cannot be read."""
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):
            raise ImportRefused(f"nothing was imported: {path} is not a regular file")
        if known.st_size > MOST_BYTES:
            raise ImportRefused(f"nothing was imported: {path} is larger than {MOST_BYTES // 1024**2} MiB")
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise CannotWrite(f"nothing was imported: {path} cannot be read: {error.strerror or error}") from None


def read_file(path: Path) -> bytes:
    """The bytes of a regular file. Raises as `opened`."""
    with opened(path) as file:
        return file.read(MOST_BYTES)


def first_line(file: BinaryIO) -> bytes:
    """The first line that is not empty, b"" without one; reading begins at the start again."""
    first = next((line for line in file if line.strip()), b"")
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
