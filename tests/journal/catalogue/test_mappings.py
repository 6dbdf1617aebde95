"""A mapping is checked like the content: a mistake is named by file, entry and field."""

from pathlib import Path

import pytest

from journal.catalogue import load_catalogue
from journal.catalogue.mappings import check_names, load_mapping, load_mappings, read_mapping
from journal.catalogue.problems import CatalogueError
from journal.errors import CannotWrite

GOOD = """
id = "mine"
name = "Mine"
about = "My sheet."
[time]
column = "Day"
[[entry]]
kind = "rating"
[entry.set]
site = "mid_calf"
side = "left"
score = { column = "Score", scale = [5, 1] }
"""


def test_a_mapping_that_is_right_is_read() -> None:
    mapping = read_mapping("mine.toml", GOOD.encode())
    assert (mapping.id, len(mapping.entries)) == ("mine", 1)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('name = "Mine"', "nam = 1", "mine.toml: mine, nam: there is no such field"),
        ('name = "Mine"', "", "mine.toml: mine, name: it is missing"),
        ('id = "mine"', 'id = "../x"', "mine.toml: ../x, id: it is made of a-z"),
        ("[time]", "[times]", "mine.toml: time: it is missing"),
        ('column = "Day"', 'colum = "Day"', "mine.toml: time, colum: there is no such field; did you mean column?"),
        ('column = "Day"', 'column = "Day"\nday_starts = 99', "mine.toml: time, day_starts: it is an hour"),
        ('kind = "rating"', 'kind = "mood"', "mine.toml: entry 1, kind: invalid enum value 'mood'"),
        ('site = "mid_calf"', "", "mine.toml: entry 1, site: a rating needs it"),
        ('site = "mid_calf"', 'site = "mid_calf"\nminutes = 1', "entry 1, minutes: a rating has no such field"),
        ("scale = [5, 1]", "scale = [5, 5]", "entry 1, score: a scale has two ends"),
        ("scale = [5, 1]", "scale = [5]", "mine.toml: entry 1, score, scale: "),
        ("scale = [5, 1]", "divide = 0", "entry 1, score: nothing can be divided by 0"),
        ("scale = [5, 1]", "nth = 0", "entry 1, score: columns are counted from 1"),
        ("scale = [5, 1]", "scales = [5, 1]", "entry 1, score, scales: there is no such field; did you mean scale?"),
        ("[[entry]]", "[entry]", "mine.toml: entry: it is missing"),
        ('[entry.set]\nsite = "mid_calf"', "set = 3\n[entry.x]", "mine.toml: entry 1, set: it is not a table"),
        (GOOD, "\x00", "mine.toml: it is not TOML"),
    ],
)
def test_a_mistake_is_named_by_file_entry_and_field(old: str, new: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(CatalogueError) as caught:
        read_mapping("mine.toml", GOOD.replace(old, new, 1).encode())
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_name_that_is_not_in_the_content_is_named() -> None:
    mapping = read_mapping("mine.toml", GOOD.replace("mid_calf", "elbow").encode())
    with pytest.raises(CatalogueError, match="mine: entry 1, site: there is no site elbow"):
        check_names(mapping, load_catalogue())


def test_own_mappings_come_first_and_a_spoilt_one_stands_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD)
    (tmp_path / "bad.toml").write_text("id = 3")
    found = load_mappings(tmp_path)
    assert [each.id for each in found][:2] == ["mine", "track_and_graph"]
    assert [each.own for each in found][:2] == [True, False]
    assert load_mappings(tmp_path / "none")[0].id == "track_and_graph"


def test_a_mapping_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        load_mapping(tmp_path / "none.toml")
    with pytest.raises(CatalogueError, match="not a regular file"):
        load_mapping(tmp_path)
    (tmp_path / "large.toml").write_text("#" * 100_001)
    with pytest.raises(CatalogueError, match="more than 100000 bytes"):
        load_mapping(tmp_path / "large.toml")
