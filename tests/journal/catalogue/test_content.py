"""What the packaged content says."""

from typing import get_args

import pytest

from journal.catalogue import Catalogue
from journal.catalogue.checks import everything
from journal.catalogue.shapes import PHASES
from journal.model import Level

WORSE = {"rf_dvt_context": "urgent", "rf_tingle": "soon"}
LEVELS = {
    "emergency": {"rf_pe", "rf_limb_cold", "rf_compartment", "rf_hot_joint", "rf_back_saddle", "rf_dark_urine"},
    "urgent": {
        "rf_dvt",
        "rf_weight",
        "rf_pop",
        "rf_lock_giveway",
        "rf_effusion",
        "rf_footdrop",
        "rf_cyst",
        "rf_pulse_lump",
    },
    "soon": {"rf_exertional", "rf_night", "rf_bone", "rf_trend"},
    "caution": {"rf_dvt_context", "rf_tingle"},
}


def test_everything_is_there(catalogue: Catalogue) -> None:
    strength = [each for each in catalogue.exercises.values() if each.kind == "strength"]
    counts = {
        "sites": len(catalogue.sites),
        "triggers": len(catalogue.triggers),
        "techniques": len(catalogue.techniques),
        "strength": len(strength),
        "cardio": len(catalogue.exercises) - len(strength),
        "signs": len(catalogue.signs),
        "questions": len(catalogue.gate),
        "stages": len(catalogue.stages),
        "tests": len(catalogue.tests),
        "sources": len(catalogue.sources),
        "zones": len(catalogue.no_press),
    }
    assert counts == {
        "sites": 14,
        "triggers": 23,
        "techniques": 18,
        "strength": 35,
        "cardio": 8,
        "signs": 20,
        "questions": 5,
        "stages": 9,
        "tests": 7,
        "sources": 119,
        "zones": 5,
    }
    assert catalogue.problems == ()
    assert not any(getattr(entry, "own", False) for entry in everything(catalogue))


def test_exercises_by_phase(catalogue: Catalogue) -> None:
    strength = [each.stage for each in catalogue.exercises.values() if each.kind == "strength"]
    assert [strength.count(phase) for phase in PHASES] == [15, 11, 8, 1]


def test_what_is_never_pressed(catalogue: Catalogue) -> None:
    never = {each.id for each in catalogue.sites.values() if each.massage == "no"}
    assert never == {"back_of_knee", "posterolateral_knee", "achilles", "outer_knee", "front_knee"}
    assert {each.id for each in catalogue.massage_sites} == set(catalogue.sites) - never
    light = {each.id for each in catalogue.sites.values() if each.massage == "light"}
    assert light == {"upper_outer_calf", "upper_inner_calf", "lower_calf", "outer_shin"}
    for technique in catalogue.techniques.values():
        assert not (technique.press and never & set(technique.sites))


def test_the_massage_gun_stays_away_from_the_upper_calf(catalogue: Catalogue) -> None:
    gun = catalogue.techniques["percussion_mid_calf"]
    assert set(gun.sites) == {"mid_calf", "outer_hamstring", "inner_hamstring"}
    assert gun.max_sessions_per_day == 1
    assert {"anticoagulant", "varicose_here"} <= set(gun.never_if)


def test_the_hands_come_first_at_the_main_site(catalogue: Catalogue) -> None:
    first = next(each for each in catalogue.techniques.values() if "upper_outer_calf" in each.sites)
    assert first.tool == "hands"
    ball = catalogue.techniques["ball_upper_outer_calf_sit"]
    assert (ball.tool, ball.seconds_per_spot, ball.max_seconds_per_spot, ball.discomfort_cap) == ("ball", 30, 60, 3)


def test_triggers_are_stored_and_asked_in_their_units(catalogue: Catalogue) -> None:
    stored = {each.id: (each.unit, each.ask_unit) for each in catalogue.triggers.values()}
    assert stored["driving"] == stored["laptop_on_lap"] == ("min", "h")
    assert stored["travel_flight"] == stored["sleep"] == ("h", "")
    assert stored["stairs"] == stored["stairs_down"] == stored["stairs_up"] == ("flights", "")
    assert "run" not in stored
    assert not any("massage" in each for each in stored)


