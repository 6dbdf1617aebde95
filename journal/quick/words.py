"""Entries that are words: a note, a comment."""

import re
from dataclasses import dataclass
from typing import Any

from journal.model import Comment, Note, Role
from journal.quick.bag import is_word
from journal.quick.errors import Refusal, quoted
from journal.quick.feeling import What
from journal.quick.free_text import read_text
from journal.quick.items import Ago, Back, Day, Item, OnDate, Wall
from journal.quick.keywords import FILLER
from journal.quick.scan import Scanner
from journal.quick.when import Given

ROLES: tuple[Role, ...] = ("self", "coach", "physio", "doctor")

_COLON = re.compile(r"\s*:(?:\s+|$)")
_SAYS = re.compile(r":(?!\S)")
_BEGINNING = 120
"""A date, and who said it, are looked for in so many characters."""


@dataclass(frozen=True)
class Beginning:
    """The day and the clock time a text begins with, and where the rest begins."""

    day: Day | None = None
    wall: Wall | None = None
    end: int = 0

    @property
    def items(self) -> tuple[Item, ...]:
        """What was read."""
        return tuple(item for item in (self.day, self.wall) if item)


def note(text: str, beginning: Beginning) -> What:
    """Words for the day, with their tags."""
    words, tags = read_text(text[beginning.end :])
    if not words:
        raise Refusal("the note has no words", "note new shoes today #shoes")
    return Note, {"note": words, "tags": tags}


def comment(text: str, beginning: Beginning) -> What:
    """ "coach Anna: text": a role, a name (it may be left out), a colon, and what was said."""
    said = text[beginning.end :].lstrip()
    colon = _SAYS.search(said, 0, _BEGINNING)
    first, _, name = said[: colon.start()].partition(" ") if colon else ("", "", "")
    role = next((each for each in ROLES if first.lower() == each), None)
    if colon is None or role is None:
        raise Refusal("who said it is missing", "comment coach Anna: text")
    author = name.strip() or role
    words, tags = read_text(said[colon.end() :])
    if not words:
        raise Refusal(f"what {quoted(author)} said is missing", f"comment {role} {author}: text")
    fields: dict[str, Any] = {"author": author, "role": role, "text": words, "tags": tags}
    return Comment, fields


def beginning_of(text: str, given: Given, *, sure: bool) -> Beginning:
    """The date a text begins with.

    When `sure`, what stands there can be nothing else than a date. Otherwise it is one with a colon behind it, and
    without only where it can hardly begin a sentence: yesterday, 2d ago, a date with its year.
    """
    scanner = Scanner(text[:_BEGINNING], given.vocabulary, given.tracked_phrases, ())
    day: Day | None = None
    wall: Wall | None = None
    position = end = 0
    while (item := scanner.item(position)) is not None:
        position = item.end
        if isinstance(item, Day) and day is None:
            day, end = item, position
        elif isinstance(item, Wall) and wall is None:
            wall, end = item, position
        elif not is_word(item, FILLER):
            break
    if colon := _COLON.match(text, end):
        return Beginning(day, wall, colon.end())
    return Beginning(day, wall, end) if sure or _is_plain(day) else Beginning()


def _is_plain(day: Day | None) -> bool:
    match day.day if day else None:
        case Back(days):
            return days > 0
        case Ago():
            return True
        case OnDate(year=year):
            return year is not None
        case _:
            return False
