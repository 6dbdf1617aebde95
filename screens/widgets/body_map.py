"""Both legs as a heat map: every site shows its score and is found with the arrow keys or the mouse."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive, var
from textual.strip import Strip
from textual.widget import Widget

from journal.catalogue.outlines import LegOutline, View
from journal.catalogue.shapes import Site
from journal.model import Side
from screens.jump.targets import Target
from screens.themes import palette
from screens.widgets.body_paint import Look, Scores, blocks, braille
from screens.widgets.leg_steps import Direction, middles, step, turned
from screens.widgets.legs import Spot, fit, rasterise, sides_across
from screens.widgets.words import spot_words

SpotPlace = tuple[str, Side]
"""A site and a side."""

SMALLEST = (22, 14)
"""The least width and height in cells, the heading included, at which every site can be read."""
CAPTIONS: Mapping[View, tuple[str, ...]] = {
    "back": ("seen from behind", "from behind", "back"),
    "front": ("seen from the front", "from the front", "front"),
}
"""What the heading calls a view, from long to short."""


class BodyMap(Widget, can_focus=True):
    """Two legs, seen from behind or from the front; the number in each region is its score, `·` is not rated.

    Hatched regions are never pressed. Below `SMALLEST` it shows one line; its owner then shows a `SiteList`.
    """

    HELP = """
    Choose a site with the arrow keys or the mouse; `space` turns the body round. The number is the score of the day,
    `·` is not rated, brackets mark the chosen site. Hatched places are not for massage.
    """

    DEFAULT_CSS = """
    BodyMap {
        width: 1fr;
        height: 1fr;
        .body-map--heading { color: $text-muted; }
        &:focus .body-map--heading { color: $text; text-style: bold; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"body-map--heading"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "go('up')", "Up", show=False),
        Binding("down,j", "go('down')", "Down", show=False),
        Binding("left", "go('left')", "Left", show=False),
        Binding("right", "go('right')", "Right", show=False),
        Binding("space", "turn", "Turn round", tooltip="See the legs from the other side"),
    ]

    scores: reactive[Scores] = reactive[Scores](dict)
    """The scores to show by (site, side); a site that is missing or None is not rated."""
    selected: reactive[SpotPlace | None] = reactive[SpotPlace | None](None)
    """The chosen (site, side). Choosing one that the view does not show turns the body round."""
    view: reactive[View] = reactive[View]("back")
    mark: reactive[SpotPlace | None] = reactive[SpotPlace | None](None)
    """Where the ball of a technique goes."""
    for_massage: var[bool] = var(False)
    """While true, sites that are not for massage cannot be chosen."""

    @dataclass
    class Selected(Message):
        """The runner chose a site."""

        site: str
        side: Side
        picker: Widget

        @property
        def control(self) -> Widget:
            """The map or the list it was chosen in."""
            return self.picker

    def __init__(
        self,
        outlines: Mapping[View, LegOutline],
        sites: Mapping[str, Site],
        *,
        only: View | None = None,
        name: str | None = None,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """Draw `outlines`; `sites` gives the names, and which are not for massage. With `only` it never turns."""
        super().__init__(name=name, id=id, classes=classes)
        self.only = only
        if only is not None:
            self.set_reactive(BodyMap.view, only)
        self._outlines = outlines
        self._sites = sites
        self._hatched = frozenset(site.id for site in sites.values() if site.massage == "no")
        self._painted: tuple[object, list[Strip]] = (None, [])

    @property
    def too_small(self) -> bool:
        """Whether there is no room to draw the legs."""
        return not self.fits(*self.size)

    @staticmethod
    def fits(width: int, height: int) -> bool:
        """Whether the legs can be drawn in `width` x `height` cells."""
        return width >= SMALLEST[0] and height >= SMALLEST[1]

    @classmethod
    def as_tall(cls, width: int, height: int, *, half: int) -> bool:
        """Whether the legs are drawn in `half` of the `width` as tall as in all of it."""
        return cls.fits(half, height) and fit(half, height - 1)[1] == fit(width, height - 1)[1]

    @property
    def choices(self) -> Collection[str]:
        """The ids of the sites that can be chosen now."""
        return self._sites.keys() - (self._hatched if self.for_massage else frozenset())

    @property
    def summary(self) -> str:
        """The chosen site with its score, in words."""
        if self.selected is None:
            return "No site is chosen"
        return spot_words(self._sites, *self.selected, self.scores.get(self.selected))

    def watch_selected(self, selected: SpotPlace | None) -> None:
        """Turn the body so that the chosen site can be seen."""
        if selected and self.only is None:
            self.view = next((view for view, leg in self._outlines.items() if selected[0] in leg.sites), self.view)

    def render_line(self, y: int) -> Strip:
        """One line of the legs, below the heading that names the sides."""
        width, _ = self.size
        if self.too_small:
            line = Strip([Segment(self.summary if y == 0 else "")]).adjust_cell_length(width)
        elif y == 0:
            line = Strip([Segment(self._heading(), self.get_component_rich_style("body-map--heading"))])
        else:
            line = self._rows()[y - 1]
        return line.apply_style(self.rich_style)

    def _heading(self) -> str:
        """The sides over their legs, with the view between them."""
        width, height = self.size
        apart = int(0.55 * fit(width, height - 1)[0])
        first, second = (side.upper() for side in sides_across(self.view))
        words = next(word for word in CAPTIONS[self.view] if len(word) <= max(apart - 8, 5))
        mark = "▸" if self.has_focus else " "
        return f"{mark}{first}{words.center(apart - 4)}{second} ".center(width)

    def _rows(self) -> list[Strip]:
        width, height = self.size
        colours = palette(self.app.theme_variables, self.app.current_theme.dark)
        plain = self.app.no_color
        key = (self.size, self.view, frozenset(self.scores.items()), self.selected, self.mark, plain, colours)
        if self._painted[0] != key:
            look = Look(self.scores, _spot(self.selected), _spot(self.mark), self._hatched)
            raster = rasterise(self._outlines[self.view], width, height - 1, 4 if plain else 2)
            rows = braille(raster, look, colours.front) if plain else blocks(raster, look, colours)
            self._painted = (key, rows)
        return self._painted[1]

    def spot_at(self, x: int, y: int) -> Spot | None:
        """The site that is drawn at the cell `x`, `y` of this widget."""
        width, height = self.size
        if self.too_small or not (0 <= x < width and 1 <= y < height):
            return None
        return rasterise(self._outlines[self.view], width, height - 1).hit(y - 1, x)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        place = event.get_content_offset(self)
        spot = self.spot_at(*place) if place else None
        if spot and spot.site in self.choices:
            self._choose(spot)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Name what is under the mouse."""
        place = event.get_content_offset(self)
        spot = self.spot_at(*place) if place else None
        self.tooltip = spot_words(self._sites, *spot, self.scores.get(spot)) if spot else None

    def action_go(self, direction: Direction) -> None:
        """Choose the nearest site in that direction."""
        self._choose(step(self._outlines[self.view], _spot(self.selected), direction, self.choices))

    @property
    def _other(self) -> View:
        return "front" if self.view == "back" else "back"

    def opposite(self) -> Spot | None:
        """What lies on the other side of the chosen leg at the same height."""
        here, there = self._outlines[self.view], self._outlines[self._other]
        return turned(Spot(*self.selected), here, there, self.choices) if self.selected else None

    def show_chosen(self) -> None:
        """See the legs from the other side where only that one shows the choice."""
        here, there = middles(self._outlines[self.view]), middles(self._outlines[self._other])
        if self.selected in there and self.selected not in here:
            self.view = self._other

    def jump_targets(self) -> list[Target]:
        """The sites that are drawn, each at its number."""
        width, height = self.size
        if self.too_small:
            return []
        raster = rasterise(self._outlines[self.view], width, height - 1)
        spots = {spot: 1 for spot in raster.places if spot.site in self.choices}
        places = raster.labels(spots)
        return [Target(Offset(column, row + 1), partial(self._jump, spot)) for spot, (row, column) in places.items()]

    def _jump(self, spot: Spot) -> None:
        self.focus()
        self._choose(spot)

    def action_turn(self) -> None:
        """See the legs from the other side; the choice moves on to what lies opposite."""
        if self.only is not None:
            return
        there = self.opposite()
        self.view = self._other
        self._choose(there)

    def _choose(self, spot: Spot | None) -> None:
        if spot and spot != self.selected:
            self.selected = spot
            self.post_message(self.Selected(*spot, self))


def _spot(place: SpotPlace | None) -> Spot | None:
    return Spot(*place) if place else None
