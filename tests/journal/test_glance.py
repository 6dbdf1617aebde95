"""A glance is shown only while everything it was made from is as it was."""

import os
import stat
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from journal.book import Journal
from journal.check_in import AVERAGE
from journal.glance import FILE, Glance, read_glance, theme_named
from journal.glancing import glance_of
from journal.model import Entry, Episode, SafetyCheck
from journal.settings import Settings
from tests.support import MONDAY, FakeClock, moment, rating

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journal with a glance, closed."""
    folder = tmp_path / "data"
    with Journal(folder, FakeClock(NOW)) as journal:
        journal.change_settings(tracked=({"site": "upper_outer_calf", "side": "left"},))
        journal.record(Episode(at=moment(MONDAY, "06:00"), site="upper_outer_calf", side="left", rest_days=3))
        assert journal.keep_glance()
    return folder


def seen(folder: Path, at: datetime = NOW, offset: int = 0) -> Glance | None:
    return read_glance(folder, at.timestamp(), offset)


def test_the_glance_says_what_the_status_says(folder: Path) -> None:
    found = seen(folder)
    with Journal(folder, FakeClock(NOW)) as journal:
        assert found == glance_of(journal.status(), journal.catalogue, journal.settings, "morning")
    assert found is not None
    assert (found.line, found.due) == ("3 days left · check-in due", True)


def test_it_can_be_read_by_its_owner_alone(folder: Path) -> None:
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600


def test_it_holds_until_the_day_after_ends_and_says_that_day_then(folder: Path) -> None:
    for hours, day in ((0, "2026-11-23"), (20, "2026-11-23"), (21, "2026-11-24"), (44, "2026-11-24")):
        found = seen(folder, NOW + timedelta(hours=hours))
        assert found is not None
        assert found.day == day
    assert seen(folder, NOW + timedelta(hours=45)) is None
    assert seen(folder, NOW - timedelta(seconds=1)) is None


def test_the_next_day_is_what_the_journal_says_then(folder: Path) -> None:
    tomorrow = NOW + timedelta(days=1)
    with Journal(folder, FakeClock(tomorrow)) as journal:
        assert seen(folder, tomorrow) is not None
        assert seen(folder, tomorrow) == glance_of(journal.status(), journal.catalogue, journal.settings, "morning")


def test_in_the_evening_it_asks_for_the_average_too_and_keeps_each_score_in_its_row(folder: Path) -> None:
    asked = {}
    for hours, part in ((0, "noon"), (9.5, "evening"), (21, "next morning"), (33.5, "next evening")):
        found = seen(folder, NOW + timedelta(hours=hours))
        assert found is not None
        asked[part] = [row.average for row in found.rows]
    evening, both = [False, True], {"noon": [False], "next morning": [False]}
    assert asked == both | {"evening": evening, "next evening": evening}
    with Journal(folder, FakeClock(NOW + timedelta(hours=10))) as journal:
        journal.record(rating(MONDAY, 4, "08:00"), replace(rating(MONDAY, 2, "17:10"), tags=(AVERAGE,)))
        journal.keep_glance()
    rated = seen(folder, NOW + timedelta(hours=10))
    assert rated is not None
    assert [(row.score, row.average) for row in rated.rows] == [(4, False), (2, True)]
    assert not rated.due


def test_any_commit_ends_it(folder: Path) -> None:
    with Journal(folder, FakeClock(NOW)) as journal:
        journal.record(rating(MONDAY, 4))
    assert seen(folder) is None


def test_a_commit_ends_it_even_where_size_and_time_of_the_file_stay(folder: Path) -> None:
    before = (folder / "journal.db").stat()
    with Journal(folder, FakeClock(NOW)) as journal:
        journal.record(rating(MONDAY, 4))
        journal.undo()
    os.utime(folder / "journal.db", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (folder / "journal.db").stat().st_size == before.st_size
    assert seen(folder) is None


def test_settings_and_own_content_end_it(folder: Path) -> None:
    (folder / "own.toml").write_text("")
    assert seen(folder) is None
    (folder / "own.toml").unlink()
    assert seen(folder) is not None
    settings = folder / "settings.toml"
    settings.write_text(settings.read_text() + "# a word\n")
    assert seen(folder) is None


def test_settings_changed_by_hand_while_the_journal_is_open_are_not_taken_for_those_it_was_made_with(
    folder: Path,
) -> None:
    with Journal(folder, FakeClock(NOW)) as journal:
        assert journal.settings.tracked
        (folder / "settings.toml").write_text('theme = "journal-light"\n')
        journal.keep_glance()
    assert seen(folder) is None


def test_a_change_of_zone_ends_it(folder: Path) -> None:
    assert seen(folder, offset=3600) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"marks": 1}', b"\xff", b'{"marks": {"journal": 1}}'])
def test_a_broken_file_is_as_none(folder: Path, content: bytes) -> None:
    (folder / FILE).write_bytes(content)
    assert seen(folder) is None


def test_a_journal_in_another_mode_or_missing_is_not_spoken_of(folder: Path) -> None:
    file = folder / "journal.db"
    content, times = bytearray(file.read_bytes()), file.stat()
    content[18:20] = b"\x02\x02"
    with file.open("r+b") as out:
        out.write(content)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert seen(folder) is None
    file.unlink()
    assert seen(folder) is None


def test_what_is_committed_while_it_is_made_is_not_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Journal(folder, FakeClock(NOW)) as journal:
        window = journal.window

        def slow(day: object) -> object:
            found = window(day)  # type: ignore[arg-type]
            journal.record(rating(MONDAY, 4))
            return found

        monkeypatch.setattr(journal, "window", slow)
        assert not journal.keep_glance()
    assert seen(folder) is None


def test_where_it_cannot_be_written_nothing_else_suffers(folder: Path) -> None:
    (folder / FILE).unlink()
    (folder / FILE).mkdir()
    with Journal(folder, FakeClock(NOW)) as journal:
        assert not journal.keep_glance()
        assert journal.record(rating(MONDAY, 4))
    assert seen(folder) is None


def test_it_is_not_read_while_the_journal_is_open(folder: Path) -> None:
    journal = Journal(folder, FakeClock(NOW))
    assert journal.glance() is not None
    with journal:
        assert journal.glance() is None


def test_a_sign_that_will_end_by_the_clock_is_told_for_this_hour_alone(tmp_path: Path) -> None:
    """`rf_tight_swollen` counts for some days; the day on which it stops counting is no whole."""
    with Journal(tmp_path, FakeClock(NOW)) as journal:
        sign = next(sign for sign in journal.catalogue.signs.values() if sign.site_days)
        began = NOW - timedelta(days=sign.site_days or 0) + timedelta(hours=4, minutes=10)
        journal.record(SafetyCheck(at=began, site="upper_outer_calf", side="left", answers={sign.id: True}))
        assert journal.status().signs
        assert journal.keep_glance()
    assert seen(tmp_path) is not None
    assert seen(tmp_path, NOW + timedelta(minutes=29)) is not None
    assert seen(tmp_path, NOW + timedelta(minutes=30)) is None


def test_each_days_window_is_read_once_for_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Journal(folder, FakeClock(NOW)) as journal:
        asked: list[date] = []
        read = journal._read_window

        def counted(day: date, chosen: Settings) -> list[Entry]:
            asked.append(day)
            return read(day, chosen)

        monkeypatch.setattr(journal, "_read_window", counted)
        assert journal.keep_glance()
    assert asked == [MONDAY, MONDAY + timedelta(days=1)]


@pytest.mark.parametrize(("most", "looks"), [(1 << 30, 1), (1, 0)])
def test_a_large_journal_is_not_walked_by_each_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch, most: int, looks: int
) -> None:
    looked: list[Journal] = []
    monkeypatch.setattr(Journal, "look_over", lambda journal: looked.append(journal))
    monkeypatch.setattr("journal.book.opened.LOOK_BYTES", most)
    Journal(folder, FakeClock(NOW)).open().close()
    assert len(looked) == looks


@pytest.mark.parametrize(
    ("text", "theme"), [('theme = "nord"', "nord"), ("theme = = 3", ""), ("theme = " + "[" * 5000, "")]
)
def test_the_theme_of_the_first_frame_is_none_where_the_settings_cannot_be_read(
    tmp_path: Path, text: str, theme: str
) -> None:
    (tmp_path / "settings.toml").write_text(text)
    assert theme_named(tmp_path / "settings.toml") == theme
