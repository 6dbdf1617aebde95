"""What may be massaged today: the day's dose, what was done, the ways to do it, the chosen one in words."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from journal.glancing import sign_words
from journal.recovery.massage import HONEST
from journal.visible import visible
from screens.massage.data import Done, MassageData, Offer
from screens.massage.offers import OfferList, details, key
from screens.widgets.hanging import HangingLines, Hung, plain
from screens.widgets.signs import SignBox
from screens.widgets.steady import Steady


class ChoosePane(VerticalGroup):
    """Shows the day and lets one way be chosen; says what stands in the way."""

    def __init__(self) -> None:
        super().__init__(id="choose")
        self._data: MassageData | None = None

    def compose(self) -> ComposeResult:
        """From the day's dose to how it is done."""
        yield Steady("", id="dose", markup=False)
        yield Steady("", id="done", markup=False)
        yield Steady("", id="trials", markup=False)
        yield Steady("", id="blocked", markup=False)
        yield HangingLines(id="asked")
        yield VerticalGroup(id="signs")
        yield Steady("", id="advice", markup=False)
        yield OfferList(id="offers")
        yield HangingLines(id="details")

    @property
    def offers(self) -> OfferList:
        """The list."""
        return self.query_one(OfferList)

    @property
    def chosen(self) -> Offer | None:
        """The way that is marked."""
        option = self.offers.highlighted_option
        every = self._data.offers if self._data is not None else ()
        return next((each for each in every if option is not None and key(each) == option.id), None)

    async def show(self, data: MassageData) -> None:
        """Put the day on the screen."""
        self._data = data
        self.query_one("#dose", Static).update(_dose(data))
        done = self.query_one("#done", Static)
        done.update(Content("\n").join(_done(each) for each in data.sessions))
        done.display = bool(data.sessions)
        trials = self.query_one("#trials", Static)
        trials.update(visible("\n".join(data.trials), lines=True))
        trials.display = bool(data.trials)
        box = self.query_one("#signs")
        await box.remove_children()
        await box.mount(*(SignBox(sign.level, sign_words(sign, data.date_format)) for sign in data.signs))
        box.display = bool(data.signs)
        asked = self.query_one("#asked", HangingLines)
        asked.hang(_asked(data.questions))
        asked.display = bool(data.questions)
        self._show_blocked(data)
        self.offers.fill(data.offers)
        self.offers.display = bool(data.offers)

    def tell(self, *, sources: bool) -> None:
        """The chosen way in words; with `sources` also where it comes from."""
        offer = self.chosen
        self.query_one("#details", HangingLines).hang(details(offer, HONEST, sources=sources) if offer else ())

    def _show_blocked(self, data: MassageData) -> None:
        day = data.massage
        blocked, advice = self.query_one("#blocked", Static), self.query_one("#advice", Static)
        if data.signs and (day.gate is None or data.all_held):
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


def _dose(data: MassageData) -> Content:
    """The day's dose, with a mark for each session that was done or is still to come."""
    day = data.massage
    marks = f"  {'●' * day.done}{'○' * max(0, day.goal - day.done)}" if day.goal else ""
    return Content.assemble((f"Massage · {data.dose}", "bold $primary"), (marks, "$accent"))


def _asked(questions: tuple[str, ...]) -> Iterator[Hung]:
    """What comes before a massage, how it is answered, and what follows."""
    yield plain(Content.styled("What is asked", "bold $primary"))
    for number, question in enumerate(questions, 1):
        yield Hung(Content.styled(f" {number} ", "$primary bold"), Content(visible(question)))
    yield plain("")
    yield plain("One key each, y or n. When all are no, the ways to massage today stand here.")


def _done(session: Done) -> Content:
    change = f"{session.change}  " if session.change else ""
    return Content.assemble((f"✓ {session.time:<5}  ", "$text-success"), (change, "bold"), visible(session.what))
