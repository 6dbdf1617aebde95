"""What was typed and not saved when the app had to close, kept in a file until it is taken up again."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import msgspec

from journal.errors import CannotWrite
from journal.files import sync_folder, write_whole


@dataclass(frozen=True)
class Draft:
    """A line as it was typed, begun at `at`; for `day` when a past day was looked at; changing the entry `editing`."""

    text: str
    at: datetime
    day: date | None = None
    editing: str = ""


def save_draft(path: Path, draft: Draft) -> None:
    """Keep `draft` in `path`, whose folder is there. Raises CannotWrite."""
    write_whole(path, msgspec.json.encode(draft))


def load_draft(path: Path) -> Draft | None:
    """What was kept, None when nothing was. Raises CannotWrite for a file that cannot be read or understood."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Draft)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotWrite(f"what was typed cannot be read: {path}: {error.strerror}") from None
    except (msgspec.DecodeError, ValueError):
        raise CannotWrite(f"what was typed cannot be read: {path}") from None


def forget_draft(path: Path) -> None:
    """Keep nothing any more. Raises CannotWrite."""
    try:
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise CannotWrite(f"what was typed cannot be removed: {path}: {error.strerror}") from None
