"""The sites as a list: the same choice as the body map, where there is no room for it or it cannot be seen."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive, var
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.catalogue.shapes import Site
from journal.model import Side
from journal.visible import visible
from screens.dialog import Options
from screens.widgets.body_map import BodyMap, SpotPlace
from screens.widgets.body_paint import HATCH, Scores
from screens.widgets.words import score_text

SIDES: tuple[Side, Side] = ("left", "right")


class SiteList(Options):
    """A line for each site and side, its score first. Tells of a choice with `BodyMap.Selected`."""

    DEFAULT_CSS = "SiteList { text-wrap: nowrap; text-overflow: ellipsis; }"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
    ]

    scores: reactive[Scores] = reactive[Scores](dict)
    selected: reactive[SpotPlace | None] = reactive[SpotPlace | None](None)
    for_massage: var[bool] = var(False)
    """While true, sites that are not for massage are left out."""

    def __init__(
        self,
        sites: Mapping[str, Site],
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._sites = sites

    @property
    def places(self) -> list[SpotPlace]:
        """What can be chosen, in the order of the list."""
        sites = [site for site in self._sites.values() if not (self.for_massage and site.massage == "no")]
        return [(site.id, side) for site in sites for side in SIDES]

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill()

    def watch_scores(self) -> None:
        """Show the scores of now."""
        self._fill()

    def watch_for_massage(self) -> None:
        """Leave out, or show again, what is not for massage."""
        self._fill()

    def watch_selected(self, selected: SpotPlace | None) -> None:
        """Mark the line of the chosen site."""
        places = self.places if self.option_count else []
        self.highlighted = places.index(selected) if selected in places else None

    @on(OptionList.OptionHighlighted)
    def _choose(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_index != self.highlighted:
            return  # The mark has moved on: to follow two that are on their way would set the mark to and fro for ever.
        place = self.places[event.option_index]
        if place != self.selected:
            self.selected = place
            self.post_message(BodyMap.Selected(*place, self))

    def _fill(self) -> None:
        self.set_options(Option(self._line(place)) for place in self.places)
        self.watch_selected(self.selected)

    def _line(self, place: SpotPlace) -> Content:
        site, side = self._sites[place[0]], place[1]
        never = f"  {HATCH} not for massage" if site.massage == "no" else ""
        return Content(f"{score_text(self.scores.get(place)):>2}  {side:<5}  {visible(site.name)}{never}")
