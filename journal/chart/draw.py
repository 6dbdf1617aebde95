"""The chart as text, drawn with plotext (`canvas`).

plotext is used for what it is good at, turning points and lines into block and braille cells and setting axes; every
place is decided before (`layout`), in whole cells. Of plotext only the single plot is used ("monitor"), which knows
no terminal and no global figure. Its own date labels are not used: it places them in the order of a set of strings,
which changes from process to process, and leaves out the one that comes second.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import floor
from typing import Any

from journal.analysis.series import Mark
from journal.chart.canvas import PLAIN, Colour, new_plot, put
from journal.chart.lanes import NONE, lane_signs
from journal.chart.layout import AXIS_ROWS, LEAST_HEIGHT, LEAST_WIDTH, Layout, make_layout
from journal.chart.model import Series, TrendModel
from journal.chart.palette import Palette, blend
from journal.chart.scale import nice_ticks
from journal.chart.words import BOTH, LEFT, REST, RIGHT

EVENT, ZERO, CURSOR, CARET = "┊", "┄", "│", "▲"

LINED_UP_TO = 31
"""Ranges of up to this many days have a line for each exposure, and their dots on top of the smoothed line."""


@dataclass(frozen=True)
class Cell:
    """The finest steps that a marker draws in: so many across and up each cell."""

    marker: str
    across: int
    up: int


SOLID = Cell("hd", 2, 2)
DOTTED = Cell("braille", 2, 4)


def draw(model: TrendModel, width: int, height: int, palette: Palette | None = None, cursor: date | None = None) -> str:
    """The chart in `width` × `height` cells, as lines of text with ANSI colours, or without any when `palette` is None.

    `cursor` is a day to point at. In fewer than LEAST_WIDTH × LEAST_HEIGHT cells the last ratings stand in words.
    """
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return _in_words(model, width, height)
    return _Drawing(model, make_layout(model, width, height), palette, cursor).text(width, height)


def _in_words(model: TrendModel, width: int, height: int) -> str:
    sides = (("left", model.left), ("right", model.right))
    lines = [f"{side} {series.days[-1].last}" for side, series in sides if series.days] or ["no ratings"]
    return "\n".join(line[: max(0, width)] for line in lines[: max(0, height)])


class _Drawing:
    def __init__(self, model: TrendModel, layout: Layout, palette: Palette | None, cursor: date | None) -> None:
        self.model = model
        self.layout = layout
        self.palette = palette
        self.cursor = layout.scale.column(cursor) if cursor and model.start <= cursor <= model.end else None
        self.plot: Any = new_plot()

    def text(self, width: int, height: int) -> str:
        self._set_up(width, height)
        self._ground()
        dots_first = self.model.days > LINED_UP_TO
        for layer in (self._dots, self._lines) if dots_first else (self._lines, self._dots):
            layer()
        self._lanes()
        self.plot.build_plot()
        self._finish()
        if self.palette is None:
            return "\n".join("".join(row) for row in reversed(self.plot.matrix.marker))
        return str(self.plot.matrix.set_canvas()).rstrip("\n")

    # -- colours ------------------------------------------------------------------------------------------------

    def _colour(self, name: str, share: float = 1) -> Colour:
        """The colour called `name` in the palette, stepped back to `share`."""
        return PLAIN if self.palette is None else self.palette.dim(getattr(self.palette, name), share)

    def _lane_colour(self, place: int, share: float = 1) -> Colour:
        return PLAIN if self.palette is None else self.palette.dim(self.palette.lanes[place], share)

    # -- layers -------------------------------------------------------------------------------------------------

    def _set_up(self, width: int, height: int) -> None:
        plot, layout = self.plot, self.layout
        plot.set_size([width, height])
        plot.set_canvas_color(PLAIN)
        plot.set_axes_color(PLAIN)
        plot.set_ticks_color(self._colour("axis"))
        plot.set_xaxes(True, False)
        plot.set_yaxes(True, False)
        plot.set_xlim(0, layout.columns - 1)
        plot.set_ylim(0, layout.rows - 1)
        scores = range(0, 11, layout.step)
        rows = [layout.row(score) for score in scores] + [row for row, _, _ in layout.lanes]
        names = [str(score) for score in scores] + [label for _, label, _ in layout.lanes]
        plot.set_yticks(rows, [name.rjust(layout.gutter - 1) for name in names])
        self.ticks = nice_ticks(self.model.start, self.model.end, layout.columns, self.model.date_format)
        columns = [tick.column for tick in self.ticks]
        plot.set_xticks(columns, [""] * len(columns))

    def _ground(self) -> None:
        layout = self.layout
        self._cells(((column, layout.zero) for column in range(layout.columns)), ZERO, self._colour("axis", 0.5))
        self._cells(self._rest_cells(), REST, self._colour("rest", 0.4))
        if self.model.days <= LINED_UP_TO:
            rows = range(layout.zero, layout.top + 1)
            for place, (_, _, lane) in reversed(list(enumerate(layout.lanes))):
                columns = [layout.scale.column(each.day) for each in lane.days if each.amount != 0]
                self._cells(((column, row) for column in columns for row in rows), EVENT, self._lane_colour(place, 0.6))
        if self.cursor is not None:
            self._cells(((self.cursor, row) for row in range(layout.rows)), CURSOR, self._colour("axis"))

    def _rest_cells(self) -> Iterator[tuple[int, int]]:
        scale = self.layout.scale
        for band in self.model.rest:
            for column in range(scale.column(band.first), scale.column(band.last) + 1):
                for row in range(self.layout.zero, self.layout.top + 1):
                    yield column, row

    def _dots(self) -> None:
        share = 1.0 if self.model.days <= LINED_UP_TO else 0.6
        left, right = self.layout.dots(self.model.left), self.layout.dots(self.model.right)
        self._cells(right - left, RIGHT, self._colour("right", share))
        self._cells(left - right, LEFT, self._colour("left", share))
        self._cells(left & right, BOTH, self._colour("left", share))

    def _cells(self, cells: Iterable[tuple[int, int]], marker: str, colour: Colour) -> None:
        """Put the one-cell `marker` in each of `cells`."""
        put(self.plot, cells, marker, colour)

    def _lines(self) -> None:
        share = 0.6 if self.model.days <= LINED_UP_TO else 1.0
        self._line(self.model.right, DOTTED, self._colour("right", share))
        self._line(self.model.left, SOLID, self._colour("left", share))

    def _line(self, series: Series, cell: Cell, colour: Colour) -> None:
        for run in series.runs:
            xs, ys = zip(*self._fine(run, cell), strict=True)
            width, height = self.layout.columns, self.layout.rows
            self.plot.draw(
                [(width - 1) * x / (width * cell.across - 1) for x in xs],
                [(height - 1) * y / (height * cell.up - 1) for y in ys],
                marker=cell.marker,
                color=colour,
                lines=True,
            )

    def _fine(self, run: Sequence[Mark], cell: Cell) -> Iterator[tuple[int, int]]:
        """The fine column and row of each of the fine columns that `run` passes: no more points than can be seen."""
        points = [
            (
                (self.layout.scale.place(mark.day) + 0.5) * cell.across,
                (self.layout.height_of(mark.value) + 0.5) * cell.up,
            )
            for mark in run
        ]
        yield floor(points[0][0]), floor(points[0][1])
        for (x0, y0), (x1, y1) in pairwise(points):
            for x in range(floor(x0) + 1, floor(x1) + 1):
                yield x, floor(y0 + (y1 - y0) * min(1, (x + 0.5 - x0) / (x1 - x0)))

    def _lanes(self) -> None:
        for place, (row, _, lane) in enumerate(self.layout.lanes):
            signs = lane_signs(lane, self.layout.scale)
            for sign in sorted(set(signs.values())):
                colour = self._colour("axis", 0.6) if sign == NONE else self._lane_colour(place)
                self._cells(((column, row) for column, each in signs.items() if each == sign), sign, colour)

    # -- what plotext does not do -------------------------------------------------------------------------------

    def _finish(self) -> None:
        matrix, layout = self.plot.matrix, self.layout
        colour = self._colour("axis")
        for tick in self.ticks:
            matrix.add_horizontal_string(layout.gutter + tick.left, 0, tick.label, colour)
        for place, (row, label, _) in enumerate(layout.lanes):
            matrix.add_horizontal_string(
                layout.gutter - 1 - len(label), row + AXIS_ROWS, label, self._lane_colour(place)
            )
        if self.model.empty:
            words = f"No ratings in these {self.model.days} days"
            left = layout.gutter + max(0, (layout.columns - len(words)) // 2)
            matrix.add_horizontal_string(left, layout.row(5) + AXIS_ROWS, words[: layout.columns], colour)
        if self.cursor is not None:
            matrix.insert_element(layout.gutter + self.cursor, 1, CARET, colour)
        if self.palette and self.palette.background:
            ground = blend(self.palette.rest, self.palette.background, 0.2)
            for column, row in self._rest_cells():
                matrix.set_background(layout.gutter + column, row + AXIS_ROWS, ground)
