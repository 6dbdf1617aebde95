"""The trend chart: both sides over the days, what was logged beneath them, and a cursor that reads a day."""

import asyncio
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from rich.text import Text
from textual import events, work
from textual.binding import Binding
from textual.color import Color
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from journal.chart.layout import day_scale
from journal.chart.model import TrendModel
from journal.chart.palette import RGB, TERMINAL, Palette, blend
from journal.chart.words import GAP, Piece, legend, reading_height, reading_lines, wrap
from screens.themes import palette

WEEK = 7
LEGEND_LINES = 3
"""At most so many lines of legend, and fewer where the chart would get lower than LOW."""

LOW = 12

READING_LINES = 3
"""At most so many lines to read a day."""


class Picture(NamedTuple):
    """What a chart is drawn from."""

    model: TrendModel
    width: int
    height: int
    colours: Palette | None
    cursor: date | None

    def drawn(self) -> list[Text]:
        """The chart, line by line."""
        from journal.chart.draw import draw

        return list(Text.from_ansi(draw(*self), no_wrap=True).split("\n", allow_blank=True))


class TrendChart(Widget, can_focus=True):
    """A TrendModel drawn to fit, under its legend and over the reading of the day at the cursor.

    ← and → move the cursor by a day, with shift by a week; home, end and a click put it somewhere else.
    """

    DEFAULT_CSS = """
    TrendChart {
        width: 1fr;
        height: 1fr;
        min-height: 10;
    }
    """

    BINDINGS = [
        Binding("left", "move(-1)", "Day before", show=False),
        Binding("right", "move(1)", "Day after", show=False),
        Binding("shift+left", f"move(-{WEEK})", "Week before", show=False),
        Binding("shift+right", f"move({WEEK})", "Week after", show=False),
        Binding("home", "point('start')", "First day", show=False),
        Binding("end", "point('end')", "Last day", show=False),
    ]

    model: reactive[TrendModel | None] = reactive(None)
    cursor: reactive[date | None] = reactive(None)
    """The day that is read, None before one was chosen."""

    @dataclass
    class DayChosen(Message):
        """The cursor was put on `day`."""

        chart: "TrendChart"
        day: date

        @property
        def control(self) -> "TrendChart":
            """The chart it was put there in."""
            return self.chart

    _ready: tuple[Picture, list[Text]] | None = None
    """What was drawn last."""

    @work(group="draw", exclusive=True)
    async def replace_model(self, model: TrendModel) -> None:
        """Show another model in the place of the one that is shown, drawn off the UI thread: no key waits for it."""
        if self._ready is not None and model != self.model:
            wanted = self._picture(model)
            self._ready = wanted, await asyncio.to_thread(wanted.drawn)
        self.model = model

    def watch_model(self, model: TrendModel | None) -> None:
        """Take the cursor away from days that are no longer shown."""
        if model is None or (self.cursor and not model.start <= self.cursor <= model.end):
            self.cursor = None

    # -- the cursor ---------------------------------------------------------------------------------------------

    def action_move(self, days: int) -> None:
        """Move the cursor by so many days; the first time it comes from the last day."""
        if self.model:
            self.choose(self.cursor + timedelta(days=days) if self.cursor else self.model.end)

    def action_point(self, end: str) -> None:
        """Put the cursor on the first or the last day ("start", "end")."""
        if self.model:
            self.choose(self.model.start if end == "start" else self.model.end)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the day that was clicked."""
        if self.model and (offset := event.get_content_offset(self)) is not None:
            width = self.content_size.width
            scale = day_scale(self.model, width)
            column = offset.x - (width - scale.columns)
            if column >= 0:
                self.choose(scale.day_at(column))

    def choose(self, day: date) -> None:
        """Put the cursor on `day`, or the shown day next to it, and tell."""
        if self.model:
            self.cursor = min(max(day, self.model.start), self.model.end)
            self.post_message(self.DayChosen(self, self.cursor))

    # -- the picture --------------------------------------------------------------------------------------------

    def render(self) -> Text:
        """The legend, the chart, and the line that reads a day."""
        width, height = self.content_size
        if self.model is None or width <= 0 or height <= 0:
            return Text()
        wanted = self._picture(self.model)
        if self._ready is None or self._ready[0] != wanted:
            self._ready = wanted, wanted.drawn()
        lines = [*self._legend(self.model, wanted.colours), *self._ready[1], *self._reading()]
        return Text("\n", no_wrap=True, end="").join(lines[:height])

    def _picture(self, model: TrendModel) -> Picture:
        width, height = self.content_size
        colours = self._palette()
        return Picture(
            model, width, height - len(self._legend(model, colours)) - len(self._reading()), colours, self.cursor
        )

    def _legend(self, model: TrendModel, colours: Palette | None) -> list[Text]:
        width, height = self.content_size
        lines = wrap(legend(model, width), width)[:LEGEND_LINES]
        while len(lines) > 1 and height - len(lines) - len(self._reading()) < LOW:
            lines.pop()
        return [Text(GAP).join(_piece(piece, colours) for piece in line) for line in lines]

    def _reading(self) -> tuple[Text, ...]:
        """The lines that read a day; none while no key could move the cursor and none was clicked.

        There are as many for each day, so that the chart keeps its height while the cursor moves.
        """
        if self.model is not None and self.cursor is not None:
            width = self.content_size.width
            lines = reading_lines(self.model, self.cursor, width)
            rows = min(reading_height(self.model, width), READING_LINES)
            return tuple(Text(line) for line in [*lines, *[""] * rows][:rows])
        if not self.can_focus:
            return ()
        return (Text("▸ ← → read a day") if self.has_focus else Text("  ← → read a day", style="dim"),)

    def _palette(self) -> Palette | None:
        """The chart's colours in the theme that is on, None where no colour is wanted."""
        if self.app.no_color:
            return None
        theme = self.app.current_theme
        ours = palette(self.app.theme_variables, theme.dark)
        colours = Palette(
            left=_rgb(ours.left),
            right=_rgb(ours.right),
            lanes=(_rgb(ours.drive), _rgb(ours.laptop), _rgb(ours.other)),
            rest=_rgb(ours.rest),
            axis=TERMINAL.axis,
        )
        if theme.ansi:
            return colours
        _, _, ground, ink = self.colors
        return replace(colours, axis=blend(ink.rgb, ground.rgb, 0.65), background=ground.rgb)


def _rgb(colour: str) -> RGB:
    return Color.parse(colour).rgb


def _piece(piece: Piece, colours: Palette | None) -> Text:
    words = (piece.words, "bold" if piece.role == "title" else "")
    return Text.assemble((piece.sign, _style(piece.role, colours)), " ", words) if piece.sign else Text(*words)


def _style(role: str, colours: Palette | None) -> str:
    if colours is None or role in ("title", "plain"):
        return ""
    kind, _, place = role.partition("-")
    red, green, blue = colours.lanes[int(place) - 1] if place else getattr(colours, kind)
    return f"rgb({red},{green},{blue})"
