"""Taking in a file: what it would bring is shown first; a CSV that no mapping knows is drawn column by column."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalGroup, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from journal.book import Journal
from journal.drawing import SeenColumn, Sketch, in_words, likely
from journal.errors import JournalError, Refused
from journal.plural import count
from journal.visible import visible
from screens.app import JournalApp
from screens.dialog import Dialog, Options

SHOWN = 5
"""So many of the first entries are shown."""

TAKE = "take"
"""The line of the list that takes it in."""


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a file would bring: in words, and how it is taken in (None: it cannot be)."""

    told: tuple[str, ...]
    take: Callable[[], Any] | None = None
    columns: tuple[SeenColumn, ...] = ()


class TakeInScreen(Dialog[None]):
    """The file, then what it would bring; Enter on the last line takes it in, whole, and one undo takes it back."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar = [Binding("escape", "dismiss", "Back", show=False)]
    AUTO_FOCUS = "#file"

    @dataclass
    class Looked(Message):
        """A file was looked into."""

        preview: Preview

    @dataclass
    class Far(Message):
        """How many rows were read."""

        rows: int

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[SeenColumn, ...] = ()
        self._roles: dict[str, str] = {}
        self._take: Callable[[], Any] | None = None

    @property
    def journal_app(self) -> JournalApp:
        """The app, with its type."""
        return cast("JournalApp", self.app)

    def compose(self) -> ComposeResult:
        """The file; what is asked for a sheet of the runner's own; what it would bring."""
        main = self.journal_app.journal.settings.main
        place = f"{main.side} {main.site.replace('_', ' ')}"
        with VerticalScroll(id="dialog"):
            yield Static("Take in a file", classes="heading")
            yield from _line("File", "", "an export of another app or of this journal, a CSV, a reply", "file")
            with VerticalGroup(id="form"):
                yield from _line("Keep it as", "my_sheet", "a-z, 0-9 and _", "name")
                yield from _line("Scores of", place, "left calf", "place")
                yield from _line("None, worst", "0 10", "0 10; of 5 best to 1 worst: 5 1", "scale")
            yield Options(id="columns", markup=False)
            yield Static("", id="told", markup=False)
            yield Static("", id="refused", markup=False)
            yield Static("Enter goes on, and changes what a column is · Esc goes back", classes="muted")

    def on_mount(self) -> None:
        """Only the file at first."""
        self.query_one("#form").display = False
        self.query_one(OptionList).display = False

    # -- looking ------------------------------------------------------------------------------------------------

    @on(Input.Submitted)
    def submitted(self) -> None:
        """Look again."""
        self._look()

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Take it in, or give a column its next role."""
        if event.option_id == TAKE:
            self._take_in()
            return
        column = self._columns[event.option_index]
        at = column.roles.index(self._roles[column.name])
        self._roles[column.name] = column.roles[(at + 1) % len(column.roles)]
        self._look(event.option_index)

    def _look(self, marked: int = 0) -> None:
        self._refuse("")
        self._marked = marked
        text = self._text("file")
        if text:
            drawn = (self._text("name"), self._text("place"), self._text("scale")) if self._columns else None
            self._look_into(self.journal_app.journal, Path(text).expanduser(), drawn)

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look_into(self, journal: Journal, path: Path, drawn: tuple[str, str, str] | None) -> None:
        try:
            preview = self._preview(journal, path, drawn)
        except JournalError as error:
            preview = Preview(told=(f"! {error}",), columns=self._columns if drawn else ())
        self.post_message(self.Looked(preview))

    def _preview(self, journal: Journal, path: Path, drawn: tuple[str, str, str] | None) -> Preview:
        """What the file at `path` would bring; runs in a thread."""
        if path.suffix.lower() in (".md", ".txt"):
            comments = journal.read_comments(path)
            told = (f"{count(len(comments), 'new comment')}", *(journal.tell(each) for each in comments[:SHOWN]))
            return Preview(told=told, take=lambda: journal.take_comments(comments, path.name))
        content = journal.content_of(path)
        if drawn is None:
            own = journal.own_file(content, path.name)
            if own is not None:
                return Preview(told=own.told, take=own.take)
        if drawn is None and journal.is_known(content, path.name):
            incoming = journal.look_into(content, path.name, progress=self._far)
            return Preview(told=_told(journal, incoming), take=lambda: journal.bring_in(incoming, path.name))
        columns = self._columns or journal.columns_in(content, path.name)
        roles = self._roles or likely(columns)
        sketch = self._sketch(journal, roles, drawn)
        try:
            incoming = journal.look_by(sketch, content, path.name, self._far)
        except JournalError as error:
            return Preview(told=(f"! {error}",), columns=columns)

        def take() -> Any:
            journal.keep_mapping(sketch)
            return journal.bring_in(incoming, path.name)

        return Preview(told=_told(journal, incoming), take=take, columns=columns)

    def _sketch(self, journal: Journal, roles: dict[str, str], drawn: tuple[str, str, str] | None) -> Sketch:
        main = journal.settings.main
        sketch = Sketch(id="my_sheet", roles=dict(roles), place=(main.site, main.side))
        if drawn is None:
            return sketch
        name, place, scale = drawn
        try:
            none, worst = (float(each.replace(",", ".")) for each in scale.split())
        except ValueError:
            raise Refused(f"{scale!r} is not two numbers: what means none, and what the worst") from None
        return replace(sketch, id=name, place=journal.place_of(place), scale=(none, worst))

    def _far(self, rows: int) -> None:
        self.post_message(self.Far(rows))

    @on(Far)
    def far(self, message: Far) -> None:
        """Say how far it is."""
        self.query_one("#told", Static).update(f"{count(message.rows, 'row')} read")

    @on(Looked)
    def looked(self, message: Looked) -> None:
        """Show what it would bring."""
        preview = message.preview
        if preview.columns and not self._columns:
            self._columns, self._roles = preview.columns, likely(preview.columns)
        self._take = preview.take
        self.query_one("#form").display = bool(self._columns)
        self.query_one("#told", Static).update("\n".join(visible(line) for line in preview.told))
        lines = self.query_one(OptionList)
        options = [Option(self._column(each), id=f"column-{at}") for at, each in enumerate(self._columns)]
        lines.set_options([*options, *([Option("Take it in", id=TAKE)] if preview.take else [])])
        lines.display = lines.option_count > 0
        if lines.display:
            lines.highlighted = self._marked if self._columns else 0
            lines.focus()

    def _column(self, column: SeenColumn) -> Content:
        role = in_words(self._roles.get(column.name, ""))
        examples = ", ".join(column.examples)[:24]
        return Content.assemble(
            f"{visible(column.name)[:18]:18} ", (f"{role:26} ", "bold"), (visible(examples), "$text-muted")
        )

    # -- taking -------------------------------------------------------------------------------------------------

    def _take_in(self) -> None:
        take = self._take
        if take is not None:
            self._take = None
            self.journal_app.save(
                take,
                _taken,
                failed=lambda error: self._failed(take, error),
                saved=lambda _: self.dismiss(),
            )

    def _failed(self, take: Callable[[], Any], error: JournalError) -> None:
        """The same can be tried again."""
        if self.is_attached:
            self._take = take
            self._refuse(str(error))

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _refuse(self, why: str) -> None:
        self.query_one("#refused", Static).update(visible(why))


def _told(journal: Journal, incoming: Any) -> tuple[str, ...]:
    """The first entries, how many there are, what was converted and left out."""
    counts = journal.count_new(incoming)
    first = (f"  {each.day}  {journal.tell(each)}" for each in incoming.entries[:SHOWN])
    left_out = incoming.left_out
    return (
        f"{incoming.mapping.name}: {counts.added} new entries, {counts.skipped} are there already",
        *first,
        *(f"converted: {each}" for each in incoming.conversions),
        *(f"{len(left_out)} left out, first {each.where}: {each.why}" for each in left_out[:1]),
    )


def _taken(result: Any) -> str:
    added = getattr(result, "added", None)
    if added is None:
        return f"{count(len(result), 'comment')} to approve or reject: K · u undoes"
    return f"Imported {count(added, 'entry')}; {result.skipped} were there already · u undoes"


def _line(label: str, text: str, example: str, name: str) -> ComposeResult:
    yield HorizontalGroup(
        Label(label, markup=False), Input(text, placeholder=example, id=name, compact=True), classes="row"
    )
