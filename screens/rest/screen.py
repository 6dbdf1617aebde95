"""Rest: the countdown with its evidence, and the way back to running."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.widgets import Digits, Static

from journal.book import Journal
from journal.catalogue.shapes import Source
from journal.model import Rating
from journal.recovery.shapes import Criterion, EpisodeStatus
from journal.recovery.status import Status
from journal.recovery.text import told
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import WELL_AGAIN, Command, bindings
from screens.widgets.rating_row import KEYS

MARKS = {True: ("✓", "$text-success"), False: ("✗", "$text-warning"), None: ("?", "$text-muted")}
"""A criterion that is met, one that is not yet, one that was not asked."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A criterion with the entries it stands on, in words."""

    criterion: Criterion
    entries: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True)
class EpisodeView:
    """One episode on this screen. `change` says what moved since the day before, "" when nothing did."""

    status: EpisodeStatus
    name: str
    criteria: tuple[Evidence, ...]
    tests: tuple[Evidence, ...]
    change: str


@dataclass(frozen=True, kw_only=True)
class RestData:
    """Everything on Rest: the open episodes, and the stages of the ladder as (number, name, how)."""

    status: Status
    episodes: tuple[EpisodeView, ...]
    stages: tuple[tuple[int, str, str], ...]


class RestScreen(JournalScreen[RestData]):
    """The countdown of each open episode, what still has to be true, and the ladder of walk and run."""

    SECTION = "rest"
    CSS_PATH = "screen.tcss"
    HELP = """\
## Rest

How many days without running are still needed, and why. `0` to `9` rate the leg that rules the day, `x` is 10. Each
criterion shows its value and the entries it stands on: `✓` is met, `✗` is not yet, `?` was not asked.

Zero means ready to run, not well. Then the tests come, and after them the walk–run ladder, one step at a time.
"""
    COMMANDS_HERE = (
        Command(
            id="more-rest",
            keys="plus",
            action="rest(1)",
            label="More rest",
            help="Plan one more rest day",
            shown_key="+",
            footer=True,
        ),
        WELL_AGAIN,
        Command(
            id="sources",
            keys="i",
            action="sources",
            label="Sources",
            help="Where each rule comes from",
            footer=True,
        ),
    )
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self._sources = False
        self._data: RestData | None = None

    def compose_body(self) -> ComposeResult:
        """Filled when the status is known."""
        yield VerticalGroup(id="episodes")

    def read(self, journal: Journal, day: date) -> RestData:
        """The status of the day, with the evidence in words."""
        status = journal.status(day)
        before = {each.episode.id: each for each in journal.status(day - timedelta(days=1)).episodes}
        return RestData(
            status=status,
            episodes=tuple(_view(journal, each, before.get(each.episode.id)) for each in status.episodes),
            stages=tuple((stage.stage, stage.name, stage.how) for stage in journal.catalogue.stages),
        )

    async def show(self, data: RestData, day: date) -> None:
        """Put the episodes on the screen, or what to press when there is none."""
        self._data = data
        box = self.query_one("#episodes")
        await box.remove_children()
        if not data.episodes:
            await box.mount(Static(NOTHING, id="nothing"))
        if len(data.episodes) > 1 and data.status.run is not None:
            await box.mount(Static(Content(f"Together: {data.status.run.text}"), id="together"))
        for view in data.episodes:
            await box.mount(EpisodeBox(view, data.stages, day, sources=self._sources))
        self.refresh_bindings()

    # -- rating -------------------------------------------------------------------------------------------------

    def take_digit(self, key: str) -> None:
        """Rate the site of the episode that rules the day, else the main site."""
        main = self.journal.settings.main
        strictest = self._data.status.strictest if self._data is not None else None
        place = (strictest.episode.site, strictest.episode.side) if strictest else (main.site, main.side)
        measure = main.measure if place == (main.site, main.side) else "soreness"
        at, known = self.journal_app.moment()
        self.journal_app.record(
            Rating(at=at, time_known=known, site=place[0], side=place[1], measure=measure, score=KEYS[key])
        )

    # -- actions ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What concerns an episode needs one."""
        if action == "rest":
            return bool(self._data is not None and self._data.episodes)
        return super().check_action(action, parameters)

    def action_sources(self) -> None:
        """Show or hide where each rule comes from."""
        self._sources = not self._sources
        self.reload()

    def action_rest(self, days: int) -> None:
        """Plan more rest for the episode that rules the day; never less."""
        strictest = self._data.status.strictest if self._data is not None else None
        if strictest is not None:
            self.journal_app.save(
                lambda: self.journal.plan_rest(strictest.episode, strictest.episode.rest_days + days),
                lambda episode: f"{episode.rest_days} rest days planned · u undoes",
            )


