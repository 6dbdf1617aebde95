"""History: everything recorded, month by month; search, change, remove, comment."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalGroup
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from journal.book import ChangedSince, Journal
from journal.draft_file import Draft
from journal.errors import JournalError
from journal.model import Comment, Entry, SafetyCheck
from screens.base import JournalScreen
from screens.commands import bindings
from screens.dialog import Options
from screens.history.keys import HERE
from screens.history.lines import detail, entry_line, month_line
from screens.history.months import MonthList
from screens.history.wanted import Wanted, kinds, last_day, places, tags
from screens.settings.choosing import Choice, ChooseDialog
from screens.widgets.entry_bar import EntryBar
from screens.widgets.search_line import SearchLine

PAGE = 200
"""Entries that are read at once; more are read when the end comes into sight."""

NOTHING = (
    Content(""),
    Content.styled("What you record stands here, the newest first.", "$foreground"),
    Content(""),
    Content.assemble(("t 5", "bold $accent"), ("  on Today a digit rates the leg", "$foreground")),
    Content.assemble(
        ("a", "bold $accent"), ("    an entry in words: ", "$foreground"), ("drive 3h yesterday", "bold $foreground")
    ),
)


@dataclass(frozen=True, kw_only=True)
class HistoryData:
    """The entries that fit, the newest first, and how many there are of each month ("YYYY-MM") that fit."""

    entries: tuple[Entry, ...]
    months: dict[str, int]
    wanted: Wanted

    @property
    def total(self) -> int:
        """How many entries fit."""
        return sum(self.months.values())


class HistoryScreen(JournalScreen[HistoryData]):
    """A timeline; the chosen day and what came before it, or what fits the search and the filters."""

    SECTION = "history"
    CSS_PATH = "screen.tcss"
    HELP = """\
## History

Everything you recorded, the newest first. `/` searches notes, tags, sites, triggers and comments as you type; `i`, `p`
and `#` show one kind, place or tag; `<` and `>` go from month to month. `escape` shows everything again.

