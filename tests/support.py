"""What tests build with: a clock that stands still and short ways to make entries."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from journal.clock import Clock
from journal.model import Function, Rating, Side

MONDAY = date(2026, 11, 23)
"""Today in tests that do not say otherwise."""


class FakeClock(Clock):
    """A clock that moves only when told."""

    def __init__(self, start: datetime) -> None:
        self._moment = start
        super().__init__(read=lambda: self._moment, zone=start.tzinfo or UTC, ticks=self._ticks)

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def _ticks(self) -> float:
        return self._moment.timestamp()

    def advance(self, **by: float) -> None:
        """Move on by a timedelta given as keywords (hours=2)."""
        self._moment += timedelta(**by)

    def set(self, moment: datetime) -> None:
        """Stand at `moment`, which carries its offset."""
        self._moment = moment


def moment(day: date, wall: str = "07:30") -> datetime:
    """`wall` ("HH:MM") on `day`, in UTC."""
    return datetime.combine(day, time.fromisoformat(wall), tzinfo=UTC)


def rating(
    day: date, score: int, wall: str = "07:30", site: str = "upper_outer_calf", side: Side = "left", **more: Any
) -> Rating:
    """A rating of the main site."""
    return Rating(at=moment(day, wall), site=site, side=side, score=score, **more)


def function(day: date, percent: int, wall: str = "20:00", **more: Any) -> Function:
    """A percent-of-normal entry."""
    return Function(at=moment(day, wall), percent=percent, **more)
