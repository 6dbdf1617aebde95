"""The runner's own additions: careful defaults, and every mistake left out and named."""

import os
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from journal.catalogue import Catalogue, load_catalogue
from journal.catalogue.own import SHAPES, with_own


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where the additions are; the file is not there yet."""
    return tmp_path / "own.toml"


def load(own: Path, text: str) -> Catalogue:
    own.write_text(text, encoding="utf-8")
    return load_catalogue(own)


def test_without_a_file_there_are_none(catalogue: Catalogue, own: Path) -> None:
    assert load_catalogue(own) == catalogue


def test_a_minimal_trigger(own: Path) -> None:
    trigger = load(own, '[[trigger]]\nid = "garden"\nname = "Gardening"\nunit = "min"').triggers["garden"]
    assert (trigger.name, trigger.unit, trigger.lag_hours, trigger.own) == ("Gardening", "min", (0, 48), True)


def test_a_site_is_not_pressed_unless_it_says_so(own: Path) -> None:
    sites = load(own, '[[site]]\nname = "Hip flexor"\n[[site]]\nname = "Sole"\nmassage = "light"').sites
    assert (sites["hip_flexor"].massage, sites["hip_flexor"].short) == ("no", "Hip flexor")
    assert sites["sole"].massage == "light"


def test_an_exercise_waits_for_the_return_phase(own: Path) -> None:
    exercise = load(own, '[[exercise]]\nname = "Nordic curl"\n').exercises["nordic_curl"]
    assert (exercise.stage, exercise.effort, exercise.sets, exercise.reps) == ("return", "heavy", 3, 10)
    assert (exercise.stop_pain_gt, exercise.own) == (2, True)


def test_an_exercise_that_is_held_has_no_repetitions(own: Path) -> None:
    exercise = load(own, '[[exercise]]\nname = "Copenhagen"\nseconds = 20\n').exercises["copenhagen"]
    assert (exercise.reps, exercise.seconds) == (None, 20)


def test_own_cardio_is_easy_endurance(own: Path) -> None:
    exercise = load(own, '[[exercise]]\nname = "Kayak"\nkind = "cardio"\nlegs = false').exercises["kayak"]
    assert (exercise.region, exercise.effort, exercise.seconds, exercise.legs) == ("cardio", "light", 1200, False)


def test_what_presses_is_always_forbidden_for_the_same_reasons(own: Path) -> None:
    text = '[[technique]]\nname = "Cupping"\nsites = ["mid_calf"]\nforbidden_if = ["cancer", "numb_here"]'
    technique = load(own, text).techniques["cupping"]
    assert technique.forbidden_if == (
        "any_open_flag_urgent",
        "onset_sudden_lt_72h",
        "anticoagulant",
        "varicose_here",
        "numb_here",
        "cancer",
    )
    assert (technique.discomfort_cap, technique.max_seconds_per_spot) == (3, 60)


def test_what_does_not_press_may_take_long(own: Path) -> None:
    text = '[[technique]]\nname = "Bath"\nsites = ["achilles"]\npress = false\nseconds_per_spot = 900'
    technique = load(own, text).techniques["bath"]
    assert (technique.seconds_per_spot, technique.max_seconds_per_spot, technique.forbidden_if) == (900, 900, ())


def test_additions_come_behind_and_change_nothing_else(catalogue: Catalogue, own: Path) -> None:
    found = load(own, '[[site]]\nname = "Hip flexor"')
    assert list(found.sites) == [*catalogue.sites, "hip_flexor"]
    assert {name: each for name, each in found.sites.items() if not each.own} == catalogue.sites
    assert found.triggers == catalogue.triggers


def test_additions_may_name_each_other(own: Path) -> None:
    found = load(
        own,
        '[[technique]]\nname = "Roll it"\nsites = ["hip_flexor"]\n'
        '[[site]]\nname = "Hip flexor"\nmassage = "ok"\n'
        '[[exercise]]\nname = "One"\nharder = "own_two"\n[[exercise]]\nid = "own_two"\nname = "Two"\neasier = "one"',
    )
    assert found.problems == ()
    assert found.techniques["roll_it"].sites == ("hip_flexor",)
    assert found.exercises["one"].harder == "own_two"


WRONG = {
    "replaces a packaged one": (
        '[[trigger]]\nid = "driving"\nname = "X"\nunit = "h"',
        "driving, id: another entry has it",
    ),
    "takes a word": ('[[trigger]]\nname = "Car"\nunit = "h"', "car, say: 'car' means driving already"),
    "takes an alias": ('[[site]]\nname = "Calf"', "calf, say: 'calf' means upper_outer_calf already"),
    "takes a kind of entry": ('[[trigger]]\nname = "Run"\nunit = "km"', "run, say: 'run' means something else already"),
    "takes a side": ('[[site]]\nname = "Left"', "left, say: 'left' means something else already"),
    "takes a letter": ('[[site]]\nname = "X"\nsay = ["R"]', "x, say: 'r' means something else already"),
    "takes a number": ('[[site]]\nname = "X"\nsay = ["5"]', "x, say: '5' has no letter"),
    "takes a zone": ('[[site]]\nname = "Joint line"', "joint_line, id: a zone that is never pressed has it"),
    "no name": ('[[trigger]]\nid = "x"\nunit = "h"', "x, name: it is missing"),
    "no unit": ('[[trigger]]\nname = "X"', "x, unit: it is missing"),
    "wrong unit": ('[[trigger]]\nname = "X"\nunit = "litres"', "x, unit: 'litres' is not one of"),
    "wrong type": ('[[trigger]]\nname = 3\nunit = "h"', "3, name: expected str, got int"),
    "wrong name": ('[[trigger]]\nid = "x"\nname = 3\nunit = "h"', "x, name: expected str, got int"),
    "own is not theirs to say": ('[[site]]\nname = "X"\nown = false', "x, own: there is no such field"),
    "misspelt": ('[[site]]\nname = "X"\nmasage = "ok"', "x, masage: there is no such field; did you mean massage?"),
    "control character": (r"[[site]]" + '\nid = "x"\nname = "a\\u001b[2J"', "x, name: it has a control character"),
    "id with a blank": ('[[site]]\nid = "hip flexor"\nname = "X"', "hip flexor, id: it is made of a-z, 0-9 and _"),
    "presses the hollow of the knee": (
        '[[technique]]\nname = "X"\nsites = ["back_of_knee"]',
        "x, sites: back_of_knee is never",
    ),
    "presses their own": (
        '[[site]]\nname = "Foot"\n[[technique]]\nname = "X"\nsites = ["foot"]',
        "x, sites: foot is never pressed",
    ),
    "presses too long": (
        '[[technique]]\nname = "X"\nsites = ["upper_outer_calf"]\nseconds_per_spot = 90',
        "x, max_seconds_per_spot: it is at most 60 where a site is light",
    ),
    "no sites": ('[[technique]]\nname = "X"', "x, sites: it is missing"),
    "through pain": ('[[exercise]]\nname = "X"\nstop_pain_gt = 6', "x, stop_pain_gt: it is at most 3"),
    "unknown source": ('[[exercise]]\nname = "X"\nsources = ["P999"]', "x, sources: there is no source 'P999'"),
    "no such table": ('[[sign]]\nid = "rf_dvt"', "sign: there is no such table"),
    "one table": ('[trigger]\nname = "X"', "trigger: it is to be [[trigger]]"),
    "no table": ("trigger = [1]", "trigger: 1 is not a table of fields"),
    "infinite": ('[[trigger]]\nname = "X"\nunit = "h"\ntypical = inf', "x, typical: inf is not a number"),
}


@pytest.mark.parametrize(("text", "problem"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_left_out_and_named(catalogue: Catalogue, own: Path, text: str, problem: str) -> None:
    found = load(own, text + '\n[[site]]\nname = "Good"\n')
    (said,) = map(str, found.problems)
    assert said.startswith(f"own.toml: {problem}")
    assert "\n" not in said
    assert "good" in found.sites
    assert {each.id for each in found.triggers.values() if each.own} == set()
    assert {each.id for each in found.exercises.values() if each.own} == set()
    assert found.techniques == catalogue.techniques


def test_of_two_with_the_same_id_the_first_stays(own: Path) -> None:
    found = load(own, '[[site]]\nid = "x"\nname = "First"\n[[site]]\nid = "x"\nname = "Second"')
    assert found.sites["x"].name == "First"
    assert [str(each) for each in found.problems] == ["own.toml: x, id: another entry has it already"]


def test_what_names_something_left_out_is_left_out(own: Path) -> None:
    found = load(
        own,
        '[[exercise]]\nid = "own_a"\nname = "A"\nharder = "own_b"\n'
        '[[exercise]]\nid = "own_b"\nname = "B"\nharder = "own_c"\n'
        '[[exercise]]\nid = "own_c"\nname = "C"\nsets = 99\n',
    )
    assert not any(each.own for each in found.exercises.values())
    assert [each.entry for each in found.problems] == ["own_c", "own_b", "own_a"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"[[site]\n", "it is not TOML"),
        (b"name = '\xff'", "it is not UTF-8 text"),
        (b"a = " + b"[" * 20_000, "it is not TOML: it is nested too deeply"),
        (b"#" * 100_001, "it has more than 100000 bytes"),
    ],
)
def test_a_damaged_file_is_a_problem(catalogue: Catalogue, own: Path, content: bytes, why: str) -> None:
    own.write_bytes(content)
    found = load_catalogue(own)
    assert [str(each)[: len(why) + 10] for each in found.problems] == [f"own.toml: {why}"]
    assert found.sites == catalogue.sites


def test_a_folder_in_its_place_is_a_problem(own: Path) -> None:
    own.mkdir()
    assert [str(each) for each in load_catalogue(own).problems] == ["own.toml: it is not a regular file"]


def test_a_pipe_in_its_place_is_a_problem_and_nothing_waits(own: Path) -> None:
    os.mkfifo(own)
    assert [str(each) for each in load_catalogue(own).problems] == ["own.toml: it is not a regular file"]


def test_a_loop_of_links_is_a_problem(own: Path) -> None:
    own.symlink_to(own)
    (problem,) = load_catalogue(own).problems
    assert str(problem).startswith("own.toml: it cannot be read: ")


NAMES = st.sampled_from(sorted({name for shape in SHAPES.values() for name in shape.__dataclass_fields__}))
WORDS = st.sampled_from(
    [
        "",
        "x",
        "driving",
        "Car",
        "min",
        "h",
        "ok",
        "light",
        "no",
        "step_down",
        "achilles",
        "K",
        "cardio",
        "gun",
        "\x1b[2J",
    ]
)
VALUES = st.recursive(
    WORDS | st.text(max_size=8) | st.integers(-5, 2000) | st.floats() | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=5,
)
GOOD: list[dict[str, Any]] = [
    {"name": "Hip flexor", "massage": "light"},
    {"name": "Gardening", "unit": "min"},
    {"name": "Nordic curl"},
    {"name": "Roll it", "sites": ["mid_calf", "hip_flexor"]},
]
ANY_FIELDS = st.dictionaries(NAMES | st.text(max_size=5), VALUES, max_size=3)
FIELDS = st.builds(lambda good, more: good | more, st.sampled_from([{}, *GOOD]), ANY_FIELDS)
TABLES = st.dictionaries(
    st.sampled_from(["site", "trigger", "exercise", "technique", "sign", "reviewed"]) | st.text(max_size=5),
    st.lists(FIELDS, max_size=4) | VALUES,
    max_size=4,
)


def as_toml(tables: dict[str, Any]) -> str | None:
    """`tables` as a file, None where TOML has no way to say it."""
    try:
        return tomlkit.dumps(tables)
    except (ValueError, TypeError, tomlkit.exceptions.TOMLKitError):
        return None


@given(tables=TABLES)
def test_nothing_in_the_file_raises(
    tables: dict[str, Any], catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = as_toml(tables)
    if text is None:
        return
    own = tmp_path_factory.mktemp("own") / "own.toml"
    own.write_bytes(text.encode(errors="surrogatepass"))
    found = with_own(catalogue, own)
    assert not any("\n" in str(each) for each in found.problems)
    for site in found.sites.values():
        assert site.own or site == catalogue.sites[site.id]
    for technique in found.techniques.values():
        assert not technique.press or all(found.sites[each].massage != "no" for each in technique.sites)


@given(content=st.binary(max_size=200))
def test_no_bytes_raise(content: bytes, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> None:
    own = tmp_path_factory.mktemp("own") / "own.toml"
    own.write_bytes(content)
    with_own(catalogue, own)
