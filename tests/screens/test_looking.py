"""What another program saves is seen soon, and one that holds the journal stops no key."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from journal.book import Journal
from screens.looking import LOOK_EVERY
from tests.faults.programs import Stream
from tests.screens.support import Runner, live

PATIENCE = 20
"""Seconds, on a machine that may be slow; how often the app looks is told by `LOOK_EVERY`."""
LOOKS = 4


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """While another program lets nobody read or write the journal."""
    with closing(sqlite3.connect(folder / "journal.db", isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.execute("ROLLBACK")


async def until(runner: Runner, words: str, seconds: float) -> float:
    """Seconds of the event loop's clock until `words` are on the screen. Raises TimeoutError."""
    clock = asyncio.get_running_loop().time
    began = clock()
    async with asyncio.timeout(seconds):
        while words not in runner.text:
            await asyncio.sleep(0.01)
    return clock() - began


def test_looks_leave_of_a_second_what_reading_and_painting_need() -> None:
    assert LOOK_EVERY <= 0.8


def test_what_the_command_line_saves_is_noticed(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        changed = asyncio.Event()
        runner.app.journal_changed.subscribe(runner.app, lambda _: changed.set())
        with Stream(tmp_path) as stream:
            stream.send("note from outside")
            await asyncio.to_thread(stream.answered)
            async with asyncio.timeout(PATIENCE):
                await changed.wait()

    live(tmp_path, journey)


def test_two_apps_see_each_other(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        with Journal(tmp_path, runner.clock) as other:
            await asyncio.to_thread(other.log, ["l calf 8"])
            await until(runner, "[8]", PATIENCE)

    live(tmp_path, journey)


def test_a_journal_that_is_held_stops_no_key_and_makes_no_crowd(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        clock, looks, inside = asyncio.get_running_loop().time, list[int](), list[None]()
        ask = runner.journal.version_now

        def counted() -> object:
            inside.append(None)
            answer = ask()
            looks.append(len(inside))
            inside.pop()
            return answer

        runner.journal.version_now = counted  # type: ignore[method-assign]
        slowest, last = 0.0, clock()
        with held(tmp_path):
            while len(looks) < LOOKS:
                await asyncio.sleep(0)
                slowest, last = max(slowest, clock() - last), clock()
        assert max(looks) == 1
        assert slowest < LOOK_EVERY / 2
        with Journal(tmp_path, runner.clock) as other:
            await asyncio.to_thread(other.log, ["l calf 8"])
            await until(runner, "[8]", PATIENCE)

    live(tmp_path, journey)
