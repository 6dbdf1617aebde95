"""Keys that come right before the end: what they save is saved, or is kept, or the app stays."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
from textual.events import Key
from textual.worker import WorkerFailed

from journal.book import Journal
from journal.book.writing import Logged, Ready
from journal.errors import CannotWrite
from screens import ending
from tests.screens.support import NOW, Runner, live
from tests.screens.test_kept_typing import shown
from tests.support import FakeClock

PATIENCE = 20.0
DRIVE = ("a", *"drive", "space", "3", "h", "enter")


async def burst(runner: Runner, *keys: str) -> None:
    """Keys as fast as a terminal sends what was typed ahead; then all they set going."""
    send(runner, *keys)
    await runner.pilot._wait_for_screen()
    await runner.settle()


def send(runner: Runner, *keys: str) -> None:
    """Keys as fast as a terminal sends what was typed ahead."""
    driver = runner.app._driver
    assert driver is not None
    for key in keys:
        pressed = Key(key, " " if key == "space" else key if len(key) == 1 else None)
        pressed.set_sender(runner.app)
        driver.send_message(pressed)


def count(folder: Path) -> int:
    """How many entries are there."""
    with Journal(folder, FakeClock(NOW)) as journal:
        return journal.count()


@pytest.mark.parametrize("leaves", ["q", "ctrl+q"])
@pytest.mark.parametrize("keys", [("5",), DRIVE])
def test_what_was_pressed_before_leaving_is_saved(tmp_path: Path, keys: tuple[str, ...], leaves: str) -> None:
    async def journey(runner: Runner) -> None:
        await burst(runner, *keys, leaves)
        assert runner.app.return_value == 0

    live(tmp_path, journey)
    assert count(tmp_path) == 1


def test_both_of_two_sets_before_leaving_are_saved(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", "down", "down")
        await burst(runner, "enter", "enter", "q")
        assert runner.app.return_value == 0

    live(tmp_path, journey)
    with Journal(tmp_path, FakeClock(NOW)) as journal:
        (strength,) = [each for each in journal.day(NOW.date()) if each.kind == "strength"]
        assert len(strength.sets) == 2  # type: ignore[attr-defined]


class Held:
    """The next write waits until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, write: Callable[[Journal, Ready], Logged]) -> None:
        loop = asyncio.get_running_loop()
        self.begun, self.goes_on = asyncio.Event(), asyncio.Event()

        def held(journal: Journal, ready: Ready) -> Logged:
            loop.call_soon_threadsafe(self.begun.set)
            asyncio.run_coroutine_threadsafe(self.goes_on.wait(), loop).result(PATIENCE)
            monkeypatch.undo()
            return write(journal, ready)

        monkeypatch.setattr(Journal, "write", held)
        monkeypatch.setattr(ending, "Timer", Mock())  # its deadline would end the tests


def full(journal: Journal, ready: Ready) -> Logged:
    """No room to write."""
    raise CannotWrite("not saved: no space left")


def test_where_saving_fails_the_app_stays_with_what_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(runner: Runner) -> None:
        held = Held(monkeypatch, full)
        send(runner, *DRIVE, "ctrl+q")
        await asyncio.wait_for(held.begun.wait(), PATIENCE)
        await runner.pilot._wait_for_screen()
        assert runner.app.leaving
        held.goes_on.set()
        await runner.settle()
        assert runner.app.return_value is None
        assert shown(runner) == "drive 3h"
        await runner.press("enter", "q")
        assert runner.app.return_value == 0

    live(tmp_path, journey)
    assert count(tmp_path) == 1


@pytest.mark.parametrize("fails", [False, True])
def test_a_line_that_is_being_saved_at_a_signal_is_kept_until_it_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    """After the deadline the app ends without waiting: what `end` kept at once is all that there is then."""
    kept = tmp_path / "draft.json"

    async def journey(runner: Runner) -> None:
        held = Held(monkeypatch, full if fails else Journal.write)
        send(runner, *DRIVE)
        await asyncio.wait_for(held.begun.wait(), PATIENCE)
        runner.app.end(143)
        assert json.loads(kept.read_text())["text"] == "drive 3h"
        held.goes_on.set()
        await runner.settle()
        assert runner.app.return_value == 143

    live(tmp_path, journey)
    assert (kept.exists(), count(tmp_path)) == (fails, not fails)


def test_what_stands_in_a_line_when_the_app_is_left_is_kept(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await burst(runner, "a", *"drive", "space", "3", "ctrl+q")
        assert runner.app.return_value == 0

    live(tmp_path, journey)
    assert json.loads((tmp_path / "draft.json").read_text())["text"] == "drive 3"


def test_a_mistake_while_saving_ends_the_app_and_keeps_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def journey(runner: Runner) -> None:
        monkeypatch.setattr(Journal, "write", Mock(side_effect=KeyError("a mistake")))
        await runner.press("a")
        await runner.type("drive 3h")
        await runner.press("enter")

    with pytest.raises(WorkerFailed, match="a mistake"):
        live(tmp_path, journey)
    assert json.loads((tmp_path / "draft.json").read_text())["text"] == "drive 3h"


def test_an_undo_that_would_take_back_what_another_changed_is_refused_by_name(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("5")
        with Journal(tmp_path, runner.clock) as other:
            (saved,) = other.entries()
            other.log(["stairs 3"])
        await runner.press("u")
        told = " ".join(runner.text.split())
        assert "another program saved" in told and "stairs" in told, runner.text
        assert runner.journal.count() == 2
        assert runner.journal.find(saved.id) == saved

    live(tmp_path, journey)
