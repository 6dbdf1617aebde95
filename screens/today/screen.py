"""Today: may I run, what do I do, how is it going, what should I know; answered without a key."""

from datetime import date
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, VerticalGroup
from textual.widgets import Static

from journal.glance import NOTHING, Row
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import BEGIN_SPELL, SIGNS, WELL_AGAIN, Command, bindings
from screens.today.headline import Headline
from screens.today.lines import AnswerLine, Task
from screens.today.room import Beside, Trend
from screens.turns import Turns, in_turn
from screens.widgets.rating_row import KEYS, RatingRow
from screens.widgets.signs import SignBox

if TYPE_CHECKING:
    from journal.book import Journal
    from journal.model import Entry
    from screens.today.data import Fortnight, TodayData, ToDo
    from screens.widgets.body_map import BodyMap

LINES = ("signs", "function", "none")
"""The lines of the check-in that have no scale."""

TRIGGER_KEYS = "d l w"

HINT = "Press 0 to 9 to rate the marked row."

Question = tuple[str, str, str, bool]
"""A site, a side and a measure, and whether it is the average of the day that is asked for."""


def question_of(row: "Row") -> Question:
    """What is asked in a row."""
    return row.site, row.side, row.measure, row.average


class CheckInRow(RatingRow):
    """A scale of the check-in, for now or for the average of the day."""

    def __init__(self, row: "Row") -> None:
        super().__init__(row, row.label, row.score)
        self.asked = row
        self.last: int | None = None
        """How it was rated last."""


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

