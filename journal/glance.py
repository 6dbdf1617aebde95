"""Today's figures in a small file beside the journal, to show before the journal is open: true, or not there.

The file says for which state of the journal, the settings, the runner's own content and the program it was made, and
from when until when each of its figures holds. If one of them is another one now, nothing of it is used. It is read
without the database, the content or the rules, so it is there as soon as Python is.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from journal import __version__

if TYPE_CHECKING:
    from journal.model import Measure, Side

FILE = "glance.json"
MOST_BYTES = 1 << 16
_COUNTER = slice(24, 28)
_FORMAT = slice(18, 20)
_HEADER = 100

Mark = tuple[int, ...]
"""What tells one state of a file from another; () when there is no file."""


class Row(NamedTuple):
    """A check-in row: what is tracked, its label, the day's latest score (None: not rated), and whether it asks for
    the average of the day.
    """

    site: str
    side: "Side"
    measure: "Measure"
    label: str
    score: int | None
    average: bool


class Glance(NamedTuple):
    """What is shown of a day at first. `signs` are the levels and texts of open warning signs."""

    day: str
    line: str
    """The day in one line, for a prompt."""
    due: bool
    """True while a check-in row is not rated."""
    left: str
    """The days left, "" without an open episode."""
    sentence: str
    likely: str
    function: str
    rows: tuple[Row, ...]
    signs: tuple[tuple[str, str], ...]
    theme: str


NOTHING = Glance("", "", False, "", "", "", "", (), (), "")
"""What is shown first when nothing is known yet."""


class Span(NamedTuple):
    """A glance, and from when until when (seconds since 1970, the end not included) it holds."""

    first: float
    end: float
    glance: Glance


def marks_of(folder: Path) -> dict[str, Mark]:
    """What everything that a glance depends on is like now; `journal` is () when it cannot be told."""
    return {
        "journal": journal_mark(folder / "journal.db"),
        "settings": file_mark(folder / "settings.toml"),
        "own": file_mark(folder / "own.toml"),
        "content": content_mark(),
    }


def file_mark(path: Path) -> Mark:
    """What tells this state of a file from any other."""
    try:
        return _mark(path.stat())
    except OSError:
        return ()


def _mark(found: os.stat_result) -> Mark:
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def journal_mark(path: Path) -> Mark:
    """The mark of a database, with SQLite's count of its changes.

    Opens and closes the file, so it is not for a process that has it open: closing would drop SQLite's locks.
    """
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return ()
    try:
        return open_mark(handle)
    finally:
        os.close(handle)


def open_mark(handle: int) -> Mark:
    """As `journal_mark`, of an open file. () for one that is not written in place (SQLite's WAL)."""
    try:
        head = os.pread(handle, _HEADER, 0)
        found = os.fstat(handle)
    except OSError:
        return ()
    if len(head) < _HEADER or head[_FORMAT] != b"\x01\x01":
        return ()
    return (*_mark(found), int.from_bytes(head[_COUNTER]))


def content_mark() -> Mark:
    """What tells the packaged content from another one."""
    try:
        found = [each.stat() for each in (Path(__file__).parents[1] / "data").glob("*.toml")]
    except OSError:
        return ()
    return (len(found), sum(each.st_size for each in found), max((each.st_mtime_ns for each in found), default=0))


def packed(spans: Sequence[Span], marks: dict[str, Mark], offset: int) -> bytes:
    """The file's content; `offset` are the seconds east of UTC of the zone that the days are counted in."""
    value = {"version": __version__, "marks": marks, "offset": offset, "spans": spans}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(content: bytes, marks: dict[str, Mark], now: float, offset: int) -> Glance | None:
    """The glance that holds `now` (seconds since 1970) in that zone, None when there is none."""
    try:
        value: dict[str, Any] = json.loads(content)
        same = {name: tuple(mark) for name, mark in value["marks"].items()} == marks
        if not (same and marks["journal"] and value["version"] == __version__ and value["offset"] == offset):
            return None
        for first, end, fields in value["spans"]:
            if first <= now < end:
                glance = Glance(*fields)
                rows = tuple(Row(*row) for row in glance.rows)
                return glance._replace(rows=rows, signs=tuple((level, text) for level, text in glance.signs))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return None


def theme_named(settings: Path) -> str:
    """The theme that settings.toml names, before anything of it is checked; "" when it names none."""
    from journal.toml import parse_toml

    try:
        return str(parse_toml(settings.read_text("utf-8")).get("theme", "")) if settings.is_file() else ""
    except (OSError, ValueError):
        return ""


def read_glance(folder: Path, now: float, offset: int) -> Glance | None:
    """What may be shown of the journal in `folder` without opening it. Not for a process that has it open."""
    if not (folder / FILE).is_file():
        return None  # nor wait for a pipe
    try:
        with (folder / FILE).open("rb") as file:
            content = file.read(MOST_BYTES)
    except OSError:
        return None
    return unpacked(content, marks_of(folder), now, offset)
