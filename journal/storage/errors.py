"""What can go wrong with the journal's file, in words for the runner, and the one translation from SQLite's errors.

Every message is one line: what was not done, which file, why, that earlier entries are unchanged, what to do next.
"""

import errno
import sqlite3
from pathlib import Path
from typing import Literal

from journal import errors
from journal.model import Entry

Doing = Literal["open", "read", "save", "back up", "restore", "rescue"]

_NOT_DONE: dict[Doing, str] = {
    "open": "cannot open the journal",
    "read": "cannot read the journal",
    "save": "not saved",
    "back up": "not backed up",
    "restore": "nothing was restored",
    "rescue": "nothing was rescued",
}
UNCHANGED = "Earlier entries are unchanged."


class StorageError(errors.JournalError):
    """Something the store could not do; the message is one line."""

    exit_code = 4


class CannotAccess(StorageError):
    """The file or its folder cannot be read or written: permission, space, disk."""


class ReadOnly(CannotAccess):
    """The journal can be read but not written."""


class NoSpace(CannotAccess):
    """The disk, or the share of it that is allowed, is full."""


class DiskError(CannotAccess):
    """The disk reported an error. That is not damage of the journal."""


class Unsure(DiskError):
    """The disk reported an error when all was written: it is there, and may be gone after a power cut."""


class JournalDamaged(StorageError):
    """The file is there but cannot be trusted. It was not changed."""

    exit_code = 3
    backup_helps = True
    readable = True


class NotAJournal(StorageError):
    """What stands at the path is not a journal of ours: a folder, a device, another program's file."""

    exit_code = 3


class Foreign(NotAJournal):
    """What stands at the path is another program's file."""

    backup_helps = True


class InUse(StorageError):
    """Another program kept the journal locked for longer than the store waits."""

    exit_code = 5


class NewerJournal(StorageError):
    """The journal was written by a newer version of this program."""

    exit_code = 7
    readable = True


class Replaced(CannotAccess):
    """Another file stands at the journal's path since it was opened (a restore, say)."""


class CannotMigrate(StorageError):
    """The journal is of an older version and could not be brought up to date. It was not changed."""


class DoesNotFit(StorageError, errors.Refused):
    """What was asked does not fit what is stored; nothing was changed."""

    exit_code = 2


class UnknownEntry(DoesNotFit):
    """There is no entry with this id."""

    def __init__(self, entry_id: str) -> None:
        super().__init__(f"not saved: there is no entry {entry_id}. {UNCHANGED}")


class IdTaken(DoesNotFit):
    """An entry with this id is there already, with other content."""

    def __init__(self, entry_id: str) -> None:
        super().__init__(f"not saved: entry {entry_id} is there already with other content. {UNCHANGED}")


class StaleEntry(DoesNotFit):
    """An entry is not as it was `seen` any more, so changing it would lose something; `now` is None when it is gone."""

    def __init__(self, seen: Entry, now: Entry | None) -> None:
        super().__init__(f"not saved: entry {seen.id} is no longer as it was read. {UNCHANGED}")
        self.seen = seen
        self.now = now


class StaleUndo(DoesNotFit):
    """An entry is no longer as the action left it, so taking the action back would lose something."""

    def __init__(self, entry_id: str, label: str) -> None:
        super().__init__(f'"{label}" was not changed: entry {entry_id} is no longer as it was left. {UNCHANGED}')
        self.entry_id = entry_id
        self.label = label


class Overtaken(DoesNotFit):
    """What undo would take back is not what was seen last: another program saved something since."""

    def __init__(self, label: str) -> None:
        super().__init__(f'nothing was undone: another program saved "{label}" since. Undo again to take that back.')
        self.label = label


class UnreadableRow(Exception):
    """A stored row that stands for no entry. Never leaves the room: it becomes JournalDamaged."""


def unsure(path: Path) -> Unsure:
    """The error for what was written although the disk reported an error."""
    return Unsure(
        f"not surely saved: the disk reported an error on {path}. It is there now: do not enter it twice. "
        "To look everything over: recovery-journal check"
    )


def damaged(path: Path, why: str, copy: Path | None = None) -> JournalDamaged:
    """The error for a file that is damaged because `why`; `copy` is where a copy of it was put."""
    kept = f" A copy is at {copy}." if copy else ""
    return JournalDamaged(f"the journal {path} is damaged ({why}). It was not changed.{kept}")


def in_use(path: Path, doing: Doing) -> InUse:
    """The error for a journal that another program did not let go of."""
    return InUse(f"{_NOT_DONE[doing]}: another program is using the journal {path}. {UNCHANGED} Try again.")


def translate(error: sqlite3.Error | OSError, path: Path, doing: Doing) -> StorageError:
    """What `error`, met while `doing` something with the journal at `path`, means for the runner."""
    if isinstance(error, OSError):
        return _from_system(error, path, doing)
    if str(error).startswith("Could not decode"):  # the driver's own words: SQLite has no name for it
        return damaged(path, "stored text is no text")
    return _from_sqlite(getattr(error, "sqlite_errorname", ""), str(error), path, doing)


def _from_sqlite(name: str, why: str, path: Path, doing: Doing) -> StorageError:
    not_done = _NOT_DONE[doing]
    match name.removeprefix("SQLITE_").partition("_")[0]:
        case "BUSY" | "LOCKED":
            return in_use(path, doing)
        case "FULL":
            return _no_space(path, doing)
        case "READONLY":
            return _read_only(path, doing)
        case "CANTOPEN" if doing == "save":
            return _read_only(path, doing)
        case "CANTOPEN" | "PERM" | "AUTH":
            return CannotAccess(f"{not_done}: {path} cannot be opened. {UNCHANGED} Check who may read and write it.")
        case "IOERR" | "NOLFS":
            return _disk_error(path, doing)
        case "CORRUPT" | "NOTADB" | "FORMAT" | "ERROR" | "SCHEMA":
            return damaged(path, why)
        case _:
            return CannotAccess(f"{not_done}: {path}: {why}. {UNCHANGED}")


def _from_system(error: OSError, path: Path, doing: Doing) -> StorageError:
    not_done = _NOT_DONE[doing]
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return _no_space(path, doing)
        case errno.EROFS:
            return _read_only(path, doing)
        case errno.EIO:
            return _disk_error(path, doing)
        case _:
            named = error.filename or path
            return CannotAccess(f"{not_done}: {named}: {error.strerror or error}. {UNCHANGED}")


def _no_space(path: Path, doing: Doing) -> NoSpace:
    return NoSpace(f"{_NOT_DONE[doing]}: no space left on {path.parent}. {UNCHANGED} Free some and try again.")


def _read_only(path: Path, doing: Doing) -> ReadOnly:
    return ReadOnly(f"{_NOT_DONE[doing]}: {path} is read-only. {UNCHANGED} Allow writing to it and its folder.")


def _disk_error(path: Path, doing: Doing) -> DiskError:
    if doing in ("open", "read"):
        return DiskError(f"cannot read {path}: disk error. {UNCHANGED} Try again, or restore a backup elsewhere.")
    return DiskError(
        f"{_NOT_DONE[doing]}: the disk reported an error on {path}. {UNCHANGED} To look it over: recovery-journal check"
    )
