"""The first run: at most three short questions, each of which can be skipped, then Today."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.model import Episode, Rating, Side
from journal.settings import Tracked
from screens.app import JournalApp
from screens.dialog import Dialog, Options
from screens.widgets.rating_row import KEYS

NOON = time(12)
PLANS = (0, *range(1, 8), 10, 14)
"""The rest days that can be chosen."""
PLACE, SINCE_WHEN, REST = range(3)
"""The places of the questions."""
SIDES: tuple[Side, ...] = ("left", "right")
SINCE = ((0, "today"), (1, "yesterday"), (3, "a few days ago"), (7, "a week ago"), (21, "three weeks ago or longer"))
"""Days ago, in words."""


@dataclass(frozen=True)
class Question:
    """One question with its answers; the first answer stands for skipping."""

    ask: str
    answers: tuple[str, ...]
    chosen: int = 0


class FirstRunScreen(Dialog[None]):
    """Where, since when, how many rest days. Escape skips what is left; nothing is asked twice.

    A digit on a place rates it as well, and is saved at once: one key after the first start.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "skip", "Skip", show=False),
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
        *(Binding(key, f"rate({score})", show=False) for key, score in KEYS.items()),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._given: list[int] = []

    @property
    def journal_app(self) -> JournalApp:
        """The app, with its type."""
        assert isinstance(self.app, JournalApp)
        return self.app

    @property
    def places(self) -> list[tuple[str, Side]]:
        """What the first question offers: the usual site on both sides first."""
        journal = self.journal_app.journal
        main = journal.settings.main.site
        order = [main, *(site for site in journal.catalogue.sites if site != main)]
        return [(site, side) for site in order for side in SIDES]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The three questions."""
        journal = self.journal_app.journal
        days = journal.settings.rest_days
        return (
            Question("Where is the leg sore?", tuple(journal.site_name(site, side) for site, side in self.places)),
            Question("When did it begin?", tuple(words for _, words in SINCE)),
            Question(
                "How many days without running do you plan?",
                tuple(
                    ("none" if each == 0 else f"{each} day{'s' * (each > 1)}") + (" (app default)" * (each == days))
                    for each in PLANS
                ),
                PLANS.index(days) if days in PLANS else 3,
            ),
        )

    def compose(self) -> ComposeResult:
        """One question at a time."""
        with VerticalScroll(id="welcome"):
            yield Static("The recovery journal", id="title")
            yield Static(
                "It counts the days without running still needed, gives strength work instead of each missed run, "
                "guides the massage and shows the trend. It can't tell what is wrong: for that there are doctors and "
                "physiotherapists.",
                id="words",
                markup=False,
            )
            with VerticalGroup():
                yield Static("", id="ask", markup=False)
                yield Options(id="answers")
            yield Static("", id="keys", markup=False)

    def on_mount(self) -> None:
        """Ask the first."""
        self._show()

    def _show(self) -> None:
        number = len(self._given)
        question = self.questions[number]
        self.query_one("#ask", Static).update(f"{number + 1} of {len(self.questions)} · {question.ask}")
        self.query_one("#keys", Static).update(
            "0 to 9, x for 10: how sore it is now · Enter chooses without · Esc skips"
            if number == PLACE
            else "Enter or a click chooses · Esc skips · everything can be changed later"
        )
        answers = self.query_one(OptionList)
        answers.set_options(Option(Content(answer)) for answer in question.answers)
        answers.highlighted = question.chosen
        answers.focus()

    @on(OptionList.OptionSelected)
    def answer(self, event: OptionList.OptionSelected) -> None:
        """Take the answer."""
        self._take(event.option_index)

    def action_rate(self, score: int) -> None:
        """On the first question a digit says how sore the marked place is, and chooses it; elsewhere nothing."""
        marked = self.query_one(OptionList).highlighted
        if len(self._given) != PLACE or marked is None:
            return
        self._rate(*self.places[marked], score)
        self._take(marked)
        if score == 0:
            self._finish()

    def _take(self, given: int) -> None:
        """After the last answer, begin."""
        self._given.append(given)
        if len(self._given) == len(self.questions):
            self._finish()
        else:
            self._show()

    def _rate(self, site: str, side: Side, score: int) -> None:
        app, journal = self.journal_app, self.journal_app.journal
        app.save(lambda: journal.change_settings(tracked=(Tracked(site, side),)), lambda _: "")
        app.record(Rating(at=journal.clock.now(), site=site, side=side, score=score))

    def action_move(self, step: int) -> None:
        """Mark another answer."""
        answers = self.query_one(OptionList)
        if step > 0:
            answers.action_cursor_down()
        else:
            answers.action_cursor_up()

    def action_skip(self) -> None:
        """Keep what was answered, skip the rest."""
        self._finish()

    def _finish(self) -> None:
        app, journal = self.journal_app, self.journal_app.journal
        given = self._given
        place = self.places[given[PLACE]] if given else None
        changes = {"tracked": (Tracked(*place),)} if place else {}
        app.save(lambda: journal.change_settings(first_run_done=True, **changes), lambda _: "")
        if place and len(given) > SINCE_WHEN:
            days = PLANS[given[REST]] if len(given) > REST else journal.settings.rest_days
            app.record(self._episode(*place, SINCE[given[SINCE_WHEN]][0], days))
        self.dismiss()

    def _episode(self, site: str, side: Side, ago: int, days: int) -> Episode:
        clock = self.journal_app.journal.clock
        day: date = clock.today() - timedelta(days=ago)
        at = clock.now() if ago == 0 else clock.at(day, NOON)
        return Episode(at=at, time_known=ago == 0, site=site, side=side, rest_days=days)
