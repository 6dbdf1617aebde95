"""In and out: other apps' files, backup."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from journal.book.moving import Moving, Progress, no_progress

if TYPE_CHECKING:
    from journal.exchange.convert import Incoming
    from journal.model import Entry, Side
    from journal.storage.shapes import ImportCounts


class Keeping(Moving):
    """The journal as files."""

    def take_in(self, entries: "Sequence[Entry]", label: str) -> "ImportCounts":
        """Add entries that carry their ids, whole or not at all; those that are there already are skipped."""
        from journal.exchange.convert import marked

        return self.store.import_entries([marked(entry, self.catalogue) for entry in entries], label)

    def look_into(
        self,
        content: bytes,
        name: str,
        mapping: str | None = None,
        place: "tuple[str, Side] | None" = None,
        progress: Progress = no_progress,
    ) -> "Incoming":
        """What another app's file would bring; nothing is written.

        `mapping` is the id of one or a TOML file; without it the file is recognised. `place` is the site and side of
        scores that name none. Raises ImportRefused with the line, CatalogueError for a mapping with a mistake.
        """
        from journal.catalogue.mappings import check_names, load_mappings
        from journal.exchange.convert import Reader
        from journal.exchange.recognise import chosen, rows

        found = chosen(mapping, content, name, load_mappings(self.paths.mappings))
        check_names(found, self.catalogue)
        return Reader(found, self.catalogue, self.clock, place).read(rows(content, name, found), progress)

    def count_new(self, incoming: "Incoming") -> "ImportCounts":
        """How many of the entries are new, and how many are there already; nothing is written."""
        return self.store.count_import(incoming.entries)

    def bring_in(self, incoming: "Incoming", name: str) -> "ImportCounts":
        """Record what `look_into` found, whole, as one action; what is there already stays as it is.

        The other app kept these entries at their time: they do not count as entered late.
        """
        now = self.clock.now()
        stamped = (replace(entry, recorded_at=now, entered_late=False) for entry in incoming.entries)
        return self.store.import_entries(stamped, f"import {name} ({incoming.mapping.name})", keep=True)

    def backups_told(self) -> str:
        """How many backups there are, and of when the newest is: "12, the newest of Mon 23 Nov 07:30"."""
        try:
            found = self.backups.named()
        except OSError as error:
            return f"the folder cannot be read: {error.strerror}"
        if not found:
            return "none yet"
        made = found[0].made.astimezone(self.clock.now().tzinfo)
        return f"{len(found)}, the newest of {self.day_words(made.date())} {made:%H:%M}"

    def backup(self, to: Path | None = None) -> Path:
        """Write a verified copy of the journal (default: into the backups folder) and give its place."""
        target = to or self.backups.free()
        self.store.backup(target)
        return target
