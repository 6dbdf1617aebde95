"""A dialog of questions, each answered by the runner with yes or no; nothing is filled in beforehand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from screens.commands import Command, bindings
from screens.dialog import Dialog

PAGE, PAGE_SMALL = 5, 3
"""Questions on one page, and where there are fewer than `ROOM` lines."""
ROOM = 24


@dataclass(frozen=True)
class Question:
    """Something to answer: the id of its answer, and its words."""

    id: str
    ask: str


class QuestionsDialog(Dialog[dict[str, bool]]):
    """Asks one question after another; gives the answers by id, True for yes, once all of them are given.

    When all is well the last no closes it. After a yes it shows what was answered and waits for `enter`. With `each`
    every question takes its own key; otherwise `N` says no to those that are still open on the page in sight.
    """

    CSS_PATH = "gate.tcss"
    COMMANDS_HERE = (
        Command(id="yes", keys="y", action="answer(True)", label="Yes", help="Answer yes"),
        Command(id="no", keys="n", action="answer(False)", label="No", help="Answer no"),
        Command(id="none", keys="N", action="none", label="No to all in sight", help="No to every question in sight"),
        Command(id="before", keys="backspace,up,k", action="before", label="One back", help="Change the last answer"),
        Command(id="give", keys="enter", action="give", label="Record", help="Record the answers"),
        Command(id="later", keys="escape", action="later", label="Later", help="Go back, record nothing"),
    )
    BINDINGS = bindings(*COMMANDS_HERE)
    AUTO_FOCUS = ""

    def __init__(self, title: str, because: str, questions: Sequence[Question], *, each: bool = False) -> None:
        super().__init__()
        self._title = title
        self._because = because
        self._questions = tuple(questions)
        self._each = each
        self._answers: list[bool] = []
        self._page = len(self._questions)

    def compose(self) -> ComposeResult:
        """Why it is asked, the questions of a page, the keys."""
        if not self._each:
            self._page = PAGE if self.app.size.height >= ROOM else PAGE_SMALL
        with VerticalScroll(id="dialog"):
            yield Static(Content(self._title), classes="heading")
            yield Static(Content(self._because), id="because")
            yield from (QuestionRow() for _ in range(self._page))
            yield Static(id="raised")
            yield Static(id="keys")

    def on_mount(self) -> None:
        """Ask the first."""
        self._show()

    @property
    def _open(self) -> int:
        """The number of the question that is asked now."""
        return len(self._answers)

    @property
    def _complete(self) -> bool:
        return self._open == len(self._questions)

    @property
    def _first(self) -> int:
        """The number of the first question of the page."""
        return min(self._open, len(self._questions) - 1) // self._page * self._page

    # -- answering ----------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        if action == "give":
            return self._complete
        if action == "none":
            return not self._each and not self._complete and self._all_in_sight
        if action == "answer":
            return not self._complete
        return True

    @property
    def _all_in_sight(self) -> bool:
        """What cannot be read is never answered in one go; nor what is not there yet, or any more."""
        return any(box.max_scroll_y == 0 for box in self.query("#dialog").results(VerticalScroll))

    def action_answer(self, yes: bool) -> None:
        """Answer the question that is asked now."""
        self._answers.append(yes)
        self._after()

    def action_none(self) -> None:
        """No to every question of the page that has no answer yet."""
        last = min(self._first + self._page, len(self._questions))
        self._answers += [False] * (last - self._open)
        self._after()

    def action_before(self) -> None:
        """Take the last answer back."""
        if self._answers:
            self._answers.pop()
            self._show()

    def action_give(self) -> None:
        """Close with the answers."""
        self.dismiss({each.id: yes for each, yes in zip(self._questions, self._answers, strict=True)})

    def action_later(self) -> None:
        """Close without; nothing is recorded."""
        self.dismiss(None)

    def _after(self) -> None:
        if self._complete and not any(self._answers):
            self.action_give()
        else:
            self._show()

    # -- showing ------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        for place, row in enumerate(self.query(QuestionRow)):
            at = self._first + place
            row.display = at < len(self._questions) and not self._complete
            if row.display:
                row.show(self._questions[at].ask, self._answers[at] if at < self._open else None, at == self._open)
        raised = [each.ask for each, yes in zip(self._questions, self._answers, strict=False) if yes]
        box = self.query_one("#raised", Static)
        box.display = self._complete
        box.update(Content("\n").join(Content.assemble(("YES  ", "$text-warning bold"), ask) for ask in raised))
        self.query_one("#because", Static).update(Content(self._said()))
        self.call_after_refresh(self._show_keys)

    def _said(self) -> str:
        if self._complete:
            return "You answered yes to:"
        pages = -(-len(self._questions) // self._page)
        return f"{self._because} ({self._first // self._page + 1} of {pages})" if pages > 1 else self._because

    def _show_keys(self) -> None:
        # Done by the screen that is on top after the refresh: this one may be gone by then.
        for line in self.query("#keys").results(Static):
            line.update(Content("   ").join(self._keys()))

    def _keys(self) -> Iterator[Content]:
        for command in self.COMMANDS_HERE:
            name = command.action.split("(")[0]
            if self.check_action(name, ()):
                yield link(command)


class QuestionRow(HorizontalGroup):
    """One question with its answer: yes, no, asked now, or not asked yet."""

    def compose(self) -> ComposeResult:
        """The answer, then the words, so that long words keep their place."""
        yield Static(classes="answer", markup=False)
        yield Static(classes="ask", markup=False)

    def show(self, ask: str, answer: bool | None, asked: bool) -> None:
        """Show a question, and bring the one that is asked into sight."""
        said = {True: "  YES", False: "   no", None: "▸   ?" if asked else "    ·"}[answer]
        self.query_one(".answer", Static).update(said)
        self.query_one(".ask", Static).update(ask)
        self.set_class(asked, "-asked")
        self.set_class(bool(answer), "-yes")
        if asked:
            self.call_after_refresh(self.scroll_visible, animate=False)


def link(command: Command) -> Content:
    """A command's key and label, which does it when clicked."""
    key = command.shown_key or {"escape": "esc"}.get(first := command.keys.split(",")[0], first)
    # Not as markup: that has no place for what an action is called with, as move(-1).
    does = Style.from_meta({"@click": f"screen.{command.action}"})
    return Content.assemble((key, "bold"), f" {command.label}").stylize(does)
