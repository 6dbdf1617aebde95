"""From a path to a file that may be trusted: look before touching, make a new one safely, keep what a crash left."""

import fcntl
import os
import shutil
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from journal import __version__
from journal.clock import Clock
from journal.files import flush, make_file, make_folder, sync_folder
from journal.storage.connecting import WAIT_SECONDS, address, connect, speaking
from journal.storage.errors import Foreign, JournalDamaged, NewerJournal, NotAJournal, damaged, in_use, translate
from journal.storage.tables import APPLICATION, SCHEMA

MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 100
SIDES = ("-journal", "-wal", "-shm")
"""What SQLite puts beside a file while it writes; left there, they mean that a program was stopped half-way."""
_SQLITE_LOCKS = (512, 0x40000000)
"""How many bytes, from where (https://www.sqlite.org/src/file/src/os.h: PENDING, RESERVED and SHARED)."""
_LOOK_SECONDS = 0.02
RESTORING = ".restoring"
"""What is about to take the journal's place is called so; left there, it means that a restore was cut short."""


def prepare(path: Path, clock: Clock) -> Path:
    """The real file of the journal at `path`, made when there is none, checked, recovered, and at the newest schema.

    Raises StorageError and its kinds; a file that is refused has not been touched.
    """
    with speaking(path, "open"):
        return _prepare(path, clock)


def _prepare(path: Path, clock: Clock) -> Path:
    file = real_file(path)
    if not file.exists():
        make_folder(file.parent)
        with locked(file):
            if not file.exists():
                _create(file, clock)
    refuse_what_is_no_file(file)
    refuse_strange_sides(file)
    header = Header.of(file)
    header.refuse(file)
    if cut_short(file):
        with locked(file):
            recover(file, clock)
        header = Header.of(file)
    if header.schema < SCHEMA:
        with locked(file):
            if Header.of(file).schema < SCHEMA:
                _migrate(file, clock)
    return file


def real_file(path: Path) -> Path:
    """`path` with links followed. Raises NotAJournal for a link whose target is missing (an unplugged disk)."""
    for link in (path, *path.parents):
        if link.is_symlink() and not link.exists():
            raise NotAJournal(f"cannot open the journal: {link} is a link to {link.readlink()}, which is missing")
    return Path(os.path.realpath(path))


def refuse_what_is_no_file(file: Path) -> None:
    """Raise NotAJournal for a folder, a pipe, a device; OSError."""
    if not stat.S_ISREG(file.lstat().st_mode):
        raise NotAJournal(f"cannot open the journal: {file} is not a regular file. It was not changed.")


@dataclass(frozen=True)
class Header:
    """What the first bytes of a file say, read without SQLite, which would change a file while opening it."""

    size: int
    magic: bytes
    application: int
    schema: int

    @classmethod
    def of(cls, file: Path) -> "Header":
        """The header of `file`. Opened before the store's connections: closing would drop the locks they hold."""
        with file.open("rb") as stream:
            head = stream.read(HEADER_BYTES)
        return cls(len(head), head[:16], int.from_bytes(head[68:72]), int.from_bytes(head[60:64]))

    def refuse(self, file: Path) -> None:
        """Raise the StorageError for a file that is empty, cut off, not ours or too new."""
        if self.size == 0:
            raise damaged(file, "it is empty")
        if self.magic != MAGIC or self.size < HEADER_BYTES:
            raise damaged(file, "it is not a SQLite file")
        if self.application != APPLICATION:
            raise Foreign(f"cannot open the journal: {file} belongs to another program. It was not changed.")
        if self.schema > SCHEMA:
            raise NewerJournal(
                f"the journal {file} was written by a newer version ({_made_by(file, self.schema)}; "
                f"this is {__version__}). It was not changed. Please update."
            )


def _made_by(file: Path, schema: int) -> str:
    """The version that wrote `file`, or its schema when it does not say; read without a trace."""
    try:
        with closing(sqlite3.connect(address(file, "mode=ro&immutable=1"), uri=True)) as connection:
            found = connection.execute("SELECT value FROM meta WHERE name = 'made_by'").fetchone()
    except sqlite3.Error:
        return f"schema {schema}"
    return str(found[0]) if found else f"schema {schema}"


