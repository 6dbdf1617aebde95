"""The guided massage that is under way, kept in a file so that a terminal that was killed loses nothing."""

from pathlib import Path

import msgspec

from journal.errors import CannotWrite
from journal.files import make_folder, read_whole, sync_folder, write_whole
from journal.recovery.timer import Underway


def save_timer(path: Path, underway: Underway) -> None:
    """Keep `underway` in `path`, making its folder when there is none. Raises CannotWrite."""
    try:
        make_folder(path.parent)
    except OSError as error:
        raise CannotWrite(f"the massage timer is not kept: {path.parent}: {error.strerror}") from None
    write_whole(path, msgspec.json.encode(underway))


def load_timer(path: Path) -> Underway | None:
    """What was kept, None when nothing was. Raises CannotWrite for a file that cannot be read or understood."""
    try:
        content = read_whole(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotWrite(f"the massage timer cannot be read: {path}: {error.strerror}") from None
    try:
        return msgspec.json.decode(content, type=Underway)
    except (msgspec.DecodeError, ValueError):
        raise CannotWrite(f"the massage timer cannot be read, so it cannot go on: {path}") from None


def forget_timer(path: Path) -> None:
    """Keep nothing any more. Raises CannotWrite."""
    try:
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            sync_folder(path.parent)
    except OSError as error:
        raise CannotWrite(f"the massage timer cannot be removed: {path}: {error.strerror}") from None
