"""What is offered while a line is typed."""

import pytest

from journal.catalogue import Catalogue
from journal.quick import read, suggest
from journal.settings import MAIN, Tracked
from tests.support import FakeClock


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("", ("left upper outer calf", "drive", "note")),
        ("l calf 5; ", ("left upper outer calf", "drive")),
        ("dri", ("drive",)),
        ("DRI", ("drive",)),
        ("drive ", ("3h", "none", "yesterday")),
        ("stairs ", ("3", "none")),
        ("l ", ("calf", "hamstring")),
        ("l ca", ("calf",)),
        ("l calf ", ("5",)),
        ("l calf 5 ", ("tight", "pain", "yesterday")),
        ("l calf 5 y", ("yesterday",)),
        ("massage ", ("ball", "roller", "gun")),
        ("massage ball ", ("10m",)),
        ("massage ball 10m ", ("6>3",)),
        ("upper inner c", ("calf",)),
        ("bridge ", ("3x12",)),
        ("wall s", ("sit",)),
        ("wall sit ", ("3x20s",)),
        ("bike ", ("20m",)),
        ("f ", ("90%",)),
        ("f 90 ", ("no limp",)),
        ("run ", ("20m", "3km")),
        ("test ", ("calf raise", "walk 30")),
        ("test conf", ("confident",)),
        ("flare ", ("l", "r")),
        ("flare l calf ", ("rest 3", "sudden")),
    ],
)
def test_what_is_offered(line: str, offered: tuple[str, ...], catalogue: Catalogue) -> None:
    assert [each for each in offered if each not in suggest(line, catalogue, (MAIN,))] == []


def test_names_of_other_kinds_are_not_offered(catalogue: Catalogue) -> None:
    assert "laptop" in suggest("la", catalogue) or "lap" in suggest("la", catalogue)
    assert not {"lap", "laptop"} & set(suggest("massage la", catalogue))


def test_a_distance_is_offered_in_the_runners_unit(catalogue: Catalogue) -> None:
    assert suggest("run ", catalogue, (MAIN,), "mi")[:2] == ("20m", "2mi")


def test_nothing_is_offered_inside_words(catalogue: Catalogue) -> None:
    assert suggest("note dri", catalogue) == suggest("l calf 5 -- dri", catalogue) == ()


def test_the_main_site_is_offered_first(catalogue: Catalogue) -> None:
    assert suggest("", catalogue, (Tracked("front_knee", "right"), MAIN))[0] == "right front knee"


def test_what_is_offered_behind_a_blank_can_be_read(catalogue: Catalogue, clock: FakeClock) -> None:
    line = "massage ball "
    for _ in range(3):
        line = f"{line}{next(each for each in suggest(line, catalogue) if each[0].isdigit() or each == 'yesterday')} "
    assert read(line, catalogue, clock, (MAIN,)).said
    assert line == "massage ball 10m 6>3 yesterday "
