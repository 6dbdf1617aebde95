"""What a line is made of once it is scanned: words that mean something, numbers, amounts, days and times."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import IntEnum
from typing import Literal

from journal.model import Side

NameKind = Literal["site", "trigger", "technique", "exercise", "test"]


class Rank(IntEnum):
    """How a phrase comes to mean something; the lower wins."""

    NAME = 0
    ALIAS = 1
    SAY = 2
    TOOL = 3
    TRACKED = 4
    INITIALS = 5


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing of the catalogue that a phrase may mean, with the side it says, if any."""

    kind: NameKind
    id: str
    rank: Rank
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """So many journal days before today."""

    days: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """The most recent such day, Monday 0; `last` never means today."""

    index: int
    last: bool = False


@dataclass(frozen=True, slots=True)
class OnDate:
    """A calendar date; without a year the most recent one."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Ago:
    """A while before now."""

    while_: timedelta


@dataclass(frozen=True, slots=True)
class Now:
    """The present moment."""


DayWord = Back | Weekday | OnDate | Ago | Now


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A piece of a line: its text as typed and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Item):
    """A phrase: a `key` of the language itself ("left", "none", "massage"), or `names` of the best rank.

    `elsewhere` holds the meanings that have no place in this kind of entry.
    """

    key: str = ""
    names: tuple[Meaning, ...] = ()
    elsewhere: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Item):
    """A number without a unit."""

    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Item):
    """Numbers with units, added up: "1h30m"."""

    parts: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets(Item):
    """ "3x12" or "4x30s"."""

    count: int
    reps: int | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Load(Item):
    """ "@20kg"; None without a unit."""

    kg: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Item):
    """ "6>3": before and after, either may be missing."""

    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Item):
    """Which day."""

    day: DayWord


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall(Item):
    """What the wall clock showed, with the offset from UTC where it was given; None for a time that is not known."""

    wall: time | None
    offset: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Item):
    """A #word."""

    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown(Item):
    """What could not be read; `why` and `instead` when that is known."""

    why: str = ""
    instead: str = ""


def is_date(year: int, month: int, day: int) -> bool:
    """True when the calendar has that date."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
