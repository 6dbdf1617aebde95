"""What the runner draws a mapping from: the columns of a file, and what each of them is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from journal.model import Side

NUMBERS: Final = ("percent", "minutes", "km")
TEXTS: Final = ("note", "tags")

WORDS: Final[Mapping[str, str]] = {
    "": "left out",
    "clock": "time of day",
    "score": "a score of a place",
    "percent": "function in percent",
    "minutes": "minutes of a run",
    "km": "kilometres of a run",
    "note": "a note",
    "tags": "tags of the note",
}


@dataclass(frozen=True)
class SeenColumn:
    """A column of a file: its first values, and the roles it can have, the likeliest first; "" leaves it out.

    A role is "day:FORMAT", "clock", "score", "trigger:ID", "percent", "minutes", "km", "note" or "tags".
    """

    name: str
    examples: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """A mapping called `id`: the role of each column, where scores were felt, what means none and what the worst."""

    id: str
    roles: Mapping[str, str]
    place: tuple[str, Side]
    scale: tuple[float, float] = (0, 10)


def single(role: str) -> str:
    """What only one column can be: "day", "clock" and the like; "" for roles that several may have."""
    kind = role.partition(":")[0]
    return kind if kind in ("day", "clock", *NUMBERS, *TEXTS) else ""


def likely(columns: Sequence[SeenColumn]) -> dict[str, str]:
    """A role for each column: the likeliest that is not another column's already, where only one can have it."""
    roles: dict[str, str] = {}
    for column in columns:
        taken = {single(each) for each in roles.values()} - {""}
        roles[column.name] = next((each for each in column.roles if single(each) not in taken), "")
    return roles


def in_words(role: str) -> str:
    """What a role is called: "the day (%d.%m.%Y)", "driving"."""
    kind, _, what = role.partition(":")
    if kind == "day":
        return f"the day ({what})"
    return what.replace("_", " ") if kind == "trigger" else WORDS[kind]
