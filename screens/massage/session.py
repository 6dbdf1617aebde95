"""The guided massage that is under way. The app owns it, so that it goes on when its screen is left."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING

from textual.timer import Timer

from journal.errors import JournalError
from journal.model import Massage, Side
from journal.recovery.session import steps
from journal.recovery.shapes import Proposal
from journal.recovery.timer import PhaseTimer, Position, Underway
from journal.timer_file import forget_timer, save_timer

if TYPE_CHECKING:
    from screens.app import JournalApp

TICK = 0.25
"""Seconds between looks at the timer."""


class MassageSession:
    """Watches the timer, rings at each step, keeps itself on the disk, and records the massage at its end."""

    def __init__(self, app: "JournalApp", kept: Underway) -> None:
        self._app = app
        self._kept = kept
        self.timer = PhaseTimer(kept.steps, app.journal.clock.ticks, banked=kept.banked, unworked=kept.unworked)
        self.over = kept.over or self.timer.over
        """True once the timer has ended or was stopped; then the score after it is asked."""
        self._ended: datetime = kept.at
        self._index = self.timer.position().index
        self._watch: Timer | None = None
        self._writing = asyncio.Lock()
        self._gone = False

    @classmethod
    def begin(cls, app: "JournalApp", proposal: Proposal, before: int | None) -> "MassageSession":
        """Start a massage as proposed; `before` is the score of now, None when it was skipped."""
        journal = app.journal
        kept = Underway(
            technique=proposal.technique,
            site=proposal.site,
            side=proposal.side,
            steps=steps(journal.catalogue.techniques[proposal.technique], proposal, journal.settings),
            before=before,
            banked=0,
            unworked=0,
            over=False,
            at=journal.clock.now(),
        )
        session = cls(app, kept)
        session.take_up()
        session.timer.start()
        session.keep()
        session.tick()
        return session

    # -- what it is ---------------------------------------------------------------------------------------------

    @property
    def technique(self) -> str:
        """The id of the technique."""
        return self._kept.technique

    @property
    def place(self) -> tuple[str, Side]:
        """The site and side."""
        return self._kept.site, self._kept.side

    @property
    def before(self) -> int | None:
        """The score before it."""
        return self._kept.before

    @property
    def position(self) -> Position:
        """The step and what is left."""
        return self.timer.position()

    @property
    def line(self) -> str:
        """A few characters for the top bar."""
        if self.over:
            return "● after?"
        return f"{'●' if self.timer.running else '‖'} {clock_words(self.timer.position().left)}"

    # -- going on -----------------------------------------------------------------------------------------------

    def take_up(self) -> None:
        """Become the app's session and watch the timer."""
        self._app.session = self
        self._watch = self._app.set_interval(TICK, self.tick)
        self._app.session_changed.publish(None)

    def tick(self) -> None:
        """Ring when another step has begun."""
        position = self.timer.position()
        if position.index != self._index and not self.over:
            self._index = position.index
            self._ring(position.step.label)
            if self.timer.over:
                self._end()
            else:
                self.keep()
        self._app.session_changed.publish(None)

    def pause(self) -> None:
        """Stand still, or go on."""
        if self.timer.running:
            self.timer.pause()
        else:
            self.timer.start()
        self.keep()
        self._app.session_changed.publish(None)

    def skip(self) -> None:
        """Go to the next step."""
        self.timer.skip()
        self.tick()

    def stop(self, at: datetime | None = None) -> None:
        """End it here, or (`at`) when a warning sign was raised. When nothing was done, there is nothing to ask."""
        self.timer.pause()
        if self.timer.worked:
            self._end(at)
        else:
            self.drop()

    def _end(self, at: datetime | None = None) -> None:
        self.timer.pause()
        self.over = True
        self._ended = at or self._app.journal.clock.now()
        self.keep()
        self._app.session_changed.publish(None)

    def _ring(self, label: str) -> None:
        if self._app.journal.settings.bell:
            self._app.bell()
        # The massage screen shows the step in large letters; a toast would cover it.
        if getattr(self._app.screen, "SECTION", "") != "massage":
            self._app.tell(f"Massage: {label}")

    # -- its end ------------------------------------------------------------------------------------------------

    def entry(self, after: int | None) -> Massage:
        """The massage as it is recorded: it ended when the timer did, whenever the question is answered."""
        site, side = self.place
        return Massage(
            at=self._ended,
            technique=self.technique,
            site=site,
            side=side,
            seconds=self.timer.worked,
            before=self.before,
            after=after,
        )

    def record(self, after: int | None, told: Callable[[Massage], str]) -> None:
        """Save the massage with the score after it; the session ends when that is durable, and stays when it fails."""
        entry = self.entry(after)
        self._app.save(lambda: self._app.journal.record(entry), lambda _: told(entry), saved=lambda _: self.drop())

    def drop(self) -> None:
        """End without recording."""
        self._gone = True
        if self._watch is not None:
            self._watch.stop()
        self._app.session = None
        self._app.run_worker(self._write(None), group="timer", exit_on_error=False)
        self._app.session_changed.publish(None)

    # -- the disk -----------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Write down how far it is."""
        self._app.run_worker(self._write(self._now()), group="timer", exit_on_error=False)

    async def put_away(self) -> None:
        """Stand still and write it down: the app closes."""
        self.timer.pause()
        if not self._gone:
            await self._write(self._now())

    def _now(self) -> Underway:
        return replace(
            self._kept,
            banked=self.timer.elapsed,
            unworked=self.timer.unworked,
            over=self.over,
            at=self._ended if self.over else self._app.journal.clock.now(),
        )

    async def _write(self, underway: Underway | None) -> None:
        path = self._app.journal.paths.timer
        async with self._writing:
            try:
                if underway is None:
                    await asyncio.to_thread(forget_timer, path)
                elif not self._gone:
                    await asyncio.to_thread(save_timer, path, underway)
            except JournalError as error:
                self._app.tell_error(error)


def clock_words(seconds: float) -> str:
    """ "1:05"; begun seconds count whole."""
    minutes, rest = divmod(ceil(seconds), 60)
    return f"{minutes}:{rest:02}"
