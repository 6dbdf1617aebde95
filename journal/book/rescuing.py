"""What can be done when the journal is not whole: backups, and putting one in its place."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from journal.book.opened import Opened

if TYPE_CHECKING:
    from journal.storage.shapes import Checked, KnownBackup, Rescued, Restored, Unknown


class Rescuing(Opened):
    """None of this needs a journal that is open, nor one that can be read."""

    def known_backups(self) -> "Iterator[KnownBackup]":
        """Every backup, looked over, the newest first. The journal need not be open, nor whole."""
        return self.backups.known()

    def former_journals(self) -> "list[KnownBackup]":
        """What restoring moved aside, looked over, the newest first."""
        from journal.storage.restoring import FORMER

        found = sorted(self.paths.folder.glob(FORMER), reverse=True)
        return [self.backups.look(each, self.backups.when(each), "former") for each in found]

    def newest_backup(self) -> "KnownBackup | None":
        """The newest backup that is whole, None when there is none. The journal need not be open, nor whole."""
        return next((each for each in self.known_backups() if each.problem is None), None)

    def check(self) -> "Checked":
        """Look over everything: the whole journal, its backups, the names in the content. Takes a while.

        Opens the journal for it when it is not open; makes none. Raises StorageError for one that cannot be judged.
        """
        from journal.storage.errors import JournalDamaged
        from journal.storage.shapes import Checked

        entries: int | None = None
        problems: tuple[str, ...] = ()
        unknown: tuple[Unknown, ...] = ()
        open_before = self.is_open
        if open_before or os.path.lexists(self.paths.journal):
            try:
                store = (self if open_before else self.open(look_over=False)).store
                problems = store.check()
                entries = store.count()
                unknown = () if problems else self._unknown()
            except JournalDamaged as error:
                problems = (str(error),)
            finally:
                if not open_before:
                    self.close()
        content = (*self.settings_problems, *map(str, self.catalogue.problems))
        return Checked(
            entries=entries, problems=problems, backups=tuple(self.known_backups()), unknown=unknown, content=content
        )

    def _unknown(self) -> "tuple[Unknown, ...]":
        from journal.storage.shapes import Unknown
        from journal.vocabulary import unknown

        used = Counter(each for entry in self.store.all_entries() for each in unknown(entry, self.catalogue))
        return tuple(Unknown(kind=kind, id=name, entries=count) for (kind, name), count in sorted(used.items()))

    def rescue(self) -> "Rescued":
        """Put a new journal with every entry that can be read in the place of a damaged one. Closes the journal.

        What cannot be read in it comes from its change log or the newest backup. Raises StorageError; then nothing
        was changed.
        """
        from journal.storage.rescuing import rescue

        self.close()
        newest = self.newest_backup()
        return rescue(self.paths.journal, Path(newest.path) if newest else None, self.clock, self.words)

    def restore(self, source: Path) -> "Restored":
        """Put a backup in the journal's place, also of a damaged one, which is moved aside. Closes the journal.

        Raises StorageError; then nothing was changed.
        """
        from journal.storage.restoring import restore
        from journal.storage.shapes import Restored

        self.close()
        found, former = restore(self.paths.journal, source, self.clock, self.backups)
        return Restored(
            entries=found.entries,
            changed=len(found.changed),
            source=str(source),
            made=self.backups.when(source),
            former=str(former) if former else None,
        )
