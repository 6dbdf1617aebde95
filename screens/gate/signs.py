"""The warning signs that are open: what to do, and how they end."""

from collections.abc import Sequence
from typing import Literal

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from journal.glancing import sign_words
from journal.recovery.shapes import OpenSign
from screens.commands import Command, bindings
from screens.dialog import Dialog
from screens.gate.questions import link
from screens.widgets.signs import SignBox

Answer = tuple[Literal["ask", "physio", "doctor"], tuple[OpenSign, ...]]
"""What the runner wants: to answer the questions, or to record who saw the signs that were chosen."""

WHY = (
    "Each stays open until a physio or a doctor has seen it and you write down what they said. "
    "A sign of the level “take care” also ends when you answer its question with no."
)


class SignsDialog(Dialog[Answer]):
    """Shows what is open. Of several signs the runner marks those that somebody saw."""

    CSS_PATH = "gate.tcss"
    COMMANDS_HERE = (
        Command(id="doctor", keys="d", action="seen('doctor')", label="A doctor saw it", help="Record what was said"),
        Command(id="physio", keys="p", action="seen('physio')", label="A physio saw it", help="Record what was said"),
        Command(id="mark", keys="space", action="mark", label="Mark", help="Mark the sign that was seen"),
        Command(id="ask", keys="enter,n", action="ask", label="All questions", help="Answer all the questions"),
        Command(id="later", keys="escape", action="later", label="Back", help="Go back"),
        Command(id="sign-up", keys="k,up", action="move(-1)", label="Up", help="The sign above", shown_key="k ↑"),
        Command(id="sign-down", keys="j,down", action="move(1)", label="Down", help="The sign below", shown_key="j ↓"),
    )
    BINDINGS = bindings(*COMMANDS_HERE)
    AUTO_FOCUS = ""

    def __init__(
        self, signs: Sequence[OpenSign], date_format: str, title: str = "Open warning signs", why: str = WHY
    ) -> None:
        super().__init__()
        self._date_format = date_format
        self._title = title
        self._why = why
        self._signs = tuple(signs)
        self._at = 0
        self._marked: set[int] = set()

    def compose(self) -> ComposeResult:
        """The signs with their advice, the keys."""
        with VerticalScroll(id="dialog"):
            yield Static(self._title, classes="heading", markup=False)
            yield Static(self._why, classes="why", markup=False)
            yield Static(id="keys")
            yield from (SignBox(sign.level, sign_words(sign, self._date_format)) for sign in self._signs)

    def on_mount(self) -> None:
        """Begin at the first."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One sign needs no choosing."""
        return len(self._signs) > 1 if action in {"mark", "move"} else True

    def action_move(self, step: int) -> None:
        """Go to another sign."""
        self._at = (self._at + step) % len(self._signs)
        self._show()

    def action_mark(self) -> None:
        """Mark or unmark the sign."""
        self._marked ^= {self._at}
        self._show()

    def action_seen(self, role: Literal["physio", "doctor"]) -> None:
        """Record who saw the marked signs; without a mark, the one that is gone to."""
        chosen = sorted(self._marked) or [self._at]
        self.dismiss((role, tuple(self._signs[number] for number in chosen)))

    def action_ask(self) -> None:
        """Answer all the questions."""
        self.dismiss(("ask", ()))

    def action_later(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _show(self) -> None:
        several = len(self._signs) > 1
        for number, box in enumerate(self.query(SignBox)):
            mark = f"{'▸' if number == self._at else ' '}{'[x]' if number in self._marked else '[ ]'} "
            box.mark(mark if several else "")
            if number == self._at and several:
                self.call_after_refresh(box.scroll_visible, animate=False)
        keys = (each for each in self.COMMANDS_HERE if self.check_action(each.action.split("(")[0], ()))
        self.query_one("#keys", Static).update(Content("   ").join(link(each) for each in keys))
