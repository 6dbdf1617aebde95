"""Choosing from a list: one of several, or any of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.visible import visible
from screens.dialog import Dialog, Options


@dataclass(frozen=True)
class Choice:
    """Something that can be chosen: its value and its words."""

    value: str
    words: str


class ChooseDialog(Dialog[tuple[str, ...] | None]):
    """Gives the chosen values, None when the runner goes back.

    With `several`, `space` marks and `enter` takes; what is marked keeps the order in which it was marked.
    """

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", "Back", show=False),
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
        Binding("space", "mark", "Mark", show=False, priority=True),
        Binding("m", "first", "Main", show=False),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        chosen: Sequence[str],
        *,
        several: bool = False,
        first: str = "",
        preview: Callable[[str], object] | None = None,
    ) -> None:
        """`first` is what the first of several is called, "" when the order means nothing; `preview` shows a value."""
        super().__init__()
        self._title = title
        self._choices = list(choices)
        self._chosen = list(chosen)
        self._several = several
        self._first = first
        self._preview = preview

    def compose(self) -> ComposeResult:
        """A title, the list, the keys."""
        with VerticalGroup(id="dialog"):
            yield Static(self._title, classes="heading", markup=False)
            yield Options(id="choices")
            main = f" · m makes it the {self._first}" if self._first else ""
            keys = f"space marks{main} · enter takes" if self._several else "enter chooses"
            yield Static(f"{keys} · esc goes back", classes="muted", markup=False)

    def on_mount(self) -> None:
        """Begin at what is chosen."""
        self._fill()
        values = [each.value for each in self._choices]
        shown = self.query_one(OptionList)
        shown.highlighted = values.index(self._chosen[0]) if self._chosen and self._chosen[0] in values else 0
        shown.focus()

    def _fill(self) -> None:
        shown = self.query_one(OptionList)
        at = shown.highlighted
        shown.set_options(Option(self._line(each), id=each.value) for each in self._choices)
        shown.highlighted = at

    def _line(self, each: Choice) -> Content:
        marked = each.value in self._chosen
        sign = ("[x] " if marked else "[ ] ") if self._several else ("● " if marked else "  ")
        main = f"  {self._first}" if self._first and self._chosen[:1] == [each.value] else ""
        return Content.assemble((sign, "$text-success" if marked else ""), visible(each.words), (main, "$accent"))

    def action_move(self, step: int) -> None:
        """Mark the line below or above."""
        shown = self.query_one(OptionList)
        (shown.action_cursor_down if step > 0 else shown.action_cursor_up)()

    def action_mark(self) -> None:
        """Choose what is under the mark, or leave it."""
        value = self._here
        if value is None:
            return
        if not self._several:
            self.dismiss((value,))
        elif value in self._chosen:
            self._chosen.remove(value)
            self._fill()
        else:
            self._chosen.append(value)
            self._fill()

    def action_first(self) -> None:
        """Put what is under the mark first."""
        value = self._here
        if self._first and value is not None:
            self._chosen = [value, *(each for each in self._chosen if each != value)]
            self._fill()

    @property
    def _here(self) -> str | None:
        option = self.query_one(OptionList).highlighted_option
        return option.id if option is not None else None

    @on(OptionList.OptionHighlighted)
    def look(self, event: OptionList.OptionHighlighted) -> None:
        """Show what it would be like."""
        if self._preview is not None and event.option_id is not None:
            self._preview(event.option_id)

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click takes one; of several it takes what is marked."""
        if not self._several:
            self.dismiss((event.option_id or "",))
        else:
            self.dismiss(tuple(self._chosen))
