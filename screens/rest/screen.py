"""Rest: the countdown with its evidence, and the way back to running."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from journal.book import Journal
from journal.catalogue.shapes import WalkRunStage
from journal.model import Episode, Rating
from journal.plural import count
from journal.recovery.shapes import EpisodeStatus
from journal.recovery.status import Status
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import BEGIN_SPELL, WELL_AGAIN, Command, bindings
from screens.rest.episode_box import EpisodeBox
from screens.rest.evidence import EpisodeView, view_of
from screens.widgets.rating_row import KEYS


@dataclass(frozen=True, kw_only=True)
class RestData:
    """Everything on Rest: the open episodes, the ladder, and in words the last episode that is over ("" for none).

    Without an open episode `begins` says where one would begin, and with how much rest.
    """

    status: Status
    episodes: tuple[EpisodeView, ...]
    stages: tuple[WalkRunStage, ...]
    last: str = ""
    begins: str = ""


class RestScreen(JournalScreen[RestData]):
    """The countdown of each open episode, what still has to be true, and the ladder of walk and run."""

    SECTION = "rest"
    CSS_PATH = "screen.tcss"
    HELP = """\
## Rest

How many days without running are still needed, and why. `0` to `9` rate the leg that rules the day, `x` is 10. Each
criterion shows its value and the entries it stands on: `✓` is met, `✗` is not yet, `?` was not asked.

Of several sore spells `j` and `k` mark another: digits, more rest and well again are for the marked one. While none is
open `F` begins one.

Zero means ready to run, not well. Then the tests come, and after them the walk–run ladder, one step at a time. `i`
says how each test is done and what each rule rests on. `↓` and `PgDn` go on to what lies below.
"""
    COMMANDS_HERE = (
        Command(
            id="spell-down",
            keys="j",
            action="spell(1)",
            label="Other spell",
            help="Mark the sore spell below",
            footer=True,
        ),
        Command(
            id="spell-up",
            keys="k",
            action="spell(-1)",
            label="Spell above",
            help="Mark the sore spell above",
            footer=True,
        ),
        Command(
            id="more-rest",
            keys="plus",
            action="rest(1)",
            label="More rest",
            help="Plan one more rest day",
            shown_key="+",
            footer=True,
        ),
        replace(WELL_AGAIN, action="well_again"),
        BEGIN_SPELL,
        Command(
            id="sources",
            keys="i",
            action="sources",
            label="Sources",
            help="How each test is done, and where each rule comes from",
            footer=True,
        ),
    )
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self._whole = False
        self._data: RestData | None = None
        self._chosen: str | None = None
        """The id of the episode that was marked; None follows the one that rules the day."""

    def compose_body(self) -> ComposeResult:
        """Filled when the status is known."""
        yield VerticalGroup(id="episodes")

    def read(self, journal: Journal, day: date) -> RestData:
        """The status of the day, with the evidence in words."""
        status = journal.status(day)
        place = journal.spell_place(day)
        before = {each.episode.id: each for each in journal.status(day - timedelta(days=1)).episodes}
        return RestData(
            status=status,
            episodes=tuple(view_of(journal, each, before.get(each.episode.id)) for each in status.episodes),
            stages=tuple(journal.catalogue.stages),
            last=_last(journal, day),
            begins=f"{journal.site_name(*place)}, {count(journal.settings.rest_days, 'rest day')}",
        )

    async def show(self, data: RestData, day: date) -> None:
        """Put the episodes on the screen, or what to press when there is none."""
        self._data = data
        box = self.query_one("#episodes")
        await box.remove_children()
        if not data.episodes:
            await box.mount(Static(_nothing(data), id="nothing"))
        if len(data.episodes) > 1 and data.status.run is not None:
            await box.mount(Static(Content(f"Together: {data.status.run.text}"), id="together"))
        marked = self._marked.episode.id if self._marked is not None and len(data.episodes) > 1 else None
        for view in data.episodes:
            here = view.status.episode.id == marked
            await box.mount(EpisodeBox(view, data.stages, day, self.journal, whole=self._whole, marked=here))
        self.refresh_bindings()

    @property
    def _marked(self) -> EpisodeStatus | None:
        """The episode that keys are for: the one that was marked, else the one that rules the day."""
        if self._data is None:
            return None
        chosen = (each.status for each in self._data.episodes if each.status.episode.id == self._chosen)
        return next(chosen, self._data.status.strictest)

    # -- rating -------------------------------------------------------------------------------------------------

    def take_digit(self, key: str) -> None:
        """Rate the site of the marked episode, else the main site; `-` beside `+` is no 10 here."""
        if key == "minus":
            self.journal_app.tell("Rest is never planned shorter: u takes the last + back. x rates 10")
            return
        main, marked = self.journal.settings.main, self._marked
        place = (marked.episode.site, marked.episode.side) if marked else (main.site, main.side)
        measure = main.measure if place == (main.site, main.side) else "soreness"
        at, known = self.journal_app.moment()
        self.journal_app.record(
            Rating(at=at, time_known=known, site=place[0], side=place[1], measure=measure, score=KEYS[key])
        )

    # -- actions ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What concerns an episode needs one; another can be marked where there are several."""
        if action in NEEDS:
            return self._data is not None and len(self._data.episodes) >= NEEDS[action]
        return super().check_action(action, parameters)

    def action_sources(self) -> None:
        """Show or hide how the passed tests are done, and where each rule comes from."""
        self._whole = not self._whole
        self.reload()

    def action_rest(self, days: int) -> None:
        """Plan more rest for the marked episode; never less."""
        marked = self._marked
        if marked is not None:
            self.journal_app.save(
                lambda: self.journal.more_rest(marked.episode, days),
                lambda episode: f"{count(episode.rest_days, 'rest day')} planned · u undoes",
            )

    def action_well_again(self) -> None:
        """Close the marked episode on the day that is shown."""
        marked, day = self._marked, self.journal_app.chosen
        if marked is not None:
            name = self.journal.site_name(marked.episode.site, marked.episode.side)
            self.journal_app.save(
                lambda: self.journal.end_episode(marked.episode, day), lambda _: f"Well again: {name} · u undoes"
            )

    def action_spell(self, step: int) -> None:
        """Mark another episode, and bring it into sight."""
        if self._data is None or self._marked is None:
            return
        ids = [each.status.episode.id for each in self._data.episodes]
        self._chosen = ids[(ids.index(self._marked.episode.id) + step) % len(ids)]
        for box in self.query(EpisodeBox):
            box.mark(box.episode == self._chosen)
            if box.episode == self._chosen:
                box.scroll_visible(top=True, animate=False)


