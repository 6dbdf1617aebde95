"""The scale of colours of maps in two lines: from 0 to 10, and the signs that are no score."""

from textual.content import Content
from textual.widget import Widget

from screens.themes import palette
from screens.widgets.body_paint import HATCH
from screens.widgets.words import UNRATED


class HeatScale(Widget):
    """What the colours and signs of a body map mean."""

    DEFAULT_CSS = "HeatScale { width: 1fr; height: 2; color: $text-muted; text-wrap: nowrap; }"

    def render(self) -> Content:
        """The scale, then the signs."""
        heat = palette(self.app.theme_variables, self.app.current_theme.dark).heat
        signs = f"{UNRATED} not rated  {HATCH} never pressed"
        if self.app.no_color:
            return Content(f"the denser, the sorer\n{signs}")
        return Content.assemble("0 ", *(("■", colour) for colour in heat), " 10", f"\n{signs}")
