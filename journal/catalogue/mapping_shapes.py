"""What a mapping of another app's export says: frozen, checked when it is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Column = str | int | tuple[str, ...]
"""A column by its name, by one of several names (languages), or by its place, counted from 1."""

Word = str | int | float | bool
UNKNOWN = "unknown"
"""The value of a word that says the field stays unknown."""

ASKED = "asked"
"""As `site` and `side`: the place the runner names for the whole file; without one the entry is not made."""

Kind = Literal["rating", "function", "trigger", "massage", "strength", "run", "note"]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A value from a column, and how it is read.

    `words` gives words their values. `scale` is [what means none or best in the score, what means 10]: of 1-4 where 4
    is worst [1, 4], of 1-5 where 1 is worst [5, 1]. `divide` is for units; `duration` reads h:mm:ss as seconds;
    `find` looks for a site, a side or a trigger in the text. An `optional` cell that is empty leaves its field unknown.
    """

    column: Column
    nth: int = 1
    words: Mapping[str, Word] = field(default_factory=dict)
    scale: tuple[float, float] | None = None
    divide: float = 1
    duration: bool = False
    whole: bool = False
    find: Literal["", "site", "side", "trigger"] = ""
    among: tuple[str, ...] = ()
    optional: bool = False


Value = Word | Cell


@dataclass(frozen=True, kw_only=True)
class Condition:
    """Holds when the text of a column is one of `equals`, none of `not_equals`, and has one of `contains` in it, where
    they are given; capitals do not matter."""

    column: Column
    equals: tuple[str, ...] = ()
    not_equals: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One entry that a row may become, when all of `when` hold.

    Of rules with the same `one_of` the first that fits is taken. `each` makes an entry of every part of that column,
    cut at `split`. `text` are parts of the note, `tags` of the tags, with columns in braces; empty ones fall away.
    """

    kind: Kind
    set: Mapping[str, Value] = field(default_factory=dict)
    when: tuple[Condition, ...] = ()
    one_of: str = ""
    each: str = ""
    split: str = "|"
    text: tuple[str, ...] = ()
    join: str = " · "
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Time:
    """When a row happened: a `column` of dates or moments, and perhaps a `clock` column with the time of day.

    `formats` are those of strptime; without any it is ISO 8601. A moment without an offset is on the runner's wall
    clock ("local") or in UTC; `offset` names a column that gives one. `shift_hours` moves it. With `day_only` the time
    of day is not taken. A clock time before `day_starts` o'clock is of the calendar date after the one that is given:
    it is the source's day boundary. `seconds` of an activity are added, for sources that give its beginning.
    """

    column: Column
    clock: str = ""
    formats: tuple[str, ...] = ()
    clock_formats: tuple[str, ...] = ("%H:%M", "%H:%M:%S", "%I:%M %p")
    zone: Literal["local", "utc"] = "local"
    offset: str = ""
    shift_hours: float = 0
    day_only: bool = False
    day_starts: int = 0
    seconds: Cell | None = None


@dataclass(frozen=True, kw_only=True)
class FileMapping:
    """How the files of one app are recognised and read.

    `needs` are the columns by which a file is known; `files` the files of a zip that are read (`*` for any text);
    `header` the columns of files that name none; `list` the key of the list in JSON; `key` the columns that tell one
    row from another (default: all). What no rule takes is left out because of `left_out`.
    """

    id: str
    name: str
    about: str
    address: str = ""
    format: Literal["csv", "json"] = "csv"
    needs: tuple[str | tuple[str, ...], ...] = ()
    files: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    delimiter: str = ""
    list: str = ""
    key: tuple[str, ...] = ()
    left_out: str = "there is nothing in it that the journal records"
    time: Time
    entries: tuple[Rule, ...]
    own: bool = False

    def cells(self) -> Iterator[tuple[str, Cell]]:
        """Every cell that is read, with the field it goes to."""
        for rule in self.entries:
            yield from ((name, value) for name, value in rule.set.items() if isinstance(value, Cell))
