"""Trends: is it getting better, what is it followed by, does massage help, when is it well again?"""

import asyncio
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widgets import Static

from journal.analysis.evidence import DayBehind
from journal.analysis.shapes import Answer
from journal.book import Journal
from journal.chart.figures import Figure, Page, forecast_page, links_page, massage_page
from journal.chart.model import RANGES, TrendModel
from journal.chart.summary import brief, by_month, logged, summary, table
from journal.model import Measure, SelfTrial, Side
from journal.settings import Tracked
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import bindings
from screens.trends.days import DaysScreen
from screens.trends.figure_list import FigureList, FigurePage
from screens.trends.keys import KEYS
from screens.trends.page_bar import PAGES, PageBar
from screens.widgets.trend_chart import TrendChart
from screens.widgets.year_map import YearMap

if TYPE_CHECKING:
    from screens.trends.trial import Wanted

MEASURES: tuple[Measure | None, ...] = (None, "soreness", "tightness", "pain")
YEAR = timedelta(days=371)
SIDES: tuple[Side, ...] = ("left", "right")
VIEWS = ("chart", "table", "years")
ONLY_ON = {
    "range": "chart",
    "measure": "chart",
    "show": "chart",
    "ask_ahead": "links",
    "take_back": "links",
    "trial": "massage",
}
"""Actions of one page alone."""


@dataclass(frozen=True, kw_only=True)
class ChartData:
    """The chart, the highs of a year's days of both sides, and the site they are of."""

    model: TrendModel
    years: dict[Side, dict[date, int | None]]
    site: str


