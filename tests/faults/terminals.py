"""Terminals that are resized or gone, signals: nothing runs on, nothing typed is lost, the status says the truth."""

import os
import signal
import time
from pathlib import Path
from random import Random

from journal.paths import Paths
from tests.benchmarks.speed.terminal import Gone, Terminal
from tests.faults.findings import Tally
from tests.faults.kept import kept_lines
from tests.faults.program import Build

LONG = {"resizes": 400, "lost": 15, "hurried": 40}
SHORT = {"resizes": 40, "lost": 1, "hurried": 4}
PAINTED = "14 days"
GONE_WITHIN = 6.0
HURRIED = (("5", "q"), ("5", "\x11"), ("anote hurried\r", "q"), ("anote hurried\r", signal.SIGTERM))
"""Keys that save an entry, and what ends the app right behind them."""


def run(build: Build, scratch: Path, resizes: int, lost: int, hurried: int) -> list[Tally]:
    """Each on the same journal, in a pseudo-terminal."""
    folder = scratch / "data"
    Build().run(folder, "log", "l calf 3")
    return [
        _signals(build, folder),
        _lost(build, folder, lost),
        _hurried(build, folder, hurried),
        _resizes(build, folder, resizes),
        _no_terminal(build, folder),
    ]


def _signals(build: Build, folder: Path) -> Tally:
    tally = Tally("terminals", "a signal ends the app with its status, the terminal as it was")
    for number, wanted in ((signal.SIGTERM, 143), (signal.SIGHUP, 129)):
        with Terminal(build.argv(), build.environment(folder)) as terminal:
            terminal.until(PAINTED)
            terminal.settle(0.3)
            os.kill(terminal.pid, number)
            _, status = terminal.end("")
            restored = b"\x1b[?1049l" in terminal.seen and b"\x1b[?25h" in terminal.seen
        tally.saw(status == wanted and restored, f"{number.name}: status {status}, terminal restored: {restored}")
    return tally


def _lost(build: Build, folder: Path, count: int) -> Tally:
    tally = Tally("terminals", "a terminal that is gone ends the app within 6 s, and what was typed is kept")
    for turn in range(count):
        _forget_lines(folder)
        with Terminal(build.argv(), build.environment(folder)) as terminal:
            try:
                terminal.until(PAINTED)
                terminal.settle(0.3)
                terminal.press("a")
                terminal.settle(0.3)
                terminal.press(f"note typed {turn}")
                terminal.until("typed")
                terminal.settle(0.3)
            except Gone as error:
                tally.saw(False, str(error))
                continue
            os.close(terminal._terminal)
            took = _ended(terminal.pid)
            if took < GONE_WITHIN:
                terminal.pid = 0
            terminal._terminal = os.open(os.devnull, os.O_RDONLY)
        kept = kept_lines(folder) == [f"note typed {turn}"]
        tally.saw(took < GONE_WITHIN and kept, f"gone after {took:.1f} s, draft kept: {kept}")
        tally.figures["slowest, s"] = max(tally.figures.get("slowest, s", 0), took)
    _forget_lines(folder)
    return tally


def _hurried(build: Build, folder: Path, count: int) -> Tally:
    """Where the machine is too busy to save before the deadline, the line is kept; one in flight may be both."""
    tally = Tally("terminals", "what is saved by a key right before the end is saved, or kept as it was typed")
    for turn in range(count):
        _forget_lines(folder)
        keys, last = HURRIED[turn % len(HURRIED)]
        before = len(build.entries(folder))
        with Terminal(build.argv(), build.environment(folder)) as terminal:
            terminal.until(PAINTED)
            terminal.settle(0.3)
            terminal.press(keys + last if isinstance(last, str) else keys)
            if not isinstance(last, str):
                os.kill(terminal.pid, last)
            _, status = terminal.end("")
        saved, kept = len(build.entries(folder)) - before, kept_lines(folder)
        fine = (saved == 1 or kept == ["note hurried"]) and status in (0, 143)
        tally.saw(fine, f"{keys!r}, {last!r}: {saved} saved, {kept} kept, status {status}")
        tally.figures["kept"] = tally.figures.get("kept", 0) + len(kept)
    _forget_lines(folder)
    return tally


def _forget_lines(folder: Path) -> None:
    for each in Paths(folder).drafts():
        each.unlink()


def _ended(pid: int) -> float:
    """Seconds until the process is gone, at most a little more than it may take."""
    began = time.monotonic()
    while time.monotonic() - began < GONE_WITHIN + 1:
        if os.waitpid(pid, os.WNOHANG)[0]:
            break
        time.sleep(0.05)
    return time.monotonic() - began


def _resizes(build: Build, folder: Path, count: int) -> Tally:
    import struct
    import termios
    from fcntl import ioctl

    tally, random = Tally("terminals", "the app lives through resizes from 1×1 to 500×200"), Random(1)
    with Terminal(build.argv(), build.environment(folder)) as terminal:
        terminal.until(PAINTED)
        terminal.settle(0.3)
        for turn in range(count):
            size = random.choice(((1, 1), (24, 80), (200, 500), (random.randrange(1, 60), random.randrange(1, 200))))
            ioctl(terminal._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
            os.kill(terminal.pid, signal.SIGWINCH)
            terminal.settle(0.02 if turn % 10 else 0.2, patience=3.0)
            if _has_ended(terminal):
                break
            if turn % 10 == 0:
                terminal.press(random.choice("trsmbgh"))
        if not _has_ended(terminal):
            ioctl(terminal._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            terminal.press("\x1bt")
            terminal.settle(0.5)
            terminal.press("q")
        _, status = terminal.end("")
    tally.add(count, int(status != 0), f"ended with status {status}: {bytes(terminal.seen[-300:])!r}")
    return tally


def _has_ended(terminal: Terminal) -> bool:
    """True when the program is gone; its status is still to be asked for."""
    return os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _no_terminal(build: Build, folder: Path) -> Tally:
    tally = Tally("terminals", "without a terminal it names the way on the command line, status 2")
    told = build.run(folder)
    tally.saw(told.status == 2 and told.one_line and "recovery-journal log" in told.error, f"{told}")
    with Terminal(build.argv(), {**build.environment(folder), "TERM": "dumb"}) as terminal:
        terminal.environment["TERM"] = "dumb"
        _, status = terminal.end("")
    tally.saw(status == 2 and b"the screen needs a terminal" in terminal.seen, f"dumb: {bytes(terminal.seen)!r}")
    told = build.run(folder, "today", environment={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    tally.saw(told.status == 0 and told.out.isascii() and not told.error, f"LANG=C: {told}")
    return tally
