"""The journal's own format: everything out, everything back, to the byte."""

import csv
import json
from io import StringIO
from itertools import chain, repeat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.book import Journal
from journal.demo import demo_entries
from journal.errors import ImportRefused
from journal.exchange.jsonl import mapping_line
from journal.model import Entry
from tests.strategies import entries
from tests.support import MONDAY, FakeClock, moment, rating

NEWER = (
    b'{"format":"recovery-journal","version":1,"minor":7}\n'
    b'{"line":"goal","km":42.195,"name":"M\xc3\xbcnchen"}\n'
    b'{"id":"019acd3e-2e40-7000-8000-000000000001","kind":"rating","at":"2026-11-22T07:30:00+00:00",'
    b'"site":"upper_outer_calf","side":"left","score":5,"weather":{"rain":true}}\n'
    b'{"id":"019acd3e-2e40-7000-8000-000000000002","kind":"dream","at":"2026-11-22T07:30:00+00:00"}\n'
)

MAPPING = 'id = "my_sheet"  # Jürgen kept it\n'


def journal(folder: Path, *recorded: Entry) -> Journal:
    made = Journal(folder, FakeClock(moment(MONDAY, "21:00"))).open()
    if recorded:
        made.take_in(recorded, "sample")
    return made


def moved(content: bytes, folder: Path) -> bytes:
    """What another journal exports that has taken `content` in."""
    with journal(folder) as other:
        other.import_lines(content.splitlines(keepends=True), "out.jsonl")
        return b"".join(other.export())


def furnished(folder: Path) -> Journal:
    """The sample, with choices and additions of the runner's own."""
    made = journal(folder, *demo_entries(MONDAY))
    made.change_settings(rest_days=5, tracked=({"site": "mid_calf", "side": "right"},), theme="journal-light")
    made.add_own("trigger", name="Gardening", unit="min")
    made.add_own("site", name="Big toe", massage="no")
    made.paths.mappings.mkdir()
    (made.paths.mappings / "my sheet.toml").write_text(MAPPING, encoding="utf-8")
    return made


def test_a_file_of_empty_lines_is_not_read_to_its_end(tmp_path: Path) -> None:
    with journal(tmp_path / "one", rating(MONDAY, 5)) as one:
        header, *lines = one.export()
    with journal(tmp_path / "two") as two:
        assert two.import_lines([b"\n", header, *[b"\r\n"] * 900, *lines], "gaps.jsonl").added == 1
        for begin in ([], [header]):
            with pytest.raises(ImportRefused, match="more than 1000 lines are empty"):
                two.import_lines(chain(begin, repeat(b"\n")), "gaps.jsonl")


def test_the_sample_with_choices_and_additions_comes_back_to_the_byte(tmp_path: Path) -> None:
    with furnished(tmp_path / "one") as one:
        first = b"".join(one.export())
        assert first == b"".join(one.export())
    assert b'{"line":"setting","name":"rest_days","value":5}\n' in first
    assert b'"line":"own","kind":"trigger"' in first
    assert moved(first, tmp_path / "two") == first
    with journal(tmp_path / "two") as two:
        assert two.settings.rest_days == 5
        assert "gardening" in two.catalogue.triggers
        assert (two.paths.mappings / "my sheet.toml").read_text(encoding="utf-8") == MAPPING


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(some=st.lists(entries(recorded=True), max_size=6, unique_by=lambda entry: entry.id))
def test_any_journal_comes_back_to_the_byte(tmp_path_factory: pytest.TempPathFactory, some: list[Entry]) -> None:
    folder = tmp_path_factory.mktemp("journals")
    with journal(folder / "one", *some) as one:
        first, sheet = b"".join(one.export()), b"".join(one.export_csv())
    assert moved(first, folder / "two") == first
    with journal(folder / "three") as three:
        assert three.import_csv(sheet, "sheet.csv").added == len(some)
        assert b"".join(three.export()) == first


def test_what_was_chosen_here_stays_and_is_named(tmp_path: Path) -> None:
    with furnished(tmp_path / "one") as one:
        first = b"".join(one.export())
    with journal(tmp_path / "two") as two:
        two.change_settings(rest_days=7)
        two.add_own("trigger", name="Gardening", unit="h")
        two.paths.mappings.mkdir()
        (two.paths.mappings / "my sheet.toml").write_text("# another", encoding="utf-8")
        counts = two.import_lines(first.splitlines(keepends=True), "out.jsonl")
        assert counts.stays == ("rest_days", "trigger gardening", "mapping my sheet")
        assert (two.paths.mappings / "my sheet.toml").read_text(encoding="utf-8") == "# another"
        assert (counts.settings, counts.own) == (("tracked", "theme"), ("site big_toe",))
        assert (two.settings.rest_days, two.catalogue.triggers["gardening"].unit) == (7, "h")


