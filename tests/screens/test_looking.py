"""What another program saves is seen soon, and one that holds the journal stops no key."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event, get_ident

from journal.book import Journal
from screens.commands import SECTIONS
from tests.faults.programs import Stream
from tests.screens.support import Runner, live

PATIENCE = 20
"""Seconds, on a machine that may be slow."""
LOOKS = 4
TRIES = 6


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """While another program lets nobody read or write the journal."""
    with closing(sqlite3.connect(folder / "journal.db", isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.execute("ROLLBACK")


async def until(runner: Runner, words: str) -> None:
    """Wait until `words` are on the screen. Raises TimeoutError."""
    painted = asyncio.Event()
    runner.app.post_display_hook = painted.set  # type: ignore[method-assign]
    async with asyncio.timeout(PATIENCE):
        while words not in runner.text:
            await painted.wait()
            painted.clear()


class Looks:
    """The app's looks at the journal: how many at most were under way at once, and whether one made keys wait."""

    def __init__(self, runner: Runner) -> None:
        self._look, self._loop = runner.journal.version_now, asyncio.get_running_loop()
        self._ended, self._keys = asyncio.Event(), get_ident()
        self.under_way = self.crowd = 0
        self.stopped_keys = False
        self.go_on = Event()
        self.go_on.set()
        runner.journal.version_now = self._counted  # type: ignore[method-assign]

    def _counted(self) -> object:
        self.under_way += 1
        self.crowd = max(self.crowd, self.under_way)
        self.stopped_keys |= get_ident() == self._keys
        self.go_on.wait(PATIENCE)
        try:
            return self._look()
        finally:
            self.under_way -= 1
            self._loop.call_soon_threadsafe(self._ended.set)

    async def next(self) -> None:
        """Wait until another has ended."""
        self._ended.clear()
        await asyncio.wait_for(self._ended.wait(), PATIENCE)


def test_what_another_app_saves_is_on_the_screen_within_a_second(tmp_path: Path) -> None:
    """Saved right after a look, when the next is farthest. One of `TRIES` counts: the machine may be busy."""

    async def journey(runner: Runner) -> None:
        looks, clock, took = Looks(runner), asyncio.get_running_loop().time, list[float]()
        with Journal(tmp_path, runner.clock) as other:
            await asyncio.to_thread(other.log, ["note the first of a day makes a backup"])
            await looks.next()
            for score in range(1, 1 + TRIES):
                await looks.next()
                looked = clock()
                await asyncio.to_thread(other.log, [f"l calf {score}"])
                await until(runner, f"[{score}]")
                took.append(clock() - looked)
                if took[-1] <= 1:
                    break
        assert min(took) <= 1, took

    live(tmp_path, journey, look_again=True)


def test_what_the_command_line_saves_is_noticed(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        changed = asyncio.Event()
        runner.app.journal_changed.subscribe(runner.app, lambda _: changed.set())
        with Stream(tmp_path) as stream:
            stream.send("note from outside")
            await asyncio.to_thread(stream.answered)
            async with asyncio.timeout(PATIENCE):
                await changed.wait()

    live(tmp_path, journey, look_again=True)


def test_a_journal_that_is_held_stops_no_key_and_makes_no_crowd(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        looks = Looks(runner)
        with held(tmp_path):
            looks.go_on.clear()
            for _ in range(LOOKS):
                runner.app.look()
                await runner.pilot.pause()
            looks.go_on.set()
            await looks.next()
            await looks.next()
            await runner.pilot.press("question_mark")
            assert runner.app.screen.is_modal
        assert looks.crowd == 1
        assert not looks.stopped_keys
        await runner.pilot.press("escape")
        with Journal(tmp_path, runner.clock) as other:
            await asyncio.to_thread(other.log, ["l calf 8"])
            await until(runner, "[8]")

    live(tmp_path, journey, look_again=True)


def test_what_is_not_in_front_is_read_in_calm_or_when_it_comes_there(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press(*"hst")
        read = reads(runner)
        await runner.press("5")
        assert read == ["today"]
        runner.app.journal_calm.publish(None)
        await runner.settle()
        assert sorted(read) == ["history", "strength", "today"]
        await runner.press("6", "h")
        assert read[3:] == ["today", "history"]
        assert "soreness 6" in runner.text
        await runner.press("t", "h")
        assert read[5:] == []

    live(tmp_path, journey)


def test_a_section_below_a_dialog_is_in_front(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("h", "a")
        read = reads(runner)
        await runner.type("l calf 6")
        await runner.press("enter")
        assert read == ["history"]

    live(tmp_path, journey)


def reads(runner: Runner) -> list[str]:
    """The sections that read from now on, in their order."""
    read: list[str] = []
    for name in SECTIONS:
        screen = runner.app.get_screen(name)
        if screen.is_running:
            screen.read = partial(_noted, screen.read, name, read)
    return read


def _noted(reading: Callable[..., object], name: str, read: list[str], journal: Journal, day: date) -> object:
    read.append(name)
    return reading(journal, day)
