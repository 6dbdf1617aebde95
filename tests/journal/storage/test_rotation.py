"""Which backups stay."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.clock import journal_day
from journal.storage.rotation import WHOLE, kept
from tests.support import MONDAY, moment

NOW = moment(MONDAY, "21:00")
MINUTES = st.integers(0, 3 * 365 * 24 * 60).map(lambda each: NOW - timedelta(minutes=each))
MOMENTS = st.sets(MINUTES, max_size=80)


def days_ago(*days: float) -> set[datetime]:
    return {NOW - timedelta(days=each) for each in days}


def test_all_of_two_days_stay_however_many() -> None:
    hourly = {NOW - timedelta(hours=each) for each in range(48)}
    assert kept(hourly, NOW) == hourly


def test_then_the_newest_of_each_of_seven_days() -> None:
    twice_a_day = days_ago(*(day + part for day in range(2, 30) for part in (0, 0.1)))
    stay = kept(twice_a_day, NOW)
    assert days_ago(*range(2, 9)) <= stay
    assert not days_ago(*(each + 0.1 for each in range(2, 9))) & stay


def test_then_four_weeks_and_twelve_months() -> None:
    daily = days_ago(*range(800))
    stay = sorted(kept(daily, NOW), reverse=True)
    assert [(NOW - each).days for each in stay[:9]] == list(range(9))
    sundays = ["2026-11-08", "2026-11-01", "2026-10-25", "2026-10-18"]
    month_ends = [
        *("2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31", "2026-04-30"),
        *("2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31", "2025-11-30"),
    ]
    assert {f"{each:%Y-%m-%d}" for each in stay[9:]} == {*sundays, *month_ends}


def test_a_long_pause_takes_nothing_away() -> None:
    long_ago = days_ago(*range(300, 307))
    assert kept(long_ago, NOW) == long_ago


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=900)))
def test_what_always_holds(made: set[datetime], earlier: timedelta) -> None:
    now = NOW - earlier
    stay = kept(made, now)
    recent = {each for each in made if each > now - WHOLE}
    assert recent <= stay <= made
    assert len(stay - recent) <= 7 + 4 + 12
    assert kept(stay, now) == stay
    if made:
        assert max(made) in stay


@given(MOMENTS, MINUTES)
def test_each_of_the_last_days_weeks_and_months_that_had_one_still_has_one(made: set[datetime], now: datetime) -> None:
    stay = kept({each for each in made if each <= now}, now)
    for each in made:
        if each <= now and (journal_day(now) - journal_day(each)).days <= 7:
            assert any(journal_day(other) == journal_day(each) for other in stay)
        if each <= now and (now - each).days <= 27:
            assert any(journal_day(other).isocalendar()[:2] == journal_day(each).isocalendar()[:2] for other in stay)
        if each <= now and (now - each).days <= 330:
            day = journal_day(each)
            assert any((journal_day(other).year, journal_day(other).month) == (day.year, day.month) for other in stay)


@given(st.sets(st.integers(0, 500), min_size=1, max_size=200))
def test_taking_away_day_by_day_leaves_a_year_of_months(days: set[int]) -> None:
    start = moment(MONDAY)
    there: set[datetime] = set()
    made = [start + timedelta(days=each) for each in sorted(days)]
    for now in made:
        there = kept({*there, now}, now)
    months = {(each.year, each.month) for each in made if (made[-1] - each).days <= 330}
    assert months <= {(each.year, each.month) for each in there}
