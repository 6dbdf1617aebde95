"""The sign the journal watches for by itself: each of its rules, and when it is quiet again."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model import Entry
from journal.recovery.safety import blocks
from journal.recovery.shapes import Blocks, OpenSign
from journal.recovery.trend_sign import trend_sign
from journal.settings import Settings, Tracked
from tests.journal.recovery.safety_support import at, seen, signs_at
from tests.journal.recovery.support import CATALOGUE, SETTINGS, begun, on, percent, rated


def watched(number: int, entries: Iterable[Entry], settings: Settings = SETTINGS) -> OpenSign | None:
    return trend_sign(list(entries), CATALOGUE, settings, at(number))


def fires(number: int, entries: Iterable[Entry], settings: Settings = SETTINGS) -> bool:
    return watched(number, entries, settings) is not None


def daily(first: int, *scores: int) -> list[Entry]:
    """One rating a day from day `first` on."""
    return [rated(first + number, score) for number, score in enumerate(scores)]


def test_an_empty_journal_has_no_trend() -> None:
    assert not fires(0, [])


def test_it_holds_the_ladder_and_nothing_else() -> None:
    opened = signs_at(2, *daily(0, 6, 6, 6))
    assert [(each.id, each.level, each.computed, each.clinician) for each in opened] == [
        ("rf_trend", "soon", True, False)
    ]
    held = blocks(opened)
    assert held == Blocks(stages="a warning sign is open (soon): not getting better")


# -- the 7-day mean, up 2 over 14 days --------------------------------------------------------------------------------


@pytest.mark.parametrize(("now", "expected"), [((3,) * 7, True), ((3, 3, 3, 3, 3, 3, 2), False)])
def test_a_mean_2_higher_than_14_days_before(now: tuple[int, ...], expected: bool) -> None:
    assert fires(20, daily(0, *(1,) * 7, *(2,) * 7, *now)) is expected


def test_the_days_of_the_mean_and_of_its_rise_are_settings() -> None:
    rise = daily(0, *(1,) * 14, *(3,) * 5)
    assert not fires(18, rise)
    shorter = watched(18, rise, Settings(trend_mean_days=5))
    assert shorter is not None
    assert shorter.text.startswith("The 5-day mean rose from 1.0 to 3.0 in 14 days: ")
    slow = daily(0, *(1,) * 7, *(2,) * 14, *(3,) * 7)
    assert not fires(27, slow)
    assert fires(27, slow, Settings(trend_rise_days=21))


def test_the_words_name_the_rule_and_the_evidence() -> None:
    opened = watched(20, daily(0, *(1,) * 7, *(2,) * 7, *(3,) * 7))
    assert opened is not None
    assert opened.text.startswith("The 7-day mean rose from 1.0 to 3.0 in 14 days: left upper outer calf. ")
    assert opened.text.endswith(CATALOGUE.signs["rf_trend"].advice)
    assert opened.since == on(20)
    assert [opened.raised_by[0], opened.raised_by[-1]] == ["rating-000-07:30-left", "rating-020-07:30-left"]
    assert len(opened.raised_by) == 14


@pytest.mark.parametrize(("rated_days", "expected"), [(2, False), (3, True)])
def test_a_mean_needs_three_rated_days(rated_days: int, expected: bool) -> None:
    assert fires(20, [*daily(0, *(1,) * 7), *daily(18, *(3,) * rated_days)]) is expected


def test_a_day_counts_with_its_highest_rating() -> None:
    calm = daily(0, *(1,) * 7, *(2,) * 7, *(1,) * 7)
    assert not fires(20, calm)
    assert fires(20, [*calm, *(rated(number, 3, "20:00") for number in range(14, 21))])


def test_ratings_entered_too_late_stay_out() -> None:
    late = [rated(number, 5, entered_late=True, recorded_at=at(40)) for number in range(14, 21)]
    assert not fires(20, [*daily(0, *(1,) * 7), *late])


CALM_THEN_SORE = daily(0, *(0,) * 21, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0)
"""Three calm weeks and a plain flare of ten days, which begins on day 21."""


def test_a_plain_flare_after_calm_weeks_is_no_trend() -> None:
    for number in range(21, 37):
        assert not fires(number, [*CALM_THEN_SORE, begun(number=21)]), number
    assert fires(25, CALM_THEN_SORE)


def test_nor_is_it_one_once_it_is_over() -> None:
    ended = begun(number=21, ended_on=on(27))
    for number in range(27, 37):
        assert not fires(number, [*CALM_THEN_SORE, ended]), number


def test_to_record_a_spell_does_not_quieten_a_rise_that_stood_before_it() -> None:
    risen = daily(0, *(1,) * 9, *(2,) * 5, *(3,) * 9)
    opened = watched(22, [*risen, begun(number=22)])
    assert opened is not None
    assert opened.since == on(20)


def test_a_spell_that_is_still_as_high_after_two_weeks_is_one() -> None:
    entries = [*daily(0, *(0,) * 21, *(4,) * 15), begun(number=21)]
    assert not fires(34, entries)
    assert fires(35, entries)


# -- above 5 on 3 days in a row ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (daily(0, 6, 6, 6), True),
        (daily(0, 6, 6, 5), False),
        (daily(0, 5, 6, 6), False),
        ([*daily(0, 6, 6), rated(3, 6)], False),
        (daily(0, 6, 6, 6, 5), False),
    ],
)
def test_above_5_on_3_days_in_a_row(entries: list[Entry], expected: bool) -> None:
    assert fires(3, entries) is expected


def test_no_rating_is_no_improvement_for_a_week() -> None:
    assert fires(9, daily(0, 6, 6, 6))
    assert not fires(10, daily(0, 6, 6, 6))


def test_the_third_day_is_its_beginning() -> None:
    opened = watched(4, daily(0, 6, 6, 6))
    assert opened is not None
    assert opened.since == on(2)
    assert opened.text.startswith("Above 5 of 10 on 3 days in a row: left upper outer calf.")


# -- function under 80 % for 14 days ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("percents", "number", "expected"),
    [
        ({0: 79, 7: 79, 14: 79}, 14, True),
        ({0: 79, 7: 79, 13: 79}, 13, False),
        ({0: 79, 7: 80, 14: 79}, 14, False),
        ({0: 79, 7: 79, 14: 80}, 14, False),
        ({0: 80, 1: 79, 14: 79}, 14, False),
        ({0: 79, 7: 79}, 14, True),
        ({0: 79, 6: 79}, 14, False),
    ],
)
def test_function_under_80_for_14_days(percents: dict[int, int], number: int, expected: bool) -> None:
    opened = watched(number, [percent(day, value) for day, value in percents.items()])
    assert (opened is not None) is expected
    if opened:
        assert opened.text.startswith("Function under 80 % for 14 days.")
        assert opened.since == on(14)


def test_the_function_of_one_leg_is_its_own() -> None:
    left = [percent(day, 70, side="left") for day in (0, 7, 14)]
    assert fires(14, left)
    assert fires(14, [*left, percent(7, 100, "21:00", side="right")])
    assert not fires(14, [*left, percent(7, 100, "21:00")])


# -- no clear change after 3 weeks ------------------------------------------------------------------------------------


def spell(first_week: int, last_week: int) -> list[Entry]:
    """Four weeks of an episode."""
    return [begun(), *daily(0, *(first_week,) * 7), *daily(21, *(last_week,) * 7)]


@pytest.mark.parametrize(
    ("first_week", "last_week", "expected"),
    [
        (4, 4, True),
        (4, 3, True),  # 1 point and 25 % less
        (4, 2, False),  # 2 points less
        (3, 2, False),  # 33 % less
        (7, 5, False),  # 2 points less, though 29 %
        (2, 3, True),
        (1, 1, True),
        (1, 0, False),
    ],
)
def test_a_fall_of_2_points_or_30_percent_is_a_clear_change(first_week: int, last_week: int, expected: bool) -> None:
    assert fires(27, spell(first_week, last_week)) is expected


def test_a_fall_of_29_percent_is_not() -> None:
    first_week, last_week = (4, 4, 4, 3, 3, 3, 3), (3, 3, 3, 2, 2, 2, 2)
    assert fires(22, [begun(), *daily(0, *first_week), *daily(16, *last_week)])


def test_a_fall_of_exactly_30_percent_is_enough() -> None:
    assert not fires(27, [begun(), *daily(0, *(5,) * 7), *daily(24, 3, 4, 3, 4)])
    assert fires(27, [begun(), *daily(0, *(5,) * 7), *daily(24, 4, 4, 3, 4)])


@pytest.mark.parametrize("day", [0, 6])
def test_the_first_week_is_the_first_seven_days(day: int) -> None:
    first_week = [9 if number == day else 2 for number in range(7)]
    assert not fires(27, [begun(), *daily(0, *first_week), *daily(21, *(2,) * 7)])


@pytest.mark.parametrize(("number", "expected"), [(21, False), (22, True)])
def test_after_21_days(number: int, expected: bool) -> None:
    opened = watched(number, [begun(), *daily(0, *(4,) * (number + 1))])
    assert (opened is not None) is expected
    if opened:
        assert opened.since == on(22)
        assert opened.text.startswith("No clear change since Mon 23 Nov (7-day mean 4.0, now 4.0): ")


def test_only_in_an_open_episode() -> None:
    assert not fires(27, spell(4, 4)[1:])
    assert not fires(27, [begun(ended_on=on(27)), *spell(4, 4)[1:]])


def test_a_week_without_ratings_says_nothing() -> None:
    assert not fires(40, spell(4, 4))


# -- a third flare-up in 12 weeks -------------------------------------------------------------------------------------


def flares(*numbers: int) -> list[Entry]:
    """A site at 1, with a flare-up on each of the days."""
    return [rated(number, 6 if number in numbers else 1) for number in range(-14, max(numbers) + 1)]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [((0, 10, 20), True), ((0, 10), False), ((0, 10, 83), True), ((0, 10, 84), False), ((0, 10, 15), False)],
)
def test_the_third_in_12_weeks(numbers: tuple[int, ...], expected: bool) -> None:
    opened = watched(max(numbers), flares(*numbers))
    assert (opened is not None) is expected
    if opened:
        assert opened.text.startswith("Flare-up number 3 in 12 weeks: left upper outer calf.")
        assert opened.since == on(max(numbers))
        assert len(opened.raised_by) == 3


# -- where, and until when --------------------------------------------------------------------------------------------


def test_looked_at_are_tracked_sites_and_open_episodes() -> None:
    elsewhere = [rated(number, 6, site="mid_calf") for number in range(3)]
    assert not fires(2, elsewhere)
    assert fires(2, elsewhere, Settings(tracked=(Tracked("mid_calf", "left"),)))
    right = [rated(number, 6, side="right") for number in range(3)]
    assert not fires(2, right)
    assert fires(2, [begun(side="right"), *right])


def test_a_clinician_who_saw_it_lets_it_begin_anew() -> None:
    entries = daily(0, 6, 6, 6)
    assert not fires(4, [*entries, seen(3, "rf_trend")])
    assert fires(4, [*entries, seen(3, "rf_trend", by="coach: Bo")])
    assert fires(4, [*entries, seen(3, "rf_trend", source="import:own")])
    assert fires(4, [*entries, seen(3, "rf_dvt")])
    assert not fires(4, [*entries, seen(3, "rf_trend"), seen(-5, "rf_trend", id="earlier")])
    assert not fires(5, [*daily(0, 6, 6, 6, 6, 6, 6), seen(3, "rf_trend")])
    assert fires(6, [*daily(0, *(6,) * 7), seen(3, "rf_trend")])


def test_what_was_seen_on_the_day_of_the_visit_is_over_with_it() -> None:
    assert fires(20, flares(0, 10, 20))
    assert not fires(20, [*flares(0, 10, 20), seen(0, "rf_trend", wall="07:00")])
    low = [percent(day, 70) for day in (0, 7, 14)]
    assert fires(14, low)
    assert not fires(14, [*low, seen(0, "rf_trend", wall="07:00")])


def test_unchanged_begins_anew_too() -> None:
    entries = [begun(), *daily(0, *(4,) * 50), seen(25, "rf_trend")]
    assert fires(25, entries[:-1])
    assert not fires(47, entries)
    assert fires(48, entries)


@pytest.mark.parametrize(
    ("settings", "entries", "number"),
    [
        (Settings(trend_rise=1), daily(0, *(1,) * 14, *(2,) * 7), 20),
        (Settings(trend_high=4), daily(0, 5, 5, 5), 2),
        (Settings(trend_high_days=2), daily(0, 6, 6), 1),
        (Settings(trend_function=90), [percent(day, 85) for day in (0, 7, 14)], 14),
        (Settings(trend_function_days=7), [percent(day, 75) for day in (0, 7)], 7),
        (Settings(trend_unchanged_days=14), [begun(), *daily(0, *(4,) * 16)], 15),
        (Settings(trend_fall=3, trend_fall_percent=50), spell(5, 3), 27),
        (Settings(trend_flares=2), flares(0, 10), 10),
        (Settings(trend_flare_weeks=13), flares(0, 10, 85), 85),
        (Settings(trend_rated_days=2), [*daily(0, *(1,) * 7), *daily(18, 3, 3)], 20),
    ],
)
def test_the_numbers_are_settings(settings: Settings, entries: list[Entry], number: int) -> None:
    assert not fires(number, entries)
    assert fires(number, entries, settings)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10)), max_size=40))
def test_a_rating_of_10_each_day_is_always_seen(felt: list[tuple[int, int]]) -> None:
    assert fires(30, [*(rated(number, score) for number, score in felt), *daily(28, 10, 10, 10)])
