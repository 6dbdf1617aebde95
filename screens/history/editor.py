"""A note in the runner's own editor; what was written there is kept until it is saved."""

import os
import shlex
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from journal.drafts import begin_draft, draft_path, forget_draft, read_draft
from journal.errors import JournalError
from journal.model import Comment, Entry

if TYPE_CHECKING:
    from screens.app import JournalApp


def editor() -> list[str]:
    """The command of the editor, without the file."""
    return shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")


def text_of(entry: Entry) -> str:
    """What is edited: the note, or the text of a comment."""
    return entry.text if isinstance(entry, Comment) else entry.note


def edit_text(app: "JournalApp", entry: Entry) -> None:
    """Open the note of `entry` in the editor, and save what came back.

    A draft that could not be saved stays in the data folder, is named, and is what the editor opens next time.
    """
    app.clear_notifications()  # that it was not saved is true no more when it is tried again
    path = draft_path(app.journal.paths.folder, entry.id)
    try:
        begin_draft(path, text_of(entry))
        with app.suspend():
            ended = subprocess.run([*editor(), str(path)], check=False).returncode
        text = read_draft(path)
    except SuspendNotSupported:
        app.tell("An editor cannot be opened from this terminal; e changes the entry here", "warning")
        return
    except OSError as error:
        app.tell(f"The editor {editor()[0]!r} cannot be started: {error.strerror}. EDITOR names another", "warning")
        return
    except JournalError as error:
        app.tell_error(error)
        return
    if text == text_of(entry):
        forget_draft(path)
        app.tell("Nothing was changed")
        return
    if ended != 0:  # its terminal may be gone
        app.tell(f"The editor failed. {_kept(path)}", "warning")
        return
    _save(app, entry, text)


def _save(app: "JournalApp", entry: Entry, text: str) -> None:
    path = draft_path(app.journal.paths.folder, entry.id)
    changed = replace(entry, text=text) if isinstance(entry, Comment) else replace(entry, note=text)
    app.save(
        lambda: app.journal.amend(entry, changed),
        lambda _: "Changed the note · u undoes",
        failed=lambda _: app.tell(_kept(path), "warning"),
        saved=lambda _: forget_draft(path),
    )


def _kept(path: Path) -> str:
    return f"What you wrote is kept: {path}. E opens it again"
