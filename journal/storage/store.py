"""`Store`: the way into the room. Every method is one transaction, and what it gives is whole and frozen."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from journal.ahead import ahead
from journal.clock import Clock
from journal.errors import JournalError
from journal.files import sync_folder
from journal.glance import Mark
from journal.model import Entry
from journal.storage import backup, changelog, checking
from journal.storage.backups import Backups
from journal.storage.connecting import make_engine, roomy, speaking, writing
from journal.storage.errors import (
    UNCHANGED,
    JournalDamaged,
    NewerJournal,
    Overtaken,
    ReadOnly,
    Replaced,
    StorageError,
    UnknownEntry,
    damaged,
    unsure,
)
from journal.storage.finding import Finds
from journal.storage.ids import Ids
from journal.storage.logbook import Logbook
from journal.storage.mapping import Words, microseconds, settle
from journal.storage.opening import prepare, real_file, refuse_what_is_no_file
from journal.storage.shapes import Amended, Backup, Changed, ImportCounts, Undone
from journal.storage.tables import SCHEMA
from journal.storage.there import amendment, counts, differs, is_late, present, retried
from journal.storage.watching import Watch


def no_words(entry: Entry) -> str:
    """No names: search finds by note and tags alone."""
    return ""


def identity(path: Path) -> tuple[int, int]:
    """What tells this file from one that is put in its place."""
    found = path.stat()
    return found.st_dev, found.st_ino


class Store(Finds):
    """The journal's file, open. Raises StorageError and its kinds, each with one line to show, and InvalidEntry.

    Any thread may call any method. Reads are short and never wait for this store's own writes to be made up, only
    for the moment in which a commit reaches the disk. Writes go one after the other. Only one store of a file
    should be open in a process; other processes may have theirs.
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        clock: Clock,
        words: Words,
        backups: Backups | None,
        refusal: JournalError | None = None,
    ) -> None:
        self.path = path
        self._identity = identity(path)
        self._engine = engine
        self._clock = clock
        self._words = words
        self._backups = backups
        self._refusal = refusal
        self._ids = Ids(clock)
        self._one_writer = Lock()
        self._begun = ""
        """The id of the action that the transaction under way has begun; empty when it began none."""
        self._watch = Watch(path, engine)
        self.logbook = Logbook(self._read)
        """What was done, in order."""

    @classmethod
    def open(cls, path: Path, clock: Clock, words: Words = no_words, backups: Backups | None = None) -> "Store":
        """Open the journal at `path`, making it (0600, its folder 0700) when there is none.

        `words` gives the names an entry is found by. With `backups` the store backs up by itself: after the first
        write of a journal day, and before an import. Raises StorageError; a file that is refused is not changed.
        """
        file = prepare(path, clock)
        with speaking(file, "open"):
            return cls(file, make_engine(file), clock, words, backups)

    @classmethod
    def only_reading(cls, path: Path, clock: Clock, words: Words, refusal: JournalError) -> "Store":
        """Open what `open` refused with `refusal`, to read what can be read; every write is refused with it.

        Raises `refusal` when nothing can be read.
        """
        file = real_file(path)
        try:
            with speaking(file, "open"):
                refuse_what_is_no_file(file)
                store = cls(file, make_engine(file, only_reading=True), clock, words, None, refusal)
            try:
                store.count()
            except StorageError:
                store.close()
                raise
        except StorageError as error:
            raise refusal from error
        return store

    def close(self) -> None:
        """Let go of the file. A second time does nothing."""
        self._watch.close()

    # -- writing ------------------------------------------------------------------------------------------------------

    def new_id(self) -> str:
        """An id for an entry, greater than all before."""
        return self._ids.new()

    def record(self, entries: Iterable[Entry], label: str, *, amended: Iterable[Amended] = ()) -> tuple[Entry, ...]:
        """Record new entries, and change the `amended` ones, as one action; they are on the disk when this returns.

        An entry without an id gets one; one without `recorded_at` gets it with `entered_late`. What is there already
        with the same content is skipped (a retry). Gives all entries as they are stored, the new ones first.
        Raises IdTaken, and StaleEntry for an amended one that is no longer as it was read.
        """
        with self._write() as connection:
            new, added = self._added(connection, entries)
            changed = self._amended(connection, amended, again=bool(new) and not added)
            some = [*added, *(each for each in changed if each.before is not each.after)]
            if len(some) < len(new) + len(changed):
                sync_folder(self.path.parent)  # that the first try was committed may not be on the disk yet
            self._act(connection, label, some)
        return (*new, *(each.after for each in changed if each.after))

    def amend(self, seen: Entry, entry: Entry, label: str) -> Entry:
        """Give the entry read as `seen` the content of `entry`. No change writes nothing. Raises StaleEntry."""
        return self.record((), label, amended=((seen, entry),))[0]

    def remove(self, entry_id: str, label: str) -> None:
        """Take an entry away; undo brings it back. Raises UnknownEntry."""
        with self._write() as connection:
            present = changelog.present_entries(connection, [entry_id]).get(entry_id)
            if present is None:
                raise UnknownEntry(entry_id)
            self._act(connection, label, [Changed(id=entry_id, before=present, after=None)])

    def last_action(self) -> str:
        """The id of the action that undo would take back, "" when there is none."""
        with self._read() as connection:
            found = changelog.latest(connection)
        return found.id if found else ""

    def undo(self, seen: str | None = None) -> Undone | None:
        """Take back the latest action that is not undone; None when there is none. Raises StaleUndo.

        With `seen`, the `last_action` that was looked at, raises Overtaken when there is a newer one.
        """
        with self._write() as connection, roomy(connection):
            found = changelog.latest(connection)
            if found and seen is not None and found.id != seen:
                raise Overtaken(found.label)
            return changelog.turn(connection, found, "undone", self._words) if found else None

    def redo(self) -> Undone | None:
        """Do again the action undone last; None when there is none. Raises StaleUndo."""
        with self._write() as connection, roomy(connection):
            found = changelog.next_undone(connection)
            return changelog.turn(connection, found, "done", self._words) if found else None

    def import_entries(self, entries: Iterable[Entry], label: str, *, keep: bool = False) -> ImportCounts:
        """Record entries as one action, all or none: also when `entries` raises half-way. Memory does not grow.

        Those that are there with the same content are skipped. Those that are there with another content are skipped
        and stay as they are with `keep`; without it they raise IdTaken.
        """
        added = skipped = kept = 0
        if self._backups and self.count():
            self._backups.try_to(self._engine, "import")
        with closing(ahead(changelog.chunks(entries))) as ready, self._write() as connection, roomy(connection):
            action = None
            for some in ready:
                there = present(connection, (entry.id for entry in some)) if keep else {}
                kept += sum(differs(entry, there[entry.id]) for entry in some if entry.id in there)
                _, changes = self._added(connection, (entry for entry in some if entry.id not in there))
                if changes and action is None:
                    action = self._begin(connection, label)
                if changes and action is not None:
                    changelog.apply(connection, action, changes, self._words)
                added += len(changes)
                skipped += len(some) - len(changes)
        return ImportCounts(added=added, skipped=skipped, kept=kept)

    def count_import(self, entries: Iterable[Entry]) -> ImportCounts:
        """What `import_entries` with `keep` would do; nothing is written."""
        with self._read() as connection:
            return counts(connection, entries)

    # -- the file -----------------------------------------------------------------------------------------------------

    def version(self) -> int:
        """A number that is another one after this or another program has committed. Compare it for equality only."""
        with speaking(self.path, "read"):
            return self._watch.version()

    def version_now(self) -> int | None:
        """`version` without waiting; None while another program keeps it from being told."""
        with speaking(self.path, "read"):
            return self._watch.version_now()

    def mark(self) -> Mark:
        """What tells this state of the file from any other (`journal.glance`); () when it cannot be told."""
        with self._read() as connection:
            return self._watch.mark(connection)

    def backup(self, to: Path) -> Backup:
        """Write a whole, verified copy to the file `to` (0600). Raises StorageError; then there is none."""
        with speaking(to, "back up"):
            return backup.back_up(self._engine, to)

    def look_over(self, seconds: float) -> None:
        """Raise JournalDamaged when a look at the structure, for at most so long, finds it broken."""
        with self._read() as connection:
            said = checking.first_fault(connection, seconds)
        if said:
            raise damaged(self.path, said)

    def check(self) -> tuple[str, ...]:
        """Everything that is wrong with the file, one line each; none when all is as it was written. Takes a while."""
        found: list[str] = []
        try:
            with self._read() as connection, checking.lossless_text(connection):
                found += checking.problems(connection)
            with self._transaction() as connection:
                checking.search_index(connection)
        except ReadOnly:
            pass  # the search index can only be looked over by who may write it
        except JournalDamaged as error:
            found.append(str(error))
        return tuple(found)

    # -- within -------------------------------------------------------------------------------------------------------

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        try:
            with speaking(self.path, "read"), self._engine.connect() as connection:
                yield connection
        except JournalDamaged as error:
            raise self._refusal or error from error

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """One transaction that changes the journal; the first of a day is followed by a backup."""
        with self._transaction() as connection:
            yield connection
        if self._backups:
            self._backups.daily(self._engine)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """One transaction for writing. A connection on which something failed is closed for good."""
        if self._refusal:
            raise self._refusal
        with speaking(self.path, "save"), self._one_writer, writing(self._engine).connect() as connection:
            self._begun = ""
            try:
                with connection.begin():
                    self._still_ours(connection)
                    yield connection
            except DBAPIError:
                connection.invalidate()
                if self._begun and self._is_there(self._begun):
                    raise unsure(self.path) from None
                raise

    def _is_there(self, action_id: str) -> bool:
        """True when an action is in the change log, as a connection of its own sees it."""
        try:
            with self._engine.connect() as connection:
                return changelog.is_there(connection, action_id)
        except DBAPIError:
            return False

    def _still_ours(self, connection: Connection) -> None:
        """Raise when another program migrated the file, or put another in its place, since it was opened."""
        if connection.exec_driver_sql("PRAGMA user_version").scalar_one() != SCHEMA:
            raise NewerJournal(f"not saved: a newer version has updated {self.path}. {UNCHANGED} Quit, and update.")
        if identity(self.path) != self._identity:
            raise Replaced(f"not saved: {self.path} was replaced since it was opened. {UNCHANGED} Start again.")

    def _begin(self, connection: Connection, label: str) -> changelog.Action:
        self._begun = self._ids.new()
        return changelog.begin(connection, self._begun, label, microseconds(self._clock.read()))

    def _act(self, connection: Connection, label: str, changes: Sequence[Changed]) -> None:
        if changes:
            changelog.apply(connection, self._begin(connection, label), changes, self._words)

    def _added(self, connection: Connection, entries: Iterable[Entry]) -> tuple[list[Entry], list[Changed]]:
        """The entries as stored, and a change for each that is not there yet."""
        given = list(entries)
        now = self._clock.now()
        there = present(connection, (entry.id for entry in given if entry.id))
        stored, changes = [], []
        for entry in given:
            known = there.get(entry.id)
            new = self._stamped(entry, now) if known is None else retried(entry, known)
            if known is None:
                changes.append(Changed(id=new.id, before=None, after=new))
                there[new.id] = new
            stored.append(new)
        return stored, changes

    def _amended(self, connection: Connection, amended: Iterable[Amended], *, again: bool) -> list[Changed]:
        """For each entry its change; before and after are one object when there is none.

        `again`: they were amended by the first try, and may have been changed by somebody else since.
        """
        given = list(amended)
        there = present(connection, (seen.id for seen, _ in given))
        if again:
            return [Changed(each.id, each, each) for each in there.values()]
        now = self._clock.now()
        return [amendment(seen, there.get(seen.id), entry, now) for seen, entry in given]

    def _stamped(self, entry: Entry, now: datetime) -> Entry:
        stamps: dict[str, Any] = {} if entry.id else {"id": self._ids.new()}
        if entry.recorded_at is None:
            stamps |= {"recorded_at": now, "entered_late": is_late(entry, now)}
        return settle(entry, **stamps)
