"""What a chart is drawn from: exposures, rest, smoothed lines."""

from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.series import (
    Band,
    Exposure,
    Mark,
    ewma,
    exposure,
    rest_bands,
    runs,
    weekly_medians,
)
from journal.model import Episode, Run
from tests.support import MONDAY, moment

CALF = "upper_outer_calf"


def day(back: int) -> date:
    return MONDAY - timedelta(days=back)


def episode(on: date, rest_days: int = 3, ended_on: date | None = None) -> Episode:
    return Episode(at=moment(on), site=CALF, side="left", rest_days=rest_days, ended_on=ended_on)


def run(on: date) -> Run:
    return Run(at=moment(on, "18:00"), minutes=20)


marks = st.lists(
    st.tuples(st.integers(0, 400), st.floats(0, 10)), min_size=1, max_size=40, unique_by=lambda each: each[0]
).map(lambda pairs: [Mark(date(2026, 1, 1) + timedelta(days=days), value) for days, value in sorted(pairs)])


@pytest.mark.parametrize(
    ("total", "unknown", "amount"),
    [(105, 0, 105), (0, 0, 0), (None, 1, None), (30, 1, 30), (0, 1, None)],
    ids=["known", "asked and none", "unknown", "known and unknown", "none and unknown"],
)
def test_an_unknown_amount_is_neither_nothing_nor_zero(total: float | None, unknown: int, amount: float | None) -> None:
    assert exposure(day(0), total, unknown) == Exposure(day(0), amount)


class TestRest:
    @pytest.mark.parametrize(
        ("entries", "expected"),
        [
            ([episode(day(9))], [Band(day(9), day(7))]),
            ([episode(day(9), ended_on=day(4))], [Band(day(9), day(4))]),
            ([episode(day(9), rest_days=0)], []),
            ([episode(day(9), rest_days=6), run(day(5))], [Band(day(9), day(6))]),
            ([episode(day(9)), run(day(9))], [Band(day(9), day(7))]),
            ([episode(day(9)), run(day(12))], [Band(day(9), day(7))]),
            ([episode(day(9)), episode(day(8), rest_days=5)], [Band(day(9), day(4))]),
            ([episode(day(3)), episode(day(20))], [Band(day(20), day(18)), Band(day(3), day(1))]),
        ],
        ids=["planned", "ended", "none planned", "ran", "ran that day", "ran before", "overlapping", "apart"],
    )
    def test_rest_lasts_until_it_ended_or_as_long_as_planned_or_until_the_next_run(
        self, entries: list[Episode | Run], expected: list[Band]
    ) -> None:
        assert list(rest_bands(entries)) == expected


class TestEwma:
    @given(marks, st.floats(0.5, 30))
    def test_it_is_the_weighted_mean_of_all_values_so_far(self, points: list[Mark], half_life: float) -> None:
        for count, smooth in enumerate(ewma(points, half_life), start=1):
            so_far = points[:count]
            weights = [0.5 ** ((smooth.day - point.day).days / half_life) for point in so_far]
            mean = sum(w * point.value for w, point in zip(weights, so_far, strict=True)) / sum(weights)
            assert smooth.value == pytest.approx(mean, abs=1e-9)

    def test_age_is_counted_in_days_not_in_ratings(self) -> None:
        near, far = (ewma([Mark(day(back), 9), Mark(day(0), 0)], 4)[-1].value for back in (4, 8))
        assert near == pytest.approx(9 * 0.5 / 1.5)
        assert far == pytest.approx(9 * 0.25 / 1.25)

    def test_nothing_stays_nothing(self) -> None:
        assert ewma([], 4) == ()


class TestRuns:
    @given(marks, st.integers(1, 20))
    def test_the_pieces_are_the_whole_and_cut_at_the_gaps_alone(self, points: list[Mark], gap: int) -> None:
        cut = runs(points, gap)
        assert [mark for piece in cut for mark in piece] == points
        assert all((b.day - a.day).days <= gap for piece in cut for a, b in pairwise(piece))
        assert all((after[0].day - before[-1].day).days > gap for before, after in pairwise(cut))


class TestWeeklyMedians:
    @given(marks)
    def test_each_week_back_from_the_end_has_the_median_of_its_days(self, points: list[Mark]) -> None:
        end = points[-1].day
        medians = weekly_medians(points, end)
        assert [mark.day for mark in medians] == sorted({mark.day for mark in medians})
        for middle, value in medians:
            week = [point.value for point in points if abs((point.day - middle).days) <= 3]
            assert value == median(week)
        assert sum(abs((point.day - middle).days) <= 3 for point in points for middle, _ in medians) == len(points)
