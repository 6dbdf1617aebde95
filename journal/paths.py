"""Where everything of one journal lives."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from journal.errors import CannotWrite
from journal.glance import FILE

FOLDER_VARIABLE = "RECOVERY_JOURNAL_DATA"


class Paths(NamedTuple):
    """The files of the journal in one folder."""

    folder: Path

    @property
    def journal(self) -> Path:
        """The database."""
        return self.folder / "journal.db"

    @property
    def settings(self) -> Path:
        """What the runner chose."""
        return self.folder / "settings.toml"

    @property
    def own(self) -> Path:
        """The runner's own sites, triggers, exercises and techniques."""
        return self.folder / "own.toml"

    @property
    def mappings(self) -> Path:
        """The runner's own mappings of other apps' files."""
        return self.folder / "mappings"

    @property
    def newer(self) -> Path:
        """Lines of a newer version's export that this version does not know; they are written out again."""
        return self.folder / "newer.jsonl"

    @property
    def timer(self) -> Path:
        """The massage timer that is under way."""
        return self.folder / "timer.json"

    @property
    def glance(self) -> Path:
        """What is shown first, made again whenever something changed."""
        return self.folder / FILE

    def drafts(self) -> list[Path]:
        """What was typed and not saved when the app had to close, a file a line."""
        return sorted(self.folder.glob("draft*.json"))

    @property
    def log(self) -> Path:
        """Where the program says what it did not expect; holds nothing that was recorded."""
        return self.folder / "errors.log"

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self.folder / "backups"


def data_folder(given: str | None, environment: Mapping[str, str]) -> Path:
    """The data folder: `given` (--data), else the variable RECOVERY_JOURNAL_DATA, else the platform's own.

    A relative XDG_DATA_HOME is ignored, as its specification asks. Raises CannotWrite when there is no home folder.
    """
    named = given or environment.get(FOLDER_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    xdg = environment.get("XDG_DATA_HOME", "")
    if os.name == "posix" and not xdg.startswith("/") and not environment.get("HOME"):
        raise CannotWrite("cannot find your home folder: set HOME or XDG_DATA_HOME, or name a folder with --data")
    from platformdirs import user_data_path

    if xdg and not xdg.startswith("/"):
        return Path(environment["HOME"]) / ".local" / "share" / "recovery-journal"
    return user_data_path("recovery-journal", appauthor=False)
