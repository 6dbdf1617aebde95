"""Making damage: bytes that changed, files that were cut off, things that stand where the journal should."""

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from random import Random

PAGE = 4096


def flip(file: Path, offset: int, bit: int = 0) -> None:
    """Change one bit of the byte at `offset`."""
    with file.open("r+b") as stream:
        stream.seek(offset)
        byte = stream.read(1)[0]
        stream.seek(offset)
        stream.write(bytes([byte ^ (1 << bit)]))


def flip_somewhere(file: Path, random: Random) -> int:
    """Change one bit anywhere behind the header; gives the offset."""
    offset = random.randrange(100, file.stat().st_size)
    flip(file, offset, random.randrange(8))
    return offset


def places_of(file: Path, text: str) -> list[int]:
    """Every offset at which `text` is stored."""
    content, wanted, found = file.read_bytes(), text.encode(), []
    at = content.find(wanted)
    while at >= 0:
        found.append(at)
        at = content.find(wanted, at + 1)
    return found


def cut(file: Path, share: float) -> None:
    """Keep only so much of a file (0 to 1)."""
    os.truncate(file, int(file.stat().st_size * share))


def zeros(file: Path, page: int) -> None:
    """Fill a page (the first is 1) with zeros, as a disk that lost a write does."""
    with file.open("r+b") as stream:
        stream.seek((page - 1) * PAGE)
        stream.write(bytes(PAGE))


def foreign(file: Path) -> None:
    """Put another program's database there."""
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE notes (text)")


def newer(file: Path, schema: int = 99) -> None:
    """Make the journal one of a newer version."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE meta SET value = '9.0.0' WHERE name = 'made_by'")
        connection.execute(f"PRAGMA user_version={schema}")


def dangling(file: Path) -> None:
    """Put a link there whose target is missing (an unplugged disk)."""
    file.unlink()
    file.symlink_to(file.parent.parent / "unplugged" / file.name)


def folder(file: Path) -> None:
    """Put a folder there."""
    file.unlink()
    file.mkdir()


def pipe(file: Path) -> None:
    """Put a pipe there, which would block whoever opens it."""
    file.unlink()
    os.mkfifo(file)


def device(file: Path) -> None:
    """Put a link to a device there."""
    file.unlink()
    file.symlink_to("/dev/zero")


def pipe_beside(file: Path) -> None:
    """Put a pipe where SQLite looks for what was cut short."""
    os.mkfifo(f"{file}-journal")


def holding(content: bytes) -> Callable[[Path], None]:
    """What puts a file with this content there."""

    def put(file: Path) -> None:
        file.write_bytes(content)

    return put


UNREADABLE: Mapping[str, Callable[[Path], None]] = {
    "no bytes": lambda file: cut(file, 0),
    "one byte": lambda file: os.truncate(file, 1),
    "header only": lambda file: os.truncate(file, 100),
    "half": lambda file: cut(file, 0.5),
    "text": holding(b"not a database at all\n" * 500),
    "all zeros": holding(bytes(8 * PAGE)),
    "header lost": lambda file: zeros(file, 1),
    "foreign": foreign,
    "dangling link": dangling,
    "folder": folder,
    "pipe": pipe,
    "device": device,
    "pipe beside": pipe_beside,
}
"""What makes a journal one that cannot be used (status 3), by name."""
