"""Zips from outside: what is asked for, read into memory within limits. Nothing is ever unpacked onto the disk."""

import stat
import zlib
from collections.abc import Sequence
from fnmatch import fnmatchcase
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from journal.exchange.intake import MOST_WHOLE, refused

SIGNATURE = b"PK\x03\x04"
MOST_FILES = 10_000
MOST_RATIO = 250
"""How many times larger a file may be than what it is packed in; text packs some 3 to 30 times."""
SMALL = 1024 * 1024
"""Files up to this size may pack as well as they like."""
ENCRYPTED = 0x1


def is_zip(content: bytes) -> bool:
    """True when `content` begins as a zip does."""
    return content.startswith(SIGNATURE)


def names(content: bytes, name: str) -> tuple[str, ...]:
    """The names of the files in a zip called `name`. Raises ImportRefused for a zip that is not as zips are."""
    return tuple(each.filename for each in _checked(_opened(content, name), name))


def members(content: bytes, name: str, patterns: Sequence[str]) -> list[tuple[str, bytes]]:
    """The files that fit one of `patterns`, with their names, by name. Raises ImportRefused."""
    archive = _opened(content, name)
    wanted = [each for each in _checked(archive, name) if _fits(each.filename, patterns)]
    if sum(each.file_size for each in wanted) > MOST_WHOLE:
        raise refused(name, f"it holds more than {MOST_WHOLE // 1024**2} MiB")
    return [(each.filename, _content(archive, each, name)) for each in sorted(wanted, key=lambda each: each.filename)]


def _fits(filename: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(filename, pattern) for pattern in patterns)


def _opened(content: bytes, name: str) -> ZipFile:
    try:
        return ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
        raise refused(name, f"it is not a whole zip ({error})") from None


def _checked(archive: ZipFile, name: str) -> list[ZipInfo]:
    found = archive.infolist()
    if len(found) > MOST_FILES:
        raise refused(name, f"it holds more than {MOST_FILES} files")
    for each in found:
        why = _why_not(each)
        if why:
            raise refused(f"{name}, {each.filename}", why)
    return [each for each in found if not each.is_dir()]


def _why_not(each: ZipInfo) -> str:
    path = each.filename.replace("\\", "/")
    if not path:
        return "it has no name"
    if path.startswith("/") or ".." in path.split("/") or path[1:2] == ":":
        return "its name leads out of the zip"
    if stat.S_ISLNK(each.external_attr >> 16):
        return "it is a link, not a file"
    if each.flag_bits & ENCRYPTED:
        return "it is encrypted"
    if each.file_size > SMALL and each.file_size > MOST_RATIO * max(1, each.compress_size):
        return "it would grow beyond all measure when unpacked"
    return ""


def _content(archive: ZipFile, each: ZipInfo, name: str) -> bytes:
    """What is packed, and never more than it says it is."""
    try:
        with archive.open(each) as file:
            content = file.read(each.file_size + 1)
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise refused(f"{name}, {each.filename}", f"it cannot be unpacked ({error})") from None
    if len(content) != each.file_size:
        raise refused(f"{name}, {each.filename}", "it is not as large as it says")
    return content
