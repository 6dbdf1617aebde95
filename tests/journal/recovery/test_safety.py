"""What opens a warning sign, what takes it back, and that nothing else does."""

from dataclasses import fields, replace
from datetime import timedelta, timezone
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model import Entry, InvalidEntry, Role, Side
from journal.recovery.massage import massage_day
from journal.recovery.massage_rules import MassageRules
from journal.recovery.safety import blocks, clearance
from journal.recovery.shapes import Blocks
from tests.journal.recovery.safety_support import (
    anything_but_a_clinician,
    at,
    blocked_at,
    check,
    gate,
    ids_at,
    massaged,
    seen,
    signs_at,
)
from tests.journal.recovery.support import CATALOGUE, SETTINGS, begun, on, rated
from tests.support import moment


def test_nothing_is_open_in_an_empty_journal() -> None:
    assert signs_at(0) == ()
    assert blocked_at(0) == Blocks()


def test_a_no_opens_nothing() -> None:
    assert ids_at(0, check(0, **dict.fromkeys(CATALOGUE.signs, False))) == []


def test_the_most_urgent_comes_first() -> None:
    raised = check(0, rf_night=True, rf_pe=True, rf_dvt=True, rf_tingle=True)
    assert ids_at(0, raised, check(-1, rf_bone=True)) == ["rf_pe", "rf_dvt", "rf_bone", "rf_night", "rf_tingle"]


def test_places_of_one_sign_are_in_order() -> None:
    tingles = [check(0, rf_tingle=True, site=site, id=site[::-1]) for site in ("mid_calf", "glute", "lower_calf")]
    assert [each.site for each in signs_at(0, *tingles)] == ["glute", "lower_calf", "mid_calf"]


def test_a_sign_is_open_since_it_was_first_answered_yes() -> None:
    (opened,) = signs_at(3, check(0, rf_dvt=True), check(2, rf_dvt=True))
    assert (opened.since, opened.raised_by) == (on(0), ("check-000-08:00", "check-002-08:00"))


def test_the_words_name_the_most_urgent_sign() -> None:
    held = blocked_at(0, check(0, rf_night=True, rf_dvt=True))
    assert held.run == "a warning sign is open (urgent): one leg swollen, warm or discoloured"


def test_a_sign_opens_on_its_day_and_looking_back_before_it_does_not_show_it() -> None:
    raised = check(2, rf_dvt=True)
    assert ids_at(1, raised) == []
    assert ids_at(2, raised, wall="05:00") == ["rf_dvt"]


def test_a_contraindication_is_no_sign() -> None:
    assert ids_at(0, check(0, open_wound=True)) == []


def test_a_sign_the_content_does_not_know_stops_all_at_the_level_it_was_recorded_with() -> None:
    (opened,) = signs_at(0, check(0, rf_new=True, level="soon"))
    assert (opened.id, opened.level) == ("rf_new", "soon")
    assert None not in [getattr(blocks([opened]), field.name) for field in fields(Blocks)]
    assert ids_at(0, check(0, rf_new=False)) == []
    assert [each.level for each in signs_at(0, check(0, rf_new=True))] == ["urgent"]
    both = [check(0, rf_new=True, level="soon"), check(1, rf_new=True, level="emergency")]
    assert [each.level for each in signs_at(1, *both)] == ["emergency"]


# -- what takes a sign back -------------------------------------------------------------------------------------------

LASTING = [sign.id for sign in CATALOGUE.signs.values() if sign.level != "caution" and not sign.computed]


@pytest.mark.parametrize("sign", LASTING)
@pytest.mark.parametrize("by", ["doctor: Ada", "physio: Kim"])
def test_a_clinician_takes_back_what_they_saw(sign: str, by: str) -> None:
    raised = check(0, **{sign: True})
    assert sign in ids_at(200, raised)
    assert sign not in ids_at(1, raised, seen(1, sign, by=by))


def test_a_clinician_takes_back_nothing_they_were_not_asked_about() -> None:
    assert ids_at(1, check(0, rf_pe=True, rf_dvt=True), seen(1, "rf_dvt")) == ["rf_pe"]


