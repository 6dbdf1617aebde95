"""Planning a self-trial in three choices, and looking at one that goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.analysis.self_trial import DAYS, QUICK_LOOK, TrialDay, plan
from journal.analysis.self_trial import on as with_it
from journal.analysis.wording import compared, trial_today
from journal.book import Journal
from journal.model import Side
from journal.visible import visible
from screens.dialog import Dialog, Options

LENGTHS = (
    (DAYS, "4 weeks: finds a difference of 1 point in 86 to 99 of 100 trials"),
    (QUICK_LOOK, "2 weeks, a quick look: finds 1 point in 61 to 84 of 100"),
    (2 * DAYS, "8 weeks: for less than 1 point; half a point takes longer still"),
)
KEPT = (
    "In each pair of days a coin decides which one has it. Massage in the evening; the next day's ratings are compared."
    " A warning sign, or pain over 5, ends it. It is information: leave a massage out whenever you want to."
)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What was chosen: ids of techniques (None: no massage), and days."""

    technique: str
    against: str | None
    days: int


class PlanTrial(Dialog[Wanted]):
    """Asks what to try, against what, for how long; gives that, or nothing."""

    CSS_PATH = "trial.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "back", "Back", show=False),
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
    ]

    def __init__(self, journal: Journal, site: str, side: Side) -> None:
        super().__init__()
        self._place = journal.site_name(site, side)
        self._known = {each.id: each.name for each in journal.catalogue.techniques.values() if site in each.sites}
        self._chosen: list[str] = []

    def compose(self) -> ComposeResult:
        """The question, its answers, what is said before it starts."""
        with VerticalScroll(id="trial", can_focus=False):
            yield Static("", id="ask", classes="heading", markup=False)
            yield Options(id="choices", markup=False)
            yield Static("Enter chooses · Esc goes one step back", id="hint", markup=False)
            yield Static(KEPT, id="power", markup=False)

    def on_mount(self) -> None:
        """Begin with the technique."""
        self._fill()

    def _choices(self) -> tuple[str, list[tuple[str, str]]]:
        match self._chosen:
            case []:
                return f"Try it on the {self._place}: what?", list(self._known.items())
            case [technique]:
                others = [(each, name) for each, name in self._known.items() if each != technique]
                return f"{self._known[technique]}: against what?", [("", "No massage"), *others]
            case _:
                return "For how long?", [(str(days), words) for days, words in LENGTHS]

    def _fill(self) -> None:
        title, choices = self._choices()
        self.query_one("#ask", Static).update(visible(title))
        shown = self.query_one(OptionList)
        shown.set_options(Option(Content(visible(words)), id=f"choice-{value}") for value, words in choices)
        shown.highlighted = 0 if choices else None
        shown.focus()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """One more is chosen; the last one closes."""
        event.stop()
        self._chosen.append((event.option_id or "").removeprefix("choice-"))
        if len(self._chosen) == 3:
            technique, against, days = self._chosen
            self.dismiss(Wanted(technique=technique, against=against or None, days=int(days)))
        else:
            self._fill()

    def action_move(self, step: int) -> None:
        """Down or up."""
        shown = self.query_one(OptionList)
        shown.action_cursor_down() if step > 0 else shown.action_cursor_up()

    def action_back(self) -> None:
        """One step back, at the first one away."""
        if self._chosen:
            self._chosen.pop()
            self._fill()
        else:
            self.dismiss(None)


class TrialScreen(Dialog[bool]):
    """A trial that goes on, with its whole plan; gives True when the runner ends it."""

    CSS_PATH = "trial.tcss"
    BINDINGS: ClassVar = [
        Binding("escape,q,enter", "dismiss(False)", "Back", show=False),
        Binding("E", "dismiss(True)", "End it", show=False),
    ]

    def __init__(self, now: TrialDay, journal: Journal) -> None:
        super().__init__()
        self._now = now
        self._journal = journal

    def compose(self) -> ComposeResult:
        """What today is, the plan week by week, how it ends."""
        trial, catalogue = self._now.trial, self._journal.catalogue
        other = "no massage" if trial.against is None else catalogue.techniques[trial.against].name
        with VerticalScroll(id="trial", can_focus=False):
            yield Static(visible(compared(trial, catalogue)), id="ask", classes="heading", markup=False)
            yield Static(
                visible(trial_today(self._now, catalogue, self._journal.settings.date_format)), id="now", markup=False
            )
            yield Static(Content("\n").join(_weeks(self._now, self._journal)), id="plan", markup=False)
            yield Static(
                visible(f"● {catalogue.techniques[trial.technique].name}   ○ {other}   seed {trial.seed}"),
                id="legend",
                markup=False,
            )
            yield Static("Esc goes back · E ends it now (u takes that back)", id="hint", markup=False)
            yield Static(KEPT, id="power", markup=False)


def _weeks(now: TrialDay, journal: Journal) -> Sequence[Content]:
    """A line for each week of the plan; the day that it is stands in brackets."""
    trial, days = now.trial, plan(now.trial)
    starts = [journal.day_words(trial.start + timedelta(days=first)) for first in range(0, len(days), 7)]
    lines = []
    for week, start in enumerate(starts):
        first = 7 * week
        cells = []
        for number in range(first, min(first + 7, len(days))):
            day = trial.start + timedelta(days=number)
            mark = "●" if with_it(trial, day) else "○"
            cells.append(f"[{mark}]" if day == now.day else f" {mark} ")
        lines.append(Content(f"{start:{max(map(len, starts))}}  {''.join(cells)}"))
    return lines
