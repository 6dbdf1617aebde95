"""Massage: what, where and how; the questions that come first; a guided timer; before and after."""

from datetime import date
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalGroup
from textual.content import Content
from textual.widgets import OptionList, Static

from journal.book import Journal
from journal.glancing import sign_words
from journal.model import Massage
from journal.recovery.gate import sign_answers
from journal.recovery.massage import HONEST
from journal.recovery.safety import TINGLING
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import SIGNS, Command, bindings
from screens.gate.flow import ask_conditions, ask_gate, show_conditions
from screens.massage.data import MassageData, Offer, Session, read_massage
from screens.massage.offers import OfferList, details, key
from screens.massage.session import MassageSession
from screens.massage.session_box import SessionBox
from screens.widgets.body_map import BodyMap
from screens.widgets.rating_row import RatingRow
from screens.widgets.signs import SignBox

Mode = Literal["choose", "before", "run", "after"]

WHEN: dict[str, tuple[Mode, ...]] = {
    "start": ("choose",),
    "record_only": ("choose",),
    "conditions": ("choose",),
    "pause": ("run",),
    "skip": ("run",),
    "stop": ("run",),
    "tingling": ("run",),
    "no_score": ("before", "after"),
    "not_yet": ("before",),
    "drop": ("after",),
}
"""In which mode an action can be used."""


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
    COMMANDS_HERE = (
        Command(id="start", keys="enter,space", action="start", label="Start", help="Start a massage", footer=True),
        Command(
            id="record-only",
            keys="o",
            action="record_only",
            label="Record one",
            help="Record a massage that is done already",
            footer=True,
        ),
        Command(
            id="no-score",
            keys="enter",
            action="no_score",
            label="Without a score",
            help="Go on without a score",
            footer=True,
        ),
        Command(id="not-yet", keys="escape,backspace", action="not_yet", label="Not now", help="Do not start it"),
        Command(
            id="drop",
            keys="backspace,delete",
            action="drop",
            label="Don't record",
            help="Leave this massage out of the journal",
            footer=True,
        ),
        Command(
            id="pause",
            keys="space,enter",
            action="pause",
            label="Pause",
            help="Pause the timer, or go on",
            shown_key="space",
            footer=True,
        ),
        Command(id="skip", keys="n", action="skip", label="Next", help="Go to the next step", footer=True),
        Command(
            id="stop",
            keys="escape,backspace",
            action="stop",
            label="Stop",
            help="Stop here; what was done can be recorded",
            shown_key="esc",
            footer=True,
        ),
        Command(
            id="tingling",
            keys="T",
            action="tingling",
            label="It tingles",
            help="Stop: it tingles or shoots. The place is left alone for some days",
            footer=True,
        ),
        Command(
            id="conditions",
            keys="c",
            action="conditions",
            label="Health",
            help="Answer the questions about your health again",
        ),
        Command(id="sources", keys="i", action="sources", label="Sources", help="Where the technique comes from"),
        SIGNS,
    )
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
                with VerticalGroup(id="choose"):
                    yield Static("", id="dose", classes="heading", markup=False)
                    yield Static("", id="done", markup=False)
                    yield Static("", id="trials", markup=False)
                    yield Static("", id="blocked", markup=False)
                    yield VerticalGroup(id="signs")
                    yield Static("", id="advice", markup=False)
                    yield OfferList(id="offers")
                    yield Static("", id="details", markup=False)
                yield SessionBox()
            leg = BodyMap(self.journal.outlines, self.journal.catalogue.sites, id="map")
            leg.can_focus = False
            yield leg

    def on_mount(self) -> None:
        """Follow the timer too."""
        super().on_mount()
        self.journal_app.session_changed.subscribe(self, self._session_moved)
        self.call_later(self._arrange)

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
        self.query_one("#dose", Static).update(f"Massage · {data.dose}")
        done = self.query_one("#done", Static)
        done.update(Content("\n").join(_done(each) for each in data.sessions))
        done.display = bool(data.sessions)
        trials = self.query_one("#trials", Static)
        trials.update(visible("\n".join(data.trials), lines=True))
        trials.display = bool(data.trials)
        box = self.query_one("#signs")
        await box.remove_children()
        await box.mount(*(SignBox(sign.level, sign_words(sign)) for sign in data.signs))
        box.display = bool(data.signs)
        self._show_blocked(data)
        self.query_one(OfferList).fill(data.offers)
        self.query_one(OfferList).display = bool(data.offers)
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
            self.query_one(OfferList).focus()
        if mode != self._arranged:
            self._arranged = mode
            self.query_one("#choose").display = mode == "choose"
            box.display = mode != "choose"
            self.set_class(mode != "choose", "-session")
            self._show_details()
            self.refresh_bindings()

    # -- parts --------------------------------------------------------------------------------------------------

    def _show_blocked(self, data: MassageData) -> None:
        day = data.massage
        blocked, advice = self.query_one("#blocked", Static), self.query_one("#advice", Static)
        if data.signs and day.gate is None:
            said = "No massage now: a warning sign is open. Press n to write down who saw it."
        elif day.gate is not None:
            said = f"First five questions about the calf: {day.gate.because}.\nPress enter to answer them."
        elif day.blocked_by:
            said = f"No pressing now: {day.blocked_by}."
            said += "\nPress c to write down what they said." if data.ask_first else ""
        else:
            said = "" if data.offers else "Nothing is proposed now."
        blocked.update(Content(visible(said, lines=True)))
        blocked.display = bool(said)
        advice.update(visible(day.advice))
        advice.display = day.advice not in ("", HONEST)

    def _show_details(self) -> None:
        offer = self._chosen
        self.query_one("#details", Static).update(details(offer, HONEST, sources=self._sources) if offer else "")
        place = (offer.proposal.site, offer.proposal.side) if offer else None
        self._mark(self.session.place if self.session is not None else place)

    def _mark(self, place: tuple[str, Literal["left", "right"]] | None) -> None:
        leg = self.query_one(BodyMap)
        if place is not None and place[0] in self.journal.catalogue.sites:
            leg.view = self.journal.catalogue.sites[place[0]].view
        leg.mark = place

    @property
    def _chosen(self) -> Offer | None:
        option = self.query_one(OfferList).highlighted_option
        return self._offer(option.id) if option is not None and option.id is not None else None

    def _offer(self, wanted: str) -> Offer | None:
        offers = self._data.offers if self._data else ()
        return next((each for each in offers if key(each) == wanted), None)

    @on(OptionList.OptionHighlighted)
    def choose(self, event: OptionList.OptionHighlighted) -> None:
        """Show another technique."""
        event.stop()
        self._show_details()

    # -- what the runner does -----------------------------------------------------------------------------------

    def action_start(self) -> None:
        """Ask what comes first, then how it is before."""
        app, data = self.journal_app, self._data
        if data is None:
            return
        if app.chosen is not None:
            app.tell("A guided massage is for now: ] goes to today. o records one that was done.", severity="warning")
        elif data.massage.gate is not None:
            ask_gate(app, data.massage.gate)
        elif data.massage.ask_conditions and self._chosen is not None:
            ask_conditions(app)
        elif self._chosen is not None:
            self._asking = self._chosen
            self.call_later(self._arrange)
        else:
            app.tell(data.massage.blocked_by or "Nothing is proposed now.", severity="warning")

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


def _done(session: Session) -> Content:
    change = f"{session.change}  " if session.change else ""
    return Content.assemble((f"✓ {session.time:<5}  ", "$text-success"), (change, "bold"), visible(session.what))
