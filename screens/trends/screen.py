"""Trends: is it getting better, what is it followed by, does massage help, when is it well again?"""

from dataclasses import dataclass
from datetime import date, timedelta

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Static

from journal.analysis.evidence import DayBehind
from journal.book import Journal
from journal.chart.figures import Figure, Page, forecast_page, links_page, massage_page
from journal.chart.model import RANGES, TrendModel
from journal.chart.summary import summary, table
from journal.model import Measure, Side
from journal.settings import Tracked
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import Command, bindings
from screens.trends.days import DaysScreen
from screens.trends.figure_list import FigureList, FigurePage
from screens.trends.page_bar import PAGES, PageBar
from screens.widgets.trend_chart import TrendChart
from screens.widgets.year_map import YearMap

MEASURES: tuple[Measure | None, ...] = (None, "soreness", "tightness", "pain")
YEAR = 371
ON_CHART = {"range", "measure", "show"}
"""Actions of the chart alone."""


@dataclass(frozen=True, kw_only=True)
class ChartData:
    """The chart, the days of a year with their highs, and whose they are."""

    model: TrendModel
    year: dict[date, int | None]
    site: str
    side: Side


class TrendsScreen(JournalScreen[ChartData | Page]):
    """The chart of the chosen site with its table and its year; and pages of what the numbers say."""

    SECTION = "trends"
    CSS_PATH = "screen.tcss"
    HELP = """\
## Trends

Left and right soreness, day by day; a gap is a day without a rating. Below zero stand drives, laptop evenings and
what else was recorded most; the dotted ground is planned rest. The line is smoothed and says by how much.

`<` and `>` change the range. The arrow keys read a day. `o` gives the same as a table, `y` the year.

`tab` goes to the next page. Links: what soreness is followed by. Massage: what each technique is followed by, just
after and the next day. Forecast: this week, when it may be well again, and how such forecasts did. A line is the range
that fits in 9 of 10 cases, `●` the best guess, `┊` no effect. `enter` opens the days behind a row.
"""
    COMMANDS_HERE = (
        Command(
            id="next-page",
            keys="tab",
            action="turn(1)",
            label="Page",
            help="The next page",
            footer=True,
            shown_key="tab",
        ),
        Command(id="page-before", keys="shift+tab", action="turn(-1)", label="Page before", help="The page before"),
        *(
            Command(
                id=f"page-{name}",
                keys=name[:1].upper(),
                action=f"page('{name}')",
                label=f"Trends: {name}",
                help=f"The page: {told}",
            )
            for name, told in zip(
                PAGES,
                (
                    "the chart",
                    "what soreness is followed by",
                    "what massage is followed by",
                    "this week and the likely end",
                ),
                strict=True,
            )
        ),
        Command(id="days", keys="enter", action="days", label="Days", help="The days behind a row", footer=True),
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
        self._page = PAGES[0]

    def compose_body(self) -> ComposeResult:
        """The chart with its summary; table, year and pages take its place."""
        yield PageBar()
        yield TrendChart(id="chart")
        yield Static("", id="table", markup=False)
        yield Static("", id="year-title", markup=False)
        yield YearMap(self.journal_app.day, id="year")
        yield Static("", id="summary", markup=False)
        yield FigurePage(id="page")

    def on_mount(self) -> None:
        """Begin with the chart."""
        self._arrange()
        super().on_mount()

    def read(self, journal: Journal, day: date) -> ChartData | Page:
        """The chart's model and the year of the chosen leg, or the figures of a page."""
        chosen = self._site or journal.settings.main
        if self._page != "chart":
            return _page(journal, self._page, chosen, day)
        model = journal.trend(RANGES[self._range], day, site=chosen.site, measure=MEASURES[self._measure])
        rows = journal.daily(chosen.site, chosen.side, MEASURES[self._measure], day - timedelta(days=YEAR), day)
        return ChartData(model=model, year={row.day: row.high for row in rows}, site=chosen.site, side=chosen.side)

    async def show(self, data: ChartData | Page, day: date) -> None:
        """Draw."""
        if isinstance(data, Page):
            self.query_one(FigurePage).show(data)
            self.refresh_bindings()
            return
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
        on_chart = self._page == "chart"
        for name in ("chart", "table", "year"):
            self.query_one(f"#{name}").display = on_chart and name == self._view
        self.query_one("#year-title").display = on_chart and self._view == "year"
        self.query_one("#summary").display = on_chart
        self.query_one(FigurePage).display = not on_chart
        self.query_one(PageBar).page = self._page
        if not on_chart:
            self.query_one(FigureList).focus()
        elif self._view != "table":
            self.query_one(f"#{self._view}").focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What concerns the chart is asked there, what concerns a row where one is marked."""
        if action in ON_CHART and self._page != "chart":
            return False
        if action == "days":
            marked = self.query_one(FigurePage).marked if self.is_mounted and self._page != "chart" else None
            return marked is not None and marked.figured is not None and super().check_action(action, parameters)
        return super().check_action(action, parameters)

    # -- actions ------------------------------------------------------------------------------------------------

    def action_turn(self, step: int) -> None:
        """The next page, or the one before."""
        self.action_page(PAGES[(PAGES.index(self._page) + step) % len(PAGES)])

    def action_page(self, page: str) -> None:
        """A page."""
        if page != self._page:
            self._page = page
            if page != "chart":
                self.query_one(FigurePage).show(Page(title="Working it out …"))
            self._arrange()
            self.reload()

    def step_back(self) -> bool:
        """From a page to the chart."""
        if self._page == "chart":
            return False
        self.action_page("chart")
        return True

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
        self._go("today", message.day)

    # -- the days behind a figure -------------------------------------------------------------------------------

    def action_days(self) -> None:
        """The days behind the marked row."""
        marked = self.query_one(FigurePage).marked
        if marked is not None:
            self._open(marked, self.journal_app.day)

    @on(FigurePage.Opened)
    def open_days(self, message: FigurePage.Opened) -> None:
        """The days behind a row that was clicked."""
        self._open(message.figure, self.journal_app.day)

    @work(thread=True, exclusive=True, group="days", exit_on_error=False)
    def _open(self, figure: Figure, day: date) -> None:
        if figure.figured is not None:
            days = self.journal.behind(figure.figured, day)
            self.app.call_from_thread(self._show_days, figure, days)

    def _show_days(self, figure: Figure, days: tuple[DayBehind, ...]) -> None:
        if not days:
            self.journal_app.tell("Nothing is recorded behind this yet")
        elif self.is_current:
            self.app.push_screen(DaysScreen(visible(figure.sentence), days, self.journal), self._go_to)

    def _go_to(self, day: date | None) -> None:
        if day is not None:
            self._go("history", day)

    def _go(self, section: str, day: date) -> None:
        self.journal_app.chosen = None if day >= self.journal.clock.today() else day
        self.journal_app.action_go(section)


def _page(journal: Journal, page: str, chosen: Tracked, day: date) -> Page:
    place = (chosen.site, chosen.side)
    name = journal.site_name(*place).capitalize()
    found = journal.insights(day)
    if page == "links":
        return links_page(found, place, name, journal.catalogue)
    if page == "massage":
        return massage_page(found, place, name, journal.catalogue)
    return forecast_page(found, place, name, journal.track_record(*place, day))
