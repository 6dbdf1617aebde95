"""The journal day and the wall clock."""

import time as system_time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.clock import Clock, fixed, journal_day

BERLIN = ZoneInfo("Europe/Berlin")


def berlin(moment: datetime) -> Clock:
    return Clock(read=lambda: moment, zone=BERLIN, zone_name="Europe/Berlin")


@pytest.mark.parametrize(
    ("wall", "day"),
    [("00:00", 22), ("03:59", 22), ("04:00", 23), ("23:59", 23)],
)
def test_the_day_starts_at_four(wall: str, day: int) -> None:
    assert journal_day(datetime.fromisoformat(f"2026-11-23T{wall}:00+01:00")) == date(2026, 11, day)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.times(), st.integers(-12, 14))
def test_the_day_depends_on_the_wall_clock_alone(day: date, wall: time, hours: int) -> None:
    here = datetime.combine(day, wall, tzinfo=timezone(timedelta(hours=hours)))
    assert journal_day(here) == journal_day(datetime.combine(day, wall, tzinfo=UTC))


def test_now_has_a_plain_offset() -> None:
    now = berlin(datetime(2026, 7, 1, 12, 0, 0, 999, tzinfo=UTC)).now()
    assert now.isoformat() == "2026-07-01T14:00:00+02:00"
    assert isinstance(now.tzinfo, timezone)


@pytest.fixture(params=["given", "system"])
def in_berlin(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """A clock whose zone is given, and one in the zone of the computer."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    system_time.tzset()
    clock = berlin(datetime(2026, 11, 23, tzinfo=UTC))
    yield clock if request.param == "given" else replace(clock, zone=None)
    monkeypatch.undo()
    system_time.tzset()


def test_a_time_left_out_by_the_clock_change_is_moved_on(in_berlin: Clock) -> None:
    clock = in_berlin
    assert clock.at(date(2026, 3, 29), time(2, 30)).isoformat() == "2026-03-29T03:30:00+02:00"


def test_of_a_time_that_comes_twice_the_first_is_meant(in_berlin: Clock) -> None:
    at = in_berlin.at(date(2026, 10, 25), time(2, 30))
    assert at.isoformat() == "2026-10-25T02:30:00+02:00"
    assert in_berlin.comes_twice(at)
    assert not in_berlin.comes_twice(at + timedelta(hours=1))
    assert not in_berlin.comes_twice(in_berlin.at(date(2026, 3, 29), time(2, 30)))


def test_small_hours_of_a_journal_day_fall_on_the_next_date() -> None:
    clock = berlin(datetime(2026, 11, 23, tzinfo=UTC))
    assert clock.at_in_day(date(2026, 11, 22), time(1, 30)).isoformat() == "2026-11-23T01:30:00+01:00"
    assert journal_day(clock.at_in_day(date(2026, 11, 22), time(3, 59))) == date(2026, 11, 22)


def test_a_moment_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        fixed(datetime(2026, 1, 1))  # noqa: DTZ001 - the case
