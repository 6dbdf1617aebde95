"""From a key to what it changes on the screen: rating, saving, changing screens, typing in the bar."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from time import monotonic

from journal.book import Journal
from journal.clock import system_clock
from screens.watchdog import DURABLE
from tests.benchmarks.speed.floors import SWITCHING, python
from tests.benchmarks.speed.measuring import Goal, Group, Probe, Values
from tests.benchmarks.speed.start import RJ, SHELL, copy_of, figures_of
from tests.benchmarks.speed.terminal import Terminal

WATCHDOG = "RECOVERY_JOURNAL_WATCHDOG"
"""Names the file of a watchdog in the app, which writes when the UI thread was busy for more than a frame."""

FRAME = 1000 / 60
RATINGS = "5362718043"
EARLY = "4"
"""Rated as soon as there is a first frame, before the journal is open."""
HASTY = ("r", "t", "6")
"""To another screen, back, and a rating, all before the first of them is drawn."""
PENDING = "…"
"""Behind a score that is being saved."""
DRAWN = "\x1b[?2026l"
"""With this a frame ends."""
LINE = "l calf 4 8am"
TIMES = 4


def group(scratch: Path, years: Sequence[int]) -> Group:
    """One session with the largest journal of `years`, beside an app of two empty screens."""
    folder = copy_of(max(years), scratch, "keys")
    argv = [RJ, "--data", str(folder)]
    real = figures_of(folder)
    goals = [
        Goal(figure="rating: key to its number, ms", most=FRAME, p95=True),
        Goal(figure="rating: commit to Saved, ms", most=FRAME, p95=True),
        Goal(figure="rating: UI thread busy at most, ms", most=FRAME, p95=True),
        Goal(figure="keys lost while loading", most=0, p95=True),
        Goal(figure="typing in the bar: key to preview, ms", most=FRAME, p95=True),
        Goal(figure="screen, warm, ms", floor="empty screen, warm, ms", most=1.3, p95=True),
        Goal(figure="screen, first time, ms", most=150, p95=True),
        Goal(figure="Trends, a year, ms", most=67, p95=True),
    ]
    session = partial(_session, argv, folder, real, scratch / "watchdog")
    return Group(probes=[Probe("empty screens", _empty), Probe("app", session)], goals=goals)


def _empty() -> Values:
    with Terminal(python(SWITCHING)) as terminal:
        terminal.until("first screen")
        terminal.settle()
        for key in "ot":
            _painted(terminal, key)
        took = [_painted(terminal, key) for key in "ot" * TIMES]
        terminal.end("q")
    return {"empty screen, warm, ms": took}


def _session(argv: Sequence[str], folder: Path, real: str, watched: Path) -> Values:
    watched.write_text("")
    before = _recorded(folder)
    with Terminal(argv, {WATCHDOG: str(watched)}) as terminal:
        terminal.until(SHELL)
        terminal.press(EARLY)
        terminal.until("Saved")
        terminal.settle(1.5)
        values = {name: list[float]() for name in _RATING}
        for key in RATINGS:
            for name, value in zip(_RATING, _rate(terminal, key, watched), strict=True):
                values[name].append(value)
        terminal.press("".join(HASTY))
        terminal.until("Saved", real)
        terminal.settle()
        terminal.press("a")
        terminal.settle()
        values["typing in the bar: key to preview, ms"] = [_painted(terminal, key) for key in LINE]
        terminal.press("\x1b")
        terminal.settle(1.0)  # a key that comes at once after it would be another key
        values["screen, first time, ms"] = [_painted(terminal, key) for key in "rsmbgh"]
        terminal.press("t")
        terminal.settle()
        values["screen, warm, ms"] = [_painted(terminal, key) for key in "rsmbhgt"]
        terminal.press("g")
        terminal.settle()
        # Of the ranges the longest is a year: two steps on.
        values["Trends, a year, ms"] = [_painted(terminal, key) for key in ">>"][-1:]
        terminal.end("q")
    pressed = len(EARLY) + len(RATINGS) + 1
    return {**values, "keys lost while loading": pressed - (_recorded(folder) - before)}


_RATING = (
    "rating: key to its number, ms",
    "rating: key to Saved, ms",
    "rating: commit to Saved, ms",
    "rating: UI thread busy at most, ms",
)


def _rate(terminal: Terminal, key: str, watched: Path) -> Iterator[float]:
    """The figures of one rating, in the order of `_RATING`."""
    began = monotonic()
    pressed = terminal.press(key)
    terminal.until_one(PENDING, "Saved")  # a quick disk leaves no frame in which it is pending
    yield 1000 * (terminal.until(DRAWN) - pressed)
    yield 1000 * (terminal.until("Saved") - pressed)
    said = monotonic()
    terminal.settle()
    notes = [line.split() for line in watched.read_text("utf-8").splitlines()]
    [durable] = [float(when) for what, when in notes if what == DURABLE and float(when) >= began]
    yield 1000 * (said - durable)
    busy = [float(waited) for asked, waited in notes if asked != DURABLE and float(asked) >= began]
    yield 1000 * max(busy, default=0.0)


def _recorded(folder: Path) -> int:
    with Journal(folder, system_clock()) as journal:
        return journal.store.count(kinds=("rating",))


def _painted(terminal: Terminal, key: str) -> float:
    """Milliseconds from `key` to the last of what it changes on the screen."""
    pressed = terminal.press(key)
    return 1000 * (terminal.calm() - pressed)
