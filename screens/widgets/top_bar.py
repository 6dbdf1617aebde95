"""The bar at the top: the screens with their keys, and the day that is shown."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalGroup
from textual.content import Content
from textual.widgets import Static

from journal.visible import visible
from screens.commands import SECTION_KEYS, SECTIONS
from screens.jump.targets import Target
from screens.widgets.signs import LEVEL_WORDS
from screens.widgets.steady import Steady

if TYPE_CHECKING:
    from screens.app import JournalApp

SHOWING_ADVICE = ("today", "massage")
"""The sections that show the advice of every open sign."""


class TopBar(VerticalGroup):
    """Where one is. A day that is not today gets a line of its own that cannot be mistaken for today."""

    def __init__(self, section: str) -> None:
        super().__init__()
        self._section = section
        self._days = ""

    def compose(self) -> ComposeResult:
        """A link for each section and the day; below, the line for another day."""
        with Horizontal(id="sections"):
            for name in SECTIONS:
                yield Static(section_link(name), classes="section -here" if name == self._section else "section")
            yield Steady("", id="timer", markup=False)
            yield Steady("", id="day", markup=False)
        yield Steady("", id="another-day", markup=False)
        yield Steady("", id="open-sign", markup=False)

    def on_mount(self) -> None:
        """Follow the massage under way."""
        app = cast("JournalApp", self.app)
        app.session_changed.subscribe(self, lambda _: self._show_timer())
        app.signs_changed.subscribe(self, lambda _: self._show_sign())
        self._show_timer()
        self._show_sign()

    def _show_timer(self) -> None:
        session = cast("JournalApp", self.app).session
        label = self.query_one("#timer", Static)
        label.display = session is not None
        if session is not None:
            label.update(session.line)

    def _show_sign(self) -> None:
        """The most urgent open sign, on the screens that do not show its advice anyhow."""
        signs = cast("JournalApp", self.app).signs
        line = self.query_one("#open-sign", Static)
        line.display = bool(signs) and self._section not in SHOWING_ADVICE
        if signs:
            line.update(visible(f"{LEVEL_WORDS[signs[0].level]}  {signs[0].short} · t says what to do"))

    def jump_targets(self) -> list[Target]:
        """The screens, each with its own key."""
        app = cast("JournalApp", self.app)
        here = self.content_region.offset
        return [
            Target(link.region.offset - here, partial(app.action_go, name), SECTION_KEYS[name])
            for link, name in zip(self.query(".section"), SECTIONS, strict=True)
        ]

    def show_day(self, day: date, today: date) -> None:
        """Show `day`, and how long ago it is."""
        ago = (today - day).days
        text = cast("JournalApp", self.app).journal.day_words(day, year=day.year != today.year)
        back = "yesterday" if ago == 1 else f"{ago} days ago"
        away = f"◂ {back} · {text} · ] goes on" if ago else text
        if away == self._days:
            return  # To lay it out again would take longer than all else that a rating changes.
        self._days = away
        self.query_one("#day", Static).update(text)
        self.query_one("#another-day", Static).update(away)
        self.set_class(ago != 0, "-past")
        self.screen.set_class(ago != 0, "-past")


def section_link(name: str) -> Content:
    """The name of a section with its key underlined, which goes there when clicked."""
    key, title = SECTION_KEYS[name], name.title()
    before, found, after = title.partition(key) if key in title else title.partition(key.upper())
    if not found:
        before, found, after = "", key, f" {title}"
    return Content.from_markup(
        f"[@click=app.go('{name}')]$before[u]$key[/u]$after[/]", before=before, key=found, after=after
    )
