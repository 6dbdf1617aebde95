"""Body: both legs as a map; choose a site, rate it, see how it went."""

from dataclasses import dataclass
from datetime import date, timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalGroup
from textual.widgets import Static

from journal.book import Journal
from journal.errors import JournalError
from journal.model import Rating, Side
from journal.settings import Tracked
from screens.base import JournalScreen
from screens.commands import Command, bindings
from screens.widgets.body_map import BodyMap
from screens.widgets.rating_row import KEYS, RatingRow
from screens.widgets.site_list import SiteList
from screens.widgets.sparkline import Sparkline14

SPARK_DAYS = 14
MONTH = 30
SIDES: tuple[Side, ...] = ("left", "right")


@dataclass(frozen=True, kw_only=True)
class BodyData:
    """The scores by (site, side): of the day, and the highest of thirty days; and fourteen daily highs of each."""

    today: dict[tuple[str, Side], int | None]
    month: dict[tuple[str, Side], int | None]
    fortnight: dict[tuple[str, Side], tuple[int | None, ...]]


class BodyScreen(JournalScreen[BodyData]):
    """The map or, where there is no room for it, a list; beside it what is known of the chosen site."""

    SECTION = "body"
    CSS_PATH = "screen.tcss"
    HELP = """\
## Body

Choose a site with the arrow keys or the mouse; `0` to `9` rate it, `x` is 10. `space` turns the body round. Hatched
places – the joint, the hollow of the knee, tendons, bone – can be rated and are never massaged.
"""
    COMMANDS_HERE = (
        Command(
            id="turn", keys="space", action="turn", label="Turn", help="See the legs from the other side", footer=True
        ),
        Command(
            id="month", keys="c", action="month", label="30 days", help="Today, or the highest of 30 days", footer=True
        ),
        Command(id="list", keys="o", action="list", label="List", help="The sites as a list, or the map", footer=True),
    )
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self._place: tuple[str, Side] = ("", "left")
        self._data = BodyData(today={}, month={}, fortnight={})
        self._show_month = False
        self._as_list = False

    def compose_body(self) -> ComposeResult:
        """Map and list share a place; the panel stands beside them."""
        sites = self.journal.catalogue.sites
        with Horizontal(id="columns"):
            with VerticalGroup(id="where"):
                yield BodyMap(self.journal.outlines, sites, id="map")
                yield SiteList(sites, id="list")
            with VerticalGroup(id="panel"):
                yield Static("", id="name", markup=False)
                yield VerticalGroup(id="rate")
                yield Static("", id="about", markup=False)
                yield Sparkline14("14 days", (None,) * SPARK_DAYS, id="fortnight")
                yield Static("", id="what", markup=False)

    def on_mount(self) -> None:
        """Begin at the main site."""
        main = self.journal.settings.main
        self.call_next(self._choose, (main.site, main.side))
        self._arrange()
        super().on_mount()

    def on_resize(self) -> None:
        """A map that does not fit becomes a list."""
        self._arrange()

    def read(self, journal: Journal, day: date) -> BodyData:
        """The scores of every site that was rated lately."""
        first = day - timedelta(days=MONTH - 1)
        found = [each for each in journal.entries(first, day, kinds=("rating",)) if isinstance(each, Rating)]
        days = [day - timedelta(days=back) for back in range(SPARK_DAYS - 1, -1, -1)]
        places = {(each.site, each.side) for each in found}
        highs: dict[tuple[str, Side], dict[date, int]] = {place: {} for place in places}
        for each in found:
            of_place = highs[each.site, each.side]
            of_place[each.day] = max(of_place.get(each.day, 0), each.score)
        return BodyData(
            today={place: by_day.get(day) for place, by_day in highs.items()},
            month={place: max(by_day.values()) for place, by_day in highs.items()},
            fortnight={place: tuple(by_day.get(each) for each in days) for place, by_day in highs.items()},
        )

    async def show(self, data: BodyData, day: date) -> None:
        """Colour the map."""
        self._data = data
        self._paint()

    # -- parts --------------------------------------------------------------------------------------------------

    def _paint(self) -> None:
        scores = self._data.month if self._show_month else self._data.today
        self.query_one(BodyMap).scores = scores
        self.query_one(SiteList).scores = scores
        self.query_one("#what", Static).update(
            "Shown: the highest of 30 days (c: the day)" if self._show_month else "Shown: the day (c: 30 days)"
        )
        self._paint_panel()

    def _paint_panel(self) -> None:
        known = self.journal.catalogue.sites.get(self._place[0])
        self.query_one("#name", Static).update(self.journal.site_name(*self._place))
        if known is not None:
            never = "Never massaged: it can be rated." if known.massage == "no" else ""
            self.query_one("#about", Static).update("\n".join(part for part in (known.note, never) if part))
        for row in self.query(RatingRow):
            row.show(self._data.today.get(self._place))
        highs = self._data.fortnight.get(self._place, (None,) * SPARK_DAYS)
        self.query_one(Sparkline14).highs = highs

    def _arrange(self) -> None:
        where = self.query_one("#where")
        room = where.container_size if where.size.width == 0 else where.size
        as_list = self._as_list or not BodyMap.fits(*room)
        self.query_one(BodyMap).display = not as_list
        self.query_one(SiteList).display = as_list
        (self.query_one(SiteList) if as_list else self.query_one(BodyMap)).focus()

    async def _choose(self, place: tuple[str, Side]) -> None:
        if place == self._place:
            return
        self._place = place
        self.query_one(BodyMap).selected = place
        self.query_one(SiteList).selected = place
        box = self.query_one("#rate")
        await box.remove_children()
        row = RatingRow(Tracked(*place), "now")
        row.can_focus = False
        await box.mount(row)
        self._paint_panel()

    # -- what the runner does -----------------------------------------------------------------------------------

    @on(BodyMap.Selected)
    async def choose(self, message: BodyMap.Selected) -> None:
        """Another site was chosen on the map or in the list."""
        await self._choose((message.site, message.side))

    @on(RatingRow.Rated)
    def rate(self, message: RatingRow.Rated) -> None:
        """Save what was given with the mouse."""
        self._record(message.score)

    def take_digit(self, key: str) -> None:
        """Digits rate the chosen site, whatever has the focus."""
        for row in self.query(RatingRow):
            row.pend(KEYS[key])
        self._record(KEYS[key])

    def _record(self, score: int) -> None:
        at, known = self.journal_app.moment()
        rating = Rating(at=at, time_known=known, site=self._place[0], side=self._place[1], score=score)
        self.journal_app.record(rating, failed=self._say_failed)

    def _say_failed(self, _: JournalError) -> None:
        for row in self.query(RatingRow):
            row.fail()

    def action_turn(self) -> None:
        """See the legs from the other side."""
        self.query_one(BodyMap).action_turn()

    def action_month(self) -> None:
        """Show the day, or the highest of thirty days."""
        self._show_month = not self._show_month
        self._paint()

    def action_list(self) -> None:
        """Show the list, or the map."""
        self._as_list = not self._as_list
        self._arrange()