`e` changes an entry as a line of words, `E` writes its note in your own editor, `delete` removes it, and `u` takes
each of them back.
"""
    COMMANDS_HERE = HERE
    BINDINGS = bindings(*COMMANDS_HERE)

    def __init__(self) -> None:
        super().__init__()
        self._wanted = Wanted()
        self._limit = PAGE
        self._shown: dict[str, Entry] = {}
        self._data: HistoryData | None = None
        self._search = SearchLine("/ searches notes, tags, sites, triggers, comments", "search")

    def compose_body(self) -> ComposeResult:
        """The search line, what is shown, the timeline with the months beside it, the marked entry in full."""
        yield self._search
        yield Static("", id="what", markup=False)
        with Horizontal(id="columns"):
            with VerticalGroup(id="left"):
                yield Options(id="timeline", markup=False)
                yield Static("", id="detail", markup=False)
            yield MonthList()

    def read(self, journal: Journal, day: date) -> HistoryData:
        """What fits of as many pages as were looked at."""
        wanted = self._wanted
        last = min(day, wanted.until) if wanted.until else day
        found = journal.entries(last=last, newest_first=True, limit=self._limit, **wanted.filters)
        return HistoryData(
            entries=tuple(found),
            months=dict(journal.months(last=day, **wanted.filters)),
            wanted=wanted,
        )

    async def show(self, data: HistoryData, day: date) -> None:
        """Fill the timeline; the marked entry stays marked."""
        marked = self.marked
        self._data = data
        self._shown = {entry.id: entry for entry in data.entries}
        self.query_one(MonthList).fill(data.months)
        self._fill(marked)
        if self.focused is not self._search:
            self.set_focus(self._timeline)
        self.query_one("#what", Static).update(self._what(data))
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Lines fit the width."""
        if self._data is not None:
            self._fill(self.marked)

    @property
    def _timeline(self) -> OptionList:
        return self.query_one("#timeline", OptionList)

    def _fill(self, marked: Entry | None) -> None:
        data, timeline = self._data, self._timeline
        if data is None:
            return
        timeline.set_options(self._options(data, timeline.size.width or self.size.width))
        if marked is not None and marked.id in self._shown:
            timeline.highlighted = timeline.get_option_index(marked.id)
        elif data.entries:
            timeline.highlighted = timeline.get_option_index(data.entries[0].id)
        self._tell_marked()

    def _options(self, data: HistoryData, width: int) -> list[Option]:
        options: list[Option] = []
        if not data.entries and data.wanted.is_all:
            options = [Option(line, disabled=True) for line in NOTHING]
        for month, of_month in groupby(data.entries, key=lambda entry: f"{entry.day:%Y-%m}"):
            options.append(Option(month_line(month, data.months.get(month), first=not options), disabled=True))
            day = None
            for entry in of_month:
                line = entry_line(
                    entry, self.journal.tell(entry), data.wanted.words, new_day=entry.day != day, width=width
                )
                day = entry.day
                options.append(Option(line, id=entry.id))
        return options

    def _what(self, data: HistoryData) -> str:
        told = data.wanted.told(self.journal)
        if not data.entries:
            return f"{told} · nothing {'yet' if data.wanted.is_all else 'found · esc shows everything'}"
        back = f" · from {data.wanted.until:%B %Y} back" if data.wanted.until else ""
        return f"{told} · {data.total:,}{back}{'' if data.wanted == Wanted() else ' · esc shows everything'}"

    def _tell_marked(self) -> None:
        entry = self.marked
        box = self.query_one("#detail", Static)
        box.display = entry is not None
        if entry is not None:
            self.query_one(MonthList).show_here(f"{entry.day:%Y-%m}")
            time = f" {entry.at:%H:%M}" if entry.time_known else ""
            box.update(detail(entry, self.journal.tell(entry), f"{self.journal.day_words(entry.day, year=True)}{time}"))

    @property
    def marked(self) -> Entry | None:
        """The entry under the mark."""
        option = self._timeline.highlighted_option
        return self._shown.get(option.id or "") if option is not None else None

    # -- what the runner does -----------------------------------------------------------------------------------

    @on(Input.Changed, "#search")
    def search(self, event: Input.Changed) -> None:
        """Find as it is typed."""
        self._want(words=event.value.strip(), until=None)

    @on(Input.Submitted, "#search")
    def leave_search(self) -> None:
        """Go to what was found."""
        self._timeline.focus()

    @on(OptionList.OptionHighlighted, "#timeline")
    def read_on(self, event: OptionList.OptionHighlighted) -> None:
        """Read one page more when the end comes into sight."""
        self._tell_marked()
        if len(self._shown) >= self._limit and event.option_index > event.option_list.option_count - 20:
            self._limit += PAGE
            self.reload()

    @on(OptionList.OptionSelected, "#timeline")
    def chosen(self) -> None:
        """Enter or a click on the marked entry changes it."""
        self.action_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What concerns an entry needs one."""
        if action in {"edit", "remove", "comment", "editor"} and self.is_mounted and self.marked is None:
            return False
        return super().check_action(action, parameters)

    def step_back(self) -> bool:
        """From the search line to what was found; from there to all entries."""
        if self.focused is self._search:
            self.set_focus(self._timeline)
            return True
        if self._wanted != Wanted():
            self._wanted = Wanted()
            self._search.value = ""
            self._want()
            return True
        return False

    def action_search_here(self) -> None:
        """Put the cursor into the search line."""
        self.set_focus(self._search)

    def _want(self, **changes: object) -> None:
        """Show something else, from its newest entry on."""
        self._wanted = replace(self._wanted, **changes)  # type: ignore[arg-type]
        self._limit = PAGE
        self.reload()

    async def action_choose(self, what: str) -> None:
        """Choose one kind, place or tag, or all of them."""
        lists: dict[str, Callable[[], Sequence[Choice]]] = {
            "kind": kinds,
            "place": lambda: places(self.journal),
            "tag": lambda: tags(self.journal),
        }
        try:
            choices = await asyncio.to_thread(lists[what])
        except JournalError as error:
            self.journal_app.tell_error(error)
            return

        def take(chosen: Sequence[str] | None) -> None:
            if chosen is not None:
                self._want(**{what: chosen[0]})

        dialog = ChooseDialog(f"Show one {what}", choices, [getattr(self._wanted, what)])
        self.app.push_screen(dialog, take)

    def action_month(self, step: int) -> None:
        """Begin a month with entries earlier or later."""
        months = list(self._data.months) if self._data is not None else []
        here = f"{self.marked.day:%Y-%m}" if self.marked is not None else ""
        if here in months:
            self._go_to(months[min(max(months.index(here) + step, 0), len(months) - 1)])

    @on(MonthList.Chosen)
    def month_clicked(self, message: MonthList.Chosen) -> None:
        """Begin at a month."""
        self._go_to(message.month)

    def _go_to(self, month: str) -> None:
        newest = self._data is not None and next(iter(self._data.months), "") == month
        self._timeline.highlighted = None
        self._want(until=None if newest else last_day(month))

    def action_editor(self) -> None:
        """Write the note of the marked entry in the runner's own editor."""
        from screens.history.editor import edit_text

        if self.marked is not None:
            edit_text(self.journal_app, self.marked)

    def action_cursor(self, step: int) -> None:
        """Mark another entry."""
        timeline = self._timeline
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

    def _edit_note(self, entry: Entry, begins: str | None = None, refused: str = "") -> None:
        """Answers about warning signs stay as they were given; their note can be changed. It is kept until saved."""
        from screens.history.comment import CommentBar

        def write(text: str, typed: Draft | None) -> None:
            def again(error: JournalError) -> None:
                now = error.now if isinstance(error, ChangedSince) else None
                self._edit_note(now or entry, text, str(error))

            if text != entry.note:
                self.journal_app.save(
                    lambda: self.journal.amend(entry, replace(entry, note=text)),
                    lambda _: "Changed the note · u undoes",
                    failed=again,
                    typed=typed,
                )

        begun = entry.note if begins is None else begins
        self.app.push_screen(CommentBar(self.journal.tell(entry), write, what="Note", text=begun, refused=refused))

    def action_remove(self) -> None:
        """Remove the marked entry; no question, since undo brings it back."""
        entry = self.marked
        if entry is not None:
            self.journal_app.save(
                lambda: self.journal.remove(entry.id), lambda gone: f"Removed: {self.journal.tell(gone)} · u undoes"
            )

    def action_comment(self) -> None:
        """Write a comment on the marked entry."""
        if self.marked is not None:
            self._ask_comment(self.marked)

    def _ask_comment(self, entry: Entry, begins: str = "", refused: str = "") -> None:
        from screens.history.comment import CommentBar

        take = partial(self._comment, entry)
        self.app.push_screen(CommentBar(self.journal.tell(entry), take, text=begins, refused=refused))

    def _comment(self, entry: Entry, text: str, typed: Draft | None) -> None:
        if text:
            at, known = self.journal_app.moment()
            self.journal_app.record(
                Comment(at=at, time_known=known, author="me", text=text, refers_to=entry.id),
                failed=lambda error: self._ask_comment(entry, text, str(error)),
                typed=typed,
            )
