"""One value of one row, read as its mapping says."""

import re
from math import floor, isfinite
from typing import Any

from journal.catalogue.mapping_shapes import UNKNOWN, Cell, Condition
from journal.catalogue.shapes import Catalogue
from journal.exchange.moments import Absent, Unfit
from journal.exchange.table import Row
from journal.quick.phrases import phrase
from journal.quick.vocabulary import best_of, vocabulary_of

DURATION = re.compile(r"(-?)(\d{1,6}):([0-5]?\d):([0-5]?\d)(?::.*)?", re.DOTALL)
THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+")
BRACES = re.compile(r"\{([^{}]+)\}")
MOST_DIGITS = 30


def holds(condition: Condition, row: Row) -> bool:
    """True when the row is as the condition asks."""
    text = row.text(condition.column).casefold()
    if condition.equals and text not in [each.casefold() for each in condition.equals]:
        return False
    if text in [each.casefold() for each in condition.not_equals]:
        return False
    return not condition.contains or any(each.casefold() in text for each in condition.contains)


def value_of(cell: Cell, name: str, row: Row, catalogue: Catalogue) -> Any:
    """The value for the field `name`; None is unknown. Raises Absent, and Unfit for what cannot be read."""
    text = row.text(cell.column, cell.nth)
    if not text:
        if cell.optional:
            return None
        raise Absent(f"{name} is empty")
    if cell.find:
        return found(text, cell, catalogue)
    words = {word.casefold(): value for word, value in cell.words.items()}
    if text.casefold() in words:
        value = words[text.casefold()]
        return None if value == UNKNOWN else value
    number = _duration(text, name) if cell.duration else _number(text, name)
    return _scaled(number, cell, name, 100 if name == "percent" else 10)


def found(text: str, cell: Cell, catalogue: Catalogue) -> str:
    """The id of the site or side that is named within `text`, or of the trigger that it names as a whole.

    (A habit "no driving" is not driving.) Raises Absent.
    """
    words = phrase(text)
    if cell.find == "side":
        sides = {side for side in ("left", "right") if side in words or side[0] in words}
        if len(sides) != 1:
            raise Absent(f"{text[:40]!r} names no side")
        return sides.pop()
    known = vocabulary_of(catalogue)
    least = len(words) if cell.find == "trigger" else 1
    for length in range(len(words), least - 1, -1):
        for start in range(len(words) - length + 1):
            meant = known.find(words[start : start + length])
            best = best_of(each for each in (meant.names if meant else ()) if each.kind == cell.find)
            ids = {each.id for each in best if not cell.among or each.id in cell.among}
            if len(ids) == 1:
                return ids.pop()
    raise Absent(f"{text[:40]!r} names no {cell.find}")


def scale_said(cell: Cell, name: str) -> str:
    """In words, what a scale becomes: "soreness 1-4 as 0-10: 1 is 0, 2 is 3, 3 is 7, 4 is 10"."""
    assert cell.scale is not None
    first, last = sorted(cell.scale)
    most = 100 if name == "percent" else 10
    column = cell.column[0] if isinstance(cell.column, tuple) else cell.column
    steps = range(floor(first), floor(last) + 1) if last - first <= 10 else (first, last)
    told = ", ".join(f"{step:g} is {_scaled(float(step), cell, name, most):g}" for step in steps)
    return f"{column} {first:g}-{last:g} as {name} 0-{most}: {told}"


def _scaled(number: float, cell: Cell, name: str, most: int) -> float | int:
    if cell.scale is not None:
        none, worst = cell.scale
        if not min(cell.scale) <= number <= max(cell.scale):
            raise Unfit(f"{name}: {number:g} is not on the scale {none:g}-{worst:g}")
        number = (number - none) / (worst - none) * most
    number = round(number / cell.divide, 2)
    if cell.whole:
        return floor(number + 0.5)
    return int(number) if number == floor(number) else number


def _number(text: str, name: str) -> float:
    """A number with a point or a comma before its decimals. "1,234" could be two numbers, and is neither."""
    if THOUSANDS.fullmatch(text):
        raise Unfit(f"{name}: {text[:40]!r} could mean thousands or decimals")
    plain = text.replace(",", ".", 1) if "." not in text else text
    try:
        number = float(plain) if len(plain) <= MOST_DIGITS and "_" not in plain else float("nan")
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise Unfit(f"{name}: {text[:40]!r} is not a number")
    return number


def _duration(text: str, name: str) -> float:
    match = DURATION.fullmatch(text)
    if match is None:
        raise Unfit(f"{name}: {text[:40]!r} is not a duration like 1:10:00")
    hours, minutes, seconds = (int(each) for each in match.groups()[1:])
    return (hours * 3600 + minutes * 60 + seconds) * (-1 if match[1] else 1)


def filled(template: str, row: Row) -> str:
    """`template` with the columns in braces; "" when there are some and all of them are empty."""
    names = BRACES.findall(template)
    values = [row.text(name) for name in names]
    if names and not any(values):
        return ""
    pieces = iter(values)
    return BRACES.sub(lambda _: next(pieces), template).strip()
