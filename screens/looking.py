"""How the app sees what was saved here or elsewhere, and that a new hour began: one look at a time, in a thread."""

import asyncio
from datetime import date
from typing import TYPE_CHECKING

from textual import work
from textual.signal import Signal
from textual.timer import Timer

from journal.errors import JournalError
from screens.choices import ChoosingApp

if TYPE_CHECKING:
    from journal.book import Journal
    from journal.recovery.shapes import OpenSign

LOOK_EVERY = 0.8
"""Seconds between looks for what another program saved and for a new hour: most of what idling takes are these.

What was saved elsewhere is to be seen within a second: the rest of it is for reading and painting.
"""

CALM_AFTER = 0.5
"""Seconds without a change after which the glance and the sections that nobody looks at are brought up to date."""


class LookingApp(ChoosingApp):
    """An app that tells its screens when they have to read again."""

    def __init__(self, journal: "Journal") -> None:
        super().__init__(journal)
        self.look_every: float | None = LOOK_EVERY
        """Seconds between looks; None: only after a save, and when asked to."""
        self.calm_after: float | None = CALM_AFTER
        """Seconds without a change after which what nobody looks at is brought up to date; None: never."""
        self.journal_changed: Signal[None] = Signal(self, "journal-changed")
        """Published on the UI thread when anything was saved, here or elsewhere, and when the day changed."""
        self.journal_calm: Signal[None] = Signal(self, "journal-calm")
        """Published when nothing has changed for a moment: what is not in front reads again then."""
        self.signs: tuple[OpenSign, ...] = ()
        """The warning signs that are open today; every screen says so."""
        self.signs_changed: Signal[None] = Signal(self, "signs-changed")
        """Published when other warning signs are open than before."""
        self.sore = False
        """True while an episode is open."""
        self._seen: tuple[object, date, int] | None = None
        self._wanted = asyncio.Event()
        """Set while a look is wanted that has not begun."""
        self._one_look = asyncio.Lock()
        self._blind = ""
        """Why the last look failed."""
        self._looks = Timer(self, LOOK_EVERY)
        self._calm = Timer(self, CALM_AFTER)

    def begin_looking(self) -> None:
        """Look now, and again and again."""
        self._looks.stop()
        if self.look_every is not None:
            self._looks = self.set_interval(self.look_every, self._look_again)
        self.look()

    def look(self) -> None:
        """Tell every open screen when something was saved elsewhere, or a new hour or day began. Does not wait."""
        if self.journal.is_open and not self._wanted.is_set():
            self._wanted.set()
            self._look()

    async def _look_again(self) -> None:
        """The same without a worker of its own, whose bookkeeping takes as long as the look."""
        if self.journal.is_open and not self._wanted.is_set():
            await self._see()

    @work(group="look")
    async def _look(self) -> None:
        await self._see()

    async def _see(self) -> None:
        async with self._one_look:
            self._wanted.clear()
            try:
                version = await asyncio.to_thread(self.journal.version_now)
            except JournalError as error:
                self._cannot_look(str(error))
                return
            self._blind = ""
            if version is not None:
                self._take_in(version)

    def _cannot_look(self, why: str) -> None:
        """Say so, once."""
        if why != self._blind:
            self._blind = why
            self.tell(why, severity="error")

    def _take_in(self, version: object) -> None:
        now = (version, self.journal.clock.today(), self.journal.clock.now().hour)
        if now != self._seen:
            self._seen = now
            self.journal_changed.publish(None)
            self._look_for_signs()
            self._calm.stop()
            if self.calm_after is not None:
                self._calm = self.set_timer(self.calm_after, self._be_calm)

    def _be_calm(self) -> None:
        self.journal_calm.publish(None)
        self._keep_glance()

    @work(group="signs-look", exclusive=True, exit_on_error=False)
    async def _look_for_signs(self) -> None:
        self.seen = await asyncio.to_thread(self.journal.last_action)
        status = await asyncio.to_thread(self.journal.status)
        self.sore = bool(status.episodes)
        if status.signs != self.signs:
            self.signs = status.signs
            self.signs_changed.publish(None)

    @work(group="glance", exclusive=True, exit_on_error=False)
    async def _keep_glance(self) -> None:
        """Write what is shown first next time."""
        if self.journal.is_open:
            await asyncio.to_thread(self.journal.keep_glance)
