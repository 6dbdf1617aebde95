"""A hold that is being timed: get into position, hold, and the seconds count as a set."""

from dataclasses import dataclass
from datetime import date
from math import ceil

from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Digits, Static

from journal.model import Side
from journal.recovery.shapes import Planned, Step
from journal.recovery.timer import PhaseTimer
from screens.widgets.steady import Steady

TICK = 0.25
"""Seconds between looks at the timer."""
KEYS = "enter stops and keeps what was held\nbackspace gives it up"


@dataclass(frozen=True)
class Hold:
    """One set of `item` that is timed, and recorded on `day`, whatever the screen shows by then."""

    item: Planned
    name: str
    side: Side | None
    day: date
    timer: PhaseTimer


def steps(item: Planned, ready: int) -> tuple[Step, ...]:
    """`ready` seconds to get into position, then the seconds of the set."""
    return (
        Step(label="Get ready", seconds=ready, kind="ready"),
        Step(label="Hold", seconds=item.seconds or 0),
        Step(label="Done", seconds=0, kind="done"),
    )


class HoldBox(HorizontalGroup):
    """The seconds left in large figures; seen only while a hold goes on. It goes on when the screen is left."""

    @dataclass
    class Ended(Message):
        """A hold ended, by itself (`over`) or because it was stopped, after so many `seconds`."""

        hold: Hold
        seconds: int
        over: bool

    def __init__(self) -> None:
        super().__init__(id="hold")
        self.hold: Hold | None = None
        self._watch: Timer | None = None

    def compose(self) -> ComposeResult:
        """Figures, and what goes on."""
        yield Digits("", id="remaining")
        yield Steady("", id="holding", markup=False)

    def begin(self, hold: Hold) -> None:
        """Time a hold from now on."""
        self.hold = hold
        hold.timer.start()
        self._watch = self.set_interval(TICK, self.look)
        self.look()

    def look(self) -> None:
        """Show the time; end when it is over."""
        hold = self.hold
        self.display = hold is not None
        if hold is None:
            return
        if hold.timer.over:
            self.end()
            return
        position = hold.timer.position()
        side = f", {hold.side}" if hold.side else ""
        self.query_one("#remaining", Digits).update(str(ceil(position.remaining)))
        self.query_one("#holding", Static).update(f"{position.step.label}: {hold.name}{side}\n{KEYS}")

    def end(self) -> None:
        """Stop, and tell how long it was held."""
        hold = self.hold
        self.give_up()
        if hold is not None:
            self.post_message(self.Ended(hold, hold.timer.worked, hold.timer.over))

    def give_up(self) -> None:
        """Stop, and count nothing."""
        self.hold = None
        self.display = False
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
