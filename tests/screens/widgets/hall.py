"""A bare app that shows widgets and keeps the messages they post."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual import on
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from journal.catalogue.outlines import load_outlines
from journal.catalogue.shapes import Site
from journal.model import Side
from screens.themes import THEMES
from screens.widgets.body_map import BodyMap
from screens.widgets.rating_row import RatingRow
from screens.widgets.year_map import YearMap
from tests.screens.dump import dump

GOLDEN = Path(__file__).parent / "golden"

OUTLINES = load_outlines()
NEVER = {"back_of_knee", "posterolateral_knee", "achilles", "outer_knee", "front_knee"}
SITES = {
    site: Site(id=site, name=site.replace("_", " ").capitalize(), short=site, massage="no" if site in NEVER else "ok")
    for leg in OUTLINES.values()
    for site in leg.sites
}
SCORES: dict[tuple[str, Side], int | None] = {
    ("upper_outer_calf", "left"): 7,
    ("upper_inner_calf", "left"): 3,
    ("mid_calf", "left"): 5,
    ("back_of_knee", "left"): 4,
    ("outer_hamstring", "left"): None,
    ("outer_hamstring", "right"): 10,
    ("mid_calf", "right"): 0,
    ("achilles", "right"): 8,
    ("front_knee", "right"): 6,
    ("outer_shin", "left"): 9,
}


class Hall(App[None]):
    """Shows `widgets` one below the other and keeps what they tell in `told`."""

    def __init__(self, *widgets: Widget, theme: str = "journal-dark") -> None:
        super().__init__()
        self._shown = widgets
        self.told: list[Any] = []
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme

    def compose(self) -> ComposeResult:
        """The widgets."""
        yield from self._shown

    @on(BodyMap.Selected)
    @on(RatingRow.Rated)
    @on(YearMap.DayChosen)
    def keep(self, message: Message) -> None:
        """Remember a message."""
        self.told.append(message)


Play = Callable[[Pilot[None]], Awaitable[None]]


def visit(app: App[None], size: tuple[int, int], play: Play | None = None) -> str:
    """Run `app` without a terminal in a window of `size` cells, let `play` act on it, and give what it shows then."""

    async def run() -> str:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            if play:
                await play(pilot)
                await pilot.pause()
            return dump(app)

    return asyncio.run(run())
