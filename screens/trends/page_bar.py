"""The pages of Trends in one line, each with its key; a click goes there."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.geometry import Offset
from textual.reactive import reactive
from textual.widgets import Static

from screens.jump.targets import Target

PAGES = ("chart", "links", "massage", "forecast")
"""The pages in their order; the capital first letter of each is its key."""


class PageBar(Horizontal):
    """Where one is among the pages."""

    DEFAULT_CSS: ClassVar[str] = """
    PageBar { height: 1; padding: 0 1; }
    PageBar Static { width: auto; margin-right: 2; color: $text-muted; }
    PageBar Static.-here { color: $text; text-style: bold; }
    """

    page: reactive[str] = reactive(PAGES[0])

    def compose(self) -> ComposeResult:
        """A name for each page."""
        for name in PAGES:
            yield _PageName(name)

    def watch_page(self, page: str) -> None:
        """Mark the page that is shown, with more than a colour."""
        for name in self.query(_PageName):
            name.mark(here=name.page == page)


class _PageName(Static):
    def __init__(self, page: str) -> None:
        super().__init__(Content(""))
        self.page = page

    def on_mount(self) -> None:
        self.mark(here=self.page == PAGES[0])

    def mark(self, *, here: bool) -> None:
        """Show whether it is the page that is shown."""
        first, rest = self.page[:1].upper(), self.page[1:]
        self.set_class(here, "-here")
        self.update(Content.assemble("▸" if here else " ", (first, "underline"), rest))

    async def go(self) -> None:
        """Go there."""
        await self.run_action(f"screen.page('{self.page}')")

    async def on_click(self, event: Click) -> None:
        """A click goes there."""
        event.stop()
        await self.go()

    def jump_targets(self) -> tuple[Target, ...]:
        """The name itself."""
        return (Target(Offset(0, 0), self.go),)
