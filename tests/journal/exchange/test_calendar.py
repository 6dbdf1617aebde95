"""The calendar file: standard, updated by the next one, and nothing in it that is blocked."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from journal.book import Journal
from journal.due import due
from journal.errors import Refused
from journal.model import Episode, Function, SafetyCheck
from journal.recovery.gate import gate_answers
from tests.support import MONDAY, FakeClock, moment, rating


@pytest.fixture
def clock() -> FakeClock:
    """Monday 08:00."""
    return FakeClock(moment(MONDAY, "08:00"))


@pytest.fixture
def journal(tmp_path: Path, clock: FakeClock) -> Journal:
    """A sore calf since yesterday, three days of rest planned, the calf questions answered."""
    made = Journal(tmp_path / "data", clock).open()
    yesterday = MONDAY - timedelta(days=1)
    made.record(Episode(at=moment(yesterday), site="upper_outer_calf", side="left"), rating(yesterday, 5))
    no = dict.fromkeys((question.id for question in made.catalogue.gate), False)
    made.record(gate_answers(no, made.catalogue, moment(MONDAY, "07:00")))
    return made


def events(path: Path) -> dict[str, Any]:
    """The events by the name within their UID."""
    calendar = Calendar.from_ical(path.read_bytes())
    found = {str(each["uid"]).removesuffix("@recovery-journal"): each for each in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT"))
    return found


def test_it_holds_what_lies_ahead(journal: Journal, tmp_path: Path) -> None:
    found = events(journal.write_calendar(tmp_path / "leg.ics"))
    status = journal.status()
    episode = status.episodes[0]
    over, run = found[f"rest-{episode.episode.id}"], found[f"run-{episode.episode.id}"]
    assert over.decoded("dtstart") == MONDAY + timedelta(days=episode.rest.planned_left)
    assert run.decoded("dtstart") == episode.run.earliest
    assert episode.run.text in str(run["description"])
    assert found["strength"]["rrule"] == {"FREQ": ["DAILY"], "COUNT": [7]}
    confirmed = [name for name in found if name.startswith("massage") and found[name]["status"] == "CONFIRMED"]
    assert len(confirmed) == status.massage.goal == 3
    assert found["massage-1"].decoded("dtstart").tzinfo is None
    for each in found.values():
        assert each["dtstamp"] and each["summary"] and each["sequence"]


def test_the_next_file_updates_the_one_before(journal: Journal, clock: FakeClock, tmp_path: Path) -> None:
    first = events(journal.write_calendar(tmp_path / "leg.ics"))
    clock.advance(hours=1)
    sign = next(each for each in journal.catalogue.signs.values() if each.level == "emergency")
    journal.record(SafetyCheck(at=clock.now(), answers={sign.id: True}, level="emergency"))
    second = events(journal.write_calendar(tmp_path / "leg.ics"))
    assert first.keys() == second.keys()
    assert all(second[name]["sequence"] > first[name]["sequence"] for name in first)
    cancelled = {name.partition("-")[0] for name, each in second.items() if each["status"] == "CANCELLED"}
    assert cancelled == {"massage", "strength", "run"}


def test_a_spell_that_is_over_leaves_nothing_in_the_calendar(journal: Journal, tmp_path: Path) -> None:
    first = events(journal.write_calendar(tmp_path / "leg.ics"))
    spell = journal.status().episodes[0].episode
    journal.amend(spell, replace(spell, ended_on=MONDAY))
    second = events(journal.write_calendar(tmp_path / "leg.ics"))
    assert first.keys() <= second.keys()
    assert {second[f"{kind}-{spell.id}"]["status"] for kind in ("rest", "run")} == {"CANCELLED"}


def test_a_file_that_is_not_ours_is_never_written_over(journal: Journal, tmp_path: Path) -> None:
    other = tmp_path / "other.ics"
    other.write_text("BEGIN:VCALENDAR\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n")
    with pytest.raises(Refused, match="is there already"):
        journal.write_calendar(other)
    with pytest.raises(Refused, match=r"ends in \.ics"):
        journal.write_calendar(tmp_path / "leg.txt")
    assert "other" in other.read_text()


def test_due_names_what_is_left_and_goes_quiet(journal: Journal) -> None:
    def said() -> tuple[str, ...]:
        return due(journal.status(), journal.catalogue, journal.settings)

    first = said()
    assert first[0].startswith("check-in: left ")
    assert "function: how much of normal" in first
    assert any(each.startswith("massage: 0 of 3") for each in first)
    journal.record(rating(MONDAY, 3, "07:30"), Function(at=moment(MONDAY, "07:40"), percent=80))
    assert [each.partition(":")[0] for each in said()] == ["massage", "strength"]
