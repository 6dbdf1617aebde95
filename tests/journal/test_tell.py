"""An entry in one line of words."""

import pytest

from journal.catalogue import load_catalogue
from journal.model import Episode, GateTest, SafetyCheck
from journal.tell import tell
from tests.support import MONDAY, moment

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"rf_dvt": False, "rf_night": False}, "warning signs: all answered no"),
        ({"rf_tingle": True, "rf_dvt": False}, "warning signs: tingling or shooting during massage"),
        ({"anticoagulant": False, "varicose_here": False}, "health questions: all answered no"),
        ({"anticoagulant": True, "varicose_here": False}, "health questions: 1 of 2 yes"),
        ({"anticoagulant": True, "rf_dvt": False}, "health questions: 1 of 1 yes, warning signs: all answered no"),
    ],
)
def test_what_was_asked_of_the_body_is_told_as_it_was_answered(answers: dict[str, bool], told: str) -> None:
    assert tell(SafetyCheck(at=moment(MONDAY), answers=answers), CATALOGUE) == told


@pytest.mark.parametrize(
    ("test", "value", "unit", "told"),
    [
        ("confidence", 8, "score", "test Confidence: 8 of 10"),
        ("walk_30", 0, "score", "test Walk 30 minutes: 0 of 10"),
        ("full_motion", 0, "yes", "test Straighten and bend fully: no"),
        ("single_leg_calf_raise", 0, "count", "test Calf-raise count: 0"),
        ("single_leg_calf_raise", 25, "count", "test Calf-raise count: 25"),
        ("plank", 30, "s", "test plank: 30 s"),
    ],
)
def test_the_result_of_a_test_says_its_unit(test: str, value: float, unit: str, told: str) -> None:
    assert tell(GateTest(at=moment(MONDAY), test=test, value=value, unit=unit), CATALOGUE) == told


@pytest.mark.parametrize(("days", "told"), [(0, "0 rest days"), (1, "1 rest day"), (2, "2 rest days")])
def test_one_rest_day_is_told_as_one(days: int, told: str) -> None:
    spell = Episode(at=moment(MONDAY), site="upper_outer_calf", side="left", onset_kind="gradual", rest_days=days)
    assert tell(spell, CATALOGUE) == f"episode: left upper outer calf, gradual, {told} planned"
