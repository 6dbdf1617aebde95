"""Folders and files that only their owner may look into, whatever the umask allows."""

import os
from pathlib import Path


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
    handle = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
