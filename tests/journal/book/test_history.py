"""What came from elsewhere is history: kept as it came, and marked where it is not to be repeated."""

from datetime import timedelta

import pytest

from journal.book import Journal
from journal.errors import Refused
from journal.model import Massage
from journal.quick import NotUnderstood
from tests.support import MONDAY, moment

DONE = Massage(
    id="0190aaaa-0000-7000-8000-000000000001",
    at=moment(MONDAY - timedelta(days=1)),
    recorded_at=moment(MONDAY),
    technique="ball_upper_outer_calf_sit",
    site="back_of_knee",
    side="left",
    seconds=60,
)


def test_an_imported_massage_of_a_place_that_is_never_pressed_is_kept_and_marked(journal: Journal) -> None:
    journal.take_in([DONE], "import old.jsonl")
    (kept,) = journal.entries()
    assert isinstance(kept, Massage)
    assert (kept.site, kept.seconds, kept.tags) == ("back_of_knee", 60, ("not-to-be-massaged",))
    assert "back_of_knee" not in {each.site for each in journal.status().massage.proposals}
    journal.take_in([DONE], "import old.jsonl")
    assert journal.count() == 1


def test_nobody_types_or_records_one(journal: Journal) -> None:
    with pytest.raises(Refused, match="never massaged"):
        journal.record(DONE)
    with pytest.raises(NotUnderstood, match="never pressed"):
        journal.log(["massage ball l back of knee 5m"])
    assert journal.count() == 0
