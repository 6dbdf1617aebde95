"""Days as columns: where a day stands, which day stands there, and the dates written beneath."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import floor
from typing import NamedTuple

from journal.dates import STANDARD, day_words

MONTHLY_FROM = 150
"""Ranges of at least this many days are dated by months."""

CLEARANCE = 3
"""The empty cells between two dates."""

SHORTEST = len("9 Nov")


@dataclass(frozen=True)
class DayScale:
    """The days start..end (both included) on `columns` columns, numbered from 0, with a margin where there is room."""

    start: date
    end: date
    columns: int

    @property
    def days(self) -> int:
        """How many days there are, at least 1."""
        return max(1, (self.end - self.start).days + 1)

    @property
    def margin(self) -> int:
        """The columns kept free at each side."""
        return 1 if self.columns >= 24 else 0

    @property
    def shared(self) -> bool:
        """True when several days have to share a column."""
        return self.days > self.columns - 2 * self.margin

    def place(self, day: date) -> float:
        """Where `day` stands, as a column with its fraction; a single day stands at the right edge."""
        last = self.columns - 1 - self.margin
        if self.days == 1:
            return last
        return self.margin + (last - self.margin) * (day - self.start).days / (self.days - 1)

    def column(self, day: date) -> int:
        """The column in which `day` stands."""
        return floor(self.place(day) + 0.5)

    def day_at(self, column: int) -> date:
        """The day that stands in or nearest to `column`."""
        width = self.columns - 1 - 2 * self.margin
        index = round((column - self.margin) * (self.days - 1) / width) if width > 0 else 0
        return self.start + timedelta(days=min(max(index, 0), self.days - 1))


class Tick(NamedTuple):
    """A date beneath the chart: its column, and the label with the column where it begins."""

    column: int
    left: int
    label: str

    @property
    def right(self) -> int:
        """The column after the label."""
        return self.left + len(self.label)


def nice_ticks(start: date, end: date, width: int, form: str = STANDARD) -> tuple[Tick, ...]:
    """The dates to write under the days start..end on `width` columns, oldest first, never closer than CLEARANCE.

    Short ranges count days or weeks back from `end`; long ones name months, January with its year. Labels stay
    within the width, even that of the last day. Days are written in `form`. None fits when `width` is too small.
    """
    scale = DayScale(start, end, width)
    for dated in _choices(scale, form):
        ticks = [_tick(scale, day, label) for day, label in dated]
        if ticks and ticks[0].left >= 0 and _clear(ticks):
            return tuple(ticks)
    return ()


def _tick(scale: DayScale, day: date, label: str) -> Tick:
    column = scale.column(day)
    left = max(0, column - len(label) // 2)
    return Tick(column, min(left, scale.columns - len(label)), label)


def _clear(ticks: Sequence[Tick]) -> bool:
    return all(after.left - before.right >= CLEARANCE for before, after in pairwise(ticks))


def _choices(scale: DayScale, form: str) -> Iterator[list[tuple[date, str]]]:
    """The ways to date a range, the densest first."""
    if scale.days >= MONTHLY_FROM:
        step = 1
        while step <= 12 * (scale.end.year - scale.start.year + 1):
            yield _months(scale, step)
            step = {1: 2, 2: 3, 3: 6}.get(step, step * 2)
    step = 1
    while step < scale.days:
        if _room(scale, step):
            yield _days(scale, step, form)
        step = {2: 3, 3: 7}.get(step, step * 2)
    yield _days(scale, scale.days, form)


def _room(scale: DayScale, step: int) -> bool:
    """True when every `step`-th day might have room for its date: most ways to date ten years need no trying."""
    dates = -(-scale.days // step)
    return dates * (SHORTEST + CLEARANCE) - CLEARANCE <= scale.columns


def _months(scale: DayScale, step: int) -> list[tuple[date, str]]:
    """The first of every `step`-th month, counted so that a January is among them."""
    first = scale.start.year * 12 + scale.start.month - (scale.start.day == 1)
    last = scale.end.year * 12 + scale.end.month - 1
    months = (date(count // 12, count % 12 + 1, 1) for count in range(-(-first // step) * step, last + 1, step))
    return [(day, f"{day:%b '%y}" if day.month == 1 else f"{day:%b}") for day in months]


def _days(scale: DayScale, step: int, form: str) -> list[tuple[date, str]]:
    """Every `step`-th day back from the last."""
    back = (scale.end - timedelta(days=days) for days in range(0, scale.days, step))
    return [(day, day_words(day, form, weekday=False)) for day in back][::-1]
