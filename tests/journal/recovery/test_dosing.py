"""The stop rule, the limits of a dose, and the days on which several sessions belong."""

from dataclasses import replace
from datetime import timedelta

import pytest

from journal.model import Entry, Massage
from journal.recovery.dosing import Taken, dose, sore_days, taken
from journal.settings import Settings
from tests.journal.recovery.safety_support import at, massaged
from tests.journal.recovery.support import CATALOGUE, SETTINGS, on, rated

BALL = CATALOGUE.techniques["ball_upper_outer_calf_sit"]
STICK = CATALOGUE.techniques["stick_calf"]
LIGHT = CATALOGUE.sites["upper_outer_calf"]
BELLY = CATALOGUE.sites["mid_calf"]


def strikes(number: int, *entries: Entry, settings: Settings = SETTINGS) -> int:
    return took(number, *entries, settings=settings).strikes


def took(number: int, *entries: Entry, settings: Settings = SETTINGS) -> Taken:
    sessions = sorted((each for each in entries if isinstance(each, Massage)), key=lambda each: each.at)
    return taken(entries, sessions, settings, at(number))


# -- the stop rule ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "expected"), [(2, 3, 0), (2, 4, 1), (4, 2, 0), (None, 9, 0), (2, None, 0), (0, 10, 1)]
)
def test_two_points_up_after_it(before: int | None, after: int | None, expected: int) -> None:
    assert strikes(0, massaged(0, before, after)) == expected


@pytest.mark.parametrize(("morning", "expected"), [(2, 0), (3, 1)])
def test_higher_the_next_morning(morning: int, expected: int) -> None:
    assert strikes(1, massaged(0, 2, 2), rated(1, morning), rated(1, 9, "20:00")) == expected


def test_the_morning_is_compared_with_the_last_score_before_the_massage() -> None:
    session = massaged(0, None, None)
    assert strikes(1, rated(0, 5, "06:00"), rated(0, 2, "07:00"), session, rated(0, 9, "10:00"), rated(1, 3)) == 1
    assert strikes(1, rated(0, 5, "07:00"), session, rated(1, 3)) == 0
    assert strikes(1, session, rated(1, 3)) == 0


def test_what_was_felt_during_a_massage_is_not_before_it() -> None:
    felt = [rated(0, 2, "08:00"), rated(0, 5, "08:55"), rated(1, 3)]
    assert strikes(1, *felt, massaged(0, wall="09:00", seconds=600)) == 1
    assert strikes(1, *felt, massaged(0, wall="08:55", seconds=None)) == 0


def test_a_later_day_is_no_next_morning() -> None:
    assert strikes(2, massaged(0, 2, 2), rated(2, 9)) == 0


def test_a_later_moment_than_now_says_nothing() -> None:
    assert strikes(0, massaged(0, 2, 2), rated(1, 9)) == 0


def test_twice_means_a_pause_of_48_hours_from_the_last() -> None:
    once = massaged(0, 2, 4)
    twice = massaged(0, 2, 4, "12:00")
    assert (took(0, once).halve, took(0, once).paused_until(SETTINGS)) == (True, None)
    assert took(0, once, twice).paused_until(SETTINGS) == twice.at + timedelta(hours=48)
    assert took(1, massaged(0, 2, 4), rated(1, 5)).paused_until(SETTINGS) == once.at + timedelta(hours=48)


def test_a_day_without_it_ends_the_count_and_a_day_that_says_nothing_does_not() -> None:
    bad = [massaged(0, 2, 4), massaged(1, 2, 4)]
    assert strikes(1, *bad) == 2
    assert strikes(2, *bad, massaged(2, None, None)) == 2
    assert strikes(2, *bad, massaged(2, 2, 2)) == 0
    assert strikes(2, *bad, massaged(2, 2, 2), massaged(2, None, None, "12:00")) == 0
    assert strikes(3, *bad, massaged(2, 2, 2), massaged(3, 2, 4)) == 1


def test_after_two_weeks_it_is_forgotten() -> None:
    assert strikes(14, massaged(0, 2, 4)) == 1
    assert strikes(15, massaged(0, 2, 4)) == 0


def test_nothing_done_is_nothing_taken() -> None:
    assert took(0, rated(0, 9)) == Taken()


