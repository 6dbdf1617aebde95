"""An entry in one line of words."""

import pytest

from journal.catalogue import load_catalogue
from journal.model import SafetyCheck
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
