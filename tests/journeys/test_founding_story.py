"""The founding story, lived through the one door and on the command line."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from journal.book import Journal
from tests.journal.commands.support import Shell
from tests.journeys.story import MONDAY, MORNINGS, SECOND_SUNDAY, Said, before_monday, morning, rest_of_day
from tests.support import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime.combine(MONDAY - timedelta(days=4), time(12), tzinfo=UTC))


@pytest.fixture
def journal(tmp_path: Path, clock: FakeClock) -> Iterator[Journal]:
    with Journal(tmp_path / "data", clock) as journal:
        yield journal


def say(journal: Journal, clock: FakeClock, said: Said) -> None:
    clock.set(datetime.combine(said.day, time.fromisoformat(said.wall), tzinfo=UTC))
    journal.log(said.lines)


def test_days_left_is_zero_on_the_second_sunday_and_not_before(journal: Journal, clock: FakeClock) -> None:
    for said in before_monday():
        say(journal, clock, said)
    for number in range(len(MORNINGS)):
        day = MONDAY + timedelta(days=number)
        if number:
            clock.set(datetime.combine(day, time(7), tzinfo=UTC))
            (unrated,) = journal.status().episodes
            assert unrated.rest.days_left > 0, f"before the rating of {day:%a}"
        say(journal, clock, morning(number))
        (rated,) = journal.status().episodes
        assert (rated.rest.days_left == 0) == (day == SECOND_SUNDAY), f"after the rating of {day:%a}"
        assert rated.rest.rest_day == number + 1
        for said in rest_of_day(number):
            say(journal, clock, said)
            assert (journal.status().episodes[0].rest.days_left == 0) == (day == SECOND_SUNDAY)


def test_then_massage_is_routine_on_both_legs(journal: Journal, clock: FakeClock) -> None:
    for said in (*before_monday(), *(morning(number) for number in range(7))):
        say(journal, clock, said)
    say(journal, clock, Said(SECOND_SUNDAY, "20:00", ("well again",)))
    clock.set(datetime.combine(SECOND_SUNDAY + timedelta(days=1), time(8), tzinfo=UTC))
    massage = journal.status().massage
    assert massage.blocked_by is None
    assert {proposal.side for proposal in massage.proposals} == {"left", "right"}


def test_the_story_on_the_command_line(tmp_path: Path) -> None:
    rj = Shell(tmp_path / "data")

    def tell(said: Said) -> None:
        told = rj("log", "--at", f"{said.day}T{said.wall}", *said.lines)
        assert (told.status, told.error) == (0, "")

    def days_left(day: str) -> int:
        (episode,) = rj("today", "--as-of", day, "--json").json["episodes"]
        left: int = episode["rest"]["days_left"]
        return left

    for said in before_monday():
        tell(said)
    for number in range(len(MORNINGS)):
        tell(morning(number))
        day = MONDAY + timedelta(days=number)
        assert (days_left(str(day)) == 0) == (day == SECOND_SUNDAY)
        for said in rest_of_day(number):
            tell(said)
    assert days_left(str(SECOND_SUNDAY)) == 0
    assert "ready to run" in rj("today", "--as-of", str(SECOND_SUNDAY)).out
