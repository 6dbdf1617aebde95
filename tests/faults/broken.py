"""Builds that were broken on purpose: `python -m tests.faults.broken NAME MODULE ARGUMENTS…` runs MODULE in one.

The product knows nothing of this: each breakage patches it before it runs.
"""

import os
import runpy
import socket
import sys
from collections.abc import Callable, Iterable
from typing import Any


def patch(owner: Any, **parts: Any) -> None:
    """Put `parts` in the place of what `owner` has of these names."""
    for name, part in parts.items():
        setattr(owner, name, part)


def acknowledge_early() -> None:
    """An entry is said to be saved, and written a moment later."""
    from threading import Timer

    from journal.storage.store import Store

    real = Store.record

    def record(self: Store, entries: Iterable[Any], label: str, *, amended: Iterable[Any] = ()) -> tuple[Any, ...]:
        given = tuple(entries), tuple(amended)
        later = Timer(0.3, real, (self, given[0], label), {"amended": given[1]})
        later.daemon = True
        later.start()
        return sum(given, ())

    patch(Store, record=record)


def never_flushed() -> None:
    """`synchronous=OFF`: nothing waits for the disk."""
    from journal.storage import connecting

    pragmas = tuple(
        ("synchronous", "OFF", 0) if name == "synchronous" else (name, value, expected)
        for name, value, expected in connecting._PRAGMAS
    )
    patch(connecting, _PRAGMAS=pragmas)


def row_by_row() -> None:
    """An import stores what it has read so far."""
    from journal.storage.store import Store

    def import_entries(self: Store, entries: Iterable[Any], label: str, **_: Any) -> Any:
        from journal.storage.shapes import ImportCounts

        added = 0
        for each in entries:
            self.record([each], label)
            added += 1
        return ImportCounts(added=added, skipped=0, kept=0)

    patch(Store, import_entries=import_entries)


def bottomless() -> None:
    """A line of a file may be as long as it likes."""
    from journal.commands import take_in

    patch(take_in, lines_of=lambda file, name: iter(file))


def raw_text() -> None:
    """Text goes to the terminal and into sheets as it is."""
    from journal import visible
    from journal.exchange import sheet

    patch(visible, visible=lambda text, lines=False: text)
    patch(sheet, defused=lambda text: text)


def tidying() -> None:
    """What cannot be shown is taken out of what is stored."""
    from dataclasses import replace

    from journal.storage.store import Store
    from journal.visible import visible

    real = Store.import_entries

    def import_entries(self: Store, entries: Iterable[Any], *label: Any, **more: Any) -> Any:
        return real(self, (replace(each, note=visible(each.note)) for each in entries), *label, **more)

    patch(Store, import_entries=import_entries)


def open_to_all() -> None:
    """Files are made with the rights that the shell gives."""
    os.umask(0o022)
    patch(os, umask=lambda mask: 0o022)
    real = os.open
    patch(os, open=lambda path, flags, mode=0o777, **more: real(path, flags, 0o644, **more))


def calls_home() -> None:
    """It looks for updates."""
    with socket.socket() as wire:
        wire.settimeout(0.01)
        wire.connect_ex(("127.0.0.1", 9))


def deaf() -> None:
    """No signal is listened to, and nobody looks whether the terminal is there."""
    from screens.ending import EndingApp

    patch(EndingApp, on_mount=lambda self: None)


def forgetful() -> None:
    """What was typed is not kept."""
    from screens.app import JournalApp

    patch(JournalApp, keep_typed=lambda self: None)


def hasty() -> None:
    """The app ends without waiting for what is being saved."""
    from screens.app import JournalApp

    async def at_once(self: JournalApp) -> None:
        """Wait for nothing."""
        self.exit(0)

    patch(JournalApp, action_quit=at_once)


def brittle() -> None:
    """One key crashes the app."""
    from screens.app import JournalApp

    def action_move_day(self: JournalApp, days: int) -> None:
        raise KeyError("a mistake")

    patch(JournalApp, action_move_day=action_move_day)


def sluggish() -> None:
    """The key that leads back takes its time."""
    from time import process_time

    from screens.app import JournalApp

    real = JournalApp.on_event

    async def on_event(self: JournalApp, event: Any) -> None:
        last = process_time() + (1.1 if getattr(event, "key", "") == "escape" else 0)
        while process_time() < last:
            pass
        await real(self, event)

    patch(JournalApp, on_event=on_event)


def hoarding() -> None:
    """Every key leaves something behind."""
    from screens.app import JournalApp

    kept: list[bytes] = []
    real = JournalApp.on_event

    async def on_event(self: JournalApp, event: Any) -> None:
        kept.append(os.urandom(1 << 19))
        await real(self, event)

    patch(JournalApp, on_event=on_event)


