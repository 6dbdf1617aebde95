"""History: search, change, remove, comment."""

from dataclasses import replace
from pathlib import Path

from journal.model import Comment, Note, Rating, SafetyCheck
from tests.screens.support import SAMPLE_DAY, Runner, live


def test_search_finds_as_it_is_typed(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("slash")
        await runner.type("motorw")
        assert "motorway" in runner.text
        assert "all entries with “motorw”" in runner.text
        await runner.press("escape", "escape")
        assert "200 or more" in runner.text

    live(tmp_path, journey, sample=True)


def test_an_entry_is_changed_as_a_line_and_keeps_its_id(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5")
        (before,) = runner.journal.day(SAMPLE_DAY)
        assert isinstance(before, Rating)
        await runner.press("h", "e")
        await runner.press("ctrl+u")
        await runner.type("l upper outer calf 5 pain 07:30")
        await runner.press("enter")
        assert runner.journal.day(SAMPLE_DAY) == [replace(before, measure="pain")]
        await runner.press("u")
        assert runner.journal.day(SAMPLE_DAY) == [before]

    live(tmp_path, journey)


def test_removing_asks_nothing_and_undo_brings_it_back(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5")
        before = runner.journal.day(SAMPLE_DAY)
        await runner.press("h", "delete")
        assert runner.journal.count() == 0
        assert "Removed" in runner.text
        await runner.press("u")
        assert runner.journal.day(SAMPLE_DAY) == before

    live(tmp_path, journey)


def test_one_kind_at_a_time(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("h", "i")
        assert "rating ·" in runner.text
        assert "massage left" not in runner.text

    live(tmp_path, journey, sample=True)


def test_a_comment_belongs_to_its_entry(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5")
        (rating,) = runner.journal.day(SAMPLE_DAY)
        await runner.press("h", "c")
        await runner.type("after the hills")
        await runner.press("enter")
        (comment,) = [entry for entry in runner.journal.day(SAMPLE_DAY) if isinstance(entry, Comment)]
        assert (comment.text, comment.refers_to) == ("after the hills", rating.id)

    live(tmp_path, journey)


def test_answers_about_warning_signs_keep_their_answers_and_may_get_a_note(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        at, _ = runner.app.moment()
        (check,) = runner.journal.record(SafetyCheck(at=at, answers={"rf_dvt": False}))
        await runner.press("h", "e")
        await runner.type("asked in a hurry")
        await runner.press("enter")
        assert runner.journal.day(SAMPLE_DAY) == [replace(check, note="asked in a hurry")]

    live(tmp_path, journey)


def test_older_entries_come_when_the_end_is_in_sight(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("h", "end")
        assert "400 or more" in runner.text

    live(tmp_path, journey, sample=True)


def test_hostile_words_are_shown_literally(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        at, _ = runner.app.moment()
        runner.journal.record(Note(at=at, note="[/] [@click=quit] \x1b[2J \u202eback"))
        runner.app.look()
        await runner.press("h")
        assert "[/] [@click=quit]" in runner.text
        assert "\x1b" not in runner.text
        assert "\u202e" not in runner.text

    live(tmp_path, journey)
