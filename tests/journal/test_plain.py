"""Entries as plain values and back."""

import json

import pytest
from hypothesis import given

from journal.model import Entry, InvalidEntry
from journal.plain import from_json, from_plain, to_json, to_plain
from tests.strategies import entries
from tests.support import MONDAY, rating


@given(entries())
def test_there_and_back_is_the_same_entry(entry: Entry) -> None:
    assert from_json(to_json(entry)) == entry


def test_fields_of_a_newer_version_are_kept_as_they_came_and_stand_last() -> None:
    newer = to_plain(rating(MONDAY, 5)) | {"surface": {"kind": "grass", "wet": None}, "more": [1.5, "ü"]}
    entry = from_plain(newer)
    assert to_plain(entry) == newer
    assert list(to_plain(entry))[-2:] == ["surface", "more"]
    assert from_json(to_json(entry)) == entry


def test_the_kind_stands_second_and_times_have_an_offset() -> None:
    plain = to_plain(rating(MONDAY, 5))
    assert list(plain)[:3] == ["id", "kind", "at"]
    assert plain["at"] == "2026-11-23T07:30:00+00:00"
    assert plain["recorded_at"] is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "ratting"}, "kind 'ratting' is not one of rating, function"),
        ({"score": "5"}, "Expected int, got str - at score"),
        ({"score": 5.5}, "at score"),
        ({"score": 12}, "12 is not a 0-10 rating"),
        ({"side": "middle"}, "'middle'"),
        ({"at": "yesterday"}, "at at"),
        ({"at": "2026-11-23T07:30:00"}, "no offset"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(change: dict[str, object], says: str) -> None:
    with pytest.raises(InvalidEntry) as refusal:
        from_plain(to_plain(rating(MONDAY, 5)) | change)
    assert says in str(refusal.value)


@pytest.mark.parametrize("line", ["", "[1]", "{", "nonsense", "null", '{"kind": 3}'])
def test_lines_that_are_no_entry_are_refused(line: str) -> None:
    with pytest.raises(InvalidEntry):
        from_json(line)


def test_a_missing_field_is_named() -> None:
    plain = to_plain(rating(MONDAY, 5))
    del plain["score"]
    with pytest.raises(InvalidEntry, match="score"):
        from_json(json.dumps(plain))
