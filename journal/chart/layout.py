"""Where everything stands on a chart of so many cells: the scores, the lanes, the axis labels. Pure geometry."""

from dataclasses import dataclass
from math import floor

from journal.chart.lanes import lane_label
from journal.chart.model import Lane, Series, TrendModel
from journal.chart.scale import DayScale

LEAST_WIDTH = 16
LEAST_HEIGHT = 5

HIGHEST = 10
AXIS_ROWS = 2
"""The line beneath the canvas and the dates beneath it."""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A chart's cells. Columns and rows count from 0 at the lower left of the canvas, the area right of the axis."""

    gutter: int
    """The columns left of the canvas: labels and the axis line."""
    rows: int
    zero: int
    """The row of score 0."""
    top: int
    """The row of score 10."""
    step: int
    """Scores between two labels: 2 or 5, so that each label stands exactly at its row."""
    lanes: tuple[tuple[int, str, Lane], ...]
    """Row, label and lane, from the uppermost."""
    scale: DayScale

    @property
    def columns(self) -> int:
        """The canvas's width."""
        return self.scale.columns

    def height_of(self, score: float) -> float:
        """The row of `score`, with its fraction."""
        return self.zero + (self.top - self.zero) * score / HIGHEST

    def row(self, score: float) -> int:
        """The row in which `score` stands."""
        return floor(self.height_of(score) + 0.5)

    def dots(self, series: Series) -> set[tuple[int, int]]:
        """The column and row of each dot of a side."""
        return {(self.scale.column(mark.day), self.row(mark.value)) for mark in series.dots}


def make_layout(model: TrendModel, width: int, height: int) -> Layout:
    """The places of everything in `width` × `height` cells. Raises ValueError below LEAST_WIDTH × LEAST_HEIGHT.

    Lanes are left out, the last ones first, where the scores would get fewer than six rows.
    """
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        raise ValueError(f"a chart needs {LEAST_WIDTH}×{LEAST_HEIGHT} cells")
    rows = height - AXIS_ROWS
    lanes = model.lanes[: max(0, rows - 6)]
    taken, step = _exact(rows - 1 - len(lanes))
    zero = rows - 1 - taken if lanes else 0
    stride = 2 if zero >= 2 * len(lanes) else 1
    lowest = (zero - 1 - (len(lanes) - 1) * stride) // 2
    lane_rows = (lowest + stride * place for place in reversed(range(len(lanes))))
    return Layout(
        gutter=_gutter(model, width),
        rows=rows,
        zero=zero,
        top=zero + taken,
        step=step,
        lanes=tuple((row, lane_label(lane, width), lane) for row, lane in zip(lane_rows, lanes, strict=True)),
        scale=day_scale(model, width),
    )


def day_scale(model: TrendModel, width: int) -> DayScale:
    """Where the days stand in a chart `width` cells wide."""
    return DayScale(model.start, model.end, max(1, width - _gutter(model, width)))


def _gutter(model: TrendModel, width: int) -> int:
    return max(len("10"), *(len(lane_label(lane, width)) for lane in model.lanes), 0) + 1


def _exact(available: int) -> tuple[int, int]:
    """How many of `available` steps of a row to take for 0-10, and the scores between labels, none off its row."""
    fifths = available - available % 5
    if fifths and available - fifths <= max(2, available // 5):
        return fifths, 2
    return available - available % 2, 5
