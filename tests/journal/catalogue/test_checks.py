"""Every check of the content can fail, and says where and why."""

import pytest

from journal.catalogue.problems import CatalogueError
from tests.journal.catalogue.support import Content

SPOILED = {
    # file, entry, what stands there, what is put there, the message
    "unknown source": ("sites.toml", "achilles", '"K"', '"P999"', "achilles, sources: there is no source 'P999'"),
    "no source": ("sites.toml", "achilles", '["K"]', "[]", "achilles, sources: a statement has a source"),
    "unknown zone": ("sites.toml", "achilles", '"tendons"', '"tendon"', "near_no_press: there is no zone 'tendon'"),
    "site is a zone": ("sites.toml", "achilles", '"achilles"', '"joint_line"', "id: a zone that is never pressed"),
    "zone without words": ("sites.toml", "bone", 'text = "bone', 'text = "" # "', "bone, text: it is empty"),
    "unknown unit": ("triggers.toml", "driving", '"min"', '"hours"', "driving, unit: 'hours' is not one of"),
    "asked in another unit": ("triggers.toml", "driving", 'ask_unit = "h"', 'ask_unit = "km"', "cannot be asked in km"),
    "asked in the same unit": ("triggers.toml", "driving", 'ask_unit = "h"', 'ask_unit = "min"', "ask_unit"),
    "travel without a time": ("triggers.toml", "stairs", "why =", "seated_travel = true\nwhy =", "seated_travel"),
    "lag backwards": ("triggers.toml", "driving", "[0, 24]", "[24, 0]", "driving, lag_hours"),
    "lag too long": ("triggers.toml", "driving", "[0, 24]", "[0, 9999]", "driving, lag_hours"),
    "lag negative": ("triggers.toml", "driving", "[0, 24]", "[-1, 24]", "driving, lag_hours: -1 is not"),
    "typical nothing": ("triggers.toml", "driving", "why =", "typical = 0\nwhy =", "driving, typical"),
    "not a number": ("triggers.toml", "driving", "why =", "typical = nan\nwhy =", "driving, typical: nan is no"),
    "unknown site": ("techniques.toml", "stick_calf", '"mid_calf"', '"calf"', "sites: there is no site 'calf'"),
    "no site": ("techniques.toml", "stick_calf", '["mid_calf"]', "[]", "stick_calf, sites: it is empty"),
    "pressed where never": ("techniques.toml", "stick_calf", "mid_calf", "achilles", "achilles is never pressed"),
    "gun where light": ("techniques.toml", "percussion_mid_calf", '"mid_calf"', '"lower_calf"', "no place for a mass"),
    "unknown condition": ("techniques.toml", "stick_calf", "numb_here", "numb", "forbidden_if: there is no condition"),
    "range backwards": ("techniques.toml", "stick_calf", "_spot = 30", "_spot = 90", "seconds_per_spot: it is more"),
    "pass too long": (
        "techniques.toml",
        "stick_calf",
        "max_seconds_per_spot = 60",
        "max_seconds_per_spot = 121",
        "120",
    ),
    "spot too long": (
        "techniques.toml",
        "stroke_flush_calf",
        "max_seconds_per_spot = 60",
        "max_seconds_per_spot = 61",
        "60",
    ),
    "region too long": ("techniques.toml", "stroke_flush_calf", "max_sets = 2", "max_sets = 4", "more than 180 s"),
    "too hard": ("techniques.toml", "stick_calf", "cap = 4", "cap = 5", "discomfort_cap: it is at most 4"),
    "too hard where light": ("techniques.toml", "stroke_flush_calf", "cap = 3", "cap = 4", "at most 3 where"),
    "too often": (
        "techniques.toml",
        "stick_calf",
        "per_day = 4",
        "per_day = 5",
        "max_sessions_per_day: it is at most 4",
    ),
    "never": ("techniques.toml", "stick_calf", "per_day = 4", "per_day = 0", "max_sessions_per_day: it is 1 or more"),
    "no phase": ("techniques.toml", "calf_stretch_straight_knee", '["load", "return", "maintain"]', "[]", "phases"),
    "pack too long": (
        "techniques.toml",
        "heat_pack",
        "max_seconds_per_spot = 900",
        "max_seconds_per_spot = 3601",
        "3600",
    ),
    "unknown harder": (
        "exercises.toml",
        "quad_set",
        "straight_leg_raise",
        "leg_raise",
        "there is no exercise 'leg_raise'",
    ),
    "unknown easier": ("exercises.toml", "hip_thrust", "glute_bridge", "glute_bridges", "hip_thrust, easier"),
    "harder is itself": ("exercises.toml", "quad_set", '"straight_leg_raise"', '"quad_set"', "it is the same exercise"),
    "unknown not_if": ("exercises.toml", "quad_set", "straightening_hurts", "hurts", "not_if: there is no condition"),
    "reps and seconds": ("exercises.toml", "quad_set", "reps = 10", "reps = 10\nseconds = 5", "one of the two"),
    "neither": ("exercises.toml", "quad_set", "reps = 10", "", "quad_set, reps"),
    "reps backwards": ("exercises.toml", "incline_push_up", "reps_most = 12", "reps_most = 7", "more than the most, 7"),
    "range without an end": ("exercises.toml", "forearm_plank", "sets = 3", "sets = 3\nreps_most = 7", "lower end"),
    "too many reps": ("exercises.toml", "quad_set", "reps = 10", "reps = 101", "reps: it is at most 100"),
    "no sets": ("exercises.toml", "quad_set", "sets = 3", "sets = 0", "sets: it is 1 or more"),
    "too many sets": ("exercises.toml", "quad_set", "sets = 3", "sets = 11", "sets: it is at most 10"),
    "hold too long": ("exercises.toml", "wall_sit", "seconds = 20", "seconds = 601", "seconds: it is"),
    "through pain": (
        "exercises.toml",
        "quad_set",
        "stop_pain_gt = 2",
        "stop_pain_gt = 4",
        "stop_pain_gt: it is at most 3",
    ),
    "per week": (
        "exercises.toml",
        "loaded_single_leg_calf_raise",
        "per_week = 2",
        "per_week = 8",
        "per_week: it is 1 to 7",
    ),
    "cardio in strength": ("exercises.toml", "quad_set", '"knee"', '"cardio"', "quad_set, region"),
    "legs in strength": ("exercises.toml", "quad_set", "sets = 3", "sets = 3\nlegs = false", "quad_set, legs"),
    "equipment": ("exercises.toml", "quad_set", '"towel"', '"a towel"', "equipment: 'a towel' is not one word"),
    "cardio elsewhere": ("cardio.toml", "walk", 'region = "cardio"', 'region = "hip"', "walk, region"),
    "advice": ("warning_signs.toml", "rf_pe", "This app can't tell.", "You have a clot.", "rf_pe, advice: it begins"),
    "no advice": ("warning_signs.toml", "rf_pe", '"show_advice", ', "", "rf_pe, actions: show_advice"),
    "gets better": (
        "warning_signs.toml",
        "rf_tingle",
        'worsens_to = "soon"',
        'worsens_to = "caution"',
        "not more urgent",
    ),
    "worsens when": (
        "warning_signs.toml",
        "rf_tingle",
        'worsens_when = "still there after 24 hours"',
        "",
        "worsens_when",
    ),
    "gate not said": ("warning_signs.toml", "rf_dvt", "calf_gate = true", "calf_gate = false", "rf_dvt, calf_gate"),
    "gate not asked": ("warning_signs.toml", "rf_bone", "basis =", "calf_gate = true\nbasis =", "rf_bone, calf_gate"),
    "computed and asked": (
        "warning_signs.toml",
        "rf_dvt",
        "calf_gate",
        "computed = true\ncalf_gate",
        "rf_dvt, computed",
    ),
    "unknown action": (
        "warning_signs.toml",
        "rf_pe",
        "stop_all",
        "stop",
        "rf_pe, actions[0]: invalid enum value 'stop'",
    ),
    "unknown level": (
        "warning_signs.toml",
        "rf_pe",
        '"emergency"',
        '"alarm"',
        "rf_pe, level: invalid enum value 'alarm'",
    ),
    "unknown sign": (
        "gate.toml",
        "swelling",
        "rf_dvt",
        "rf_clot",
        "swelling, raises: there is no warning sign 'rf_clot'",
    ),
    "raises nothing": ("gate.toml", "swelling", '["rf_dvt"]', "[]", "swelling, raises: it is empty"),
    "id of a sign": ("contraindications.toml", "cancer", '"cancer"', '"rf_dvt"', "rf_dvt, id: a warning sign has it"),
    "unknown test": ("not_if.toml", "stairs_pain_gt_1", "stairs_down", "stairs", "test: there is no test 'stairs'"),
    "test without a number": ("not_if.toml", "stairs_pain_gt_1", "above = 1", "", "stairs_pain_gt_1, above"),
    "number without a test": ("not_if.toml", "limp", "sources", "above = 1\nsources", "limp, test"),
    "test unit": ("tests.toml", "confidence", '"score"', '"points"', "confidence, unit: 'points' is not one of"),
    "test without a bar": ("tests.toml", "confidence", "least = 7", "", "confidence, most"),
    "bar out of reach": (
        "tests.toml",
        "confidence",
        "least = 7",
        "least = 11",
        "confidence, least: 11 is more than 10",
    ),
    "capital id": ("tests.toml", "confidence", '"confidence"', '"Confidence"', "Confidence, id: it is made of a-z"),
    "empty name": ("tests.toml", "confidence", '"Confidence"', '" "', "confidence, name: it is empty"),
    "control character": (
        "tests.toml",
        "confidence",
        '"Confidence"',
        r'"a\u001b[2J"',
        "name: it has a control character",
    ),
    "too long": ("tests.toml", "confidence", '"Confidence"', f'"{"a" * 601}"', "name: it is longer than 600"),
    "twice": ("tests.toml", "confidence", '["P46", "D"]', '["D", "D"]', "sources: something is there twice"),
    "unknown field": (
        "tests.toml",
        "confidence",
        "least =",
        "lest =",
        "confidence, lest: there is no such field; did you mean",
    ),
    "own": ("tests.toml", "confidence", "least =", "own = true\nleast =", "confidence, own: there is no such field"),
    "wrong type": ("tests.toml", "confidence", "least = 7", 'least = "7"', "confidence, least: expected float | null"),
    "missing field": ("tests.toml", "confidence", 'unit = "score"', "", "confidence, unit: it is missing"),
    "same id": ("tests.toml", "confidence", '"confidence"', '"pogo_hops"', "pogo_hops, id: another entry has it"),
    "no web address": ("sources.toml", "P30", "https:", "ftp:", "P30, address"),
    "no address": ("sources.toml", "P30", 'address = "', 'address = "" # "', "P30, address: it is empty"),
    "same word, site": ("sites.toml", "glute", '"hip"', '"kneecap"', "front_knee and glute both claim 'kneecap'"),
    "same word, trigger": ("triggers.toml", "sitting", '"sit"', '"Car"', "driving and sitting both claim 'car'"),
    "same word, technique": ("techniques.toml", "stick_calf", '["stick",', '["Ball",', "both claim 'ball'"),
    "same word, exercise": ("cardio.toml", "walk", '"walking"', '"quad set"', "both claim 'quad set'"),
    "same word, test": ("tests.toml", "confidence", '"confident"', '"hops"', "both claim 'hops'"),
}


