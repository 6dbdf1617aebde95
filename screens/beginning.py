"""What the app says once the journal is open: what was left under way, what is wrong, the first questions."""

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screens.app import JournalApp


async def begin(app: "JournalApp", *, ask_first: bool) -> None:
    """Offer a massage and a line that were under way, name mistakes in the runner's files, ask first questions."""
    journal = app.journal
    if journal.paths.timer.exists():
        from screens.massage.session import take_up

        await take_up(app)
    if app.problems:
        first, *others = app.problems
        more = f"{len(others)} more: S, Settings, lists them" if others else ""
        app.tell(" · ".join(filter(None, (first, more))), severity="warning")
    if ask_first and not journal.settings.first_run_done and await asyncio.to_thread(journal.count) == 0:
        from screens.first_run.screen import FirstRunScreen

        await app.push_screen(FirstRunScreen())
    if journal.paths.drafts():
        from screens.drafts import take_up_drafts

        await take_up_drafts(app)
