"""What the runner's own additions take for what they leave out: careful values, and an id made of the name."""

import unicodedata
from collections.abc import Mapping
from typing import Any
from zlib import crc32

PRESS_FORBIDDEN = ("any_open_flag_urgent", "onset_sudden_lt_72h", "anticoagulant", "varicose_here", "numb_here")
"""What forbids every technique of the runner's own that presses, whatever else they name."""


def with_defaults(kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """`fields` as they stand, and a careful value for what is missing and can be known."""
    given = dict(fields)
    name = given.get("name")
    given.setdefault("id", own_id(name) if isinstance(name, str) else "")
    return DEFAULTS[kind](given) | given


def own_id(name: str) -> str:
    """An id made of `name`: "Hüft-Beuger" becomes "huft_beuger"."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    made = "_".join("".join(each if each.isascii() and each.isalnum() else " " for each in bare).split())
    if not made:
        made = f"own_{crc32(name.encode(errors='replace')):08x}"
    return (made if made[0].isalpha() else f"own_{made}")[:60].rstrip("_")


def _site(given: Mapping[str, Any]) -> dict[str, Any]:
    return {"massage": "no", "short": given.get("name", "")}


def _trigger(_: Mapping[str, Any]) -> dict[str, Any]:
    return {"lag_hours": [0, 48]}


def _exercise(given: Mapping[str, Any]) -> dict[str, Any]:
    both = {"stage": "return", "cues": [], "stop_pain_gt": 2}
    if given.get("kind") == "cardio":
        return both | {"region": "cardio", "effort": "light", "sets": 1} | _unless("reps", given, seconds=1200)
    return both | {"region": "knee", "effort": "heavy", "sets": 3} | _unless("seconds", given, reps=10)


def _unless(other: str, given: Mapping[str, Any], **dose: int) -> dict[str, Any]:
    return {} if other in given else dict(dose)


def _technique(given: Mapping[str, Any]) -> dict[str, Any]:
    seconds = given.get("seconds_per_spot", 30)
    return {
        "tool": "hands",
        "setup": "As you do it.",
        "cues": [],
        "seconds_per_spot": seconds,
        "max_seconds_per_spot": max(60, seconds) if type(seconds) is int else 60,
        "discomfort_cap": 3,
        "evidence": "E",
    }


DEFAULTS = {"site": _site, "trigger": _trigger, "exercise": _exercise, "technique": _technique}
"""For each kind, the defaults that go with what is given."""
