"""Entries as plain JSON values and back: the one form for the database, the export, and `--json`."""

from collections.abc import Mapping
from typing import Any

import msgspec

from journal.model import KINDS, Entry, InvalidEntry


def to_plain(entry: Entry) -> dict[str, Any]:
    """`entry` as JSON values under its field names, `kind` second; times are ISO 8601 with offset."""
    fields: dict[str, Any] = msgspec.to_builtins(entry)
    fields["at"] = entry.at.isoformat()
    fields["recorded_at"] = entry.recorded_at.isoformat() if entry.recorded_at else None
    return {"id": fields.pop("id"), "kind": entry.kind, **fields}


def from_plain(plain: Mapping[str, Any]) -> Entry:
    """The entry that `plain` stands for. Raises InvalidEntry, naming the field, for anything it does not fit."""
    kind = plain.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise InvalidEntry(f"kind {kind!r} is not one of {', '.join(KINDS)}")
    fields = {name: value for name, value in plain.items() if name != "kind"}
    known = KINDS[kind].__dataclass_fields__
    unknown = [name for name in fields if name not in known]
    if unknown:
        raise InvalidEntry(f"{kind} has no field {unknown[0]!r}")
    try:
        return msgspec.convert(fields, KINDS[kind])
    except msgspec.ValidationError as error:
        raise InvalidEntry(str(error).replace("`", "").replace("$.", "")) from None


def to_json(entry: Entry) -> str:
    """`entry` as one line of JSON."""
    return msgspec.json.encode(to_plain(entry)).decode()


def from_json(line: str | bytes) -> Entry:
    """The entry in one line of JSON. Raises InvalidEntry."""
    try:
        plain = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidEntry(f"not JSON: {error}") from None
    if not isinstance(plain, dict):
        raise InvalidEntry("an entry is a JSON object")
    return from_plain(plain)
