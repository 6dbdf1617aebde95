"""The page and the schema of the own format say what the program writes."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from journal.demo import demo_entries
from journal.exchange.jsonl import MINOR, VERSION
from journal.model import KINDS, Entry
from journal.plain import DEFAULTS, FIELDS, to_json
from tests.journal.exchange.test_own_format import furnished
from tests.strategies import entries
from tests.support import MONDAY, rating

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "data" / "format.schema.json").read_text(encoding="utf-8"))
LINES = ("header", "setting", "own", "mapping", "action", "change")


@cache
def validator(name: str) -> Draft202012Validator:
    """The schema of one kind of line."""
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def faults(line: bytes | str) -> list[str]:
    plain: dict[str, Any] = json.loads(line)
    name = plain.get("line") or plain.get("kind") or "header"
    return [error.message for error in validator(name).iter_errors(plain)]


def named(section: str) -> list[str]:
    """The fields that the page names under a heading."""
    found = re.search(rf"^### `{section}`: .*?\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None, section
    return re.findall(r"^\| `(\w+)` \|", found[1], re.MULTILINE)


def test_every_line_of_an_export_is_as_the_schema_says(tmp_path: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    with furnished(tmp_path) as journal:
        journal.record(rating(MONDAY, 5))
        journal.undo()
        lines = list(journal.export(log=True))
    assert len(lines) > 2 * len(demo_entries(MONDAY))
    kinds = {json.loads(line).get("line", "entry") for line in lines[1:]}
    assert kinds == {"setting", "own", "mapping", "entry", "action", "change"}
    assert [(line, found) for line in lines if b'"change"' not in line and (found := faults(line))] == []
    assert [found for line in lines[-9:] if (found := faults(line))] == []


@settings(max_examples=60, deadline=None)
@given(entry=entries(recorded=True))
def test_any_entry_is_as_the_schema_says(entry: Entry) -> None:
    assert faults(to_json(entry)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_schema_and_page_name_the_fields_of_an_entry(kind: str) -> None:
    everywhere = re.search(r"^## Entries\n(.*?)(?=^###)", PAGE, re.MULTILINE | re.DOTALL)
    assert everywhere is not None
    common = re.findall(r"^\| `(\w+)` \|", everywhere[1], re.MULTILINE)
    fields = FIELDS[kind] | {"kind"}
    assert set(SCHEMA["$defs"][kind]["properties"]) == fields
    assert sorted([*common, *named(kind)]) == sorted(fields)


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_says_what_stands_for_a_field_that_is_left_out(kind: str) -> None:
    entries = PAGE.partition("## Entries")[2]
    sections = (entries.partition("\n### ")[0], re.findall(rf"^### `{kind}`.*?(?=^##|\Z)", PAGE, re.M | re.S)[0])
    said = dict(re.findall(r"^\| `(\w+)` \|.*\| (\S+) \|$", "".join(sections), re.MULTILINE))
    needed = {"id", *SCHEMA["$defs"][kind]["required"]}
    assert {name for name, value in said.items() if value == "needed"} == needed
    defaults = {name: json.loads(value.strip("`")) for name, value in said.items() if value != "needed"}
    assert defaults == {name: json.loads(json.dumps(value)) for name, value in DEFAULTS[kind].items() if name != "id"}


@pytest.mark.parametrize("line", LINES)
def test_schema_and_page_name_the_fields_of_the_other_lines(line: str) -> None:
    assert named(line) == list(SCHEMA["$defs"][line]["properties"])


def test_the_schema_is_of_this_version() -> None:
    assert f"Format version {VERSION}, minor version {MINOR}." in SCHEMA["description"]
    assert [each["$ref"] for each in SCHEMA["$defs"]["entry"]["oneOf"]] == [f"#/$defs/{kind}" for kind in KINDS]


@pytest.mark.parametrize(
    "line",
    [
        '{"id":"x","kind":"rating","at":"2026-11-22T07:30:00Z","site":"a","side":"left","score":11}',
        '{"id":"x","kind":"rating","at":"2026-11-22T07:30:00Z","site":"a","side":"middle","score":1}',
        '{"id":"","kind":"note","at":"2026-11-22T07:30:00Z"}',
        '{"line":"own","kind":"shoe","fields":{}}',
    ],
)
def test_what_is_wrong_is_wrong_by_the_schema(line: str) -> None:
    assert faults(line) != []
