"""Driving the app as a runner does: a real journal in a folder of the test, a clock that stands still, keys."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from journal.book import Journal
from journal.demo import demo_entries
from screens.app import JournalApp
from tests.screens.made import bring
from tests.support import FakeClock

T = TypeVar("T")
SIZES = ((60, 20), (80, 24), (120, 40))
NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
SAMPLE_DAY = date(2026, 11, 23)

Journey = Callable[["Runner"], Awaitable[T]]


class Runner:
    """Someone at the keys."""

    def __init__(self, app: JournalApp, pilot: Pilot[int], clock: FakeClock) -> None:
        self.app = app
        self.journal = app.journal
        self.pilot = pilot
        self.clock = clock
        self.presses = 0

    async def press(self, *keys: str) -> None:
        """Press keys one by one, each followed by all that it sets going."""
        for key in keys:
            self.presses += 1
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, character by character."""
        await self.press(*("space" if character == " " else character for character in text))

    async def settle(self) -> None:
        """Wait until every save has been shown: a save begins a load, and what is laid out may begin another."""
        calm = 0
        while calm < 2:
            await self.pilot.pause()
            calm = 0 if len(self.app.workers) else calm + 1
            await self._finish_work()

    async def _finish_work(self) -> None:
        """Wait for all that works beside the keys; what a newer one took the place of ends by being cancelled."""
        while True:
            try:
                await self.app.workers.wait_for_complete()
            except WorkerCancelled:
                await self.pilot.pause()
            else:
                return

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())


def year(journal: Journal) -> None:
    """A year of sample entries, and the outer calves to rate."""
    journal.change_settings(
        tracked=(
            {"site": "upper_outer_calf", "side": "left"},
            {"site": "upper_outer_calf", "side": "right"},
        )
    )
    journal.take_in(demo_entries(SAMPLE_DAY), "sample")


def live(
    folder: Path,
    journey: Journey[T],
    *,
    size: tuple[int, int] = (80, 24),
    sample: bool = False,
    first_run: bool = False,
    theme: str | None = None,
    look_aside: bool = False,
    look_again: bool = False,
) -> T:
    """Start the app on the journal in `folder` (a year of sample entries when `sample`), live `journey`, and close.

    With `look_again` it looks again and again for what others save, as it does for a runner; without, no clock decides
    between which keys it looks.
    """
    clock = FakeClock(NOW)

    async def run() -> T:
        if sample:
            bring(folder, year, NOW)
        with Journal(folder, clock) as journal:
            app = JournalApp(journal, ask_first=first_run, look_aside=look_aside)
            if not look_again:
                app.look_every = app.calm_after = None
            async with app.run_test(size=size, notifications=True) as pilot:
                runner = Runner(app, pilot, clock)
                await runner.settle()
                if theme:
                    app.theme = theme
                    await runner.settle()
                return await journey(runner)

    return asyncio.run(run())
