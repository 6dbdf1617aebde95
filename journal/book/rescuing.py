"""What can be done when the journal is not whole: backups, and putting one in its place."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from journal.book.opened import Opened

if TYPE_CHECKING:
    from journal.storage.shapes import KnownBackup, Restored


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

    def restore(self, source: Path) -> "Restored":
        """Put a backup in the journal's place, also of a damaged one, which is moved aside. Closes the journal.

        Raises StorageError; then nothing was changed.
        """
        from journal.storage.restoring import restore
        from journal.storage.shapes import Restored

        self.close()
        made = self.backups.when(source)
        found, former = restore(self.paths.journal, source, self.clock, self.backups)
        return Restored(
            entries=found.entries,
            changed=len(found.changed),
            source=str(source),
            made=made,
            former=str(former) if former else None,
        )
