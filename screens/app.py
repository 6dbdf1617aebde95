"""The app: its screens, the chosen day, and what is the same on every screen."""

import asyncio
import gc
import os
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import work
from textual.dom import DOMNode
from textual.reactive import var
from textual.screen import Screen
from textual.signal import Signal

from journal.errors import JournalError
from journal.glance import Glance
from screens.commands import EVERYWHERE, SECTIONS, Command, Palette, bindings, screen_class
from screens.dialogs import DialogsApp
from screens.themes import THEMES, variable_defaults

if TYPE_CHECKING:
    from journal.book import Journal
    from screens.massage.session import MassageSession

WATCHDOG = "RECOVERY_JOURNAL_WATCHDOG"
"""This variable names the file of a watchdog over the UI thread (`screens.watchdog`)."""

BREATH = 1.0
"""Seconds after an answer in which a key that answers opens no other questions."""

ALWAYS = frozenset({"quit", "help_quit", "command_palette", "back", "focus_next", "focus_previous"})
"""Actions that work while something is typed and while a dialog is open."""


def _section(name: str) -> Screen[None]:
    return screen_class(name)()


class JournalApp(DialogsApp):
    """The recovery journal on the terminal. The result of `run` is the exit status."""

    TITLE = "Recovery journal"
    CSS_PATH = ["app.tcss", "today/screen.tcss"]
    COMMANDS = {Palette}
    BINDINGS = bindings(*EVERYWHERE)
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (80, "-normal"),
        (110, "-wide"),
        (170, "-huge"),
    ]
    VERTICAL_BREAKPOINTS = [
        (0, "-tiny"),
        (16, "-short"),
        (24, "-medium"),
        (36, "-tall"),
    ]
    SCREENS = {name: partial(_section, name) for name in SECTIONS}

    chosen: var[date | None] = var[date | None](None)
    """The day that is looked at; None follows the clock."""

    def __init__(self, journal: "Journal", *, ask_first: bool = True, look_aside: bool = True) -> None:
        """The app on a journal. `ask_first`: begin with the first run; `look_aside`: work numbers out aside."""
        super().__init__(journal)
        self.look_aside = look_aside
        self.asked_until = float("-inf")
        """When, on the clock that only goes on, the last questions were answered."""
        self.glance: Glance | None = journal.glance()
        """What the first frame shows: today's figures, where they are known before the journal is open."""
        self.session: MassageSession | None = None
        """The guided massage that is under way; it goes on when its screen is left."""
        self.session_changed: Signal[None] = Signal(self, "session-changed")
        """Published when the massage under way has moved on, began or ended."""
        self._ask_first = ask_first
        self.status = 0
        """The exit status when the app is closed."""
        for theme in THEMES:
            self.register_theme(theme)
        self.use_first_theme(self.glance)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that are not ours."""
        return variable_defaults(self.current_theme.dark)

    def get_default_screen(self) -> Screen[None]:
        """Today, which is always there; the other sections stand above it, one at a time."""
        return self._sized("today")

    def _sized(self, section: str) -> Screen[None]:
        """The screen of a section, given the classes of its size before it is mounted: later, all is styled twice."""
        screen: Screen[None] = self.get_screen(section)
        if not screen.is_running:
            for length, steps in (
                (self.size.width, self.HORIZONTAL_BREAKPOINTS),
                (self.size.height, self.VERTICAL_BREAKPOINTS),
            ):
                screen.add_class(max(step for step in steps if step[0] <= length)[1], update=False)
        return screen

    def get_screen(self, screen: Any, screen_class: Any = None) -> Any:
        """A screen, with its style sheet read: where the toolkit finds it missing, it parses all sheets again."""
        found = super().get_screen(screen, screen_class)
        for path in found.css_path:
            if not self.stylesheet.has_source(str(path)):
                self.stylesheet.read(path)
        return found

    # -- start --------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Open the journal after the first paint."""
        watched = os.environ.get(WATCHDOG)
        if watched:
            from screens.watchdog import Watchdog

            watchdog = Watchdog(asyncio.get_running_loop(), Path(watched))
            watchdog.start()
            self.journal.write = watchdog.watching(self.journal.write)  # type: ignore[method-assign]
        if self.journal.is_open:
            self._open()
        else:
            self.call_after_refresh(self._open)

    @work(group="open", exit_on_error=False)
    async def _open(self, *, asked: bool = False) -> None:
        """Open the journal and begin; when it cannot be used as it is, ask what to do (`asked`: that was done)."""
        if not gc.isenabled():
            # What the first frame needed stays: no later look for rubbish, which lets keys wait, goes over it again.
            gc.freeze()
            gc.enable()
        try:
            if not self.journal.is_open:
                await asyncio.to_thread(self._read_in)
        except JournalError as error:
            self._ask_what_to_do(error)
            return
        if self.journal.only_reading is not None and not asked:
            self._ask_what_to_do(self.journal.only_reading)
        else:
            await self._begin()

    def _ask_what_to_do(self, error: JournalError) -> None:
        from screens.damaged.screen import ask_what_to_do

        self.opened.clear()
        ask_what_to_do(self, error, lambda: self._open(asked=True))

    @work(group="look-over", exit_on_error=False)
    async def _look_over(self) -> None:
        """Look at the structure of the journal once Today can be painted."""
        try:
            await asyncio.to_thread(self.journal.look_over)
        except JournalError as error:
            self._ask_what_to_do(error)

    async def _begin(self) -> None:
        """Show what the journal holds, and go on looking at it."""
        self.opened.set()
        self.begin_looking()
        if self.journal.only_reading is None:
            self._look_over()
        self.use_theme()
        self.use_motion()
        self.use_keys()
        from screens.beginning import begin

        await begin(self, ask_first=self._ask_first)

    def _read_in(self) -> None:
        """Open the journal, and read what every screen asks for: in a thread, so that no key waits for it."""
        self.journal.open(look_over=False)
        self.journal.settings, self.journal.catalogue  # noqa: B018 - read once, then kept

    # -- the day ------------------------------------------------------------------------------------------------

    @property
    def day(self) -> date:
        """The journal day that is looked at and written to."""
        return self.chosen or self.journal.clock.today()

    def watch_chosen(self) -> None:
        """Every screen shows the chosen day."""
        self.journal_changed.publish(None)

    def action_move_day(self, days: int) -> None:
        """Look at another day; never at the future."""
        self.in_turn(lambda: self._move_day(days))

    def _move_day(self, days: int) -> None:
        today = self.journal.clock.today()
        target = min(self.day + timedelta(days=days), today)
        self.chosen = None if target == today else target

    def moment(self) -> tuple[datetime, bool]:
        """When something recorded now happened, and whether the time of day is known: now, or 12:00 of a past day."""
        if self.chosen is None:
            return self.journal.clock.now(), True
        return self.journal.clock.at(self.day, time(12)), False

    def action_well_again(self) -> None:
        """Close the open episode on the chosen day; with several open the refusal says how to name one."""
        day = self.chosen
        self.save(
            lambda: self.journal.log(["well again"], day=day),
            lambda logged: f"{logged.said[0].capitalize()} · u undoes",
        )

    def action_begin_spell(self) -> None:
        """Begin a sore spell at the sorest place of the chosen day, or at the main site, with the usual rest."""
        at, known = self.moment()
        self.save(
            lambda: self.journal.begin_spell(at, time_known=known),
            lambda spell: self.told((spell,)),
            saved=lambda spell: self.say_due((spell,)),
        )

    async def action_leave(self) -> None:
        """Close the journal."""
        await self.action_quit()

    async def action_quit(self) -> None:
        """Close when every write under way is durable, and the massage under way is kept."""
        if not self.leaving:
            self.leaving = True
            self._leave()

    @work(group="leave")
    async def _leave(self) -> None:
        """Not in the action: the screen goes on meanwhile. Where a write fails the app stays, with what was typed."""
        failed = self.unsaved
        await self.put_away()
        self.leaving = False
        if self.unsaved == failed:
            error = self.keep_typed()
            if error is None:
                self.exit(self.status)
            else:
                self.tell(f"{error} Esc gives it up", severity="error")

    async def put_away(self) -> None:
        """Keep the massage under way, and wait for the writes."""
        if self.session is not None:
            await self.session.put_away()
        await super().put_away()

    def action_digit(self, key: str) -> None:
        """Give a digit to the screen, for the day that is shown now."""
        self.screen.take_digit(key)  # type: ignore[attr-defined]

    # -- going about --------------------------------------------------------------------------------------------

    def action_go(self, section: str) -> None:
        """Show a section."""
        self.in_turn(lambda: self._go(section))

    def _go(self, section: str) -> None:
        while not self._at_section:
            self.pop_screen()
        self.shown(section)
        # A mode of its own for each section would wait 50 ms at every change.
        above = len(self.screen_stack) > 1
        if section == "today":
            if above:
                self.pop_screen()
        elif above:
            self.switch_screen(self._sized(section))
        else:
            self.push_screen(self._sized(section))

    @property
    def front(self) -> Screen[Any]:
        """The screen in front; dialogs may lie over it."""
        return next(screen for screen in reversed(self.screen_stack) if not screen.is_modal)

    @property
    def _at_section(self) -> bool:
        """False while a dialog is open."""
        return self.is_screen_installed(self.screen)

    async def action_back(self) -> None:
        """One step back: from a dialog, within a screen, then to today's day, then to Today."""
        if getattr(self.screen, "step_back", lambda: False)():
            return
        if not self._at_section:
            self.pop_screen()
        elif self.chosen is not None:
            self.in_turn(lambda: setattr(self, "chosen", None))
        else:
            self.action_go("today")

    def action_scroll(self, key: str) -> None:
        """Move over the screen where nothing that has the focus takes the key, by a line, a page, or to an end."""
        body = self.screen.query_one("#body")
        moves = {
            "down": body.scroll_down,
            "j": body.scroll_down,
            "up": body.scroll_up,
            "k": body.scroll_up,
            "pagedown": body.scroll_page_down,
            "pageup": body.scroll_page_up,
            "home": body.scroll_home,
            "end": body.scroll_end,
        }
        moves[key](animate=False)

    def action_search(self) -> None:
        """Search where the screen can, else in History. The keys that follow are typed into the search at once."""
        if not hasattr(self.screen, "action_search_here"):
            self._go("history")
        self.screen.action_search_here()  # type: ignore[attr-defined]

    @work(group="signs", exit_on_error=False)
    async def action_signs(self) -> None:
        """What is open, and how it ends; with nothing open, the questions.

        `n` also answers no: pressed once too often it must not open questions that the next one answers unread.
        """
        from screens.gate.flow import ask_signs, show_signs

        if self.journal.clock.ticks() - self.asked_until < BREATH:
            return
        await self.opened.wait()
        signs = (await asyncio.to_thread(self.journal.status, self.day)).signs
        if signs:
            show_signs(self, signs)
        else:
            ask_signs(self)

    def action_report(self) -> None:
        """Choose what goes into a report, and write it."""
        from screens.report.screen import ReportScreen

        self.push_screen(ReportScreen(self.day))

    # -- commands -----------------------------------------------------------------------------------------------

    def commands_here(self, screen: Screen[Any]) -> Iterator[Command]:
        """The commands of a screen, then those of the app."""
        yield from getattr(screen, "COMMANDS_HERE", ())
        yield from EVERYWHERE
        yield from self.own_commands

    def applies(self, command: Command, screen: Screen[Any]) -> bool:
        """True when a command can be used on `screen`, also while a dialog (the palette, the help) lies over it."""
        if self.owner(command, screen) is screen:
            return bool(screen.check_action(command.name, ()))
        return command.name in ALWAYS if screen.is_modal else self._offered(command.name, screen)

    def _offered(self, action: str, screen: Screen[Any]) -> bool:
        """True when an action of the app means something on `screen`."""
        if action == "digit":
            return hasattr(screen, "take_digit")
        return {"well_again": self.sore, "begin_spell": not self.sore}.get(action, True)

    def owner(self, command: Command, screen: Screen[Any]) -> DOMNode:
        """What does a command: the screen, or the app."""
        return screen if hasattr(screen, f"action_{command.name}") else self

    @property
    def typing(self) -> bool:
        """True while keys are characters of a text."""
        return self.focused is not None and self.focused.check_consume_key("a", "a")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The commands of the app sleep while something is typed and while a dialog is open."""
        if action in ALWAYS or not self.screen_stack:
            return True
        return not self.typing and not self.screen.is_modal and self._offered(action, self.screen)
