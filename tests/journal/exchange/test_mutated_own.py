"""Exports, sheets and replies that no one wrote: taken right, or refused in one line with the place."""

import json
from collections.abc import Callable, Iterator
from random import Random

import pytest

from journal.errors import ImportRefused
from journal.exchange.comments import read_comments
from journal.exchange.intake import as_text
from journal.exchange.jsonl import Beside, header, own_line, read, setting_line
from journal.exchange.sheet import csv_lines, read_csv
from journal.model import Entry, InvalidEntry, Strength, StrengthSet
from journal.plain import from_json, to_json
from journal.settings import Settings
from tests.journal.exchange.test_mutated import ROUNDS, mutated
from tests.support import MONDAY, moment, rating

ENTRIES = (
    rating(MONDAY, 5, id="019acd3e-2e40-7000-8000-000000000001", note='=1+1, "q"\nthen', tags=("a", "b")),
    Strength(
        id="019acd3e-2e40-7000-8000-000000000002", at=moment(MONDAY), exercise="bridge", sets=(StrengthSet(reps=9),)
    ),
)
EXPORT = b"".join(
    (
        header(7),
        setting_line("rest_days", 5),
        own_line("trigger", {"name": "x"}),
        *(to_json(each).encode() + b"\n" for each in ENTRIES),
        b'{"line":"new"}\n',
    )
)
LIMIT = b"max_run_min 15 until 2026-12-31"
REPLY = b"From: Ana (coach)\n\n> quoted (e:1a2b3c4d)\nKeep it short.\n%s\n\n(stage 2) Not yet.\n" % LIMIT


def export(content: bytes) -> Iterator[Entry]:
    return read(content.splitlines(keepends=True), "in", Beside())


def sheet(content: bytes) -> Iterator[Entry]:
    return read_csv(as_text(content, "in"), "in")


def reply(content: bytes) -> Iterator[Entry]:
    text = as_text(content, "in")
    return iter(read_comments(text, "in", None, moment(MONDAY), lambda letters: None, Settings()))


@pytest.mark.parametrize(
    ("original", "reader"),
    [(EXPORT, export), (b"".join(csv_lines(ENTRIES)), sheet), (REPLY, reply)],
    ids=lambda each: "",
)
def test_a_mutated_file_of_ours_is_taken_or_refused_with_its_place(
    original: bytes, reader: Callable[[bytes], Iterator[Entry]]
) -> None:
    random = Random(len(original))
    assert list(reader(original))
    taken = refused = 0
    for _ in range(2 * ROUNDS):
        try:
            found = list(reader(mutated(original, random)))
        except ImportRefused as error:
            refused += 1
            assert str(error).startswith("nothing was imported: in")
            assert len(str(error).splitlines()) == 1, str(error)
        except InvalidEntry:
            pytest.fail("an entry that cannot be is refused with its line")
        else:
            taken += 1
            assert all(from_json(to_json(entry)) == entry for entry in found)
    assert taken
    assert refused


@pytest.mark.parametrize("odd", [{}, [], {"a": {}}, None, True, 1.5, "", "x" * 200], ids=str)
def test_a_value_of_another_shape_is_taken_or_refused_with_its_place(odd: object) -> None:
    lines = [json.loads(line) for line in EXPORT.splitlines()]
    for at, line in enumerate(lines):
        for name in (*line, "line", "more"):
            changed = [*lines[:at], line | {name: odd}, *lines[at + 1 :]]
            try:
                list(export("".join(f"{json.dumps(each)}\n" for each in changed).encode()))
            except ImportRefused as error:
                assert len(str(error).splitlines()) == 1, str(error)
