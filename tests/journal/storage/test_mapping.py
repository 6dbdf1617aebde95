"""Entries to rows and back."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model import KINDS, Entry, InvalidEntry, Note
from journal.plain import to_json
from journal.storage.errors import UnreadableRow
from journal.storage.mapping import COLUMNS, LIFTED, STORED, from_row, line_of, same, settle, to_row
from tests.strategies import entries
from tests.support import MONDAY, rating

STAMPS: dict[str, Any] = {"id": "a", "recorded_at": datetime(2026, 11, 23, tzinfo=UTC)}


@given(entries(recorded=True))
def test_every_kind_comes_back_as_it_was_settled(entry: Entry) -> None:
    settled = settle(entry)
    again = from_row(to_row(settled, "")[: len(STORED)])
    assert same(again, settled)
    assert again.day == entry.day
    assert again.at.utcoffset() == entry.at.utcoffset()


@given(entries(recorded=True))
def test_settling_changes_no_instant_and_is_done_once(entry: Entry) -> None:
    settled = settle(entry)
    assert settled == entry
    assert settle(settled) is settled


def test_an_offset_of_seconds_becomes_one_of_minutes_at_the_same_instant() -> None:
    amsterdam = timezone(timedelta(minutes=19, seconds=32))
    entry = replace(rating(MONDAY, 5), at=datetime(1910, 1, 1, 12, tzinfo=amsterdam), **STAMPS)
    settled = settle(entry)
    assert settled.at == entry.at
    assert settled.at.utcoffset() == timedelta(minutes=20)
    assert same(from_row(to_row(settled, "")[: len(STORED)]), settled)


def test_the_second_of_two_equal_wall_times_is_kept() -> None:
    second = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1)
    settled = settle(replace(rating(MONDAY, 5), at=second))
    assert settled.at.utcoffset() == timedelta(hours=1)
    assert settled.at.astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_two_entries_at_one_instant_with_other_offsets_are_not_the_same() -> None:
    entry = rating(MONDAY, 5)
    elsewhere = replace(entry, at=entry.at.astimezone(timezone(timedelta(hours=9))))
    assert elsewhere == entry
    assert not same(elsewhere, entry)


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InvalidEntry, match="surrogate"):
        to_row(settle(Note(at=rating(MONDAY, 5).at, note="half \ud83d", **STAMPS)), "")


@pytest.mark.parametrize("kind", KINDS)
def test_copies_are_of_fields_that_the_kind_has(kind: str) -> None:
    names = {each.name for each in fields(KINDS[kind])}
    assert set(LIFTED.get(kind, {}).values()) <= names
    assert set(LIFTED.get(kind, {})) <= set(COLUMNS)


@given(entries(recorded=True), st.sampled_from(STORED), st.data())
def test_the_checksum_sees_every_stored_value(entry: Entry, column: str, data: st.DataObject) -> None:
    settled = settle(entry)
    other = settle(data.draw(entries(entry.kind, recorded=True)))
    one, two = (dict(zip(COLUMNS, to_row(each, ""), strict=True)) for each in (settled, other))
    differs = any(one[name] != two[name] for name in STORED)
    assert (one["checksum"] != two["checksum"]) == differs


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "ratting"),
        ("body", '{"site":"x","side":"left","score":11}'),
        ("body", "{"),
        ("body", "[]"),
        ("offset", 10**9),
        ("instant", "noon"),
        ("recorded_at", None),
        ("tags", 3),
    ],
)
def test_a_row_that_no_entry_made_is_named(column: str, value: object) -> None:
    row = list(to_row(settle(rating(MONDAY, 5, **STAMPS)), "")[: len(STORED)])
    row[STORED.index(column)] = value
    with pytest.raises(UnreadableRow, match="entry a: "):
        from_row(row)


@given(entry=entries(recorded=True))
def test_a_line_is_made_of_a_row_as_of_its_entry(entry: Entry) -> None:
    row = to_row(settle(entry), "")[: len(STORED)]
    assert line_of(row) == to_json(from_row(row)).encode() + b"\n"
    newer = (*row[:-1], '{"weather":[1,2],' + row[-1][1:] if len(row[-1]) > 2 else '{"weather":1}')
    assert line_of(newer) == to_json(from_row(newer)).encode() + b"\n"
