"""One declaration per command: its key, footer label, tooltip, palette entry and help row all come from it."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from textual.binding import Binding, BindingType
from textual.command import DiscoveryHit, Hit, Hits, Provider

if TYPE_CHECKING:
    from screens.app import JournalApp
    from screens.base import JournalScreen


@dataclass(frozen=True, kw_only=True)
class Command:
    """Something the runner can do with a key.

    `action` is the Textual action it runs, `keys` are comma-separated key names, `label` is a word or two for the
    footer, `help` the sentence for tooltip, palette and help. `footer` puts it in the footer.
    """

    id: str
    keys: str
    action: str
    label: str
    help: str
    footer: bool = False
    shown_key: str | None = None
    group: str = ""
    """Commands of one group share one place in the footer."""
    in_order: bool = True
    """Done before the next key is looked at, so that what is typed fast goes where it was meant to go."""

    @property
    def name(self) -> str:
        """The name of its action, bare."""
        return self.action.split("(")[0].removeprefix("app.")

    @property
    def bindings(self) -> list[Binding]:
        """What Textual listens to; the id is what a keymap in the settings names.

        An action with a `{key}` in it is told which of its keys was pressed: then each key has a binding of its own.
        """
        if "{key}" not in self.action:
            return [self._binding(self.keys, self.action, self.id)]
        return [self._binding(key, self.action.format(key=key), f"{self.id}-{key}") for key in self.keys.split(",")]

    def _binding(self, keys: str, action: str, name: str) -> Binding:
        return Binding(
            keys,
            action,
            self.label,
            show=self.footer,
            key_display=self.shown_key,
            priority=self.in_order,
            tooltip=self.help,
            id=name,
            group=Binding.Group(self.group, compact=True) if self.group else None,
        )


def bindings(*commands: Command) -> list[BindingType]:
    """What a screen or the app gives Textual as BINDINGS."""
    return [binding for command in commands for binding in command.bindings]


SECTIONS = ("today", "rest", "strength", "massage", "body", "trends", "history")
"""The screens, in the order of the bar at the top."""


def screen_class(section: str) -> "type[JournalScreen[Any]]":
    """The screen of a section; its module is imported when it is asked for."""
    found: type[JournalScreen[Any]] = getattr(import_module(f"screens.{section}.screen"), f"{section.title()}Screen")
    return found


SECTION_KEYS = {name: name[0] for name in SECTIONS} | {"trends": "g"}

GO = tuple(
    Command(
        id=f"go-{name}",
        keys=SECTION_KEYS[name],
        action=f"go('{name}')",
        label=name.title(),
        help=told,
    )
    for name, told in (
        ("today", "Days left, check-in and what to do today"),
        ("rest", "The countdown with its evidence, and the way back to running"),
        ("strength", "What to do today instead of running"),
        ("massage", "A guided massage with a timer"),
        ("body", "Both legs as a map"),
        ("trends", "The chart of soreness"),
        ("history", "Everything recorded, month by month"),
    )
)

WELL_AGAIN = Command(
    id="well-again",
    keys="W",
    action="app.well_again",
    label="Well again",
    help="Close the episode: the leg is well again",
)
"""Offered where an episode is seen."""

BEGIN_SPELL = Command(
    id="begin-spell",
    keys="F",
    action="app.begin_spell",
    label="Begin a spell",
    help="Begin a sore spell at the sorest place: it counts the rest days",
)
"""Offered where no episode is open."""

SIGNS = Command(
    id="signs",
    keys="n",
    action="app.signs",
    label="Signs",
    help="Warning signs: what is open, and the questions",
)
"""Offered where warning signs matter."""

EVERYWHERE = (
    Command(
        id="rate",
        keys="0,1,2,3,4,5,6,7,8,9,x,minus",
        action="digit('{key}')",
        label="Rate",
        help="Rate the marked site, 0 to 10; x is 10",
        shown_key="0–9 x",
    ),
    *GO,
    Command(
        id="add",
        keys="a",
        action="quick_entry",
        label="Add",
        help="Write an entry in words: drive 3h yesterday",
        footer=True,
    ),
    Command(id="drive", keys="d", action="ask('drive')", label="Drive", help="Record a drive, in hours"),
    Command(id="laptop", keys="l", action="ask('laptop')", label="Laptop", help="Record laptop on the lap, in hours"),
    Command(id="stairs", keys="w", action="ask('stairs')", label="Stairs", help="Record stairs, in flights"),
    Command(id="function", keys="f", action="ask('function')", label="Function", help="Record function, in percent"),
    Command(id="undo", keys="u", action="undo", label="Undo", help="Take back the last action", footer=True),
    Command(id="redo", keys="U", action="redo", label="Redo", help="Do again what was undone"),
    Command(
        id="day-before",
        keys="left_square_bracket",
        action="move_day(-1)",
        label="Day before",
        help="Go to the day before",
        shown_key="[",
        footer=True,
        group="Day",
    ),
    Command(
        id="day-after",
        keys="right_square_bracket",
        action="move_day(1)",
        label="Day after",
        help="Go to the day after",
        shown_key="]",
        footer=True,
        group="Day",
    ),
    Command(
        id="week-before",
        keys="left_curly_bracket",
        action="move_day(-7)",
        label="Week before",
        help="Go back a week",
        shown_key="{",
    ),
    Command(
        id="week-after",
        keys="right_curly_bracket",
        action="move_day(7)",
        label="Week after",
        help="Go on a week",
        shown_key="}",
    ),
    Command(
        id="scroll",
        keys="down,up,j,k,pagedown,pageup,home,end",
        action="scroll('{key}')",
        label="Scroll",
        help="See what lies below and above; PgDn, PgUp, Home and End too",
        shown_key="↓ ↑",
        in_order=False,
    ),
    Command(id="jump", keys="v", action="jump", label="Jump", help="A letter on every place of the screen: type it"),
    Command(id="search", keys="slash", action="search", label="Search", help="Search all entries", shown_key="/"),
    Command(
        id="own", keys="O", action="own", label="Own", help="Add a site, trigger, exercise or technique of your own"
    ),
    Command(
        id="settings", keys="S", action="settings", label="Settings", help="Your choices: sites, keys, units, theme"
    ),
    Command(
        id="comments", keys="K", action="comments", label="Comments", help="What coach and physio said; approve it"
    ),
    Command(id="import", keys="I", action="take_in", label="Import", help="Take in a file of another app, or a reply"),
    Command(id="report", keys="R", action="report", label="Report", help="Write a report for a physio or a coach"),
    Command(
        id="help",
        keys="question_mark,f1",
        action="help",
        label="Help",
        help="The keys of this screen",
        footer=True,
        shown_key="?",
    ),
    Command(
        id="back",
        keys="escape",
        action="back",
        label="Back",
        help="One step back",
        shown_key="esc",
        in_order=False,
    ),
    Command(id="quit", keys="q", action="leave", label="Quit", help="Close the journal", footer=True, shown_key="q"),
)
"""The commands of the app, on every screen."""


class Palette(Provider):
    """Every command that applies here, with its key, in the command palette."""

    @property
    def _commands(self) -> Iterator[Command]:
        app = cast("JournalApp", self.app)
        for command in app.commands_here(self.screen):
            if "{key}" not in command.action and app.applies(command, self.screen):
                yield command

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands:
            yield DiscoveryHit(self._title(command), partial(self._run, command), help=command.help)

    async def search(self, query: str) -> AsyncIterator[Hit]:
        """Those that fit what was typed."""
        matcher = self.matcher(query)
        for command in self._commands:
            # What a command is called says more than the sentence about it.
            score = max(2 * matcher.match(command.label), matcher.match(command.help))
            if score > 0:
                yield Hit(score, self._title(command), partial(self._run, command), help=command.help)

    async def _run(self, command: Command) -> None:
        app = cast("JournalApp", self.app)
        if self.screen.is_mounted and self.screen.is_attached:  # else its keys could not have been pressed either
            await app.run_action(command.action, app.owner(command, self.screen))

    def _title(self, command: Command) -> str:
        return f"{command.label}  ({cast('JournalApp', self.app).keys_of(command)})"
