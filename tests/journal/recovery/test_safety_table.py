"""Each warning sign of the content: its level, its actions, and what it suspends."""

import pytest

from journal.recovery.safety import BY_ACTION, BY_LEVEL, EVERYTHING, suspended
from tests.journal.recovery.safety_support import check, signs_at
from tests.journal.recovery.support import CATALOGUE

ALL = "massage leg_strength strength run impact stages"
NOTE = "show_advice require_clinician_note"

TABLE = [
    # sign, level, actions, suspended
    ("rf_pe", "emergency", f"stop_all {NOTE}", ALL),
    ("rf_limb_cold", "emergency", f"stop_all {NOTE}", ALL),
    ("rf_compartment", "emergency", f"stop_all {NOTE}", ALL),
    ("rf_hot_joint", "emergency", f"stop_all {NOTE}", ALL),
    ("rf_back_saddle", "emergency", f"stop_all {NOTE}", ALL),
    ("rf_dark_urine", "emergency", f"stop_all {NOTE}", ALL),
    ("rf_dvt", "urgent", f"stop_all stop_massage {NOTE}", ALL),
    ("rf_cyst", "urgent", f"stop_all stop_massage {NOTE}", ALL),
    ("rf_weight", "urgent", f"stop_run stop_leg_strength stop_massage {NOTE}", ALL),
    ("rf_pop", "urgent", f"stop_run stop_leg_strength stop_massage {NOTE}", ALL),
    ("rf_lock_giveway", "urgent", f"stop_run stop_leg_strength {NOTE}", ALL),
    ("rf_effusion", "urgent", f"stop_run stop_massage {NOTE}", ALL),
    ("rf_footdrop", "urgent", f"stop_run stop_massage {NOTE}", ALL),
    ("rf_pulse_lump", "urgent", f"stop_massage {NOTE}", ALL),
    ("rf_exertional", "soon", "stop_run stop_massage show_advice", "massage leg_strength run impact stages"),
    ("rf_night", "soon", "stop_run stop_massage show_advice", "massage leg_strength run impact stages"),
    ("rf_bone", "soon", "no_impact stop_run show_advice", "leg_strength run impact stages"),
    ("rf_trend", "soon", "show_advice", "stages"),
    ("rf_dvt_context", "caution", "stop_massage show_advice", "massage leg_strength impact stages"),
    ("rf_tingle", "caution", "stop_massage show_advice", "massage leg_strength impact stages"),
]


@pytest.mark.parametrize(("sign", "level", "actions", "held"), TABLE, ids=[row[0] for row in TABLE])
def test_the_content_says_what_the_table_says(sign: str, level: str, actions: str, held: str) -> None:
    assert CATALOGUE.signs[sign].level == level
    assert set(CATALOGUE.signs[sign].actions) == set(actions.split())


def test_the_table_is_complete() -> None:
    assert {row[0] for row in TABLE} == set(CATALOGUE.signs)


@pytest.mark.parametrize(
    ("sign", "level", "actions", "held"), [row for row in TABLE if row[0] != "rf_trend"], ids=lambda value: str(value)
)
def test_a_yes_suspends_what_the_table_says(sign: str, level: str, actions: str, held: str) -> None:
    (opened,) = signs_at(0, check(0, **{sign: True}))
    assert (opened.id, opened.level, set(opened.actions)) == (sign, level, set(actions.split()))
    assert suspended(opened) == set(held.split())
    assert opened.text == CATALOGUE.signs[sign].advice
    assert opened.clinician == (level != "caution")
    assert opened.raised_by == ("check-000-08:00",)


def test_each_action_and_level_suspends_what_it_names() -> None:
    assert {
        "stop_all": EVERYTHING,
        "stop_run": {"run", "impact"},
        "stop_leg_strength": {"leg_strength", "impact"},
        "stop_massage": {"massage"},
        "no_impact": {"run", "impact"},
    } == BY_ACTION
    assert {
        "emergency": EVERYTHING,
        "urgent": EVERYTHING,
        "soon": {"leg_strength", "impact"},
        "caution": {"leg_strength", "impact"},
    } == BY_LEVEL
    assert set(ALL.split()) == EVERYTHING
