"""A long text that is being written in an editor: a file of its own until it is saved as an entry."""

from pathlib import Path

from journal.errors import CannotWrite
from journal.files import read_whole, write_whole


def draft_path(folder: Path, entry_id: str) -> Path:
    """Where the draft for an entry is."""
    return folder / f"draft-{entry_id}.txt"


def begin_draft(path: Path, text: str) -> bool:
    """Write `text` to be edited, unless a draft is there that was not saved; True when one was. Raises CannotWrite."""
    if path.exists():
        return True
    write_whole(path, text.encode(), "the draft cannot be written")
    return False


def read_draft(path: Path) -> str:
    """What was written, its lines ended as the journal ends them. Raises CannotWrite."""
    try:
        return read_whole(path).decode().replace("\r\n", "\n").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotWrite(f"the draft cannot be read: {path}: {error}") from None


def forget_draft(path: Path) -> None:
    """Take the draft away once it is saved."""
    path.unlink(missing_ok=True)
