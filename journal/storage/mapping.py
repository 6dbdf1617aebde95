"""Entries to rows and back. The common fields have columns, a kind's own fields are JSON in `body`.

Some of them are copied into columns of their own, so that SQL can choose and add up by them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import blake2b
from typing import Any, get_args

import msgspec

from journal.converting import convert
from journal.model import KINDS, Entry, InvalidEntry
from journal.plain import OWN, completed, own_fields, to_json
from journal.storage.errors import UnreadableRow
from journal.storage.ids import EPOCH

Row = tuple[Any, ...]
Words = Callable[[Entry], str]
"""What an entry is found by, besides its note and tags: the names of its site, trigger, exercise, an author."""

FLOATS = {
    kind: tuple(each.name for each in fields(shape) if float in (each.type, *get_args(each.type)))
    for kind, shape in KINDS.items()
}
"""The fields of each kind that can have decimals."""

LIFTED: Mapping[str, Mapping[str, str]] = {
    "rating": {"site": "site", "side": "side", "measure": "measure", "score": "score"},
    "function": {"side": "side", "amount": "percent"},
    "trigger": {"what": "trigger", "amount": "amount"},
    "massage": {"what": "technique", "site": "site", "side": "side", "amount": "seconds"},
    "strength": {"what": "exercise"},
    "run": {"amount": "minutes"},
    "gate_test": {"what": "test", "side": "side", "amount": "value"},
    "safety_check": {"site": "site", "side": "side"},
    "episode": {"site": "site", "side": "side"},
    "comment": {"what": "refers_to"},
    "question": {"what": "trigger", "site": "site", "side": "side", "amount": "above"},
    "self_trial": {"what": "technique", "site": "site", "side": "side"},
}
"""For each kind the columns that hold a copy of one of its fields."""

COPIES = ("site", "side", "measure", "score", "what", "amount")
STORED = (
    *("id", "kind", "instant", "offset", "zone", "note", "tags", "source"),
    *("recorded_at", "time_known", "entered_late", "body"),
)
"""The columns that an entry is made of, in the order `from_row` takes them; the checksum is over these."""

COLUMNS = (*STORED, "day", *COPIES, "words", "checksum")
"""All columns that `to_row` fills, in its order."""

_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)
_MICROSECOND = timedelta(microseconds=1)


def settle(entry: Entry, **stamps: Any) -> Entry:
    """`entry` with `stamps`, as it reads once stored: `recorded_at` in UTC, and the offset of `at` in whole minutes.

    ISO 8601 cannot say more than minutes. The instants stay what they were.
    """
    offset = entry.at.utcoffset() or timedelta(0)
    if type(entry.at.tzinfo) is not timezone or offset % _MINUTE or entry.at.fold:
        zone = timezone(_MINUTE * round(offset / _MINUTE))
        stamps["at"] = entry.at.astimezone(UTC).astimezone(zone).replace(fold=0)
    recorded = stamps.get("recorded_at", entry.recorded_at)
    if recorded is not None and recorded.tzinfo is not UTC:
        stamps["recorded_at"] = recorded.astimezone(UTC)
    return replace(entry, **stamps) if stamps else entry


def same(one: Entry, other: Entry) -> bool:
    """True when both say the same. (Two datetimes are equal whatever their offsets; two entries are not.)"""
    return one == other and one.at.utcoffset() == other.at.utcoffset()


def to_row(entry: Entry, words: str) -> Row:
    """The row (COLUMNS) of a settled `entry` that has its id and `recorded_at`.

    Raises InvalidEntry for text that is no text.
    """
    body = own_fields(entry)
    if entry.more:
        body |= msgspec.json.decode(entry.more)
    copies = LIFTED.get(entry.kind, {})
    try:
        stored = (
            entry.id,
            entry.kind,
            microseconds(entry.at),
            (entry.at.utcoffset() or timedelta(0)) // _SECOND,
            entry.zone,
            entry.note,
            " ".join(entry.tags),
            entry.source,
            microseconds(entry.recorded_at) if entry.recorded_at else None,
            int(entry.time_known),
            int(entry.entered_late),
            msgspec.json.encode(body).decode(),
        )
        summed = checksum(*stored)
    except UnicodeEncodeError:
        raise InvalidEntry("the text holds half a character (a lone surrogate)") from None
    lifted = [body[copies[column]] if column in copies else None for column in COPIES]
    return (*stored, entry.day.isoformat(), *lifted, words, summed)


def from_row(row: Sequence[Any]) -> Entry:
    """The entry of a row (STORED). Raises UnreadableRow, naming the entry, for one that `to_row` cannot have made."""
    entry_id, kind, instant, offset, zone, note, tags, source, recorded_at, time_known, entered_late, body = row
    try:
        fields = completed(msgspec.json.decode(body), kind)
        fields.update(
            id=entry_id,
            at=moment(instant).astimezone(timezone(timedelta(seconds=offset))),
            zone=zone,
            note=note,
            tags=tags.split(" ") if tags else (),
            source=source,
            recorded_at=moment(recorded_at),
            time_known=bool(time_known),
            entered_late=bool(entered_late),
        )
        return convert(fields, KINDS[kind])
    except (KeyError, ValueError, TypeError, OverflowError, AttributeError, msgspec.MsgspecError) as error:
        raise UnreadableRow(f"entry {entry_id}: {error}") from error


def line_of(row: Sequence[Any]) -> bytes:
    """The line of JSON that `to_json` makes of the entry of a row (STORED), without making the entry.

    A row that does not hold all fields of its kind in their order was written by another version, and is read as one.
    """
    entry_id, kind, instant, offset, zone, note, tags, source, recorded_at, time_known, entered_late, body = row
    try:
        own = msgspec.json.decode(body)
        known = tuple(own) == OWN[kind]
        _to_floats(own, FLOATS[kind])
        for each in own.get("sets", ()):
            _to_floats(each, ("load_kg",))
        at = moment(instant).astimezone(timezone(timedelta(seconds=offset))).isoformat()
        recorded = moment(recorded_at).isoformat()
    except (KeyError, ValueError, TypeError, OverflowError, msgspec.MsgspecError):
        known = False
    if not known:
        return to_json(from_row(row)).encode() + b"\n"
    plain = {
        "id": entry_id,
        "kind": kind,
        "at": at,
        "zone": zone,
        "note": note,
        "tags": tags.split(" ") if tags else (),
        "source": source,
        "recorded_at": recorded,
        "time_known": bool(time_known),
        "entered_late": bool(entered_late),
    }
    return msgspec.json.encode(plain | own) + b"\n"


def _to_floats(fields: dict[str, Any], names: Sequence[str]) -> None:
    """A number that was stored without decimals reads as one that can have them."""
    for name in names:
        if type(fields[name]) is int:
            fields[name] = float(fields[name])


def checksum(*values: object) -> bytes:
    """16 bytes over `values` exactly as they are stored."""
    return blake2b(msgspec.json.encode(values), digest_size=16).digest()


def microseconds(at: datetime) -> int:
    """Microseconds since 1970 in UTC, exact."""
    return (at - EPOCH) // _MICROSECOND


def moment(microseconds: int) -> datetime:
    """The moment so many microseconds after 1970 began, in UTC."""
    return EPOCH + timedelta(microseconds=microseconds)
