"""Fixtures that every test may use."""

from datetime import UTC, datetime

import pytest

from tests.support import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    """Monday 23 November 2026, 07:30 UTC."""
    return FakeClock(datetime(2026, 11, 23, 7, 30, tzinfo=UTC))
