"""Lines that were typed and not saved when the app had to close: kept on the disk, and offered at the next start."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from journal.draft_file import Draft, forget_draft, load_draft, save_draft
from journal.errors import JournalError
from journal.plain import from_json
from screens.dialog import Dialog

if TYPE_CHECKING:
    from journal.model import Entry
    from screens.app import JournalApp
    from screens.writing import WritingApp

OFFERED = "{} not saved when the app closed: Enter saves it, Esc forgets it"


def keep_drafts(app: "WritingApp") -> JournalError | None:
    """Keep what is typed and not saved, and nothing else; gives why some of it is not kept.

    What was kept before stays until all of what is there now is on the disk. Does not wait, shows nothing.
    """
    kept, failed = {}, None
    for draft in _typed(app):
        try:
            path = app.kept.get(draft)
            # Another app that was offered the same line may have taken its file away.
            kept[draft] = path if path is not None and path.exists() else save_draft(app.journal.paths.folder, draft)
        except JournalError as error:
            failed = error
    settled = {} if failed else {draft: path for draft, path in app.kept.items() if draft not in kept}
    for path in settled.values():
        with suppress(JournalError):  # it is offered once more
            forget_draft(path)
    app.kept = {draft: path for draft, path in (app.kept | kept).items() if draft not in settled}
    return failed


def _typed(app: "WritingApp") -> Iterator[Draft]:
    """What is being saved, what stands in each dialog, and what is still to be offered."""
    yield from app.being_saved
    open_lines = (screen.draft() for screen in app.screen_stack if isinstance(screen, Dialog))
    yield from filter(None, open_lines)
    yield from app.to_offer


async def take_up_drafts(app: "JournalApp") -> None:
    """Offer what was kept, one line after the other. Each stays on the disk until it is saved or given up.

    What stands in a line of this app already, or is being saved by it, is not offered again.
    """
    found = {}
    here = set(app.kept.values())
    for path in app.journal.paths.drafts():
        try:
            if path not in here:
                found[load_draft(path)] = path
        except JournalError as error:
            app.tell_error(error)
    app.kept |= found
    app.to_offer += sorted(found, key=lambda draft: draft.at)
    await _offer(app, 1)


def _seen(app: "JournalApp", draft: Draft) -> "Entry | None":
    """The entry that a draft changes, as it was when the line was begun; None when it is gone."""
    stored = app.journal.find(draft.editing) if draft.editing else None
    return from_json(draft.seen) if stored is not None and draft.seen else stored


async def _offer(app: "JournalApp", number: int) -> None:
    from screens.widgets.entry_bar import EntryBar

    if not app.to_offer:
        return
    draft = app.to_offer[0]
    try:
        editing = await asyncio.to_thread(_seen, app, draft)
    except JournalError as error:  # it stays on the disk, and is offered at the next start
        app.tell_error(error)
        del app.kept[draft], app.to_offer[0]
        await _offer(app, number)
        return

    async def closed(_: None) -> None:
        app.settle_typed()
        await _offer(app, number + 1)

    last = number - 1 + len(app.to_offer)
    said = OFFERED.format("Typed and" if last == 1 else f"{number} of {last}:")
    bar = EntryBar(text=draft.text, editing=editing, begun=(draft.at, draft.day), refused=said)
    del app.to_offer[0]
    app.push_screen(bar, closed)
