"""With those who help: the report that goes out."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journal.book.trying import Trying
from journal.errors import Refused

if TYPE_CHECKING:
    from journal.report_choice import Wanted


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

    def _refuse_place(self, target: Path, replace: bool) -> None:
        if target.resolve().is_relative_to(self.paths.folder.resolve()):
            raise Refused(f"not written: {target} lies inside the data folder; choose another place")
        if target.exists() and not target.is_file():
            raise Refused(f"not written: {target} is not a regular file")
        if target.exists() and not replace:
            raise Refused(f"not written: {target} is there already, maybe with comments in it; choose another name")
