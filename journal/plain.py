"""Entries as plain JSON values and back: the one form for the database, the export, and `--json`."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

import msgspec

from journal.converting import convert
from journal.model import KINDS, Entry, InvalidEntry

FIELDS: Mapping[str, frozenset[str]] = {
    kind: frozenset(shape.__dataclass_fields__) - {"more"} for kind, shape in KINDS.items()
}
"""The names of the fields of each kind."""

COMMON = tuple(each.name for each in fields(Entry))
OWN = {kind: tuple(each.name for each in fields(shape) if each.name not in COMMON) for kind, shape in KINDS.items()}
"""The fields of each kind that only it has, in their order."""

DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    kind: {each.name: each.default for each in fields(shape) if each.default is not MISSING and each.name != "more"}
    for kind, shape in KINDS.items()
}
"""What stands for a field that is left out. (msgspec would leave the attribute out, too.)"""


def to_plain(entry: Entry) -> dict[str, Any]:
    """`entry` as JSON values under its field names, `kind` second; times are ISO 8601 with offset.

    Fields of a newer version stand last, as they came.
    """
    plain: dict[str, Any] = msgspec.to_builtins(_fields(entry))
    return plain


def own_fields(entry: Entry) -> dict[str, Any]:
    """The fields that `entry` has by its kind, under their names and in their order."""
    return {name: getattr(entry, name) for name in OWN[entry.kind]}


def _fields(entry: Entry) -> dict[str, Any]:
    newer = msgspec.json.decode(entry.more) if entry.more else {}
    return {
        "id": entry.id,
        "kind": entry.kind,
        "at": entry.at.isoformat(),
        "zone": entry.zone,
        "note": entry.note,
        "tags": entry.tags,
        "source": entry.source,
        "recorded_at": entry.recorded_at.isoformat() if entry.recorded_at else None,
        "time_known": entry.time_known,
        "entered_late": entry.entered_late,
        **own_fields(entry),
        **newer,
    }


def from_plain(plain: Mapping[str, Any]) -> Entry:
    """The entry that `plain` stands for. Fields that are not known here are kept in `more`.

    Raises InvalidEntry, naming the field, for anything that does not fit.
    """
    kind = plain.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise InvalidEntry(f"kind {kind!r} is not one of {', '.join(KINDS)}")
    fields = {**plain}
    del fields["kind"]
    try:
        return convert(completed(fields, kind), KINDS[kind])
    except msgspec.ValidationError as error:
        raise InvalidEntry(str(error).replace("`", "").replace("$.", "")) from None


def completed(fields: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Every field of an entry of `kind`: what is left out with its default, what is not known here in `more`."""
    given = {**DEFAULTS[kind], **fields, "more": ""}
    if not FIELDS[kind].issuperset(fields):
        newer = {name: value for name, value in fields.items() if name not in FIELDS[kind]}
        given = {name: value for name, value in given.items() if name in FIELDS[kind]}
        given["more"] = msgspec.json.encode(newer).decode()
    return given


def to_json(entry: Entry) -> str:
    """`entry` as one line of JSON."""
    return msgspec.json.encode(_fields(entry)).decode()


def from_json(line: str | bytes) -> Entry:
    """The entry in one line of JSON. Raises InvalidEntry."""
    try:
        plain = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidEntry(f"not JSON: {error}") from None
    if not isinstance(plain, dict):
        raise InvalidEntry("an entry is a JSON object")
    return from_plain(plain)
