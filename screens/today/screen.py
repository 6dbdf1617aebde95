"""Today: may I run, what do I do, how is it going, what should I know; answered without a key."""

from datetime import date
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.events import Click
from textual.widgets import Digits, Static

from journal.glance import NOTHING, Glance, Row
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import SIGNS, WELL_AGAIN, Command, bindings
from screens.widgets.rating_row import KEYS, RatingRow
from screens.widgets.signs import SignBox

if TYPE_CHECKING:
    from journal.book import Journal
    from journal.model import Entry
    from journal.settings import Tracked
    from screens.today.data import Fortnight, TodayData, ToDo

HINT = "Press 0 to 9 to rate the marked row."

Place = tuple[str, str, str]
"""A site, a side and a measure."""


def place_of(row: "Tracked | Row") -> Place:
    """What is rated in a row."""
    return row.site, row.side, row.measure


class Task(Static):
    """A line of today's list; a click goes where it is done."""

    def __init__(self, task: "ToDo") -> None:
        super().__init__(Content(f"{'✓' if task.done else '·'} {task.label}"), classes="-done" if task.done else "")
        self._section = task.section

    async def on_click(self, event: Click) -> None:
        """Go to the screen of this task."""
        event.stop()
        await self.run_action(f"app.go('{self._section}')")


