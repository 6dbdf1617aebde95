"""Several programs at once: writers on the command line while the app is open, and races for the first journal."""

from pathlib import Path

from tests.benchmarks.speed.terminal import Terminal
from tests.faults.findings import Tally
from tests.faults.kept import stored
from tests.faults.program import PATIENCE, Build

LONG = {"writers": 8, "lines": 200, "races": 10}
SHORT = {"writers": 8, "lines": 5, "races": 1}
TOGETHER = 10
"""Programs that race for the first journal."""


def run(build: Build, scratch: Path, writers: int, lines: int, races: int) -> list[Tally]:
    """`writers` streams of `lines` entries each with the app open; then races of ten commands."""
    found = [_writers(build, scratch / "data", writers, lines)]
    return found + ([_races(build, scratch, races)] if races else [])


def _writers(build: Build, folder: Path, writers: int, lines: int) -> Tally:
    tally = Tally(
        "several", "what a writer was told is saved is kept, once, and none is turned away, with the app open"
    )
    Build().run(folder, "log", "l calf 3")
    with Terminal(Build().argv(), build.environment(folder)) as terminal:
        terminal.until("14 days")
        streams = [build.start(folder, "log", "--stdin") for _ in range(writers)]
        for number, stream in enumerate(streams):
            assert stream.stdin is not None
            stream.stdin.write(b"".join(b"note writer %d says %d\n" % (number, line) for line in range(lines)))
            stream.stdin.close()
            stream.stdin = None
        terminal.press("5")
        terminal.until("Saved", patience=PATIENCE)
        told = [stream.communicate(timeout=PATIENCE * 10) for stream in streams]
        terminal.end("q")
    said = {word for out, _ in told for word in out.decode().split() if word != "saved"}
    kept = stored(folder)
    tally.add(writers * lines, writers * lines - len(said & set(kept)), b"".join(each for _, each in told).decode())
    tally.saw(len(kept) == len(set(kept)) == writers * lines + 2, f"{len(kept)} entries")
    return tally


def _races(build: Build, scratch: Path, races: int) -> Tally:
    tally = Tally("several", "ten programs that make the journal together make one, with an entry of each")
    for turn in range(races):
        folder = scratch / f"race{turn}"
        programs = [build.start(folder, "log", f"stairs {number}") for number in range(1, TOGETHER + 1)]
        errors = [program.communicate(timeout=PATIENCE)[1].decode() for program in programs]
        told = not any(program.returncode for program in programs)
        tally.saw(told and len(stored(folder)) == TOGETHER, f"race {turn}: {[each for each in errors if each]}")
    return tally