def scribbling() -> None:
    """What is written is not what its checksum is over."""
    import journal.storage.verifying  # noqa: F401 - what it is compared with stays
    from journal.storage import mapping

    patch(mapping, checksum=lambda *values: bytes(16))


def cramped() -> None:
    """A narrow terminal crashes the app."""
    from screens.app import JournalApp

    def on_resize(self: JournalApp, event: Any) -> None:
        if event.size.width < 60:
            raise KeyError("a mistake")

    patch(JournalApp, on_resize=on_resize)


def mute() -> None:
    """Without a terminal it only says that there is none."""
    from journal.commands import app
    from journal.errors import Refused

    patch(app, Refused=lambda words: Refused("no terminal"))


def crowding() -> None:
    """Programs that make the journal do not wait for each other."""
    from contextlib import nullcontext

    from journal.storage import opening

    patch(opening, locked=lambda file: nullcontext())


def starting_over() -> None:
    """What cannot be opened, read or written is taken for damage, and a new journal is begun."""
    from journal.book import Journal, Logged
    from journal.storage import opening, store
    from journal.storage.errors import StorageError, damaged

    prepare, write = opening.prepare, Journal.write

    def prepared(path: Any, clock: Any) -> Any:
        try:
            return prepare(path, clock)
        except StorageError:
            path.unlink()
            return prepare(path, clock)

    def emptied(path: Any, *why: Any) -> Any:
        path.write_bytes(b"")
        return damaged(path, *why)

    def written(self: Journal, ready: Any) -> Logged:
        try:
            return write(self, ready)
        except StorageError:
            self.paths.journal.unlink()
            raise

    patch(store, prepare=prepared, damaged=emptied)
    patch(Journal, write=written)


def impatient() -> None:
    """It waits for no other program."""
    from journal.storage import connecting, opening

    pragmas = tuple((name, "0", 0) if name == "busy_timeout" else (name, *rest) for name, *rest in connecting._PRAGMAS)
    patch(connecting, WAIT_SECONDS=0, _PRAGMAS=pragmas)
    patch(opening, WAIT_SECONDS=0)


def swallowing() -> None:
    """An entry that could not be written is said to be saved."""
    from journal.book import Journal, Logged
    from journal.storage.errors import StorageError

    real = Journal.write

    def write(self: Journal, ready: Any) -> Logged:
        try:
            return real(self, ready)
        except StorageError:
            return Logged(ready.new, ready.said)

    patch(Journal, write=write)


def trusting() -> None:
    """Every checksum fits."""
    from journal.storage import checking, verifying

    for module in (verifying, checking):
        patch(module, fits=lambda *_: True)


def outdated() -> None:
    """A backup of today is good enough for the rest of the day."""
    import shutil
    from pathlib import Path

    from journal.storage import backup, backups
    from journal.storage.shapes import Backup

    real = backup.back_up

    def back_up(engine: Any, to: Path) -> Any:
        earlier = next(Path(os.environ["RECOVERY_JOURNAL_DATA"], "backups").glob("*-day.db"), None)
        if earlier is None:
            return real(engine, to)
        shutil.copy(earlier, to)
        return Backup(path=str(to), entries=1, changed=())

    for module in (backup, backups):
        patch(module, back_up=back_up)


def unbegun() -> None:
    """Each statement is a transaction of its own."""
    from journal.storage import connecting

    patch(connecting, _begin=lambda connection: None)


def elsewhere() -> None:
    """Every wall clock shows UTC."""
    from datetime import UTC, datetime

    from journal.clock import Clock, fixed

    patch(Clock, now=lambda self: fixed(self.read().replace(microsecond=0)))
    patch(Clock, at=lambda self, day, wall: datetime.combine(day, wall, UTC))


def by_the_day() -> None:
    """A day has one entry, and its date is the key."""
    from journal.storage.ids import Ids

    patch(Ids, new=lambda self: f"{self._clock.read():%Y-%m-%d}")


def asleep() -> None:
    """The day is the one on which the program was started."""
    from journal.clock import Clock, journal_day

    first: list[Any] = []

    def today(self: Clock) -> Any:
        first[:] = first or [journal_day(self.now())]
        return first[0]

    patch(Clock, today=today)


BROKEN: dict[str, Callable[[], None]] = {
    each.__name__.replace("_", "-"): each
    for each in (
        *(acknowledge_early, never_flushed, row_by_row, bottomless, starting_over, swallowing, trusting, outdated),
        *(impatient, crowding, unbegun, elsewhere, by_the_day, asleep, raw_text, tidying, open_to_all, calls_home),
        *(deaf, forgetful, hasty, cramped, mute, brittle, sluggish, hoarding, scribbling),
    )
}
"""Each way to break the program, by its name."""


if __name__ == "__main__":
    BROKEN[sys.argv[1]]()
    module = sys.argv[2]
    sys.argv = [module, *sys.argv[3:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
