"""What every part of the door stands on: the folder, the clock, the file, the content, the choices."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from journal.clock import Clock
from journal.errors import CannotWrite, JournalError
from journal.files import make_folder
from journal.glance import Mark, content_mark, file_mark
from journal.paths import Paths

if TYPE_CHECKING:
    from journal.catalogue import Catalogue
    from journal.catalogue.outlines import LegOutline, View
    from journal.model import Entry
    from journal.settings import Settings
    from journal.settings_mistakes import Mistake
    from journal.storage.backups import Backups
    from journal.storage.store import Store

LOOK_BYTES = 32 << 20
"""A larger journal is not looked over by each command: SQLite walks all of it before it can be stopped (0.1 s for
200 MB). The app still looks, beside its first frame, and so does the backup of each day."""

LOOK_SECONDS = 0.1
"""So long at most the structure is looked at, once SQLite can be stopped."""

Warn = Callable[[str], None]


def ignore(line: str) -> None:
    """Tell nobody."""


class Opened:
    """The journal in one folder. Nothing is read before `open`."""

    def __init__(self, folder: Path, clock: Clock, warn: Warn = ignore) -> None:
        self.paths = Paths(folder)
        self.clock = clock
        self.warn = warn
        """Told in one line, from any thread, what went wrong and stopped nothing: a backup that failed."""
        self._store: Store | None = None
        self._damage: JournalError | None = None
        """What a look at the structure found; who reads in another thread meanwhile is told that, too."""
        self.only_reading: JournalError | None = None
        """Why nothing can be saved in this journal; None for one that can be written."""
        self._written: tuple[Settings, tuple[str, ...]] | None = None
        """The settings as the file has them, and what in it could not be read."""
        self._settings: Settings | None = None
        self._read_from: dict[str, Mark] = {}
        """What the files that were read in were like then."""

    def open(self, *, look_over: bool = True) -> Self:
        """Open the stored entries, making the folder and the file when there are none.

        A journal of a newer version opens for reading only. `look_over`: look at its structure before anything is
        read or written, unless it is large (LOOK_BYTES). Raises StorageError.
        """
        from journal.private import close_to_others
        from journal.storage.errors import NewerJournal
        from journal.storage.store import Store

        self._damage, begun = None, not self.paths.journal.exists()
        try:
            self._store = Store.open(self.paths.journal, self.clock, self.words, self.backups)
        except NewerJournal as error:
            return self.open_to_read(error)
        if look_over and self.paths.journal.stat().st_size <= LOOK_BYTES:
            self.look_over()
        opened_up = close_to_others(self.paths)
        if opened_up:
            self.warn(opened_up)
        if begun and self.backups.named():
            self.warn(
                f"no journal was in {self.paths.folder}, so a new one is begun; there are backups: rj restore --list"
            )
        return self

    def open_to_read(self, refusal: JournalError) -> Self:
        """Open what `open` refused with `refusal`, as far as it can be read. Raises `refusal` when it cannot."""
        from journal.storage.store import Store

        self._store = Store.only_reading(self.paths.journal, self.clock, self.words, refusal)
        self.only_reading = refusal
        return self

    def look_over(self) -> None:
        """Raise JournalDamaged, with the journal closed, when a short look at its structure finds it broken."""
        from journal.storage.errors import JournalDamaged

        try:
            self.store.look_over(LOOK_SECONDS)
        except JournalDamaged as error:
            self._damage = error
            self.close()
            raise

    def _make_folder(self) -> None:
        try:
            make_folder(self.paths.folder)
        except OSError as error:
            raise CannotWrite(f"not saved: {error.filename}: {error.strerror}. Nothing was changed.") from None

    @property
    def backups(self) -> "Backups":
        """The folder of backups, for the door's own use."""
        from journal.storage.backups import Backups

        return Backups(self.paths.backups, self.clock, lambda line: self.warn(line))

    def close(self) -> None:
        """Let go of the file."""
        if self._store is not None:
            self._store.close()
            self._store = None
            self.only_reading = None

    def __enter__(self) -> Self:
        return self if self._store is not None else self.open()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self.only_reading and kind is None:
            self.warn(f"{self.only_reading} It was opened for reading only.")
        self.close()

    @property
    def store(self) -> "Store":
        """The open store, for the door's own use. Raises JournalDamaged when it was closed for that."""
        if self._store is None:
            if self._damage is not None:
                raise self._damage
            raise RuntimeError("the journal is not open")
        return self._store

    @property
    def is_open(self) -> bool:
        """True between `open` and `close`."""
        return self._store is not None

    @cached_property
    def catalogue(self) -> "Catalogue":
        """All content, with the runner's own additions."""
        from journal.catalogue import load_catalogue

        self._read_from |= {"own": file_mark(self.paths.own), "content": content_mark()}
        return load_catalogue(self.paths.own)

    @cached_property
    def outlines(self) -> "Mapping[View, LegOutline]":
        """The legs, from behind and from the front, as drawn on a map."""
        from journal.catalogue.outlines import load_outlines

        return load_outlines()

    @property
    def settings(self) -> "Settings":
        """What the runner chose, without the sites that are not there."""
        if self._settings is None:
            from journal.settings_mistakes import known_only

            self._settings = known_only(self._chosen, self.catalogue)
        return self._settings

    @property
    def _chosen(self) -> "Settings":
        return self._read_settings()[0]

    def _read_settings(self) -> "tuple[Settings, tuple[str, ...]]":
        if self._written is None:
            from journal.settings_file import load_settings

            self._read_from["settings"] = file_mark(self.paths.settings)
            self._written = load_settings(self.paths.settings)
        return self._written

    @property
    def settings_problems(self) -> tuple[str, ...]:
        """What in the settings file was left out, a line each."""
        from journal.settings_mistakes import unknown

        chosen, misread = self._read_settings()
        return (*misread, *map(self.where_chosen, unknown(chosen, self.catalogue)))

    def where_chosen(self, mistake: "Mistake") -> str:
        """A mistake in the settings, with the file and the line it stands in."""
        from journal.settings_mistakes import place

        path = self.paths.settings
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        return f"{path.name}{place(text, mistake.setting, mistake.named)}: {mistake}"

    def change_settings(self, **changes: Any) -> "Settings":
        """Change and save settings by name. Raises Refused for a value out of range, CannotWrite."""
        from journal.settings_file import changed, save_settings

        settings = changed(self._chosen, **changes)
        self._make_folder()
        save_settings(self.paths.settings, settings)
        self._written = self._settings = None
        return self.settings

    def add_own(self, kind: str, **fields: Any) -> None:
        """Add the runner's own site, trigger, exercise or technique. Raises CatalogueError with one line."""
        from journal.catalogue import add_own

        self._make_folder()
        add_own(self.paths.own, kind, fields)
        self.__dict__.pop("catalogue", None)
        self._settings = None

    def tell(self, entry: "Entry") -> str:
        """One line that says what an entry says."""
        from journal.tell import tell

        return tell(entry, self.catalogue, self.settings.distance_unit, self.settings.date_format)

    def site_name(self, site: str, side: str | None) -> str:
        """ "left upper outer calf", without a side "upper outer calf"."""
        from journal.tell import site_name

        return site_name(site, side, self.catalogue)

    def day_words(self, day: date, *, weekday: bool = True, year: bool = False) -> str:
        """ "Mon 23 Nov", as the runner chose to have days written."""
        from journal.dates import day_words

        return day_words(day, self.settings.date_format, weekday=weekday, year=year)

    def words(self, entry: "Entry") -> str:
        """The words an entry is found by, besides its note and tags."""
        from journal.vocabulary import search_words

        return search_words(entry, self.catalogue)
