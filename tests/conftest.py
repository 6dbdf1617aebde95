"""What every test may use: a clock that stands still, and builders of entries."""

from datetime import UTC, datetime, timedelta

import pytest

from journal.clock import Clock


class FakeClock(Clock):
    """A clock that moves only when told."""

    def __init__(self, start: datetime) -> None:
        self._moment = start
        super().__init__(read=lambda: self._moment, zone=start.tzinfo or UTC, zone_name="")

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def advance(self, **by: float) -> None:
        """Move on by a timedelta given as keywords (hours=2)."""
        self._moment += timedelta(**by)

    def set(self, moment: datetime) -> None:
        """Stand at `moment`, which carries its offset."""
        self._moment = moment


@pytest.fixture
def clock() -> FakeClock:
    """Monday 23 November 2026, 07:30 UTC."""
    return FakeClock(datetime(2026, 11, 23, 7, 30, tzinfo=UTC))


