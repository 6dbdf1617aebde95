"""One joint fit per site: every trigger at every lag, every technique, the weekday, morning and evening together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from journal.analysis.columns import Frame
from journal.analysis.engine import Array, Fit, fit
from journal.analysis.verdicts import LEAST_RATED_DAYS, LEAST_SPAN

LEAST_DF = 10
"""Rows that must be left over; where they are not, what was exposed on the fewest days is left out."""
LEAST_TOLERANCE = 0.05

Name = tuple[str, str, int]
"""What a column is of: ("trigger" or "massage", its id, the lag; lag 0 of a massage is just after it)."""


@dataclass(frozen=True)
class Column:
    """A column that may be tested, with the rated days on which it is above 0."""

    name: Name
    values: Array
    exposed_days: int


@dataclass(frozen=True)
class Joint:
    """A fit and where each named column is in it."""

    fit: Fit
    places: dict[Name, int]
    exposed: dict[Name, int]

    def effect(self, name: Name) -> float:
        """The coefficient of a column."""
        return float(self.fit.beta[self.places[name]])

    def se(self, name: Name, minus: Name | None = None) -> float:
        """The standard error of a coefficient, or of its difference from another."""
        combination = self.fit.unit(self.places[name])
        if minus is not None:
            combination = combination - self.fit.unit(self.places[minus])
        return self.fit.se(combination)

    def df(self, name: Name) -> float:
        """The degrees of freedom of a column: rows left over, or twice its exposed days where they are fewer."""
        return max(3.0, min(self.fit.df, 2.0 * self.exposed[name] - 2))

    def inseparable(self, name: Name) -> bool:
        """True when the other columns explain this one almost completely."""
        return bool(self.fit.tolerance[self.places[name]] < LEAST_TOLERANCE)

    def most_like(self, name: Name) -> Name | None:
        """The other named column that goes most closely with this one."""
        mine = self.places[name]
        others = [other for other in self.places if other[:2] != name[:2]]
        return max(others, key=lambda each: abs(float(self.fit.alike[mine, self.places[each]])), default=None)


def enough(frame: Frame) -> bool:
    """True when there are enough rated days to fit anything."""
    return frame.span >= LEAST_SPAN and frame.rated_days >= LEAST_RATED_DAYS


def joint_fit(frame: Frame, columns: Sequence[Column]) -> Joint | None:
    """The fit of all `columns` for which there are rows enough; None when nothing can be fitted or nothing varies."""
    if not enough(frame) or not frame.varies:
        return None
    calendar = frame.calendar()
    room = len(frame.rows) - len(calendar) - LEAST_DF
    if room <= 0:
        return None
    chosen = sorted(columns, key=lambda each: (-each.exposed_days, each.name))[:room]
    made = fit(frame.times, frame.scores, np.column_stack([*calendar, *(each.values for each in chosen)]))
    return Joint(
        made,
        {each.name: len(calendar) + i for i, each in enumerate(chosen)},
        {each.name: each.exposed_days for each in chosen},
    )