@pytest.mark.parametrize("sign", LASTING)
@pytest.mark.parametrize(
    "more",
    [
        {},
        {"cleared_by": "coach: Bo", "note": "go on"},
        {"cleared_by": "self: me", "note": "go on"},
        {"cleared_by": "Ada", "note": "go on"},
        {"cleared_by": "doctor", "note": "go on"},
        {"cleared_by": "doctor: ", "note": "go on"},
        {"cleared_by": "doctor: Ada"},
        {"cleared_by": "doctor: Ada", "note": "go on", "source": "import:own"},
    ],
)
def test_no_other_answer_takes_it_back(sign: str, more: dict[str, str]) -> None:
    assert sign in ids_at(1, check(0, **{sign: True}), check(1, **{sign: False}, **more))


def test_a_clinician_has_to_have_seen_it_afterwards() -> None:
    raised = check(1, "10:00", rf_dvt=True)
    assert ids_at(1, raised, seen(1, "rf_dvt", wall="09:59")) == ["rf_dvt"]
    assert ids_at(1, raised, seen(1, "rf_dvt", wall="10:00")) == ["rf_dvt"]
    assert ids_at(1, raised, seen(1, "rf_dvt", wall="10:01")) == []


@pytest.mark.parametrize(("raised", "visit", "is_open"), [("a", "b", False), ("b", "a", True)])
def test_within_one_second_the_order_of_recording_decides(raised: str, visit: str, is_open: bool) -> None:
    opened = ids_at(1, check(1, "10:00", rf_dvt=True, id=raised), seen(1, "rf_dvt", wall="10:00", id=visit))
    assert opened == (["rf_dvt"] if is_open else [])


def test_a_visit_of_which_only_the_day_is_known_counts_when_it_was_recorded() -> None:
    raised = check(1, "16:00", rf_dvt=True)
    visit = seen(1, "rf_dvt", wall="12:00", time_known=False)
    assert ids_at(1, raised, visit) == []
    assert ids_at(1, raised, replace(visit, recorded_at=at(1, "15:00"))) == ["rf_dvt"]
    assert ids_at(1, raised, replace(visit, recorded_at=at(1, "17:00"))) == []
    assert ids_at(1, raised, replace(visit, recorded_at=at(2, "09:00"))) == []


def test_a_sign_raised_again_is_open_again() -> None:
    entries = [check(0, rf_dvt=True, id="a"), seen(1, "rf_dvt"), check(2, rf_dvt=True, id="b")]
    (opened,) = signs_at(2, *entries)
    assert (opened.since, opened.raised_by) == (on(2), ("b",))


def test_an_imported_yes_counts() -> None:
    assert ids_at(0, check(0, rf_dvt=True, source="import:own")) == ["rf_dvt"]


def test_each_leg_is_seen_by_itself() -> None:
    entries = [check(0, rf_dvt=True, side="right", id="a"), check(0, rf_dvt=True, side="left", id="b")]
    assert [each.side for each in signs_at(0, *entries)] == ["left", "right"]
    assert [each.side for each in signs_at(1, *entries, seen(1, "rf_dvt", side="left"))] == ["right"]
    assert signs_at(1, *entries, seen(1, "rf_dvt")) == ()
    assert ids_at(1, check(0, rf_dvt=True), seen(1, "rf_dvt", side="left")) == ["rf_dvt"]


def test_a_soon_sign_of_one_leg_leaves_the_massage_of_the_other() -> None:
    opened = signs_at(0, check(0, rf_night=True, side="left"))
    assert blocks(opened, "mid_calf", "left").massage
    assert blocks(opened, "mid_calf", "right").massage is None
    assert blocks(opened, "mid_calf", "right").run


def test_an_urgent_sign_of_one_leg_stops_both() -> None:
    opened = signs_at(0, check(0, rf_pulse_lump=True, side="left"))
    assert blocks(opened, "mid_calf", "right").massage


# -- the two cautions -------------------------------------------------------------------------------------------------


def test_the_context_holds_massage_until_swelling_is_answered_no() -> None:
    context = check(0, rf_dvt_context=True)
    assert blocked_at(5, context).massage
    assert ids_at(5, context, check(5, rf_dvt=True)) == ["rf_dvt", "rf_dvt_context"]
    assert ids_at(5, context, gate(5)) == []
    assert ids_at(0, check(0, rf_dvt_context=True, rf_dvt=False)) == []


