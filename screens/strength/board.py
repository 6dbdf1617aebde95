"""What Strength shows below its headline: the exercises with their boxes, how each is done, and the last weeks."""

from textual.app import ComposeResult
from textual.containers import Container, VerticalGroup
from textual.widgets import Static

from screens.strength.data import StrengthData
from screens.strength.lately import WEEKS, courses_words, weeks_words
from screens.strength.lines import asked_words, details, others, table
from screens.strength.rows import ExerciseRow
from screens.widgets.hanging import HangingLines
from screens.widgets.steady import Steady


class Board(Container):
    """The rows, beside or below them how the marked one is done; with more room the other ones and the last weeks."""

    def __init__(self) -> None:
        super().__init__(id="columns")

    def compose(self) -> ComposeResult:
        """Each part shows nothing until the plan is read."""
        with VerticalGroup(id="list"):
            yield VerticalGroup(id="rows")
            yield Steady("", id="asked", markup=False)
            with VerticalGroup(id="lately"):
                yield Static(f"Last {WEEKS} weeks", classes="heading", markup=False)
                yield Steady("", id="weeks", markup=False)
            with VerticalGroup(id="courses"):
                yield Static("Done in these weeks, first → last", classes="heading", markup=False)
                yield Steady("", id="course-words", markup=False)
        with Container(id="right"):
            with VerticalGroup(id="how"):
                yield HangingLines(id="details")
            with VerticalGroup(id="others"):
                yield Static("The others today", id="others-heading", classes="heading", markup=False)
                yield HangingLines(id="other-details")

    async def make_rows(self, number: int) -> None:
        """Have so many rows."""
        box = self.query_one("#rows")
        if len(box.children) != number:
            await box.remove_children()
            await box.mount(*(ExerciseRow(each) for each in range(number)))

    def paint(
        self, data: StrengthData, at: int, box: int | None, typed: str, *, asked: str = "", sources: bool = False
    ) -> None:
        """Show it with row `at` marked, and its `box`, into which `typed` goes unless something is `asked`."""
        rows = data.rows
        lines = table(rows, self.query_one("#rows").size.width, at, box, "" if asked else typed)
        first_option = next((n for n, row in enumerate(rows) if row.cardio), None)
        for widget, line in zip(self.query(ExerciseRow), lines, strict=False):
            widget.update(line)
            widget.set_class(widget.number == at, "-marked")
            widget.set_class(widget.number == first_option and widget.number > 0, "-option")
        self.query_one("#details", HangingLines).hang(details(rows[at], sources=sources) if rows else ())
        self.query_one("#weeks", Static).update(weeks_words(data.weeks, "" if data.finished else data.kept))
        self.query_one("#courses").set_class(not data.courses, "-none")
        self.query_one("#course-words", Static).update(courses_words(data.courses))
        words = tuple(others(rows, at))
        self.query_one("#others-heading").display = bool(words)
        self.query_one("#other-details", HangingLines).hang(words)
        question = self.query_one("#asked", Static)
        question.display = bool(asked)
        question.update(asked_words(asked, typed))
