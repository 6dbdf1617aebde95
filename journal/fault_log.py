"""The log of what nobody expected: where in the program it happened, never what the runner wrote."""

import logging
import os
from collections.abc import Iterator
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import extract_tb

from journal import __version__

MOST_BYTES = 256 * 1024
"""A log that grew larger is moved to NAME.1, in the place of the one before."""


def log_fault(file: Path, error: BaseException, doing: str, at: datetime) -> bool:
    """Add `error`, met while `doing` (a word of ours), to the log at `file` (0600). False when it cannot be written.

    Values and the error's own words are left out: they may hold what was typed.
    """
    record = logging.makeLogRecord({"msg": "\n".join(_told(error, doing, at))})
    try:
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600))
        handler = _Handler(file, maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8")
        try:
            handler.emit(record)
        finally:
            handler.close()
    except OSError:
        return False
    return True


def tell_fault(file: Path, error: BaseException, doing: str, at: datetime) -> str:
    """Log `error` as `log_fault` does, and give the line that tells the runner of it."""
    kept = log_fault(file, error, doing, at)
    more = f" Where it happened is in {file}; please report it." if kept else ""
    return f"this program made a mistake ({where(error)}). What was saved is saved.{more}"


def where(error: BaseException) -> str:
    """The kind of `error` and the place it came from: "KeyError in tell.py:43"."""
    frames = extract_tb(error.__traceback__)
    return f"{type(error).__name__} in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "an error"


class _Handler(RotatingFileHandler):
    """A log that is full or unwritable is an error of its own, for the caller."""

    def _open(self):  # type: ignore[no-untyped-def] # typeshed gives its stream a private type
        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=_private)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is the library's
        raise


def _private(name: str, flags: int) -> int:
    return os.open(name, flags | os.O_CLOEXEC, 0o600)


def _told(error: BaseException, doing: str, at: datetime) -> Iterator[str]:
    yield f"{at:%Y-%m-%dT%H:%M:%S%z} recovery-journal {__version__}, {doing}"
    met: BaseException | None = error
    while met is not None:
        yield f"  {type(met).__module__}.{type(met).__name__}"
        for frame in extract_tb(met.__traceback__):
            yield f"    {frame.filename}:{frame.lineno} {frame.name}"
        met = met.__cause__ or met.__context__
