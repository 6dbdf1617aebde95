"""Choosing keys: a list of what can have one, and the next key pressed becomes it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.visible import visible
from screens.dialog import Dialog, Options

KEYS = "enter, then the new key · del back to the usual one · esc closes and keeps"
PRESS = "Press the new key · esc leaves it as it is"


@dataclass(frozen=True)
class Keyed:
    """Something that can have a key: its name in the file, its words, the key it has without a choice ("" none)."""

    name: str
    words: str
    usual: str


class KeysDialog(Dialog[Mapping[str, str]]):
    """Gives the keys that differ from the usual ones. A key that cannot be is refused in words."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "close", "Back", show=False),
        Binding("delete,backspace", "usual", "Usual", show=False),
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
    ]

    def __init__(
        self,
        title: str,
        every: Sequence[Keyed],
        chosen: Mapping[str, str],
        refusal: Callable[[Mapping[str, str]], str],
        in_use: Callable[[Mapping[str, str]], Mapping[str, str]],
    ) -> None:
        """`refusal` says why a choice cannot be, "" when it can; `in_use` are the chosen keys that count.

        A file may hold keys that do not: they stay in it until they are changed.
        """
        super().__init__()
        self._title = title
        self._every = list(every)
        self._chosen = dict(chosen)
        self._refusal = refusal
        self._in_use = in_use
        self._waiting: str | None = None

    def compose(self) -> ComposeResult:
        """A title, what can have a key, what to press."""
        with VerticalGroup(id="dialog"):
            yield Static(self._title, classes="heading", markup=False)
            yield Options(id="choices")
            yield Static("", id="refused", markup=False)
            yield Static(KEYS, id="keys", classes="muted", markup=False)

    def on_mount(self) -> None:
        """Begin at the top."""
        self._fill()
        self.query_one(OptionList).highlighted = 0
        self.query_one(OptionList).focus()

    def _fill(self) -> None:
        shown = self.query_one(OptionList)
        at = shown.highlighted
        in_use = self._in_use(self._chosen)
        shown.set_options(Option(self._line(each, in_use), id=each.name) for each in self._every)
        shown.highlighted = at

    def _line(self, each: Keyed, in_use: Mapping[str, str]) -> Content:
        own, chosen = in_use.get(each.name), self._chosen.get(each.name)
        key = "…" if each.name == self._waiting else own or each.usual or "–"
        style = "$accent bold" if own or each.name == self._waiting else "bold"
        unused = f"not used: {chosen} · " if chosen and not own else ""
        return Content.assemble(
            (f"{visible(key):>9}  ", style), (visible(unused), "$text-warning"), visible(each.words)
        )

    def on_key(self, event: events.Key) -> None:
        """The key that was waited for."""
        if self._waiting is None:
            return
        event.stop()
        event.prevent_default()
        name, self._waiting = self._waiting, None
        if event.key != "escape":
            key = event.character if event.character and event.is_printable and event.key != "space" else event.key
            self._try({**self._chosen, name: key})
        self._listen(False)

    def _try(self, chosen: Mapping[str, str]) -> None:
        said = self._refusal(chosen)
        if not said:
            self._chosen = dict(chosen)
        self.query_one("#refused", Static).update(visible(said))

    def _listen(self, on: bool) -> None:
        """While it waits for a key, the list takes none."""
        self.query_one("#keys", Static).update(PRESS if on else KEYS)
        shown = self.query_one(OptionList)
        shown.can_focus = not on
        self.set_focus(None if on else shown)
        self._fill()

    @on(OptionList.OptionSelected)
    def wait(self, event: OptionList.OptionSelected) -> None:
        """Wait for the new key."""
        self._waiting = event.option_id
        self.query_one("#refused", Static).update("")
        self._listen(True)

    def action_usual(self) -> None:
        """Back to the usual key."""
        option = self.query_one(OptionList).highlighted_option
        if option is not None and option.id in self._chosen:
            self._try({name: key for name, key in self._chosen.items() if name != option.id})
            self._fill()

    def action_move(self, step: int) -> None:
        """Mark the line below or above."""
        shown = self.query_one(OptionList)
        (shown.action_cursor_down if step > 0 else shown.action_cursor_up)()

    def action_close(self) -> None:
        """Keep what was chosen."""
        self.dismiss(self._chosen)
