"""The last weeks of strength, and the last sessions of an exercise."""

from datetime import date, timedelta
from pathlib import Path

from journal.book import Journal
from journal.model import Strength
from screens.strength.lately import (
    LEGEND,
    SESSIONS,
    WEEKS,
    courses_to,
    courses_words,
    sessions_of,
    weeks_to,
    weeks_words,
)
from tests.screens.support import NOW, SAMPLE_DAY
from tests.support import FakeClock


def trained_in(journal: Journal) -> list[Strength]:
    return [each for each in journal.entries(kinds=("strength",)) if isinstance(each, Strength)]


def test_each_day_of_the_last_weeks_says_what_was_done_on_it(tmp_path: Path) -> None:
    with Journal(tmp_path, FakeClock(NOW)) as journal:
        for day, line in ((21, "bridge 3x12"), (21, "run 30m"), (20, "bridge 3x12"), (19, "run 30m")):
            journal.log([line], day=date(2026, 11, day))
        weeks = weeks_to(journal, trained_in(journal), SAMPLE_DAY)
    assert len(weeks) == WEEKS
    assert weeks[-2] == ("16 Nov", ("none", "none", "none", "run", "strength", "both", "none"))
    assert weeks[-1] == ("23 Nov", ("none", *[None] * 6))
    lines = weeks_words(weeks, "kept").plain.splitlines()
    assert lines[-3:] == ["23 Nov  ·                   ", LEGEND, "kept"]
    assert lines[-4] == "16 Nov  ·  ·  ·  ○  ■  ◉  · "


def test_each_exercise_of_the_last_weeks_says_how_it_went(tmp_path: Path) -> None:
    with Journal(tmp_path, FakeClock(NOW)) as journal:
        for back, line in ((400, "dead bug 3x8"), (49, "bridge 2x10"), (20, "bridge 3x10"), (1, "bridge 3x12")):
            journal.log([line], day=SAMPLE_DAY - timedelta(days=back))
        journal.log(["wall sit 3x30s; wall sit 1x30s"], day=SAMPLE_DAY)
        courses = courses_to(journal, trained_in(journal), SAMPLE_DAY)
    assert courses_words(courses).plain.splitlines() == [
        "Wall sit, shallow    1 day  4 × 30 s",
        "Glute bridge        3 days  2 × 10 → 3 × 12",
    ]


def test_the_last_sessions_are_told_newest_first(tmp_path: Path) -> None:
    with Journal(tmp_path, FakeClock(NOW)) as journal:
        for back in range(SESSIONS + 2):
            journal.log([f"bridge 3x{10 + back}"], day=SAMPLE_DAY - timedelta(days=back))
        trained = trained_in(journal)
        told = sessions_of(journal, trained[0].exercise, trained, SAMPLE_DAY)
    assert told[0] == "Sun 22 Nov: 3 × 11"
    assert len(told) == SESSIONS
    assert told[-1].endswith("3 × 15")
