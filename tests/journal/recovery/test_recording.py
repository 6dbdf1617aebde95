"""What the door refuses: pressing where it is never right, or while a warning sign forbade it."""

import pytest

from journal.model import Entry, Massage
from journal.recovery.recording import refusal
from tests.journal.recovery.safety_support import check, massaged, seen
from tests.journal.recovery.support import CATALOGUE, SETTINGS


def refused(massage: Massage, *entries: Entry) -> str:
    """The refusal, "" when there is none."""
    return refusal(massage, entries, CATALOGUE, SETTINGS) or ""


def test_a_massage_of_a_muscle_is_taken() -> None:
    assert refused(massaged(0)) == ""


@pytest.mark.parametrize("site", [site.id for site in CATALOGUE.sites.values() if site.massage == "no"])
def test_a_place_that_is_never_pressed_is_refused_by_name(site: str) -> None:
    assert refused(massaged(0, site=site)).startswith(CATALOGUE.sites[site].name)


def test_a_sign_that_was_open_then_refuses_with_its_advice() -> None:
    why = refused(massaged(0, wall="09:00"), check(0, "08:00", rf_dvt=True))
    assert CATALOGUE.signs["rf_dvt"].short in why
    assert CATALOGUE.signs["rf_dvt"].advice in why


def test_a_sign_raised_later_that_day_does_not_reach_back() -> None:
    assert refused(massaged(0, wall="09:00"), check(0, "19:00", rf_dvt=True)) == ""


def test_a_massage_that_the_sign_ended_is_taken() -> None:
    assert refused(massaged(0, wall="09:00"), check(0, "09:00", rf_tingle=True)) == ""
    assert refused(massaged(0, wall="09:01"), check(0, "09:00", rf_tingle=True)) != ""


def test_what_a_doctor_said_opens_it_again_from_then_on() -> None:
    entries = (check(0, "08:00", rf_dvt=True), seen(1, "rf_dvt", wall="15:00"))
    assert refused(massaged(1, wall="14:00"), *entries) != ""
    assert refused(massaged(1, wall="16:00"), *entries) == ""


def test_tingling_forbids_its_own_place_alone() -> None:
    tingled = check(0, "08:00", rf_tingle=True, site="upper_outer_calf", side="left")
    assert refused(massaged(0, side="left"), tingled) != ""
    assert refused(massaged(0, side="right"), tingled) == ""


def test_what_was_imported_is_history() -> None:
    sign = check(0, "08:00", rf_dvt=True)
    assert refused(massaged(0, source="import:diary"), sign) == ""
    assert refused(massaged(0, site="back_of_knee", source="import:diary")) == ""


def test_what_presses_nothing_is_taken() -> None:
    assert refused(massaged(0, technique="cold_pack"), check(0, "08:00", rf_dvt=True)) == ""
