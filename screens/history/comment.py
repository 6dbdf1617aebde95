"""A line to write a comment or a note in."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.widgets import Input, Static

from journal.draft_file import Draft
from journal.visible import visible
from screens.dialog import Dialog, on_top
from screens.widgets.words import break_sign, on_one_line, with_breaks

if TYPE_CHECKING:
    from screens.app import JournalApp


class CommentBar(Dialog[None]):
    """Hands over the text, and nothing when the runner goes back."""

    CSS_PATH = "comment.tcss"
    BINDINGS: ClassVar = [Binding("escape", "dismiss", "Back", show=False)]

    def __init__(
        self,
        about: str,
        take: Callable[[str, Draft | None], Any],
        *,
        what: str = "Comment",
        text: str = "",
        refused: str = "",
    ) -> None:
        """A `what` on `about` (words for the runner), which begins as `text`; `refused` says why that was not saved.

        `take` is given the text, and what is to be kept until it is saved (None for nothing new).
        """
        super().__init__()
        self._about = about
        self._take = take
        self._what = what
        self._break = break_sign(text)
        self._text = on_one_line(text, self._break)
        self._refused = refused

    def compose(self) -> ComposeResult:
        """What it is about, and the line."""
        with VerticalGroup(id="bar"):
            yield Static(f"{self._what} on: {self._about}", id="about", markup=False)
            hint = "Enter saves · Esc goes back"
            yield Input(self._text, placeholder=hint, compact=True, select_on_focus=False)
            if self._refused:
                yield Static(visible(self._refused), id="refused", markup=False)

    def draft(self) -> Draft | None:
        """What is typed and not saved, as a note."""
        typed = next((field.value for field in self.query(Input)), self._text).strip()
        text = with_breaks(typed, self._break)
        app = cast("JournalApp", self.app)
        return (
            Draft(f"note {text}", app.journal.clock.now(), app.chosen)
            if text and (self._refused or typed != self._text)
            else None
        )

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Hand the text over."""
        if on_top(self):
            self._take(with_breaks(event.value, self._break).strip(), self.draft())
            self.dismiss()
