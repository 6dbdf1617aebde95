"""kill -9 at any moment: what was acknowledged is there, and at most the entry in flight more."""

import signal
import time
from pathlib import Path
from random import Random
from subprocess import Popen

from tests.benchmarks.speed.terminal import Gone, Terminal
from tests.faults.findings import Tally
from tests.faults.kept import stored
from tests.faults.program import Build

LONG = {"acknowledged": 10_000, "commands": 300, "apps": 40}
SHORT = {"acknowledged": 60, "commands": 4, "apps": 1}
LINES = 160
"""Lines sent to a stream at once; it is killed on the way."""


def run(build: Build, scratch: Path, acknowledged: int, commands: int, apps: int) -> list[Tally]:
    """Streams, single commands and the app, each on a journal of its own."""
    found = [_streams(build, scratch / "streams", acknowledged)]
    found += [_commands(build, scratch / "commands", commands)] if commands else []
    found += [_apps(build, scratch / "apps", apps)] if apps else []
    return found


def _streams(build: Build, folder: Path, wanted: int) -> Tally:
    tally, random = Tally("kills", "an entry that a stream acknowledged is kept"), Random(1)
    said: set[str] = set()
    kills = 0
    while len(said) < wanted:
        writer = build.start(folder, "log", "--stdin")
        assert writer.stdin is not None
        assert writer.stdout is not None
        writer.stdin.write("".join(f"stairs {number % 90 + 1}\n" for number in range(LINES)).encode())
        writer.stdin.flush()
        for _ in range(random.randrange(1, min(LINES - 10, wanted))):
            said |= _ids(writer.stdout.readline())
        for line in _killed(writer).splitlines(keepends=True):
            said |= _ids(line)
        kills += 1
    kept = set(stored(folder))
    tally.add(len(said), len(said - kept), f"{len(said - kept)} lost")
    tally.figures = {"kills": kills}
    tally.add(0, int(len(kept - said) > kills), f"{len(kept - said)} more than were acknowledged in {kills} kills")
    return tally


def _killed(writer: Popen[bytes]) -> bytes:
    """Kill a program; gives what it said that was not read yet, also where that has left the pipe already."""
    with writer:
        assert writer.stdout is not None
        writer.send_signal(signal.SIGKILL)
        return writer.stdout.read()


def _ids(line: bytes) -> set[str]:
    word, _, ids = line.decode().partition(" ")
    return set(ids.split()) if word == "saved" and line.endswith(b"\n") else set()


def _commands(build: Build, folder: Path, count: int) -> Tally:
    tally, random = Tally("kills", "an entry that a killed command acknowledged is kept"), Random(2)
    said: list[str] = []
    build.run(folder, "log", "l calf 3")
    for number in range(count):
        if number % 20 == 0:  # how busy the machine is changes
            began = time.monotonic()
            build.run(folder, "log", "l calf 3")
            whole = time.monotonic() - began
        writer = build.start(folder, "log", f"note number{number}")
        assert writer.stdout is not None
        out = b""
        if number % 2:
            out = writer.stdout.read(1)  # the very moment after which it has to be there
        else:
            time.sleep(random.uniform(0, 1.2 * whole))
        out += _killed(writer)
        said += [f"number{number}"] if out.startswith(b"saved") else []
    tally.figures = {"acknowledged": len(said)}
    notes = {entry["note"] for entry in build.entries(folder)}
    stored(folder)
    tally.add(count, len(set(said) - notes), f"{set(said) - notes}")
    return tally


def _apps(build: Build, folder: Path, count: int) -> Tally:
    tally, random = Tally("kills", "an entry that a killed app said was saved is kept"), Random(3)
    said: list[str] = []
    build.run(folder, "log", "l calf 3")
    for number in range(count):
        with Terminal(build.argv(), build.environment(folder)) as terminal:
            try:
                terminal.until("14 days")
                terminal.settle(0.5)
                terminal.press("a")
                terminal.settle(0.3)
                terminal.press(f"note number{number}\r")
                if random.random() < 0.7:
                    terminal.until("Saved")
                    said.append(f"number{number}")
                else:
                    time.sleep(random.uniform(0, 0.2))
            except Gone as error:
                tally.add(0, 1, str(error))
    notes = {entry["note"] for entry in build.entries(folder)}
    stored(folder)
    tally.figures = {"acknowledged": len(said)}
    tally.add(count, len(set(said) - notes), f"{set(said) - notes}")
    return tally
