"""What is being typed is kept: over the turn of the day, and when the app has to close."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from journal.draft_file import Draft, save_draft
from journal.errors import CannotWrite
from journal.model import Note
from journal.paths import Paths
from screens.beginning import begin
from screens.widgets.entry_bar import EntryBar
from tests.faults.kept import kept_lines
from tests.screens.support import NOW, Runner, live
from tests.screens.test_kept_typing import full_disk, shown

LATE = datetime(2026, 11, 24, 3, 59, 30, tzinfo=UTC)


def test_a_line_begun_before_four_belongs_to_the_day_it_was_begun_on(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> tuple[date, str]:
        runner.clock.set(LATE)
        runner.app.look()
        await runner.press("a")
        await runner.type("note late")
        runner.clock.advance(minutes=1)
        runner.app.look()
        await runner.settle()
        behind = runner.app.screen_stack[-2]
        assert "Tue 24 Nov" in "\n".join(strip.text for strip in behind._compositor.render_strips())
        await runner.press("enter")
        (note,) = runner.journal.entries()
        return note.day, f"{note.at:%H:%M}"

    assert live(tmp_path, journey) == (date(2026, 11, 23), "03:59")


def test_the_new_day_is_shown_within_two_seconds(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.clock.set(LATE)
        runner.app.look()
        await runner.settle()
        assert "Mon 23 Nov" in runner.text
        runner.clock.advance(minutes=1)
        await runner.pilot.pause(1.2)
        await runner.settle()
        assert "Tue 24 Nov" in runner.text

    live(tmp_path, journey, look_again=True)


def test_what_was_typed_when_the_app_had_to_close_is_offered_again(tmp_path: Path) -> None:
    async def closed(runner: Runner) -> None:
        await runner.press("left_square_bracket", "a")
        await runner.type("note half a th")
        runner.app.keep_typed()

    async def opened(runner: Runner) -> Note:
        await runner.settle()
        assert isinstance(runner.app.screen, EntryBar)
        assert "note half a th" in runner.text
        assert "not saved when the app closed" in runner.text
        await runner.type("ought")
        await runner.press("enter")
        (note,) = runner.journal.entries()
        assert isinstance(note, Note)
        return note

    live(tmp_path, closed)
    (kept,) = Paths(tmp_path).drafts()
    assert kept.stat().st_mode & 0o777 == 0o600
    note = live(tmp_path, opened)
    assert (note.note, note.day) == ("half a thought", date(2026, 11, 22))
    assert not kept.exists()


def test_a_kept_line_stays_on_the_disk_until_it_was_saved(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        with full_disk():
            await runner.press("enter")
        assert (shown(runner), kept_lines(tmp_path)) == ("note kept", ["note kept"])
        await runner.press("enter")
        assert (runner.journal.count(), kept_lines(tmp_path)) == (1, [])

    save_draft(tmp_path, Draft("note kept", LATE))
    live(tmp_path, journey)


def test_several_kept_lines_are_offered_one_after_the_other(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        assert (shown(runner), "1 of 2: not saved" in runner.text) == ("note one", True)
        await runner.press("escape")
        assert (shown(runner), kept_lines(tmp_path)) == ("note two", ["note two"])
        await runner.type("!")
        runner.app.keep_typed()
        assert kept_lines(tmp_path) == ["note two!"]
        await runner.press("escape")
        assert (runner.journal.count(), kept_lines(tmp_path)) == (0, [])

    for text, at in (("note two", NOW), ("note one", LATE - timedelta(days=2))):
        save_draft(tmp_path, Draft(text, at))
    live(tmp_path, journey)


def test_a_line_that_another_app_gave_up_is_kept_while_it_stands_here(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        for path in Paths(tmp_path).drafts():
            path.unlink()
        assert runner.app.keep_typed() is None
        assert kept_lines(tmp_path) == ["note kept"]

    save_draft(tmp_path, Draft("note kept", LATE))
    live(tmp_path, journey)


def test_a_kept_line_is_offered_once_also_when_the_journal_is_opened_again(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await begin(runner.app, ask_first=False)
        await runner.press("enter")
        assert not isinstance(runner.app.screen, EntryBar)
        assert (runner.journal.count(), kept_lines(tmp_path)) == (1, [])

    save_draft(tmp_path, Draft("note kept", LATE))
    live(tmp_path, journey)


def test_a_line_whose_entry_cannot_be_looked_up_stays_and_the_next_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def journey(runner: Runner) -> None:
        assert shown(runner) == "note two"
        await runner.press("enter")
        assert (runner.journal.count(), kept_lines(tmp_path)) == (1, ["note one"])

    def held(*_: object) -> None:
        raise CannotWrite("the journal is held")

    monkeypatch.setattr("journal.book.Journal.find", held)
    save_draft(tmp_path, Draft("note one", LATE - timedelta(days=2), editing="0190"))
    save_draft(tmp_path, Draft("note two", LATE - timedelta(days=1)))
    live(tmp_path, journey)


def test_lines_of_one_second_are_offered_as_they_were_typed(tmp_path: Path) -> None:
    typed = [f"note {number}" for number in range(12)]

    async def journey(runner: Runner) -> None:
        for text in typed:
            assert shown(runner) == text
            await runner.press("escape")

    for text in typed:
        save_draft(tmp_path, Draft(text, LATE))
    live(tmp_path, journey)


def test_the_app_is_not_left_while_what_is_typed_cannot_be_kept(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("a")
        await runner.type("note half")
        with full_disk():
            await runner.press("ctrl+q")
        assert (shown(runner), runner.app.return_value) == ("note half", None)
        assert "what was typed cannot be kept" in runner.text
        await runner.press("escape", "q")
        assert runner.app.return_value == 0

    live(tmp_path, journey)


def test_a_draft_that_cannot_be_read_is_said_and_stays(tmp_path: Path) -> None:
    kept = tmp_path / "draft.json"
    kept.write_text("{")

    async def journey(runner: Runner) -> None:
        assert "what was typed cannot be read" in runner.text

    live(tmp_path, journey)
    assert kept.read_text() == "{"


def test_keys_after_the_end_are_nobodys(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> int | None:
        driver = runner.app._driver
        assert driver is not None
        for key in "aqsa":
            runner.app.simulate_key(key)
        runner.app.exit(0)
        for key in "ls":
            runner.app.simulate_key(key)
        await runner.pilot._wait_for_screen()
        assert runner.app.mistake is None
        return runner.app.return_value

    assert live(tmp_path, journey) == 0
