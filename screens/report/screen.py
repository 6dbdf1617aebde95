"""Choosing what goes into the report, and writing it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalScroll
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from journal.clock import written_day
from journal.errors import JournalError, Refused
from journal.report_choice import CHOSEN, QUESTIONS, SECTIONS, Audience, Wanted
from journal.visible import visible
from screens.app import JournalApp
from screens.dialog import Dialog, Options

WHO, WRITE = "who", "write"
"""The first and the last line of the list; between them are the sections."""

LAST_VISIT = "last-visit"
"""In the place of a day: when a physio or doctor last saw the runner."""


class ReportScreen(Dialog[None]):
    """Where to, since when, for whom, which sections, the runner's questions; Enter on the last line writes it."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar = [Binding("escape", "dismiss", "Back", show=False)]
    AUTO_FOCUS = "#sections"
    OWN_WORDS = tuple(f"question-{number}" for number in range(1, QUESTIONS + 1))

    def __init__(self, day: date) -> None:
        """The report up to `day`."""
        super().__init__()
        self._day = day
        self._audience: Audience = "physio"
        self._chosen = set(CHOSEN["physio"])

    def compose(self) -> ComposeResult:
        """The list first, since all of it is chosen already."""
        with VerticalScroll(id="dialog"):
            yield Static("A report of one page", classes="heading")
            yield Options(id="sections", markup=False)
            yield from _line("File", _place(self._day), "ends in .md or .html", "file")
            yield from _line("Since", "", "YYYY-MM-DD or last-visit; empty: the sore spell", "since")
            for number in range(1, QUESTIONS + 1):
                yield from _line(f"Question {number}", "", "what you want to ask", f"question-{number}")
            yield Static("", id="refused", markup=False)
            yield Static("Enter chooses and writes · Tab goes on · Esc goes back", classes="muted")

    def on_mount(self) -> None:
        """Show what is chosen, with the mark on the line that writes."""
        self._fill(len(SECTIONS) + 1)

    def _fill(self, marked: int | None) -> None:
        lines = self.query_one(OptionList)
        lines.set_options(
            [
                Option(f"For a {self._audience} (Enter changes it)", id=WHO),
                *(
                    Option(f"[{'x' if each in self._chosen else ' '}] {title}", id=each)
                    for each, title in SECTIONS.items()
                ),
                Option("Write the report", id=WRITE),
            ]
        )
        lines.highlighted = marked

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Turn a section on or off, change the reader, or write."""
        match event.option_id:
            case "write":
                self._write()
                return
            case "who":
                self._audience = "coach" if self._audience == "physio" else "physio"
                self._chosen = set(CHOSEN[self._audience])
            case str(section):
                self._chosen ^= {section}
        self._fill(event.option_index)

    @on(Input.Submitted)
    def submit(self) -> None:
        """Enter in a line writes, too."""
        self._write()

    def _write(self) -> None:
        app = cast("JournalApp", self.app)
        since = self._text("since")
        visit = since == LAST_VISIT
        try:
            wanted = Wanted(
                audience=self._audience,
                since=written_day(since) if since and not visit else None,
                sections=tuple(self._chosen),
                questions=tuple(filter(None, (self._text(f"question-{each}") for each in range(1, QUESTIONS + 1)))),
            )
        except ValueError:
            self._refuse(f"{since!r} is not a day from 1900 to 2199: give YYYY-MM-DD")
            return
        place = Path(self._text("file"))

        def write() -> Path:
            seen = app.journal.last_visit(self._day) if visit else wanted.since
            if visit and seen is None:
                raise Refused("no visit is recorded: give a day, or tag a note of the visit #visit")
            return app.journal.write_report(place, replace(wanted, since=seen), self._day)

        app.save(
            write,
            lambda target: f"The report is in {target}",
            failed=lambda error: self._refuse(str(error)),
            saved=lambda _: self.dismiss(),
        )

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _refuse(self, why: str | JournalError) -> None:
        if not self.is_attached:
            return  # the runner went back meanwhile, and a toast says it
        refused = self.query_one("#refused", Static)
        refused.update(visible(str(why)))
        refused.scroll_visible()


def _line(label: str, text: str, example: str, name: str) -> ComposeResult:
    yield HorizontalGroup(
        Label(label, markup=False), Input(text, placeholder=example, id=name, compact=True), classes="row"
    )


def _place(day: date) -> str:
    """A name in the home folder that is not taken."""
    names = (f"recovery-report-{day}{suffix}.md" for suffix in ("", *(f"-{number}" for number in range(2, 100))))
    return next((f"~/{name}" for name in names if not (Path.home() / name).exists()), "~/recovery-report.md")
