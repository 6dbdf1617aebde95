"""Warning signs and settings on the command line."""

import pytest

from journal.settings import Settings
from tests.journal.commands.support import Shell


def test_the_calf_questions_are_answered_with_one_option(rj: Shell) -> None:
    rj("log", "l calf 4")
    assert rj("today", "--json").json["massage"]["gate"] is not None
    assert rj("signs", "--none").status == 0
    assert rj("today", "--json").json["massage"]["gate"] is None


def test_every_question_is_listed_with_its_level(rj: Shell) -> None:
    told = rj("signs", "--questions").out
    assert "rf_dvt" in told
    assert "emergency" in told
    assert "rf_trend" not in told


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--yes", "rf_nothing"), "no warning sign 'rf_nothing'"),
        (("--none", "--yes", "rf_dvt"), "one of"),
        (("--seen", "coach: Joe", "--said", "fine"), "doctor: NAME"),
        (("--seen", "doctor: ", "--said", "fine"), "no warning sign"),
        (("--said", "fine"), "--said needs --seen"),
        (("--none", "--at", "2199-01-01"), "has not come yet"),
    ],
)
def test_what_cannot_be_recorded_is_refused(rj: Shell, arguments: tuple[str, ...], says: str) -> None:
    told = rj("signs", *arguments)
    assert told.status == 2
    assert says in told.error
    assert rj("list", "--json").json == []


def test_every_setting_says_its_value_and_every_default_why(rj: Shell) -> None:
    rows = {row["name"]: row for row in rj("settings", "--json").json}
    assert rows.keys() == Settings.__dataclass_fields__.keys()
    assert all(row["why"] for row in rows.values())
    assert all(row["app_default"] == (not row["sources"]) for row in rows.values() if row["least"] is not None)
    assert "app default" in rj("settings", "rest_days").out


def test_a_default_from_a_study_names_it_and_is_no_app_default(rj: Shell) -> None:
    told = rj("settings", "spike_percent").out
    assert "spike_percent = 10 (5 to 10) · from P63\n" in told
    assert "    [P63] Frandsen 2025" in told
    assert "app default" not in told
    rj("settings", "spike_percent", "5")
    assert "spike_percent = 5 (5 to 10)\n" in rj("settings", "spike_percent").out


def test_a_setting_is_changed_and_kept(rj: Shell) -> None:
    assert rj("settings", "rest_days", "5").status == 0
    assert rj("settings", "rest_days", "--json").json[0]["value"] == 5
    assert "app default" not in rj("settings", "rest_days").out
    told = rj("settings", "rest_days", "999")
    assert (told.status, told.out) == (2, "")
    assert "more than 60" in told.error
    assert rj("settings", "rest_dys", "3").error.startswith(
        "error: there is no setting 'rest_dys'; did you mean 'rest_days'"
    )


def test_each_sign_is_taken_back_by_name_when_several_are_open(rj: Shell) -> None:
    rj("signs", "--yes", "rf_dvt", "--yes", "rf_pulse_lump", "--at", "2026-01-01T08:00")
    told = rj("signs", "--seen", "doctor: Ada", "--said", "saw the calf only")
    assert told.status == 2
    assert "--of" in told.error
    assert rj("signs", "--seen", "doctor: Ada", "--said", "saw the calf only", "--of", "rf_dvt").status == 0
    assert [sign["id"] for sign in rj("signs", "--json").json] == ["rf_pulse_lump"]


def test_the_questions_are_listed_with_what_answers_them(rj: Shell) -> None:
    told = rj("signs", "--questions").out
    assert "Is one calf or thigh swollen?" in told
    assert "anticoagulant" in told
    assert told.index("--none") < told.index("swelling") < told.index("rf_dvt") < told.index("--healthy")


