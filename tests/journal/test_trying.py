"""Self-trials through the door: planned, ended by the runner or for safety, taken back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from journal.book import Journal
from journal.errors import JournalError, Refused
from journal.model import InvalidEntry, SelfTrial
from journal.recovery.gate import sign_answers
from tests.support import MONDAY, FakeClock, moment

SITE = "upper_outer_calf"


@pytest.fixture
def clock() -> FakeClock:
    """Monday morning."""
    return FakeClock(moment(MONDAY))


@pytest.fixture
def journal(tmp_path: Path, clock: FakeClock) -> Iterator[Journal]:
    """An open journal."""
    with Journal(tmp_path / "data", clock) as opened:
        yield opened


def begin(journal: Journal, against: str | None = None, days: int = 28) -> SelfTrial:
    """Start a trial of the ball."""
    return journal.start_trial(journal.plan_trial("ball", against, days=days))


def test_a_technique_is_named_as_people_call_it(journal: Journal) -> None:
    trial = journal.plan_trial("ball", "hands")
    assert (trial.technique, trial.against) == ("ball_upper_outer_calf_sit", "thumb_release_active_bend")
    assert (trial.site, trial.side, trial.start, trial.days) == (SITE, "left", MONDAY, 28)
    assert journal.plan_trial(trial.technique, "none", seed=5) == journal.plan_trial("ball", seed=5)
    assert journal.trials() == ()


def test_each_trial_draws_its_own_lot(journal: Journal) -> None:
    assert len({journal.plan_trial("ball").seed for _ in range(5)}) > 1


def test_on_a_day_that_was_massaged_it_begins_tomorrow(journal: Journal) -> None:
    journal.log(["massage hands l calf 1m"])
    assert begin(journal).start == MONDAY + timedelta(days=1)
    assert journal.trials()[0].state == "waiting"


def test_one_at_a_time_at_a_place(journal: Journal) -> None:
    begin(journal)
    with pytest.raises(Refused, match="goes on already"):
        begin(journal)
    other = journal.start_trial(journal.plan_trial("hands", place="right calf"))
    with pytest.raises(Refused, match="several"):
        journal.end_trial()
    assert journal.end_trial(other).ended_on == MONDAY
    journal.end_trial()
    assert begin(journal)


def test_it_is_ended_and_undo_goes_on_with_it(journal: Journal) -> None:
    begin(journal)
    journal.end_trial()
    assert journal.trials()[0].why == "you ended it"
    journal.undo()
    assert journal.trials()[0].state == "running"
    journal.undo()
    assert journal.trials() == ()


@pytest.mark.parametrize(
    ("line", "why"), [("l calf 6", "it hurt 6 of 10, over 5"), ("run 20m pain 7", "it hurt 7 of 10, over 5")]
)
def test_pain_ends_it_and_none_begins(journal: Journal, clock: FakeClock, line: str, why: str) -> None:
    begin(journal)
    clock.advance(hours=1)
    journal.log([line])
    assert (journal.trials()[0].state, journal.trials()[0].why) == ("ended", why)
    with pytest.raises(Refused, match="it hurt more than 5"):
        begin(journal)
    journal.undo()
    assert journal.trials()[0].state == "running"


def test_a_warning_sign_ends_it_and_none_begins(journal: Journal, clock: FakeClock) -> None:
    begin(journal)
    clock.advance(hours=1)
    journal.record(sign_answers({"rf_dvt": True}, journal.catalogue, clock.now()))
    assert journal.trials()[0].why == "a warning sign was raised"
    with pytest.raises(Refused, match="warning sign is open"):
        begin(journal)


@pytest.mark.parametrize(
    ("technique", "place", "why"),
    [
        ("gun", None, "is not for the left upper outer calf"),
        ("spoon", None, "spoon"),
        ("ball", "left back of knee", "never pressed"),
        ("ball", "nowhere", "nowhere"),
    ],
)
def test_what_cannot_be_tried_is_refused(journal: Journal, technique: str, place: str | None, why: str) -> None:
    with pytest.raises(JournalError, match=why):
        journal.start_trial(journal.plan_trial(technique, place=place))
    assert journal.trials() == ()


def test_a_plan_is_of_pairs_of_days_and_of_two_things(journal: Journal) -> None:
    with pytest.raises(InvalidEntry, match="pairs of days"):
        begin(journal, days=15)
    with pytest.raises(InvalidEntry, match="two different"):
        begin(journal, "ball")


def test_what_is_asked_or_planned_ahead_is_not_dated_back(journal: Journal, clock: FakeClock) -> None:
    trial = journal.plan_trial("ball")
    (question,) = journal.read("ask drive").entries
    clock.advance(days=2)
    for entry in (trial, question):
        with pytest.raises(Refused, match="cannot be dated back"):
            journal.record(entry)


def test_all_history_goes_further_back_than_five_years(journal: Journal) -> None:
    journal.log(["l calf 3"])
    journal.log(["drive 1h"], day=MONDAY.replace(year=2015))
    assert not journal.insights().triggers
    assert journal.insights(all_history=True).triggers
