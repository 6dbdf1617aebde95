"""Massage: what, where and how; the questions that come first; a guided timer; before and after."""

import asyncio
from datetime import date
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalGroup
from textual.widgets import OptionList

from journal.book import Journal
from journal.model import Massage, Side
from journal.recovery.gate import sign_answers
from journal.recovery.safety import TINGLING
from screens.base import JournalScreen
from screens.commands import bindings
from screens.gate.flow import ask_conditions, ask_gate, show_conditions
from screens.massage.choose import ChoosePane
from screens.massage.data import MassageData, Offer, read_massage
from screens.massage.keys import HERE, WHEN, Mode
from screens.massage.offers import key
from screens.massage.session import MassageSession
from screens.massage.session_box import SessionBox
from screens.widgets.body_map import BodyMap
from screens.widgets.rating_row import RatingRow

BESIDE = (56, 18)
"""The columns and rows from which the leg stands beside a massage that is under way."""


class MassageScreen(JournalScreen[MassageData]):
    """Chooses a technique, asks before, shows the timer of the app's session, asks after."""

    SECTION = "massage"
    CSS_PATH = "screen.tcss"
    HELP = """\
## Massage

What may be pressed today, how, and for how long. `enter` starts a guided massage: how it is before, a timer with a
bell, how it is after. The timer goes on when you look at other screens. `o` records one that is done already.

Some days begin with five questions about the calf. They are never skipped; when all is well they take five keys.
"""
    COMMANDS_HERE = HERE
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self._data: MassageData | None = None
        self._asking: Offer | None = None
        self._sources = False
        self._arranged: Mode | None = None

    def compose_body(self) -> ComposeResult:
        """The list or the session; the leg beside it where there is room."""
        with Horizontal(id="columns"):
            with VerticalGroup(id="main"):
                yield ChoosePane()
                yield SessionBox()
            leg = BodyMap(self.journal.outlines, self.journal.catalogue.sites, id="map")
            leg.can_focus = False
            leg.for_massage = True
            yield leg

    def on_mount(self) -> None:
        """Follow the timer too."""
        super().on_mount()
        self.journal_app.session_changed.subscribe(self, self._session_moved)
        self.call_later(self._arrange)

    def on_resize(self) -> None:
        """While a massage is under way its place is drawn on a small screen too."""
        self.set_class(self.size.width >= BESIDE[0] and self.size.height >= BESIDE[1], "-beside")

    def read(self, journal: Journal, day: date) -> MassageData:
        """Today's massage, and what was done."""
        return read_massage(journal, day)

    async def show(self, data: MassageData, day: date) -> None:
        """Put it on the screen; a sign that was raised ends what is under way."""
        self._data = data
        session = self.session
        if session is not None and not session.over and data.holds(*session.place):
            session.stop(data.raised_at)
        if self._asking is not None and self._offer(key(self._asking)) is None:
            self._asking = None
        await self._pane.show(data)
        self._show_details()
        await self._arrange()

    # -- what is under way --------------------------------------------------------------------------------------

    @property
    def session(self) -> MassageSession | None:
        """The app's massage."""
        return self.journal_app.session

    @property
    def mode(self) -> Mode:
        """What the screen is at."""
        if self.session is not None:
            return "after" if self.session.over else "run"
        return "before" if self._asking is not None else "choose"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys mean what the screen is at."""
        return self.mode in WHEN[action] if action in WHEN else True

    async def _session_moved(self, _: None) -> None:
        if self in self.app.screen_stack:
            await self._arrange()

    async def on_screen_resume(self) -> None:
        """Catch up with what went on meanwhile."""
        await self._arrange()

    async def _arrange(self) -> None:
        """Show the list or the session; what only changes with the mode is left alone while the timer goes."""
        mode, session, box = self.mode, self.session, self.query_one(SessionBox)
        if session is not None:
            name = self.journal.catalogue.techniques[session.technique].name
            title = f"{name} · {self.journal.site_name(*session.place)}"
            await (box.ask_after(session, title) if mode == "after" else box.show_timer(session, title))
        elif self._asking is not None:
            await box.ask_before(self._asking)
        elif self.is_current:
            self._pane.offers.focus()
        if mode != self._arranged:
            self._arranged = mode
            self._pane.display = mode == "choose"
            box.display = mode != "choose"
            self.set_class(mode != "choose", "-session")
            self._show_details()
            self.refresh_bindings()

    # -- parts --------------------------------------------------------------------------------------------------

    @property
    def _pane(self) -> ChoosePane:
        return self.query_one(ChoosePane)

    @property
    def _chosen(self) -> Offer | None:
        return self._pane.chosen

    def _offer(self, wanted: str) -> Offer | None:
        offers = self._data.offers if self._data else ()
        return next((each for each in offers if key(each) == wanted), None)

    def _show_details(self) -> None:
        """The chosen technique in words, and its place on the leg."""
        offer = self._asking or self._chosen
        self._pane.tell(sources=self._sources)
        place = (offer.proposal.site, offer.proposal.side) if offer else None
        self._mark(self.session.place if self.session is not None else place)

    def _mark(self, place: tuple[str, Side] | None) -> None:
        leg = self.query_one(BodyMap)
        if place is not None and place[0] in self.journal.catalogue.sites:
            leg.view = self.journal.catalogue.sites[place[0]].view
        leg.mark = leg.selected = place

    @on(OptionList.OptionHighlighted)
    def choose(self, event: OptionList.OptionHighlighted) -> None:
        """Show another technique."""
        event.stop()
        self._show_details()

    @on(BodyMap.Selected)
    def choose_place(self, message: BodyMap.Selected) -> None:
        """A click on the leg chooses the first way to massage that place, and nothing else."""
        message.stop()
        if self.mode == "choose":
            self._pane.offers.go_to((message.site, message.side))
        self._show_details()

    # -- what the runner does -----------------------------------------------------------------------------------

    def action_start(self) -> None:
        """Ask what comes first, then how it is before."""
        app, data = self.journal_app, self._data
        if data is None:
            return
        if app.chosen is not None:
            app.tell("A guided massage is for now: ] goes to today. o records one that was done.", severity="warning")
        elif data.massage.gate is not None and not data.all_held:
            ask_gate(app, data.massage.gate)
        elif data.massage.ask_conditions and self._chosen is not None:
            ask_conditions(app, partial(self._go_on, key(self._chosen)))
        elif self._chosen is not None:
            self._ask_before(self._chosen)
        else:
            app.tell(data.massage.blocked_by or "Nothing is proposed now.", severity="warning")

    def _ask_before(self, chosen: Offer) -> None:
        self._asking = chosen
        self.call_later(self._arrange)

    @work(group="go-on", exclusive=True, exit_on_error=False)
    async def _go_on(self, chosen: str) -> None:
        """Begin what was chosen, where it is still proposed after the answers."""
        data = await asyncio.to_thread(self.read, self.journal, self.journal_app.day)
        offer = next((each for each in data.offers if key(each) == chosen), None)
        if offer is not None:
            self._ask_before(offer)

    def action_record_only(self) -> None:
        """Open the bar with the chosen massage, to add how long and how it went."""
        from screens.widgets.entry_bar import EntryBar

        self.app.push_screen(EntryBar(text=self._words()))

    def _words(self) -> str:
        offer = self._chosen
        if offer is None or not offer.technique.say:
            return "massage "
        return f"massage {offer.technique.say[0]} {offer.place} {offer.proposal.seconds * offer.proposal.sets}s "

    def action_sources(self) -> None:
        """Show or hide where the chosen technique comes from."""
        self._sources = not self._sources
        self._show_details()

    def action_conditions(self) -> None:
        """Write down what a physio or a doctor said about a condition, or answer the questions about health again."""
        if self._data is not None and self._data.ask_first:
            show_conditions(self.journal_app, self._data.ask_first)
        else:
            ask_conditions(self.journal_app)

    def action_no_score(self) -> None:
        """Go on without a score."""
        self._answer(None)

    def action_not_yet(self) -> None:
        """Back to the list."""
        self._asking = None
        self.call_later(self._arrange)

    def action_pause(self) -> None:
        """Pause the timer, or go on; what has to be asked meanwhile comes first."""
        if self.session is None or self._data is None:
            return
        if self._data.gate_now is not None and not self.session.timer.running:
            self.journal_app.chosen = None
            ask_gate(self.journal_app, self._data.gate_now)
        else:
            self.session.pause()

    def action_skip(self) -> None:
        """Go to the next step."""
        if self.session is not None:
            self.session.skip()

    def action_score_first(self) -> None:
        """The key that led here, pressed once too often, answers nothing unread."""
        self.journal_app.tell("First how it is: 0 to 9, x is 10; Enter goes on without a score")

    def action_stop(self) -> None:
        """Stop here."""
        if self.session is not None:
            self.session.stop()

    def action_drop(self) -> None:
        """Leave this massage out of the journal."""
        if self.session is not None:
            self.session.drop()

    def action_tingling(self) -> None:
        """Stop at once, and leave the place alone for some days."""
        if self.session is None:
            return
        site, side = self.session.place
        self.session.stop()
        catalogue, now = self.journal.catalogue, self.journal.clock.now()
        self.journal_app.record(sign_answers({TINGLING: True}, catalogue, now, site, side))

    def take_digit(self, key: str) -> None:
        """A digit answers the question that is asked."""
        row = self.query_one(SessionBox).rating()
        if row is not None and self.mode in ("before", "after"):
            row.take(key)

    @on(RatingRow.Rated)
    def answer(self, message: RatingRow.Rated) -> None:
        """The score that was asked for."""
        message.stop()
        self._answer(message.score)

    def _answer(self, score: int | None) -> None:
        session, asking = self.session, self._asking
        if session is not None:
            session.record(score, self._told)
        elif asking is not None:
            self._asking = None
            MassageSession.begin(self.journal_app, asking.proposal, score)

    def _told(self, massage: Massage) -> str:
        day = self.journal.status().massage
        dose = f" · {day.done} of {day.goal} today" if day.goal else ""
        return f"Saved {self.journal.tell(massage)}{dose} · u undoes"
