"""Keys that come faster than the app draws: a dialog closes once, and a list that was not drawn yet has no page."""

import asyncio
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.css.query import NoMatches
from textual.widgets import Input

from journal.model import Note
from screens.base import JournalScreen
from screens.dialog import CommandDialog, Dialog, Options
from screens.gate.questions import Question, QuestionsDialog
from screens.widgets.entry_bar import EntryBar
from tests.screens.support import Runner, live


@pytest.mark.parametrize("opens", ["a", "question_mark", "ctrl+p", "R"])
def test_a_second_escape_takes_no_screen_away(tmp_path: Path, opens: str) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press(opens)
        dialog = runner.app.screen
        dialog.dismiss()
        dialog.dismiss()
        await runner.settle()
        assert type(runner.app.screen).__name__ == "TodayScreen"

    live(tmp_path, journey)


def test_a_palette_that_is_closed_before_it_stands_is_closed(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        palette = CommandDialog()
        runner.app.push_screen(palette)
        palette.dismiss()
        await runner.settle()
        assert type(runner.app.screen).__name__ == "TodayScreen"
        await runner.press("ctrl+p")
        await runner.type("stairs")
        assert "Record stairs" in runner.text

    live(tmp_path, journey)


@pytest.mark.parametrize("opens", ["O", "R", "ctrl+p", "h"])
def test_a_page_of_what_is_not_drawn_yet_is_no_page(tmp_path: Path, opens: str) -> None:
    async def journey(runner: Runner) -> None:
        for key in (opens, "pagedown", "pageup", "escape", "escape"):
            runner.app.simulate_key(key)
        await runner.settle()
        await runner.press("escape", "t")
        assert "14 days" in runner.text

    live(tmp_path, journey)


def test_a_page_from_an_option_that_is_not_drawn_yet_is_no_page() -> None:
    class Listing(App[None]):
        def compose(self) -> ComposeResult:
            yield Options("drawn")

    async def journey() -> int | None:
        app = Listing()
        async with app.run_test() as pilot:
            options = app.query_one(Options)
            options.styles.height = 2  # the border, and no line
            await pilot.pause()
            options.add_options(["not drawn", "nor this"])
            options.highlighted = 2
            await options.run_action("page_up")
            await options.run_action("page_down")
            return options.highlighted

    assert asyncio.run(journey()) == 2


@pytest.mark.parametrize("begins", ["t", "s", "h"])
def test_what_is_typed_right_after_the_search_key_is_searched(tmp_path: Path, begins: str) -> None:
    async def journey(runner: Runner) -> None:
        at, _ = runner.app.moment()
        runner.journal.record(Note(at=at, note="the needle"))
        for key in (begins, "slash", *"needle"):
            runner.app.simulate_key(key)
        await runner.settle()
        assert runner.app.screen.query_one("#search", Input).value == "needle"
        assert "the needle" in runner.text

    live(tmp_path, journey)


def test_what_is_typed_right_after_the_search_key_finds_a_setting(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        for key in ("S", "slash", *"bell"):
            runner.app.simulate_key(key)
        await runner.settle()
        assert runner.app.screen.query_one("#find", Input).value == "bell"

    live(tmp_path, journey)


@pytest.mark.parametrize("keys", ["enter escape", "enter enter escape"])
def test_a_form_that_is_left_before_it_stands_is_left(tmp_path: Path, keys: str) -> None:
    async def journey(runner: Runner) -> None:
        for key in ("O", *keys.split()):
            runner.app.simulate_key(key)
            await asyncio.sleep(0)
        await runner.settle()
        assert type(runner.app.screen).__name__ == "TodayScreen"

    live(tmp_path, journey)


def test_a_line_is_saved_once_however_fast_it_is_clicked(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("a")
        await runner.type("l calf 5")
        bar = runner.app.screen
        assert isinstance(bar, EntryBar)
        for _ in range(2):
            runner.app.call_later(bar.action_submit)
        await runner.settle()
        assert runner.journal.count() == 1

    live(tmp_path, journey)


def test_a_comment_is_saved_once_however_often_enter_comes(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.log(["l calf 5"])
        runner.app.look()
        await runner.settle()
        await runner.press("h", "c")
        await runner.type("was it the hill")
        field = runner.app.screen.query_one(Input)
        for _ in range(2):
            field.post_message(Input.Submitted(field, field.value))
        await runner.settle()
        assert [each.text for each in runner.journal.comments()] == ["was it the hill"]

    live(tmp_path, journey)


@pytest.mark.parametrize("opens", ["S", "t", "h", "g", "m", "s", "r", "b"])
def test_a_screen_that_is_closed_when_its_thread_begins_is_still_read(tmp_path: Path, opens: str) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press(opens)
        screen = runner.app.screen
        assert isinstance(screen, JournalScreen)
        if opens == "S":
            await runner.press("escape")
        # Not `to_thread`, which would have the app at hand.
        read = asyncio.get_running_loop().run_in_executor(None, screen.read, runner.journal, runner.app.day)
        assert await read is not None

    live(tmp_path, journey)


class Slow(Dialog[None]):
    """A screen that looks for a part it never had, some time after it was asked to."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.go = asyncio.Event(), asyncio.Event()

    async def look(self) -> None:
        self.asked.set()
        await self.go.wait()
        self.query_one("#part")


def test_what_comes_to_a_screen_that_is_going_ends_nothing(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        slow = Slow()
        await runner.app.push_screen(slow)
        slow.call_later(slow.look)
        await slow.asked.wait()
        slow.dismiss()
        while slow in runner.app.screen_stack:
            await asyncio.sleep(0)
        slow.go.set()
        await runner.settle()
        assert runner.app.mistake is None
        assert type(runner.app.screen).__name__ == "TodayScreen"

    live(tmp_path, journey)


def test_what_a_dialog_wanted_to_show_when_it_was_gone_is_left(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        dialog = QuestionsDialog("Calf", "asked", (Question("one", "Is it one?"),))
        await runner.app.push_screen(dialog)
        await dialog.dismiss()
        await runner.press("ctrl+p")
        dialog._show_keys()
        await runner.press("escape")
        assert type(runner.app.screen).__name__ == "TodayScreen"

    live(tmp_path, journey)


def test_a_part_that_is_missed_on_a_screen_that_stays_is_a_mistake(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        slow = Slow()
        await runner.app.push_screen(slow)
        slow.go.set()
        slow.call_later(slow.look)
        await slow.asked.wait()
        await runner.pilot.pause()

    with pytest.raises(NoMatches):
        live(tmp_path, journey)


def test_a_part_that_is_missed_on_a_section_that_is_not_shown_is_a_mistake(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s")
        hidden = runner.app.screen
        await runner.press("t")
        hidden.call_later(hidden.query_one, "#part")
        await runner.pilot.pause()

    with pytest.raises(NoMatches):
        live(tmp_path, journey)


@pytest.mark.parametrize(("size", "in_sight"), [((24, 4), False), ((80, 24), True)])
def test_no_to_all_answers_only_a_page_that_can_be_read(tmp_path: Path, size: tuple[int, int], in_sight: bool) -> None:
    async def journey(runner: Runner) -> None:
        dialog = QuestionsDialog(
            "Calf", "asked", (Question("swelling", "Is it swollen?"), Question("heat", "Is it hot?"))
        )
        assert dialog.check_action("none", ()) is False  # it is not there yet
        await runner.app.push_screen(dialog)
        await runner.settle()
        assert dialog.check_action("none", ()) is in_sight
        await runner.press("N")
        assert (dialog in runner.app.screen_stack) is not in_sight
        assert dialog._answers == [False, False] * in_sight

    live(tmp_path, journey, size=size)
