"""What cannot be true is refused when it is made."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from journal.errors import JournalError
from journal.model import (
    KINDS,
    Comment,
    Entry,
    Episode,
    Function,
    GateTest,
    InvalidEntry,
    Massage,
    Note,
    Question,
    Rating,
    Run,
    SelfTrial,
    Strength,
    StrengthSet,
    Trigger,
    Untracked,
)
from tests.support import MONDAY, moment

AT = moment(MONDAY)


@pytest.mark.parametrize(
    ("kind", "fields", "says"),
    [
        (Rating, {"site": "s", "side": "left", "score": 11}, "11 is not a 0-10 rating"),
        (Rating, {"site": "s", "side": "left", "score": -1}, "-1 is not a 0-10 rating"),
        (Function, {"percent": 400}, "400 is not 0-100"),
        (Trigger, {"trigger": "driving", "amount": -3.0}, "driving -3"),
        (Trigger, {"trigger": "driving", "amount": float("nan")}, "driving nan"),
        (Massage, {"technique": "t", "site": "s", "side": "left", "seconds": -1}, "seconds -1"),
        (Massage, {"technique": "t", "site": "s", "side": "left", "before": 12}, "before 12"),
        (Run, {"stage": 9}, "stage 9 does not exist"),
        (Run, {"minutes": -1.0}, "minutes -1"),
        (Strength, {"exercise": "e", "pain_during": 11}, "11 is not a 0-10"),
        (GateTest, {"test": "t", "value": -1.0}, "t -1"),
        (Episode, {"site": "s", "side": "left", "ended_on": MONDAY - timedelta(days=1)}, "end before it begins"),
        (Episode, {"site": "s", "side": "left", "rest_days": 999}, "999 rest days"),
        (Note, {"note": "  "}, "empty"),
        (Note, {"note": "x" * 1_000_001}, "too long (1000001"),
        (Note, {"note": "x", "tags": ("two words",)}, "a tag is one word"),
        (Comment, {"author": "A", "text": ""}, "empty"),
    ],
)
def test_the_impossible_is_refused_in_one_line(kind: type[Entry], fields: dict[str, Any], says: str) -> None:
    with pytest.raises(InvalidEntry) as refusal:
        kind(at=AT, **fields)
    assert says in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("year", [1, 1899, 2200, 9999])
def test_years_out_of_range_are_refused(year: int) -> None:
    with pytest.raises(InvalidEntry, match="out of range"):
        Note(at=AT.replace(year=year), note="x")


def test_a_time_without_offset_is_refused() -> None:
    with pytest.raises(InvalidEntry, match="offset"):
        Note(at=datetime(2026, 1, 1), note="x")  # noqa: DTZ001 - the case


@pytest.mark.parametrize("fields", [{}, {"reps": 3, "seconds": 3}, {"reps": -1}, {"reps": 3, "load_kg": 5000}])
def test_a_set_is_repetitions_or_seconds(fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidEntry):
        StrengthSet(**fields)


def test_a_refusal_is_an_error_of_the_journal_for_wrong_input() -> None:
    assert issubclass(InvalidEntry, JournalError)
    assert InvalidEntry.exit_code == 2


def test_every_kind_has_its_own_name() -> None:
    assert list(KINDS) == [kind.kind for kind in KINDS.values()]
    assert len(KINDS) == 14


PLACE = {"site": "mid_calf", "side": "left"}
TRIAL = {**PLACE, "at": AT, "technique": "ball", "start": AT.date(), "seed": 1}


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        (Untracked, {"at": AT, "last": AT.date() - timedelta(days=1)}, "end before they begin"),
        (Question, {"at": AT, **PLACE, "trigger": "driving", "lag_days": 3}, "3 days later"),
        (Question, {"at": AT, **PLACE, "trigger": "driving", "above": -1}, "driving -1"),
        (SelfTrial, {**TRIAL, "start": AT.date() - timedelta(days=1)}, "begin before"),
        (SelfTrial, {**TRIAL, "days": 12}, "12 days"),
        (SelfTrial, {**TRIAL, "days": 15}, "pairs"),
        (SelfTrial, {**TRIAL, "seed": -1}, "seed -1"),
        (SelfTrial, {**TRIAL, "against": "ball"}, "two different"),
        (SelfTrial, {**TRIAL, "ended_on": AT.date() - timedelta(days=1)}, "end before"),
    ],
)
def test_what_is_asked_and_tried_is_checked(kind: type[Entry], fields: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidEntry, match=said):
        kind(**fields)
