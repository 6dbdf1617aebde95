"""A page of figures: its title, the rows, the sentence of the marked one, and what is said of all of them."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.chart.figures import Figure, Page
from journal.visible import visible
from screens.dialog import Options

STYLES = {"clear": "$text-accent", "held": "$text-success", "missed": "$text-warning", "not yet": "$text-muted"}
"""The colour of a verdict; the word says it too."""


class FigureList(Options):
    """The rows of a page, drawn to fit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._figures: tuple[Figure, ...] = ()

    def fill(self, figures: tuple[Figure, ...]) -> None:
        """Show `figures`; the mark stays on its row while there are as many."""
        marked = self.highlighted if len(figures) == len(self._figures) else None
        self._figures = figures
        self._draw()
        first = next((place for place, each in enumerate(figures) if not each.heading), None)
        self.highlighted = None if first is None else (first + 1 if marked is None else marked)

    @property
    def marked(self) -> Figure | None:
        """The figure under the mark."""
        place = self.highlighted
        return self._figures[place - 1] if place and self._figures else None

    def on_resize(self, event: Resize) -> None:
        """Draw to the new width."""
        if self._figures:
            marked = self.highlighted
            self._draw()
            self.highlighted = marked

    def _draw(self) -> None:
        from journal.chart.figure_rows import rows

        made, scale = rows(self._figures, max(20, self.scrollable_content_region.width - 2))
        lines = [Content(scale).stylize("$text-muted")]
        for row, figure in zip(made, self._figures, strict=True):
            if figure.heading:
                lines.append(Content(visible(row.label)).stylize("bold"))
                continue
            verdict = (visible(row.verdict), STYLES.get(figure.verdict, ""))
            picture = (row.picture, STYLES.get(figure.verdict, "$primary"))
            parts = [(visible(row.label), ""), picture, (visible(row.said), ""), verdict]
            lines.append(Content("  ").join(Content.assemble(part) for part in parts if part[0]))
        headings = [True, *(each.heading for each in self._figures)]
        self.set_options(Option(line, disabled=off) for line, off in zip(lines, headings, strict=True))


class FigurePage(VerticalGroup):
    """A page of the insights. Tells of a row that was chosen with `Opened`."""

    DEFAULT_CSS = """
    FigurePage { height: 1fr; min-height: 8; }
    FigurePage FigureList { height: 1fr; border: none; padding: 0; background: $background; text-wrap: nowrap; }
    FigurePage FigureList:focus { border: none; background-tint: transparent; }
    FigurePage FigureList:focus > .option-list--option-highlighted {
        background: $primary 30%;
        color: $text;
        text-style: bold;
    }
    FigurePage FigureList > .option-list--option-disabled { color: $text-muted; }
    FigurePage #title { text-style: bold; padding: 0 1; }
    FigurePage #sentence { padding: 0 1; height: auto; min-height: 3; max-height: 4; }
    FigurePage #note { padding: 0 1; height: auto; color: $text-muted; }
    """

    @dataclass
    class Opened(Message):
        """The days behind `figure` are wanted."""

        figure: Figure

    def compose(self) -> ComposeResult:
        """Title, rows, sentence, note."""
        yield Static("", id="title", markup=False)
        yield FigureList(id="figures")
        yield Static("", id="sentence", markup=False)
        yield Static("", id="note", markup=False)

    def show(self, page: Page) -> None:
        """Put a page up."""
        self.query_one("#title", Static).update(visible(page.title))
        self.query_one("#note", Static).update(visible(page.note))
        figures = self.query_one(FigureList)
        figures.display = self.query_one("#sentence").display = bool(page.figures)
        figures.fill(page.figures)
        self._say()

    @property
    def marked(self) -> Figure | None:
        """The figure under the mark."""
        return self.query_one(FigureList).marked

    @on(OptionList.OptionHighlighted)
    def _say(self) -> None:
        marked = self.marked
        self.query_one("#sentence", Static).update(visible(marked.sentence) if marked else "")

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.marked is not None:
            self.post_message(self.Opened(self.marked))
