"""A line that was typed and not saved when the app had to close: kept on the disk, and offered at the next start."""

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from journal.draft_file import forget_draft, load_draft, save_draft
from journal.errors import JournalError
from screens.dialog import Dialog

if TYPE_CHECKING:
    from screens.app import JournalApp
    from screens.writing import WritingApp

OFFERED = "Typed and not saved when the app closed: Enter saves it, Esc forgets it"


def keep_draft(app: "WritingApp") -> bool:
    """Keep what is typed on top, else what is being saved; True when there is any. Does not wait, shows nothing."""
    typed = (screen.draft() for screen in reversed(app.screen_stack) if isinstance(screen, Dialog))
    draft = next(filter(None, (*typed, app.handed, *reversed(app.being_saved))), None)
    if draft is None:
        return False
    with suppress(JournalError):  # nobody is there to be told
        save_draft(app.journal.paths.draft, draft)
    return True


def forget_kept(app: "WritingApp") -> None:
    """Take away what was kept: it is saved. Where that cannot be done it is offered once more."""
    with suppress(JournalError):
        forget_draft(app.journal.paths.draft)


async def take_up_draft(app: "JournalApp") -> None:
    """Offer what was kept, in the bar. It stays on the disk until the bar was closed."""
    from screens.widgets.entry_bar import EntryBar

    path = app.journal.paths.draft
    try:
        draft = load_draft(path)
    except JournalError as error:
        app.tell_error(error)
        return
    if draft is not None:
        editing = await asyncio.to_thread(app.journal.find, draft.editing) if draft.editing else None
        bar = EntryBar(text=draft.text, editing=editing, begun=(draft.at, draft.day), refused=OFFERED)
        app.push_screen(bar, lambda _: forget_draft(path))
