"""Strength: what to do today instead of running, set by set."""

import asyncio
from datetime import date
from typing import Literal

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from journal.book import Journal
from journal.model import Side
from journal.recovery.plan import Want
from journal.recovery.timer import PhaseTimer
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import bindings
from screens.strength.board import Board
from screens.strength.data import Row, StrengthData, read_strength
from screens.strength.hold import Hold, HoldBox, steps
from screens.strength.keys import HERE
from screens.strength.lines import headline
from screens.strength.recorder import HEAVIEST, Recorder
from screens.strength.rows import ExerciseRow
from screens.strength.swapping import Swapping
from screens.turns import Turns, in_turn
from screens.widgets.steady import Steady

LONGEST = 6
"""The most characters of a number."""

LARGEST = 300
"""The most repetitions, seconds of a hold or minutes that are taken; the journal itself takes more."""

Asked = Literal["", "pain", "load"]
"""What the digits are for: "" the chosen box."""


class StrengthScreen(JournalScreen[StrengthData]):
    """Rows of exercises with a box a set; beside or below them how the marked one is done."""

    SECTION = "strength"
    CSS_PATH = "screen.tcss"
    HELP = """\
## Strength

What to do today instead of running, and why. `space` ticks the next set as planned, and goes on to the next exercise
when all are done. Digits write another number into
the chosen box, and `space`, `enter` or moving on takes it; left and right choose a box, also one that is done.
`backspace` takes the last set back, `+` adds one beyond the plan.

`enter` or `o` starts a hold with a timer; the same key stops it, and what was held counts. `,` and `.` swap for an
easier or a harder exercise, `n` for another with the same aim, for this day. `p` and a digit record the pain during
it, `=` and a number the weight in kg. Each set is saved at once; `u` takes it back.
"""
    COMMANDS_HERE = HERE
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self._data: StrengthData | None = None
        self._at = 0
        self._box: int | None = None
        self._typed = ""
        self._asked: Asked = ""
        self._shows_sources = False
        self._swaps = Swapping()
        self.turns = Turns(self._fresh, self.reload)

    def compose_body(self) -> ComposeResult:
        """Why, the timer of a hold, the rows, how."""
        yield Steady("", id="why", markup=False)
        yield HoldBox()
        yield Board()
        yield Steady("", id="kept", markup=False)

    def on_mount(self) -> None:
        """Writes go through the app."""
        self._recorder = Recorder(self.journal_app, self.turns)
        self.journal_app.turns_anywhere.append(self.turns)
        super().on_mount()

    def read(self, journal: Journal, day: date) -> StrengthData:
        """The plan of the day, with what was swapped, and what was done."""
        return read_strength(journal, day, self._swaps.of(day), self.turns.settled)

    async def show(self, data: StrengthData, day: date) -> None:
        """Put the rows on the screen, and do what was asked while they were read."""
        marked = self.row
        if self._data is None or self._data.day != day:
            self._take_typed()
            self._at, self._box = next((n for n, row in enumerate(data.rows) if not row.complete), 0), None
        elif marked is not None:
            names = [row.planned.exercise for row in data.rows]
            here = min(self._at, max(0, len(names) - 1))
            self._at = names.index(marked.planned.exercise) if marked.planned.exercise in names else here
        self._data = data
        await self.query_one(Board).make_rows(len(data.rows))
        self._paint()
        self.call_after_refresh(self._paint)  # once more, in the width that they then have
        self.turns.go_on()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Rows fit the width."""
        self._paint()

    def on_screen_suspend(self) -> None:
        """Leaving the screen takes the number that was typed."""
        self.turns.do(self._take_typed)

    # -- parts --------------------------------------------------------------------------------------------------

    def _paint(self) -> None:
        data = self._data
        if data is None:
            return
        self.query_one("#why", Static).update(Content(visible(headline(data), lines=True)))
        self.query_one(Board).paint(
            data, self._at, self._chosen, self._typed, asked=self._asked, sources=self._shows_sources
        )
        self.query_one("#kept", Static).update("" if data.finished else data.kept)

    @property
    def row(self) -> Row | None:
        """The exercise that is marked."""
        rows = self._data.rows if self._data is not None else ()
        return rows[self._at] if rows else None

    @property
    def _chosen(self) -> int | None:
        """The number of the chosen box: what the runner chose, or the next, or the last when all are done."""
        row = self.row
        if row is None or not row.boxes:
            return None
        if self._box is not None and self._box < len(row.boxes):
            return self._box
        return row.next if row.next is not None else len(row.boxes) - 1

    @property
    def _side(self) -> Side | None:
        """The leg whose box was chosen, None when it is any box."""
        row = self.row
        chosen = self._box if row is not None and self._box is not None and self._box < len(row.boxes) else None
        return row.boxes[chosen].planned.side if row is not None and chosen is not None else None

    def _fresh(self) -> bool:
        """True when the rows are those of the chosen day, with all that was written."""
        data = self._data
        return data is not None and data.day == self.journal_app.day and data.settled == self.turns.begun

    # -- ticking ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each key only where it does something."""
        row = self.row
        needs_row = {"tick", "enter", "more", "ask_for", "less", "row", "box", "hold", "swap", "sources"}
        if action in needs_row and row is None and self._data is not None:
            return False
        if action == "hold" and row is not None and not row.is_hold and self._hold is None:
            return False
        return super().check_action(action, parameters)

    @in_turn
    def take_digit(self, key: str) -> None:
        """A digit is the pain that was asked for, or belongs to the number that is typed."""
        if self.row is None or self._hold is not None:
            return
        if self._asked == "pain":
            self._asked = ""
            score = 10 if key in ("x", "minus") else int(key)
            self._recorder.pain(self.row, self.journal_app.day, score)
        elif key.isdigit() and len(self._typed) < LONGEST:
            self._typed += key
        self._paint()

    @in_turn
    def action_tick(self) -> None:
        """Take the number that was typed, else the next set as planned, else go on to what is not done; end a hold."""
        self._tick()

    def _tick(self) -> None:
        row, data = self.row, self._data
        if self._hold is not None:
            self.query_one(HoldBox).end()
        elif self._typed or self._asked:
            self._take_typed()
        elif row is not None and data is not None and (not row.complete or self._go_on(data)):
            row, side, self._box = data.rows[self._at], self._side, None
            self._recorder.add(row.planned, row.exercise.name, data.day, side=side)

    @in_turn
    def action_more(self) -> None:
        """A set beyond the plan."""
        row, data = self.row, self._data
        if row is not None and data is not None and self._hold is None:
            self._take_typed()
            self._recorder.add(row.planned, row.exercise.name, data.day, more=True)

    def _go_on(self, data: StrengthData) -> bool:
        """Mark the next exercise of the plan that is not done; False when there is none."""
        order = [(self._at + step) % len(data.rows) for step in range(1, len(data.rows))]
        found = next((n for n in order if not data.rows[n].complete and not data.rows[n].cardio), None)
        if found is None:
            self.journal_app.tell("All sets are done; + adds one")
            return False
        self._mark(found)
        return True

    @in_turn
    def action_enter(self) -> None:
        """As a tick; where the next set is a hold, time it."""
        row, data = self.row, self._data
        if row is None or data is None or self._hold or self._typed or self._asked:
            self._tick()
        elif not row.complete or self._go_on(data):
            if data.rows[self._at].is_hold:
                self._time()
            else:
                self._tick()

    def _take_typed(self) -> None:
        """Put the typed number where it belongs; nothing when none was typed."""
        row, data, text = self.row, self._data, self._typed.rstrip(".")
        asked, chosen, side = self._asked, self._chosen, self._side
        self._typed, self._asked = "", ""
        if row is not None and data is not None and text and asked != "pain":
            least, most = (0, HEAVIEST) if asked == "load" else (1, LARGEST)
            if not least <= float(text) <= most:
                self.journal_app.tell(f"Not taken: {text} is not {least} to {most}", "warning")
            elif asked == "load":
                self._take_load(row, data.day, float(text), chosen)
            else:
                self._take_amount(row, data.day, int(text) * (60 if row.in_minutes else 1), chosen, side)
        self._paint()

    def _take_amount(self, row: Row, day: date, amount: int, chosen: int | None, side: Side | None) -> None:
        """The amount of the chosen box when it is done, else of the next set."""
        self._box = None
        if chosen is not None and row.boxes[chosen].done is not None:
            self._recorder.change(row, day, chosen, amount=amount)
        else:
            self._recorder.add(row.planned, row.exercise.name, day, amount, side, more=True)

    def _take_load(self, row: Row, day: date, load_kg: float, chosen: int | None) -> None:
        """The weight of the chosen box when it is done, and of the sets to come."""
        if chosen is not None and self._box is not None and row.boxes[chosen].done is not None:
            self._recorder.change(row, day, chosen, load_kg=load_kg)
        self._recorder.lift(row, day, load_kg)

    @in_turn
    def action_less(self) -> None:
        """Take back what is being typed, else give a hold up, else take back the last set."""
        row = self.row
        if self._typed:
            self._typed = self._typed[:-1]
            self._paint()
        elif self._hold is not None:
            self.query_one(HoldBox).give_up()
        elif row is not None and row.done:
            self._box = None
            self._recorder.less(row, self.journal_app.day)

    @in_turn
    def action_ask_for(self, what: Asked) -> None:
        """Ask for the pain during the marked exercise, or for the weight; a second time leaves it out."""
        again = self._asked == what or self.row is None
        self._take_typed()
        self._asked = "" if again else what
        self._paint()

    def step_back(self) -> bool:
        """Leave a question, a number, a hold or the sources."""
        was_open = bool(self._asked or self._typed or self._hold or self._shows_sources)
        self._asked, self._typed, self._shows_sources = "", "", False
        self.query_one(HoldBox).give_up()
        self._paint()
        return was_open

    # -- a hold -------------------------------------------------------------------------------------------------

    @property
    def _hold(self) -> Hold | None:
        """What is being timed."""
        return self.query_one(HoldBox).hold

    @in_turn
    def action_hold(self) -> None:
        """Start the timer of a hold, or stop it and record what was held."""
        self._time()

    def _time(self) -> None:
        row, data, box = self.row, self._data, self.query_one(HoldBox)
        if box.hold is not None:
            box.end()
        elif row is not None and data is not None and row.is_hold:
            self._take_typed()
            side = self._side or (row.boxes[row.next].planned.side if row.next is not None else None)
            every = steps(row.planned, self.journal.settings.hold_ready_seconds)
            timer = PhaseTimer(every, self.journal.clock.ticks)
            box.begin(Hold(row.planned, row.exercise.name, side, data.day, timer))
            self.query_one("#body").scroll_home(animate=False)

    @on(HoldBox.Ended)
    def count_hold(self, message: HoldBox.Ended) -> None:
        """Ring when the time is over, and record what was held."""
        hold, self._box = message.hold, None
        if message.over and self.journal.settings.bell:
            self.app.bell()
        if message.seconds:
            self._recorder.add(hold.item, hold.name, hold.day, message.seconds, hold.side, more=True)

    # -- going about --------------------------------------------------------------------------------------------

    @in_turn
    def action_row(self, step: int) -> None:
        """Mark another exercise."""
        self._mark(self._at + step)

    def _mark(self, number: int) -> None:
        if self._data is not None and self._data.rows and self._hold is None:
            self._take_typed()
            self._at, self._box = number % len(self._data.rows), None
            self._paint()
            self.query(ExerciseRow)[self._at].scroll_visible(animate=False)
            self.refresh_bindings()

    @in_turn
    def action_box(self, step: int) -> None:
        """Choose another box of the marked exercise."""
        row, chosen = self.row, self._chosen
        if row is not None and chosen is not None and row.boxes and self._hold is None:
            self._take_typed()
            self._box = max(0, min(len(row.boxes) - 1, chosen + step))
            self._paint()

    @on(ExerciseRow.Chosen)
    @in_turn
    def clicked(self, message: ExerciseRow.Chosen) -> None:
        """A click marks an exercise; on the marked one it ticks a set."""
        if message.number == self._at:
            self._tick()
        else:
            self._mark(message.number)

    def action_sources(self) -> None:
        """Show where the marked exercise comes from."""
        self._shows_sources = not self._shows_sources
        self._paint()

    @in_turn
    def action_swap(self, want: Want) -> None:
        """Put another exercise in the place of the marked one, for this day."""
        row, data = self.row, self._data
        if self._asked == "load":
            self._type_point()
        elif row is not None and data is not None and self._hold is None:
            self._swap(row, data, want)

    def _type_point(self) -> None:
        """In a weight the keys of a swap are the point."""
        if "." not in self._typed:
            self._typed += "."
        self._paint()

    def _swap(self, row: Row, data: StrengthData, want: Want) -> None:
        self._take_typed()
        self.turns.begin()
        self._find_other(row, data, want)

    @work(group="swap", exit_on_error=False)
    async def _find_other(self, row: Row, data: StrengthData, want: Want) -> None:
        """In a thread, for it reads the journal; the keys that come meanwhile wait for their turn."""
        try:
            refusal = await asyncio.to_thread(self._swaps.swap, self.journal, row, data, want)
            if refusal:
                self.journal_app.tell(refusal, "warning")
            else:
                self._box = None
        finally:
            self.turns.settle()
