"""The bar for an entry in words, and its short form that asks for one number; both show what was understood."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalGroup
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from journal.book import Journal, Logged
from journal.errors import JournalError
from journal.visible import visible
from screens.app import JournalApp

EXAMPLES = "l calf 5 · drive 3h yesterday · massage ball 10m 6>3 · note new shoes #shoes"


@dataclass(frozen=True)
class Asked:
    """A question for one number: `words` begin the line, `unit` is put behind a bare number."""

    title: str
    words: str
    unit: str
    hint: str

    def line(self, text: str) -> str:
        """The quick-entry line for what was typed: "3" is "drive 3h", "3 8am" is "drive 3h 8am"."""
        number, _, rest = text.strip().partition(" ")
        bare = number.replace(".", "", 1).replace(",", "", 1).isdigit()
        return " ".join(part for part in (self.words, f"{number}{self.unit}" if bare else number, rest) if part)


ASKED = {
    "drive": Asked("Drive", "drive", "h", "hours, as 3 or 1.5; 0 for none; a time may follow: 3 8am"),
    "laptop": Asked("Laptop on the lap", "laptop", "h", "hours, as 2 or 0.5; 0 for none"),
    "stairs": Asked("Stairs", "stairs", "", "flights, up and down together; 0 for none"),
    "function": Asked("Function", "function", "%", "percent of normal, 0 to 100"),
}


class EntryBar(ModalScreen[None]):
    """Type, see what it means, press Enter. What is typed stays until it is saved."""

    CSS_PATH = "entry_bar.tcss"
    BINDINGS: ClassVar = [Binding("escape", "dismiss", "Back", show=False)]

    def __init__(self, asked: Asked | None = None) -> None:
        super().__init__()
        self._asked = asked

    @property
    def journal_app(self) -> JournalApp:
        """The app, with its type."""
        assert isinstance(self.app, JournalApp)
        return self.app

    @property
    def journal(self) -> Journal:
        """The one door."""
        return self.journal_app.journal

    def compose(self) -> ComposeResult:
        """One line to type in and one that answers."""
        with VerticalGroup(id="bar"):
            with Horizontal():
                yield Label(self._asked.title if self._asked else "Add", id="what", markup=False)
                yield Input(placeholder=self._asked.hint if self._asked else EXAMPLES, compact=True)
            yield Static(self._hint(), id="preview", markup=False)

    @on(Input.Changed)
    def preview(self, event: Input.Changed) -> None:
        """Say what the line means so far, or what is missing."""
        answer = self.query_one("#preview", Static)
        if not event.value.strip():
            answer.update(self._hint())
            answer.remove_class("-refused")
            return
        try:
            reading = self.journal.read(self._line(event.value), day=self.journal_app.chosen)
        except JournalError as error:
            answer.update(visible(str(error)))
            answer.add_class("-refused")
        else:
            answer.update(visible("\n".join(f"✓ {said}" for said in reading.said)))
            answer.remove_class("-refused")

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Save; the bar closes when the entry is durable."""
        line = self._line(event.value)
        if not event.value.strip() or not self.journal.is_open:
            return
        day = self.journal_app.chosen
        self.query_one(Input).disabled = True
        self.journal_app.save(lambda: self.journal.log([line], day=day), _told, self._again, lambda _: self._close())

    def _again(self) -> None:
        field = self.query_one(Input)
        field.disabled = False
        field.focus()

    def _close(self) -> None:
        if self.is_current:
            self.dismiss()

    def _line(self, text: str) -> str:
        return self._asked.line(text) if self._asked else text.strip()

    def _hint(self) -> str:
        return "Enter saves · Esc goes back" if self._asked else "Enter saves · Esc goes back · ; separates entries"


def _told(logged: Logged) -> str:
    return f"Saved {'; '.join(logged.said)} · u undoes"
