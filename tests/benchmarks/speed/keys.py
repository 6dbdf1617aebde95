"""From a key to what it changes on the screen: rating, saving, changing screens, typing in the bar."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import monotonic

from tests.benchmarks.speed.floors import SWITCHING, python
from tests.benchmarks.speed.measuring import Goal, Group, Probe, Values
from tests.benchmarks.speed.start import RJ, SHELL, copy_of, figures_of
from tests.benchmarks.speed.terminal import Terminal

WATCHDOG = "RECOVERY_JOURNAL_WATCHDOG"
"""Names the file of a watchdog in the app, which writes when the UI thread was busy for more than a frame."""

FRAME = 1000 / 60
RATINGS = "5362718043"
LINE = "l calf 4 8am"
TIMES = 4


def group(scratch: Path, years: Sequence[int]) -> Group:
    """One session with the largest journal of `years`, beside an app of two empty screens."""
    folder = copy_of(max(years), scratch, "keys")
    argv = [RJ, "--data", str(folder)]
    real = figures_of(folder)
    goals = [
        Goal(figure="rating: key to its number, ms", most=FRAME, p95=True),
        Goal(figure="rating: UI thread busy at most, ms", most=FRAME, p95=True),
        Goal(figure="typing in the bar: key to preview, ms", most=FRAME, p95=True),
        Goal(figure="screen, warm, ms", floor="empty screen, warm, ms", most=1.3, p95=True),
        Goal(figure="screen, first time, ms", most=150, p95=True),
        Goal(figure="Trends, a year, ms", most=67, p95=True),
    ]
    session = partial(_session, argv, real, scratch / "watchdog")
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


def _session(argv: Sequence[str], real: str, watched: Path) -> Values:
    watched.write_text("")
    with Terminal(argv, {WATCHDOG: str(watched)}) as terminal:
        terminal.until(SHELL, real)
        terminal.settle(1.5)
        names = ("rating: key to its number, ms", "rating: key to saved, ms", "rating: UI thread busy at most, ms")
        values: dict[str, list[float]] = {name: [] for name in names}
        for key in RATINGS:
            began = monotonic()
            pressed = terminal.press(key)
            values["rating: key to its number, ms"].append(1000 * (terminal.anything() - pressed))
            values["rating: key to saved, ms"].append(1000 * (terminal.until("Saved") - pressed))
            terminal.settle()
            values["rating: UI thread busy at most, ms"].append(1000 * _busy(watched, began))
        terminal.press("a")
        terminal.settle()
        values["typing in the bar: key to preview, ms"] = [_painted(terminal, key) for key in LINE]
        terminal.press("\x1b")
        terminal.settle()
        values["screen, first time, ms"] = [_painted(terminal, key) for key in "rsmbght"]
        values["screen, warm, ms"] = [_painted(terminal, key) for key in "rsmbhgt"]
        terminal.press("g")
        terminal.settle()
        values["Trends, a year, ms"] = [_painted(terminal, key) for key in ">>"][-1:]
        terminal.end("q")
    return values


def _busy(watched: Path, since: float) -> float:
    """The longest time that the UI thread was busy since a moment of the monotonic clock, 0 when never for a frame."""
    lines = [line.split() for line in watched.read_text("utf-8").splitlines()]
    return max((float(waited) for asked, waited in lines if float(asked) >= since), default=0.0)


def _painted(terminal: Terminal, key: str) -> float:
    """Milliseconds from `key` to the last of what it changes on the screen."""
    pressed = terminal.press(key)
    return 1000 * (terminal.calm() - pressed)
