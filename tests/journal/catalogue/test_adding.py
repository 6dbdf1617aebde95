"""Adding to the runner's own file: what was there stays, and what is refused leaves it untouched."""

import stat
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from journal.catalogue import add_own, load_catalogue
from journal.catalogue.problems import CatalogueError
from journal.catalogue.shapes import Site, TriggerKind
from journal.errors import CannotWrite

GARDENING = {"name": "Gardening", "unit": "min", "ask_unit": "h", "say": ("garden", "weeding"), "typical": None}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where the additions are; the file is not there yet."""
    return tmp_path / "own.toml"


def test_an_addition_is_read_again(own: Path) -> None:
    added = add_own(own, "trigger", GARDENING)
    assert isinstance(added, TriggerKind)
    assert (added.id, added.say, added.own) == ("gardening", ("garden", "weeding"), True)
    found = load_catalogue(own)
    assert found.problems == ()
    assert found.triggers["gardening"] == added


def test_additions_of_each_kind(own: Path) -> None:
    add_own(own, "site", {"name": "Hip flexor", "massage": "ok"})
    add_own(own, "technique", {"name": "Roll it", "sites": ["hip_flexor"]})
    add_own(own, "exercise", {"name": "Nordic curl", "easier": "glute_bridge"})
    add_own(own, "site", {"name": "Sole of the foot"})
    found = load_catalogue(own)
    assert found.problems == ()
    assert [each.id for each in found.sites.values() if each.own] == ["hip_flexor", "sole_of_the_foot"]
    assert found.techniques["roll_it"].sites == ("hip_flexor",)
    assert found.exercises["nordic_curl"].easier == "glute_bridge"


def test_only_the_runner_may_read_the_file(own: Path) -> None:
    add_own(own, "trigger", GARDENING)
    assert stat.S_IMODE(own.stat().st_mode) == 0o600
    assert [path.name for path in own.parent.iterdir()] == ["own.toml"]


def test_what_is_in_the_file_stays_as_it_is(own: Path) -> None:
    before = '# mine\n[[trigger]]   # a comment\nname = "Piano"\nunit = "min"'
    own.write_text(before)
    add_own(own, "trigger", GARDENING)
    assert own.read_text().startswith(before + "\n")
    assert [each.id for each in load_catalogue(own).triggers.values() if each.own] == ["piano", "gardening"]


def test_a_file_of_another_editor_keeps_its_line_ends(own: Path) -> None:
    own.write_bytes(b'# mine\r\n[[trigger]]\r\nname = "Piano"\r\nunit = "min"\r\n')
    add_own(own, "trigger", GARDENING)
    assert own.read_bytes().startswith(b"# mine\r\n[[trigger]]\r\n")
    assert load_catalogue(own).problems == ()


def test_a_link_stays_a_link(own: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.toml"
    target.write_text("# mine\n")
    own.symlink_to(target)
    add_own(own, "trigger", GARDENING)
    assert own.is_symlink()
    assert "Gardening" in target.read_text()


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Hip flexor", "hip_flexor"),
        ("Hüft-Beuger (links)", "huft_beuger_links"),
        ("  5 km  ", "own_5_km"),
        ("x" * 100, "x" * 60),
        ("膝", "own_bbd7883e"),
    ],
)
def test_an_id_is_made_of_the_name(own: Path, name: str, made: str) -> None:
    added = add_own(own, "site", {"name": name})
    assert isinstance(added, Site)
    assert (added.id, added.name) == (made, name)


REFUSED: dict[str, tuple[str, Mapping[str, Any], str]] = {
    "kind": ("sign", {"name": "X"}, "there is no kind 'sign'; it is one of site, trigger, exercise, technique"),
    "packaged id": ("trigger", {"id": "driving", "name": "X", "unit": "h"}, "driving, id: another entry has it"),
    "own id": ("trigger", {"id": "piano", "name": "X", "unit": "h"}, "piano, id: another entry has it already"),
    "own word": ("trigger", {"name": "X", "unit": "h", "say": ["Piano"]}, "x, say: 'piano' means piano already"),
    "field": ("site", {"name": "X", "colour": "red"}, "x, colour: there is no such field"),
    "own": ("site", {"name": "X", "own": True}, "x, own: there is no such field"),
    "value": ("site", {"name": "X", "massage": "hard"}, "x, massage: invalid enum value 'hard'"),
    "nothing": ("site", {}, "name: it is missing"),
    "control character": ("site", {"name": "a\x1b[2J"}, "a_2j, name: it has a control character"),
    "lone surrogate": ("site", {"name": "a\ud800"}, "a, name: it has a control character"),
    "place": ("technique", {"name": "X", "sites": ["achilles"]}, "x, sites: achilles is never pressed"),
    "loose end": ("exercise", {"name": "X", "harder": "no_such"}, "x, harder: there is no exercise 'no_such'"),
}


@pytest.mark.parametrize(("kind", "fields", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_leaves_the_file_untouched(own: Path, kind: str, fields: Mapping[str, Any], why: str) -> None:
    own.write_text('[[trigger]]\nname = "Piano"\nunit = "min"\n')
    before = own.read_bytes()
    with pytest.raises(CatalogueError) as caught:
        add_own(own, kind, fields)
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)
    assert own.read_bytes() == before


@pytest.mark.parametrize("damaged", [b"[[trigger]\n", b"# \xff\n", b"trigger = []\n"])
def test_a_damaged_file_is_never_written_over(own: Path, damaged: bytes) -> None:
    own.write_bytes(damaged)
    with pytest.raises(CatalogueError):
        add_own(own, "trigger", GARDENING)
    assert own.read_bytes() == damaged


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="No such file or directory"):
        add_own(tmp_path / "none" / "own.toml", "trigger", GARDENING)


def test_a_file_that_cannot_be_written_is_named(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write_text("# mine\n")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotWrite, match="No space left on device"):
        add_own(own, "trigger", GARDENING)
    assert own.read_text() == "# mine\n"


def test_two_at_once_both_stay(own: Path) -> None:
    names = [f"Trigger {letter}" for letter in "abcdefgh"]
    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(lambda name: add_own(own, "trigger", {"name": name, "unit": "min"}), names))
    assert sorted(each.name for each in load_catalogue(own).triggers.values() if each.own) == names
