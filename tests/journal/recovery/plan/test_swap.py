"""Another exercise with the same aim."""

from dataclasses import replace

import pytest

from journal.model import Entry
from journal.recovery.plan import Want, swap
from journal.recovery.plan.allowed import bar
from journal.recovery.shapes import Blocks, Planned, StrengthPlan
from journal.settings import Settings
from tests.journal.recovery.plan.support import (
    CATALOGUE,
    NO_BLOCKS,
    SETTINGS,
    Follower,
    calm,
    did,
    exercises,
    known_on,
    on,
    plan_on,
    rated,
)


def swapped(
    exercise: str,
    want: Want,
    entries: list[Entry] | None = None,
    plan: StrengthPlan | None = None,
    blocks: Blocks = NO_BLOCKS,
    settings: Settings = SETTINGS,
) -> str | None:
    item = Planned(exercise=exercise, sets=3)
    given = plan or StrengthPlan(planned=(item,), done=(), why="")
    found = swap(item, given, entries or [], CATALOGUE, settings, "load", blocks, on(10), want)
    return found.exercise if found else None


def test_easier_and_harder_follow_the_names_of_the_content() -> None:
    assert swapped("hip_thrust", "easier") == "glute_bridge"
    assert swapped("quad_set", "harder") == "straight_leg_raise"


def test_without_a_name_easier_and_harder_go_by_effort_phase_and_order() -> None:
    assert swapped("glute_bridge", "harder") == "clamshell"
    assert swapped("banded_lateral_walk", "harder") == "hip_thrust"
    assert swapped("hip_thrust", "harder") == "romanian_deadlift"
    assert swapped("double_leg_calf_raise", "easier") == "seated_calf_raise"
    assert swapped("wall_sit", "easier") == "seated_tibial_rotation"


def test_there_may_be_nothing_easier_or_harder() -> None:
    assert swapped("glute_bridge", "easier") is None
    assert swapped("romanian_deadlift", "harder") is None
    assert swapped("single_leg_balance", "other") is None
    assert swapped("no_longer_there", "other") is None


def test_other_goes_through_the_whole_region() -> None:
    seen, now = [], "glute_bridge"
    for _ in range(6):
        now = swapped(now, "other") or ""
        seen.append(now)
    hips = [
        each.id for each in CATALOGUE.exercises.values() if each.region == "hip" and each.stage in ("protect", "load")
    ]
    assert seen == [*hips[1:], hips[0]]


def test_nothing_is_planned_twice() -> None:
    item, other = Planned(exercise="hip_thrust", sets=3), Planned(exercise="glute_bridge", sets=3)
    plan = StrengthPlan(planned=(item, other), done=(), why="")
    assert swapped("hip_thrust", "easier", plan=plan) == "banded_lateral_walk"


def test_what_is_not_allowed_today_is_not_offered() -> None:
    yesterday: list[Entry] = [did(9, "romanian_deadlift")]
    assert swapped("banded_lateral_walk", "harder", yesterday) is None
    assert swapped("hip_thrust", "easier", blocks=Blocks(leg_strength="swollen")) is None
    assert swapped("hip_thrust", "easier", [rated(10, 4)]) is None
    assert swapped("band_row", "other", settings=Settings(equipment=("mat",))) is None


@pytest.mark.parametrize("want", ["easier", "harder", "other"])
def test_a_swap_keeps_the_aim_and_the_rules(want: Want) -> None:
    found = 0
    followed = Follower(score=lambda number: number % 4).live(12)
    for number, plan in followed.plans.items():
        known = known_on(number, followed.entries)
        for item in plan.planned:
            new = swap(item, plan, followed.entries, CATALOGUE, SETTINGS, "load", NO_BLOCKS, on(number), want)
            if new is None:
                continue
            found += 1
            old, now = exercises([item, new])
            assert old.region == now.region
            assert bar(now, known) is None
            assert now.id not in {each.exercise for each in plan.planned}
            assert new.takes > 0
            if want == "easier":
                assert (now.effort, old.effort) != ("heavy", "light")
    assert found > 10


def test_a_swap_has_its_own_dose_and_the_fewer_sets_of_a_lighter_week() -> None:
    entries = [*calm(1, 10), did(3, "glute_bridge", reps=12)]
    item = Planned(exercise="hip_thrust", sets=2)
    plan = StrengthPlan(planned=(item,), done=(), why="")
    normal = swap(item, plan, entries, CATALOGUE, SETTINGS, "load", NO_BLOCKS, on(10), "easier")
    assert normal is not None
    assert (normal.sets, normal.reps, normal.why) == (3, 12, "as last time")
    flared = [*entries, rated(9, 8, "20:00")]
    less = swap(item, plan, flared, CATALOGUE, SETTINGS, "load", NO_BLOCKS, on(10), "easier")
    assert less is not None
    assert less.sets == 2


def test_cardio_is_swapped_for_cardio() -> None:
    owns = replace(SETTINGS, equipment=("none", "bike", "pool"))
    assert swapped("walk", "other", settings=owns) == "deep_water_running"
    assert swapped("deep_water_running", "other", settings=owns) == "cycling"
    assert swapped("cycling", "other", settings=owns) == "walk"


def test_todays_work_does_not_change_what_is_offered() -> None:
    plan = plan_on(10, calm(8, 10))
    for item in plan.planned:
        before = swap(item, plan, calm(8, 10), CATALOGUE, SETTINGS, "load", NO_BLOCKS, on(10))
        after = swap(item, plan, [*calm(8, 10), did(10, item.exercise)], CATALOGUE, SETTINGS, "load", NO_BLOCKS, on(10))
        assert before == after
