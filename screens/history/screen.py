"""History: everything recorded, month by month; search, change, remove, comment."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from journal.book import Journal
from journal.errors import JournalError
from journal.model import KINDS, Comment, Entry, SafetyCheck
from journal.visible import visible
from screens.base import JournalScreen
from screens.commands import Command, bindings
from screens.history.lines import entry_line, month_line
from screens.widgets.entry_bar import EntryBar

PAGE = 200
"""Entries that are read at once; more are read when the end comes into sight."""

FILTERS: tuple[str | None, ...] = (None, *KINDS)


@dataclass(frozen=True, kw_only=True)
class HistoryData:
    """The entries that fit, the newest first, and how many there are of each month ("YYYY-MM")."""

    entries: tuple[Entry, ...]
    months: dict[str, int]
    more: bool
    last: date
    words: str


class HistoryScreen(JournalScreen[HistoryData]):
    """A timeline; the chosen day and what came before it, or what fits the search."""

    SECTION = "history"
    CSS_PATH = "screen.tcss"
    HELP = """\
## History

Everything you recorded, the newest first. `/` searches notes, tags, sites, triggers and comments as you type; `i` shows
one kind of entry. `e` changes an entry as a line of words, `delete` removes it, and `u` takes either back.
"""
    COMMANDS_HERE = (
        Command(
            id="edit",
            keys="e,enter",
            action="edit",
            label="Change",
            help="Change the entry",
            footer=True,
            shown_key="e",
        ),
        Command(
            id="remove",
            keys="delete,backspace",
            action="remove",
            label="Remove",
            help="Remove the entry; u brings it back",
            footer=True,
            shown_key="del",
        ),
        Command(id="comment", keys="c", action="comment", label="Comment", help="Comment on the entry", footer=True),
        Command(id="kind", keys="i", action="kind", label="Kind", help="Show one kind of entry, or all", footer=True),
        Command(id="down", keys="j", action="cursor(1)", label="Down", help="The entry below"),
        Command(id="up", keys="k", action="cursor(-1)", label="Up", help="The entry above"),
    )
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._filter = 0
        self._limit = PAGE
        self._shown: dict[str, Entry] = {}

    def compose_body(self) -> ComposeResult:
        """The search line, what is shown, the timeline."""
        yield Input(placeholder="search notes, tags, sites, triggers, comments", id="search", compact=True)
        yield Static("", id="what", markup=False)
        yield OptionList(id="timeline", markup=False)

    def read(self, journal: Journal, day: date) -> HistoryData:
        """One page more than is shown tells whether there is more."""
        kind = FILTERS[self._filter]
        words, limit = self._words, self._limit
        found = journal.entries(
            last=day, kinds=(kind,) if kind else None, newest_first=True, limit=limit + 1, text=words or None
        )
        return HistoryData(
            entries=tuple(found[:limit]),
            months=dict(journal.months()),
            more=len(found) > limit,
            last=day,
            words=words,
        )

    async def show(self, data: HistoryData, day: date) -> None:
        """Fill the timeline; the marked entry stays marked."""
        timeline = self.query_one(OptionList)
        marked = self.marked
        self._shown = {entry.id: entry for entry in data.entries}
        timeline.set_options(self._options(data))
        if marked is not None and marked.id in self._shown:
            timeline.highlighted = timeline.get_option_index(marked.id)
        elif data.entries:
            timeline.highlighted = timeline.get_option_index(data.entries[0].id)
        if not self.query_one("#search", Input).has_focus:
            timeline.focus()
        self.query_one("#what", Static).update(self._what(data))
        self.refresh_bindings()

    def _options(self, data: HistoryData) -> list[Option]:
        options: list[Option] = []
        complete = not data.words and FILTERS[self._filter] is None
        for month, of_month in groupby(data.entries, key=lambda entry: f"{entry.day:%Y-%m}"):
            count = data.months.get(month) if complete else None
            options.append(Option(month_line(month, count), disabled=True))
            for entry in of_month:
                line = entry_line(entry, self.journal.tell(entry), data.words)
                options.append(Option(line, id=entry.id))
        return options

    def _what(self, data: HistoryData) -> str:
        kind = FILTERS[self._filter]
        parts = [kind.replace("_", " ") if kind else "all entries"]
        if data.words:
            parts.append(f"with “{visible(data.words)}”")
        if not data.entries:
            nothing = (
                "nothing found" if data.words or kind else "nothing yet: press a to add an entry, or 0 to 9 on Today"
            )
            return f"{' '.join(parts)} · {nothing}"
        return f"{' '.join(parts)} · {len(data.entries)}{' or more' if data.more else ''}"

    @property
    def marked(self) -> Entry | None:
        """The entry under the mark."""
        timeline = self.query_one(OptionList)
        option = timeline.highlighted_option
        return self._shown.get(option.id or "") if option is not None else None

    # -- what the runner does -----------------------------------------------------------------------------------

    @on(Input.Changed, "#search")
    def search(self, event: Input.Changed) -> None:
        """Find as it is typed."""
        self._words = event.value.strip()
        self._limit = PAGE
        self.reload()

    @on(Input.Submitted, "#search")
    def leave_search(self) -> None:
        """Go to what was found."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionHighlighted)
    def read_on(self, event: OptionList.OptionHighlighted) -> None:
        """Read one page more when the end comes into sight."""
        if len(self._shown) >= self._limit and event.option_index > event.option_list.option_count - 20:
            self._limit += PAGE
            self.reload()

    @on(OptionList.OptionSelected)
    def chosen(self) -> None:
        """Enter or a click on the marked entry changes it."""
        self.action_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What concerns an entry needs one."""
        if action in {"edit", "remove", "comment"} and self.is_mounted and self.marked is None:
            return False
        return super().check_action(action, parameters)

    def step_back(self) -> bool:
        """From the search line to what was found; from there to all entries."""
        field = self.query_one("#search", Input)
        if field.has_focus:
            self.set_focus(self.query_one(OptionList))
            return True
        if field.value:
            field.value = ""
            return True
        return False

    def action_search_here(self) -> None:
        """Put the cursor into the search line."""
        self.query_one("#search", Input).focus()

    def action_kind(self) -> None:
        """Show the next kind of entry."""
        self._filter = (self._filter + 1) % len(FILTERS)
        self._limit = PAGE
        self.reload()

    def action_cursor(self, step: int) -> None:
        """Mark another entry."""
        timeline = self.query_one(OptionList)
        if step > 0:
            timeline.action_cursor_down()
        else:
            timeline.action_cursor_up()

    def action_edit(self) -> None:
        """Change the marked entry in the entry bar."""
        entry = self.marked
        if entry is None:
            return
        if isinstance(entry, SafetyCheck):
            self._edit_note(entry)
            return
        try:
            line = self.journal.line_of(entry)
        except JournalError as error:
            self.journal_app.tell_error(error)
            return
        self.app.push_screen(EntryBar(text=line, editing=entry))

    def _edit_note(self, entry: Entry) -> None:
        """Answers about warning signs stay as they were given; their note can be changed."""
        from screens.history.comment import CommentBar

        def write(text: str | None) -> None:
            if text is not None and text != entry.note:
                self.journal_app.save(
                    lambda: self.journal.amend(replace(entry, note=text)), lambda _: "Changed the note · u undoes"
                )

        self.app.push_screen(CommentBar(self.journal.tell(entry), what="Note", text=entry.note), write)

    def action_remove(self) -> None:
        """Remove the marked entry; no question, since undo brings it back."""
        entry = self.marked
        if entry is not None:
            self.journal_app.save(
                lambda: self.journal.remove(entry.id), lambda gone: f"Removed: {self.journal.tell(gone)} · u undoes"
            )

    def action_comment(self) -> None:
        """Write a comment on the marked entry."""
        entry = self.marked
        if entry is not None:
            from screens.history.comment import CommentBar

            self.app.push_screen(CommentBar(self.journal.tell(entry)), lambda text: self._comment(entry, text))

    def _comment(self, entry: Entry, text: str | None) -> None:
        if text:
            at, known = self.journal_app.moment()
            self.journal_app.record(Comment(at=at, time_known=known, author="me", text=text, refers_to=entry.id))
