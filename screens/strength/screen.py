"""Strength: what to do today instead of running, set by set."""

from datetime import date
from math import ceil

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalGroup
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Digits, Static

from journal.book import Journal
from journal.model import StrengthSet
from journal.recovery.plan import Want
from journal.recovery.shapes import Planned, Step
from journal.recovery.timer import PhaseTimer
from journal.training import add_set, drop_set, say_pain
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import Command, bindings
from screens.strength.data import Row, StrengthData, read_strength
from screens.strength.lines import details, row_line

TICK = 0.25
"""Seconds between looks at the hold timer."""


class ExerciseRow(Static):
    """One exercise of today; a click marks it, a second one ticks a set."""

    def __init__(self, number: int) -> None:
        super().__init__(markup=False)
        self.number = number

    def on_click(self, event: events.Click) -> None:
        """Mark it, or tick a set of it."""
        event.stop()
        screen = self.screen
        if isinstance(screen, StrengthScreen):
            screen.clicked(self.number)


class StrengthScreen(JournalScreen[StrengthData]):
    """Rows of exercises with a box a set; beside or below them how the marked one is done."""

    SECTION = "strength"
    CSS_PATH = "screen.tcss"
    HELP = """\
## Strength

What to do today instead of running, and why. `space` ticks the next set as planned; digits write another number into
the box, and `space` takes it. `o` starts a hold with a timer. `,` and `.` swap for an easier or a harder exercise, `n`
for another with the same aim. `p` and a digit record the pain during it. Sets are saved one by one; `u` takes back the
last.
"""
    COMMANDS_HERE = (
        Command(id="tick", keys="space,enter", action="tick", label="Set done", help="Tick the next set", footer=True),
        Command(
            id="hold", keys="o", action="hold", label="Hold", help="Start or stop the timer of a hold", footer=True
        ),
        Command(
            id="easier", keys="comma", action="swap('easier')", label="Easier", help="An easier exercise", footer=True
        ),
        Command(
            id="harder",
            keys="full_stop",
            action="swap('harder')",
            label="Harder",
            help="A harder exercise",
            footer=True,
        ),
        Command(
            id="other",
            keys="n",
            action="swap('other')",
            label="Other",
            help="Another one with the same aim",
            footer=True,
        ),
        Command(
            id="pain",
            keys="p",
            action="pain",
            label="Pain",
            help="Record the pain during it: then a digit",
            footer=True,
        ),
        Command(id="less", keys="backspace", action="less", label="Set less", help="Take the last set back"),
        Command(id="source", keys="i", action="sources", label="Sources", help="Where the exercise comes from"),
        Command(id="row-up", keys="k,up", action="row(-1)", label="Row up", help="The exercise above", shown_key="k ↑"),
        Command(
            id="row-down", keys="j,down", action="row(1)", label="Row down", help="The exercise below", shown_key="j ↓"
        ),
    )
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self._data: StrengthData | None = None
        self._at = 0
        self._typed = ""
        self._asks_pain = False
        self._shows_sources = False
        self._swaps: dict[date, dict[str, Planned]] = {}
        self._hold: PhaseTimer | None = None
        self._watch: Timer | None = None

    def compose_body(self) -> ComposeResult:
        """Why, the rows, how, and the timer of a hold."""
        yield Static("", id="why", markup=False)
        with Horizontal(id="columns"):
            yield VerticalGroup(id="rows")
            with VerticalGroup(id="how"):
                yield Digits("", id="hold")
                yield Static("", id="details", markup=False)
        yield Static("", id="kept", markup=False)

    def read(self, journal: Journal, day: date) -> StrengthData:
        """The plan of the day, with what was swapped, and what was done."""
        return read_strength(journal, day, self._swaps.get(day, {}))

    async def show(self, data: StrengthData, day: date) -> None:
        """Put the rows on the screen."""
        self._data = data
        box = self.query_one("#rows")
        if len(box.children) != len(data.rows):
            await box.remove_children()
            await box.mount(*(ExerciseRow(number) for number in range(len(data.rows))))
        self._at = min(self._at, max(0, len(data.rows) - 1))
        self._paint()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Rows fit the width."""
        self._paint()

    # -- parts --------------------------------------------------------------------------------------------------

    def _paint(self) -> None:
        data = self._data
        if data is None:
            return
        self.query_one("#why", Static).update(Content(visible(self._why(data), lines=True)))
        for widget in self.query(ExerciseRow):
            if widget.number < len(data.rows):
                row, marked = data.rows[widget.number], widget.number == self._at
                widget.update(row_line(row, self.query_one("#rows").size.width, marked=marked, typed=self._typed))
                widget.set_class(marked, "-marked")
        row_now = self.row
        self.query_one("#details", Static).update(
            details(row_now, sources=self._shows_sources) if row_now is not None else ""
        )
        asked = "Pain during it, 0 to 10? x is 10, esc leaves it out" if self._asks_pain else data.kept
        self.query_one("#kept", Static).update(asked)
        self._paint_hold()

    def _why(self, data: StrengthData) -> str:
        plan = data.plan
        if plan.blocked_by:
            return f"No strength work: {plan.blocked_by}"
        if not data.rows:
            return f"Nothing is planned today: {plan.why}"
        sets = sum(len(row.sets) for row in data.rows)
        done = sum(bool(row.sets) for row in data.rows)
        if data.finished:
            return f"Done for today: {done} exercises, {sets} sets."
        held = f"\nNo leg work: {plan.legs_blocked_by}" if plan.legs_blocked_by else ""
        return f"Today {plan.why}{held}"

    def _paint_hold(self) -> None:
        digits = self.query_one("#hold", Digits)
        digits.display = self._hold is not None
        if self._hold is not None:
            digits.update(str(ceil(self._hold.position().left)))

    @property
    def row(self) -> Row | None:
        """The exercise that is marked."""
        rows = self._data.rows if self._data is not None else ()
        return rows[self._at] if rows else None

    # -- ticking ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each key only where it does something."""
        row = self.row
        if action in {"tick", "pain", "less", "row"} and row is None:
            return False
        if action == "hold" and (row is None or row.planned.reps is not None):
            return False
        if action == "swap" and (row is None or row.cardio or bool(row.sets)):
            return False
        return super().check_action(action, parameters)

    def take_digit(self, key: str) -> None:
        """A digit is the pain that was asked for, or belongs to the number in the next box."""
        row = self.row
        if row is None:
            return
        if self._asks_pain:
            self._asks_pain = False
            self._say_pain(row, 10 if key in ("x", "minus") else int(key))
        elif key.isdigit() and len(self._typed) < 4:
            self._typed = (self._typed + key).lstrip("0")
        self._paint()

    def action_tick(self) -> None:
        """The next set, as planned or with the number that was typed."""
        row = self.row
        if row is not None:
            self._save_set(row, row.next_set(int(self._typed) if self._typed else None))

    def _save_set(self, row: Row, done: StrengthSet) -> None:
        self._typed = ""
        at, known = self.journal_app.moment()
        name, wanted = row.exercise.name, row.wanted
        self.journal_app.save(
            lambda: add_set(self.journal, row.planned.exercise, done, at, time_known=known),
            lambda entry: f"{name}: set {len(entry.sets)} of {max(wanted, len(entry.sets))} · u undoes",
        )

    def _say_pain(self, row: Row, pain: int) -> None:
        day, name = self.journal_app.day, row.exercise.name
        self.journal_app.save(
            lambda: say_pain(self.journal, row.planned.exercise, day, pain),
            lambda entry: f"{name}: pain {pain} · u undoes" if entry else f"{name}: tick a set first",
        )

    def action_less(self) -> None:
        """Take back what is being typed, else the last set."""
        row = self.row
        if self._typed:
            self._typed = self._typed[:-1]
            self._paint()
        elif row is not None and row.sets:
            day = self.journal_app.day
            self.journal_app.save(
                lambda: drop_set(self.journal, row.planned.exercise, day),
                lambda _: f"{row.exercise.name}: one set less · u undoes",
            )

    def action_pain(self) -> None:
        """Ask for the pain during the marked exercise."""
        self._asks_pain = not self._asks_pain
        self._paint()

    def step_back(self) -> bool:
        """Leave a question or a number out."""
        open_question = self._asks_pain or bool(self._typed)
        self._asks_pain, self._typed = False, ""
        self._paint()
        return open_question

    # -- a hold -------------------------------------------------------------------------------------------------

    def action_hold(self) -> None:
        """Start the timer of a hold, or stop it and record what was held."""
        row = self.row
        if self._hold is not None:
            self._end_hold()
        elif row is not None and row.planned.seconds:
            self._hold = PhaseTimer((Step(label="hold", seconds=row.planned.seconds),), self.journal.clock.ticks)
            self._hold.start()
            self._watch = self.set_interval(TICK, self._tick_hold)
            self._paint_hold()

    def _tick_hold(self) -> None:
        if self._hold is not None and self._hold.over:
            self.app.bell()
            self._end_hold()
        else:
            self._paint_hold()

    def _end_hold(self) -> None:
        row, hold = self.row, self._hold
        self._hold = None
        if self._watch is not None:
            self._watch.stop()
        self._paint_hold()
        if row is not None and hold is not None and hold.worked:
            self._save_set(row, row.next_set(hold.worked))

    # -- going about --------------------------------------------------------------------------------------------

    def action_row(self, step: int) -> None:
        """Mark another exercise."""
        if self._data is not None and self._hold is None:
            self._at = (self._at + step) % len(self._data.rows)
            self._typed, self._asks_pain = "", False
            self._paint()
            self.query(ExerciseRow)[self._at].scroll_visible(animate=False)
            self.refresh_bindings()

    def clicked(self, number: int) -> None:
        """A click marks an exercise; on the marked one it ticks a set."""
        if number == self._at:
            self.action_tick()
        else:
            self.action_row(number - self._at)

    def action_sources(self) -> None:
        """Show where the marked exercise comes from."""
        self._shows_sources = not self._shows_sources
        self._paint()

    def action_swap(self, want: Want) -> None:
        """Put another exercise in the place of the marked one, for today."""
        row, data, day = self.row, self._data, self.journal_app.day
        if row is None or data is None:
            return
        found = self.journal.another_exercise(row.planned, data.plan, day, want)
        if found is None:
            self.journal_app.tell(f"There is no {want} exercise with the same aim for today", "warning")
            return
        swaps = self._swaps.setdefault(day, {})
        planned = next(
            (first for first, now in swaps.items() if now.exercise == row.planned.exercise), row.planned.exercise
        )
        swaps[planned] = found
        self.reload()
