"""Reading the files of other apps as the journal does, without a journal."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from journal.catalogue import load_catalogue
from journal.catalogue.mapping_shapes import FileMapping
from journal.catalogue.mappings import load_mapping, load_mappings
from journal.clock import Clock
from journal.exchange.convert import Incoming, Reader
from journal.exchange.recognise import mapping_for, rows
from journal.model import Entry, Side

FILES = Path(__file__).parent / "files"
CATALOGUE = load_catalogue()
MAPPINGS = load_mappings()
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

LOOP = {
    "Habits.csv": b"Position,Name,Question,Description,NumRepetitions,Interval,Color\n001,Driving,,,1,1,#FF8F00\n",
    "Checkmarks.csv": b"Date,Driving,Foam roll,Water,\n2026-05-03,2,-1,1500,\n",
    "Scores.csv": b"Date,Driving,Foam roll,Water,\n2026-05-03,0.05,0.1,0.1,\n",
    "001 Driving/Checkmarks.csv": (
        b"Date,Value,Notes\n2026-05-03,YES_MANUAL,to the coast\n2026-05-02,NO,\n2026-05-01,UNKNOWN,\n"
    ),
    "001 Driving/Scores.csv": b"Date,Score\n2026-05-03,0.0500\n",
    "002 Foam roll/Checkmarks.csv": b"2026-05-03,2\n2026-05-02,1\n2026-05-01,0\n2026-04-30,3\n",
    "003 Water/Checkmarks.csv": b"Date,Value,Notes\n2026-05-03,1500,\n",
    "004 No driving/Checkmarks.csv": b"Date,Value,Notes\n2026-05-03,YES_MANUAL,\n",
}
"""The zip of Loop: two folders in the newer form, one in the older without a header, one with numbers."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of files, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def clock(zone: str = "UTC") -> Clock:
    """A clock that stands at NOW in a zone."""
    return Clock(read=lambda: NOW, zone=ZoneInfo(zone), zone_name=zone)


def content_of(file: str) -> bytes:
    """The bytes of a fixture; "loop.zip" is made from LOOP."""
    return zipped(LOOP) if file == "loop.zip" else (FILES / file).read_bytes()


def read(
    content: bytes,
    name: str,
    mapping: FileMapping | None = None,
    *,
    zone: str = "UTC",
    place: tuple[str, Side] | None = None,
) -> Incoming:
    """What a file would bring."""
    found = mapping or mapping_for(content, name, MAPPINGS)
    return Reader(found, CATALOGUE, clock(zone), place).read(rows(content, name, found))


def own_mapping() -> FileMapping:
    """The mapping of the fixture own.csv."""
    return load_mapping(FILES / "own.toml")


def of(incoming: Incoming, kind: str) -> list[Entry]:
    """The entries of a kind, by time."""
    return [entry for entry in incoming.entries if entry.kind == kind]


HOUR = timedelta(hours=1)
