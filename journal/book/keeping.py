"""In and out: export, import, backup."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journal.book.opened import Opened
from journal.model import Entry

if TYPE_CHECKING:
    from journal.storage.shapes import ImportCounts


class Keeping(Opened):
    """The journal as files."""

    def export(self) -> Iterator[bytes]:
        """The whole journal in its own format, line by line."""
        from journal.exchange.jsonl import lines

        return lines(self.store.all_entries())

    def import_lines(self, content: Iterable[bytes], name: str) -> "ImportCounts":
        """Take in an export called `name`, whole or not at all, as one action. Raises ImportRefused."""
        from journal.exchange.jsonl import read

        return self.take_in(list(read(content, name)), f"import {name}")

    def take_in(self, entries: Sequence[Entry], label: str) -> "ImportCounts":
        """Add entries that carry their ids, whole or not at all; those that are there already are skipped."""
        return self.store.import_entries(entries, label)

    def backup(self, to: Path | None = None) -> Path:
        """Write a verified copy of the journal (default: into the backups folder) and give its place."""
        target = to or self.backups.free()
        self.store.backup(target)
        return target
