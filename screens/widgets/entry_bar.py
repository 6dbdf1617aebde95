"""The bar for an entry in words, and its short form that asks for one number; both show what was understood."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalGroup
from textual.events import Click, Key
from textual.widgets import Input, Label, Static

from journal.book import ChangedSince, Journal, Logged
from journal.book.attempt import Attempt, ChangeAttempt
from journal.clock import journal_day
from journal.draft_file import Draft
from journal.errors import JournalError
from journal.model import Entry
from journal.plain import to_json
from journal.visible import visible
from screens.app import JournalApp
from screens.dialog import Dialog, on_top
from screens.ending import caught_up
from screens.widgets.words import break_sign, on_one_line, with_breaks

PATIENCE = 2.0
"""Seconds to wait for keys on their way to the line; they take a millisecond."""

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


class EntryBar(Dialog[None]):
    """Type, see what it means, press Enter. What is typed is kept until it is saved."""

    CSS_PATH = "entry_bar.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "dismiss", "Back", show=False),
        Binding("enter", "submit", "Save", show=False, priority=True),
    ]

    def __init__(
        self,
        asked: Asked | None = None,
        *,
        text: str = "",
        editing: Entry | None = None,
        refused: str = "",
        begun: tuple[datetime, date | None] | None = None,
        failed: Attempt | ChangeAttempt | None = None,
    ) -> None:
        """Ask for one number (`asked`), or for a line that begins as `text`, or change the entry `editing`.

        `refused` says why what is in `text` was not saved. `begun` is when the line was begun, and the past day that
        was looked at then; default: now, the day that is looked at. `failed` is how `text` was tried to be saved.
        """
        super().__init__()
        self._begun = begun or (self.journal.clock.now(), self.journal_app.chosen)
        self._refused = refused
        self._asked = asked
        self._break = break_sign(text)
        self._text = on_one_line(text, self._break)
        self._editing = editing
        self._failed = failed

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
                title = self._asked.title if self._asked else "Change" if self._editing else "Add"
                yield Label(title, id="what", markup=False)
                hint = self._asked.hint if self._asked else EXAMPLES
                yield Input(self._text, placeholder=hint, compact=True, select_on_focus=False)
            shown = visible(self._refused) or self._hint()
            yield Static(shown, id="preview", markup=False, classes="-refused" if self._refused else "")

    def on_mount(self) -> None:
        """Read a line before there is one: the first takes as long as several keys."""
        self._warm_up(self.journal)

    @work(thread=True, exit_on_error=False)
    def _warm_up(self, journal: Journal) -> None:
        journal.read("note ready")

    def on_key(self, event: Key) -> None:
        """Keys that were pressed before the line had the focus belong into it."""
        if self.focused is None:
            event.stop()
            if event.is_printable and event.character is not None:
                for field in self.query(Input):  # none any more when the bar was closed meanwhile
                    field.insert_text_at_cursor(event.character)

    @on(Input.Changed)
    def preview(self, event: Input.Changed) -> None:
        """Say what the line means so far, or what is missing."""
        answer = self.query_one("#preview", Static)
        if self._refused and event.value == self._text:
            return
        if not event.value.strip():
            answer.update(self._hint())
            answer.remove_class("-refused")
            return
        try:
            said = self._said(self._line(event.value))
        except JournalError as error:
            answer.update(visible(str(error)))
            answer.add_class("-refused")
        else:
            answer.update(visible("\n".join(f"✓ {each}" for each in said)))
            answer.remove_class("-refused")

    def _said(self, line: str) -> tuple[str, ...]:
        if self._editing is not None:
            entry = self.journal.rewritten(self._editing, line)
            return (
                f"{self.journal.tell(entry)} · {self.journal.day_words(entry.at.date(), year=True)} {entry.at:%H:%M}",
            )
        day, at = self._when()
        return self.journal.read(line, day=day, at=at).said

    def _when(self) -> tuple[date | None, datetime | None]:
        """The line is for the day it was begun on, also when another one has begun since."""
        at, day = self._begun
        return day, at if day is None and journal_day(at) != self.journal.clock.today() else None

    def draft(self) -> Draft | None:
        """What is typed and not saved."""
        text = next((field.value for field in self.query(Input)), self._text)
        at, day = self._begun
        seen = (self._editing.id, to_json(self._editing)) if self._editing else ("", "")
        return Draft(self._line(text), at, day, *seen) if text.strip() else None

    async def action_submit(self) -> None:
        """Save what can be read; the bar closes at once, and comes back with its text when nothing was saved.

        Keys before Enter may still be on their way to the line, and keys after it belong to the screen below: so this
        waits for the line, and nothing waits for the disk. A second Enter or click may come before the first is done.
        """
        if not on_top(self):
            return
        field = self.query_one(Input)
        if not (await caught_up(self, PATIENCE) and await caught_up(field, PATIENCE) and on_top(self)):
            return
        text = field.value
        line = self._line(text)
        try:
            if not text.strip() or not self._said(line):
                return
        except JournalError:
            return
        self._save(line, text)
        self.dismiss()

    def on_click(self, event: Click) -> None:
        """A click on what was understood saves it."""
        if self.query_one("#preview").region.contains_point(event.screen_offset):
            self.app.call_later(self.action_submit)  # which waits for this bar

    def _save(self, line: str, text: str) -> None:
        app, journal, begun = self.journal_app, self.journal, self._begun
        asked, editing = self._asked, self._editing
        day, at = self._when()
        attempt = self._failed
        if attempt is None or attempt.lines != (line,):
            attempt = ChangeAttempt(journal, editing, line) if editing else Attempt(journal, line, day=day, at=at)

        def again(error: JournalError) -> None:
            if editing and isinstance(error, ChangedSince):
                ahead = "Enter puts this in its place" if error.now else "Enter adds this anew"
                bar = EntryBar(text=text, editing=error.now, refused=f"{error}. {ahead}", begun=begun)
            else:
                bar = EntryBar(asked, text=text, editing=editing, refused=str(error), begun=begun, failed=attempt)
            app.push_screen(bar, app.settle_typed)

        if isinstance(attempt, Attempt):
            app.save(attempt, _told, again, lambda logged: app.say_due(logged.entries), typed=self.draft())
        else:
            app.save(attempt, lambda entry: f"Changed: {journal.tell(entry)} · u undoes", again, typed=self.draft())

    def _line(self, text: str) -> str:
        return self._asked.line(text) if self._asked else with_breaks(text, self._break).strip()

    def _hint(self) -> str:
        return "Enter saves · Esc goes back" if self._asked else "Enter saves · Esc goes back · ; separates entries"


def _told(logged: Logged) -> str:
    return f"Saved {'; '.join(logged.said)} · u undoes"
