"""History: search, change, remove, comment."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from journal.drafts import read_draft
from journal.errors import CannotWrite
from journal.model import KINDS, Comment, Entry, Note, Rating, Run, SafetyCheck
from journal.storage.errors import InUse
from screens.app import JournalApp
from screens.dialog import Options
from tests.screens.support import SAMPLE_DAY, Runner, live
from tests.screens.test_kept_typing import shown


def test_search_finds_as_it_is_typed(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("slash")
        await runner.type("motorw")
        assert "motorway" in runner.text
        assert "“motorw” · " in runner.text
        assert "⏎ Go to what was found" in runner.text.splitlines()[-1]
        await runner.press("enter")
        assert "e Change" in runner.text.splitlines()[-1]
        await runner.press("slash", "escape", "escape")
        assert f"all entries · {runner.journal.count():,}" in runner.text

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


def other_note(runner: Runner, note: str = "stairs") -> Entry:
    """Another program changes the note of the only entry."""
    (seen,) = runner.journal.entries()
    return runner.journal.amend(seen, replace(seen, note=note))


def test_what_another_program_changed_while_the_line_stood_open_is_shown_and_not_lost(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5", "h", "e", "ctrl+u")
        other = other_note(runner)
        await runner.type("l upper outer calf 6 07:30")
        await runner.press("enter")
        assert runner.journal.entries() == [other]
        assert shown(runner) == "l upper outer calf 6 07:30"
        said = " ".join(runner.text.split())
        assert "was changed since; it says now: " in said and "Enter puts this in its place" in said
        assert "stairs" in "\n".join(strip.text for strip in runner.app.screen_stack[-2]._compositor.render_strips())
        await runner.press("enter")
        (now,) = runner.journal.entries()
        assert isinstance(now, Rating)
        assert (now.id, now.score, now.note) == (other.id, 6, "")

    live(tmp_path, journey)


def test_what_another_program_removed_while_the_line_stood_open_may_be_added_anew(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5", "h", "e", "ctrl+u")
        (gone,) = runner.journal.entries()
        runner.journal.remove(gone.id)
        await runner.type("l upper outer calf 6 07:30")
        await runner.press("enter")
        assert runner.journal.entries() == []
        assert "was removed since. Enter adds this anew" in " ".join(runner.text.split())
        await runner.press("enter")
        (now,) = runner.journal.entries()
        assert isinstance(now, Rating)
        assert (now.score, now.id == gone.id) == (6, False)

    live(tmp_path, journey)


def test_a_kept_line_does_not_write_over_what_was_changed_before_the_next_start(tmp_path: Path) -> None:
    async def closed(runner: Runner) -> None:
        await runner.press("5", "h", "e", "ctrl+u")
        await runner.type("l upper outer calf 6 07:30")
        runner.app.keep_typed()
        other_note(runner)

    async def opened(runner: Runner) -> None:
        await runner.press("enter")
        assert [each.note for each in runner.journal.entries()] == ["stairs"]
        assert "was changed since" in " ".join(runner.text.split())
        await runner.press("enter")
        assert [each.note for each in runner.journal.entries()] == [""]
        assert runner.journal.paths.drafts() == []

    live(tmp_path, closed)
    live(tmp_path, opened)


def test_a_note_of_several_lines_is_seen_while_it_is_changed_and_keeps_them(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["note first line\nand the second"])
        runner.app.look()
        await runner.press("h", "e")
        assert "first line↵and the second\n" in runner.text
        await runner.type("!")
        await runner.press("enter")
        (note,) = runner.journal.entries()
        assert note.note == "first line\nand the second!"

    live(tmp_path, journey)


@pytest.mark.parametrize("words", ["press ↵ twice", "press ↵\nand ↶ twice", "↵\n↵"])
def test_a_sign_that_stands_for_a_line_break_is_kept_where_the_note_has_it_itself(tmp_path: Path, words: str) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.record(Note(at=runner.clock.now(), note=words))
        runner.app.look()
        await runner.press("h", "e")
        await runner.type("!")
        await runner.press("enter")
        (note,) = runner.journal.entries()
        assert note.note == f"{words}!"

    live(tmp_path, journey)


def test_with_miles_a_run_is_shown_and_changed_in_miles(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.change_settings(distance_unit="mi")
        await runner.press("h", "a")
        await runner.type("run 5")
        assert "run 5m or run 5mi" in runner.text
        await runner.type("0m 6.5mi")
        assert "6.5 mi" in runner.text
        await runner.press("enter")
        await runner.press("e")
        assert "50min 6.5mi" in runner.text
        await runner.press("enter")
        (run,) = runner.journal.day(SAMPLE_DAY)
        assert isinstance(run, Run) and run.km == pytest.approx(10.460736)
        assert "50 min 6.5 mi" in runner.text and "km" not in runner.text

    live(tmp_path, journey)


def test_a_massage_keeps_its_scores_and_the_marked_line_a_sign_at_any_width(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("h", "j", "j")
        lines = runner.text.splitlines()
        assert [line.split()[0] for line in lines if line.startswith("▸")] == ["▸Sun"]
        massages = [line.rstrip(" ▆▃█") for line in lines if "massage left" in line]
        assert massages and all(line[-5:-1] in ("3 → ", "4 → ") for line in massages)

    live(tmp_path, journey, sample=True, size=(60, 20))


def test_the_marked_line_is_plain_in_a_theme_of_the_terminals_colours(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("h")
        shown = runner.app.screen.query_one("#timeline", Options)
        marked = shown.render_line(shown.highlighted or 0)
        below = shown.render_line((shown.highlighted or 0) + 1)
        assert len({part.style.color for part in marked if part.style and part.text.strip()}) == 1
        assert len({part.style.color for part in below if part.style and part.text.strip()}) > 1

    live(tmp_path, journey, sample=True, theme="ansi-dark")


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
        await runner.press("h", "i", "j", "enter")
        assert "rating · " in runner.text
        assert "massage left" not in runner.text
        await runner.press("escape")
        assert "massage left" in runner.text

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


def test_a_note_of_an_answer_is_not_written_over_another(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.record(SafetyCheck(at=runner.app.moment()[0], answers={"rf_dvt": False}))
        runner.app.look()
        await runner.press("h", "e")
        other = other_note(runner)
        await runner.type("hurry")
        await runner.press("enter")
        assert (runner.journal.entries(), shown(runner)) == ([other], "hurry")
        (refused,) = runner.app.screen.query("#refused")
        assert "it says now: warning signs: all answered no · stairs" in str(refused.render())
        await runner.press("enter")
        assert [each.note for each in runner.journal.entries()] == ["hurry"]

    live(tmp_path, journey)


def test_older_entries_come_when_the_end_is_in_sight(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("h", "end")
        assert len(runner.app.screen._shown) == 400  # type: ignore[attr-defined]

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


def test_one_place_and_one_tag(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("h", "p", "j", "j", "enter")
        assert "right upper outer calf · " in runner.text
        assert "left upper outer calf:" not in runner.text
        await runner.press("escape", "number_sign", "j", "enter")
        (first, number), *_ = runner.journal.tags()
        assert f"#{first} · {number}" in runner.text

    live(tmp_path, journey, sample=True)


def test_from_month_to_month_with_the_counts_of_what_is_shown(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        months = dict(runner.journal.months(kinds=("run",)))
        await runner.press("h", "i")
        while runner.app.screen.is_modal:
            await runner.press(*("j",) * [*KINDS].index("run"), "j", "enter")
        assert f"November 2026  {months['2026-11']}" in runner.text
        await runner.press("less_than_sign", "less_than_sign")
        third = list(months)[2]
        assert f"{date.fromisoformat(third + '-01'):%B %Y}  {months[third]}" in runner.text.splitlines()[3]
        await runner.press("greater_than_sign", "greater_than_sign")
        assert "November 2026" in runner.text.splitlines()[3]

    live(tmp_path, journey, sample=True)


def test_a_hit_far_into_a_note_is_seen(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        at, _ = runner.app.moment()
        runner.journal.record(Note(at=at, note=f"{'a long way round ' * 8}and then the needle"))
        await runner.press("slash")
        await runner.type("needle")
        assert "then the needle" in runner.text.splitlines()[4]

    live(tmp_path, journey)


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that puts a line behind what it is given."""
    script = tmp_path / "editor.sh"
    script.write_text('#!/bin/sh\nprintf " and more" >> "$1"\n')
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setattr(JournalApp, "suspend", lambda self: nullcontext())


