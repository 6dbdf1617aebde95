"""What is told beside what is read: a warning covers nothing, and a key is named only while it does what is said."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from textual.widgets._toast import Toast

from journal.storage.errors import InUse
from screens.app import JournalApp
from screens.widgets.key_bar import KeyBar
from screens.widgets.key_words import Words
from tests.screens.massage.test_session import KEPT, keep
from tests.screens.support import Runner, live


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said stays as long as a slow machine takes for a test."""
    monkeypatch.setattr("screens.widgets.key_bar.SAID_FOR", 300)
    monkeypatch.setattr("screens.writing.WARNED_FOR", 300)


@pytest.mark.parametrize("keys", ["t", "s", "h"])
def test_a_massage_that_was_under_way_is_said_below_what_is_read_until_it_is_seen(tmp_path: Path, keys: str) -> None:
    keep(tmp_path, KEPT)

    async def journey(runner: Runner) -> None:
        app = runner.app
        await runner.press(keys)
        *above, last = runner.text.splitlines()
        assert last.startswith(" ! A massage was under way: m goes on with it")
        assert not app.screen.query(Toast)
        app.clear_notifications()
        await runner.settle()
        assert runner.text.splitlines()[:-1] == above
        app.tell("A massage was under way: m goes on with it", "warning", until="massage")
        await runner.press("m")
        assert "space Pause" in runner.text.splitlines()[-1]
        assert not app.warned

    live(tmp_path, journey, size=(60, 20), sample=True)


def test_a_warning_stands_again_when_the_good_news_before_it_went(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("a")
        await runner.type("flare l calf rest 4")
        await runner.press("enter")
        assert " ✓ Saved" in "".join(runner.text.splitlines()[-2:])
        bar = runner.app.screen.query_one(KeyBar)
        bar.said = ""
        await runner.settle()
        below = runner.text.splitlines()[-3:]
        assert below[0].startswith(" ! Before the next massage") and below[2].endswith("m asks them")
        assert not runner.app.screen.query(Toast)

    live(tmp_path, journey, size=(60, 20))


def test_what_is_warned_of_last_is_seen_and_what_was_before_comes_back(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        def last() -> str:
            return runner.text.splitlines()[-1].strip()

        await runner.press("s", "space")
        runner.app.tell("No easier exercise", "warning")
        await runner.settle()
        assert last().startswith("! No easier exercise")
        for words in ("The folder is full", "A massage was under way", "The folder is full"):
            runner.app.tell(words, "warning", until="massage" if "massage" in words else "rest")
        await runner.settle()
        assert last().startswith("! The folder is full")
        await runner.press("space")
        assert last().startswith("✓ ")
        runner.app.tell("The backup failed", "warning", later=True)
        await runner.settle()
        assert last().startswith("✓ ")
        runner.app.screen.query_one(KeyBar).said = ""
        await runner.settle()
        assert last().startswith("! The backup failed")
        runner.app._warn_no_more("The backup failed")
        await runner.press("r")
        assert last().startswith("! A massage was under way")
        await runner.press("m")
        assert last().startswith("! No easier exercise")
        assert not runner.app.screen.query(Toast)

    live(tmp_path, journey, size=(120, 40))


def test_a_key_that_sleeps_behind_a_dialog_is_not_named_there(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("4", "question_mark")
        assert "✓ Saved left upper outer calf: soreness 4" in runner.text
        assert "undoes" not in runner.text
        await runner.press("escape")
        assert runner.text.splitlines()[-1].startswith(" ✓ Saved left upper outer calf: soreness 4 · u undoes")
        await runner.press("K")
        assert "soreness 4 · u undoes" in runner.text, "in the comments u undoes"

    live(tmp_path, journey)


def test_a_key_that_is_awake_again_has_its_row(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("question_mark")
        runner.app.tell("Saved left upper outer calf: soreness 4, tight · u undoes")
        await runner.press("escape")
        above, below = runner.text.splitlines()[-2:]
        assert (above, below) == (" ✓ Saved left upper outer calf: soreness 4, tight", "   u undoes")

    live(tmp_path, journey, size=(60, 20))


def test_what_has_no_room_with_its_key_is_a_toast_while_that_sleeps(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("question_mark")
        bar = runner.app.screen_stack[0].query_one(KeyBar)
        words = " ".join(["tight"] * 18)  # two full rows of nine
        assert bar.has_room(words, 2)
        assert not bar.has_room(f"{words} · u undoes", 2)

    live(tmp_path, journey, size=(60, 20))


def test_the_key_at_the_end_is_looked_up_once_a_draw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("4")
        looked: list[str] = []
        of = Words.of

        def look_up(text: str, app: JournalApp) -> Words:
            looked.append(text)
            return of(text, app)

        monkeypatch.setattr(Words, "of", look_up)
        assert "u undoes" in runner.app.screen.query_one(KeyBar).render().plain
        assert len(looked) == 1

    live(tmp_path, journey)


def test_the_key_that_is_named_is_the_runners_own(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[keymap]\nundo = "ctrl+u"\n')

    async def journey(runner: Runner) -> None:
        await runner.press("4")
        assert "soreness 4 · ^u undoes" in runner.text
        await runner.pilot.click(KeyBar, offset=(runner.text.splitlines()[-1].index("^u"), 0))
        await runner.settle()
        assert runner.journal.count() == 0

    live(tmp_path, journey)


def test_signs_that_cannot_be_read_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(runner: Runner) -> None:
        monkeypatch.setattr(runner.journal, "status", Mock(side_effect=InUse("journal.db is in use")))
        await runner.press("n")
        assert "journal.db is in use" in runner.text

    live(tmp_path, journey)
