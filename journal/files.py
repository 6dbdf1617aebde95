"""Files that only their owner may look into, and that a crash leaves as they were or whole, never half."""

import errno
import os
import stat
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journal.errors import CannotWrite

ASIDE = ".rj-*.new"
"""What is being written aside is called so; left there, it means that a program was stopped half-way."""
STRAY_SECONDS = 86400
"""So old, nobody writes to it any more."""


def read_whole(path: Path) -> bytes:
    """What is in the regular file `path`; never waits for a pipe or a device. Raises OSError."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "it is not a regular file", str(path))
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes, what: str = "not written") -> None:
    """Put a file with `content` in the place of `path`, as `whole` does. Raises CannotWrite: `what`, where, why."""
    write_pieces(path, (content,), what)


def write_pieces(path: Path, pieces: Iterable[bytes], what: str = "not written") -> None:
    """As `write_whole`, for what is longer than memory should hold."""
    try:
        with whole(path) as aside, aside.open("wb") as file:
            for piece in pieces:
                file.write(piece)
    except OSError as error:
        raise CannotWrite(f"{what}: {path}: {error.strerror or error}. Nothing else was changed.") from None


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """An empty file (0600) beside `path` to be written into and closed; then durable, and in the place of `path`.

    A link at `path` is followed and kept. When the block raises, `path` is as it was. Raises OSError, also when what
    stands at `path` is no regular file or may not be written.
    """
    target = Path(os.path.realpath(path))
    _refuse(target)
    aside = target.with_name(ASIDE.replace("*", f"{os.getpid()}-{threading.get_ident()}"))
    aside.unlink(missing_ok=True)
    os.close(make_file(aside))
    try:
        yield aside
        flush(aside)
        aside.replace(target)
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    sync_folder(target.parent)


def _refuse(target: Path) -> None:
    """Raise OSError when a file at `target` is not one to write over: the rename would not ask."""
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(target.stat().st_mode):
            raise OSError(errno.EINVAL, "it is not a regular file", str(target))
        if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise OSError(errno.EACCES, "it is read-only", str(target))


def sweep(folder: Path, now: float) -> None:
    """Take away what programs that were stopped left half-written in `folder`. `now`: seconds since 1970."""
    for each in folder.glob(ASIDE):
        with suppress(FileNotFoundError):
            if now - each.lstat().st_mtime > STRAY_SECONDS:
                each.unlink()


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it that are missing (0700)."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def make_file(file: Path) -> int:
    """Make an empty file (0600) and give its handle, open for writing. Raises FileExistsError when there is one."""
    return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)


def flush(file: Path) -> None:
    """Make what was written into `file` durable."""
    _sync(file)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable."""
    _sync(folder)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
