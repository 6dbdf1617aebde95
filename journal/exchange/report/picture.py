"""The trend as an inline SVG: no script, no font, no address; left and right differ by form, not by colour alone."""

from collections.abc import Iterator
from datetime import date
from html import escape

from journal.chart.model import Series, TrendModel
from journal.chart.scale import DayScale, nice_ticks
from journal.dates import day_words
from journal.visible import visible

WIDTH, HEIGHT = 680, 190
LEFT, RIGHT, TOP, BOTTOM = 24, 8, 8, 36
CHARACTER = 7
"""About how wide a letter of a label is."""
BAND, RADIUS = 6, 2.6


def to_svg(model: TrendModel) -> str:
    """The chart as one SVG element."""
    parts = "".join((*_grid(model), *_rest(model), *_side(model, model.left, "l"), *_side(model, model.right, "r")))
    first, last = (day_words(day, model.date_format, weekday=False, year=True) for day in (model.start, model.end))
    told = escape(visible(f"Ratings of the {model.site} from {first} to {last}"))
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{told}">{parts}</svg>'


def _x(model: TrendModel, day: date) -> float:
    across = WIDTH - LEFT - RIGHT
    return round(LEFT + across * ((day - model.start).days + 0.5) / model.days, 1)


def _y(score: float) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - score / 10), 1)


def _grid(model: TrendModel) -> Iterator[str]:
    for score in (0, 2, 4, 6, 8, 10):
        y = _y(score)
        yield f'<path class="g" d="M{LEFT} {y}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4}" class="n">{score}</text>'
    columns = (WIDTH - LEFT - RIGHT) // CHARACTER
    scale = DayScale(model.start, model.end, columns)
    for tick in nice_ticks(model.start, model.end, columns, model.date_format):
        half = CHARACTER * len(tick.label) / 2
        x = min(_x(model, scale.day_at(tick.column)), WIDTH - half)
        yield f'<text x="{x:g}" y="{HEIGHT - 4}" class="d">{escape(tick.label)}</text>'


def _rest(model: TrendModel) -> Iterator[str]:
    """The days planned or kept without running, as a bar beneath."""
    for band in model.rest:
        half = (WIDTH - LEFT - RIGHT) / model.days / 2
        first, last = _x(model, band.first) - half, _x(model, band.last) + half
        yield f'<rect class="b" x="{first:.1f}" y="{_y(0) + 6}" width="{last - first:.1f}" height="{BAND}"/>'


def _side(model: TrendModel, series: Series, name: str) -> Iterator[str]:
    for run in series.runs:
        points = " ".join(f"{_x(model, mark.day)},{_y(mark.value)}" for mark in run)
        yield f'<polyline class="{name}" points="{points}"/>'
    for dot in series.dots:
        yield f'<circle class="{name}" cx="{_x(model, dot.day)}" cy="{_y(dot.value)}" r="{RADIUS}"/>'
