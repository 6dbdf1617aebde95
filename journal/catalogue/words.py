"""The words and numbers of an entry: that they can be read, and what the runner may call it by."""

import re
from collections.abc import Iterator
from math import isfinite
from typing import Any

from journal.visible import visible

Fault = tuple[str, str]
"""The field, and what is wrong with it."""

ID = re.compile(r"[a-z][a-z0-9_]{0,59}|[PKD][0-9]*[a-z]?")
"""The form of an id; those of sources begin with a capital."""
TEXT_MOST = 600
NUMBER_MOST = 1_000_000


def claims(entry: Any) -> set[str]:
    """The words an entry is known by, as `spoken`: its id, its name, and what people say."""
    return {spoken(text) for text in (entry.id, entry.name, *entry.say)}


def spoken(text: str) -> str:
    """`text` as it is compared: in small letters, with single spaces for blanks and underscores."""
    return " ".join(text.casefold().replace("_", " ").split())


def plain_faults(entry: Any) -> Iterator[Fault]:
    """What is wrong with the values of an entry, whatever its shape. Only a text left out by default may be empty."""
    for name, field in entry.__dataclass_fields__.items():
        value = getattr(entry, name)
        for part in value if isinstance(value, tuple) else (value,):
            why = _why_not(part, may_be_empty=field.default == "")
            if why:
                yield name, why
        if isinstance(value, tuple) and len(set(value)) < len(value):
            yield name, "something is there twice"
    if not ID.fullmatch(getattr(entry, "id", "none")):
        yield "id", "it is made of a-z, 0-9 and _, and begins with a letter"


def _why_not(value: object, may_be_empty: bool) -> str:
    if isinstance(value, str):
        return _why_no_text(value, may_be_empty)
    if isinstance(value, float) and not isfinite(value):
        return f"{value} is not a number"
    if isinstance(value, int | float) and not 0 <= value <= NUMBER_MOST:
        return f"{value:g} is not 0-{NUMBER_MOST:g}"
    return ""


def _why_no_text(text: str, may_be_empty: bool) -> str:
    if not text.isprintable() and visible(text) != text:
        return "it has a control character"
    if len(text) > TEXT_MOST:
        return f"it is longer than {TEXT_MOST} characters"
    if not text.strip() and not may_be_empty:
        return "it is empty"
    return ""