class TrendsScreen(JournalScreen[ChartData | Page]):
    """The chart of the chosen site with its table and its year; and pages of what the numbers say."""

    SECTION = "trends"
    CSS_PATH = "screen.tcss"
    HELP = """\
## Trends

Left and right soreness, day by day; a gap is a day without a rating. Below zero stand drives, laptop evenings and
what else was recorded most; the dotted ground is planned rest. The line is smoothed and says by how much.

`<` and `>` change the range, `n` the site, `i` what is shown of it. The arrow keys read a day. `o` gives the same as a
table, `y` the year of both legs, where `enter` goes to a day.

`tab` goes to the next page. Links: what soreness is followed by. Massage: what each technique is followed by, just
after and the next day. Forecast: this week, when it may be well again, and how such forecasts did. A line is the range
that fits in 9 of 10 cases, `●` the best guess, `┊` no effect. `enter` opens the days behind a row.

On Links `A` asks one question ahead, before you know: it is answered alone, from now on. On Massage `T` plans a
self-trial: a coin decides on which evenings you massage, so that the difference is fair.
"""
    COMMANDS_HERE = KEYS
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self._range = 1
        self._measure = 0
        self._site: Tracked | None = None
        self._view = "chart"
        self._page = PAGES[0]
        self._model: TrendModel | None = None

    def compose_body(self) -> ComposeResult:
        """The chart with its summary; table, year and pages take its place."""
        yield PageBar()
        yield TrendChart(id="chart")
        yield Static("", id="table", markup=False)
        with VerticalGroup(id="years"):
            for side in SIDES:
                yield Static("", id=f"{side}-title", markup=False)
                yield YearMap(self.journal_app.day, id=f"{side}-year")
            yield Static("", id="months", markup=False)
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
        measure = MEASURES[self._measure]
        model = journal.trend(RANGES[self._range], day, site=chosen.site, measure=measure)
        years: dict[Side, dict[date, int | None]] = {
            side: {row.day: row.high for row in journal.daily(chosen.site, side, measure, day - YEAR, day)}
            for side in SIDES
        }
        return ChartData(model=model, years=years, site=chosen.site)

    async def show(self, data: ChartData | Page, day: date) -> None:
        """Draw."""
        if isinstance(data, Page):
            self.query_one(FigurePage).show(data)
            if data.figures and self._page != "chart":
                self.query_one(FigureList).focus()  # it lost it while the page was worked out and there was no list
            self.refresh_bindings()
            return
        self._model = data.model
        self.query_one("#chart", TrendChart).model = data.model
        self._summarise()
        for side in SIDES:
            year = self.query_one(f"#{side}-year", YearMap)
            year.form = self.journal.settings.date_format
            year.end, year.days = day, data.years[side]
            name = self.journal.site_name(data.site, side).capitalize()
            self.query_one(f"#{side}-title", Static).update(visible(f"{name}: {year.summary}"))
        self.query_one("#months", Static).update(visible(by_month(data.years["left"], data.years["right"]), lines=True))

    def on_resize(self) -> None:
        """What is said of the chart is cut to the room there is; how much that is, is known once it is laid out."""
        self.call_after_refresh(self._summarise)

    def _summarise(self) -> None:
        """A line for each side below the chart; where there is room also what was logged. And the table."""
        model = self._model
        if model is None:
            return
        if model.empty:
            said = f"{summary(model)}\nt goes to Today, where 0 to 9 rate; > looks further back."
        else:
            lines = brief(model, self.size.width - 4)
            said = "\n".join(filter(None, (*lines, logged(model) if self.has_class("-tall") else "")))
        self.query_one("#summary", Static).update(visible(said, lines=True))
        named = f"{model.measure or 'all ratings'} · {model.site} · {model.days} days"
        told = f"{named}\n\n{table(model, self.size.width - 4)}"
        self.query_one("#table", Static).update(visible(told, lines=True))

    def _arrange(self) -> None:
        on_chart = self._page == "chart"
        for name in VIEWS:
            self.query_one(f"#{name}").display = on_chart and name == self._view
        self.query_one("#summary").display = on_chart and self._view == "chart"
        self.query_one(FigurePage).display = not on_chart
        self.query_one(PageBar).page = self._page
        if not on_chart:
            self.query_one(FigureList).focus()
        elif self._view == "chart":
            self.query_one("#chart").focus()
        elif self._view == "years":
            self.query_one("#left-year").focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What concerns the chart is asked there, what concerns a row where one is marked."""
        if ONLY_ON.get(action, self._page) != self._page:
            return False
        if action == "range" and self._view == "years":
            return False
        if action == "take_back":
            marked = self.query_one(FigurePage).marked if self.is_mounted else None
            return (
                marked is not None and isinstance(marked.figured, Answer) and super().check_action(action, parameters)
            )
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

    # -- asking ahead, and trying ---------------------------------------------------------------------------------

    def action_ask_ahead(self) -> None:
        """Ask a question about the place that is shown."""
        from screens.widgets.entry_bar import Asked, EntryBar

        place = self._shown
        words = f"ask {place.side} {place.site.replace('_', ' ')}"
        hint = "drive over 2h next morning · stairs same day · run over 30m two days later"
        self.app.push_screen(EntryBar(Asked("Ask ahead", words, "", hint)))

    def action_take_back(self) -> None:
        """Take the marked question back."""
        marked = self.query_one(FigurePage).marked
        if marked is not None and isinstance(marked.figured, Answer):
            asked = marked.figured.id
            self.journal_app.save(
                lambda: self.journal.remove(asked), lambda gone: f"Taken back: {self.journal.tell(gone)} · u undoes"
            )

    @work(exclusive=True, group="trial", exit_on_error=False)
    async def action_trial(self) -> None:
        """The self-trial of the place that is shown, or the choices for a new one."""
        from screens.trends.trial import PlanTrial, TrialScreen

        place = self._shown
        standing = await asyncio.to_thread(self.journal.trials)
        here = [each for each in standing if (each.trial.site, each.trial.side) == (place.site, place.side)]
        now = next((each for each in here if not each.over), None)
        if now is not None:
            await self.app.push_screen(TrialScreen(now, self.journal), partial(self._end_trial, now.trial))
        else:
            await self.app.push_screen(PlanTrial(self.journal, place.site, place.side), self._start_trial)

    def _start_trial(self, wanted: "Wanted | None") -> None:
        if wanted is None:
            return
        journal, place = self.journal, self._shown
        words = f"{place.side} {place.site.replace('_', ' ')}"

        def start() -> SelfTrial:
            planned = journal.plan_trial(wanted.technique, wanted.against, days=wanted.days, place=words)
            return journal.start_trial(planned)

        self.journal_app.save(start, lambda trial: f"Planned {journal.tell(trial)} · u undoes")

    def _end_trial(self, trial: SelfTrial, end: bool | None) -> None:
        if end:
            self.journal_app.save(
                lambda: self.journal.end_trial(trial), lambda gone: f"Ended {self.journal.tell(gone)} · u undoes"
            )

    @property
    def _shown(self) -> Tracked:
        return self._site or self.journal.settings.main

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
    found, form = journal.insights(day), journal.settings.date_format
    if page == "links":
        return links_page(found, place, name, journal.catalogue, form)
    if page == "massage":
        return massage_page(found, place, name, journal.catalogue, form)
    return forecast_page(found, place, name, journal.track_record(*place, day), form)
