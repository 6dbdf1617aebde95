"""Ratings and exposures as numbers per journal day: the figures a chart is drawn from. Pure, without numpy.

Missing, zero and "same as yesterday" stay three things: a day without a rating has no point, a zero is a point at
zero, and a repeated score is a point because it was recorded; nothing is ever carried forward.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from journal.model import Entry, Episode, Run

WEEK = 7


class Mark(NamedTuple):
    """A value on a day."""

    day: date
    value: float


class DayPoint(NamedTuple):
    """The ratings of one journal day: the highest, lowest, mean and last of the `n` (at least 1) there were.

    A row of the store's daily query makes one: `DayPoint(*row)`.
    """

    day: date
    high: int
    low: int
    mean: float
    last: int
    n: int


class Exposure(NamedTuple):
    """What was logged of a trigger on one day, in its unit. 0: asked, none. None: it happened, how much is unknown."""

    day: date
    amount: float | None


class Band(NamedTuple):
    """A stretch of days, both ends included."""

    first: date
    last: date


def exposure(day: date, total: float | None, unknown: int) -> Exposure:
    """A day with `total` of what is known and `unknown` entries without an amount.

    Unknown amounts add nothing to known ones; without a known one above 0 the day's amount is unknown.
    """
    return Exposure(day, None if unknown and not total else total)


def rest_bands(entries: Iterable[Entry]) -> tuple[Band, ...]:
    """The days of rest of each episode, oldest first, where they overlap joined.

    They begin with the episode and last until it ended, or else as long as was planned, but never beyond the day
    before the next run: who runs is not resting.
    """
    entries = tuple(entries)
    runs = sorted(entry.day for entry in entries if isinstance(entry, Run))
    bands = sorted(_rest(entry, runs) for entry in entries if isinstance(entry, Episode))
    joined: list[Band] = []
    for band in bands:
        if band.last < band.first:
            continue
        if joined and band.first <= joined[-1].last:
            joined[-1] = Band(joined[-1].first, max(joined[-1].last, band.last))
        else:
            joined.append(band)
    return tuple(joined)


def _rest(episode: Episode, runs: Sequence[date]) -> Band:
    last = episode.ended_on or episode.day + timedelta(days=episode.rest_days - 1)
    run = next((day for day in runs if day > episode.day), None)
    return Band(episode.day, min(last, run - timedelta(days=1)) if run else last)


def ewma(points: Sequence[Mark], half_life: float) -> tuple[Mark, ...]:
    """The exponentially weighted mean up to each of `points` (oldest first, no day twice): a drawing, not a test.

    A value counts 0.5 ** (age / half_life), its age in elapsed calendar days, so that unrated days make older
    values count less.
    """
    smooth = []
    total = weight = 0.0
    for previous, point in zip((None, *points), points, strict=False):
        kept = 0.5 ** ((point.day - previous.day).days / half_life) if previous else 0.0
        total = total * kept + point.value
        weight = weight * kept + 1
        smooth.append(Mark(point.day, total / weight))
    return tuple(smooth)


def runs(points: Sequence[Mark], max_gap: int) -> tuple[tuple[Mark, ...], ...]:
    """`points` (oldest first) cut wherever two neighbours are more than `max_gap` days apart."""
    cut: list[list[Mark]] = []
    for point in points:
        if cut and (point.day - cut[-1][-1].day).days <= max_gap:
            cut[-1].append(point)
        else:
            cut.append([point])
    return tuple(map(tuple, cut))


def weekly_medians(points: Sequence[Mark], end: date) -> tuple[Mark, ...]:
    """The median of each seven days counted back from `end`, in the middle of the week it stands for.

    Weeks without a point have none.
    """
    weeks = groupby(points, key=lambda point: (end - point.day).days // WEEK)
    return tuple(
        Mark(end - timedelta(days=week * WEEK + WEEK // 2), _median([point.value for point in group]))
        for week, group in weeks
    )


def _median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
