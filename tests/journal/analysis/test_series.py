"""Ratings and exposures as numbers per day."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.series import (
    Band,
    DayPoint,
    Exposure,
    Mark,
    day_points,
    ewma,
    exposure,
    exposures,
    rest_bands,
    runs,
    weekly_medians,
)
from journal.model import Episode, Massage, Rating, Run, Trigger
from tests.support import MONDAY, moment, rating

CALF = "upper_outer_calf"


def day(back: int) -> date:
    return MONDAY - timedelta(days=back)


def massage(on: date, wall: str, before: int | None, after: int | None = None, seconds: int | None = None) -> Massage:
    return Massage(
        at=moment(on, wall),
        technique="ball",
        site=CALF,
        side="left",
        seconds=seconds,
        before=before,
        after=after,
    )


def trigger(on: date, amount: float | None, kind: str = "driving") -> Trigger:
    return Trigger(at=moment(on), trigger=kind, amount=amount, unit="min")


def episode(on: date, rest_days: int = 3, ended_on: date | None = None) -> Episode:
    return Episode(at=moment(on), site=CALF, side="left", rest_days=rest_days, ended_on=ended_on)


def run(on: date) -> Run:
    return Run(at=moment(on, "18:00"), minutes=20)


marks = st.lists(
    st.tuples(st.integers(0, 400), st.floats(0, 10)), min_size=1, max_size=40, unique_by=lambda each: each[0]
).map(lambda pairs: [Mark(date(2026, 1, 1) + timedelta(days=days), value) for days, value in sorted(pairs)])


class TestDayPoints:
    def test_a_day_has_its_highest_lowest_mean_and_last(self) -> None:
        entries = [rating(day(0), 2, "21:00"), rating(day(0), 6, "07:00"), rating(day(0), 1, "13:00")]
        assert day_points(entries, CALF, "left") == (DayPoint(day(0), 6, 1, 3.0, 2, 3),)

    def test_a_zero_is_a_point_and_a_day_without_a_rating_is_none(self) -> None:
        points = day_points([rating(day(0), 0), rating(day(2), 4)], CALF, "left")
        assert [(point.day, point.mean) for point in points] == [(day(2), 4), (day(0), 0)]

    def test_the_same_score_again_is_a_point_of_its_own(self) -> None:
        assert len(day_points([rating(day(1), 4), rating(day(0), 4)], CALF, "left")) == 2

    def test_what_a_massage_began_with_counts_and_what_it_ended_with_does_not(self) -> None:
        (point,) = day_points([massage(day(0), "20:00", before=5, after=1)], CALF, "left")
        assert (point.high, point.last, point.n) == (5, 5, 1)
        assert day_points([massage(day(0), "20:00", before=None, after=1)], CALF, "left") == ()

    def test_before_was_felt_when_the_massage_began(self) -> None:
        entries = [rating(day(0), 3, "19:55"), massage(day(0), "20:00", before=7, seconds=600)]
        (point,) = day_points(entries, CALF, "left")
        assert point.last == 3

    def test_only_the_site_the_side_and_the_measure_that_were_asked_for(self) -> None:
        entries = [
            rating(day(0), 1),
            rating(day(0), 2, side="right"),
            rating(day(0), 3, site="hamstring"),
            rating(day(0), 9, measure="tightness"),
            massage(day(0), "20:00", before=4),
        ]
        assert day_points(entries, CALF, "left", "soreness") == (DayPoint(day(0), 4, 1, 2.5, 4, 2),)
        assert day_points(entries, CALF, "left", "tightness") == (DayPoint(day(0), 9, 9, 9.0, 9, 1),)
        assert day_points(entries, CALF, "left")[0].n == 3

    def test_the_small_hours_belong_to_the_day_before(self) -> None:
        (point,) = day_points([rating(day(0), 4, "03:59")], CALF, "left")
        assert point.day == day(1)

    def test_a_traveller_has_each_day_once(self) -> None:
        def at(on: date, hour: int, offset: int) -> datetime:
            return datetime(on.year, on.month, on.day, hour, tzinfo=timezone(timedelta(hours=offset)))

        there = [(at(day(0), 8, 13), 2), (at(day(1), 20, -10), 4), (at(day(0), 9, -10), 6)]
        points = day_points([Rating(at=at, site=CALF, side="left", score=score) for at, score in there], CALF, "left")
        assert [(point.day, point.n) for point in points] == [(day(1), 1), (day(0), 2)]


class TestExposures:
    def test_amounts_of_a_day_add_up(self) -> None:
        entries = [trigger(day(0), 60), trigger(day(1), 30), trigger(day(0), 45), trigger(day(0), 9, "stairs")]
        assert exposures(entries, "driving") == (Exposure(day(1), 30), Exposure(day(0), 105))

    def test_asked_and_none_is_zero_and_never_asked_is_nothing(self) -> None:
        assert exposures([trigger(day(1), 0)], "driving") == (Exposure(day(1), 0),)

    @pytest.mark.parametrize(
        ("amounts", "expected"), [((None,), None), ((None, 30), 30), ((0, None), None), ((0, 0), 0)]
    )
    def test_an_unknown_amount_is_neither_nothing_nor_zero(
        self, amounts: tuple[float | None, ...], expected: float | None
    ) -> None:
        (of_entries,) = exposures([trigger(day(0), each) for each in amounts], "driving")
        known = [each for each in amounts if each is not None]
        of_a_row = exposure(day(0), sum(known) if known else None, amounts.count(None))
        assert of_entries == of_a_row == Exposure(day(0), expected)


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


def test_a_rating_in_another_zone_keeps_its_day() -> None:
    evening = datetime(2026, 11, 22, 23, tzinfo=timezone(timedelta(hours=-8)))
    (point,) = day_points([Rating(at=evening, site=CALF, side="left", score=1)], CALF, "left")
    assert point.day == date(2026, 11, 22) != evening.astimezone(UTC).date()
