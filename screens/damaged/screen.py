"""When the journal cannot be used as it is: what is the matter, that nothing was changed, and what can be done."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from journal.errors import JournalError
from journal.plural import count
from journal.visible import visible
from screens.dialog import Dialog, Options

if TYPE_CHECKING:
    from screens.app import JournalApp


class DamagedScreen(Dialog[bool]):
    """Says why the journal did not open and offers the ways on. Gives True when the app can go on."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar = [Binding("q,escape", "leave", "Quit", key_display="q")]
    AUTO_FOCUS = "#ways"

    def __init__(self, error: JournalError) -> None:
        """What opening the journal raised, or why it is open for reading only."""
        super().__init__()
        self._error = error
        self._newest: tuple[Path, str] | None = None
        """The newest backup that is whole, and what it is in words."""
        self._told_of_loss = False
        """True once it was said that what was typed cannot be kept."""

    @property
    def journal_app(self) -> "JournalApp":
        """The app, with its type."""
        return cast("JournalApp", self.app)

    def compose(self) -> ComposeResult:
        """The message, that nothing was changed, and the ways on."""
        readable = self.journal_app.journal.only_reading is not None
        with VerticalScroll():
            title = "This journal can only be read" if readable else "The journal could not be opened"
            yield Static(title, id="title", markup=False)
            yield Static(visible(str(self._error)), markup=False, id="message")
            yield Static("Nothing was changed. Choose with ↑ ↓ and Enter:", id="calm")
            yield Options(*self._ways(), id="ways", markup=False)
            yield Static("", id="answer", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Look for a backup to offer."""
        if self._error.backup_helps:
            self._look_for_backup()

    @work(exit_on_error=False)
    async def _look_for_backup(self) -> None:
        newest = await asyncio.to_thread(self.journal_app.journal.newest_backup)
        if newest is None:
            return
        made = f"{self.journal_app.journal.day_words(newest.made.date(), year=True)} {newest.made:%H:%M}"
        self._newest = Path(newest.path), f"the backup of {made}: {count(newest.entries or 0, 'entry')}"
        ways = self.query_one(OptionList)
        ways.set_options(self._ways())
        ways.highlighted = 0

    def _ways(self) -> list[Option]:
        ways = []
        if self._newest is not None:
            ways.append(Option(f"Go back to {self._newest[1]}", id="restore"))
        if self._error.backup_helps:
            ways.append(Option("Rescue every entry that can be read into a new journal", id="rescue"))
        if self._error.readable:
            ways.append(Option("Read what can be read; nothing can be saved", id="read"))
        return [*ways, Option("Quit, and leave everything as it is", id="leave")]

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        journal = self.journal_app.journal
        match event.option_id:
            case "restore" if self._newest is not None:
                source = self._newest[0]
                self._go_on(lambda: f"Restored · the former journal is at {journal.restore(source).former}")
            case "rescue":
                self._go_on(self._rescue)
            case "read":
                self._go_on(self._read)
            case _:
                self.action_leave()

    def _rescue(self) -> str:
        rescued = self.journal_app.journal.rescue()
        return f"Rescued {count(rescued.entries, 'entry')} · the former journal is at {rescued.former}"

    def _read(self) -> str:
        journal = self.journal_app.journal
        if journal.only_reading is None:
            journal.open_to_read(self._error)
        return ""

    @work(exclusive=True, exit_on_error=False)
    async def _go_on(self, way: Callable[[], str]) -> None:
        """Try a way; when it worked the app goes on, else the reason stands here and the other ways stay."""
        answer = self.query_one("#answer", Static)
        answer.update("One moment …")
        try:
            told = await asyncio.to_thread(way)
        except JournalError as error:
            answer.update(visible(str(error)))
            return
        self.journal_app.tell(told)
        self.dismiss(True)

    def action_leave(self) -> None:
        """End the app with the status of the error; what waits to be saved is kept, or else that is said first."""
        error = self.journal_app.keep_typed()
        if error is None or self._told_of_loss:
            self.app.exit(self._error.exit_code)
        else:
            self._told_of_loss = True
            self.query_one("#answer", Static).update(visible(f"{error} To quit again leaves without it."))


def ask_what_to_do(app: "JournalApp", error: JournalError, go_on: Callable[[], object]) -> None:
    """Ask on a screen; until the journal can be used (`go_on`), the app ends with the status of `error`."""
    app.status = error.exit_code

    def answered(able: bool | None) -> None:
        if able:
            app.status = 0
            go_on()

    app.push_screen(DamagedScreen(error), answered)
