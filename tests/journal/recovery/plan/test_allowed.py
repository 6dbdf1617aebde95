"""What may not be done today: phase, equipment, warning signs, pain, conditions, heavy work of the days before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from journal.catalogue.shapes import PHASES, Phase
from journal.model import Entry, Episode, Function, GateTest, Massage, SafetyCheck, Side, Trigger
from journal.recovery.plan.allowed import bar, paused_until, rested
from journal.recovery.plan.conditions import SEEN
from journal.recovery.plan.known import is_leg_work
from journal.recovery.plan.progress import dose, verdict
from journal.recovery.shapes import Blocks
from journal.settings import Settings, Tracked
from tests.journal.recovery.plan.support import (
    BOTH,
    CATALOGUE,
    SETTINGS,
    calm,
    did,
    known_on,
    leg_work,
    on,
    plan_on,
    rated,
    regions,
)
from tests.support import moment

EVERYTHING = tuple(
    sorted({part for each in CATALOGUE.exercises.values() for need in each.equipment for part in need.split("|")})
)
EQUIPPED = Settings(equipment=EVERYTHING)


def kind(
    exercise: str, entries: list[Entry] | None = None, phase: Phase = "return", settings: Settings = EQUIPPED
) -> str | None:
    """What stands against an exercise on day 10."""
    against = bar(CATALOGUE.exercises[exercise], known_on(10, entries or [], phase, settings=settings))
    return against.kind if against else None


# -- phase and equipment --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("exercise", CATALOGUE.exercises)
@pytest.mark.parametrize("phase", PHASES)
def test_an_exercise_is_offered_from_its_phase_on(exercise: str, phase: Phase) -> None:
    early = PHASES.index(phase) < PHASES.index(CATALOGUE.exercises[exercise].stage)
    assert (kind(exercise, phase=phase) == "phase") is early


@pytest.mark.parametrize(
    "exercise", [each.id for each in CATALOGUE.exercises.values() if set(each.equipment) - {"none"}]
)
def test_every_piece_of_equipment_is_needed(exercise: str) -> None:
    content = CATALOGUE.exercises[exercise]
    for need in content.equipment:
        without = Settings(equipment=tuple(sorted(set(EVERYTHING) - set(need.split("|")))))
        against = bar(content, known_on(10, phase="maintain", settings=without))
        assert against is not None
        assert against.kind == "equipment"
        assert need.replace("|", " or ").replace("_", " ") in against.words


def test_one_of_two_pieces_is_enough() -> None:
    row = replace(CATALOGUE.exercises["band_row"], equipment=("band|dumbbells",))
    for own, barred in ((("band",), False), (("dumbbells",), False), (("mat",), True)):
        assert (bar(row, known_on(10, settings=Settings(equipment=own))) is not None) is barred


def test_nothing_is_needed_for_an_exercise_without_equipment() -> None:
    assert kind("clamshell", settings=Settings(equipment=())) is None


def test_without_equipment_there_is_still_something_to_do() -> None:
    for number in range(3):
        assert plan_on(number, settings=Settings(equipment=()), phase="protect").planned


# -- warning signs --------------------------------------------------------------------------------------------------


def test_a_sign_that_stops_everything_leaves_no_plan() -> None:
    plan = plan_on(10, [did(10, "dead_bug", id="x")], blocks=Blocks(strength="see someone today"))
    assert (plan.planned, plan.blocked_by, plan.why) == ((), "see someone today", "see someone today")
    assert plan.done == ("x",)


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("phase", PHASES)
def test_a_sign_that_stops_leg_strength_leaves_upper_body_and_core(number: int, phase: Phase) -> None:
    plan = plan_on(number, calm(0, number), phase, Blocks(leg_strength="the knee is swollen"))
    assert plan.planned
    assert set(regions(plan)) <= {"upper", "core"}
    assert plan.blocked_by is None
    assert plan.legs_blocked_by == "the knee is swollen"
    assert "if you feel well" in plan.why
    assert "the knee is swollen" in plan.why


@pytest.mark.parametrize("blocks", [Blocks(impact="no impact"), Blocks(run="no running")])
def test_no_hops_while_impact_or_running_is_suspended(blocks: Blocks) -> None:
    ready = [
        GateTest(at=moment(on(9)), test="single_leg_calf_raise", side=side, value=25, unit="count") for side in BOTH
    ]
    hop = CATALOGUE.exercises["pogo_hop"]
    assert bar(hop, known_on(10, ready, "return")) is None
    against = bar(hop, known_on(10, ready, "return", blocks))
    assert against is not None
    assert against.kind == "blocked"


# -- how the leg is -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("score", "rests"), [(0, False), (2, False), (3, True), (10, True)])
def test_a_sore_morning_moves_the_day_to_upper_body_and_core(score: int, rests: bool) -> None:
    plan = plan_on(10, [*calm(8, 9), rated(10, score)])
    assert (leg_work(plan) == []) is rests
    assert (set(regions(plan)) == {"upper", "core"}) is rests
    assert (f"rated {score} today" in plan.why) is rests


def test_the_number_of_a_sore_morning_is_a_setting() -> None:
    assert leg_work(plan_on(10, [rated(10, 3)], settings=Settings(morning_pain_swap=4)))


def test_the_morning_is_what_was_rated_up_to_noon_or_else_first() -> None:
    assert leg_work(plan_on(10, [rated(10, 2), rated(10, 3, "12:01")]))
    assert not leg_work(plan_on(10, [rated(10, 2), rated(10, 3, "12:00")]))
    assert not leg_work(plan_on(10, [rated(10, 3, "15:00")]))
    assert leg_work(plan_on(10, [rated(10, 2, "15:00"), rated(10, 3, "16:00")]))
    assert not leg_work(plan_on(10, [rated(10, 0), rated(10, 6, "16:00")])), "a flare-up at once"


def test_a_massage_that_began_sore_counts_as_a_rating() -> None:
    massage = Massage(at=moment(on(10), "08:00"), technique="t", site="upper_outer_calf", side="left", before=4)
    assert not leg_work(plan_on(10, [massage]))


def test_only_sites_that_are_rated_or_hurt_steer_the_day() -> None:
    other = rated(10, 8, site="mid_calf", side="right")
    assert leg_work(plan_on(10, [other]))
    tracked = Settings(tracked=(*SETTINGS.tracked, Tracked("mid_calf", "right")))
    assert not leg_work(plan_on(10, [other], settings=tracked))
    episode = Episode(at=moment(on(9)), site="mid_calf", side="right")
    assert not leg_work(plan_on(10, [episode, other]))
    assert leg_work(plan_on(10, [replace(episode, ended_on=on(10)), other]))


def test_yesterdays_pain_is_not_todays() -> None:
    assert leg_work(plan_on(10, [rated(9, 5)]))


# -- conditions -----------------------------------------------------------------------------------------------------


def score(site: str, value: int, number: int = 10, side: Side = "left") -> Entry:
    return rated(number, value, site=site, side=side)


def result(test: str, value: float, number: int = 9, side: Side | None = None) -> Entry:
    return GateTest(at=moment(on(number)), test=test, side=side, value=value)


def limped(number: int, limp: bool = True) -> Entry:
    return Function(at=moment(on(number)), percent=90, limp=limp)


def gave_way(number: int, yes: bool = True) -> Entry:
    return SafetyCheck(at=moment(on(number)), answers={"rf_lock_giveway": yes})


STAIRS = "stairs_down"


@pytest.mark.parametrize(
    ("exercise", "holds", "not_any_more"),
    [
        ("step_down", [result(STAIRS, 3)], [result(STAIRS, 2)]),
        ("step_down", [result(STAIRS, 3, 3)], [result(STAIRS, 3, 2)]),
        ("step_down", [result(STAIRS, 9, 8), result(STAIRS, 3)], [result(STAIRS, 9, 8), result(STAIRS, 2)]),
        ("low_step_up", [result(STAIRS, 4)], [result(STAIRS, 3)]),
        ("elliptical", [result(STAIRS, 2)], [result(STAIRS, 1)]),
        ("elliptical", [rated(10, 2)], [rated(10, 1)]),
        ("elliptical", [rated(10, 2)], [rated(10, 2), result(STAIRS, 1)]),
        ("double_leg_calf_raise", [limped(9)], [limped(7)]),
        (
            "double_leg_calf_raise",
            [limped(9)],
            [limped(9), limped(10, False)],
        ),
        ("glute_bridge", [score("back_of_knee", 3)], [score("back_of_knee", 2)]),
        ("glute_bridge", [score("posterolateral_knee", 3, side="right")], []),
        ("glute_bridge", [score("back_of_knee", 3, 9)], [score("back_of_knee", 3, 8)]),
        ("glute_bridge", [score("back_of_knee", 3, 9)], [score("back_of_knee", 3, 9), score("back_of_knee", 0)]),
        ("clamshell", [score("glute", 3)], [score("glute", 2)]),
        ("romanian_deadlift", [score("outer_hamstring", 3)], [score("outer_hamstring", 2)]),
        ("romanian_deadlift", [score("inner_hamstring", 3)], []),
        ("wall_sit", [score("front_knee", 3)], [score("front_knee", 2)]),
        ("quad_set", [result("full_motion", 0)], [result("full_motion", 1)]),
        ("box_squat", [result("full_motion", 0)], [result("full_motion", 1)]),
        (
            "single_leg_balance",
            [gave_way(9)],
            [gave_way(9), gave_way(10, False)],
        ),
    ],
)
def test_a_condition_that_hurts(exercise: str, holds: list[Entry], not_any_more: list[Entry]) -> None:
    assert kind(exercise, holds) == "hurts"
    assert kind(exercise, not_any_more) is None


def sudden(number: int, onset: str = "sudden") -> Entry:
    return Episode(at=moment(on(number)), site="upper_outer_calf", side="left", onset_kind=onset)  # type: ignore[arg-type]


SINGLE = "single_leg_calf_raise"
POGO_READY = [result(SINGLE, 20, side="left"), result(SINGLE, 20, side="right")]


@pytest.mark.parametrize(
    ("exercise", "holds", "not_any_more"),
    [
        ("seated_calf_raise", [sudden(8)], [sudden(7)]),
        ("seated_calf_raise", [sudden(8)], [sudden(8, "gradual")]),
        (SINGLE, [], [did(5, "double_leg_calf_raise", reps=15)]),
        (SINGLE, [did(5, "double_leg_calf_raise", reps=14)], [did(5, "double_leg_calf_raise", reps=15, pain=1)]),
        (SINGLE, [did(5, "double_leg_calf_raise", reps=15, pain=2)], [result(SINGLE, 15)]),
        (SINGLE, [result(SINGLE, 14), result(SINGLE, 30, 8)], [result(SINGLE, 15)]),
        ("pogo_hop", [], POGO_READY),
        ("pogo_hop", [result(SINGLE, 20, side="left"), result(SINGLE, 19, side="right")], POGO_READY),
        ("pogo_hop", [result(SINGLE, 30, side="left")], POGO_READY),
        ("pogo_hop", [did(5, SINGLE, reps=20, sides=("left",))], [did(5, SINGLE, reps=20, sides=BOTH)]),
        ("single_leg_hop", [], [result("pogo_hops", 1)]),
        ("single_leg_hop", [result("pogo_hops", 2)], [result("pogo_hops", 1)]),
        ("single_leg_hop", [did(5, "pogo_hop", pain=3)], [did(5, "pogo_hop"), rated(5, 0), rated(6, 0)]),
        (
            "single_leg_hop",
            [did(5, "pogo_hop"), rated(5, 0), rated(6, 2)],
            [did(5, "pogo_hop"), rated(5, 0), rated(6, 1)],
        ),
    ],
)
def test_a_condition_that_time_or_practice_ends(exercise: str, holds: list[Entry], not_any_more: list[Entry]) -> None:
    assert kind(exercise, holds) == "not_yet"
    assert kind(exercise, not_any_more) is None


def test_what_the_runner_said_once_holds() -> None:
    assert kind("straight_leg_raise", settings=Settings(equipment=EVERYTHING, conditions=("back_pain",))) == "not_yet"
    assert kind("straight_leg_raise", settings=EQUIPPED) is None


def test_every_condition_of_the_content_can_be_told_from_the_entries_or_asked() -> None:
    named = {condition for each in CATALOGUE.exercises.values() for condition in each.not_if}
    asked = {"back_pain", "shoulder_pain", "shoulder_or_wrist_pain", "deep_kneel_pain"}
    tested_by = {each.id for each in CATALOGUE.not_if.values() if each.test}
    assert named <= set(SEEN) | tested_by | asked
    assert set(SEEN) <= set(CATALOGUE.not_if)


# -- heavy work of the days before ----------------------------------------------------------------------------------


@pytest.mark.parametrize("region", ["hip", "core", "upper", "knee", "calf"])
def test_no_region_is_heavy_on_two_days_in_a_row(region: str) -> None:
    exercise = next(e for e in CATALOGUE.exercises.values() if e.region == region and e.effort == "heavy")
    assert not rested(exercise.region, known_on(10, [did(9, exercise.id, wall="05:00")]))
    assert rested(exercise.region, known_on(10, [did(7, exercise.id)]))
    light = replace(exercise, effort="light")
    catalogue = replace(CATALOGUE, exercises={**CATALOGUE.exercises, exercise.id: light})
    assert rested(exercise.region, known_on(10, [did(9, exercise.id)], catalogue=catalogue))


@pytest.mark.parametrize(("exercise", "region"), [("double_leg_calf_raise", "calf"), ("box_squat", "knee")])
def test_calf_and_knee_are_48_hours_apart_whatever_the_hour(exercise: str, region: str) -> None:
    assert rested(region, known_on(10, [did(8, exercise, wall="04:00")]))  # type: ignore[arg-type]
    assert not rested(region, known_on(10, [did(8, exercise, wall="04:01")]))  # type: ignore[arg-type]
    assert not rested(region, known_on(10, [did(8, exercise, wall="12:00", time_known=False)]))  # type: ignore[arg-type]
    longer = Settings(calf_heavy_hours=72, knee_heavy_hours=72)
    assert not rested(region, known_on(10, [did(7, exercise, wall="04:01")], settings=longer))  # type: ignore[arg-type]


def test_a_hip_day_may_follow_one_day_later() -> None:
    assert rested("hip", known_on(10, [did(8, "hip_thrust", wall="23:00")]))
    assert not rested("hip", known_on(10, [did(8, "hip_thrust")], settings=Settings(heavy_rest_days=2)))


def test_hops_work_the_calf_too() -> None:
    assert not rested("calf", known_on(10, [did(9, "pogo_hop")], "return"))
    assert kind("pogo_hop", [*POGO_READY, did(9, "double_leg_calf_raise")]) == "resting"


@pytest.mark.parametrize(
    ("number", "amount", "free"), [(9, 5, False), (8, 5, False), (7, 5, True), (9, 0, True), (9, None, False)]
)
def test_heavy_leg_strength_that_was_noted_counts(number: int, amount: float | None, free: bool) -> None:
    noted = Trigger(at=moment(on(number)), trigger="heavy_leg_strength", amount=amount, unit="sets")
    assert rested("calf", known_on(10, [noted])) is free
    assert rested("upper", known_on(10, [noted]))


def test_twice_a_week_is_enough_where_the_content_says_so() -> None:
    able = did(1, "double_leg_calf_raise", reps=15)
    loaded = "loaded_single_leg_calf_raise"
    assert kind(loaded, [able, did(4, loaded), did(7, loaded)], "maintain") == "resting"
    assert kind(loaded, [able, did(3, loaded), did(7, loaded)], "maintain") is None


# -- two steps back -------------------------------------------------------------------------------------------------


def test_a_region_pauses_after_two_bad_days_in_a_row() -> None:
    bad = [did(1, "hip_thrust", pain=4), did(3, "romanian_deadlift", pain=4)]
    assert paused_until("hip", known_on(4, bad)) == on(3) + timedelta(days=8)
    assert paused_until("hip", known_on(10, bad)) == on(11)
    assert paused_until("hip", known_on(11, bad)) is None
    assert paused_until("hip", known_on(4, [*bad, did(2, "glute_bridge"), rated(2, 0), rated(3, 0)])) is None
    assert paused_until("hip", known_on(4, bad[1:])) is None
    assert paused_until("knee", known_on(4, bad)) is None
    assert paused_until("hip", known_on(7, bad, settings=Settings(region_pause_days=3))) is None


def test_a_paused_region_is_not_planned_and_named() -> None:
    bad = [did(1, "hip_thrust", pain=4), did(3, "romanian_deadlift", pain=4)]
    for number in range(4, 11):
        plan = plan_on(number, bad)
        assert plan.planned
        assert "hip" not in regions(plan)
        assert "hip pauses" in plan.why
    assert "hip pauses" not in plan_on(11, bad).why


def test_an_easier_exercise_comes_first_after_a_bad_session_with_no_room_below() -> None:
    bad = did(3, "hip_thrust", reps=8, pain=4)
    assert kind("hip_thrust", [bad]) == "easier"
    assert kind("hip_thrust", [did(3, "hip_thrust", reps=10, pain=4)]) is None, "two repetitions less is room"
    once = [bad, did(5, "glute_bridge"), *calm(5, 6)]
    assert kind("hip_thrust", once) == "easier"
    assert kind("hip_thrust", [*once, did(7, "glute_bridge"), *calm(7, 8)]) is None


def test_exercises_that_are_each_others_easier_form_end() -> None:
    a = replace(CATALOGUE.exercises["hip_thrust"], easier="glute_bridge")
    b = replace(CATALOGUE.exercises["glute_bridge"], easier="hip_thrust")
    catalogue = replace(CATALOGUE, exercises={**CATALOGUE.exercises, a.id: a, b.id: b})
    entries = [did(1, a.id, pain=9), did(3, b.id, pain=9)]
    assert bar(a, known_on(20, entries, catalogue=catalogue)) is not None


def test_upper_body_and_core_are_no_leg_work() -> None:
    legs = {each.id for each in CATALOGUE.exercises.values() if is_leg_work(each)}
    assert {"quad_set", "short_foot", "single_leg_balance", "pogo_hop", "walk"} <= legs
    assert not legs & {"dead_bug", "band_row", "arm_bike", "ski_erg"}


# -- the numbers are settings ---------------------------------------------------------------------------------------


def test_what_hurts_is_a_setting() -> None:
    careful = replace(EQUIPPED, site_hurts_above=1)
    assert kind("clamshell", [score("glute", 2)], settings=careful) == "hurts"
    assert kind("clamshell", [score("glute", 2)]) is None


def test_how_long_a_limp_and_a_sudden_beginning_count_are_settings() -> None:
    assert kind("double_leg_calf_raise", [limped(9)], settings=replace(EQUIPPED, function_days=0)) is None
    assert kind("seated_calf_raise", [sudden(5)], settings=replace(EQUIPPED, massage_acute_hours=168)) == "not_yet"


def test_how_many_steps_back_make_a_pause_is_a_setting() -> None:
    careful = Settings(steps_back_pause=1)
    once = [did(3, "hip_thrust", pain=4)]
    assert paused_until("hip", known_on(4, once, settings=careful)) == on(3) + timedelta(days=8)
    assert "hip pauses 7 days more after a step back" in plan_on(4, once, settings=careful).why
    assert paused_until("hip", known_on(4, once)) is None


@pytest.mark.parametrize(("days", "expected"), [(3, "open"), (5, "good")])
def test_for_how_long_a_morning_says_how_the_leg_was_is_a_setting(days: int, expected: str) -> None:
    known = known_on(10, [rated(3, 0), did(7, "hip_thrust"), rated(8, 0)], settings=Settings(baseline_days=days))
    assert verdict(known.by_exercise["hip_thrust"][0], known) == expected


def test_how_much_lighter_one_begins_after_a_break_is_a_setting() -> None:
    known = known_on(40, [did(3, "hip_thrust", load=20)], settings=Settings(break_cut_percent=50))
    assert dose(CATALOGUE.exercises["hip_thrust"], known).load_kg == 10


def test_how_many_exercises_an_easy_day_has_is_a_setting() -> None:
    six = [did(number, "dead_bug", sets=1, wall=wall) for number in range(4, 10) for wall in ("08:00",)]
    worked = [each for number in range(4, 10) for each in (*six, did(number, "forearm_plank", seconds=20))]
    assert len(plan_on(10, worked, settings=Settings(easy_exercises=1)).planned) == 1
    assert len(plan_on(10, worked).planned) == 2
