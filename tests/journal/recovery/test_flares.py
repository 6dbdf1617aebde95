"""Flare-ups, by the numbers of the rule."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model import Entry, Massage
from journal.recovery.flares import flare_days, flare_ups
from journal.settings import Settings
from tests.support import MONDAY, function, moment, rating

SETTINGS = Settings()


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def flares(entries: list[Entry], settings: Settings = SETTINGS) -> list[int]:
    return [(each - MONDAY).days for each in flare_days(entries, "upper_outer_calf", "left", settings)]


def daily(*scores: int | None) -> list[Entry]:
    """One rating a day from Monday on, None for a day without."""
    return [rating(day(n), score, id=f"r{n:02}") for n, score in enumerate(scores) if score is not None]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((1, 1, 1, 3, 3), [4]),  # two in a row, 2 above
        ((1, 1, 1, 3, 2, 3), []),  # not in a row
        ((1, 1, 1, 2, 2), []),  # not 2 above
        ((0, 0, 0, 2, 2), []),  # 2 above, but under 3
        ((2, 2, 2, 3, 3), []),  # 3, but only 1 above
        ((1, 1, 1, 5), []),  # once, under 6
        ((1, 1, 1, 6), [3]),  # once is enough
        ((5, 5, 5, 6), []),  # 6, but only 1 above
        ((6,), []),  # nothing before it to compare with
        ((1, *[None] * 13, 6), [14]),  # the rating 14 days before still counts
        ((1, *[None] * 14, 6), []),  # 15 days before does not
        ((1, 1, 1, 3, None, 3), [5]),  # a missing day is not a check-in between
    ],
)
def test_a_rise(scores: tuple[int | None, ...], expected: list[int]) -> None:
    assert flares(daily(*scores)) == expected


@pytest.mark.parametrize(
    ("percents", "expected"),
    [
        ((100, 100, 90), [2]),
        ((100, 100, 91), []),
        ((100, *[None] * 6, 90), [7]),
        ((100, *[None] * 7, 90), []),
        ((60, 100, 100, 90), [3]),
    ],
)
def test_a_drop_of_function(percents: tuple[int | None, ...], expected: list[int]) -> None:
    assert flares([function(day(n), each) for n, each in enumerate(percents) if each is not None]) == expected


def test_the_function_of_the_other_leg_says_nothing() -> None:
    assert flares([function(day(0), 100), function(day(1), 50, side="right")]) == []
    assert flares([function(day(0), 100), function(day(1), 50, side="left")]) == [1]


def test_two_scores_of_one_check_in_are_not_two_in_a_row() -> None:
    before = daily(1, 1, 1)
    morning = rating(day(3), 4, "07:00", id="a")
    assert flares([*before, morning, rating(day(3), 5, "10:00", measure="tightness", id="b")]) == []
    assert flares([*before, morning, rating(day(3), 5, "10:01", measure="tightness", id="b")]) == [3]


def test_evidence_is_what_was_felt_oldest_first() -> None:
    massage = Massage(at=moment(day(4)), technique="t", site="upper_outer_calf", side="left", before=4, after=9, id="m")
    found = flare_days([massage, *daily(1, 1, 1, 3)], "upper_outer_calf", "left", SETTINGS)
    assert found == {day(4): ("r03", "m")}


def test_what_a_massage_ended_with_is_not_a_check_in() -> None:
    massage = Massage(at=moment(day(3)), technique="t", site="upper_outer_calf", side="left", after=9)
    assert flares([*daily(1, 1, 1), massage]) == []


def test_a_rating_entered_more_than_three_days_late_is_not_part_of_what_is_usual() -> None:
    late = [
        rating(day(n), 9, "08:00", recorded_at=moment(day(n + after)), entered_late=True)
        for n in range(3)
        for after in (3, 4)
    ]
    assert 4 in flares([*daily(1, 1, 1), *late[1::2], rating(day(4), 6)])
    assert 4 not in flares([*daily(1, 1, 1), *late[0::2], rating(day(4), 6)])


def test_flare_ups_that_follow_closely_are_one() -> None:
    scores = [1] * 10 + [6] + [1] * 6 + [6] + [1] * 7 + [6]
    assert [each.day for each in flare_ups(daily(*scores), "upper_outer_calf", "left", SETTINGS)] == [day(10), day(25)]


@pytest.mark.parametrize(
    ("setting", "value", "scores", "expected"),
    [
        ("flare_rise", 3, (1, 1, 1, 3, 3), []),
        ("flare_lowest", 4, (1, 1, 1, 3, 3), []),
        ("flare_once", 5, (1, 1, 1, 5), [3]),
    ],
)
def test_the_numbers_are_settings(setting: str, value: int, scores: tuple[int, ...], expected: list[int]) -> None:
    assert flares(daily(*scores), Settings(**{setting: value})) == expected  # type: ignore[arg-type]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 23), st.integers(0, 10)), max_size=40), st.randoms())
def test_the_order_of_entries_does_not_matter(felt: list[tuple[int, int, int]], random: object) -> None:
    entries: list[Entry] = [
        rating(day(n), score, f"{hour:02}:00", id=f"{number:03}") for number, (n, hour, score) in enumerate(felt)
    ]
    mixed = list(entries)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert flare_days(entries, "upper_outer_calf", "left", SETTINGS) == flare_days(
        mixed, "upper_outer_calf", "left", SETTINGS
    )


def test_the_days_of_the_medians_are_settings() -> None:
    scores = daily(*(0,) * 14, *(2,) * 10, 3, 3)
    assert flares(scores) == []
    assert flares(scores, Settings(flare_median_days=28)) == [25]
    early = [function(day(n), 100) for n in range(7)] + [function(day(n), 92) for n in range(7, 13)]
    assert flares([*early, function(day(13), 90)]) == []
    assert flares([*early, function(day(13), 90)], Settings(function_median_days=14)) == [13]
