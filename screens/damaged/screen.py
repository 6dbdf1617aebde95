"""When the journal cannot be opened: what is the matter, and that nothing was changed."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Static

from journal.visible import visible


class DamagedScreen(Screen[None]):
    """Says why the journal did not open. The app ends with the exit status of the error."""

    CSS_PATH = "screen.tcss"
    BINDINGS = [Binding("q,escape,enter,ctrl+q", "leave", "Close", key_display="q")]

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__()
        self._message = message
        self._exit_code = exit_code

    def compose(self) -> ComposeResult:
        """The message, and the way out."""
        with VerticalScroll():
            yield Static("The journal could not be opened", id="title")
            yield Static(visible(self._message), markup=False, id="message")
            yield Static("Nothing was changed.", id="calm")
        yield Footer(compact=True, show_command_palette=False)

    def action_leave(self) -> None:
        """End the app."""
        self.app.exit(self._exit_code)
