"""Contraindications: when they are asked, and what the answers mean for massage."""

from typing import Any

import pytest

from journal.model import Entry
from journal.recovery.conditions import Conditions, contraindicated, contraindications_due
from journal.settings import Settings
from tests.journal.recovery.safety_support import at, check
from tests.journal.recovery.support import CATALOGUE, SETTINGS

NONE = dict.fromkeys(CATALOGUE.contraindications, False)

NO_MASSAGE = {
    "clot_or_vein_inflammation",
    "open_wound",
    "fracture",
    "tissue_inflamed_here",
    "bone_infection",
    "bone_in_muscle",
    "skin_infection_rash_burn",
    "recent_surgery_here",
    "fever_or_ill",
    "swelling_unexplained",
    "injury_lt_72h",
    "numb_here",
}
ASK_FIRST = {
    "anticoagulant",
    "varicose_here",
    "pregnancy_or_recent_birth",
    "arterial_disease",
    "cancer",
    "diabetes_with_nerve_damage",
    "osteoporosis",
    "implant_here",
    "long_term_steroids",
    "previous_clot",
}


def due(number: int, *entries: Entry, settings: Settings = SETTINGS) -> bool:
    return contraindications_due(entries, CATALOGUE, settings, at(number))


def found(number: int, *entries: Entry, also: tuple[str, ...] = ()) -> Conditions:
    return contraindicated(entries, CATALOGUE, at(number), also)


def test_what_each_condition_means() -> None:
    means = {each.id: each.means for each in CATALOGUE.contraindications.values()}
    assert means == {**dict.fromkeys(NO_MASSAGE, "no_massage"), **dict.fromkeys(ASK_FIRST, "ask_clinician")}


@pytest.mark.parametrize("condition", sorted(NO_MASSAGE | ASK_FIRST))
def test_a_yes_counts_until_the_runner_says_no(condition: str) -> None:
    yes = check(0, **{condition: True})
    expected = ((condition,), ()) if condition in NO_MASSAGE else ((), (condition,))
    now = found(0, yes)
    assert now.present == {condition}
    assert (now.no_massage, now.ask_clinician) == expected
    assert found(400, yes, check(1, **{condition: False})) == Conditions()


def test_they_are_asked_once() -> None:
    assert due(0)
    assert not due(0, check(0, **NONE))


def test_and_again_after_90_days() -> None:
    assert not due(90, check(0, **NONE))
    assert due(91, check(0, **NONE))
    assert due(61, check(0, **NONE), settings=Settings(conditions_days=60))


def test_every_one_of_them() -> None:
    all_but_one = {each: False for each in NONE if each != "cancer"}
    assert due(0, check(0, **all_but_one))
    assert not due(0, check(0, **all_but_one), check(-10, cancer=True))


@pytest.mark.parametrize("more", [{"source": "import:own"}, {"cleared_by": "coach: Bo", "note": "fine"}])
def test_only_the_runner_answers(more: dict[str, Any]) -> None:
    assert due(0, check(0, **NONE, **more))
    assert found(1, check(0, cancer=True), check(1, cancer=False, **more)).ask_clinician == ("cancer",)


def test_an_imported_yes_counts() -> None:
    assert found(0, check(0, cancer=True, source="import:own")).ask_clinician == ("cancer",)


def test_a_clinician_may_agree_to_massage_as_long_as_the_answer_stays_yes() -> None:
    yes, agreed = check(0, cancer=True), check(1, cancer=False, cleared_by="doctor: Ada", note="massage is fine")
    assert found(1, yes, agreed) == Conditions(present=frozenset({"cancer"}))
    assert found(90, yes, agreed, check(90, cancer=True)).ask_clinician == ()
    assert found(91, yes, agreed, check(90, cancer=False), check(91, cancer=True)).ask_clinician == ("cancer",)


def test_nobody_agrees_to_massage_where_there_is_none() -> None:
    yes = check(0, open_wound=True)
    said = check(1, open_wound=False, cleared_by="doctor: Ada", note="go on")
    assert found(1, yes, said).no_massage == ("open_wound",)


def test_agreement_before_there_was_anything_to_agree_to_says_nothing() -> None:
    agreed = check(0, cancer=False, cleared_by="doctor: Ada", note="massage is fine")
    assert found(1, agreed, check(1, cancer=True)).ask_clinician == ("cancer",)


def test_what_the_settings_say_counts_whatever_was_answered() -> None:
    assert found(1, check(0, fracture=False), also=("fracture", "back_pain")).no_massage == ("fracture",)