@pytest.mark.parametrize(("file", "entry", "old", "new", "message"), SPOILED.values(), ids=SPOILED)
def test_a_mistake_is_named(content: Content, file: str, entry: str, old: str, new: str, message: str) -> None:
    content.change_entry(file, entry, old, new)
    with pytest.raises(CatalogueError) as caught:
        content.load()
    said = str(caught.value)
    assert said.startswith(f"{file}: ")
    assert message in said
    assert "\n" not in said


STAGES = {
    "out of order": ("stage = 3\n", "stage = 4\n", "the stages are 0 to 8, in this order"),
    "wrong total": ("total_run_minutes = 12", "total_run_minutes = 13", "stage 2, total_run_minutes: it is 12"),
    "empty": ("repeats = 1\nwalk_minutes = 30", "repeats = 1\nwalk_minutes = 0", "stage 0, repeats"),
    "less running": (
        "run_minutes = 14\ntotal_run_minutes = 28",
        "run_minutes = 1\ntotal_run_minutes = 2",
        "stage 6 has",
    ),
}


@pytest.mark.parametrize(("old", "new", "message"), STAGES.values(), ids=STAGES)
def test_a_mistake_in_the_stages_is_named(content: Content, old: str, new: str, message: str) -> None:
    content.change("stages.toml", old, new)
    with pytest.raises(CatalogueError, match=message):
        content.load()