class TodayScreen(JournalScreen["TodayData"]):
    """The first screen: headline, check-in, today's list, fourteen days; the body map beside it where there is room.

    The first frame shows the glance, for which neither database nor rules are imported; all else comes after it.
    """

    SECTION = "today"
    CSS_PATH = "screen.tcss"
    AUTO_FOCUS = "RatingRow"
    HELP = """\
## Today

The number is the days without running that are still needed; the sentence beside it says why.

`0` to `9` rate the marked row, `x` is 10. Below are today's massage and strength work, and the last fourteen days: the
highest rating of each day, a dot where nothing was rated.
"""
    COMMANDS_HERE = (
        Command(id="row-up", keys="k,up", action="row(-1)", label="Row up", help="Mark the row above", shown_key="k ↑"),
        Command(
            id="row-down", keys="j,down", action="row(1)", label="Row down", help="Mark the row below", shown_key="j ↓"
        ),
        Command(id="same", keys="full_stop", action="same", label="Same", help="Rate as last time", shown_key="."),
        Command(id="limp", keys="i", action="limp", label="Limp", help="Record that you limp today, or not"),
        SIGNS,
        WELL_AGAIN,
    )
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[Place, int | None] = {}
        """How each row was rated last."""
        self._asked: tuple[date, tuple[Entry, ...]] | None = None
        self._shown: dict[str, object] = {}
        """By part, what it shows."""
        self._charted = False
        """True once the chart is there."""

    def compose_body(self) -> ComposeResult:
        """The left column is Today; the body map and the chart come beside and below it once all is read."""
        glance = self.journal_app.glance or NOTHING
        with Horizontal(id="columns"):
            with VerticalGroup(id="main"):
                with VerticalGroup(id="signs"):
                    yield from (SignBox(*sign) for sign in glance.signs)
                with HorizontalGroup(id="headline"):
                    left = Digits(glance.left, id="left")
                    left.display = bool(glance.left)
                    yield left
                    with VerticalGroup():
                        yield Static(glance.sentence, id="sentence", markup=False)
                        yield Static(glance.likely, id="likely", markup=False)
                        yield Static("", id="worth", markup=False)
                yield Static("Check-in", classes="heading")
                with VerticalGroup(id="rows"):
                    yield from (RatingRow(row, row.label, row.score) for row in glance.rows)
                yield Static(glance.function, id="function", markup=False)
                yield Static("To do today", classes="heading")
                yield VerticalGroup(id="tasks")
                yield Static("14 days", classes="heading")
                yield VerticalGroup(id="fortnights")
            yield VerticalGroup(id="beside")

    def read(self, journal: "Journal", day: date) -> "TodayData":
        """Everything on Today, read in a thread; the chart only where there is room for it."""
        from screens.today.data import read_today

        return read_today(journal, day, chart=self._roomy)

    def on_resize(self) -> None:
        """More room shows more."""
        if self._roomy and not self._charted:
            self.reload()

    @property
    def _roomy(self) -> bool:
        """True where the chart is shown."""
        return self.has_class("-tall") and (self.has_class("-wide") or self.has_class("-huge"))

    async def show(self, data: "TodayData", day: date) -> None:
        """Put it on the screen; rows stay the same widgets, so that the marked one stays marked."""
        glance = data.glance
        self._last = {place_of(row): last for row, last in zip(glance.rows, data.last, strict=True)}
        await self._show_rows(glance.rows)
        self._show_headline(glance, HINT if data.empty else "")
        self._say("#function", glance.function)
        if self._is_news("signs", glance.signs):
            await self._show_signs(glance.signs)
        await self._show_map(data)
        await self._show_chart(data)
        if self._is_news("to do", data.to_do):
            tasks = self.query_one("#tasks")
            await tasks.remove_children()
            await tasks.mount(*(Task(task) for task in data.to_do))
        await self._show_fortnights(data.fortnights)
        self._look_for_worth(data)

    def _is_news(self, part: str, value: object) -> bool:
        """Whether a part shows something else than this. What stays is left alone: laying it out takes a frame."""
        before, self._shown[part] = self._shown.get(part), value
        return before != value

    def _say(self, selector: str, text: str) -> None:
        """Show a line of text."""
        if self._is_news(selector, text):
            self.query_one(selector, Static).update(text)

    # -- parts --------------------------------------------------------------------------------------------------

    def _show_headline(self, glance: Glance, hint: str) -> None:
        if self._is_news("left", glance.left):
            left = self.query_one("#left", Digits)
            left.display = bool(glance.left)
            left.update(glance.left)
        self._say("#sentence", glance.sentence)
        self._say("#likely", glance.likely or hint)

    def _look_for_worth(self, data: "TodayData") -> None:
        """Ask what recent days are followed by, once for what was recorded of them; it comes when it is there."""
        if self._asked == (data.day, data.recent):
            return
        self._asked = (data.day, data.recent)
        self._say_worth("")
        if data.recent and self.journal_app.look_aside:
            self._ask_aside(data.day)

    @work(exclusive=True, group="worth", exit_on_error=False)
    async def _ask_aside(self, day: date) -> None:
        from journal.aside import worth_knowing

        self._say_worth(await worth_knowing(self.journal.paths.folder, day))

    def _say_worth(self, sentence: str) -> None:
        line = self.query_one("#worth", Static)
        line.update(visible(sentence))
        line.display = bool(sentence)

    async def _show_signs(self, signs: tuple[tuple[str, str], ...]) -> None:
        box = self.query_one("#signs")
        await box.remove_children()
        await box.mount(*(SignBox(*sign) for sign in signs))

    async def _show_rows(self, rows: tuple[Row, ...]) -> None:
        box = self.query_one("#rows")
        shown = list(self.query(RatingRow))
        if [place_of(row.tracked) for row in shown] != [place_of(row) for row in rows]:
            await box.remove_children()
            shown = [RatingRow(row, row.label) for row in rows]
            await box.mount(*shown)
            shown[0].focus()
        for widget, row in zip(shown, rows, strict=True):
            widget.show(row.score)

    async def _show_map(self, data: "TodayData") -> None:
        from screens.widgets.body_map import BodyMap

        if not self.query(BodyMap):
            body = BodyMap(self.journal.outlines, self.journal.catalogue.sites, id="map")
            body.can_focus = False
            await self.query_one("#beside").mount(body)
        body = self.query_one(BodyMap)
        body.scores = data.scores
        if body.selected is None and data.glance.rows:
            body.selected = (data.glance.rows[0].site, data.glance.rows[0].side)

    async def _show_chart(self, data: "TodayData") -> None:
        if data.model is None:
            return
        from screens.widgets.trend_chart import TrendChart

        if not self._charted:
            self._charted = True
            chart = TrendChart(id="chart")
            chart.can_focus = False
            await self.query_one("#main").mount(chart)
        self.query_one(TrendChart).model = data.model

    async def _show_fortnights(self, fortnights: "tuple[Fortnight, ...]") -> None:
        from screens.widgets.sparkline import Sparkline14

        if self._is_news("fortnights", [each.label for each in fortnights]):
            box = self.query_one("#fortnights")
            await box.remove_children()
            await box.mount(*(Sparkline14(each.label, each.highs) for each in fortnights))
        for line, each in zip(self.query(Sparkline14), fortnights, strict=True):
            line.highs = each.highs

    # -- rating -------------------------------------------------------------------------------------------------

    @on(RatingRow.Rated)
    def rate(self, message: RatingRow.Rated) -> None:
        """Save what was given with the mouse or with enter."""
        self._record(message.row.tracked, message.score, message.row)

    def take_digit(self, key: str) -> None:
        """Rate the marked row, or the main site while there are no rows yet."""
        score, row = KEYS[key], self._marked
        if row is not None:
            row.pend(score)
        self._record(row.tracked if row is not None else self.journal.settings.main, score, row)

    def _record(self, tracked: "Tracked | Row", score: int, row: RatingRow | None) -> None:
        from journal.model import Rating

        at, known = self.journal_app.moment()
        rating = Rating(
            at=at, time_known=known, site=tracked.site, side=tracked.side, measure=tracked.measure, score=score
        )
        self.journal_app.record(rating, failed=lambda _: row.fail() if row is not None else None)

    def action_same(self) -> None:
        """Rate the marked row as the last time it was rated."""
        row = self._marked
        last = self._last.get(place_of(row.tracked)) if row is not None else None
        if row is None or last is None:
            self.journal_app.tell("Nothing to repeat: this row was not rated before")
        else:
            row.rate(last)

    def action_limp(self) -> None:
        """Say that one limps, or not: it belongs to the day's function."""
        day = self.journal_app.day
        self.journal_app.save(lambda: self.journal.turn_limp(day), lambda now: f"{self.journal.tell(now)} · u undoes")

    @property
    def _marked(self) -> RatingRow | None:
        if isinstance(self.focused, RatingRow):
            return self.focused
        return next(iter(self.query(RatingRow)), None)

    def action_row(self, step: int) -> None:
        """Mark another row."""
        rows = list(self.query(RatingRow))
        if rows:
            at = rows.index(self.focused) if isinstance(self.focused, RatingRow) else 0
            self.set_focus(rows[(at + step) % len(rows)])