@pytest.mark.parametrize(
    ("settings", "number", "expected"),
    [(Settings(massage_rise=1), 0, 1), (SETTINGS, 0, 0), (Settings(massage_rise=1, massage_memory_days=20), 20, 1)],
)
def test_the_numbers_of_the_stop_rule_are_settings(settings: Settings, number: int, expected: int) -> None:
    assert strikes(number, massaged(0, 2, 3), settings=settings) == expected


def test_how_many_sessions_make_a_pause_is_a_setting() -> None:
    once = took(1, massaged(0, 2, 4))
    assert once.paused_until(SETTINGS) is None
    assert once.paused_until(Settings(massage_pause_after=1)) is not None


# -- the dose ---------------------------------------------------------------------------------------------------------


def test_a_usual_dose() -> None:
    assert dose(BALL, LIGHT, False, SETTINGS) == (30, 1, 3)
    assert dose(STICK, BELLY, False, SETTINGS) == (30, 1, 4)


def test_half_of_it() -> None:
    assert dose(BALL, LIGHT, True, SETTINGS)[0] == 15
    assert dose(replace(BALL, seconds_per_spot=12), LIGHT, True, SETTINGS)[0] == 10
    assert dose(replace(BALL, seconds_per_spot=12), LIGHT, True, Settings(massage_least=5))[0] == 6


def test_only_pressure_is_halved_and_limited() -> None:
    heat = CATALOGUE.techniques["heat_pack"]
    assert dose(heat, LIGHT, True, SETTINGS)[:2] == (heat.seconds_per_spot, heat.sets)


@pytest.mark.parametrize(
    ("seconds", "sets", "light", "belly"),
    [(60, 3, (60, 3), (60, 3)), (90, 1, (60, 1), (90, 1)), (60, 4, (60, 3), (60, 4)), (200, 1, (60, 1), (120, 1))],
)
def test_no_more_than_the_limits(seconds: int, sets: int, light: tuple[int, int], belly: tuple[int, int]) -> None:
    much = replace(BALL, seconds_per_spot=seconds, max_seconds_per_spot=300, sets=sets)
    assert dose(much, LIGHT, False, SETTINGS)[:2] == light
    assert dose(much, BELLY, False, SETTINGS)[:2] == belly


def test_no_more_than_the_technique_allows() -> None:
    assert dose(replace(BALL, seconds_per_spot=50, max_seconds_per_spot=40), LIGHT, False, SETTINGS)[0] == 40


def test_the_discomfort_is_capped_lower_where_light_pressure_belongs() -> None:
    rough = replace(BALL, discomfort_cap=9)
    assert dose(rough, LIGHT, False, SETTINGS)[2] == 3
    assert dose(rough, BELLY, False, SETTINGS)[2] == 4
    assert dose(replace(BALL, discomfort_cap=2), BELLY, False, SETTINGS)[2] == 2
    gentle = Settings(massage_discomfort=2, massage_discomfort_light=1)
    assert (dose(rough, BELLY, False, gentle)[2], dose(rough, LIGHT, False, gentle)[2]) == (2, 1)


def test_every_technique_of_the_content_stays_within_the_limits() -> None:
    for technique in CATALOGUE.techniques.values():
        for site in technique.sites if technique.press else ():
            seconds, sets, cap = dose(technique, CATALOGUE.sites[site], False, SETTINGS)
            assert (seconds, sets) == (technique.seconds_per_spot, technique.sets)
            assert cap <= (3 if CATALOGUE.sites[site].massage == "light" else 4)


# -- the first days ---------------------------------------------------------------------------------------------------


def test_the_days_are_counted_from_the_beginning_or_the_last_flare_up() -> None:
    def sore(number: int, begun: int | None, *entries: Entry) -> int:
        day = None if begun is None else on(begun)
        return sore_days(entries, SETTINGS, "upper_outer_calf", "left", day, on(number))

    flare = [*(rated(number, 1) for number in range(10)), rated(10, 6)]
    assert sore(0, None) == 0
    assert [sore(number, 0) for number in (0, 4, 9)] == [1, 5, 10]
    assert [sore(number, 0, *flare) for number in (9, 10, 12)] == [10, 1, 3]
    assert sore(12, None, *flare) == 3
    assert sore(0, 1) == 0
