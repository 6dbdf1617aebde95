"""The folder of backups: what is in it, what is added by itself, and what is taken away again."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Literal, NamedTuple

from sqlalchemy import Engine

from journal.clock import Clock, fixed, journal_day
from journal.files import sweep, sync_folder
from journal.storage.backup import back_up
from journal.storage.connecting import speaking
from journal.storage.errors import StorageError
from journal.storage.rotation import kept
from journal.storage.shapes import Backup, KnownBackup
from journal.storage.verifying import look_over

Why = Literal["day", "import", "restore", "migration"]
Warn = Callable[[str], None]
_NAME = re.compile(r"journal-(\d{8})-(\d{6})(?:-(day|import|restore|migration))?(?:-\d+)?\.db")


def ignore(line: str) -> None:
    """Tell nobody."""


class Named(NamedTuple):
    """A backup by its name: when it was made, and why ("" for one made by hand)."""

    path: Path
    made: datetime
    why: str


class Backups:
    """Backups of one journal in `folder`. `warn` is told in one line what went wrong and stopped nothing.

    Those made by itself are taken away as `kept` says; those made by hand, and files of other names, never.
    """

    def __init__(self, folder: Path, clock: Clock, warn: Warn = ignore) -> None:
        self._folder = folder
        self._clock = clock
        self._warn = warn
        self._one = Lock()
        self._seen: date | None = None

    def named(self) -> list[Named]:
        """What is in the folder, the newest first. Raises OSError."""
        found = []
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            match = _NAME.fullmatch(path.name)
            made = self._moment(match[1], match[2]) if match else None
            if match and made:
                found.append(Named(path, made, match[3] or ""))
        return sorted(found, key=lambda each: (each.made, each.path.name), reverse=True)

    def known(self) -> Iterator[KnownBackup]:
        """Every backup, looked over one by one, the newest first. Raises StorageError."""
        with speaking(self._folder, "read"):
            named = self.named()
        for each in named:
            yield self.look(each.path, each.made, each.why)

    def look(self, path: Path, made: datetime, why: str) -> KnownBackup:
        """What a file holds, or what is the matter with it."""
        entries, problem = None, None
        try:
            found = look_over(path)
        except StorageError as error:
            problem = str(error)
        else:
            entries = found.entries
            if found.changed:
                problem = f"{len(found.changed)} of its entries are not what was written"
        return KnownBackup(path=str(path), made=made, why=why, entries=entries, problem=problem)

    def when(self, file: Path) -> datetime:
        """When a backup was made, by its name, else when it was last written. Raises StorageError."""
        match = _NAME.fullmatch(file.name)
        named = self._moment(match[1], match[2]) if match else None
        if named:
            return named
        with speaking(file, "read"):
            return fixed(datetime.fromtimestamp(int(file.stat().st_mtime), UTC).astimezone(self._clock.zone))

    def free(self, why: Why | Literal[""] = "") -> Path:
        """The name of a backup made now."""
        stem = f"journal-{self._clock.now():%Y%m%d-%H%M%S}" + (f"-{why}" if why else "")
        names = (self._folder / f"{stem}{f'-{number}' if number > 1 else ''}.db" for number in count(1))
        return next(name for name in names if not name.exists())

    def make(self, engine: Engine, why: Why) -> Backup:
        """Back up, then take away what need not stay. Raises StorageError when there is no new backup."""
        with speaking(self._folder, "back up"):
            made = back_up(engine, self.free(why))
        if not made.changed:
            self._rotate()
        return made

    def try_to(self, engine: Engine, why: Why) -> None:
        """As `make`, but a failure only warns."""
        try:
            made = self.make(engine, why)
        except StorageError as error:
            self._warn(f"{error} What you record is saved; there is no new backup.")
            return
        if made.changed:
            self._warn("the journal holds entries that are not what was written; older backups stay. See: rj check")

    def daily(self, engine: Engine) -> None:
        """Back up when nothing of this journal day is there. Tried once a day; a failure only warns."""
        today = self._clock.today()
        with self._one:
            if self._seen == today:
                return
            self._seen = today
            try:
                there = any(journal_day(each.made) == today for each in self.named())
            except OSError:
                there = False
            if not there:
                self.try_to(engine, "day")

    def _rotate(self) -> None:
        try:
            own = [each for each in self.named() if each.why]
            stay = kept([each.made for each in own], self._clock.now())
            for each in own:
                if each.made not in stay:
                    each.path.unlink(missing_ok=True)
            for folder in (self._folder, self._folder.parent):
                sweep(folder, self._clock.read().timestamp())
            sync_folder(self._folder)
        except OSError as error:
            self._warn(f"old backups were not taken away: {error.filename or self._folder}: {error.strerror}")

    def _moment(self, day: str, wall: str) -> datetime | None:
        try:
            named = datetime.fromisoformat(f"{day}T{wall}")
            return self._clock.at(named.date(), named.time())
        except ValueError:
            return None
