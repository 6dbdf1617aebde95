"""TOML into the shapes of the content: strict, with unknown fields refused and every mistake named."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from journal.catalogue.problems import refuse
from journal.converting import convert
from journal.toml import NotToml, parse_toml
from journal.visible import visible

Shape = TypeVar("Shape")

AT = re.compile(r" - at `\$\.?([^`]*)`$")
MISSING = re.compile(r"Object missing required field `(\w+)`")


def parse(file: str, content: bytes) -> dict[str, Any]:
    """The tables in the TOML `content`. Raises CatalogueError."""
    try:
        return parse_toml(content.decode())
    except UnicodeDecodeError:
        raise refuse(file, why="it is not UTF-8 text") from None
    except NotToml as error:
        raise refuse(file, why=f"it is not TOML: {error}") from None


def to_shape(shape: type[Shape], fields: Any, file: str) -> Shape:
    """`fields` as a `shape`; nothing is guessed or left out. Raises CatalogueError, naming entry and field."""
    if not isinstance(fields, Mapping):
        raise refuse(file, why=f"{shown(fields)} is not a table of fields")
    entry = name_of(fields)
    known = [name for name in shape.__dataclass_fields__ if name != "own"]  # type: ignore[attr-defined]
    for name in fields:
        if name not in known:
            raise refuse(file, entry, shown(name), f"there is no such field{_hint(name, known)}")
    try:
        return convert(fields, shape)
    except msgspec.ValidationError as error:
        field, why = _explained(str(error))
        raise refuse(file, entry, field, why) from None


def _hint(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return f"; did you mean {near[0]}?" if near else ""


def name_of(fields: Mapping[str, Any]) -> str:
    """What an entry is called in a message: the first of its words, its id, or what comes nearest; "" without any."""
    for name in ("words", "id", "name", "stage"):
        value = fields.get(name)
        if value not in (None, "") and not (name == "stage" and isinstance(value, str)):
            return shown(value[0] if isinstance(value, list) and value else value)
    return ""


def shown(value: object) -> str:
    """`value` in one short line without control characters, for a message."""
    text = value if isinstance(value, str) else repr(value)
    return visible(text[:60]) + "…" * (len(text) > 60)


def _explained(message: str) -> tuple[str, str]:
    """The field and the reason in a message of msgspec."""
    missing = MISSING.match(message)
    if missing:
        return missing[1], "it is missing"
    at = AT.search(message)
    reason = AT.sub("", message).replace("`", "")
    return (at[1] if at else "", visible(reason[:1].lower() + reason[1:]))
