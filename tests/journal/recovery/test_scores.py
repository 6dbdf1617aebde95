"""Scores at a site, and what was usual there."""

import pytest

from journal.recovery.scores import Before, day_highs, entered_too_late, median, site_scores
from tests.journal.recovery.safety_support import at, massaged
from tests.journal.recovery.support import on, rated


@pytest.mark.parametrize(
    ("values", "expected"), [((), None), ((3,), 3), ((3, 1, 2), 2), ((4, 1, 2, 10), 3), ((0, 5), 2.5)]
)
def test_the_median(values: tuple[int, ...], expected: float | None) -> None:
    assert median(values) == expected


def test_what_was_usual_before_a_day() -> None:
    usual = Before([(on(number), number) for number in (6, 2, 4, 9)])
    assert usual.median(on(9), 7) == 4
    assert usual.median(on(9), 3) == 6
    assert usual.median(on(2), 14) is None


def test_scores_are_those_of_the_place_oldest_first() -> None:
    entries = [rated(1, 4), massaged(0, 3, 9), rated(0, 2, side="right"), rated(0, 1, site="mid_calf"), rated(0, 5)]
    assert [each.value for each in site_scores(entries, "upper_outer_calf", "left")] == [5, 3, 4]


def test_a_massage_was_felt_when_it_began() -> None:
    long = massaged(0, 3, None, "04:05", seconds=600)
    (score,) = site_scores([long], "upper_outer_calf", "left")
    assert (score.at, score.day, score.id) == (at(0, "03:55"), on(-1), long.id)
    (score,) = site_scores([massaged(0, 3, None, "04:00", seconds=None)], "upper_outer_calf", "left")
    assert (score.at, score.day) == (at(0, "04:00"), on(0))


def test_the_high_of_a_day() -> None:
    scores = site_scores([rated(0, 0), rated(1, 4), rated(1, 2, "20:00")], "upper_outer_calf", "left")
    assert day_highs(scores) == {on(0): 0, on(1): 4}


@pytest.mark.parametrize(("number", "typed_late", "expected"), [(3, True, False), (4, True, True), (40, False, False)])
def test_too_late_is_more_than_three_days_after_its_day(number: int, typed_late: bool, expected: bool) -> None:
    assert entered_too_late(rated(0, 1, entered_late=typed_late, recorded_at=at(number))) is expected


def test_what_was_not_recorded_yet_is_not_too_late() -> None:
    assert not entered_too_late(rated(0, 1, entered_late=True))
