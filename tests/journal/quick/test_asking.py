"""Questions asked ahead, and days that were not tracked."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from journal.errors import Refused
from journal.model import Entry, Question, SelfTrial, Untracked
from journal.quick import NotUnderstood, read, write
from journal.settings import MAIN
from tests.journal.quick.strategies import CATALOGUE
from tests.support import MONDAY, FakeClock, moment

CLOCK = FakeClock(moment(MONDAY))


def said(line: str, **given: Any) -> Entry:
    """The one entry of a line."""
    (entry,) = read(line, CATALOGUE, CLOCK, [MAIN], **given).entries
    return entry


def why_not(line: str, **given: Any) -> str:
    """Why a line is refused."""
    with pytest.raises(NotUnderstood) as refused:
        read(line, CATALOGUE, CLOCK, [MAIN], **given)
    return str(refused.value)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("ask drive", {"trigger": "driving", "above": None, "lag_days": 1, "mornings": False}),
        ("ask drive over 2h next morning", {"above": 120, "unit": "min", "lag_days": 1, "mornings": True}),
        ("ask: drive > 1h30m same day r outer hamstring", {"above": 90, "lag_days": 0, "site": "outer_hamstring"}),
        ("Ask are drives over 2 h followed by more soreness the next morning?", {"above": 120, "mornings": True}),
        ("ask stairs above 10, two days later", {"trigger": "stairs", "above": 10, "lag_days": 2}),
        ("ask stairs more than 10 in the morning two days later", {"lag_days": 2, "mornings": True}),
        ("ask run over 30m", {"trigger": "run", "above": 30, "unit": "min"}),
        ("ask strength in 2 days", {"trigger": "strength", "above": None, "lag_days": 2}),
        ("ask drive same morning", {"lag_days": 0, "mornings": True}),
    ],
)
def test_a_question(line: str, fields: dict[str, Any]) -> None:
    entry = said(line)
    assert isinstance(entry, Question)
    assert entry.at == CLOCK.now()
    assert {name: getattr(entry, name) for name in fields} == fields


def test_the_main_site_is_asked_about_unless_another_is_named() -> None:
    main, other = said("ask drive"), said("ask drive r mid calf")
    assert isinstance(main, Question)
    assert isinstance(other, Question)
    assert (main.site, main.side) == (MAIN.site, MAIN.side)
    assert (other.site, other.side) == ("mid_calf", "right")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("ask", "what it is about is not said"),
        ("ask l calf", "what it is about is not said"),
        ("ask laptop over 3", "“3” needs a unit · understood: ask · try: over 3h"),
        ("ask drive over 2km", "“2km” is not measured in min"),
        ("ask drive over 2h 3", "“3” is a second amount"),
        ("ask drive yesterday", "“yesterday” has no place in a question"),
        ("ask drive run", "are two where one has a place"),
        ("untracked", "from which day to which is not said"),
        ("untracked sun mon tue", "from which day to which is not said"),
        ("untracked 9 nov to 3 nov", "would end before they begin"),
        ("untracked calf", "“calf” has no place"),
        ("untracked 2026-11-20 to 2026-11-30", "“2026-11-30” has not come yet"),
    ],
)
def test_what_is_refused(line: str, why: str) -> None:
    assert why in why_not(line)


def test_a_question_cannot_be_dated_back() -> None:
    assert "asked now" in why_not("ask drive", day=MONDAY - timedelta(days=3))
    assert "asked now" in why_not("ask drive", default_at=moment(MONDAY - timedelta(days=3)))
    assert isinstance(said("ask drive", day=MONDAY), Question)


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("untracked 3 nov to 9 nov", date(2026, 11, 3), date(2026, 11, 9)),
        ("not tracked 2026-11-03 2026-11-09", date(2026, 11, 3), date(2026, 11, 9)),
        ("untracked yesterday", date(2026, 11, 22), date(2026, 11, 22)),
        ("untracked sat until today", date(2026, 11, 21), MONDAY),
    ],
)
def test_days_that_were_not_tracked(line: str, first: date, last: date) -> None:
    entry = said(line)
    assert isinstance(entry, Untracked)
    assert (entry.day, entry.last) == (first, last)


def test_it_reads_back_with_its_words() -> None:
    entry = said("untracked 3 nov to 9 nov -- on holiday #rest")
    assert (entry.note, entry.tags) == ("on holiday", ("rest",))
    line = write(entry, CATALOGUE, CLOCK)
    assert line == "untracked 2026-11-03 to 2026-11-09 -- on holiday #rest"
    assert said(line) == entry


def test_what_was_asked_or_planned_ahead_is_not_changed_afterwards() -> None:
    at = datetime.combine(MONDAY, CLOCK.now().timetz())
    trial = SelfTrial(at=at, site="mid_calf", side="left", technique="ball", start=MONDAY, seed=1)
    for entry in (said("ask drive"), trial):
        with pytest.raises(Refused, match="cannot be changed"):
            write(entry, CATALOGUE)


def test_other_entries_may_stand_beside_it() -> None:
    found = read("ask drive over 2h; l calf 5", CATALOGUE, CLOCK, [MAIN])
    assert [each.kind for each in found.entries] == ["question", "rating"]
