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
    """`saved` is said before the commit."""
    from journal.book import Journal
    from journal.storage.store import Store

    real = Store.record

    def record(self: Store, entries: Iterable[Any], *more: Any, **named: Any) -> Any:
        given = list(entries)
        if "--stdin" in sys.argv:
            for each in given:
                print("saved", each.id, flush=True)
        return real(self, given, *more, **named)

    log = Journal.log

    def with_ids(self: Journal, lines: Any, **named: Any) -> Any:
        from dataclasses import replace
        from uuid import uuid4

        read = self.read

        def reading(line: str, **also: Any) -> Any:
            found = read(line, **also)
            return replace(found, entries=tuple(replace(each, id=str(uuid4())) for each in found.entries))

        patch(self, read=reading)
        try:
            return log(self, lines, **named)
        finally:
            patch(self, read=read)

    patch(Store, record=record)
    patch(Journal, log=with_ids)


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


def raw_text() -> None:
    """Text goes to the terminal as it is."""
    from journal import visible

    patch(visible, visible=lambda text, lines=False: text)


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

    from journal.clock import Clock

    patch(Clock, at=lambda self, day, wall: datetime.combine(day, wall, UTC))


BROKEN: dict[str, Callable[[], None]] = {
    each.__name__.replace("_", "-"): each
    for each in (
        *(acknowledge_early, never_flushed, row_by_row),
        *(impatient, swallowing, trusting, outdated, unbegun, elsewhere),
        *(raw_text, open_to_all, calls_home, deaf, forgetful, hasty, brittle),
    )
}
"""Each way to break the program, by its name."""


if __name__ == "__main__":
    BROKEN[sys.argv[1]]()
    module = sys.argv[2]
    sys.argv = [module, *sys.argv[3:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