def test_swelling_answered_no_before_the_context_was_known_says_nothing() -> None:
    assert ids_at(1, gate(0), check(1, rf_dvt_context=True)) == ["rf_dvt_context"]


@pytest.mark.parametrize("more", [{"source": "import:own"}, {"cleared_by": "coach: Bo", "note": "fine"}])
def test_only_the_runner_answers_about_swelling(more: dict[str, str]) -> None:
    assert ids_at(1, check(0, rf_dvt_context=True), gate(1, **more)) == ["rf_dvt_context"]


def test_tingling_closes_its_site_for_seven_days() -> None:
    tingle = check(0, "08:00", rf_tingle=True, site="mid_calf", side="left")
    for number, wall, there in [(0, "09:00", True), (7, "07:59", True), (7, "08:00", False)]:
        opened = signs_at(number, tingle, wall=wall)
        assert bool(blocks(opened, "mid_calf", "left").massage) is there
        assert blocks(opened, "mid_calf", "right").massage is None
        assert blocks(opened, "upper_outer_calf", "left").massage is None
        assert blocks(opened).massage is None


def test_tingling_of_which_the_place_was_not_said_closes_every_site() -> None:
    opened = signs_at(1, check(0, rf_tingle=True))
    assert blocks(opened, "glute", "right").massage
    assert blocks(opened).massage


def test_a_no_does_not_shorten_the_seven_days() -> None:
    tingle = check(0, rf_tingle=True, site="mid_calf", side="left")
    assert ids_at(6, tingle, check(2, rf_tingle=False, site="mid_calf", side="left")) == ["rf_tingle"]


def test_the_runner_is_asked_after_a_day_whether_it_is_still_there() -> None:
    tingle = check(0, "08:00", rf_tingle=True, site="mid_calf", side="left")
    assert [each.ask_again for each in signs_at(1, tingle, wall="07:59")] == [False]
    assert [each.ask_again for each in signs_at(1, tingle, wall="08:00")] == [True]


def test_tingling_still_there_after_a_day_should_be_seen_soon() -> None:
    first = check(0, "08:00", rf_tingle=True, site="mid_calf", side="left", id="a")
    place: dict[str, Any] = {"rf_tingle": True, "site": "mid_calf", "side": "left", "id": "b"}
    assert [each.level for each in signs_at(1, first, check(1, "07:59", **place))] == ["caution"]
    (opened,) = signs_at(60, first, check(1, "08:00", **place))
    assert (opened.level, opened.clinician, opened.site, opened.side) == ("soon", True, None, "left")
    assert ids_at(60, first, check(1, "08:00", **place), seen(50, "rf_tingle")) == []
    assert ids_at(60, first, check(1, "08:00", **place), check(50, rf_tingle=False)) == ["rf_tingle"]


def test_tingling_elsewhere_is_not_still_there() -> None:
    first = check(0, "08:00", rf_tingle=True, site="mid_calf", side="left", id="a")
    other = check(2, "08:00", rf_tingle=True, site="mid_calf", side="right", id="b")
    assert [each.level for each in signs_at(2, first, other)] == ["caution", "caution"]
    assert [each.level for each in signs_at(2, first, replace(other, side=None))] == ["soon"]


def test_tingling_again_after_the_seven_days_begins_anew() -> None:
    place: dict[str, Any] = {"rf_tingle": True, "site": "mid_calf", "side": "left"}
    (opened,) = signs_at(8, check(0, **place, id="a"), check(8, **place, id="b"))
    assert (opened.level, opened.since, opened.raised_by) == ("caution", on(8), ("b",))
    assert [each.level for each in signs_at(8, check(0, **place, id="a"), check(7, **place, id="b"))] == ["soon"]


# -- the record of a visit --------------------------------------------------------------------------------------------


def test_a_clearance_takes_back_the_signs_it_names() -> None:
    raised = check(0, rf_dvt=True, rf_night=True)
    visit = clearance(signs_at(0, raised), "physio", " Kim ", " a strain ", at(1))
    assert (visit.cleared_by, visit.note, visit.at) == ("physio: Kim", "a strain", at(1))
    assert ids_at(1, raised, visit) == []
    assert clearance(signs_at(0, raised), "doctor", "Ada", "a strain", at(0)).at == at(0)