NOTHING = Content.from_markup(
    "No sore spell is open, so nothing is counted.\n\n"
    "When one begins: press [b]a[/b] and write  [b]flare l upper outer calf rest 4[/b]"
)


class EpisodeBox(VerticalGroup):
    """One episode: headline, criteria, the way back."""

    def __init__(
        self, view: EpisodeView, stages: tuple[tuple[int, str, str], ...], day: date, *, sources: bool
    ) -> None:
        super().__init__()
        self._sources = sources
        self._view = view
        self._stages = stages
        self._day = day

    def compose(self) -> ComposeResult:
        """From the number to the ladder."""
        status, rest = self._view.status, self._view.status.rest
        yield Static(Content(f"{self._view.name} · day {status.day} · {status.phase}"), classes="heading")
        with HorizontalGroup(classes="headline"):
            yield Digits(str(rest.days_left))
            with VerticalGroup():
                yield Static(Content(rest.sentence), classes="sentence")
                yield Static(Content(self._earliest()), classes="muted")
                if self._view.change:
                    yield Static(Content(self._view.change), classes="muted")
        yield Static(Content(f"{status.phase.title()}: {status.phase_why}"), classes="muted")
        yield Static("What still has to be true", classes="heading")
        yield Static(Content("\n").join(_lines(self._view.criteria, self._sources)), classes="criteria")
        yield Static("The way back", classes="heading")
        yield Static(Content(status.run.text))
        if self._view.tests:
            yield Static("Tests before stage 1", classes="heading")
            yield Static(Content("\n").join(_lines(self._view.tests, self._sources)), classes="criteria")
        yield Static("The ladder", classes="heading")
        yield Static(Content("\n").join(self._ladder()), classes="ladder")

    def _earliest(self) -> str:
        left = self._view.status.rest.days_left
        if left == 0:
            return "Ready to run is not the same as well: the tests and the ladder come next."
        first = self._day + timedelta(days=left)
        return f"running at the earliest {first:%a} {first.day} {first:%b}"

    def _ladder(self) -> Iterator[Content]:
        run = self._view.status.run
        for number, name, how in self._stages:
            here = number == run.stage
            clean = run.last_clean is not None and number <= run.last_clean
            sign = "▸" if here else "✓" if clean else " "
            style = "bold" if here else "$text-success" if clean else "$text-muted"
            yield Content.assemble((f"{sign} {number}  {name}", style), (f"  {how}" if here else "", ""))


def _lines(criteria: tuple[Evidence, ...], with_sources: bool) -> Iterator[Content]:
    for each in criteria:
        sign, style = MARKS[each.criterion.met]
        yield Content.assemble((sign, f"{style} bold"), f" {told(each.criterion)}")
        for entry in each.entries:
            yield Content.assemble((f"    {entry}", "$text-muted"))
        for source in each.sources if with_sources else ():
            yield Content.assemble((visible(f"    [{source.id}] {source.title} {source.address}"), "$text-muted"))


def _view(journal: Journal, status: EpisodeStatus, before: EpisodeStatus | None) -> EpisodeView:
    return EpisodeView(
        status=status,
        name=journal.site_name(status.episode.site, status.episode.side),
        criteria=tuple(_evidence(journal, each) for each in status.rest.criteria),
        tests=tuple(_evidence(journal, each) for each in status.run.tests),
        change=_change(status, before),
    )


def _evidence(journal: Journal, criterion: Criterion, most: int = 3) -> Evidence:
    known = journal.catalogue.sources
    entries = [entry for each in criterion.evidence[-most:] if (entry := journal.find(each)) is not None]
    return Evidence(
        criterion=criterion,
        sources=tuple(known[each] for each in criterion.sources if each in known),
        entries=tuple(f"{journal.day_words(entry.day)}  {journal.tell(entry)}" for entry in entries),
    )


def _change(now: EpisodeStatus, before: EpisodeStatus | None) -> str:
    if before is None:
        return ""
    changes = []
    if now.rest.days_left != before.rest.days_left:
        changes.append(f"{before.rest.days_left} → {now.rest.days_left} days left")
    if now.rest.good_days != before.rest.good_days:
        changes.append(f"{before.rest.good_days} → {now.rest.good_days} good days")
    if now.phase != before.phase:
        changes.append(f"{before.phase} → {now.phase}")
    return f"since the day before: {', '.join(changes)}" if changes else ""