ALIASES = {
    "leads nowhere": ('words = ["zz"]\nkind = "site"\nid = "leg"', "zz, id: there is no site 'leg'"),
    "no words": ('words = []\nkind = "site"\nid = "glute"', "words: it is empty"),
    "side of an exercise": ('words = ["zz"]\nkind = "exercise"\nid = "walk"\nside = "left"', "zz, side"),
    "no kind": ('words = ["zz"]\nkind = "sign"\nid = "rf_pe"', "zz, kind: invalid enum value"),
    "twice": (
        'words = ["zz", "yy"]\nkind = "site"\nid = "glute"\n[[alias]]\nwords = ["YY"]\nkind = "site"\nid = "glute"',
        "'YY'",
    ),
}


@pytest.mark.parametrize(("entry", "message"), ALIASES.values(), ids=ALIASES)
def test_a_mistake_in_the_aliases_is_named(content: Content, entry: str, message: str) -> None:
    content.append("aliases.toml", f"[[alias]]\n{entry}")
    with pytest.raises(CatalogueError) as caught:
        content.load()
    assert str(caught.value).startswith("aliases.toml: ")
    assert message in str(caught.value)


def test_a_word_may_mean_one_thing_of_each_kind(content: Content) -> None:
    content.append("aliases.toml", '[[alias]]\nwords = ["zz"]\nkind = "site"\nid = "glute"')
    content.append("aliases.toml", '[[alias]]\nwords = ["zz"]\nkind = "test"\nid = "walk_30"')
    assert [each.id for each in content.load().aliases if "zz" in each.words] == ["glute", "walk_30"]


def test_a_condition_is_no_contraindication(content: Content) -> None:
    content.change("contraindications.toml", '"cancer"', '"limp"')
    with pytest.raises(CatalogueError, match=r"not_if\.toml: limp, id: a contraindication has it already"):
        content.load()


def test_the_gate_has_five_questions(content: Content) -> None:
    content.append("gate.toml", '[[question]]\nid = "more"\nask = "More?"\nraises = ["rf_dvt"]')
    with pytest.raises(CatalogueError, match=r"gate\.toml: the calf gate has 5 questions"):
        content.load()
