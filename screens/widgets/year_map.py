"""A year as a calendar of squares: a column for each week, a row for each day, the colour is the day's rating."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from journal.dates import STANDARD, day_words
from screens.themes import palette
from screens.widgets.words import UNRATED, score_key, score_words

WEEKS = 53
GUTTER = 4
"""The cells before the first week, for the names of the days."""
DAY = timedelta(days=1)
NAMES = {1: "Mon", 3: "Wed", 5: "Fri", 7: "Sun"}
"""The rows that are named."""
LEGEND_ROW = 8
SQUARE = "■"


class YearMap(Widget, can_focus=True):
    """The day highs of up to a year until `end`, as many weeks as there is room for; `·` is not rated."""

    HELP = """
    Up and down go a day, left and right a week, `enter` or a click chooses the day. A dot is a day without a rating.
    """

    DEFAULT_CSS = """
    YearMap {
        width: 1fr;
        height: auto;
        .year-map--muted { color: $text-muted; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"year-map--muted"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "go(-1)", "Day before", show=False),
        Binding("down,j", "go(1)", "Day after", show=False),
        Binding("left", "go(-7)", "Week before", show=False),
        Binding("right", "go(7)", "Week after", show=False),
        Binding("enter", "choose", "See the day", tooltip="Go to the marked day"),
    ]

    days: reactive[Mapping[date, int | None]] = reactive[Mapping[date, int | None]](dict)
    """The highest rating of each day; a day that is missing or None was not rated."""
    end: reactive[date] = reactive(date(2000, 1, 1), layout=True)
    """The last day shown: today."""
    form: reactive[str] = reactive(STANDARD)
    """How a day is written."""
    marked: reactive[date | None] = reactive[date | None](None)
    """The day under the cursor."""

    @dataclass
    class DayChosen(Message):
        """The runner wants to see `day`: with enter or a click."""

        day: date
        map: "YearMap"

        @property
        def control(self) -> "YearMap":
            """The map it was chosen in."""
            return self.map

    def __init__(
        self,
        end: date,
        days: Mapping[date, int | None] | None = None,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(YearMap.end, end)
        self.set_reactive(YearMap.days, days or {})

    @property
    def weeks(self) -> int:
        """How many weeks there is room for."""
        return max(1, min(WEEKS, (self.size.width - GUTTER) // 2))

    @property
    def first(self) -> date:
        """The Monday of the first week shown: the latest weeks, or those that end in view of the marked day."""
        latest = _monday(self.end) - (self.weeks - 1) * 7 * DAY
        return min(latest, _monday(self.marked)) if self.marked else latest

    @property
    def earliest(self) -> date:
        """The first day the cursor goes to."""
        return _monday(self.end) - (WEEKS - 1) * 7 * DAY

    @property
    def summary(self) -> str:
        """The map in one sentence."""
        shown = [self.days.get(self.end - n * DAY) for n in range((self.end - self.earliest).days + 1)]
        rated = [score for score in shown if score is not None]
        highest = f", the highest {max(rated)}" if rated else ""
        return f"{len(rated)} of {len(shown)} days rated{highest}"

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The months, seven days, the legend."""
        return LEGEND_ROW + 1

    def render_line(self, y: int) -> Strip:
        """One line: the months, a day of the week, or the legend."""
        width = self.size.width
        muted = self.get_component_rich_style("year-map--muted")
        if y == 0:
            segments = [Segment(self._months(), muted)]
        elif y < LEGEND_ROW:
            segments = self._weekday(y, muted)
        else:
            segments = self._legend(muted) if y == LEGEND_ROW else []
        return Strip(segments).adjust_cell_length(width).apply_style(self.rich_style)

    def _months(self) -> str:
        line = " " * GUTTER
        for week in range(self.weeks):
            monday = self.first + week * 7 * DAY
            starts = next((day for day in (monday + n * DAY for n in range(7)) if day.day == 1), None)
            column = GUTTER + 2 * week
            if starts and len(line) <= column and starts <= self.end:
                line = line.ljust(column) + f"{starts:%b} "
        return line

    def _weekday(self, y: int, muted: Style) -> list[Segment]:
        segments = [Segment(NAMES.get(y, "").ljust(GUTTER - 1), muted)]
        before = False
        for week in range(self.weeks):
            day = self.first + (7 * week + y - 1) * DAY
            here = day == self.marked
            segments += [Segment("[" if here else "]" if before else " "), self._square(day, muted)]
            before = here
        return [*segments, Segment("]" if before else " ")]

    def _square(self, day: date, muted: Style) -> Segment:
        score = self.days.get(day)
        if day > self.end or score is None:
            return Segment(" " if day > self.end else UNRATED, muted)
        if self.app.no_color:
            return Segment(score_key(score), Style(bold=score >= 5))
        return Segment(SQUARE, Style(color=self._heat[score]))

    @property
    def _heat(self) -> tuple[str, ...]:
        return palette(self.app.theme_variables, self.app.current_theme.dark).heat

    def _legend(self, muted: Style) -> list[Segment]:
        marked = self.marked
        told = self._said(marked) if marked else ""
        scale = [Segment(" " * GUTTER)]
        if self.app.no_color:
            scale.append(Segment("0 to 9, X is 10", muted))
        else:
            squares = [Segment(f"{SQUARE} ", Style(color=colour)) for colour in self._heat[::2]]
            scale += [Segment("0 ", muted), *squares, Segment("10", muted)]
        scale.append(Segment(f"   {UNRATED} not rated", muted))
        if not told:
            return scale
        width, used = self.size.width, sum(segment.cell_length for segment in scale)
        if used + 3 + len(told) <= width:
            return [*scale, Segment(f"   {told}")]
        return [Segment(" " * GUTTER + told if GUTTER + len(told) <= width else told)]

    def _said(self, day: date) -> str:
        return f"{day_words(day, self.form, year=True)}: {score_words(self.days.get(day))}"

    def day_at(self, x: int, y: int) -> date | None:
        """The day whose square is at the cell `x`, `y`; None beside the squares and after `end`."""
        week = (x - GUTTER) // 2
        if not (0 <= week < self.weeks and 1 <= y < LEGEND_ROW):
            return None
        day = self.first + (7 * week + y - 1) * DAY
        return day if day <= self.end else None

    def on_click(self, event: events.Click) -> None:
        """Choose the day that was clicked."""
        place = event.get_content_offset(self)
        day = self.day_at(*place) if place else None
        if day:
            self.marked = day
            self.action_choose()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Name the day under the mouse."""
        place = event.get_content_offset(self)
        day = self.day_at(*place) if place else None
        self.tooltip = self._said(day) if day else None

    def action_go(self, by: int) -> None:
        """Move the mark by so many days, within the year."""
        day = self.marked + by * DAY if self.marked else self.end
        self.marked = min(max(day, self.earliest), self.end)

    def action_choose(self) -> None:
        """Tell which day is wanted."""
        if self.marked:
            self.post_message(self.DayChosen(self.marked, self))


def _monday(day: date) -> date:
    return day - day.weekday() * DAY
