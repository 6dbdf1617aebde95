"""With those who help: the report that goes out, the comments that come back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from journal.book.trying import Trying
from journal.errors import Refused

if TYPE_CHECKING:
    from typing import Literal

    from journal.model import Comment, Entry, Episode, Role
    from journal.report_choice import Wanted
    from journal.storage.shapes import Step

STILL_IN_CALENDARS = timedelta(days=365)
"""Planned rest is no longer than that, so no calendar holds anything of a spell that ended before."""


class Sharing(Trying):
    """The journal in the hands of a physio or a coach."""

    def write_report(self, path: Path, wanted: "Wanted", day: date | None = None, *, replace: bool = False) -> Path:
        """Write the report up to `day` (default: today) as Markdown (.md) or HTML (.html) for the runner alone (0600).

        Gives its place. Raises Refused for another ending, a place in the data folder, or a file that is there
        already (unless `replace`); CannotWrite.
        """
        from journal.exchange.report import make_report, to_html, to_markdown
        from journal.files import write_whole

        forms = {".md": to_markdown, ".html": to_html, ".htm": to_html}
        target = path.expanduser().absolute()
        form = forms.get(target.suffix.lower())
        if form is None:
            raise Refused(f"not written: {target.name}: the name of a report ends in .md or .html")
        self._refuse_place(target, replace)
        write_whole(target, form(make_report(self, wanted, day or self.clock.today())))
        return target

    def last_visit(self, day: date | None = None) -> date | None:
        """The day a physio or doctor last saw the runner, as far as it was recorded."""
        from journal.exchange.report import last_visit

        return last_visit(self, day or self.clock.today())

    def write_calendar(self, path: Path) -> Path:
        """Write what lies ahead as a calendar file (.ics) and give its place. A calendar of ours is written over.

        Raises Refused for another ending, a place in the data folder, or another file that is there; CannotWrite.
        """
        from journal.exchange.calendar import PRODUCT, to_ics
        from journal.files import write_whole

        target = path.expanduser().absolute()
        if target.suffix.lower() != ".ics":
            raise Refused(f"not written: {target.name}: the name of a calendar ends in .ics")
        self._refuse_place(target, replace=_begins_with(target, PRODUCT))
        now = self.clock.now().astimezone(UTC)
        write_whole(target, to_ics(self.status(), self.catalogue, self.settings, now, self._just_ended()))
        return target

    def _just_ended(self) -> "list[Episode]":
        """The spells that ended so lately that a calendar may still say something of them."""
        from journal.model import Episode

        since = self.clock.today() - STILL_IN_CALENDARS
        spells = (each for each in self.entries(kinds=("episode",)) if isinstance(each, Episode))
        return [each for each in spells if each.ended_on is not None and each.ended_on >= since]

    def comments(self) -> "list[Comment]":
        """All comments, oldest first."""
        from journal.model import Comment

        return [each for each in self.entries(kinds=("comment",)) if isinstance(each, Comment)]

    def read_comments(self, path: Path, who: "tuple[str, Role] | None" = None) -> "list[Comment]":
        """The comments in a report that was written into, or in a reply, without those that are there; not saved yet.

        `who` is name and role where the file does not say it. Raises ImportRefused, CannotWrite.
        """
        from journal.exchange.comments import read_comments
        from journal.exchange.intake import as_text, read_file

        text = as_text(read_file(path), path.name)
        found = read_comments(text, path.name, who, self.clock.now(), self.store.logbook.ending, self.settings)
        there = {_said(each) for each in self.comments()}
        return [each for each in found if _said(each) not in there]

    def take_comments(self, comments: "Sequence[Comment]", name: str) -> "tuple[Entry, ...]":
        """Save comments from a file called `name`, pending, as one action."""
        return self.store.record(
            [replace(each, zone=self.clock.zone_name) for each in comments], f"import comments {name}"
        )

    def decide(self, comment: "Comment", state: "Literal['approved', 'rejected']") -> "Comment":
        """Approve or reject a comment; undo takes it back. What was said stays as it was said. Raises ChangedSince."""
        decided = replace(comment, state=state)
        with self._as_seen():
            self.store.amend(comment, decided, f"{state}: {self.tell(replace(comment, state='approved'))}")
        return decided

    def history(self, entry_id: str) -> "tuple[Step, ...]":
        """Everything that happened to an entry, oldest first, also what was undone."""
        return self.store.logbook.of(entry_id)

    def _refuse_place(self, target: Path, replace: bool) -> None:
        if target.resolve().is_relative_to(self.paths.folder.resolve()):
            raise Refused(f"not written: {target} lies inside the data folder; choose another place")
        if target.exists() and not target.is_file():
            raise Refused(f"not written: {target} is not a regular file")
        if target.exists() and not replace:
            raise Refused(f"not written: {target} is there already, maybe with comments in it; choose another name")


def _said(comment: "Comment") -> tuple[str | None, ...]:
    """What makes a comment the same as another, whenever it was imported and whatever became of it."""
    return comment.author, comment.role, comment.text, comment.refers_to, comment.constraint


def _begins_with(path: Path, words: str) -> bool:
    """True when the beginning of a file says `words`."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return words.encode() in file.read(500)
