"""A guided massage on the screen: the score before it, the timer, the score after it."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Digits, Static

from journal.recovery.shapes import Step
from journal.settings import Tracked
from journal.visible import visible
from screens.massage.data import Offer
from screens.massage.session import MassageSession, clock_words
from screens.widgets.rating_row import RatingRow
from screens.widgets.steady import Steady

BAR = 40
"""The most cells of the bar."""


class SessionBox(VerticalGroup):
    """Shows one of three things: the question before, the timer, the question after. Never fills in a score."""

    def __init__(self) -> None:
        super().__init__(id="session")

    def compose(self) -> ComposeResult:
        """What it is, a question or the timer, the steps."""
        yield Steady("", id="what", classes="heading", markup=False)
        yield Steady("", id="question", markup=False)
        yield VerticalGroup(id="answer")
        yield Digits("", id="remaining")
        yield Steady("", id="step", markup=False)
        yield Steady("", id="progress", markup=False)
        yield Steady("", id="steps", markup=False)

    async def ask_before(self, offer: Offer) -> None:
        """Ask how it is before a massage."""
        proposal = offer.proposal
        self._timer_display(False)
        self.query_one("#what", Static).update(visible(f"{offer.technique.name} · {offer.place}"))
        self.query_one("#question", Static).update("How is it now, before it? 0 to 9, x is 10; enter starts without.")
        self.query_one("#steps", Static).update(Content(visible(offer.technique.setup)))
        await self._ask(Tracked(proposal.site, proposal.side), "before")

    async def ask_after(self, session: MassageSession, title: str) -> None:
        """Ask how it is after one."""
        self._timer_display(False)
        worked, before = clock_words(session.timer.worked), session.before
        known = f" Before it: {before}." if before is not None else ""
        self.query_one("#what", Static).update(visible(title))
        ended = session.of_another_day
        on = f" on {session.journal.day_words(ended.date())} at {ended:%H:%M}" if ended else ""
        how = "How was it right after it?" if ended else "How is it now, after it?"
        self.query_one("#question", Static).update(
            f"Done{on}: {worked} of massage.{known}\n{how} 0 to 9, x is 10; enter records without."
        )
        self.query_one("#steps", Static).update("")
        await self._ask(Tracked(*session.place), "after")

    async def show_timer(self, session: MassageSession, title: str) -> None:
        """Show how far it is."""
        await self._ask(None, "")
        self._timer_display(True)
        here, timer = session.position, session.timer
        self.query_one("#what", Static).update(visible(title))
        self.query_one("#question", Static).update("" if timer.running else "‖ Paused: space goes on")
        self.query_one("#remaining", Digits).update(clock_words(here.remaining))
        self.query_one("#step", Static).update(visible(here.step.label))
        width = max(10, min(BAR, self.size.width - 16))
        full = round(width * timer.elapsed / timer.total) if timer.total else width
        self.query_one("#progress", Static).update(f"{'█' * full}{'░' * (width - full)}  {clock_words(here.left)} left")
        self.query_one("#steps", Static).update(Content("\n").join(_steps(timer.steps, here.index)))

    def rating(self) -> RatingRow | None:
        """The row that asks, None while nothing is asked."""
        return next(iter(self.query(RatingRow)), None)

    async def _ask(self, place: Tracked | None, label: str) -> None:
        box = self.query_one("#answer")
        shown = self.rating()
        if place is None and shown is None:
            return
        if shown is not None and shown.tracked == place and shown.label == label:
            return
        await box.remove_children()
        if place is not None:
            row = RatingRow(place, label)
            row.can_focus = False
            await box.mount(row)

    def _timer_display(self, on: bool) -> None:
        for each in ("#remaining", "#step", "#progress"):
            self.query_one(each).display = on
        # The step of now stands above in full: here each keeps to its line.
        for each in ("#question", "#steps"):
            self.query_one(each).set_class(on, "-listed")


def _steps(steps: tuple[Step, ...], here: int) -> Iterator[Content]:
    for number, step in enumerate(steps):
        mark = "✓" if number < here else "▸" if number == here else "·"
        style = "bold" if number == here else "$foreground-muted"
        seconds = clock_words(step.seconds) if step.seconds else ""
        yield Content.assemble((f"{mark} {seconds:>5}  {visible(step.label)}", style))
