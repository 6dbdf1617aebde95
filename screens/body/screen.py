"""Body: both legs as a map; choose a site, rate it, see how it went."""

from dataclasses import dataclass
from datetime import date, timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalGroup
from textual.message import Message
from textual.widgets import Static

from journal.book import Journal
from journal.errors import JournalError
from journal.model import Massage, Rating, Side
from journal.settings import Tracked
from journal.tell import tell_here
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import Command, bindings
from screens.widgets.body_map import BodyMap, SpotPlace
from screens.widgets.heat_scale import HeatScale
from screens.widgets.rating_row import KEYS, RatingRow
from screens.widgets.site_list import SiteList
from screens.widgets.sparkline import Sparkline14

SPARK_DAYS = 14
MONTH = 30
APART = 2
"""The cells between the legs from behind and from the front."""
NEWEST = 8
"""The newest entries about a place that are kept."""
MASSAGE = {
    "ok": "",
    "light": "Massage: light pressure only.",
    "no": "Never massaged: it can be rated.",
}


@dataclass(frozen=True, kw_only=True)
class BodyData:
    """The day, and by (site, side): its highest and its last score, the highs of thirty days, and the newest lines."""

    day: date
    today: dict[SpotPlace, int | None]
    last: dict[SpotPlace, int]
    highs: dict[SpotPlace, dict[date, int]]
    lines: dict[SpotPlace, tuple[str, ...]]

    @property
    def month(self) -> dict[SpotPlace, int | None]:
        """The highest of thirty days."""
        return {place: max(by_day.values()) for place, by_day in self.highs.items()}

    @property
    def sorest(self) -> list[tuple[SpotPlace, int]]:
        """What was rated above 0 in thirty days, the highest first, and of two the one that was so last."""

        def rank(place: SpotPlace) -> tuple[int, date]:
            return max((score, day) for day, score in self.highs[place].items())

        found = ((place, rank(place)[0]) for place in sorted(self.highs, key=rank, reverse=True))
        return [(place, score) for place, score in found if score]

    def fortnight(self, place: SpotPlace) -> tuple[int | None, ...]:
        """Fourteen daily highs, the oldest first."""
        by_day = self.highs.get(place, {})
        return tuple(by_day.get(self.day - timedelta(days=back)) for back in range(SPARK_DAYS - 1, -1, -1))


class Where(VerticalGroup):
    """The room of the legs. It also changes with what the key bar has to say."""

    class Resized(Message):
        """There is more room, or less."""

    def on_resize(self) -> None:
        """Tell the screen."""
        self.post_message(self.Resized())


