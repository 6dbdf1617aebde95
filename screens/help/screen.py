"""Help made from the bindings: what the screen is for, its own keys, then the keys that work everywhere."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Markdown, Static

from screens.commands import EVERYWHERE, Command
from screens.dialog import Dialog

if TYPE_CHECKING:
    from screens.app import JournalApp

ALWAYS = """\
This journal can't tell what is causing your symptoms. If pain is strong, function drops, or something worries you,
see a doctor or physiotherapist.
"""


class HelpScreen(Dialog[None]):
    """The help of the screen below."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar = [Binding("escape,question_mark,q,f1", "dismiss", "Back", show=False)]

    def __init__(self, about: Screen[Any]) -> None:
        super().__init__()
        self._about = about

    def compose(self) -> ComposeResult:
        """Words first, then keys."""
        with VerticalScroll(id="help"):
            yield Markdown(getattr(self._about, "HELP", ""))
            here = getattr(self._about, "COMMANDS_HERE", ())
            if here:
                yield Static("Keys here", classes="heading")
                yield Static(self._rows(here))
            yield Static("Keys everywhere", classes="heading")
            yield Static(self._rows((*EVERYWHERE, *cast("JournalApp", self.app).own_commands)))
            yield Static(ALWAYS.replace("\n", " "), classes="always", markup=False)
            yield Static("Esc closes this", classes="always", markup=False)

    def _rows(self, commands: Iterable[Command]) -> Content:
        rows = [(self._keys(command), command.help) for command in commands]
        width = max(len(keys) for keys, _ in rows)
        return Content("\n").join(
            Content.assemble((keys.rjust(width), "$primary bold"), f"  {said}") for keys, said in rows
        )

    def _keys(self, command: Command) -> str:
        return cast("JournalApp", self.app).keys_of(command)