def test_a_yes_to_a_calf_question_raises_its_signs(rj: Shell) -> None:
    rj("signs", "--yes", "constant_or_rest_pain", "--at", "2026-01-01T08:00")
    assert [sign["id"] for sign in rj("signs", "--json").json] == ["rf_dvt", "rf_night"]
    assert rj("log", "massage ball 5m").status == 2


def test_a_no_takes_back_a_condition_and_never_a_sign(rj: Shell) -> None:
    rj("signs", "--yes", "fever_or_ill")
    assert "fever" in rj("today", "--json").json["massage"]["blocked_by"]
    assert rj("signs", "--no", "fever_or_ill").status == 0
    assert rj("today", "--json").json["massage"]["blocked_by"] is None
    assert rj("signs", "--no", "rf_dvt").status == 2


def test_a_clinicians_word_about_a_condition_is_recorded(rj: Shell) -> None:
    rj("signs", "--healthy", "--yes", "anticoagulant")
    blocked = rj("today", "--json").json["massage"]["blocked_by"]
    assert blocked.startswith("ask a physio or doctor first")
    assert rj("signs", "--seen", "coach: Bo", "--said", "ok", "--of", "anticoagulant").status == 2
    assert rj("signs", "--seen", "doctor: Ada", "--said", "light is fine", "--of", "anticoagulant").status == 0
    assert rj("today", "--json").json["massage"]["blocked_by"] is None


def test_a_massage_that_was_done_is_recorded_and_the_questions_stay_due(rj: Shell) -> None:
    rj("log", "l calf 6")
    told = rj("log", "massage ball 5m 6>3")
    assert (told.status, told.error) == (0, "")
    assert "the 5 calf questions come first" in told.out
    assert "rj signs --none" in told.out
    assert rj("today", "--json").json["massage"]["gate"] is not None
    told = rj("log", "--json", "massage ball 5m 6>3")
    assert len(told.json) == 1
    assert "calf questions" in told.error
    rj("signs", "--none")
    assert "calf questions" not in rj("log", "massage ball 5m 3>2").out


def test_the_questions_are_named_at_an_onset_and_at_something_new_after_long_travel(rj: Shell) -> None:
    assert "calf questions" not in rj("log", "l calf 5").out
    assert "a sore spell began" in rj("log", "flare l calf").out
    rj("signs", "--none")
    assert "5 h seated" in rj("log", "drive 5h 2d ago", "r calf 1").out


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("theme", "draculla", "theme: there is no theme 'draculla'; did you mean 'dracula'?"),
        (
            "theme",
            "qqqqq",
            "theme: there is no theme 'qqqqq'; there are: journal-contrast, journal-dark,",
        ),
        ("keymap", "{driv = 'D'}", "keymap: there is no command 'driv'; did you mean 'drive'?"),
        ("keymap", "drive=D", """keymap is a table of names and their keys: rj settings keymap '{drive = "D"}'"""),
        ("trigger_keys", "{qqqqq = 'D'}", "trigger_keys: there is no trigger 'qqqqq'; there are: driving,"),
        ("equipment", "['stepp']", "equipment: there is no equipment 'stepp'; did you mean 'step'?"),
    ],
)
def test_what_there_is_not_is_refused_by_what_there_is(rj: Shell, name: str, value: str, says: str) -> None:
    before = rj("settings", name).out
    told = rj("settings", name, value)
    assert (told.status, told.out) == (2, "")
    assert says in told.error
    assert rj("settings", name).out == before


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("keymap", "{undo = 'ctrl+s'}", "keymap: undo: 'ctrl+s' is not free: it stops the output in many terminals"),
        ("trigger_keys", "{stairs = 'ctrl+i'}", "trigger_keys: stairs: a terminal cannot send 'ctrl+i'"),
    ],
)
def test_a_key_that_terminals_cannot_send_is_refused(rj: Shell, name: str, value: str, says: str) -> None:
    told = rj("settings", name, value)
    assert told.status == 2
    assert says in told.error
    assert rj("settings", name, "--json").json[0]["value"] == {}