class BodyScreen(JournalScreen[BodyData]):
    """The map or, where there is no room for it, a list; beside it what is known of the chosen site."""

    SECTION = "body"
    CSS_PATH = "screen.tcss"
    HELP = """\
## Body

Choose a site with the arrow keys or the mouse; `0` to `9` rate it, `x` is 10. Where there is room the legs from behind
and from the front stand beside each other and `space` goes over to the other side; else `space` turns the body round.
`[` and `]` step through the days, `c` shows the highest of 30 days.

The number is the score, `·` is not rated. Hatched places – the joint, the hollow of the knee, tendons, bone – can be
rated and are never massaged.
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
        self._data = BodyData(day=date.min + timedelta(days=MONTH), today={}, last={}, highs={}, lines={})
        self._show_month = False
        self._as_list = False

    def compose_body(self) -> ComposeResult:
        """Map and list share a place; the panel stands beside them."""
        sites = self.journal.catalogue.sites
        with Horizontal(id="columns"):
            with Where(id="where"):
                with Horizontal(id="maps"):
                    yield BodyMap(self.journal.outlines, sites, id="map")
                    yield BodyMap(self.journal.outlines, sites, only="front", id="front")
                yield SiteList(sites, id="list")
            with VerticalGroup(id="panel"):
                yield Static("", id="name", markup=False)
                yield VerticalGroup(id="rate")
                yield Sparkline14("14 days", (None,) * SPARK_DAYS, id="fortnight")
                yield Static("", id="month", markup=False)
                yield Static("", id="about", markup=False)
                yield Static("", id="what", markup=False)
                yield HeatScale()
                with VerticalGroup(id="newest"):
                    yield Static("Newest here", classes="heading")
                    yield Static("", id="lines", markup=False)
                with VerticalGroup(id="sorest"):
                    yield Static("Sorest in 30 days", classes="heading")
                    yield Static("", id="places", markup=False)

    def on_mount(self) -> None:
        """Begin at the main site."""
        main = self.journal.settings.main
        self.call_next(self._choose, (main.site, main.side))
        self._arrange()
        super().on_mount()

    @on(Where.Resized)
    def use_room(self) -> None:
        """A map that does not fit becomes a list."""
        self._arrange()

    def read(self, journal: Journal, day: date) -> BodyData:
        """The scores of every site that was rated lately, and what was written of each."""
        first = day - timedelta(days=MONTH - 1)
        found = journal.entries(first, day, kinds=("rating", "massage"), newest_first=True)
        highs: dict[SpotPlace, dict[date, int]] = {}
        last: dict[SpotPlace, int] = {}
        lines: dict[SpotPlace, list[str]] = {}
        for each in found:
            assert isinstance(each, Rating | Massage)
            place = (each.site, each.side)
            if isinstance(each, Rating):
                of_place = highs.setdefault(place, {})
                of_place[each.day] = max(of_place.get(each.day, 0), each.score)
                if each.day == day:
                    last.setdefault(place, each.score)
            if len(lines.setdefault(place, [])) < NEWEST:
                lines[place].append(f"{journal.day_words(each.day)}  {tell_here(each, journal.catalogue)}")
        return BodyData(
            day=day,
            today={place: by_day.get(day) for place, by_day in highs.items()},
            last=last,
            highs=highs,
            lines={place: tuple(told) for place, told in lines.items()},
        )

    async def show(self, data: BodyData, day: date) -> None:
        """Colour the map."""
        self._data = data
        self._paint()

    # -- parts --------------------------------------------------------------------------------------------------

    def _paint(self) -> None:
        scores = self._data.month if self._show_month else self._data.today
        for body in self.query(BodyMap):
            body.scores = scores
        self.query_one(SiteList).scores = scores
        named = self.journal.day_words(self._data.day)
        today = self._data.day == self.journal.clock.today()
        self.query_one("#what", Static).update(
            f"Shown: the highest of the 30 days to {named} · c shows the day"
            if self._show_month
            else f"Shown: {'today' if today else f'as on {named}'} · c shows 30 days"
        )
        self._paint_sorest()
        self._paint_panel()

    def _paint_sorest(self) -> None:
        sorest = self._data.sorest
        named = (f"{score:>2}  {self.journal.site_name(*place).capitalize()}" for place, score in sorest)
        self.query_one("#places", Static).update(visible("\n".join(named), lines=True))
        self.query_one("#sorest").visible = bool(sorest)

    def _paint_panel(self) -> None:
        place, data = self._place, self._data
        known = self.journal.catalogue.sites.get(place[0])
        named = self.journal.site_name(*place).capitalize()
        if self._show_month and self.has_class("-narrow"):
            named += " · map: highest of 30 days"  # there is no room for the lines that say it
        self.query_one("#name", Static).update(named)
        if known is not None:
            massage = MASSAGE[known.massage]
            self.query_one("#about", Static).update("\n".join(part for part in (known.note, massage) if part))
        for row in self.query(RatingRow):
            row.show(data.last.get(place))
        spark = self.query_one(Sparkline14)
        spark.last = "today" if data.day == self.journal.clock.today() else "that day"
        spark.highs = data.fortnight(place)
        highs = data.highs.get(place, {})
        top = max(highs, key=lambda day: (highs[day], day), default=None)
        told = "30 days: not rated"
        if top:
            told = f"30 days: {len(highs)} rated, highest {highs[top]} on {self.journal.day_words(top)}"
        self.query_one("#month", Static).update(told)
        lines = data.lines.get(place, ())
        self.query_one("#lines", Static).update(visible("\n".join(lines), lines=True))
        self.query_one("#newest").visible = bool(lines)

    def _arrange(self) -> None:
        where = self.query_one("#where")
        room = where.container_size if where.size.width == 0 else where.size
        as_list = self._as_list or not BodyMap.fits(*room)
        both = not as_list and BodyMap.as_tall(*room, half=(room.width - APART) // 2)
        main, front = self.query_one("#map", BodyMap), self.query_one("#front", BodyMap)
        main.display, front.display = not as_list, both
        main.only = "back" if both else None
        if both:
            main.view = "back"
        else:
            main.show_chosen()
        self.query_one("#maps").display = not as_list
        self.query_one(SiteList).display = as_list
        if as_list:
            self.query_one(SiteList).focus()
        elif not front.has_focus or not both:
            main.focus()

    async def _choose(self, place: tuple[str, Side]) -> None:
        if place == self._place:
            return
        self._place = place
        for body in self.query(BodyMap):
            body.selected = place
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
        main, front = self.query_one("#map", BodyMap), self.query_one("#front", BodyMap)
        if not front.display:
            main.action_turn()
            return
        here, there = (front, main) if front.has_focus else (main, front)
        spot = here.opposite()
        there.focus()
        if spot is not None:
            there.selected = spot
            there.post_message(BodyMap.Selected(*spot, there))

    def action_month(self) -> None:
        """Show the day, or the highest of thirty days."""
        self._show_month = not self._show_month
        self._paint()

    def action_list(self) -> None:
        """Show the list, or the map."""
        self._as_list = not self._as_list
        self._arrange()
