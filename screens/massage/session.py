"""The guided massage that is under way. The app owns it, so that it goes on when its screen is left."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING

from textual.timer import Timer

from journal.book import Journal
from journal.book.attempt import EntryAttempt
from journal.clock import journal_day
from journal.errors import JournalError, Refused
from journal.model import Massage, Side
from journal.recovery.session import steps
from journal.recovery.shapes import Proposal
from journal.recovery.timer import PhaseTimer, Position, Underway
from journal.timer_file import forget_timer, load_timer, save_timer

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
        self._stood: datetime = kept.at
        """When it last stood still: the moment it ended, when it does not go on."""
        self._index = self.timer.position().index
        self._watch: Timer | None = None
        self._writing = asyncio.Lock()
        self._gone = False
        self._saving = False
        self._attempt: EntryAttempt | None = None
        """The last try to record it: what seemed to fail may be there all the same."""

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

    @classmethod
    async def go_on(cls, app: "JournalApp") -> "MassageSession | None":
        """Take up the massage that was under way when the app was closed, if there was one.

        It stands still until the runner goes on. One of another day is over; one that was saved already, or of which
        nothing was done, is forgotten.
        """
        path, journal = app.journal.paths.timer, app.journal
        try:
            kept = await asyncio.to_thread(load_timer, path)
            if kept is None:
                return None
            for each, known in ((kept.technique, journal.catalogue.techniques), (kept.site, journal.catalogue.sites)):
                if each not in known:
                    raise Refused(f"the massage that was under way cannot go on: there is no {each!r} any more")
            session = cls(app, kept)
            session.over = session.over or journal_day(kept.at) != journal.clock.today()
            if session.over and (not session.timer.worked or await asyncio.to_thread(session.is_saved)):
                await asyncio.to_thread(forget_timer, path)
                return None
        except JournalError as error:
            app.tell_error(error)
            await cls._forget(app)
            return None
        session.take_up()
        return session

    @staticmethod
    async def _forget(app: "JournalApp") -> None:
        """Remove a file that nothing can be made of, so that it is said once."""
        try:
            await asyncio.to_thread(forget_timer, app.journal.paths.timer)
        except JournalError as error:
            app.tell_error(error)

    # -- what it is ---------------------------------------------------------------------------------------------

    @property
    def journal(self) -> Journal:
        """The one door."""
        return self._app.journal

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
    def of_another_day(self) -> datetime | None:
        """When it ended, for one that ended on an earlier journal day."""
        return self._stood if self.over and journal_day(self._stood) != self._app.journal.clock.today() else None

    def is_saved(self) -> bool:
        """True when the journal holds it: the program was killed between saving it and forgetting the timer."""
        ended, day = self._stood, journal_day(self._stood)
        found = self._app.journal.entries(day, day, kinds=("massage",))
        return any(
            isinstance(each, Massage)
            and (each.at, each.technique, each.site, each.side) == (ended, self.technique, *self.place)
            for each in found
        )

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
        if self.over:
            return
        position = self.timer.position()
        if position.index != self._index:
            self._index = position.index
            self._ring(position.step.label)
            if self.timer.over:
                self._end(self._app.journal.clock.now())
                return
            self.keep()
        self._app.session_changed.publish(None)

    def pause(self) -> None:
        """Stand still, or go on."""
        if self.timer.running:
            self._stand()
        else:
            self.timer.start()
        self.keep()
        self._app.session_changed.publish(None)

    def skip(self) -> None:
        """Go to the next step."""
        self.timer.skip()
        self.tick()

    def stop(self, at: datetime | None = None) -> None:
        """End it here, or (`at`) when a warning sign was raised. When nothing was done, there is nothing to record."""
        self._stand()
        if self.timer.worked:
            self._end(min(at or self._stood, self._stood))
        else:
            self._app.tell("Stopped before it began: nothing to record")
            self.drop()

    def _stand(self) -> None:
        """Stand still; one that stands already has stood since then."""
        if self.timer.running or (self.timer.over and not self.over):
            self._stood = self._app.journal.clock.now()
        self.timer.pause()

    def _end(self, at: datetime) -> None:
        self.timer.pause()
        self.over = True
        self._stood = at
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
            at=self._stood,
            technique=self.technique,
            site=site,
            side=side,
            seconds=self.timer.worked,
            before=self.before,
            after=after,
        )

    def record(self, after: int | None, told: Callable[[Massage], str]) -> None:
        """Save the massage with the score after it; the session ends when that is durable, and stays when it fails.

        `told` says what was saved; like the saving it runs in a thread.
        """
        if self._saving:
            return
        self._saving = True
        entry = self.entry(after)
        if self._attempt is None or not self._attempt.is_for((entry,)):
            self._attempt = EntryAttempt(self._app.journal, entry)
        attempt = self._attempt

        def save() -> str:
            attempt()
            return told(entry)

        self._app.save(save, str, failed=self._not_saved, saved=lambda _: self.drop())

    def _not_saved(self, _: JournalError) -> None:
        self._saving = False

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
        self._stand()
        if not self._gone:
            await self._write(self._now())

    def _now(self) -> Underway:
        return replace(
            self._kept,
            banked=self.timer.elapsed,
            unworked=self.timer.unworked,
            over=self.over,
            at=self._app.journal.clock.now() if self.timer.running else self._stood,
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


async def take_up(app: "JournalApp") -> None:
    """Offer to go on with a massage that was under way when the app was closed."""
    session = await MassageSession.go_on(app)
    if session is not None and session.over:
        app.tell("A massage is not recorded yet: m records it", severity="warning", until="massage")
    elif session is not None:
        app.tell("A massage was under way: m goes on with it", severity="warning", until="massage")
