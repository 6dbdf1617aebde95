"""Protect, load, return, maintain: each condition of each phase."""

import pytest

from journal.model import Entry
from journal.recovery.shapes import OpenSign
from journal.recovery.stages import FULL
from tests.journal.recovery.support import begun, passed, percent, phase_on, ran, rated, ready, sign, status_on, well


def full_running(number: int) -> list[Entry]:
    """From the onset, with the ladder climbed to its first continuous run on day 28 and well until day `number`."""
    stages = [ran(4 + 4 * (stage - 1) + 2 * again, stage) for stage in range(1, FULL) for again in (0, 1)]
    return [*ready(), *stages, ran(28, FULL), *well(5, number)]


def test_the_day_it_begins_is_protected_however_it_is_rated() -> None:
    assert phase_on(0, [begun(), *well(0, 0)]) == "protect"
    assert phase_on(1, [begun(), *well(0, 1)]) == "load"


@pytest.mark.parametrize(("score", "expected"), [(2, "load"), (3, "protect"), (None, "protect")])
def test_more_than_2_is_protected(score: int | None, expected: str) -> None:
    assert phase_on(1, [begun(), *([rated(1, score)] if score is not None else [])]) == expected


def test_the_reason_is_said() -> None:
    flared = [begun(), *well(0, 3), rated(4, 6)]

    def why(number: int, *signs: OpenSign) -> str:
        return status_on(number, flared, signs).phase_why

    assert why(0) == "it began less than 1 day ago"
    assert why(4) == "it flared up less than 1 day ago"
    assert why(5) == "the last day was rated 6, above 2"
    assert why(3, sign(0)) == "a warning sign is open, so it does not go on"
    assert why(3, sign(2)).startswith("it has settled to 2 or less")


def test_any_rating_of_the_day_counts() -> None:
    assert phase_on(1, [begun(), rated(1, 0), rated(1, 3, "20:00")]) == "protect"


@pytest.mark.parametrize(("value", "expected"), [(80, "load"), (79, "protect")])
def test_function_below_80_is_protected(value: int, expected: str) -> None:
    assert phase_on(1, [begun(), rated(1, 0), percent(1, value)]) == expected


def test_a_flare_up_is_protected_for_a_day() -> None:
    entries = [begun(), rated(1, 1), percent(1, 100), rated(2, 1), percent(2, 90), rated(3, 1), percent(3, 100)]
    assert [phase_on(number, entries) for number in (1, 2, 3)] == ["load", "protect", "load"]


@pytest.mark.parametrize("action", ["stop_all", "stop_run", "stop_leg_strength", "no_impact"])
def test_a_warning_sign_that_stops_is_protected(action: str) -> None:
    assert phase_on(4, ready(), [sign(4, actions=(action,))]) == "protect"  # type: ignore[arg-type]


def test_another_warning_sign_keeps_the_phase_from_going_on() -> None:
    entries = ready()
    assert phase_on(4, entries) == "return"
    assert phase_on(4, entries, [sign(2)]) == "load"
    assert phase_on(4, entries, [sign(-9)]) == "protect"
    assert phase_on(4, entries, [sign(4)]) == "return"


def test_return_needs_every_gate() -> None:
    rest = [begun(), *well(1, 4)]
    assert phase_on(4, [*rest, *passed(3)]) == "return"
    assert phase_on(4, rest) == "load"
    assert phase_on(4, [*rest, *passed(3)[:-1]]) == "load"
    assert phase_on(2, [*rest, *passed(1)]) == "load"
    assert phase_on(4, [*rest, *passed(3), percent(4, 99, "20:00")]) == "load"


def test_running_once_begun_stays_return_on_a_worse_day_that_is_no_flare_up() -> None:
    entries = [*ready(), ran(4), *well(5, 5), rated(6, 2), rated(7, 1)]
    assert [phase_on(number, entries) for number in (5, 6, 7)] == ["return"] * 3


def test_a_flare_up_on_the_ladder_goes_back_to_protect() -> None:
    entries = [*ready(), ran(4, pain=6), *well(5, 7)]
    assert [phase_on(number, entries) for number in (3, 4, 5, 6, 7)] == ["load", "protect", "load", "load", "return"]


def test_maintain_comes_4_weeks_after_full_running() -> None:
    entries = full_running(60)
    assert [phase_on(number, entries) for number in (29, 55, 56, 60)] == ["return", "return", "maintain", "maintain"]


def test_a_flare_up_after_full_running_is_not_maintain() -> None:
    entries = [*full_running(44), rated(45, 6), percent(45, 80), *well(46, 75)]
    assert phase_on(45, entries) == "protect"
    assert phase_on(60, entries) == "return"
    assert phase_on(75, entries) == "return"
