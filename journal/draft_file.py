"""What was typed and not saved when the app had to close, each line in a file of its own until it is taken up again."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from uuid import uuid4

import msgspec

from journal.errors import CannotWrite
from journal.files import read_whole, sync_folder, write_whole


@dataclass(frozen=True)
class Draft:
    """A line as it was typed, begun at `at`; for `day` when a past day was looked at.

    It changes the entry `editing` (its id), which was read as `seen` (JSON; "" when that is not known).
    """

    text: str
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    day: date | None = None
    editing: str = ""
    seen: str = ""


def save_draft(folder: Path, draft: Draft) -> Path:
    """Keep `draft` in a new file in `folder`, which is there; the names of the files are in the order of saving.

    Raises CannotWrite.
    """
    number = sum(1 for _ in folder.glob("draft-*.json"))
    path = folder / f"draft-{number:04}-{uuid4().hex}.json"
    write_whole(path, msgspec.json.encode(draft), "what was typed cannot be kept")
    return path


def load_draft(path: Path) -> Draft:
    """What was kept in `path`. Raises CannotWrite for a file that cannot be read or understood."""
    try:
        return msgspec.json.decode(read_whole(path), type=Draft)
    except OSError as error:
        raise CannotWrite(f"what was typed cannot be read: {path}: {error.strerror}") from None
    except (msgspec.DecodeError, ValueError):
        raise CannotWrite(f"what was typed cannot be read: {path}") from None


def forget_draft(path: Path) -> None:
    """Keep nothing in `path` any more. Raises CannotWrite."""
    try:
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise CannotWrite(f"what was typed cannot be removed: {path}: {error.strerror}") from None