def test_what_nobody_researched_is_off_by_default(catalogue: Catalogue) -> None:
    for name in ("heeled_shoes", "standing", "cold", "stress", "hydration"):
        assert catalogue.triggers[name].default_on is False
    assert catalogue.triggers["driving"].default_on is True


def test_long_seated_travel(catalogue: Catalogue) -> None:
    assert {each.id for each in catalogue.triggers.values() if each.seated_travel} == {"driving", "travel_flight"}


def test_levels_of_the_warning_signs(catalogue: Catalogue) -> None:
    found = {level: {each.id for each in catalogue.signs.values() if each.level == level} for level in get_args(Level)}
    assert found == LEVELS


@pytest.mark.parametrize("level", ["emergency", "urgent"])
def test_what_cannot_wait_stays_until_somebody_saw_it(catalogue: Catalogue, level: Level) -> None:
    for sign in catalogue.signs.values():
        if sign.level == level:
            assert "require_clinician_note" in sign.actions
            assert {"stop_all", "stop_run", "stop_massage"} & set(sign.actions)


def test_emergencies_stop_everything(catalogue: Catalogue) -> None:
    for sign in catalogue.signs.values():
        assert ("stop_all" in sign.actions) == (sign.level == "emergency" or sign.id in ("rf_dvt", "rf_cyst"))


def test_which_signs_rise_and_which_keep_to_their_site(catalogue: Catalogue) -> None:
    signs = catalogue.signs.values()
    assert {each.id: each.worsens_to for each in signs if each.worsens_to} == WORSE
    assert {each.id: each.site_days for each in signs if each.site_days} == {"rf_tingle": 7}
    assert all(each.worsens_when for each in signs if each.worsens_to)


def test_the_calf_gate(catalogue: Catalogue) -> None:
    assert [(question.id, question.raises) for question in catalogue.gate] == [
        ("swelling", ("rf_dvt",)),
        ("warmth_or_colour", ("rf_dvt",)),
        ("constant_or_rest_pain", ("rf_dvt", "rf_night")),
        ("numb_or_tingling", ("rf_footdrop",)),
        ("injury_pop_or_bruise", ("rf_pop",)),
    ]
    assert catalogue.signs["rf_dvt"].calf_gate is True
    assert catalogue.signs["rf_trend"].computed is True


def test_the_way_back(catalogue: Catalogue) -> None:
    sessions = [(each.repeats, each.walk_minutes, each.run_minutes) for each in catalogue.stages]
    assert sessions == [
        (1, 30, 0),
        (6, 4, 1),
        (6, 3, 2),
        (6, 2, 3),
        (6, 1, 4),
        (3, 1, 9),
        (2, 1, 14),
        (1, 0, 30),
        (1, 0, 30),
    ]


def test_the_return_to_run_tests(catalogue: Catalogue) -> None:
    bars = {each.id: (each.unit, each.least, each.most, each.each_side) for each in catalogue.tests.values()}
    assert bars == {
        "walk_30": ("score", None, 1, False),
        "stairs_down": ("score", None, 1, False),
        "full_motion": ("yes", 1, None, False),
        "single_leg_calf_raise": ("count", 20, None, True),
        "pogo_hops": ("score", None, 1, False),
        "single_leg_hops": ("score", None, 1, True),
        "confidence": ("score", 7, None, False),
    }


@pytest.mark.parametrize(
    ("exercise", "easier", "harder"),
    [
        ("quad_set", "", "straight_leg_raise"),
        ("hip_thrust", "glute_bridge", ""),
        ("single_leg_hop", "pogo_hop", ""),
        ("loaded_single_leg_calf_raise", "single_leg_calf_raise", ""),
    ],
)
def test_swaps_lead_to_exercises(catalogue: Catalogue, exercise: str, easier: str, harder: str) -> None:
    found = catalogue.exercises[exercise]
    for name, other in ((found.easier, easier), (found.harder, harder)):
        assert name == other if other else name not in catalogue.exercises


def test_nothing_heavy_on_the_legs_is_offered_early(catalogue: Catalogue) -> None:
    early = [each for each in catalogue.exercises.values() if each.stage == "protect" and each.effort == "heavy"]
    assert {each.region for each in early} == {"core", "upper"}


def test_hops_count_as_calf_work(catalogue: Catalogue) -> None:
    for name in ("pogo_hop", "single_leg_hop"):
        exercise = catalogue.exercises[name]
        assert (exercise.region, exercise.also_regions) == ("plyo", ("calf",))