@pytest.mark.parametrize("side", ["left", "right", None])
def test_a_clearance_of_one_leg_is_for_that_leg(side: Side | None) -> None:
    raised = check(0, rf_dvt=True, side=side)
    assert clearance(signs_at(0, raised), "doctor", "Ada", "a strain", at(1)).side == side


@pytest.mark.parametrize(
    ("role", "who", "said", "number"),
    [
        ("coach", "Bo", "go on", 1),
        ("self", "me", "go on", 1),
        ("doctor", " ", "a strain", 1),
        ("doctor", "Ada", "", 1),
        ("doctor", "Ada", "a strain", -1),
    ],
)
def test_a_clearance_is_refused(role: Role, who: str, said: str, number: int) -> None:
    with pytest.raises(InvalidEntry):
        clearance(signs_at(0, check(0, rf_dvt=True)), role, who, said, at(number))


def test_a_clearance_of_nothing_is_refused() -> None:
    with pytest.raises(InvalidEntry):
        clearance((), "doctor", "Ada", "fine", at(0))


# -- properties -------------------------------------------------------------------------------------------------------


@given(st.sampled_from(LASTING), anything_but_a_clinician, st.integers(0, 20))
def test_nothing_else_opens_what_a_sign_closed(sign: str, others: list[Entry], later: int) -> None:
    opened = signs_at(later, check(0, **{sign: True}), *others)
    (raised,) = (each for each in opened if each.id == sign and "check-000-08:00" in each.raised_by)
    held = blocks(opened)
    assert held.leg_strength
    assert held.impact
    assert held.stages
    if raised.level in ("emergency", "urgent"):
        assert None not in [getattr(held, field.name) for field in fields(Blocks)]


@given(
    st.sampled_from([sign for sign in LASTING if CATALOGUE.signs[sign].level in ("emergency", "urgent")]),
    anything_but_a_clinician,
    st.integers(0, 20),
)
def test_an_urgent_sign_stops_massage_on_every_path(sign: str, others: list[Entry], later: int) -> None:
    entries = [check(0, **{sign: True}), *others]
    opened = signs_at(later, *entries)
    day = massage_day(entries, CATALOGUE, SETTINGS, opened, at(later))
    assert day.blocked_by
    assert day.proposals == ()
    sides: tuple[Side, ...] = ("left", "right")
    for site in CATALOGUE.sites:
        for side in sides:
            assert blocks(opened, site, side).massage
    rules = MassageRules(entries, CATALOGUE, SETTINGS, opened, at(later))
    for technique in CATALOGUE.techniques.values():
        assert rules.at((technique.sites[0], "left")).refusal(technique)


@given(anything_but_a_clinician, st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(others: list[Entry], random: Random) -> None:
    entries = [check(0, rf_night=True), check(1, rf_tingle=True), seen(2, "rf_night"), begun(), rated(0, 4), *others]
    entries = [replace(each, id=f"{number:03}") for number, each in enumerate(entries)]
    mixed = list(entries)
    random.shuffle(mixed)
    assert signs_at(5, *entries) == signs_at(5, *mixed)
    opened = signs_at(5, *entries)
    assert massage_day(entries, CATALOGUE, SETTINGS, opened, at(5)) == massage_day(
        mixed, CATALOGUE, SETTINGS, opened, at(5)
    )


def test_the_order_of_what_happened_at_the_same_moment_does_not_matter() -> None:
    both = [massaged(0, 1, 5, id="b"), rated(0, 2, "09:00", id="a"), check(0, "09:00", rf_tingle=True, id="c")]
    assert massage_day(both, CATALOGUE, SETTINGS, (), at(0)) == massage_day(both[::-1], CATALOGUE, SETTINGS, (), at(0))


def test_moments_are_compared_across_zones() -> None:
    raised = check(0, "10:00", rf_dvt=True)
    east = timezone(timedelta(hours=2))
    assert ids_at(0, raised, seen(0, "rf_dvt", at=moment(on(0), "10:30").replace(tzinfo=east))) == ["rf_dvt"]
    assert ids_at(0, raised, seen(0, "rf_dvt", at=moment(on(0), "12:30").replace(tzinfo=east))) == []
