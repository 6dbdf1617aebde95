"""What the settings name that is not there: said with its place in the file and the nearest that is there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from journal.catalogue.shapes import Catalogue
from journal.nearest import nearest
from journal.settings import Settings


@dataclass(frozen=True)
class Mistake:
    """`named`, in the setting called `setting`, cannot be: `said` tells why in one line."""

    setting: str
    named: str
    said: str

    def __str__(self) -> str:
        """ "keymap: there is no command 'driv'; did you mean 'drive'?"."""
        return f"{self.setting}: {self.said}"


def unknown(settings: Settings, catalogue: Catalogue) -> Iterator[Mistake]:
    """The names in `settings` that the content does not have."""
    needed = {each for exercise in catalogue.exercises.values() for each in exercise.equipment}
    asked = {
        "tracked": ("site", [each.site for each in settings.tracked], catalogue.sites),
        "equipment": ("equipment", settings.equipment, {*needed, *Settings().equipment}),
        "conditions": ("condition", settings.conditions, {*catalogue.contraindications, *catalogue.not_if}),
    }
    for setting, (what, names, known) in asked.items():
        for name in dict.fromkeys(names):
            if name not in known:
                yield Mistake(setting, name, f"there is no {what} {name!r}{nearest(name, known)}")


def known_only(settings: Settings, catalogue: Catalogue) -> Settings:
    """`settings` without the tracked sites that the content does not have: nothing could be rated there."""
    return replace(settings, tracked=tuple(each for each in settings.tracked if each.site in catalogue.sites))


def place(text: str, setting: str, named: str = "") -> str:
    """Where `named` stands in `setting` in the `text` of a settings file: ", line 3"; "" when it is not there."""
    lines = [line if not line.lstrip().startswith("#") else "" for line in text.splitlines()]
    begins = next((number for number, line in enumerate(lines) if _opens(line) == setting), None)
    if begins is None:
        return ""
    word = re.compile(rf"(?<![\w-]){re.escape(named)}(?![\w-])")
    found = (number for number in range(begins, len(lines)) if named and word.search(lines[number]))
    return f", line {next(found, begins) + 1}"


def _opens(line: str) -> str:
    """The setting that a line begins: "keymap" for `[keymap]`, `keymap.undo = "x"` and `keymap = {}`."""
    return re.split(r"[=.]", line)[0].strip().strip("[]\"'").strip()
