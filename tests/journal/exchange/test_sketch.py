"""A mapping drawn column by column."""

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.catalogue.mappings import read_mapping
from journal.drawing import Sketch, in_words, likely
from journal.errors import ImportRefused, Refused
from journal.exchange.sketch import seen_columns, to_toml
from journal.model import Note, Rating, Trigger
from tests.journal.exchange.support import CATALOGUE, of, read

SHEET = (
    b"Day;Time;Left calf;Driving;Mood;Notes\n"
    b"23.10.2026;07:30;2;0;fine;slept well\n24.10.2026;;5;180;low;\n25.10.2026;08:00;;;;a walk\n"
)


def drawn(**changes: object) -> Sketch:
    roles = likely(seen_columns(SHEET, "a.csv", CATALOGUE))
    return Sketch(**{"id": "my_sheet", "roles": roles, "place": ("mid_calf", "right"), **changes})  # type: ignore[arg-type]


def test_what_a_column_likely_is() -> None:
    columns = seen_columns(SHEET, "a.csv", CATALOGUE)
    assert likely(columns) == {
        "Day": "day:%d.%m.%Y",
        "Time": "clock",
        "Left calf": "score",
        "Driving": "trigger:driving",
        "Mood": "",
        "Notes": "note",
    }
    assert columns[2].examples == ("2", "5")
    assert all(in_words(role) for column in columns for role in column.roles)


def test_the_drawing_reads_the_file_and_its_toml_knows_it_again() -> None:
    mapping = read_mapping("my_sheet.toml", to_toml(drawn(), CATALOGUE))
    incoming = read(SHEET, "a.csv", mapping)
    ratings = [each for each in of(incoming, "rating") if isinstance(each, Rating)]
    assert [(each.site, each.side, each.score) for each in ratings] == [
        ("upper_outer_calf", "left", each) for each in (2, 5)
    ]
    assert [each.time_known for each in ratings] == [True, False]
    triggers = [each for each in of(incoming, "trigger") if isinstance(each, Trigger)]
    assert [(each.trigger, each.amount, each.unit) for each in triggers] == [
        ("driving", 0, "min"),
        ("driving", 180, "min"),
    ]
    assert [each.note for each in of(incoming, "note") if isinstance(each, Note)] == ["slept well", "a walk"]
    assert mapping.needs == ("Day", "Time", "Left calf", "Driving", "Notes")


def test_a_scale_of_ones_own_is_turned_and_said() -> None:
    mapping = read_mapping("my_sheet.toml", to_toml(drawn(scale=(5, 1)), CATALOGUE))
    incoming = read(SHEET, "a.csv", mapping)
    assert [each.score for each in of(incoming, "rating") if isinstance(each, Rating)] == [8, 0]
    assert incoming.conversions[0].startswith("Left calf 1-5 as score 0-10: 1 is 10")


def test_days_that_can_be_read_in_two_ways_leave_the_choice() -> None:
    columns = seen_columns(b"When,Score\n03/04/2026,1\n05/06/2026,2\n", "a.csv", CATALOGUE)
    assert columns[0].roles[:2] == ("day:%d/%m/%Y", "day:%m/%d/%Y")


@pytest.mark.parametrize(
    ("roles", "says"), [({"Mood": "note"}, "gives the day"), ({"Day": "day:%d.%m.%Y"}, "is a score")]
)
def test_a_drawing_that_says_too_little_says_what_is_missing(roles: dict[str, str], says: str) -> None:
    with pytest.raises(Refused, match=says):
        to_toml(drawn(roles=roles), CATALOGUE)


@pytest.mark.parametrize("content", [b"", b"one\n1\n", b"a,b\n", b"\xff\xfe\xff", b'a,b\n"1'])
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(ImportRefused, match=r"a\.csv"):
        seen_columns(content, "a.csv", CATALOGUE)


@settings(max_examples=60, deadline=None)
@given(
    header=st.lists(st.text(max_size=12), min_size=2, max_size=4, unique_by=str.casefold),
    rows=st.lists(
        st.lists(st.text(max_size=12) | st.just("2026-10-23") | st.just("3"), min_size=2, max_size=4), max_size=4
    ),
)
def test_any_table_is_drawn_and_read_or_refused(header: list[str], rows: list[list[str]]) -> None:
    out = StringIO(newline="")
    csv.writer(out).writerows([header, *(row[: len(header)] for row in rows)])
    content = out.getvalue().encode(errors="replace")
    try:
        roles = likely(seen_columns(content, "a.csv", CATALOGUE))
        mapping = read_mapping("x.toml", to_toml(drawn(roles=roles), CATALOGUE))
        read(content, "a.csv", mapping)
    except (ImportRefused, Refused) as error:
        assert len(str(error).splitlines()) == 1
