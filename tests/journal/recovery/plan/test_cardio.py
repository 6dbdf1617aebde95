"""Low-impact cardio."""

from dataclasses import replace

import pytest

from journal.catalogue.shapes import Phase
from journal.model import Entry, GateTest, Strength, StrengthSet
from journal.recovery.plan import cardio_options
from journal.recovery.shapes import Blocks, Planned
from journal.settings import Settings
from tests.journal.recovery.plan.support import CATALOGUE, NO_BLOCKS, calm, on, rated, with_exercises
from tests.support import moment

CARDIO = [each for each in CATALOGUE.exercises.values() if each.kind == "cardio"]
OWNS = Settings(
    equipment=tuple(sorted({part for each in CARDIO for need in each.equipment for part in need.split("|")}))
)
ARMS = ["ski_erg", "arm_bike"]


def options(
    entries: list[Entry] | None = None,
    phase: Phase = "load",
    blocks: Blocks = NO_BLOCKS,
    settings: Settings = OWNS,
    number: int = 10,
) -> dict[str, Planned]:
    found = cardio_options(entries or [], CATALOGUE, settings, phase, blocks, on(number))
    return {each.exercise: each for each in found}


def went(number: int, exercise: str, minutes: int, pain: int | None = 0) -> Strength:
    return Strength(
        at=moment(on(number), "18:00"),
        exercise=exercise,
        sets=(StrengthSet(seconds=minutes * 60),),
        pain_during=pain,
    )


def minutes(entries: list[Entry], exercise: str, settings: Settings = OWNS) -> int:
    return (options(entries, settings=settings)[exercise].seconds or 0) // 60


def test_what_is_offered_grows_with_the_phase() -> None:
    assert list(options(phase="protect")) == ["walk", "ski_erg", "arm_bike", "swim_pull_buoy"]
    assert list(options(phase="load")) == [each.id for each in CARDIO]


def test_walking_needs_nothing_and_is_comfortable_only_in_protect() -> None:
    nothing = Settings(equipment=())
    assert list(options(phase="protect", settings=nothing)) == ["walk"]
    assert "a comfortable pace" in options(phase="protect")["walk"].why
    assert "a comfortable pace" not in options(phase="load")["walk"].why


def test_the_rule_is_said() -> None:
    for exercise, item in options().items():
        if exercise in ARMS:
            assert "the legs stay quiet" in item.why
        else:
            assert "at most 2 of 10 while doing it, and no more tomorrow morning than today" in item.why


def test_the_elliptical_waits_for_stairs() -> None:
    def result(pain: int) -> GateTest:
        return GateTest(at=moment(on(9)), test="stairs_down", value=pain)

    assert "elliptical" in options([result(1)])
    assert "elliptical" not in options([result(2)])


def test_rowing_begins_with_at_most_15_minutes_and_not_in_protect() -> None:
    assert "rowing" not in options(phase="protect")
    assert minutes([], "rowing") <= 15


@pytest.mark.parametrize(
    ("blocks", "expected"), [(Blocks(strength="see someone"), []), (Blocks(leg_strength="swollen"), ARMS)]
)
def test_warning_signs_stop_cardio(blocks: Blocks, expected: list[str]) -> None:
    assert list(options(blocks=blocks)) == expected


def test_a_sore_morning_leaves_the_arms() -> None:
    assert list(options([rated(10, 3)])) == ARMS
    assert "walk" in options([rated(10, 2)])


def test_two_good_sessions_add_five_minutes_up_to_the_top() -> None:
    assert minutes([*calm(1, 10), went(5, "walk", 10)], "walk") == 10
    assert minutes([*calm(1, 10), went(5, "walk", 10), went(7, "walk", 10)], "walk") == 15
    assert minutes([*calm(1, 10), went(5, "walk", 28), went(7, "walk", 28)], "walk") == 30
    assert minutes([*calm(1, 10), went(5, "walk", 30), went(7, "walk", 30)], "walk") == 30
    step = replace(OWNS, cardio_step_minutes=2)
    assert minutes([*calm(1, 10), went(5, "walk", 10), went(7, "walk", 10)], "walk", step) == 12


@pytest.mark.parametrize(("pain", "now"), [(2, 20), (3, 10)])
def test_more_than_2_while_doing_it_halves_the_time(pain: int, now: int) -> None:
    assert minutes([*calm(1, 10), went(8, "walk", 20, pain)], "walk") == now


@pytest.mark.parametrize(("after", "now"), [(1, 20), (2, 10)])
def test_a_rise_by_the_next_morning_halves_the_time(after: int, now: int) -> None:
    assert minutes([*calm(1, 8, 1), went(8, "walk", 20), rated(9, after)], "walk") == now


def test_it_is_not_cut_below_five_minutes() -> None:
    assert minutes([went(8, "walk", 10, 5)], "walk") == 5
    short = with_exercises(replace(CATALOGUE.exercises["walk"], seconds=360))
    (walk,) = cardio_options([went(8, "walk", 6, 5)], short, Settings(equipment=()), "load", NO_BLOCKS, on(10))
    assert walk.seconds == 300


def test_two_bad_sessions_in_a_row_are_a_pause_for_that_kind_alone() -> None:
    bad: list[Entry] = [went(5, "walk", 10, 3), went(8, "walk", 10, 3)]
    assert "walk" not in options(bad)
    assert "cycling" in options(bad)
    assert "walk" not in options(bad, number=15)
    assert "walk" in options(bad, number=16)
    assert "walk" in options([*bad, went(9, "walk", 10), *calm(9, 10)])


def test_todays_cardio_does_not_change_todays_options() -> None:
    assert options([*calm(1, 10), went(10, "walk", 30, 9)]) == options([*calm(1, 10)])
