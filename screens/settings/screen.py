"""Settings: every choice in one list, with what it means; each is saved as it is made."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from journal.book import Journal
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import Command, bindings
from screens.dialog import Options
from screens.settings.editing import edit, theme_names
from screens.settings.rows import BACKUPS, Row, about, line, rows
from screens.widgets.search_line import SearchLine

LONGEST = 4
"""The most digits of a number."""


@dataclass(frozen=True, kw_only=True)
class SettingsData:
    """Every line."""

    rows: tuple[Row, ...]


class SettingsScreen(JournalScreen[SettingsData]):
    """One list in groups; beside or below it what the marked setting is."""

    SECTION = "settings"
    CSS_PATH = "screen.tcss"
    HELP = """\
## Settings

Every choice with what it means. `enter` changes what is marked: it turns on or off, opens a list, or takes the number
you typed. `←` `→` step through numbers and choices, `delete` goes back to the default, `/` finds a setting by a word.

A choice is saved at once, in `settings.toml` in the data folder. Undo does not touch it.
"""
    COMMANDS_HERE = (
        Command(id="change", keys="enter,space", action="change", label="Change", help="Change it", footer=True),
        Command(id="step-down", keys="left", action="step(-1)", label="Less", help="One less, or the choice before"),
        Command(id="step-up", keys="right", action="step(1)", label="More", help="One more, or the next choice"),
        Command(
            id="usual",
            keys="delete",
            action="usual",
            label="Default",
            help="Back to the default",
            footer=True,
            shown_key="del",
        ),
        Command(id="down", keys="j", action="cursor(1)", label="Down", help="The setting below"),
        Command(id="up", keys="k", action="cursor(-1)", label="Up", help="The setting above"),
        Command(id="rub-out", keys="backspace", action="rub_out", label="Rub out", help="Take the last digit back"),
    )
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self._data: SettingsData | None = None
        self._typed: str | None = None
        self._typed_into = ""
        self._find = SearchLine("/ finds a setting by a word", "find")

    def compose_body(self) -> ComposeResult:
        """The line to find with, the list, what the marked one is."""
        yield self._find
        with VerticalScroll(id="mistakes"):
            yield Static("", id="left-out", markup=False)
        with Horizontal(id="columns"):
            yield Options(id="rows", markup=False)
            with VerticalScroll(id="about"):
                yield Static("", id="told", markup=False)

    def read(self, journal: Journal, day: date) -> SettingsData:
        """What is chosen, as it stands in the file."""
        return SettingsData(rows=rows(journal, asdict(journal.settings), journal.backups_told()))

    async def show(self, data: SettingsData, day: date) -> None:
        """Fill the list, and say what was wrong with the file; the marked line stays marked."""
        self._data = data
        problems = self.journal_app.problems
        self.query_one("#mistakes").display = bool(problems)
        self.query_one("#left-out", Static).update(
            Content("\n").join(Content(f"Left out: {visible(each)}") for each in problems)
        )
        self._fill()
        if self.focused is not self._find:
            self.set_focus(self.query_one(OptionList))

    def _fill(self) -> None:
        data = self._data
        if data is None:
            return
        shown, marked = self.query_one(OptionList), self.row
        found = [row for row in data.rows if row.fits(self._find.value)]
        options: list[Option] = []
        for group, of_group in groupby(found, key=lambda row: row.group):
            title = f"\n{group}" if options else group
            options.append(Option(Content.styled(title, "bold $primary"), disabled=True))
            options += [Option(self._line(row), id=row.name) for row in of_group]
        shown.set_options(options or [Option(Content("No setting is called so."), disabled=True)])
        names = [option.id for option in shown.options]
        wanted = marked.name if marked is not None and marked.name in names else found[0].name if found else None
        shown.highlighted = names.index(wanted) if wanted is not None else None
        self._tell()

    def _line(self, row: Row) -> Content:
        return line(row, self._typed if row == self.row else None)

    def _tell(self) -> None:
        row = self.row
        self.query_one("#told", Static).update(about(row, self.journal) if row is not None else "")

    @property
    def row(self) -> Row | None:
        """The line under the mark."""
        option = self.query_one(OptionList).highlighted_option
        every = self._data.rows if self._data is not None else ()
        return next((row for row in every if option is not None and row.name == option.id), None)

    # -- going about --------------------------------------------------------------------------------------------

    @on(Input.Changed, "#find")
    def find(self) -> None:
        """Show what fits."""
        self._fill()

    @on(Input.Submitted, "#find")
    def leave_find(self) -> None:
        """Go to what was found."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionHighlighted)
    def look(self) -> None:
        """Tell what is marked; a number that was not taken is forgotten."""
        if self._typed is not None and (self.row is None or self.row.name != self._typed_into):
            self._typed = None
            self._fill()
        self._tell()

    @on(OptionList.OptionSelected)
    def clicked(self) -> None:
        """A click changes what is marked."""
        self.action_change()

    def action_search_here(self) -> None:
        """Find a setting by a word."""
        self.set_focus(self._find)

    def action_cursor(self, step: int) -> None:
        """Mark another setting."""
        shown = self.query_one(OptionList)
        (shown.action_cursor_down if step > 0 else shown.action_cursor_up)()

    def step_back(self) -> bool:
        """From a number or a search to the list."""
        was = self._typed is not None or self.focused is self._find or bool(self._find.value)
        self._typed = None
        self._find.value = ""
        self.set_focus(self.query_one(OptionList))
        self._fill()
        return was

    # -- changing -----------------------------------------------------------------------------------------------

    def take_digit(self, key: str) -> None:
        """A digit belongs to the number that is typed."""
        row = self.row
        if row is not None and row.setting is not None and row.setting.kind == "number" and key.isdigit():
            self._typed, self._typed_into = ((self._typed or "") + key)[:LONGEST], row.name
            self._fill()

    def action_rub_out(self) -> None:
        """Take the last digit back."""
        if self._typed is not None:
            self._typed = self._typed[:-1] or None
            self._fill()

    def action_change(self) -> None:
        """Change what is marked, or take the number that was typed."""
        row = self.row
        if row is None:
            return
        if row.name == BACKUPS:
            self.journal_app.save(self.journal.backup, lambda made: f"Backed up: {made.name}", saved=self._again)
        elif self._typed is not None:
            typed, self._typed = int(self._typed), None
            self.keep(row.name, typed)
        elif row.setting is not None and row.setting.kind == "switch":
            self.change(row.name, lambda on: not on)
        else:
            edit(self, row)

    def action_step(self, by: int) -> None:
        """One more or less of a number, or the next choice."""
        row = self.row
        setting = row.setting if row is not None else None
        if row is None or setting is None:
            return
        least, most, typed = setting.least, setting.most, self._typed
        if setting.kind == "number" and least is not None and most is not None:
            self.change(row.name, lambda now: min(max(int(typed or now) + by, least), most))
        elif setting.kind == "switch":
            self.change(row.name, lambda on: not on)
        elif choices := theme_names(self.journal_app) if row.name == "theme" else setting.choices:
            self.change(row.name, lambda now: _next(choices, now, by))

    def action_usual(self) -> None:
        """Back to the default."""
        row = self.row
        if row is not None and row.setting is not None and not row.is_default:
            self.keep(row.name, row.setting.default)

    def keep(self, name: str, value: Any) -> None:
        """Save a choice; what cannot be is refused in words."""
        self.change(name, lambda _: value)

    def change(self, name: str, to: Callable[[Any], Any]) -> None:
        """Save what `to` makes of what is chosen when it is written: the screen may still show what was before."""
        self._typed = None
        app, journal = self.journal_app, self.journal
        app.save(
            lambda: journal.change_settings(**{name: to(getattr(journal.settings, name))}),
            lambda _: "",
            failed=lambda _: self._fill(),
            saved=self._again,
        )

    def _again(self, _: object) -> None:
        self.journal_app.settings_changed()


def _next(choices: Sequence[str], now: str, by: int) -> str:
    """The choice `by` steps behind `now`, around the end."""
    at = choices.index(now) if now in choices else 0
    return choices[(at + by) % len(choices)]
