"""The sample journal ends now, on the runner's own clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from journal.demo import demo_entries
from tests.support import FakeClock


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Berlin", "Asia/Tokyo"])
@pytest.mark.parametrize("wall", ["04:01", "07:20", "23:30"])
def test_nothing_is_told_from_after_now(zone: str, wall: str) -> None:
    clock = FakeClock(datetime.fromisoformat(f"2026-11-23T{wall}:00").replace(tzinfo=ZoneInfo(zone)))
    last = demo_entries(clock.today(), clock=clock)[-1]
    assert last.at <= clock.now()
    assert last.at.utcoffset() == clock.now().utcoffset()
    assert (clock.today() - last.day).days == (1 if wall == "04:01" else 0)


def test_the_mornings_are_those_of_the_runners_zone() -> None:
    tokyo = FakeClock(datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Asia/Tokyo")))
    told = demo_entries(tokyo.today(), clock=tokyo)
    assert [each.at.time() for each in told] == [each.at.time() for each in demo_entries(tokyo.today())]
