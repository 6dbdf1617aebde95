"""Entries to rows and back. The common fields have columns, a kind's own fields are JSON in `body`.

Some of them are copied into columns of their own, so that SQL can choose and add up by them.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import blake2b
from typing import Any

import msgspec

from journal.model import KINDS, Entry, InvalidEntry
from journal.storage.errors import UnreadableRow
from journal.storage.ids import EPOCH

Row = dict[str, Any]
Words = Callable[[Entry], str]
"""What an entry is found by, besides its note and tags: the names of its site, trigger, exercise, an author."""

COMMON = tuple(each.name for each in fields(Entry))
LIFTED: Mapping[str, Mapping[str, str]] = {
    "rating": {"site": "site", "side": "side", "measure": "measure", "score": "score"},
    "function": {"side": "side", "amount": "percent"},
    "trigger": {"what": "trigger", "amount": "amount"},
    "massage": {"what": "technique", "site": "site", "side": "side", "amount": "seconds"},
    "strength": {"what": "exercise"},
    "run": {"amount": "minutes"},
    "gate_test": {"what": "test", "side": "side", "amount": "value"},
    "episode": {"site": "site", "side": "side"},
    "comment": {"what": "refers_to"},
}
"""For each kind the columns that hold a copy of one of its fields."""

_COPIES = ("site", "side", "measure", "score", "what", "amount")
_SUMMED = (
    *("id", "kind", "instant", "offset", "zone", "day", "time_known", "note", "tags", "source"),
    *("recorded_at", "entered_late", "body"),
)
_MICROSECOND = timedelta(microseconds=1)
_MINUTE = timedelta(minutes=1)


def settle(entry: Entry) -> Entry:
    """`entry` as it reads once stored: the offset in whole minutes (all that ISO 8601 can say), `recorded_at` in UTC.

    The instants stay what they were.
    """
    offset = entry.at.utcoffset() or timedelta(0)
    zone = timezone(_MINUTE * round(offset / _MINUTE))
    recorded = entry.recorded_at and entry.recorded_at.astimezone(UTC)
    return replace(entry, at=entry.at.astimezone(UTC).astimezone(zone), recorded_at=recorded)


def same(one: Entry, other: Entry) -> bool:
    """True when both say the same. (Two datetimes are equal whatever their offsets; two entries are not.)"""
    return one == other and one.at.utcoffset() == other.at.utcoffset()


def to_row(entry: Entry, words: str) -> Row:
    """The row of a settled `entry` that has its id and `recorded_at`. Raises InvalidEntry for text that is not text."""
    body = {name: value for name, value in msgspec.to_builtins(entry).items() if name not in COMMON}
    row: Row = {
        "id": entry.id,
        "kind": entry.kind,
        "instant": microseconds(entry.at),
        "offset": (entry.at.utcoffset() or timedelta(0)) // timedelta(seconds=1),
        "zone": entry.zone,
        "day": entry.day.isoformat(),
        "time_known": int(entry.time_known),
        "note": entry.note,
        "tags": " ".join(entry.tags),
        "source": entry.source,
        "recorded_at": microseconds(entry.recorded_at) if entry.recorded_at else None,
        "entered_late": int(entry.entered_late),
        "words": words,
    }
    copies = LIFTED.get(entry.kind, {})
    row.update({column: body[copies[column]] if column in copies else None for column in _COPIES})
    try:
        row["body"] = msgspec.json.encode(body).decode()
        row["checksum"] = checksum(*(row[name] for name in _SUMMED))
    except UnicodeEncodeError:
        raise InvalidEntry("the text holds half a character (a lone surrogate)") from None
    return row


def from_row(row: Mapping[Any, Any]) -> Entry:
    """The entry in a row. Raises UnreadableRow, naming the entry, for a row that `to_row` cannot have made."""
    try:
        offset = timezone(timedelta(seconds=row["offset"]))
        return msgspec.convert(
            {
                **msgspec.json.decode(row["body"]),
                "id": row["id"],
                "at": moment(row["instant"]).astimezone(offset),
                "zone": row["zone"],
                "note": row["note"],
                "tags": tuple(row["tags"].split(" ")) if row["tags"] else (),
                "source": row["source"],
                "recorded_at": moment(row["recorded_at"]),
                "time_known": bool(row["time_known"]),
                "entered_late": bool(row["entered_late"]),
            },
            KINDS[row["kind"]],
        )
    except (KeyError, ValueError, TypeError, OverflowError, AttributeError, msgspec.MsgspecError) as error:
        raise UnreadableRow(f"entry {row['id']}: {error}") from error


def checksum(*values: object) -> bytes:
    """16 bytes over `values` exactly as they are stored."""
    return blake2b(msgspec.json.encode(values), digest_size=16).digest()


def microseconds(at: datetime) -> int:
    """Microseconds since 1970 in UTC, exact."""
    return (at - EPOCH) // _MICROSECOND


def moment(microseconds: int) -> datetime:
    """The moment so many microseconds after 1970 began, in UTC."""
    return EPOCH + timedelta(microseconds=microseconds)
