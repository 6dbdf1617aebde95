"""When the five questions of the calf gate come first, and what their answers raise."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model import Entry, InvalidEntry, Level, Run, Strength
from journal.recovery.gate import gate_answers, gate_due, sign_answers
from journal.recovery.shapes import GateDue
from journal.settings import Settings
from tests.journal.recovery.safety_support import at, check, drive, gate, massaged, seen
from tests.journal.recovery.support import CATALOGUE, SETTINGS, begun, on, rated
from tests.support import moment

QUESTIONS = tuple(question.id for question in CATALOGUE.gate)


def due(number: int, *entries: Entry, settings: Settings = SETTINGS) -> GateDue | None:
    return gate_due(entries, CATALOGUE, settings, at(number))


def test_there_are_five_questions() -> None:
    assert QUESTIONS == (
        "swelling",
        "warmth_or_colour",
        "constant_or_rest_pain",
        "numb_or_tingling",
        "injury_pop_or_bruise",
    )


def test_nothing_is_asked_while_all_is_well() -> None:
    assert due(0) is None
    assert due(0, rated(0, 2), rated(-1, 2), drive(-1, 3)) is None


# -- at the start of a sore spell -------------------------------------------------------------------------------------


def test_a_sore_spell_begins_with_the_questions() -> None:
    asked = due(0, begun())
    because = "a sore spell began on Mon 23 Nov: left upper outer calf"
    assert asked == GateDue(because=because, questions=QUESTIONS, at_once=True)


@pytest.mark.parametrize(("number", "is_due"), [(-1, True), (0, False), (1, False)])
def test_they_are_answered_on_its_day_or_later(number: int, is_due: bool) -> None:
    assert (due(5, begun(), gate(-9), gate(number)) is not None) is is_due


def test_an_ended_spell_asks_nothing() -> None:
    assert due(5, begun(ended_on=on(5))) is None
    assert due(4, begun(ended_on=on(5))) is not None


# -- before the first massage of a sore day ---------------------------------------------------------------------------


@pytest.mark.parametrize(("score", "is_due"), [(2, False), (3, True), (10, True)])
@pytest.mark.parametrize("number", [0, -1])
def test_three_today_or_yesterday_asks(score: int, is_due: bool, number: int) -> None:
    assert (due(0, rated(number, score)) is not None) is is_due


def test_three_two_days_ago_asks_nothing() -> None:
    assert due(0, rated(-2, 9)) is None


def test_an_easier_day_after_it_still_asks() -> None:
    assert due(0, rated(-1, 5), rated(0, 1)) is not None


@pytest.mark.parametrize(
    "felt",
    [
        rated(0, 3, measure="tightness"),
        rated(0, 3, site="back_of_knee"),
        massaged(0, 3, None),
        massaged(0, None, 3),
        Run(at=moment(on(0)), pain_during=3),
        Strength(at=moment(on(0)), exercise="wall_sit", pain_during=3),
    ],
)
def test_any_symptom_asks(felt: Entry) -> None:
    assert due(0, felt) is not None


def test_once_a_day_is_enough() -> None:
    sore = [rated(0, 5), rated(1, 5)]
    assert due(0, *sore, gate(0, "05:00")) is None
    assert due(1, *sore, gate(0)) is not None


def test_the_rating_that_asks_is_a_setting() -> None:
    assert due(0, rated(0, 2), settings=Settings(gate_symptom=2)) is not None
    assert due(0, rated(0, 0), settings=Settings(gate_symptom=1)) is None
    assert due(0, settings=Settings(gate_symptom=1)) is None


def test_the_words_say_how_sore_it_was() -> None:
    asked = due(0, rated(-1, 4), rated(0, 3))
    assert asked is not None
    assert asked.because == "the leg was at 4 of 10 today or yesterday: before the first massage of the day"


@pytest.mark.parametrize(
    "more",
    [
        {"source": "import:own"},
        {"cleared_by": "coach: Bo", "note": "fine"},
        {"cleared_by": "doctor: Ada", "note": "fine", "source": "import:own"},
    ],
)
def test_only_the_runner_answers(more: dict[str, Any]) -> None:
    assert due(0, rated(0, 5), gate(0, **more)) is not None


def test_a_part_of_the_questions_is_not_the_gate() -> None:
    assert due(0, rated(0, 5), check(0, rf_dvt=False, rf_night=False, rf_footdrop=False)) is not None


def test_what_a_clinician_found_about_swelling_answers_it() -> None:
    assert due(0, rated(0, 5), seen(0, "rf_dvt")) is None
    assert due(0, rated(0, 5), seen(0, "rf_night")) is not None


def test_a_yes_answers_it_too() -> None:
    assert due(0, rated(0, 5), gate(0, "08:00", "swelling")) is None


# -- after long seated travel -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("hours", "is_due"), [(4, False), (4.1, True)])
def test_more_than_four_hours_seated_and_something_new(hours: float, is_due: bool) -> None:
    assert (due(3, drive(0, hours), rated(3, 1)) is not None) is is_due


def test_the_words_say_how_long_and_where() -> None:
    asked = due(3, drive(0, 5), rated(3, 1))
    assert asked is not None
    assert asked.because == "5 h seated on Mon 23 Nov, and something new since: left upper outer calf"
    asked = due(3, drive(0, 5), drive(2, 6), rated(3, 1))
    assert asked is not None
    assert asked.because == "6 h seated on Wed 25 Nov, and something new since: left upper outer calf"


def test_a_flight_is_counted_in_its_own_unit() -> None:
    unit = CATALOGUE.triggers["travel_flight"].unit
    per_hour = {"h": 1, "min": 60}[unit]
    flight = replace(drive(0, 1, trigger="travel_flight", unit=unit), amount=4.5 * per_hour)
    assert due(1, flight, rated(1, 1)) is not None
    assert due(1, replace(flight, amount=3.5 * per_hour), rated(1, 1)) is None


def test_the_unit_of_the_entry_counts() -> None:
    assert due(1, drive(0, 5 / 60, unit="h"), rated(1, 1)) is not None
    assert due(1, drive(0, 5, unit=""), rated(1, 1)) is not None


def test_the_travel_of_a_day_is_added_up() -> None:
    assert due(1, drive(0, 2.5, "10:00"), drive(0, 2.5, "18:00"), rated(1, 1)) is not None
    assert due(1, drive(-1, 2.5), drive(0, 2.5), rated(1, 1)) is None


def test_other_triggers_and_unknown_amounts_are_no_travel() -> None:
    assert due(1, drive(0, 9, trigger="sitting"), rated(1, 1)) is None
    assert due(1, drive(0, 4), drive(0, 9, trigger="sitting"), rated(1, 1)) is None
    assert due(1, drive(0, 9, trigger="gone"), rated(1, 1)) is None
    assert due(1, replace(drive(0, 9), amount=None), rated(1, 1)) is None


@pytest.mark.parametrize(("number", "is_due"), [(-1, False), (0, True), (28, True), (29, False)])
def test_for_28_days(number: int, is_due: bool) -> None:
    assert (due(max(number, 0), drive(0, 5), rated(number, 1)) is not None) is is_due


@pytest.mark.parametrize(("number", "is_due"), [(29, True), (30, False)])
def test_a_symptom_is_asked_about_for_28_days(number: int, is_due: bool) -> None:
    assert (due(number, drive(0, 5), rated(1, 1)) is not None) is is_due


def test_every_new_symptom_is_looked_at() -> None:
    assert due(31, drive(0, 5), rated(3, 1), rated(31, 1, side="right")) is not None


def test_a_massage_may_be_the_first_to_say_it() -> None:
    assert due(3, drive(0, 5), massaged(3, 0, 2)) is not None
    assert due(3, drive(0, 5), massaged(3, 2, 0)) is not None
    assert due(3, drive(0, 5), massaged(3, 0, 0)) is None


@pytest.mark.parametrize(("days", "is_due"), [(14, False), (15, True)])
def test_what_was_there_in_the_two_weeks_before_is_not_new(days: int, is_due: bool) -> None:
    assert (due(3, drive(0, 5), rated(3 - days, 1), rated(3, 1)) is not None) is is_due


def test_a_zero_is_no_symptom() -> None:
    assert due(3, drive(0, 5), rated(3, 0)) is None
    assert due(3, drive(0, 5), rated(1, 0), rated(3, 1)) is not None


def test_the_other_leg_is_new_by_itself() -> None:
    assert due(3, drive(0, 5), rated(-3, 2), rated(3, 2), rated(3, 1, side="right")) is not None


@pytest.mark.parametrize(
    ("answer", "is_due"),
    [
        (gate(3, "07:00"), True),
        (gate(3, "07:30", id="answered before the rating"), True),
        (gate(3, "07:30", id="then answered"), False),
        (gate(3, "08:00"), False),
        (gate(4), False),
        (gate(2), True),
        (check(3, "09:00", rf_dvt=False), True),
        (gate(3, "09:00", source="import:own"), True),
    ],
)
def test_it_is_held_until_answered_after_the_symptom(answer: Entry, is_due: bool) -> None:
    assert (due(20, drive(0, 5), rated(3, 1, "07:30"), answer) is not None) is is_due


def test_a_symptom_of_which_only_the_day_is_known_is_answered_on_that_day() -> None:
    felt = rated(3, 1, "12:00", time_known=False)
    assert due(3, drive(0, 5), felt, gate(3, "07:00")) is None
    assert due(3, drive(0, 5), felt, gate(2)) is not None


def test_a_yes_about_the_context_is_as_travel() -> None:
    context = check(0, rf_dvt_context=True)
    assert due(3, context, rated(3, 1)) is not None
    assert due(3, context, rated(3, 1), gate(3)) is None


# -- the answers ------------------------------------------------------------------------------------------------------


def test_five_times_no_is_recorded_for_every_sign() -> None:
    made = gate_answers(dict.fromkeys(QUESTIONS, False), CATALOGUE, at(0))
    assert made.answers == dict.fromkeys(("rf_dvt", "rf_night", "rf_footdrop", "rf_pop"), False)
    assert made.level is None


@pytest.mark.parametrize(
    ("question", "raised", "level"),
    [
        ("swelling", {"rf_dvt"}, "urgent"),
        ("warmth_or_colour", {"rf_dvt"}, "urgent"),
        ("constant_or_rest_pain", {"rf_dvt", "rf_night"}, "urgent"),
        ("numb_or_tingling", {"rf_footdrop"}, "urgent"),
        ("injury_pop_or_bruise", {"rf_pop"}, "urgent"),
    ],
)
def test_a_yes_raises_its_signs(question: str, raised: set[str], level: Level) -> None:
    made = gate_answers({each: each == question for each in QUESTIONS}, CATALOGUE, at(0))
    assert {sign for sign, yes in made.answers.items() if yes} == raised
    assert made.level == level


def test_an_answer_names_its_place() -> None:
    made = sign_answers({"rf_tingle": True}, CATALOGUE, at(0), "mid_calf", "left")
    assert (made.answers, made.site, made.side) == ({"rf_tingle": True}, "mid_calf", "left")


def test_a_sign_is_answered_no_when_all_its_questions_were() -> None:
    assert gate_answers({"swelling": False}, CATALOGUE, at(0)).answers == {}
    assert gate_answers({"swelling": True}, CATALOGUE, at(0)).answers == {"rf_dvt": True}


def test_an_unknown_question_is_refused() -> None:
    with pytest.raises(InvalidEntry):
        gate_answers({"weather": True}, CATALOGUE, at(0))


# -- properties -------------------------------------------------------------------------------------------------------

_felt = st.lists(st.tuples(st.integers(-3, 0), st.integers(0, 10), st.sampled_from(["06:00", "12:00", "19:00"])))


@given(_felt, st.booleans(), st.integers(0, 10))
def test_more_pain_never_takes_the_questions_away(felt: list[tuple[int, int, str]], answered: bool, more: int) -> None:
    since = "13:00" if answered else ""  # what was felt before the answers was answered
    ratings = [rated(number, score, wall) for number, score, wall in felt]
    worse = [
        rated(number, min(10, score + more) if number == 0 and wall > since else score, wall)
        for number, score, wall in felt
    ]
    others: list[Entry] = [drive(-1, 5), *([gate(0, "13:00")] if answered else [])]
    assert due(0, *ratings, *others) is None or due(0, *worse, *others) is not None
