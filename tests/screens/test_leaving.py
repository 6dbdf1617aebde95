"""Keys that come right before the end: what they save is saved, or is kept, or the app stays."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from textual.events import Key
from textual.worker import WorkerFailed

from journal.book import Journal
from journal.book.writing import Logged, Ready
from journal.errors import CannotWrite
from screens import ending
from tests.faults.kept import kept_lines
from tests.screens.support import NOW, Runner, live
from tests.screens.test_kept_typing import shown
from tests.support import FakeClock

PATIENCE = 20.0
DRIVE = ("a", *"drive", "space", "3", "h", "enter")


async def leave(runner: Runner, *keys: str) -> None:
    """Keys as fast as a terminal sends what was typed ahead, the last of which leaves; then wait for the end."""
    left = asyncio.Event()
    leaves = runner.app.exit

    def exits(*values: Any, **named: Any) -> None:
        leaves(*values, **named)
        left.set()

    runner.app.exit = exits  # type: ignore[method-assign]
    send(runner, *keys)
    await asyncio.wait_for(left.wait(), PATIENCE)


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
        await leave(runner, *keys, leaves)
        assert runner.app.return_value == 0

    live(tmp_path, journey)
    assert count(tmp_path) == 1


@pytest.mark.parametrize("leaves", ["q", "h q", "slash ctrl+q", "a ctrl+q", "S ctrl+q"])
def test_both_of_two_sets_before_leaving_are_saved(tmp_path: Path, leaves: str) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("s", "down", "down")
        await leave(runner, "enter", "enter", *leaves.split())
        assert runner.app.return_value == 0

    live(tmp_path, journey)
    with Journal(tmp_path, FakeClock(NOW)) as journal:
        (strength,) = [each for each in journal.day(NOW.date()) if each.kind == "strength"]
        assert len(strength.sets) == 2  # type: ignore[attr-defined]


class Held:
    """The next writes wait, each until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *writes: Callable[[Journal, Ready], Logged]) -> None:
        loop, rest = asyncio.get_running_loop(), list(writes)
        self._begun, self._goes_on = asyncio.Semaphore(0), asyncio.Semaphore(0)

        def held(journal: Journal, ready: Ready) -> Logged:
            loop.call_soon_threadsafe(self._begun.release)
            asyncio.run_coroutine_threadsafe(self._goes_on.acquire(), loop).result(PATIENCE)
            write = rest.pop(0)
            if not rest:
                monkeypatch.undo()
            return write(journal, ready)

        monkeypatch.setattr(Journal, "write", held)
        monkeypatch.setattr(ending, "Timer", Mock())  # its deadline would end the tests

    async def begun(self) -> None:
        """Wait until the next write has begun."""
        await asyncio.wait_for(self._begun.acquire(), PATIENCE)

    def go_on(self) -> None:
        """Let it go."""
        self._goes_on.release()


def full(journal: Journal, ready: Ready) -> Logged:
    """No room to write."""
    raise CannotWrite("not saved: no space left")


def test_where_saving_fails_the_app_stays_with_what_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(runner: Runner) -> None:
        held = Held(monkeypatch, full)
        send(runner, *DRIVE, "ctrl+q")
        await held.begun()
        await runner.pilot._wait_for_screen()
        assert runner.app.leaving
        held.go_on()
        await runner.settle()
        assert runner.app.return_value is None
        assert shown(runner) == "drive 3h"
        await runner.press("enter", "q")
        assert runner.app.return_value == 0

    live(tmp_path, journey)
    assert count(tmp_path) == 1


async def end_at_a_signal(runner: Runner, held: Held) -> None:
    """End while `DRIVE` is being saved: it is kept at once; then the write goes on, and the app ends."""
    runner.app.end(143)
    assert kept_lines(runner.journal.paths.folder) == ["drive 3h"]
    held.go_on()
    await runner.settle()
    assert runner.app.return_value == 143


@pytest.mark.parametrize("fails", [False, True])
def test_a_line_that_is_being_saved_at_a_signal_is_kept_until_it_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    """After the deadline the app ends without waiting: what `end` kept at once is all that there is then."""

    async def journey(runner: Runner) -> None:
        held = Held(monkeypatch, full if fails else Journal.write)
        send(runner, *DRIVE)
        await held.begun()
        await end_at_a_signal(runner, held)

    live(tmp_path, journey)
    assert (kept_lines(tmp_path), count(tmp_path)) == (["drive 3h"] if fails else [], not fails)


def test_a_line_that_waits_for_another_write_is_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(runner: Runner) -> None:
        held = Held(monkeypatch, Journal.write, Journal.write)
        send(runner, "5", *DRIVE)
        await held.begun()
        await runner.pilot._wait_for_screen()
        held.go_on()
        await held.begun()
        await end_at_a_signal(runner, held)

    live(tmp_path, journey)
    assert count(tmp_path) == 2


def test_what_was_kept_stays_when_it_cannot_be_kept_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(runner: Runner) -> None:
        monkeypatch.setattr(ending, "Timer", Mock())
        await runner.press("a")
        await runner.type("drive 3h")
        runner.app.end(143)
        monkeypatch.setattr("screens.drafts.save_draft", Mock(side_effect=CannotWrite("no space left")))
        await runner.settle()
        assert runner.app.return_value == 143

    live(tmp_path, journey)
    assert kept_lines(tmp_path) == ["drive 3h"]


def test_what_stands_in_a_line_when_the_app_is_left_is_kept(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await leave(runner, "a", *"drive", "space", "3", "ctrl+q")
        assert runner.app.return_value == 0

    live(tmp_path, journey)
    assert kept_lines(tmp_path) == ["drive 3"]


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
    assert kept_lines(tmp_path) == ["drive 3h"]


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
