"""Days as columns and the dates beneath them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.chart.scale import CLEARANCE, DayScale, nice_ticks
from tests.support import MONDAY

ends = st.dates(date(2000, 1, 1), date(2150, 1, 1))
lengths = st.one_of(st.sampled_from([14, 30, 90, 365]), st.integers(1, 20_000))
widths = st.integers(1, 220)


def labels(days: int, width: int, end: date = MONDAY) -> list[str]:
    return [tick.label for tick in nice_ticks(end - timedelta(days=days - 1), end, width)]


@given(ends, lengths, widths)
def test_dates_never_come_near_each_other_nor_leave_the_chart(end: date, days: int, width: int) -> None:
    ticks = nice_ticks(end - timedelta(days=days - 1), end, width)
    assert all(after.left - before.right >= CLEARANCE for before, after in pairwise(ticks))
    assert all(tick.left >= 0 and tick.right <= width for tick in ticks)
    assert all(tick.left <= tick.column <= tick.right for tick in ticks)
    assert ticks or width < len("23 Nov")


@given(ends, st.integers(1, 149), st.integers(6, 220))
def test_short_ranges_count_back_from_the_last_day(end: date, days: int, width: int) -> None:
    scale = DayScale(end - timedelta(days=days - 1), end, width)
    ticks = nice_ticks(scale.start, end, width)
    assert ticks[-1].label == f"{end.day} {end:%b}"
    assert ticks[-1].column == scale.column(end)


@given(ends, lengths, st.integers(2, 220))
def test_days_stand_in_order_within_the_margins(end: date, days: int, width: int) -> None:
    scale = DayScale(end - timedelta(days=days - 1), end, width)
    columns = [scale.column(scale.start + timedelta(days=each)) for each in range(0, days, max(1, days // 50))]
    assert columns == sorted(columns)
    assert columns[0] >= scale.margin
    assert scale.column(end) == width - 1 - scale.margin


@given(ends, st.integers(1, 200), st.integers(2, 220))
def test_the_day_in_a_column_is_one_that_stands_there(end: date, days: int, width: int) -> None:
    scale = DayScale(end - timedelta(days=days - 1), end, width)
    for each in range(days):
        day = scale.start + timedelta(days=each)
        found = scale.day_at(scale.column(day))
        assert scale.column(found) == scale.column(day)
        assert scale.shared or found == day


def test_columns_outside_read_the_nearest_day() -> None:
    scale = DayScale(MONDAY - timedelta(days=13), MONDAY, 60)
    assert scale.day_at(-5) == scale.start
    assert scale.day_at(500) == MONDAY


@pytest.mark.parametrize(
    ("days", "width", "expected"),
    [
        (14, 72, ["11 Nov", "13 Nov", "15 Nov", "17 Nov", "19 Nov", "21 Nov", "23 Nov"]),
        (30, 72, ["26 Oct", "2 Nov", "9 Nov", "16 Nov", "23 Nov"]),
        (365, 72, ["Jan '26", "Mar", "May", "Jul", "Sep", "Nov"]),
        (1, 72, ["23 Nov"]),
    ],
)
def test_the_usual_ranges(days: int, width: int, expected: list[str]) -> None:
    assert labels(days, width) == expected


def test_every_month_has_its_name_where_there_is_room() -> None:
    assert labels(365, 112)[:3] == ["Dec", "Jan '26", "Feb"]


def test_many_years_are_told_by_their_januaries() -> None:
    assert labels(1500, 72) == ["Jan '23", "Jul", "Jan '24", "Jul", "Jan '25", "Jul", "Jan '26", "Jul"]
