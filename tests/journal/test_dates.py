"""Days and distances as the runner chose to have them written."""

from datetime import date

import pytest

from journal.dates import day_words
from journal.model import Run
from journal.settings import DATE_FORMATS
from journal.tell import distance, tell
from tests.support import MONDAY, moment


@pytest.mark.parametrize(
    ("form", "short", "long"),
    [
        ("23 Nov", "Mon 23 Nov", "23 Nov 2026"),
        ("Nov 23", "Mon Nov 23", "Nov 23, 2026"),
        ("2026-11-23", "Mon 2026-11-23", "2026-11-23"),
    ],
)
def test_a_day_is_written_in_the_chosen_form(form: str, short: str, long: str) -> None:
    assert day_words(date(2026, 11, 23), form) == short
    assert day_words(date(2026, 11, 23), form, weekday=False, year=True) == long
    assert form in DATE_FORMATS


def test_a_distance_is_told_in_the_chosen_unit() -> None:
    from journal.catalogue import load_catalogue

    catalogue = load_catalogue()
    run = Run(at=moment(MONDAY), minutes=30, km=5)
    assert tell(run, catalogue) == "run 30 min 5 km"
    assert tell(run, catalogue, "mi") == "run 30 min 3.1 mi"
    assert distance(None, "mi") == ""
