"""Whether this week differs."""

from datetime import timedelta

import pytest

from journal.analysis.shapes import Trend
from journal.model import Entry
from tests.journal.analysis.support import massage, on, ratings, said, scores
from tests.support import rating


def trend(given: list[Entry], days: int) -> Trend:
    return said(given, on(days - 1)).trend[0]


def week(level: int, days: int = 90) -> list[Entry]:
    """Quiet ratings around 3 with a last week at `level`."""
    return ratings([*(2 + score % 2 for score in scores(days - 7)), *[level] * 7])


def test_a_high_week_rises_and_a_low_one_falls() -> None:
    high, low = trend(week(9), 90), trend(week(0), 90)
    assert (high.verdict, high.exceeds_mcid) == ("rising", True)
    assert low.verdict == "falling"
    assert high.change is not None
    assert low.change is not None
    assert high.change > 2 > 0 > low.change
    assert high.prob_rising is not None
    assert high.prob_rising > 0.97


def test_nothing_new_is_no_clear_change() -> None:
    same = trend(ratings(scores(90)), 90)
    assert same.verdict == "no_clear_change"
    assert not same.exceeds_mcid
    assert same.interval90 is not None
    assert same.interval90[0] < 0 < same.interval90[1]


def test_a_week_that_is_usual_is_no_news() -> None:
    """Quiet weeks around 3 and the same week after weeks that swing between 0 and 9."""
    swings = [0 if day // 5 % 2 else 6 for day in range(83)]
    assert trend(ratings([*swings, *[6] * 7]), 90).verdict == "no_clear_change"
    assert trend(week(6), 90).verdict == "rising"


def test_three_days_this_week_and_fourteen_before_are_needed() -> None:
    given = ratings(scores(40))
    assert trend([*given[:14], *given[34:37]], 40).verdict == "no_clear_change"
    assert trend([*given[:13], *given[34:37]], 40).verdict == "not_enough_data"
    assert trend([*given[:14], *given[34:36]], 40).verdict == "not_enough_data"


def test_what_a_massage_ended_with_is_no_rating() -> None:
    given = ratings(scores(60))
    after = [massage(day, None, 0) for day in range(50, 60)]
    assert trend([*given, *after], 60) == trend(given, 60)


def test_the_last_120_days_count() -> None:
    given = ratings(scores(300))
    assert trend(given, 300).baseline_days == 113
    older = [rating(entry.day - timedelta(days=300), 9, "20:00") for entry in given]
    assert trend([*older, *given], 300).change == pytest.approx(trend(given, 300).change)