`0` to `9` rate the marked row, `x` is 10; `j` and `k` mark another. The evening also asks how it was on average, and
what may have stirred the leg up: `z` says that there was nothing else. Below are massage and strength work, and the
last fourteen days: the highest rating of each day, a dot where nothing was rated.
"""
    COMMANDS_HERE = (
        Command(id="row-up", keys="k,up", action="row(-1)", label="Row up", help="Mark the row above", shown_key="k ↑"),
        Command(
            id="row-down", keys="j,down", action="row(1)", label="Row down", help="Mark the row below", shown_key="j ↓"
        ),
        Command(id="same", keys="full_stop", action="same", label="Same", help="Rate as last time", shown_key="."),
        Command(id="limp", keys="i", action="limp", label="Limp", help="Record that you limp today, or not"),
        Command(
            id="none",
            keys="z",
            action="none_of_these",
            label="None of these",
            help="No drive, no laptop on the lap, no stairs: what was not recorded today was none",
        ),
        SIGNS,
        BEGIN_SPELL,
        WELL_AGAIN,
    )
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self.turns = Turns(self._has_rows, self.reload)
        """Keys for a row wait until there are rows: where no glance holds, the first frame has none."""
        self._open_triggers = True
        self._room = False, False
        """Whether the chart, and the year, were read last."""
        self._asked: tuple[date, tuple[Entry, ...]] | None = None
        self._shown: dict[str, object] = {}
        """By part, what it shows."""

    def compose_body(self) -> ComposeResult:
        """The left column is Today; the body map and the chart come beside and below it once all is read."""
        glance = self.journal_app.glance or NOTHING
        with Container(id="columns"):
            with VerticalGroup(id="main"):
                with VerticalGroup(id="signs"):
                    yield from (SignBox(*sign) for sign in glance.signs)
                yield Headline()
                yield Static("Check-in", classes="heading", id="part", markup=False)
                with VerticalGroup(id="rows"):
                    yield from map(CheckInRow, glance.rows)
                yield AnswerLine("warning signs", "n", "app.signs", id="signs-line", unanswered="not asked")
                function = AnswerLine(
                    "function", "f", "app.ask('function')", id="function-line", unanswered="not asked"
                )
                function.said = glance.function
                yield function
                yield AnswerLine("triggers", TRIGGER_KEYS, "screen.none_of_these", id="none-line", unanswered="not")
                yield Static("To do today", classes="heading", id="to-do", markup=False)
                yield VerticalGroup(id="tasks")
                yield Static("14 days", classes="heading", id="fortnight", markup=False)
                yield VerticalGroup(id="fortnights")
                yield Static("Recorded", classes="heading", id="recorded-heading")
                yield Static("", id="recorded", markup=False)
            yield Beside(id="beside")
            yield Trend(id="trend")

    def on_mount(self) -> None:
        """Show the glance until all is read."""
        self.query_one("#signs-line").display = self.query_one("#none-line").display = False
        self.query_one(Headline).show(self.journal_app.glance or NOTHING, "")
        self.journal_app.turns_anywhere.append(self.turns)
        self.call_after_refresh(self.turns.go_on)
        super().on_mount()

    def _has_rows(self) -> bool:
        return self.is_mounted and bool(self.query(CheckInRow))

    def read(self, journal: "Journal", day: date) -> "TodayData":
        """Everything on Today, read in a thread; chart and year only where there is room for them."""
        from screens.today.data import read_today

        return read_today(journal, day, chart=self._roomy, year=self._huge)

    def on_resize(self) -> None:
        """More room shows more; how much there is, is known once it is laid out."""
        self.call_after_refresh(self._use_room)

    def _use_room(self) -> None:
        if self._room != (self._roomy, self._huge):
            self.reload()

    def reload(self) -> None:
        """Read again what there is room for."""
        self._room = self._roomy, self._huge
        super().reload()

    @property
    def _roomy(self) -> bool:
        """True where the chart is shown."""
        return self.has_class("-huge") or (self.has_class("-tall") and self.has_class("-wide"))

    @property
    def _huge(self) -> bool:
        """True where the year is shown."""
        return self.has_class("-huge") and self.has_class("-tall")

    async def show(self, data: "TodayData", day: date) -> None:
        """Put it on the screen; rows stay the same widgets, so that the marked one stays marked."""
        self._open_triggers = "not asked" in data.triggers
        await self._show_rows(data.glance.rows, data.last_scores)
        self.query_one(Headline).show(data.glance, HINT if data.empty else "")
        if self._is_news("signs", data.glance.signs):
            await self._show_signs(data.glance.signs)
        self._show_answers(data)
        await self.query_one(Beside).show(data)
        await self.query_one(Trend).show(data, self.journal.settings.date_format)
        if self._is_news("to do", data.to_do):
            await self._show_tasks(data.to_do)
        await self._show_fortnights(data.fortnights, "that day" if data.part == "day" else "today")
        self._say_which_day(data, day)
        self._say("#recorded", visible("\n".join(data.recorded) or "nothing yet", lines=True))
        self._look_for_worth(data)
        self.turns.go_on()

    def _is_news(self, part: str, value: object) -> bool:
        """Whether a part shows something else than this. What stays is left alone: laying it out takes a frame."""
        before, self._shown[part] = self._shown.get(part), value
        return before != value

    def _say(self, selector: str, text: str) -> None:
        """Show a line of text."""
        if self._is_news(selector, text):
            self.query_one(selector, Static).update(text)

    # -- parts --------------------------------------------------------------------------------------------------

    def _say_which_day(self, data: "TodayData", day: date) -> None:
        """The headings say which day and which part of it they are about: a past day is never called today."""
        past = data.part == "day"
        named = self.journal.day_words(day)
        self._say("#part", f"Check-in · {named if past else data.part}")
        self._say("#to-do", f"To do on {named}" if past else "To do today")
        self._say("#fortnight", f"14 days to {named}" if past else "14 days")

    def _look_for_worth(self, data: "TodayData") -> None:
        """Ask what recent days are followed by, once for what was recorded of them; it comes when it is there."""
        if self._asked == (data.day, data.recent):
            return
        self._asked = (data.day, data.recent)
        self.query_one(Headline).say_worth("")
        if data.recent and self.journal_app.look_aside:
            self._ask_aside(data.day)

    @work(exclusive=True, group="worth", exit_on_error=False)
    async def _ask_aside(self, day: date) -> None:
        from journal.aside import worth_knowing

        self.query_one(Headline).say_worth(await worth_knowing(self.journal.paths.folder, day))

    async def _show_signs(self, signs: tuple[tuple[str, str], ...]) -> None:
        box = self.query_one("#signs")
        await box.remove_children()
        await box.mount(*(SignBox(*sign) for sign in signs))

    async def _show_tasks(self, to_do: "tuple[ToDo, ...]") -> None:
        """Lines that are there stand for other tasks: to make them anew takes a second layout."""
        box = self.query_one("#tasks")
        shown = list(self.query(Task))
        for line, task in zip(shown, to_do, strict=False):
            line.show(task)
        for line in shown[len(to_do) :]:
            await line.remove()
        await box.mount(*(Task(task) for task in to_do[len(shown) :]))

    async def _show_rows(self, rows: "tuple[Row, ...]", last_scores: tuple[int | None, ...]) -> None:
        box = self.query_one("#rows")
        shown = list(self.query(CheckInRow))
        if [question_of(widget.asked) for widget in shown] != [question_of(row) for row in rows]:
            await box.remove_children()
            shown = [CheckInRow(row) for row in rows]
            await box.mount(*shown)
            self.set_focus(shown[0], scroll_visible=False)
        for widget, row, last in zip(shown, rows, last_scores, strict=True):
            widget.last = last
            widget.show(row.score)

    def _show_answers(self, data: "TodayData") -> None:
        signs, function, triggers = (self.query_one(f"#{name}-line", AnswerLine) for name in LINES)
        signs.said, function.said, triggers.said = data.signs, data.glance.function, data.triggers
        signs.display = data.part != "evening"
        triggers.keys = f"{TRIGGER_KEYS} · z none" if self._open_triggers else TRIGGER_KEYS
        triggers.display = data.part != "morning"

    async def _show_fortnights(self, fortnights: "tuple[Fortnight, ...]", last: str) -> None:
        from screens.widgets.sparkline import Sparkline14

        if self._is_news("fortnights", (last, *(each.label for each in fortnights))):
            box = self.query_one("#fortnights")
            await box.remove_children()
            await box.mount(*(Sparkline14(each.label, each.highs, last=last) for each in fortnights))
        for line, each in zip(self.query(Sparkline14), fortnights, strict=True):
            line.highs = each.highs

    # -- rating -------------------------------------------------------------------------------------------------

    @on(RatingRow.Rated)
    def rate(self, message: RatingRow.Rated) -> None:
        """Save what was given with the mouse or with enter."""
        self._record(message.score, message.row)

    def on_body_map_selected(self, message: "BodyMap.Selected") -> None:
        """A place that was chosen on the map marks its row."""
        for row in self.query(CheckInRow):
            if (row.tracked.site, row.tracked.side) == (message.site, message.side):
                self.set_focus(row)
                return

    @in_turn
    def take_digit(self, key: str) -> None:
        """Rate the marked row; begin to write the marked function."""
        score, row = KEYS[key], self._marked
        if isinstance(self.focused, AnswerLine):
            if self.focused.id == "function-line":
                self.journal_app.action_ask("function", "100" if score == 10 else key)
            else:
                self.journal_app.tell("k marks a row with a scale; a digit rates it")
            return
        if row is not None:
            row.pend(score)
        self._record(score, row)

    def _record(self, score: int, row: RatingRow | None) -> None:
        from journal.check_in import AVERAGE
        from journal.model import Rating

        at, known = self.journal_app.moment()
        tracked = row.tracked if row is not None else self.journal.settings.main
        average = isinstance(row, CheckInRow) and row.asked.average
        rating = Rating(
            at=at,
            time_known=known,
            site=tracked.site,
            side=tracked.side,
            measure=tracked.measure,
            score=score,
            tags=(AVERAGE,) if average else (),
        )
        self.journal_app.record(rating, failed=lambda _: row.fail() if row is not None else None)

    @in_turn
    def action_same(self) -> None:
        """Rate the marked row as the last time it was rated."""
        row = self._marked
        if row is None or row.last is None:
            self.journal_app.tell("Nothing to repeat: this row was not rated before")
        else:
            row.rate(row.last)

    def action_limp(self) -> None:
        """Say that one limps, or not: it belongs to the day's function."""
        day = self.journal_app.day
        self.journal_app.save(lambda: self.journal.turn_limp(day), lambda now: f"{self.journal.tell(now)} · u undoes")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is left to say no to once everything was recorded."""
        if action == "none_of_these" and not self._open_triggers:
            return False
        return super().check_action(action, parameters)

    def action_none_of_these(self) -> None:
        """Record of each trigger that was not recorded on the day that there was none."""
        app = self.journal_app
        at, known = app.moment()
        app.save(
            lambda: app.journal.record_none(at, time_known=known),
            lambda none: app.told(none) if none else "",
            saved=app.say_due,
        )

    @property
    def _marked(self) -> CheckInRow | None:
        if isinstance(self.focused, CheckInRow):
            return self.focused
        return next(iter(self.query(CheckInRow)), None)

    @in_turn
    def action_row(self, step: int) -> None:
        """Mark another row."""
        rows = [row for row in self.query("CheckInRow, AnswerLine") if row.display]
        at = rows.index(self.focused) if self.focused in rows else 0
        self.set_focus(rows[(at + step) % len(rows)])
