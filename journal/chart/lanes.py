"""The rows of triggers beneath the scores: what names a lane, and what stands in each of its columns."""

from collections.abc import Sequence
from math import ceil

from journal.chart.model import Lane, is_narrow
from journal.chart.scale import DayScale

NONE, UNKNOWN = "·", "?"
BARS = "▁▂▃▄▅▆▇█"

NAMED_FROM = 56
"""The width from which lanes are named at the axis; below it their letter has to do."""

LONGEST_NAME = 8


def lane_label(lane: Lane, width: int) -> str:
    """What names a lane at the axis of a chart `width` cells wide: the first word of its name, or its letter."""
    first = next(iter(lane.name.split()), "")
    return first if width >= NAMED_FROM and 0 < len(first) <= LONGEST_NAME and is_narrow(first) else lane.letter


def lane_signs(lane: Lane, scale: DayScale) -> dict[int, str]:
    """The sign in each column in which something was logged.

    Where every day has a column of its own that is the lane's letter. Where days share columns it is a bar for the
    largest amount of a day (a sum would grow with the number of days in a column), full for the largest of all.
    NONE stands where only zeros were logged, UNKNOWN where a bar's height is not known.
    """
    amounts: dict[int, list[float | None]] = {}
    for day, amount in lane.days:
        amounts.setdefault(scale.column(day), []).append(amount)
    return {column: _sign(lane, each, scale.shared) for column, each in amounts.items()}


def _sign(lane: Lane, amounts: Sequence[float | None], shared: bool) -> str:
    largest = max(amount or 0 for amount in amounts)
    if shared and largest:
        return BARS[ceil(largest / lane.most * len(BARS)) - 1]
    if largest or None in amounts:
        return UNKNOWN if shared else lane.letter
    return NONE
