"""The rows of a site as arrays, and the columns a fit is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from journal.analysis.engine import Array
from journal.analysis.rows import DOSE_MOST, Doses, Row

WEEKDAYS_SPAN, WEEKEND_SPAN = 56, 21
"""Days from which every weekday has its own level, or the weekend alone."""
MORNING_SHARE = 0.05
SATURDAY = 5


@dataclass(frozen=True)
class Frame:
    """The rows of one site (n of them, by time) as arrays."""

    rows: Sequence[Row]

    @cached_property
    def times(self) -> Array:
        """Days, from the first row on."""
        times = np.array([row.time for row in self.rows])
        return np.asarray(times - times[:1])

    @cached_property
    def scores(self) -> Array:
        """The ratings."""
        return np.array([float(row.score) for row in self.rows])

    @cached_property
    def days(self) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
        """The ordinal of each row's journal day."""
        return np.array([row.day for row in self.rows], dtype=np.int64)

    @cached_property
    def rated(self) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]":
        """True where the row is a rating and not what a massage ended with."""
        return np.array([not row.after for row in self.rows], dtype=np.bool_)

    @cached_property
    def rated_days(self) -> int:
        """How many days have a rating."""
        return len(np.unique(self.days[self.rated]))

    @cached_property
    def span(self) -> int:
        """Days from the first rating to the last, both included."""
        rated = self.days[self.rated]
        return int(rated[-1] - rated[0]) + 1 if len(rated) else 0

    @property
    def level(self) -> float | None:
        """The mean of the ratings."""
        return float(self.scores[self.rated].mean()) if self.rated.any() else None

    @property
    def varies(self) -> bool:
        """True when not all ratings are the same."""
        return bool(np.ptp(self.scores[self.rated]) > 0) if self.rated.any() else False

    @cached_property
    def evenings_only(self) -> bool:
        """True when hardly any rating whose time is known is of a morning."""
        known = [row.morning for row in self.rows if row.timed and not row.after]
        return bool(known) and sum(known) < MORNING_SHARE * len(known)

    def dose(self, doses: Doses, lag: int) -> Array:
        """The dose `lag` days before each row; of the same day only what was over before the rating."""
        if lag == 0:
            return np.array([doses.before(row) for row in self.rows])
        return self.on(doses.daily, lag)

    def on(self, daily: Mapping[int, float], lag: int) -> Array:
        """The value of the day `lag` days before each row's, 0 where there is none."""
        if not len(self.days):
            return np.zeros(0)
        first = int(self.days[0]) - lag
        table = np.zeros(int(self.days[-1]) - first + 1)
        for day, value in daily.items():
            if first <= day < first + len(table):
                table[day - first] = min(value, DOSE_MOST)
        return table[self.days - lag - first]

    def days_with(self, column: Array) -> int:
        """How many rated days have a rating where `column` is above 0."""
        return len(np.unique(self.days[self.rated & (column > 0)]))

    def dose_spread(self, column: Array) -> float:
        """The standard deviation of `column` over the ratings."""
        return float(np.std(column[self.rated])) if self.rated.any() else 0.0

    def calendar(self, weekdays: bool = True) -> list[Array]:
        """The columns every fit has: 1, morning or evening, the weekday."""
        columns = [np.ones(len(self.rows))]
        morning = np.array([float(row.morning) for row in self.rows])
        if MORNING_SHARE <= morning.mean() <= 1 - MORNING_SHARE:
            columns.append(morning - morning.mean())
        day_of_week = (self.days - 1) % 7
        if weekdays and self.span >= WEEKDAYS_SPAN:
            columns += [(day_of_week == day).astype(np.float64) for day in range(1, 7)]
        elif weekdays and self.span >= WEEKEND_SPAN:
            columns.append((day_of_week >= SATURDAY).astype(np.float64))
        return [columns[0], *(column for column in columns[1:] if np.ptp(column) > 0)]
