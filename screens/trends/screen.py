"""Trends: is it getting better? The chart, the same in words, and the year."""

from dataclasses import dataclass
from datetime import date, timedelta

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from journal.book import Journal
from journal.chart.model import RANGES, TrendModel
from journal.chart.summary import summary, table
from journal.model import Measure, Side
from journal.settings import Tracked
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import Command, bindings
from screens.widgets.trend_chart import TrendChart
from screens.widgets.year_map import YearMap

MEASURES: tuple[Measure | None, ...] = (None, "soreness", "tightness", "pain")
YEAR = 371


@dataclass(frozen=True, kw_only=True)
class TrendsData:
    """The chart, the days of a year by (side) with their highs, and what was asked for."""

    model: TrendModel
    year: dict[date, int | None]
    site: str
    side: Side


class TrendsScreen(JournalScreen[TrendsData]):
    """A chart of the chosen site over 14 to 365 days; its text table; the year as a map."""

    SECTION = "trends"
    CSS_PATH = "screen.tcss"
    HELP = """\
## Trends

Left and right soreness, day by day; a gap is a day without a rating. Below zero stand drives, laptop evenings and
what else was recorded most; the dotted ground is planned rest. The line is smoothed and says by how much.

`<` and `>` change the range. The arrow keys read a day. `o` gives the same as a table, `y` the year.
"""
    COMMANDS_HERE = (
        Command(
            id="shorter",
            keys="less_than_sign",
            action="range(-1)",
            label="Range",
            help="A shorter range",
            footer=True,
            shown_key="<",
            group="Range",
        ),
        Command(
            id="longer",
            keys="greater_than_sign",
            action="range(1)",
            label="Range",
            help="A longer range",
            footer=True,
            shown_key=">",
            group="Range",
        ),
        Command(id="next-site", keys="n", action="next_site", label="Site", help="The next site you rate", footer=True),
        Command(id="measure", keys="i", action="measure", label="Measure", help="Soreness, tightness, pain, or all"),
        Command(id="table", keys="o", action="show('table')", label="Table", help="The days in words", footer=True),
        Command(id="year", keys="y", action="show('year')", label="Year", help="The year as a map", footer=True),
    )
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self._range = 1
        self._measure = 0
        self._site: Tracked | None = None
        self._view = "chart"

    def compose_body(self) -> ComposeResult:
        """The chart with its summary; table and year take its place."""
        yield TrendChart(id="chart")
        yield Static("", id="table", markup=False)
        yield Static("", id="year-title", markup=False)
        yield YearMap(self.journal_app.day, id="year")
        yield Static("", id="summary", markup=False)

    def on_mount(self) -> None:
        """Begin with the chart."""
        self._arrange()
        super().on_mount()

    def read(self, journal: Journal, day: date) -> TrendsData:
        """The chart's model, and the year of the chosen leg."""
        chosen = self._site or journal.settings.main
        model = journal.trend(RANGES[self._range], day, site=chosen.site, measure=MEASURES[self._measure])
        rows = journal.daily(chosen.site, chosen.side, MEASURES[self._measure], day - timedelta(days=YEAR), day)
        return TrendsData(model=model, year={row.day: row.high for row in rows}, site=chosen.site, side=chosen.side)

    async def show(self, data: TrendsData, day: date) -> None:
        """Draw."""
        self.query_one(TrendChart).model = data.model
        nothing = "\nt goes to Today, where 0 to 9 rate; > looks further back." if data.model.empty else ""
        self.query_one("#summary", Static).update(visible(summary(data.model), lines=True) + nothing)
        self.query_one("#table", Static).update(visible(table(data.model), lines=True))
        name = self.journal.site_name(data.site, data.side)
        self.query_one("#year-title", Static).update(f"{name}: the highest rating of each day")
        year = self.query_one(YearMap)
        year.end = day
        year.days = data.year

    def _arrange(self) -> None:
        for name in ("chart", "table", "year"):
            self.query_one(f"#{name}").display = name == self._view
        self.query_one("#year-title").display = self._view == "year"
        if self._view != "table":
            self.query_one(f"#{self._view}").focus()

    # -- actions ------------------------------------------------------------------------------------------------

    def action_range(self, step: int) -> None:
        """A shorter or a longer range."""
        self._range = min(max(self._range + step, 0), len(RANGES) - 1)
        self.reload()

    def action_next_site(self) -> None:
        """The next site that is rated."""
        tracked = list(dict.fromkeys(Tracked(each.site, each.side) for each in self.journal.settings.tracked))
        main = self._site or self.journal.settings.main
        now = Tracked(main.site, main.side)
        self._site = tracked[(tracked.index(now) + 1) % len(tracked)] if now in tracked else tracked[0]
        self.reload()

    def action_measure(self) -> None:
        """The next measure."""
        self._measure = (self._measure + 1) % len(MEASURES)
        self.reload()

    def action_show(self, view: str) -> None:
        """The table or the year, and the chart again."""
        self._view = "chart" if self._view == view else view
        self._arrange()

    @on(YearMap.DayChosen)
    def go_to_day(self, message: YearMap.DayChosen) -> None:
        """Look at a day of the year on Today."""
        today = self.journal.clock.today()
        self.journal_app.chosen = None if message.day >= today else message.day
        self.journal_app.action_go("today")
