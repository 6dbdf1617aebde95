"""How the app writes: one action at a time, in a thread, told when it is durable."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from textual import on, work
from textual.message import Message
from textual.reactive import var
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from journal.book.attempt import EntryAttempt
from journal.errors import JournalError
from journal.visible import visible
from screens.ending import EndingApp
from screens.widgets.key_bar import KeyBar
from screens.widgets.key_words import Words

if TYPE_CHECKING:
    from journal.book import Journal
    from journal.draft_file import Draft
    from journal.model import Entry
    from screens.turns import Turns

T = TypeVar("T")
TURNS_WITHIN = 3.0
"""Seconds to wait for keys that wait for the ones before them, when the app closes."""
WARNED_FOR = 12.0
"""Seconds for which a warning is shown."""


class WritingApp(EndingApp):
    """An app that owns the journal and every write to it. The result of `run` is the exit status."""

    warned: var[str] = var("")
    """What was warned of last, in the key bar of every screen."""

    @dataclass
    class Warned(Message):
        """The journal says what went wrong and stopped nothing; comes from any thread."""

        line: str

    def keep_typed(self) -> JournalError | None:
        """Keep for the next start what is typed or being saved, forget what is saved; gives why some is not kept."""
        from screens.drafts import keep_drafts

        return keep_drafts(self)

    def settle_typed(self, _: None = None) -> None:
        """Called when a line closed or was saved: forget what was kept of it."""
        if self.kept:
            self.keep_typed()

    async def put_away(self) -> None:
        """Wait until each write that was begun is durable, or has failed; also those that wait for their turn.

        A write that waits for a journal that cannot be opened is waited for no longer.
        """
        for turns in filter(lambda turns: turns.waiting, self.turns_anywhere):
            begun = asyncio.Event()
            turns.do(begun.set)
            with suppress(TimeoutError):
                await asyncio.wait_for(begun.wait(), TURNS_WITHIN)
        while writes := self._under_way("save"):
            if not self.opened.is_set():
                await asyncio.gather(*(each.wait() for each in self._under_way("open")), return_exceptions=True)
                if not self.opened.is_set():
                    return
            await asyncio.gather(*(each.wait() for each in writes), return_exceptions=True)

    def _under_way(self, group: str) -> list[Worker[Any]]:
        return [each for each in self.workers if each.group == group and not each.is_finished]

    def __init__(self, journal: "Journal") -> None:
        """The app on a journal, which may be opened later: what is written before waits until it is."""
        super().__init__()
        self.journal = journal
        journal.warn = self._warned
        self.opened = asyncio.Event()
        """Set when the journal is open."""
        self.seen: str | None = None
        """What undo would take back, as it is on the screen."""
        self._failed: EntryAttempt | None = None
        """The entries that were not saved last."""
        self.writing = asyncio.Lock()
        """Held while a write is under way."""
        self.being_saved: list[Draft] = []
        """What was typed and is being saved."""
        self.kept: dict[Draft, Path] = {}
        """What was typed and is on the disk until it is saved or given up, with its file."""
        self.to_offer: list[Draft] = []
        """What was kept and has not been offered yet."""
        self.turns_anywhere: list[Turns] = []
        """Where keys may wait for those before them, whatever screen is shown."""
        self.unsaved = 0
        """How many writes failed."""
        self._warnings: dict[str, str] = {}
        """What is warned of, the newest last, and the section until which ("" for none)."""
        self._no_more: Timer | None = None

    def look(self) -> None:
        """Called after each write: show what changed."""

    def record(
        self,
        *entries: "Entry",
        failed: Callable[[JournalError], Any] | None = None,
        saved: Callable[[tuple["Entry", ...]], Any] | None = None,
        typed: "Draft | None" = None,
    ) -> None:
        """Save entries; the toast comes after the commit. The same ones soon after they failed are the same try.

        `failed` is called with the reason when nothing was saved, `saved` with what was; `typed` is kept until then.
        """
        attempt = EntryAttempt(self.journal, *entries)
        if self._failed is not None and self._failed.is_for(entries):
            attempt = self._failed  # the disk may have kept it after all
        self._failed = None

        def keep(error: JournalError) -> None:
            self._failed = attempt
            if failed is not None:
                failed(error)

        def done(recorded: "tuple[Entry, ...]") -> None:
            self.say_due(recorded)
            if saved is not None:
                saved(recorded)

        self.save(attempt, self.told, keep, done, typed=typed)

    def told(self, entries: "tuple[Entry, ...]") -> str:
        """What the toast says of saved entries."""
        if len(entries) > 2:
            return f"Saved {len(entries)} entries · u undoes"
        return f"Saved {'; '.join(self.journal.tell(entry) for entry in entries)} · u undoes"

    @work(group="due", exit_on_error=False)
    async def say_due(self, entries: "tuple[Entry, ...]") -> None:
        """Say it when the calf questions come first after what was just recorded."""
        due = await asyncio.to_thread(self.journal.due_after, entries)
        if due is not None:
            said = f"Before the next massage {due.words}. m asks them"
            self.tell(said, severity="warning", until="massage", later=True)

    def save(
        self,
        action: Callable[[], T],
        told: Callable[[T], str],
        failed: Callable[[JournalError], Any] | None = None,
        saved: Callable[[T], Any] | None = None,
        *,
        typed: "Draft | None" = None,
    ) -> None:
        """Do `action` in a thread, one write at a time and in order; tell when it is durable, or that it failed.

        `typed` is what it saves, where a line held it: it is kept when the app ends before it is durable.
        """
        if typed is not None:
            self.being_saved.append(typed)
        self._save(action, told, failed, saved, typed)

    @work(group="save")
    async def _save(
        self,
        action: Callable[[], T],
        told: Callable[[T], str],
        failed: Callable[[JournalError], Any] | None,
        saved: Callable[[T], Any] | None,
        typed: "Draft | None",
    ) -> None:
        await self.opened.wait()
        async with self.writing:
            try:
                result = await asyncio.to_thread(action)
            except JournalError as error:
                self.seen = None
                self._is_over(typed)
                self.unsaved += 1
                self.tell_error(error)
                if failed is not None:
                    failed(error)
                self.look()
                return
            self._is_over(typed)
            self.settle_typed()
            self.tell(told(result))
            try:
                self.seen = await asyncio.to_thread(self.journal.last_action)
            except JournalError as error:
                self.seen = None
                self.tell_error(error)
        if saved is not None:
            saved(result)
        self.look()

    def _is_over(self, typed: "Draft | None") -> None:
        """What was typed is saved, or its line comes back."""
        if typed is not None:
            self.being_saved.remove(typed)

    def tell(self, text: str, severity: Any = "information", *, until: str = "", later: bool = False) -> None:
        """Say a text that may come from anywhere: in the key bar, or in a toast where that has no room for it.

        Good news stands in the bar for a moment, also below a dialog; it takes the place of the good news before it. A
        warning stands there longer and on every screen, at most until the section `until` is shown; `later` it waits
        for the end of that moment. The newest is seen, and the warnings before it come back behind it. A mistake is a
        toast. The same words stand once.
        """
        if not text:
            return
        words, good = visible(text), severity == "information"
        for each in list(self._notifications):
            if each.message == words or (good and each.severity == "information"):
                self._unnotify(each)
        bars = (bar for screen in reversed(self.screen_stack) for bar in screen.query(KeyBar))
        if good and (bar := next(bars, None)) is not None and bar.say(words):
            return
        if severity == "warning" and self._warn_in_bar(words, until, later):
            return
        self.notify(str(Words.of(words, self)), severity=severity, markup=False, timeout=5 if good else WARNED_FOR)

    def _warn_in_bar(self, words: str, until: str, later: bool) -> bool:
        """Warn in the bar of the screen that takes the keys; False where there is none, or no room."""
        bar = next(iter(self.screen.query(KeyBar)), None)
        if bar is None or not bar.has_room(words):
            return False
        if not later:
            bar.said = ""
        self._warnings.pop(words, None)
        self._warnings[words] = until
        self._show_warning()
        return True

    def _show_warning(self) -> None:
        """Show the newest warning, for as long as one stands."""
        self.warned = next(reversed(self._warnings), "")
        if self._no_more is not None:
            self._no_more.stop()
        self._no_more = self.set_timer(WARNED_FOR, partial(self._warn_no_more, self.warned)) if self.warned else None

    def _warn_no_more(self, words: str) -> None:
        self._warnings.pop(words, None)
        self._show_warning()

    def shown(self, section: str) -> None:
        """A section is shown: what was to be warned of until then is known."""
        known = [words for words, until in self._warnings.items() if until == section]
        for words in known:
            self._warn_no_more(words)

    def clear_notifications(self) -> None:
        """Take back everything that was said, in toasts and in the key bar."""
        super().clear_notifications()
        self._warnings.clear()
        self._show_warning()
        for screen in self.screen_stack:
            for bar in screen.query(KeyBar):
                bar.said = ""

    def _warned(self, line: str) -> None:
        self.post_message(self.Warned(line))

    def on_writing_app_warned(self, message: Warned) -> None:
        """Show what the journal warns of."""
        self.tell(message.line, severity="warning", later=True)

    def tell_error(self, error: BaseException) -> None:
        """A toast that says what went wrong."""
        self.tell(str(error) or type(error).__name__, severity="error")

    @on(Worker.StateChanged)
    def say_failed(self, event: Worker.StateChanged) -> None:
        """Say why work of the app that goes on beside the keys ended; a screen hands on what its own ended of.

        What nobody expected goes to the log. Why a journal was closed is said where it is asked what to do.
        """
        error = event.worker.error if event.state is WorkerState.ERROR else None
        if isinstance(error, JournalError):
            if self.journal.is_open:
                self.tell_error(error)
        elif error is not None:
            from journal.fault_log import tell_fault

            self.tell(tell_fault(self.journal.paths.log, error, "rj", self.journal.clock.now()), severity="error")

    def in_turn(self, action: Callable[[], Any]) -> None:
        """Do `action` when the screen has done the keys before it: it may change what they were meant for."""
        turns = getattr(self.screen, "turns", None)
        if turns is None:
            action()
        else:
            turns.do(action)

    def action_undo(self) -> None:
        """Take back the last action."""
        self.in_turn(
            lambda: self.save(
                lambda: self.journal.undo(self.seen),
                lambda undone: f"Undone: {undone.label} · U redoes" if undone else "Nothing to undo",
            )
        )

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.in_turn(
            lambda: self.save(
                self.journal.redo, lambda redone: f"Done again: {redone.label}" if redone else "Nothing to redo"
            )
        )
