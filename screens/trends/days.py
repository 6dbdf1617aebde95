"""The days behind a figure, newest first; enter looks at one in History."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.analysis.evidence import DayBehind
from journal.book import Journal
from journal.tell import technique_name
from journal.visible import visible
from screens.dialog import Dialog, Options


class DaysScreen(Dialog[date]):
    """Gives the day that was chosen, or nothing."""

    CSS_PATH = "days.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", show=False),
        Binding("j", "down", "Down", show=False),
        Binding("k", "up", "Up", show=False),
    ]

    def __init__(self, sentence: str, days: Sequence[DayBehind], journal: Journal) -> None:
        super().__init__()
        self._sentence = sentence
        self._days = days
        self._journal = journal
        self._widest = max((len(self._day(each)) for each in days), default=0)

    def compose(self) -> ComposeResult:
        """The figure in words, and its days."""
        with Vertical(id="days"):
            yield Static(self._sentence, id="about", markup=False)
            yield Options(*(Option(self._line(each)) for each in self._days), id="list", markup=False)
            rated = sum(bool(each.scores) for each in self._days)
            counted = f"{len(self._days)} day{'' if len(self._days) == 1 else 's'}{f', {rated} rated' if rated else ''}"
            yield Static(f"{counted} · Enter opens one in History · Esc goes back", id="hint", markup=False)

    def _day(self, behind: DayBehind) -> str:
        return self._journal.day_words(behind.day, year=True)

    def _line(self, behind: DayBehind) -> Content:
        told = "; ".join(self._journal.tell(entry) for entry in behind.entries)
        if behind.planned != "":
            plan = technique_name(behind.planned, self._journal.catalogue)
            told = f"planned: {plan[:1].lower()}{plan[1:]} · done: {told or 'none'}"
        rated = ", ".join(map(str, behind.scores)) if behind.scores else "not rated"
        when = self._journal.day_words(behind.rated_on)
        after = f"  → {when}: {rated}" if behind.rated_on != behind.day or behind.scores else ""
        day = f"{self._day(behind):{self._widest}}  "
        return Content.assemble((day, "$text-muted"), visible(told), (after, "bold"))

    def action_down(self) -> None:
        """The day below."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """The day above."""
        self.query_one(OptionList).action_cursor_up()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Give the day."""
        self.dismiss(self._days[event.option_index].day)
