"""How the forecasts of finished spells did: each is made again from what was known on the day, and held or missed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor

from journal.analysis.forecast import LAST, PRIOR_DAYS, make_pool
from journal.analysis.rows import Place, Row
from journal.analysis.spells import Spell, logged_days, spells
from journal.model import Entry

ASKED_ON = 3
"""The day of a spell (1 is its first) whose range is judged; of a shorter spell the last day before its end."""


@dataclass(frozen=True, kw_only=True)
class PastForecast:
    """A finished spell of `length` days and the range that was said on `asked`, in days since `began`."""

    began: date
    length: int
    asked: date
    low: int
    high: int

    @property
    def ended(self) -> date:
        """The first day well again."""
        return self.began + timedelta(days=self.length)

    @property
    def held(self) -> bool:
        """True when the end came within the range."""
        return self.low <= self.length <= self.high


def track_record(
    entries: Sequence[Entry], rows: Sequence[Row], place: Place, prior_days: float = PRIOR_DAYS
) -> tuple[PastForecast, ...]:
    """One judged forecast for each finished spell of a place, oldest first; entries and rows by time.

    A spell without a rating before its end, or with a single day, had no forecast.
    """
    finished, _ = spells(logged_days(entries, rows, place))
    return tuple(_judged(finished, prior_days))


def _judged(finished: Sequence[Spell], prior_days: float) -> Iterator[PastForecast]:
    for number, spell in enumerate(finished):
        first = spell.days[0].ordinal
        known = [day for day in spell.days if day.ordinal - first < min(ASKED_ON, spell.length or 0)]
        if spell.length is None or not any(day.score is not None for day in known):
            continue
        passed = known[-1].ordinal - first
        pool = make_pool(finished[:number][-LAST:], Spell(known), prior_days)
        yield PastForecast(
            began=date.fromordinal(first),
            length=spell.length,
            asked=date.fromordinal(known[-1].ordinal),
            low=passed + floor(pool.quantile(0.05)),
            high=passed + ceil(pool.quantile(0.95)),
        )
