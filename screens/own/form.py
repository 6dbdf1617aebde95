"""What is asked for each kind of addition; everything else keeps its cautious default."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from journal.errors import Refused


def words(text: str) -> str:
    """The text as it is."""
    return text.strip()


def number(text: str) -> int | None:
    """A whole number; nothing is None. Raises Refused."""
    if not text.strip():
        return None
    if not text.strip().isdigit():
        raise Refused(f"{text.strip()!r} is not a whole number")
    return int(text)


def listed(text: str) -> list[str]:
    """Words between commas, as a list."""
    return [word.strip() for word in text.split(",") if word.strip()]


@dataclass(frozen=True)
class Field:
    """One line of the form: its name in the content, the question, an example, what is filled in, how it is read."""

    name: str
    ask: str
    example: str
    begins: str = ""
    read: Callable[[str], Any] = words


NAME = Field("name", "Name", "as you say it")

FORMS: Mapping[str, tuple[Field, ...]] = {
    "trigger": (NAME, Field("unit", "Unit", "min, h, flights, km, count or score", "min")),
    "site": (
        NAME,
        Field("massage", "Massage", "ok on a muscle belly, light, or no", "no"),
        Field("view", "Seen from", "back or front", "back"),
    ),
    "exercise": (
        NAME,
        Field("sets", "Sets", "3", "3", number),
        Field("reps", "Repetitions", "10; leave empty for a hold", "10", number),
        Field("seconds", "Seconds", "30; leave empty for repetitions", "", number),
        Field("cues", "How", "what to heed, between commas", "", listed),
    ),
    "technique": (
        NAME,
        Field("tool", "Tool", "ball, hands, roller, stick", "hands"),
        Field("sites", "Sites", "their ids, between commas", "upper_outer_calf", listed),
        Field("setup", "Set-up", "how you sit or lie"),
        Field("cues", "How", "what to heed, between commas", "", listed),
        Field("seconds_per_spot", "Seconds", "30", "30", number),
    ),
}


def read_form(kind: str, texts: Mapping[str, str]) -> dict[str, Any]:
    """The fields of an addition from what was typed; empty ones are left to their defaults. Raises Refused."""
    fields: dict[str, Any] = {}
    for field in FORMS[kind]:
        value = field.read(texts.get(field.name, ""))
        if value not in ("", None, []):
            fields[field.name] = value
    return fields
