"""The chart's words: the legend, and a day read aloud. Everything that a picture alone would leave open."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from journal.analysis.series import DayPoint, Exposure
from journal.chart.lanes import BARS, NONE, UNKNOWN, lane_label
from journal.chart.layout import day_scale
from journal.chart.model import Lane, TrendModel
from journal.dates import day_words
from journal.tell import amount

LEFT, RIGHT, BOTH, REST = "●", "○", "◉", "░"
GAP = "  "
"""What stands between two pieces of the legend."""
BETWEEN = " · "
"""What stands between two things that are known of a day."""


class Piece(NamedTuple):
    """A part of the legend. `role` says what colours `sign`: title, left, right, lane-1 to lane-3, rest, plain."""

    sign: str
    words: str
    role: str

    def __str__(self) -> str:
        return f"{self.sign} {self.words}" if self.sign else self.words


def legend(model: TrendModel, width: int) -> tuple[Piece, ...]:
    """What each sign of the chart `width` cells wide means and how its line is smoothed, what matters most first."""
    shared = day_scale(model, width).shared
    amounts = [exposure.amount for lane in model.lanes for exposure in lane.days]
    pieces = [
        Piece("", f"{model.measure} · {model.site}" if model.measure else model.site, "title"),
        Piece(f"{LEFT}━", "left", "left"),
        Piece(f"{RIGHT}┄", "right", "right"),
        Piece("", f"line: {model.half_life:g}-day half-life", "plain"),
        Piece("", f"{model.days} d to {day_words(model.end, model.date_format, weekday=False, year=True)}", "plain"),
        Piece(REST, "rest", "rest") if model.rest else None,
        Piece("", f"dots: {'weekly medians' if model.weekly else 'daily means'}", "plain"),
        Piece(BOTH, "both", "left") if model.left.dots and model.right.dots else None,
        *(_lane(lane, f"lane-{place}", shared, width) for place, lane in enumerate(model.lanes, start=1)),
        Piece(NONE, "none", "plain") if 0 in amounts else None,
        Piece(UNKNOWN, "unknown", "plain") if shared and None in amounts else None,
    ]
    return tuple(piece for piece in pieces if piece)


def _lane(lane: Lane, role: str, shared: bool, width: int) -> Piece | None:
    label = lane_label(lane, width)
    if not shared or not lane.most:
        return Piece(lane.letter, lane.name, role) if label != lane.name else None  # else the axis says it
    named = label != lane.letter
    return Piece(
        BARS[-1] if named else f"{lane.letter} {BARS[-1]}", f"{lane.name} {amount(lane.most, lane.unit)}", role
    )


def wrap(pieces: Iterable[Piece], width: int) -> list[list[Piece]]:
    """`pieces` in lines of at most `width` cells, a GAP between two, each on the first line that has room for it."""
    lines: list[list[Piece]] = []
    room: list[int] = []
    for piece in pieces:
        needed = len(str(piece)) + len(GAP)
        line = next((line for line, cells in enumerate(room) if cells >= needed), len(lines))
        if line == len(lines):
            lines.append([])
            room.append(width + len(GAP))
        lines[line].append(piece)
        room[line] -= needed
    return lines


def legend_text(model: TrendModel, width: int) -> str:
    """The legend of the chart `width` cells wide, as lines of plain text."""
    return "\n".join(GAP.join(map(str, line)) for line in wrap(legend(model, width), width))


def reading_lines(model: TrendModel, day: date, width: int) -> list[str]:
    """What is known of `day`, in lines of `width` cells: the ratings of both sides, what was logged, rest.

    A piece that is longer than a line has one of its own.
    """
    lines: list[str] = []
    for piece in _known(model, day):
        if lines and len(lines[-1]) + len(BETWEEN) + len(piece) <= width:
            lines[-1] += f"{BETWEEN}{piece}"
        else:
            lines.append(f"  {piece}" if lines else piece)
    return lines


def reading_height(model: TrendModel, width: int) -> int:
    """The lines of `width` cells in which every day of the chart can be read."""
    days = {*model.left.by_day, *model.right.by_day, *(day for lane in model.lanes for day in lane.by_day)}
    return max((len(reading_lines(model, day, width)) for day in days), default=1)


def _known(model: TrendModel, day: date) -> Iterator[str]:
    yield f"{day_words(day, model.date_format)}: {_rated('left', model.left.by_day.get(day))}"
    yield _rated("right", model.right.by_day.get(day))
    yield from (_logged(lane, lane.by_day[day]) for lane in model.lanes if day in lane.by_day)
    if any(band.first <= day <= band.last for band in model.rest):
        yield "rest"


def _rated(side: str, point: DayPoint | None) -> str:
    if point is None:
        return f"{side} not rated"
    if point.n == 1:
        return f"{side} {point.last}"
    return f"{side} {number(point.mean)} (mean of {point.n}: {point.low} to {point.high}, last {point.last})"


def _logged(lane: Lane, exposure: Exposure) -> str:
    return f"{lane.name} {amount(exposure.amount, lane.unit) or 'yes'}"


def number(value: float) -> str:
    """A mean with one decimal, a whole number with none."""
    return f"{value:.1f}".removesuffix(".0")
