"""What a chart shows, from the rows of a query."""

from datetime import timedelta

import pytest

from journal.analysis.series import Band, DayPoint, Exposure
from journal.chart.model import HALF_LIFE, LONG_HALF_LIFE, RANGES, WARM_UP, Lane, Series, build_model
from journal.storage.shapes import DailyRow
from tests.journal.chart.examples import back, example, point
from tests.support import MONDAY


def lane(name: str) -> Lane:
    return Lane(name=name, unit="min", days=())


def letters(*names: str) -> list[str]:
    return [each.letter for each in build_model(site="calf", lanes=map(lane, names), days=14, today=MONDAY).lanes]


def test_the_dots_are_the_daily_means() -> None:
    rows = [DailyRow(back(2), 3, 3, 3.0, 3, 1), DailyRow(back(0), 4, 1, 2.5, 1, 2)]
    model = build_model(site="calf", left=[DayPoint(*row) for row in rows], days=14, today=MONDAY)
    assert [(mark.day, mark.value) for mark in model.left.dots] == [(back(2), 3.0), (back(0), 2.5)]


@pytest.mark.parametrize("days", RANGES)
def test_a_range_ends_today_and_has_so_many_days(days: int) -> None:
    model = example(days)
    assert model.end == MONDAY
    assert model.days == days
    assert {point.day for point in model.left.days} <= {model.start + timedelta(days=each) for each in range(days)}


def test_the_line_does_not_depend_on_the_range() -> None:
    short, longer = (
        {mark.day: mark.value for run in example(days).left.runs for mark in run if mark.day > back(14)}
        for days in (14, 90)
    )
    assert short == longer
    assert len(short) > 5


def test_the_warm_up_is_enough_for_the_line() -> None:
    whole, warm = (
        [mark.value for run in example(14, history).left.runs for mark in run] for history in (420, WARM_UP + 14)
    )
    assert warm == pytest.approx(whole, abs=0.01)


def test_a_gap_cuts_the_line() -> None:
    model = example(30)
    assert len(model.left.runs) == 2
    assert (model.left.runs[1][0].day - model.left.runs[0][-1].day).days == 11


def test_long_ranges_have_weekly_medians_and_a_slower_line() -> None:
    long, short = example(365), example(90)
    assert (long.weekly, long.half_life) == (True, LONG_HALF_LIFE)
    assert (short.weekly, short.half_life) == (False, HALF_LIFE)
    assert len(long.left.dots) <= 53 < len(long.left.days)


def test_later_days_are_not_shown() -> None:
    model = build_model(
        site="calf",
        left=[point(back(-1), 9), point(back(0), 1)],
        lanes=[Lane(name="driving", unit="min", days=(Exposure(back(-1), 60),))],
        rest=[Band(back(2), back(-5))],
        days=14,
        today=MONDAY,
    )
    assert [each.day for each in model.left.days] == [back(0)]
    assert model.left.runs == (((back(0), 1.0),),)
    assert model.lanes[0].days == ()
    assert model.rest == (Band(back(2), back(0)),)


def test_bands_outside_or_upside_down_are_left_out() -> None:
    bands = [Band(back(40), back(30)), Band(back(3), back(5)), Band(back(20), back(13))]
    assert build_model(site="calf", rest=bands, days=14, today=MONDAY).rest == (Band(back(13), back(13)),)


def test_lanes_have_letters_of_their_own() -> None:
    assert letters("driving", "downhill", "dd") == ["D", "O", "3"]
    assert letters("座る", "") == ["1", "2"]
    assert letters("a", "b", "c", "d") == ["A", "B", "C"]


def test_words_from_outside_are_harmless() -> None:
    model = build_model(site="calf\x1b[31m", lanes=[lane("dri\nve\u202e")], days=14, today=MONDAY)
    assert "\x1b" not in model.site
    assert model.lanes[0].name.isprintable()


def test_nothing_recorded_is_an_empty_chart() -> None:
    model = build_model(site="calf", days=14, today=MONDAY)
    assert model.empty
    assert model.left == Series()


def test_a_chart_of_no_days_is_refused() -> None:
    with pytest.raises(ValueError, match="0 days"):
        build_model(site="calf", days=0, today=MONDAY)
