"""A screen that is laid out for the size the terminal has now."""

from typing import Any

from textual.app import App
from textual.events import Resize


class Sized:
    """Mixed into a screen before Textual's own class.

    Textual's screen posts to itself every size it was laid out for. Two sizes that are on their way at the same time
    would follow each other for ever, each laid out again when the other was; so one that the terminal no longer has is
    left alone.
    """

    app: App[Any]

    async def _on_resize(self, event: Resize) -> None:
        if event.size != self.app.size:
            event.prevent_default().stop()
