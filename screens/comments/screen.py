"""Comments: what coach, physio and doctor said; each waits until the runner approves or rejects it."""

import asyncio
from typing import ClassVar, Literal, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.book import Journal
from journal.model import Comment
from journal.visible import visible
from screens.app import JournalApp
from screens.commands import Command, bindings
from screens.dialog import Dialog, Options

SIGNS = {"pending": ("?", "$text-warning"), "approved": ("✓", "$text-success"), "rejected": ("✗", "$text-muted")}
NOTHING = (
    "No comments yet. Write a report (R), send it, and take the reply in (I). "
    "A line such as  max_run_min 15 until 2026-12-31  in it holds the plan back once you approve it."
)
WHY = "Nothing changes before you approve it. A limit only ever holds back, and no comment takes back a warning sign."


class CommentsScreen(Dialog[None]):
    """The comments, those that wait first; one key decides the marked one."""

    CSS_PATH = "screen.tcss"
    COMMANDS_HERE = (
        Command(id="approve", keys="y", action="decide('approved')", label="Approve", help="Let it count"),
        Command(id="reject", keys="n", action="decide('rejected')", label="Reject", help="Leave it without effect"),
        Command(id="undo-here", keys="u", action="undo", label="Undo", help="Take back the last action"),
    )
    BINDINGS: ClassVar = [*bindings(*COMMANDS_HERE), Binding("escape,K", "dismiss", "Back", show=False)]
    AUTO_FOCUS = "#comments"

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Comment] = []

    @property
    def journal_app(self) -> JournalApp:
        """The app, with its type."""
        return cast("JournalApp", self.app)

    def compose(self) -> ComposeResult:
        """The list, the keys."""
        with VerticalScroll(id="dialog"):
            yield Static("Comments", classes="heading")
            yield Static(WHY, classes="muted", markup=False)
            yield Options(id="comments", markup=False)
            yield Static("", id="more", markup=False)
            yield Static("y approves · n rejects · u undoes · Esc goes back", classes="muted")

    def on_mount(self) -> None:
        """Follow the journal."""
        self.journal_app.journal_changed.subscribe(self, lambda _: self._load())
        self._load()

    @work(exclusive=True, exit_on_error=False)
    async def _load(self) -> None:
        journal = self.journal_app.journal
        if journal.is_open:
            comments, lines = await asyncio.to_thread(self._read, journal)
            if self.is_attached:
                self._fill(comments, lines)

    def _read(self, journal: Journal) -> tuple[list[Comment], dict[str, Content]]:
        """The comments, and each in a line, by its id."""
        comments = journal.comments()
        return comments, {each.id: self._line(journal, each) for each in comments}

    def _fill(self, comments: list[Comment], lines: dict[str, Content]) -> None:
        found = self.query_one(OptionList)
        marked = found.highlighted_option
        newest_first = comments[::-1]
        self._shown = sorted(newest_first, key=lambda each: each.state != "pending")
        found.set_options([Option(lines[each.id], id=each.id) for each in self._shown])
        found.display = bool(self._shown)
        if self._shown:
            ids = [each.id for each in self._shown]
            found.highlighted = ids.index(marked.id) if marked is not None and marked.id in ids else 0
        self.query_one("#more", Static).update("" if self._shown else NOTHING)

    def _line(self, journal: Journal, comment: Comment) -> Content:
        sign, style = SIGNS[comment.state]
        about = journal.find(comment.refers_to) if comment.refers_to else None
        told = journal.tell(about) if about is not None else comment.refers_to
        day = journal.day_words(comment.day, weekday=False, year=True)
        lines = [f"{day}  {comment.author} ({comment.role}): {comment.text}"]
        lines += [f"limit: {comment.constraint}"] if comment.constraint else []
        lines += [f"about: {told}"] if told else []
        return Content.assemble((f"{sign} ", f"{style} bold"), Content("\n  ").join(Content(visible(x)) for x in lines))

    def action_decide(self, state: Literal["approved", "rejected"]) -> None:
        """Decide the marked comment."""
        at = self.query_one(OptionList).highlighted
        if at is None or self._shown[at].state == state:
            return
        comment, app = self._shown[at], self.journal_app
        app.save(
            lambda: app.journal.decide(comment, state),
            lambda decided: f"{decided.state.capitalize()}: {decided.author} · u undoes",
            saved=lambda _: self._load(),
        )

    def action_undo(self) -> None:
        """Take back the last action."""
        self.journal_app.action_undo()
