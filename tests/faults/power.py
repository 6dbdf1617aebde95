"""A power cut: every state a disk could be left in, rebuilt from a recorded trace of writes, renames and flushes.

A file's writes since its last fsync may be there or not, each by itself, a last one also by half; names made or taken
away since the last fsync of their folder may be there or not, the later ones only with the earlier.
"""

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from journal.clock import system_clock
from journal.errors import JournalError
from journal.storage.store import Store
from tests.faults.findings import Tally
from tests.faults.program import Build

LONG = {"states": 600, "lines": 40}
SHORT = {"states": 40, "lines": 4}
CALLS = "openat,write,pwrite64,ftruncate,rename,unlink,fsync,fdatasync,link"
_CALL = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (\d+)(?:<(.*?)>)?")
_BYTE = re.compile(r"\\x([0-9a-f]{2})")
_SAVED = re.compile(rb"saved (\S+)\n")


@dataclass
class Disk:
    """What is durable, and what is on its way; contents by number, names to numbers."""

    contents: dict[int, bytes] = field(default_factory=dict)
    pending: dict[int, list[tuple[int, bytes | None]]] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    steps: list[tuple[str, int | None]] = field(default_factory=list)
    """Names made (with their number) or taken away (None) since the folder was flushed."""

    def now(self) -> dict[str, int]:
        """The names as programs see them."""
        return _stepped(self.names, self.steps)

    def left(self, random: Random | None) -> dict[str, bytes]:
        """The files after a cut now: nothing but what is durable (None), or with a random part of the rest."""
        steps = self.steps[: random.randrange(len(self.steps) + 1)] if random else []
        return {name: self._content(number, random) for name, number in _stepped(self.names, steps).items()}

    def _content(self, number: int, random: Random | None) -> bytes:
        content = bytearray(self.contents.get(number, b""))
        for offset, data in self.pending.get(number, []) if random else []:
            assert random is not None
            if random.random() < 0.5:
                _write(content, offset, data if data is None or random.random() < 0.9 else data[: len(data) // 2])
        return bytes(content)

    def flush(self, number: int) -> None:
        """The writes to one file are durable."""
        content = bytearray(self.contents.get(number, b""))
        for offset, data in self.pending.pop(number, []):
            _write(content, offset, data)
        self.contents[number] = bytes(content)


def _stepped(names: dict[str, int], steps: list[tuple[str, int | None]]) -> dict[str, int]:
    found = dict(names)
    for name, number in steps:
        if number is None:
            found.pop(name, None)
        else:
            found[name] = number
    return found


def _write(content: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        del content[offset:]
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data


def run(build: Build, scratch: Path, states: int, lines: int) -> list[Tally]:
    """`states` strict states and as many random ones, of a stream of `lines` entries onto a filled journal."""
    folder, trace = scratch / "power", scratch / "trace"
    Build().run(folder, "log", "l calf 3", "note before")
    (before,) = ([entry["id"] for entry in Build().entries(folder)],)
    shutil.copytree(folder, scratch / "start")
    build.run(
        folder,
        *("log", "--stdin"),
        before=("strace", "-f", "-y", "-xx", "-s", "200000", "-e", f"trace={CALLS}", "-o", str(trace)),
        stdin="".join(f"note line {number}\n" for number in range(lines)).encode(),
    )
    strict, loose = (Tally("power", f"each acknowledged entry is there after a cut ({how})") for how in HOW)
    points = list(_points(scratch / "start", folder, trace.read_text(errors="replace").splitlines()))
    random = Random(1)
    for tally, chance in ((strict, None), (loose, random)):
        for turn in range(states):
            cut = int(turn * len(points) / states) if states < len(points) else turn % len(points)
            _, said, left = _replayed(points, cut, chance)
            tally.saw(*_look(scratch / "cut", left, {*before, *said}, f"after call {cut} of {len(points)}"))
    strict.figures = loose.figures = {"calls": len(points)}
    return [strict, loose]


HOW = ("only what was flushed", "any part of the rest")
Step = tuple[str, tuple[object, ...]]


def _points(start: Path, folder: Path, lines: list[str]) -> list[Step]:
    """The calls on files of the folder, and what was acknowledged, in order; the first step is the folder before."""
    first = {str(each.relative_to(start)): each.read_bytes() for each in start.rglob("*") if each.is_file()}
    steps: list[Step] = [("start", (first,))]
    for line in lines:
        match = _CALL.match(line)
        if not match:
            continue
        call, said, result, opened = match.groups()
        paths = [_text(each) for each in re.findall(r"<((?:\\x[0-9a-f]{2})+|[^<>]*)>", said)]
        texts = [bytes.fromhex("".join(_BYTE.findall(each))) for each in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', said)]
        if call == "openat" and opened and "O_CREAT" in said:
            steps += _inside(folder, ("made", _text(opened)))
        elif call in {"pwrite64", "write"} and said.startswith("1<"):
            steps += [("said", tuple(each.decode() for each in _SAVED.findall(texts[0])))]
        elif call == "pwrite64" and paths:
            steps += _inside(folder, ("write", paths[0]), int(said.rsplit(", ", 1)[1]), texts[0][: int(result)])
        elif call == "write" and paths:
            steps += _inside(folder, ("append", paths[0]), texts[0][: int(result)])
        elif call == "ftruncate":
            steps += _inside(folder, ("cut", paths[0]), int(said.rsplit(", ", 1)[1]))
        elif call in {"fsync", "fdatasync"}:
            steps += _inside(folder, ("flush", paths[0]))
        elif call == "unlink":
            steps += _inside(folder, ("gone", texts[0].decode()))
        elif call == "rename":
            steps += _inside(folder, ("gone", texts[0].decode()), texts[1].decode())
    return steps


def _text(path: str) -> str:
    return bytes.fromhex("".join(_BYTE.findall(path))).decode() if path.startswith("\\x") else path


def _inside(folder: Path, step: tuple[str, str], *more: object) -> list[Step]:
    path = Path(step[1])
    return [(step[0], (str(path.relative_to(folder)), *more))] if path.is_relative_to(folder) else []


def _replayed(points: list[Step], last: int, random: Random | None) -> tuple[Disk, list[str], dict[str, bytes]]:
    disk, said, numbers = Disk(), [], 0
    for what, details in points[: last + 1]:
        if what == "said":
            said += [str(each) for each in details]
            continue
        if what == "start":
            (first,) = details
            assert isinstance(first, dict)
            for name, content in first.items():
                disk.names[name], disk.contents[numbers] = numbers, content
                numbers += 1
            continue
        name = str(details[0])
        if what == "made" and name not in disk.now():
            disk.steps.append((name, numbers))
            numbers += 1
        elif what == "flush" and name == ".":
            disk.names, disk.steps = disk.now(), []
        elif name in disk.now():
            _step(disk, what, name, details[1:])
    return disk, said, disk.left(random)


def _step(disk: Disk, what: str, name: str, details: tuple[object, ...]) -> None:
    number = disk.now()[name]
    pending = disk.pending.setdefault(number, [])
    match what, details:
        case "write", (int(offset), bytes(data)):
            pending.append((offset, data))
        case "append", (bytes(data),):
            pending.append(
                (max([len(disk.contents.get(number, b"")), *(at + len(d or b"") for at, d in pending)]), data)
            )
        case "cut", (int(size),):
            pending.append((size, None))
        case "flush", _:
            disk.flush(number)
        case "gone", ():
            disk.steps.append((name, None))
        case "gone", (str(to),):
            disk.steps += [(Path(to).name, number), (name, None)]


def _look(folder: Path, files: dict[str, bytes], wanted: set[str], what: str) -> tuple[bool, str]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    try:
        store = Store.open(folder / "journal.db", system_clock())
        try:
            lost = wanted - {entry.id for entry in store.all_entries()}
            problems = store.check()
        finally:
            store.close()
    except JournalError as error:
        return False, f"{what}: {error}"
    return not lost and not problems, f"{what}: {len(lost)} of {len(wanted)} lost, {problems}"
