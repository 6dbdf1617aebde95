"""Recording who saw a warning sign, when, and what they said."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any, ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Static

from journal.clock import Clock, written_day
from journal.draft_file import Draft
from journal.errors import JournalError, Refused
from journal.model import SafetyCheck
from journal.recovery.safety import clearance
from journal.recovery.shapes import OpenSign
from journal.visible import visible
from screens.dialog import Dialog, on_top

FIELDS = (("who", "Who, by name"), ("said", "What they said"), ("day", "On the day"))


class ClearanceDialog(Dialog[None]):
    """Asks who saw `signs`, what they said and when. `day` is filled in and can be changed."""

    CSS_PATH = "gate.tcss"
    AUTO_FOCUS = "#who"
    OWN_WORDS = ("who", "said")
    BINDINGS: ClassVar = [Binding("escape", "dismiss", "Back", show=False)]

    def __init__(self, signs: Sequence[OpenSign], role: Literal["physio", "doctor"], clock: Clock, day: date) -> None:
        super().__init__()
        self.typed: dict[str, str] = {"day": str(day)}
        """What stands in the lines, by name; what they begin with."""
        self.refused = ""
        """Why it was not recorded."""
        self.take: Callable[[SafetyCheck, Draft | None], Any] = lambda _check, _typed: None
        """Is given the record, and what is to be kept until it is saved."""
        self._signs = tuple(signs)
        self._role = role
        self._clock = clock
        self._day = day

    def again(self, refused: str) -> "ClearanceDialog":
        """The same with what was typed, when it was not saved."""
        dialog = ClearanceDialog(self._signs, self._role, self._clock, self._day)
        dialog.typed, dialog.refused = self.typed, refused
        return dialog

    def compose(self) -> ComposeResult:
        """The signs by name, a line for each answer."""
        with VerticalScroll(id="dialog"):
            yield Static(f"A {self._role} saw it", classes="heading", markup=False)
            yield Static(Content(visible("; ".join(each.short for each in self._signs))), classes="why")
            for name, label in FIELDS:
                with HorizontalGroup(classes="row"):
                    yield Label(label, markup=False)
                    yield Input(value=self.typed.get(name, ""), id=name, compact=True)
            yield Static(visible(self.refused), id="refused", markup=False)
            yield Static("Enter goes on, at the end it records · Esc goes back", id="keys")

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Go to the next line that is empty; at the end hand over the record, or say what is missing."""
        event.stop()
        fields = list(self.query(Input))
        at = fields.index(event.input)
        if at + 1 < len(fields):
            fields[at + 1].focus()
            return
        try:
            record = self._record()
        except JournalError as error:
            self.query_one("#refused", Static).update(visible(str(error)))
            return
        if on_top(self):
            self.take(record, self.draft())
            self.dismiss()

    def _record(self) -> SafetyCheck:
        self.typed = {name: self.query_one(f"#{name}", Input).value for name, _ in FIELDS}
        who, said, written = self.typed.values()
        try:
            day = written_day(written.strip())
        except ValueError:
            raise Refused(f"not a day: {written.strip() or 'nothing'}; write it as {self._day}") from None
        today = self._clock.today()
        if day > today:
            raise Refused(f"{day} has not come yet")
        at = self._clock.now() if day == today else self._clock.at(day, time(12))
        return replace(clearance(self._signs, self._role, who, said, at), time_known=day == today)
