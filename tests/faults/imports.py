"""Files from outside: mutated ones are taken whole or refused whole in one line, giants and bombs are refused early."""

import io
import json
import os
import resource
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from journal.exchange.intake import MOST_BYTES
from tests.faults.findings import Tally
from tests.faults.program import Build

LONG = {"files": 10_000, "bombs": 99}
SHORT = {"files": 60, "bombs": 99}
MOST_SECONDS, MOST_MIB = 5.0, 500.0
"""Seconds of processor: how long the runner waits depends on what else the machine does."""
HEADER = b'{"format":"recovery-journal","version":1}\n'


def run(build: Build, scratch: Path, files: int, bombs: int) -> list[Tally]:
    """Mutated files through the command line in one process; at most so many bombs, each in one of its own."""
    mutated = Tally("imports", "a mutated file is imported whole or refused whole, in one line, without a traceback")
    with build.start(scratch / "imports", str(files), module="tests.faults.importing", stderr=None) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said = json.loads(line)
            mutated.add(said["tried"], said["failed"], said["what"])
            mutated.figures = {"taken": said["taken"], "refused": said["refused"]}
    mutated.add(0, int(process.returncode != 0), f"status {process.returncode}")
    return [mutated, *([_bombs(build, scratch, bombs)] if bombs else [])]


def _bombs(build: Build, scratch: Path, count: int) -> Tally:
    tally, folder = Tally("imports", "a bomb is refused within 5 s of processor and 500 MiB"), scratch / "bombs"
    build.run(folder, "log", "l calf 3")
    for name, file in islice(_made(scratch), count):
        began = _processor()
        process = build.start(folder, "import", str(file))
        _, error = process.communicate(timeout=120) if process.poll() is None else (b"", b"")
        took = _processor() - began
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        fine = process.returncode in (2, 4, 6) and error.count(b"\n") == 1 and took < MOST_SECONDS and used < MOST_MIB
        tally.saw(fine, f"{name}: status {process.returncode}, {took:.1f} s, {used:.0f} MiB, {error[:200]!r}")
        tally.figures |= {
            "slowest, s": max(took, tally.figures.get("slowest, s", 0)),
            "most memory, MiB": max(used, tally.figures.get("most memory, MiB", 0)),
        }
    tally.saw(len(build.entries(folder)) == 1, "the journal changed")
    return tally


def _processor() -> float:
    """Seconds of processor that the programs which ended have used: what they take, however busy the machine is."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _made(scratch: Path) -> Iterator[tuple[str, Path]]:
    """Files that would take all time or memory, or that are no files, each made when it is asked for."""
    for name, head, size in (
        ("an endless line behind a header", HEADER, MOST_BYTES),
        ("an endless line", b"", MOST_BYTES),
        ("a giant", b"", 20 * 1024**3),
    ):
        file = scratch / f"{name}.jsonl"
        file.write_bytes(head)
        os.truncate(file, size)
        yield name, file
    contents: dict[str, Callable[[], bytes]] = {
        "zip bomb": _packed,
        "deep JSON": lambda: HEADER + b"[" * 5_000_000,
        "deep objects": lambda: b'{"a":' * 1_000_000,
        "one long line": lambda: b"x" * (60 * 1024**2),
        "long number": lambda: HEADER + b'{"id":"a","score":' + b"9" * 5_000_000 + b"}",
        "only commas": lambda: b"," * (20 * 1024**2),
        "only newlines": lambda: b"\n" * (20 * 1024**2),
        "newlines behind a header": lambda: HEADER + b"\n" * (20 * 1024**2),
        "UTF-16": lambda: "date,score\n".encode("utf-16") * 100_000,
    }
    for name, content in contents.items():
        file = scratch / f"{name}.csv"
        file.write_bytes(content())
        yield name, file
    pipe = scratch / "pipe.jsonl"
    os.mkfifo(pipe)
    yield from (("a pipe", pipe), ("a device", Path("/dev/zero")), ("a folder", scratch))


def _packed() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("carbs.csv", bytes(300 * 1024**2))
    return packed.getvalue()