def test_lines_and_fields_of_a_newer_minor_version_are_kept_and_written_out_again(tmp_path: Path) -> None:
    out = moved(NEWER, tmp_path / "one")
    first, *lines = out.splitlines()
    assert json.loads(first)["minor"] == 7
    assert json.loads(lines[0])["weather"] == {"rain": True}
    assert lines[1:] == [NEWER.splitlines()[1], NEWER.splitlines()[3]]
    assert moved(out, tmp_path / "two") == out
    with journal(tmp_path / "two") as two:
        (entry,) = two.entries()
        two.amend(entry, two.rewritten(entry, two.line_of(entry).replace(" 5", " 4")))
        assert b'"score":4,"weather":{"rain":true}' in b"".join(two.export())
        two.undo()
        assert b"".join(two.export()) == out


@pytest.mark.parametrize("number", [1, 2, 3])
def test_what_no_newer_version_wrote_is_refused_with_its_line(tmp_path: Path, number: int) -> None:
    header, *lines = NEWER.splitlines(keepends=True)
    content = (header.replace(b"7", b"1"), lines[number - 1])
    with journal(tmp_path) as one:
        with pytest.raises(ImportRefused, match=r"out.jsonl, line 2: "):
            one.import_lines(content, "out.jsonl")
        assert one.count() == 0


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", "\\x", ".hidden", "a\nb", "x" * 101])
def test_a_mapping_comes_to_no_other_place(tmp_path: Path, name: str) -> None:
    header = b'{"format":"recovery-journal","version":1}\n'
    with journal(tmp_path / "data") as one:
        with pytest.raises(ImportRefused, match=r"line 2: the line 'mapping' is not as such a line is"):
            one.import_lines((header, mapping_line(name, "")), "out.jsonl")
        assert not one.paths.mappings.exists()


def test_fields_that_are_left_out_have_their_defaults(tmp_path: Path) -> None:
    line = b'{"id":"019acd3e-2e40-7000-8000-000000000001","kind":"trigger","trigger":"driving",'
    content = (b'{"format":"recovery-journal","version":1}\n', line + b'"at":"2026-11-22T07:30:00Z"}')
    with journal(tmp_path) as one:
        one.import_lines(content, "out.jsonl")
        assert json.loads(list(one.export())[1])["amount"] is None


def test_the_change_log_goes_out_on_request_and_is_for_reading(tmp_path: Path) -> None:
    with journal(tmp_path / "one") as one:
        (entry,) = one.record(rating(MONDAY, 5))
        one.amend(entry, one.rewritten(entry, one.line_of(entry).replace(" 5", " 4")))
        one.undo()
        out = b"".join(one.export(log=True))
        plain = b"".join(one.export())
    assert out.startswith(plain)
    lines = [json.loads(line) for line in out.removeprefix(plain).splitlines()]
    assert [(each["line"], each.get("state")) for each in lines] == [
        ("action", "done"),
        ("change", None),
        ("action", "undone"),
        ("change", None),
    ]
    assert (lines[3]["before"]["score"], lines[3]["after"]["score"]) == (5, 4)
    with journal(tmp_path / "two") as two:
        assert two.import_lines(out.splitlines(keepends=True), "out.jsonl").logged == 4
        assert b"".join(two.export()) == plain


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\tx", "'=1", "''@", "'quoted'", "'", "plain", "x=1", "\r\n="]
)
def test_no_cell_is_a_formula_and_every_text_comes_back(tmp_path: Path, text: str) -> None:
    with journal(tmp_path / "one", rating(MONDAY, 5, note=text, id="019acd3e-2e40-7000-8000-000000000001")) as one:
        sheet = b"".join(one.export_csv(bom=True))
    assert sheet.startswith(b"\xef\xbb\xbfid,kind,at,")
    cells = [cell for row in csv.reader(StringIO(sheet.decode("utf-8-sig"), newline="")) for cell in row]
    assert not any(cell[:1] in set("=+-@\t\r\n") for cell in cells)
    with journal(tmp_path / "two") as two:
        two.import_csv(sheet, "sheet.csv")
        assert [entry.note for entry in two.entries()] == [text]


def test_a_row_typed_into_the_sheet_comes_in_once(tmp_path: Path) -> None:
    sheet = "kind;at;source;time_known;site;side;score\nrating;2026-11-22T07:30:00+00:00;typed;TRUE;mid_calf;left;5\n"
    with journal(tmp_path) as one:
        assert one.import_csv(sheet.encode(), "sheet.csv").added == 1
        assert one.import_csv(sheet.encode(), "sheet.csv").skipped == 1
        with pytest.raises(ImportRefused, match=r"sheet.csv, line 2: score: 'five' is not a number"):
            one.import_csv(sheet.replace(";5", ";five").encode(), "sheet.csv")
