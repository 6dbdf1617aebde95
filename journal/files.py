"""Writing a whole file so that a crash leaves the old one or the new one, never half."""

import os
from pathlib import Path

from journal.errors import CannotWrite


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` aside, flush it to the disk, and put it in the place of `path` (0600). Raises CannotWrite."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(path)
        except OSError:
            aside.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    except OSError as error:
        why = error.strerror or str(error)
        raise CannotWrite(f"not written: {path}: {why}. The earlier file is unchanged.") from None


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
