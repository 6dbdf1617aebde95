"""The months that hold entries, beside the timeline: how many each, and where the timeline is."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.history.lines import month_bar

CELLS = 12
"""The cells of the longest bar."""


class MonthList(OptionList, can_focus=False):
    """A line for each month, the newest first; a click goes there."""

    @dataclass
    class Chosen(Message):
        """A month ("YYYY-MM") was clicked."""

        month: str

    def __init__(self) -> None:
        super().__init__(id="months", markup=False)
        self._months: Mapping[str, int] = {}
        self._here = ""

    def fill(self, months: Mapping[str, int]) -> None:
        """Show these months with their counts."""
        self._months = dict(months)
        self._here = ""
        self._draw()

    def show_here(self, month: str) -> None:
        """Mark the month in which the timeline is."""
        if month != self._here:
            self._here = month
            self._draw()

    def _draw(self) -> None:
        months = self._months
        most, year = max(months.values(), default=0), ""
        options = []
        for month, count in months.items():
            new_year = month[:4] != year
            year = month[:4]
            line = month_bar(month, count, most, here=month == self._here, new_year=new_year, cells=CELLS)
            options.append(Option(line, id=month))
        self.set_options(options)
        if self._here in months:
            self.highlighted = list(months).index(self._here)

    @on(OptionList.OptionSelected)
    def clicked(self, event: OptionList.OptionSelected) -> None:
        """Go to the month."""
        event.stop()
        self.post_message(self.Chosen(event.option_id or ""))

    @on(OptionList.OptionHighlighted)
    def marked(self, event: OptionList.OptionHighlighted) -> None:
        """Only the timeline tells what is marked."""
        event.stop()
