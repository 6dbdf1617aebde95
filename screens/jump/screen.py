"""A letter over every place of the screen below; typing it goes there."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.screen import Screen
from textual.widgets import Static

from screens.dialog import Dialog
from screens.jump.targets import Go, lettered, targets_of


class Letter(Static):
    """The code of a place, on top of it."""

    def __init__(self, code: str) -> None:
        super().__init__(Content(code))
        self.code = code

    def on_click(self, event: Click) -> None:
        """A click goes there as well."""
        event.stop()
        assert isinstance(self.screen, JumpScreen)
        self.screen.give(self.code)


class JumpScreen(Dialog[Go]):
    """Gives how to go to the place that was chosen, or nothing."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", show=False)]
    AUTO_FOCUS = ""

    def __init__(self, below: Screen[Any]) -> None:
        super().__init__()
        self._places = lettered(targets_of(below))
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The letters, and what to do with them."""
        for code, target in self._places.items():
            letter = Letter(code)
            letter.styles.offset = target.at.x, target.at.y
            yield letter
        yield Static("Type a letter to go there · Esc goes back", id="hint", markup=False)

    def on_key(self, event: Key) -> None:
        """Narrow down the letters, and go when one place is left."""
        if event.is_printable and event.character:
            event.stop()
            self.give(self._typed + event.character)

    def give(self, typed: str) -> None:
        """Go to the place with the code `typed`, or show only those that begin so; what fits none changes nothing."""
        if typed in self._places:
            self.dismiss(self._places[typed].go)
        elif any(code.startswith(typed) for code in self._places):
            self._typed = typed
            for letter in self.query(Letter):
                letter.display = letter.code.startswith(typed)