NEEDS = {"rest": 1, "well_again": 1, "spell": 2}
"""How many open episodes an action needs."""

NOTHING = (
    "[b $primary]No sore spell is open[/]\n\n"
    "So nothing is counted.\n\n"
    "When a leg gets sore: [b $accent]F[/] begins a spell\n"
    "[b]$begins[/b]\n"
    "Another place, or more rest: [b $accent]a[/] and these words\n"
    "[b]flare r calf rest 4[/b]\n\n"
    "Then this counts the days without running that are still needed, says why, "
    "and leads back step by step: rest, tests, walk and run in turn."
)


def _nothing(data: RestData) -> Content:
    """What there is to say without an open episode."""
    last = Content.styled(f"\n\n{visible(data.last)}", "$foreground-muted") if data.last else Content("")
    return Content.assemble(Content.from_markup(NOTHING, begins=visible(data.begins)), last)


def _last(journal: Journal, day: date) -> str:
    """The last episode that was over by `day`, in one line."""
    over = [
        each
        for each in journal.entries(last=day, kinds=("episode",))
        if isinstance(each, Episode) and each.ended_on is not None and each.ended_on <= day
    ]
    ended = max(over, key=lambda each: (each.ended_on or day, each.at), default=None)
    if ended is None or ended.ended_on is None:
        return ""
    name, days = journal.site_name(ended.site, ended.side), (ended.ended_on - ended.day).days + 1
    return f"The last one: {name}, well again on {journal.day_words(ended.ended_on)} after {count(days, 'day')}."