# -- a new file -------------------------------------------------------------------------------------------------------


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Alone among all programs that make, recover or migrate `file`. Raises InUse when its turn does not come."""
    handle = os.open(file.with_name(f"{file.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _in_turn(lambda: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB), file)
        yield
    finally:
        os.close(handle)


@contextmanager
def still(file: Path) -> Iterator[None]:
    """While no program reads or writes `file` through SQLite: these bytes are what it locks. Raises InUse, OSError.

    Only for a process that has no connection to it: closing any handle would drop that one's locks.
    """
    handle = os.open(file, os.O_RDWR | os.O_CLOEXEC)
    try:
        _in_turn(lambda: fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, *_SQLITE_LOCKS), file)
        yield
    finally:
        os.close(handle)


def _in_turn(lock: Callable[[], None], file: Path) -> None:
    """Try `lock` until it is given, as long as a writer waits for another."""
    last = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            return lock()
        except BlockingIOError:
            if time.monotonic() >= last:
                raise in_use(file, "open") from None
            time.sleep(_LOOK_SECONDS)


def _create(file: Path, clock: Clock) -> None:
    """Make the journal aside and rename it, so that a crash leaves none or a whole one."""
    stray = [*leftovers(file), *(each for each in [Path(f"{file}{RESTORING}")] if each.exists())]
    if stray:
        raise damaged(file, f"it is missing, but {stray[0].name} is there")
    aside = file.with_name(f"{file.name}.new")
    make_new(aside, clock)
    flush(aside)
    aside.rename(file)
    sync_folder(file.parent)


def make_new(file: Path, clock: Clock) -> None:
    """Make an empty journal (0600) in the place of what was put aside there."""
    forget(file)
    os.close(make_file(file))
    _migrate(file, clock)


def _migrate(file: Path, clock: Clock) -> None:
    from journal.storage.migrations.steps import to_newest

    to_newest(file, clock)


# -- what a crash left ------------------------------------------------------------------------------------------------


def leftovers(file: Path) -> list[Path]:
    """The files that SQLite left beside `file`."""
    return [side for suffix in SIDES if os.path.lexists(side := Path(f"{file}{suffix}"))]


def refuse_strange_sides(file: Path) -> None:
    """Raise NotAJournal for a folder, a pipe, a device, a link beside `file`, where SQLite would wait or fail."""
    for side in leftovers(file):
        with suppress(FileNotFoundError):  # another program's transaction ended meanwhile
            refuse_what_is_no_file(side)


def cut_short(file: Path) -> bool:
    """True when something beside `file` may have to be rolled back; an empty journal was never begun."""
    with suppress(FileNotFoundError):
        return any(each.lstat().st_size for each in leftovers(file))
    return cut_short(file)


def recover(file: Path, clock: Clock) -> None:
    """Let SQLite roll back what was under way in a program that was stopped: first in a copy, then in `file`.

    The copy is dropped when both are whole. Raises JournalDamaged when one is not: while the copy is not, the file
    stays as it was found.
    """
    copy = file.with_name(f"{file.name}.before-recovery-{clock.read():%Y%m%dT%H%M%S%f}")
    with ExitStack() as after:
        after.callback(forget, copy)
        with still(file):
            if not cut_short(file):
                return  # another program was writing, and has ended
            copy_set(file, copy)
        why = _first_fault(copy)
        if why:
            raise damaged(file, why)
        why = _first_fault(file)
        if why:
            after.pop_all()  # the copy stays
            raise damaged(file, why, copy)


def forget(aside: Path) -> None:
    """Take away a file of ours that was put aside, with what stands beside it."""
    for each in (aside, *leftovers(aside)):
        each.unlink(missing_ok=True)


def copy_set(file: Path, copy: Path) -> None:
    """Copy the file with what stands beside it (0600, flushed), so that the copy opens as the original would."""
    refuse_strange_sides(file)
    for source in (*leftovers(file), file):  # the file last: to close it lets go of what `still` holds
        target = Path(f"{copy}{str(source).removeprefix(str(file))}")
        try:
            with source.open("rb") as reading, os.fdopen(make_file(target), "wb") as out:
                shutil.copyfileobj(reading, out, 1 << 20)
                out.flush()
                os.fsync(out.fileno())
        except FileNotFoundError:
            continue  # another program's transaction ended meanwhile
    sync_folder(copy.parent)


def _first_fault(file: Path) -> str | None:
    try:
        with closing(connect(file)) as connection:
            said = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        if isinstance(translate(error, file, "open"), JournalDamaged):
            return str(error)
        raise
    return None if said == "ok" else said.replace("\n", " ")
