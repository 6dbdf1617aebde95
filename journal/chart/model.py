"""What a trend chart shows, before anybody knows how large it will be drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from unicodedata import combining, east_asian_width

from journal.analysis.series import Band, DayPoint, Exposure, Mark, ewma, runs, weekly_medians
from journal.chart.scale import MONTHLY_FROM
from journal.dates import STANDARD
from journal.model import Measure
from journal.visible import visible

RANGES = (14, 30, 90, 365)
"""The ranges a runner steps through, in days."""

HALF_LIFE = 4.0
LONG_HALF_LIFE = 10.0
GAP = 3
LONG_GAP = 8
"""A line is cut where this many days or fewer do not bridge to the next rating (app defaults, as the half-lives)."""

WARM_UP = 60
"""Days before the range that still weigh on the line: worth reading, so that it does not depend on the range."""

MOST_LANES = 3


@dataclass(frozen=True, kw_only=True)
class Series:
    """One side in the range: the rated `days`, the `dots` to draw, and the `runs` of the smoothed line."""

    days: tuple[DayPoint, ...] = ()
    dots: tuple[Mark, ...] = ()
    runs: tuple[tuple[Mark, ...], ...] = ()

    @cached_property
    def by_day(self) -> dict[date, DayPoint]:
        """The ratings of each rated day."""
        return {point.day: point for point in self.days}


@dataclass(frozen=True, kw_only=True)
class Lane:
    """A trigger's row beneath the chart. Amounts are in `unit`; `letter` is its sign, given by `build_model`."""

    name: str
    unit: str
    days: tuple[Exposure, ...]
    letter: str = ""

    @property
    def most(self) -> float:
        """The largest amount of a day, 0 when none is known."""
        return max((exposure.amount or 0 for exposure in self.days), default=0)

    @cached_property
    def by_day(self) -> dict[date, Exposure]:
        """What was logged on each day that something was."""
        return {exposure.day: exposure for exposure in self.days}


@dataclass(frozen=True, kw_only=True)
class TrendModel:
    """A chart of the journal days start..end, both included. `half_life` is the smoothing's, in days.

    `today` is the day on which it is looked at. `weekly` is True where the dots are medians of weeks, False where they
    are means of days. Days are written in `date_format`.
    """

    site: str
    measure: Measure | None
    start: date
    end: date
    today: date
    left: Series
    right: Series
    lanes: tuple[Lane, ...]
    rest: tuple[Band, ...]
    half_life: float
    weekly: bool
    date_format: str = STANDARD

    @property
    def days(self) -> int:
        """How many days are shown."""
        return (self.end - self.start).days + 1

    @property
    def empty(self) -> bool:
        """True when no day of the range was rated."""
        return not self.left.days and not self.right.days


def build_model(
    *,
    site: str,
    left: Iterable[DayPoint] = (),
    right: Iterable[DayPoint] = (),
    lanes: Iterable[Lane] = (),
    rest: Iterable[Band] = (),
    days: int,
    today: date,
    end: date | None = None,
    measure: Measure | None = None,
    date_format: str = STANDARD,
) -> TrendModel:
    """The chart of the `days` (at least 1) journal days up to and with `end`: `today`, unless an earlier one is given.

    `site` is the name to show. The points, the rows of a daily query, come in any order; those of the WARM_UP days
    before the range shape the smoothed line and are not shown. Of the lanes the first MOST_LANES are shown.
    """
    if days < 1:
        raise ValueError(f"a chart of {days} days has nothing to show")
    last = end or today
    start = last - timedelta(days=days - 1)
    long = days >= MONTHLY_FROM
    half_life = LONG_HALF_LIFE if long else HALF_LIFE

    def series(points: Iterable[DayPoint]) -> Series:
        known = sorted(point for point in points if point.day <= last)
        means = [Mark(point.day, point.mean) for point in known]
        dots = weekly_medians(means, last) if long else means
        smooth = [mark for mark in ewma(means, half_life) if mark.day >= start]
        return Series(
            days=tuple(point for point in known if point.day >= start),
            dots=tuple(mark for mark in dots if mark.day >= start),
            runs=runs(smooth, LONG_GAP if long else GAP),
        )

    shown = [
        replace(lane, name=visible(lane.name), days=_within(lane.days, start, last))
        for lane in islice(lanes, MOST_LANES)
    ]
    return TrendModel(
        site=visible(site),
        measure=measure,
        start=start,
        end=last,
        today=today,
        left=series(left),
        right=series(right),
        lanes=_lettered(shown),
        rest=tuple(
            Band(max(band.first, start), min(band.last, last))
            for band in rest
            if band.first <= last and band.last >= start and band.first <= band.last
        ),
        half_life=half_life,
        weekly=long,
        date_format=date_format,
    )


def _within(exposures: Iterable[Exposure], start: date, end: date) -> tuple[Exposure, ...]:
    return tuple(sorted((each for each in exposures if start <= each.day <= end), key=lambda each: each.day))


def _lettered(lanes: Sequence[Lane]) -> tuple[Lane, ...]:
    """Each lane with a letter of its name that no lane before it has, else its number."""
    taken: set[str] = set()
    lettered = []
    for number, lane in enumerate(lanes, start=1):
        letters = (letter for letter in lane.name.upper() if letter.isalpha() and is_narrow(letter))
        letter = next((letter for letter in letters if letter not in taken), str(number))
        taken.add(letter)
        lettered.append(replace(lane, letter=letter))
    return tuple(lettered)


def is_narrow(text: str) -> bool:
    """True when every character of `text` fills exactly one cell of a terminal."""
    return text.isprintable() and not any(combining(each) or east_asian_width(each) in "WF" for each in text)
