"""Figures as rows of cells: label, picture, what is said, verdict, each in its column, for any width."""

from collections.abc import Sequence
from typing import NamedTuple

from journal.chart.figures import ARROW, Figure
from journal.chart.forest import bar, forest

LEAST_PICTURE, MOST_PICTURE = 8, 41
GAP = 2
LEAST_LABEL = 18
SPANS_FROM = 96
"""The width from which intervals are written out too."""


class FigureRow(NamedTuple):
    """The cells of a row, in the order in which they stand; a heading has all of it in `label`."""

    label: str
    picture: str = ""
    said: str = ""
    verdict: str = ""


def rows(figures: Sequence[Figure], width: int) -> tuple[tuple[FigureRow, ...], str]:
    """A row for each figure in at most `width` cells, and the scale of the intervals ("" without any).

    Where it is narrow labels are cut, then pictures are left out: the sentence of a figure has it all.
    """
    said = _said(figures) if width >= SPANS_FROM else [each.said for each in figures]
    plain = [place for place, each in enumerate(figures) if not each.heading]
    label, said_width, verdict = (
        max((len(cells[place]) for place in plain), default=0)
        for cells in ([each.label for each in figures], said, [each.verdict for each in figures])
    )
    taken = said_width + GAP + (verdict + GAP if verdict else 0)
    pictured = any(each.interval or each.share is not None for each in figures)
    room = width - taken - (LEAST_PICTURE + GAP if pictured else 0)
    label = min(label, max(room, LEAST_LABEL))
    picture = min(MOST_PICTURE, width - taken - label - GAP) if pictured else 0
    picture = picture if picture >= LEAST_PICTURE else 0
    drawn = forest([each.interval for each in figures], picture) if picture else ("",) * (len(figures) + 1)
    made = tuple(
        FigureRow(cut(each.label, width))
        if each.heading
        else FigureRow(
            cut(each.label, label).ljust(label),
            bar(each.share, picture) if each.share is not None else drawn[place],
            said[place].rjust(said_width),
            each.verdict.ljust(verdict),
        )
        for place, each in enumerate(figures)
    )
    return made, " " * (label + GAP) + drawn[-1] if picture and any(each.interval for each in figures) else ""


def _said(figures: Sequence[Figure]) -> list[str]:
    """What is said with the interval behind it, each in its column; what has no interval may stand below both."""
    said = max((len(each.said) for each in figures if each.span), default=0)
    span = max((len(each.span) for each in figures), default=0)
    return [f"{each.said:>{said}}  {each.span:>{span}}" if each.span else each.said for each in figures]


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis when it was longer; what follows an arrow is kept."""
    head, arrow, tail = text.partition(ARROW)
    if len(text) <= width or width <= len(arrow + tail):
        return text if len(text) <= width else f"{text[: max(0, width - 1)]}…"
    return f"{head[: width - len(arrow + tail) - 1]}…{arrow}{tail}"
