"""What was done in the place of a planned exercise keeps that place."""

from collections.abc import Collection
from dataclasses import replace

from journal.recovery.plan import stand_ins
from journal.recovery.shapes import Planned
from tests.journal.recovery.plan.support import CATALOGUE, NO_BLOCKS, SETTINGS, did, on

ITEMS = tuple(Planned(exercise=each, sets=3, reps=10) for each in ("glute_bridge", "dead_bug", "clamshell"))


def after(*done: str, items: tuple[Planned, ...] = ITEMS, kept: Collection[str] = ()) -> list[str]:
    entries = [
        did(10, each, wall=f"0{number}:00") for number, each in enumerate(done, 5) if each in CATALOGUE.exercises
    ]
    found = stand_ins(items, done, entries, CATALOGUE, SETTINGS, "load", NO_BLOCKS, on(10), kept)
    return [each.exercise for each in found]


def test_nothing_done_changes_nothing() -> None:
    assert after() == ["glute_bridge", "dead_bug", "clamshell"]


def test_what_is_planned_stays_in_its_place() -> None:
    assert after("clamshell", "glute_bridge") == ["glute_bridge", "dead_bug", "clamshell"]


def test_another_exercise_of_the_region_takes_the_first_place_not_begun() -> None:
    assert after("hip_thrust") == ["hip_thrust", "dead_bug", "clamshell"]
    assert after("glute_bridge", "hip_thrust") == ["glute_bridge", "dead_bug", "hip_thrust"]
    assert after("bird_dog") == ["glute_bridge", "bird_dog", "clamshell"]


def test_an_exercise_of_another_region_takes_no_place() -> None:
    assert after("band_row") == ["glute_bridge", "dead_bug", "clamshell"]


def test_a_kept_one_does_not_give_its_place_away() -> None:
    assert after("hip_thrust", kept={"glute_bridge"}) == ["glute_bridge", "dead_bug", "hip_thrust"]


def test_an_exercise_that_is_gone_from_the_content_is_left_out() -> None:
    assert after("my_old_exercise") == ["glute_bridge", "dead_bug", "clamshell"]


def test_it_comes_with_its_own_dose() -> None:
    (item,) = stand_ins(
        ITEMS[:1], ["hip_thrust"], [did(5, "hip_thrust", reps=9)], CATALOGUE, SETTINGS, "load", NO_BLOCKS, on(10)
    )
    assert (item.exercise, item.reps) == ("hip_thrust", 9)
    assert replace(item, why="") != replace(ITEMS[0], exercise="hip_thrust")
