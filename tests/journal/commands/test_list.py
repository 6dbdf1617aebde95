"""`rj list`: what is found, and that it is what History finds."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.book import Journal
from journal.model import Entry, Massage, Trigger
from tests.journal.commands.support import Shell
from tests.support import MONDAY, FakeClock, moment, rating

FEB = MONDAY - timedelta(days=290)
SPOKEN: tuple[Entry, ...] = (
    Trigger(at=moment(MONDAY, "12:00"), trigger="driving", amount=180, unit="min", tags=("work",)),
    Trigger(at=moment(FEB, "12:00"), trigger="driving", amount=60, unit="min"),
    Trigger(at=moment(MONDAY, "13:00"), trigger="laptop_on_lap", amount=60, unit="min"),
    Massage(at=moment(MONDAY, "20:00"), technique="ball_upper_outer_calf_sit", site="upper_outer_calf", side="left"),
    rating(MONDAY, 5),
    rating(MONDAY, 2, side="right", note="after the drive home"),
)


@pytest.fixture
def rj(rj: Shell, tmp_path: Path) -> Shell:
    """A journal with SPOKEN in it."""
    with Journal(tmp_path / "data", FakeClock(moment(MONDAY, "21:00"))) as journal:
        journal.record(*SPOKEN)
    return rj


def told(rj: Shell, *arguments: str) -> list[str]:
    """The kinds of what was listed, oldest first."""
    return [each["kind"] for each in rj("list", *arguments, "--json").json]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("drive", ["trigger", "rating", "trigger"]),
        ("drove", ["trigger", "trigger"]),
        ("car work", ["trigger"]),
        ("desk", []),
        ("soleus", []),
        ("calf massage", ["massage"]),
        ('"drive', ["trigger", "rating", "trigger"]),
    ],
)
def test_a_search_knows_what_people_say_and_finds_what_the_app_finds(
    rj: Shell, tmp_path: Path, words: str, kinds: list[str]
) -> None:
    listed = rj("list", "--search", words, "--json").json
    with Journal(tmp_path / "data", FakeClock(moment(MONDAY, "21:00"))) as journal:
        found = journal.entries(text=words, newest_first=True)
    assert [each["id"] for each in listed] == [each.id for each in found[::-1]]
    assert [each["kind"] for each in listed] == kinds


def test_filters_hold_together(rj: Shell) -> None:
    assert told(rj, "--side", "right") == ["rating"]
    assert told(rj, "--site", "upper_outer_calf", "--kind", "rating", "--side", "left") == ["rating"]
    assert told(rj, "--tag", "#work") == told(rj, "--tag", "work") == ["trigger"]
    assert told(rj, "--month", f"{FEB:%Y-%m}", "--search", "car") == ["trigger"]


def test_the_archive_counts_months(rj: Shell) -> None:
    assert rj("list", "--months", "--json").json == [
        {"month": f"{MONDAY:%Y-%m}", "entries": 5},
        {"month": f"{FEB:%Y-%m}", "entries": 1},
    ]
    narrowed = rj("list", "--months", "--search", "drive").out
    assert narrowed == f"{MONDAY:%Y-%m}       2\n{FEB:%Y-%m}       1\n"


def test_what_is_not_there_is_refused_with_what_is(rj: Shell) -> None:
    assert rj("list", "--site", "elbow").error.startswith("error: there is no site 'elbow'; there are: ")
    assert rj("list", "--kind", "elbow").status == 2
