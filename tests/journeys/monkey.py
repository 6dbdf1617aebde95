"""A monkey at the keys: seeded keys, clicks and sizes, and an account of what it wrote.

The long form: `python -m tests.journeys.monkey 20000`. It says its seed, so that what it finds can be found again.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from random import Random

from textual.errors import NoWidget
from textual.pilot import OutOfBounds, Pilot

from journal.book import Journal
from journal.demo import demo_entries
from journal.model import Entry
from screens.app import JournalApp
from screens.commands import EVERYWHERE
from screens.keymap import sections
from tests.screens.made import bring
from tests.screens.support import NOW, SAMPLE_DAY
from tests.support import FakeClock

LEAVES = {"q", "ctrl+q", "ctrl+c"}
"""Keys that end the app."""
WORDS = ("l calf 5", "drive 3h", "note new shoes #shoes", "calf raise 3x12", "walk", "[/]", "massage ball 60s 5>3")
PLAIN = ("tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "escape", "enter")
LARGEST = (300, 100)
USUAL = ((60, 20), (80, 24), (120, 40), (200, 50))
EVERY_SO_OFTEN = 0.02
"""How often the size is another one."""


def keys() -> Sequence[str]:
    """Every key that means something, and some that do not."""
    commands = (*EVERYWHERE, *(command for here in sections().values() for command in here))
    named = {key for command in commands for key in command.keys.split(",")}
    return sorted((named | set(PLAIN) | {"ctrl+p", "y", "z", "T", "N", "at", "f5"}) - LEAVES)


class Monkey:
    """Presses, clicks and resizes as its seed says, on a year of entries."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._keys = keys()
        self.done: list[str] = []
        """What it did, the last last."""

    @property
    def told(self) -> str:
        """How to get here again."""
        return f"step {len(self.done)}, the last of them: {self.done[-30:]}"

    async def act(self, pilot: Pilot[int], clock: FakeClock) -> None:
        """One thing."""
        random = self._random
        what = random.random()
        if what < EVERY_SO_OFTEN:
            usual = random.random() < 0.5
            size = random.choice(USUAL) if usual else (random.randint(1, LARGEST[0]), random.randint(1, LARGEST[1]))
            self.done.append(f"size {size}")
            await pilot.resize_terminal(*size)
        elif what < 0.15:
            place = random.randrange(pilot.app.size.width), random.randrange(pilot.app.size.height)
            self.done.append(f"click {place}")
            with suppress(OutOfBounds, NoWidget):  # a new size took the place away before the click came to it
                await pilot.click(offset=place)
        elif what < 0.25:
            self.done.append("escape")
            await pilot.press("escape")
        elif what < 0.3:
            words = random.choice(WORDS)
            self.done.append(f"type {words}")
            await pilot.press(*("space" if each == " " else each for each in words))
        else:
            key = random.choice(self._keys)
            self.done.append(key)
            await pilot.press(key)
        if what > 0.97:
            clock.advance(seconds=random.choice((1, 10, 60, 600)))


def sample(journal: Journal) -> None:
    """A year of entries."""
    journal.change_settings(first_run_done=True)
    journal.take_in(demo_entries(SAMPLE_DAY), "sample")


def every(journal: Journal) -> list[Entry]:
    """All that is recorded."""
    return journal.entries()


def rewound(journal: Journal) -> tuple[list[Entry], list[Entry]]:
    """All entries after everything was undone, and after everything was done again."""
    undone = 0
    while journal.undo() is not None:
        undone += 1
    first = every(journal)
    for _ in range(undone):
        journal.redo()
    return first, every(journal)


async def live(journal: Journal, clock: FakeClock, monkey: Monkey, steps: int) -> None:
    """Let the monkey go on until it has done so many things, or left the app: a click, or the palette, does that."""
    app = JournalApp(journal, ask_first=False, look_aside=False)
    async with app.run_test(size=(80, 24)) as pilot:
        while len(monkey.done) < steps and app.return_code is None:
            await monkey.act(pilot, clock)
        if app.return_code is None:
            await app.workers.wait_for_complete()


async def run(folder: Path, steps: int, seed: int) -> tuple[int, int]:
    """Let the monkey do so many things; gives how many entries there were before and after.

    Raises AssertionError when an entry was lost: when the journal does not come back to what it was by undoing all,
    and to what it is by doing all again. What the app raises is raised.
    """
    clock, monkey = FakeClock(NOW), Monkey(seed)
    bring(folder, sample, NOW)
    with Journal(folder, clock) as journal:
        before = every(journal)
        with ExitStack() as unfinished:
            unfinished.callback(lambda: print(f"seed {seed}, {monkey.told}", file=sys.stderr))
            while len(monkey.done) < steps:
                await live(journal, clock, monkey, steps)
            unfinished.pop_all()
        after = every(journal)
        first, again = rewound(journal)
        assert first == [], "undoing everything leaves what was never recorded"
        assert again == after, "an entry was lost"
        return len(before), len(after)


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as made:
        os.environ["HOME"] = made  # where reports are written
        counts = asyncio.run(run(Path(made) / "journal", number, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
        print(f"{number} keys, clicks and sizes; {counts[0]} entries before, {counts[1]} after; none lost")
