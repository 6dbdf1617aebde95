"""Reading the files: what is missing, damaged or out of place, and when it was reviewed."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from journal.catalogue import load_catalogue
from journal.catalogue.problems import CatalogueError
from tests.journal.catalogue.support import Content


def test_a_copy_reads_the_same(content: Content) -> None:
    assert content.load() == load_catalogue()


def test_a_missing_file_is_named(content: Content) -> None:
    (content.folder / "gate.toml").unlink()
    with pytest.raises(CatalogueError, match=r"^gate\.toml: it is missing$"):
        content.load()


def test_there_may_be_no_aliases(content: Content) -> None:
    (content.folder / "aliases.toml").unlink(missing_ok=True)
    assert content.load().aliases == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[site]", r"^sites\.toml: it is not TOML: .*line"),
        ("[[place]]\nid = 1", r"^sites\.toml: there is no table place$"),
        ("site_count = 3", r"^sites\.toml: it is not TOML|there is no table site_count"),
        ("[[site]]\nid = 3", r"^sites\.toml: 3, name: it is missing|3, id: expected str"),
    ],
)
def test_a_damaged_file_is_named(content: Content, text: str, message: str) -> None:
    (content.folder / "sites.toml").write_text(text)
    with pytest.raises(CatalogueError, match=message):
        content.load()


def test_a_table_is_not_an_array_of_tables(content: Content) -> None:
    (content.folder / "gate.toml").write_text('[question]\nid = "swelling"')
    with pytest.raises(CatalogueError, match=r"\[question\] is to be \[\[question\]\]"):
        content.load()


def test_an_entry_is_a_table(content: Content) -> None:
    (content.folder / "gate.toml").write_text("question = [1]")
    with pytest.raises(CatalogueError, match="1 is not a table of fields"):
        content.load()


def test_text_is_utf_8(content: Content) -> None:
    (content.folder / "gate.toml").write_bytes(b"# \xff")
    with pytest.raises(CatalogueError, match=r"gate\.toml: it is not UTF-8 text"):
        content.load()


def test_reviewed_is_the_oldest_of_all_reviews(content: Content) -> None:
    assert content.load().reviewed is None
    for number, path in enumerate(sorted(content.folder.glob("*.toml")), 1):
        path.write_text(f"reviewed = 2027-01-{number:02}\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert content.load().reviewed == date(2027, 1, 1)


def test_one_file_without_a_review_means_not_reviewed(content: Content) -> None:
    paths = sorted(content.folder.glob("*.toml"))
    for path in paths[1:]:
        path.write_text("reviewed = 2027-01-01\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert content.load().reviewed is None


def test_a_review_has_a_date(content: Content) -> None:
    path: Path = content.folder / "gate.toml"
    path.write_text('reviewed = "yes"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"gate\.toml: reviewed: it is not a date"):
        content.load()


def test_reading_loads_nothing_slow() -> None:
    slow = "{'tomlkit', 'difflib', 'importlib.resources', 'fcntl', 'numpy', 'sqlalchemy', 'textual'}"
    program = f"import sys, journal.catalogue as c; c.load_catalogue(); print({slow} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
