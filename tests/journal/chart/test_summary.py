"""The chart in a line for each side, and a year month by month."""

from datetime import date

from journal.analysis.series import DayPoint
from journal.chart.model import build_model
from journal.chart.summary import brief, by_month, logged
from tests.journal.chart.examples import back, example, point
from tests.support import MONDAY


def test_a_side_is_one_line_and_what_matters_least_goes_first() -> None:
    days: list[DayPoint] = [point(back(2), 5, 4), point(back(0), 2)]
    model = build_model(site="calf", left=days, days=30, today=MONDAY)
    assert brief(model, 80) == ("left   mean 3.2 · last 2 (today) · highest 5 (21 Nov) · 2 of 30 days rated",)
    assert brief(model, 60) == ("left   mean 3.2 · last 2 (today) · highest 5 (21 Nov)",)
    assert brief(model, 5) == ("left   mean 3.2",)
    for width in range(16, 120):
        assert all(len(line) <= width for line in brief(example(30), width))


def test_a_past_day_is_not_called_today() -> None:
    points = [point(back(3), 5), point(back(1), 2)]
    until_yesterday = build_model(site="calf", left=points, days=30, today=MONDAY, end=back(1))
    assert brief(until_yesterday, 60) == ("left   mean 3.5 · last 2 (yesterday) · highest 5 (20 Nov)",)
    assert brief(build_model(site="calf", left=points, days=30, today=MONDAY, end=back(2)), 60) == (
        "left   mean 5 · last 5 (20 Nov) · highest 5 (20 Nov)",
    )


def test_nothing_logged_is_said_with_nothing() -> None:
    assert logged(build_model(site="calf", days=30, today=MONDAY)) == ""
    assert logged(example(30)).startswith("Logged: driving on ")


def test_a_year_by_month_counts_rated_days_of_each_side() -> None:
    left = {date(2026, 1, 5): 4, date(2026, 1, 9): 2, date(2026, 3, 1): 0, date(2026, 3, 2): None}
    right = {date(2026, 3, 1): 1}
    assert by_month(left, right).splitlines() == [
        "          left    mean high  highest  right   mean high  highest",
        "Jan 2026  2 days  3          4        0 days  –          –",
        "Mar 2026  1 day   0          0        1 day   1          1",
    ]