@pytest.mark.usefixtures("editor")
def test_a_note_is_written_in_the_runners_own_editor(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5", "h", "E")
        (rating,) = runner.journal.day(SAMPLE_DAY)
        assert rating.note == "and more"
        await runner.press("E")
        assert runner.journal.day(SAMPLE_DAY)[0].note == "and more and more"
        await runner.press("u", "u")
        assert runner.journal.day(SAMPLE_DAY)[0].note == ""
        assert list(runner.journal.paths.folder.glob("draft-*")) == []

    live(tmp_path / "journal", journey)


def test_the_lines_of_an_editor_end_as_those_of_the_journal(tmp_path: Path) -> None:
    written = tmp_path / "draft.txt"
    written.write_bytes(b"one\r\ntwo\r\n")
    assert read_draft(written) == "one\ntwo"


@pytest.mark.usefixtures("editor")
def test_what_was_written_is_kept_when_it_cannot_be_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(runner: Runner) -> None:
        def full(seen: Entry, entry: Entry) -> Entry:
            raise CannotWrite("not saved: the disk is full")

        await runner.press("5", "h")
        with monkeypatch.context() as broken:
            broken.setattr(runner.journal, "amend", full)
            await runner.press("E")
        (draft,) = runner.journal.paths.folder.glob("draft-*")
        assert draft.read_text() == " and more"
        assert "the disk is full" in " ".join(runner.text.split())
        await runner.press("E")
        assert runner.journal.day(SAMPLE_DAY)[0].note == "and more and more"
        assert not draft.exists()

    live(tmp_path / "journal", journey)


@pytest.mark.usefixtures("editor")
def test_what_the_editor_wrote_is_not_written_over_what_changed_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def journey(runner: Runner) -> None:
        @contextmanager
        def suspended(_: JournalApp) -> Iterator[None]:
            monkeypatch.setattr(JournalApp, "suspend", lambda self: nullcontext())
            other_note(runner)
            yield

        await runner.press("5", "h")
        monkeypatch.setattr(JournalApp, "suspend", suspended)
        await runner.press("E")
        assert [each.note for each in runner.journal.entries()] == ["stairs"]
        (draft,) = runner.journal.paths.folder.glob("draft-*")
        assert draft.read_text() == " and more"
        assert "stairs" in runner.text
        await runner.press("E")
        assert [each.note for each in runner.journal.entries()] == ["and more and more"]

    live(tmp_path / "journal", journey)


@pytest.mark.usefixtures("editor")
def test_an_editor_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")

    async def journey(runner: Runner) -> None:
        await runner.press("5", "h", "E")
        assert "'no-such-editor' cannot be started" in " ".join(runner.text.split())

    live(tmp_path / "journal", journey)


def test_tags_that_cannot_be_read_are_said_and_the_app_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("h")
        monkeypatch.setattr(runner.journal, "tags", Mock(side_effect=InUse("journal.db is in use")))
        await runner.press("number_sign")
        assert "journal.db is in use" in runner.text
        await runner.press("t")
        assert runner.app.mistake is None

    live(tmp_path, journey)
