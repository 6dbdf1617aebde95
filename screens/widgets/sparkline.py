"""The last days as small bars: gaps stay open, and zero is not the same as nothing."""

from collections.abc import Sequence
from math import ceil

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from journal.visible import visible
from screens.themes import palette
from screens.widgets.rating_row import label_cells
from screens.widgets.words import UNRATED, fitted

EIGHTHS = " ▁▂▃▄▅▆▇█"


def bar(score: int | None, rows: int = 1) -> str:
    """A bar for `score` in `rows` cells, top row first. None is a dot on the ground, 0 the thinnest line."""
    if score is None:
        return UNRATED.rjust(rows)
    eighths = 1 + ceil(score * (8 * rows - 1) / 10)
    return "".join(EIGHTHS[min(8, max(0, eighths - 8 * row))] for row in reversed(range(rows)))


class Sparkline14(Widget):
    """The day highs `highs`, oldest first and today last, between a label and the same in words.

    The bars stand under the figures of a `RatingRow`.
    """

    DEFAULT_CSS = "Sparkline14 { width: 1fr; height: 1; }"

    highs: reactive[Sequence[int | None]] = reactive[Sequence[int | None]](())

    def __init__(
        self,
        label: str = "",
        highs: Sequence[int | None] = (),
        *,
        last: str = "today",
        name: str | None = None,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.label = visible(label)
        self.last = last
        """What the last day is called."""
        self.set_reactive(Sparkline14.highs, tuple(highs))

    @property
    def summary(self) -> str:
        """ "today 3, highest 7, 2 days not rated"."""
        rated = [score for score in self.highs if score is not None]
        if not rated:
            return "not rated yet"
        today = f"{self.last} not rated" if self.highs[-1] is None else f"{self.last} {self.highs[-1]}"
        missing = len(self.highs) - len(rated)
        gaps = [f"{missing} day{'s' if missing > 1 else ''} not rated"] if missing else []
        return ", ".join([today, f"highest {max(rated)}", *gaps])

    def on_mount(self) -> None:
        """Say it in words from the start."""
        self.watch_highs()

    def watch_highs(self) -> None:
        """Say it in words too."""
        self.tooltip = f"{self.label}: {self.summary}" if self.label else self.summary

    def render_line(self, y: int) -> Strip:
        """One row of the bars; the words stand on the lowest."""
        width, rows = self.size
        lowest = y == rows - 1
        cells = label_cells(width) + 2 if self.label and label_cells(width) else 0
        wide = cells + 2 * len(self.highs) + 12 <= width
        label = f" {fitted(self.label, cells - 2)}" if lowest and cells else ""
        segments = [Segment(label.ljust(cells)), *self._bars(y, rows, " " if wide else "")]
        if lowest:
            room = width - sum(segment.cell_length for segment in segments) - 1
            parts = self.summary.split(", ")
            texts = (", ".join(parts[:many]) for many in range(len(parts), 0, -1))
            segments.append(Segment(next((f" {text}" for text in texts if len(text) < room), "")))
        return Strip(segments).adjust_cell_length(width).apply_style(self.rich_style)

    def _bars(self, y: int, rows: int, gap: str) -> list[Segment]:
        heat = palette(self.app.theme_variables, self.app.current_theme.dark).heat
        return [
            Segment(bar(score, rows)[y] + gap, None if score is None else Style(color=heat[score]))
            for score in self.highs
        ]
