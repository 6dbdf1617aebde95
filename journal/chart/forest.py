"""A forest plot: a row for each effect, its interval as a line with the estimate on it, all on one scale."""

from collections.abc import Sequence
from math import ceil, floor

from journal.chart.canvas import new_plot, put

LEAST_REACH, MOST_REACH = 1, 4
"""The scale reaches at least and at most so many points to each side; what lies beyond is shown as an arrow."""
LINE, ESTIMATE, NONE, LEFT_OUT, RIGHT_OUT = "─", "●", "┊", "‹", "›"

Interval = tuple[float, float, float]
"""Low end, estimate, high end, in points."""


def forest(rows: Sequence[Interval | None], width: int) -> tuple[str, ...]:
    """A line of `width` (at least 8) cells for each of `rows`, an empty one for None; the last line is the scale."""
    low, high = reach(rows)
    last = width - 1

    def column(value: float) -> int:
        return floor((min(max(value, low), high) - low) / (high - low) * last + 0.5)

    plot = new_plot()
    plot.set_size([width, len(rows) + 1])
    for hide in (plot.set_xaxes, plot.set_yaxes):
        hide(False, False)
    for ticks in (plot.set_xticks, plot.set_yticks):
        ticks([], [])
    plot.set_xlim(0, last)
    plot.set_ylim(0, len(rows))
    drawn = [(len(rows) - place, row) for place, row in enumerate(rows) if row is not None]
    put(plot, ((column(0), height) for height, _ in drawn), NONE)
    put(plot, ((x, height) for height, row in drawn for x in range(column(row[0]), column(row[2]) + 1)), LINE)
    put(plot, ((0, height) for height, row in drawn if row[0] < low), LEFT_OUT)
    put(plot, ((last, height) for height, row in drawn if row[2] > high), RIGHT_OUT)
    put(plot, ((column(row[1]), height) for height, row in drawn if low <= row[1] <= high), ESTIMATE)
    plot.build_plot()
    lines = ["".join(line) for line in reversed(plot.matrix.marker)]
    return (*lines[:-1], _scale(low, high, column(0), width))


def reach(rows: Sequence[Interval | None]) -> tuple[int, int]:
    """The ends of the scale, in whole points."""
    known = [row for row in rows if row is not None]
    low = min((floor(row[0]) for row in known), default=0)
    high = max((ceil(row[2]) for row in known), default=0)
    return max(-MOST_REACH, min(-LEAST_REACH, low)), min(MOST_REACH, max(LEAST_REACH, high))


def _scale(low: int, high: int, zero: int, width: int) -> str:
    left, right = f"−{-low}", f"+{high}"
    cells = list(" " * width)
    for place, text, room in (
        (0, left, zero > len(left)),
        (width - len(right), right, width - len(right) > zero + 1),
        (zero, "0", True),
    ):
        if room:
            cells[place : place + len(text)] = text
    return "".join(cells)


def bar(share: float, width: int) -> str:
    """A bar of `width` cells, `share` (0 to 1) of it full."""
    full = min(width, max(0, floor(share * width + 0.5)))
    return "█" * full + "░" * (width - full)
