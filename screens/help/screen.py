"""Help made from the bindings: what the screen is for, its own keys, then the keys that work everywhere."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalGroup, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Markdown, Static

from screens.commands import EVERYWHERE, Command
from screens.dialog import Dialog
from screens.widgets.hanging import HangingLines, Hung

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
            app = cast("JournalApp", self.app)
            here = getattr(self._about, "COMMANDS_HERE", ())
            everywhere = [each for each in (*EVERYWHERE, *app.own_commands) if app.applies(each, self._about)]
            with Container(id="keys"):
                if here:
                    yield from self._chapter("Keys here", here)
                yield from self._chapter("Keys everywhere", everywhere)
            yield Static(ALWAYS.replace("\n", " "), classes="always", markup=False)
            yield Static("Esc closes this · ctrl+p finds every command", classes="always", markup=False)

    def _chapter(self, title: str, commands: Iterable[Command]) -> ComposeResult:
        rows = [(self._keys(command), command.help) for command in commands]
        width = max(len(keys) for keys, _ in rows)
        with VerticalGroup(classes="chapter"):
            yield Static(title, classes="heading", markup=False)
            # One widget for all of them: a widget for each would take a second to lay out.
            yield HangingLines(
                Hung(Content.styled(f"{keys:>{width}}  ", "$primary bold"), Content(said)) for keys, said in rows
            )

    def _keys(self, command: Command) -> str:
        return cast("JournalApp", self.app).keys_of(command)
