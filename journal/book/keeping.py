"""In and out: other apps' files, backup."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from journal.book.moving import Moved, Moving, Progress, no_progress
from journal.errors import ImportRefused, Refused

if TYPE_CHECKING:
    from journal.drawing import SeenColumn, Sketch
    from journal.exchange.convert import Incoming
    from journal.model import Entry, Side
    from journal.storage.shapes import ImportCounts


@dataclass(frozen=True)
class OwnFile:
    """A file that this journal wrote: what it would bring in words, and how it is taken in."""

    told: tuple[str, ...]
    take: "Callable[[], ImportCounts | Moved]"


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

    def content_of(self, path: Path) -> bytes:
        """The bytes of a file from outside. Raises ImportRefused, CannotWrite."""
        from journal.exchange.intake import read_file

        return read_file(path)

    def own_file(self, content: bytes, name: str) -> "OwnFile | None":
        """What an export or a CSV of this journal would bring and how it is taken in; None for any other file."""
        from io import BytesIO

        from journal.exchange.intake import first_line
        from journal.exchange.jsonl import is_export
        from journal.exchange.sheet import is_sheet

        if content.strip() and is_export(first_line(BytesIO(content))):
            counts = self.count_lines(BytesIO(content), name)
            told = f"An export of this journal: {counts.added} new entries, {counts.skipped} are there already"
            return OwnFile((told,), lambda: self.import_lines(BytesIO(content), name))
        if is_sheet(content):
            sheet = self.import_csv(content, name, dry=True)
            told = f"A sheet of this journal: {sheet.added} new entries, {sheet.skipped} are there already"
            return OwnFile((told,), lambda: self.import_csv(content, name))
        return None

    def is_known(self, content: bytes, name: str) -> bool:
        """True when a mapping knows the file, or only a mapping could read it: a zip, JSON."""
        from journal.catalogue.mappings import load_mappings
        from journal.exchange import archive
        from journal.exchange.recognise import mapping_for

        try:
            mapping_for(content, name, load_mappings(self.paths.mappings))
        except ImportRefused:
            return archive.is_zip(content) or content.lstrip()[:1] in (b"{", b"[")
        return True

    def columns_in(self, content: bytes, name: str) -> "tuple[SeenColumn, ...]":
        """The columns of a CSV called `name`, each with what it can be. Raises ImportRefused."""
        from journal.exchange.sketch import seen_columns

        return seen_columns(content, name, self.catalogue)

    def look_by(self, sketch: "Sketch", content: bytes, name: str, progress: Progress = no_progress) -> "Incoming":
        """What a file would bring by a mapping that was drawn. Raises Refused for one that says too little."""
        from journal.catalogue.mappings import read_mapping
        from journal.exchange.convert import Reader
        from journal.exchange.recognise import rows
        from journal.exchange.sketch import to_toml

        mapping = read_mapping(f"{sketch.id}.toml", to_toml(sketch, self.catalogue))
        return Reader(mapping, self.catalogue, self.clock).read(rows(content, name, mapping), progress)

    def keep_mapping(self, sketch: "Sketch") -> Path:
        """Keep a drawn mapping under its name, so that such files are known. Raises Refused when the name is taken."""
        from journal.catalogue.mappings import PACKAGED
        from journal.exchange.sketch import to_toml
        from journal.files import make_folder, write_whole

        content = to_toml(sketch, self.catalogue)
        place = self.paths.mappings / f"{sketch.id}.toml"
        if sketch.id in PACKAGED or (place.exists() and place.read_bytes() != content):
            raise Refused(f"not kept: there is a mapping {sketch.id!r} already; give another name")
        make_folder(self.paths.mappings)
        write_whole(place, content)
        return place

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

    def _refuse_target(self, target: Path) -> None:
        """Raise Refused when a backup would write over what is no backup, or among the journal's own files."""
        from journal.storage.errors import StorageError
        from journal.storage.verifying import look_over

        folder, place = (Path(os.path.realpath(each)) for each in (self.paths.folder, target))
        if place.is_relative_to(folder) and not place.is_relative_to(folder / self.paths.backups.name):
            raise Refused(f"not backed up: {target} lies inside the data folder; choose another place")
        if os.path.lexists(place):
            try:
                look_over(place)
            except StorageError:
                raise Refused(f"not backed up: {target} is there and is no backup; choose another name") from None

    def backup(self, to: Path | None = None) -> Path:
        """Write a verified copy of the journal (default: into the backups folder) and give its place."""
        if to is not None:
            self._refuse_target(to)
        target = to or self.backups.free()
        self.store.backup(target)
        return target
