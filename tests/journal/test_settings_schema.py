"""One schema: every setting is in it, and the file, the command and the page are made from it."""

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from journal.catalogue import load_catalogue
from journal.catalogue.own import with_own
from journal.settings import Settings
from journal.settings_doc import page
from journal.settings_file import changed, load_settings, save_settings
from journal.settings_schema import GROUPS, schema, setting

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def test_every_setting_is_told_of_in_the_order_of_the_file() -> None:
    assert [each.name for each in schema()] == [each.name for each in fields(Settings)]
    assert all(each.told and each.group for each in schema())
    assert {each.group for each in schema()} == set(GROUPS.values())


def test_a_number_has_a_range_and_a_choice_has_its_choices() -> None:
    for each in schema():
        assert (each.kind == "number") == (each.least is not None)
        assert not each.choices or each.default in each.choices


def test_a_default_rests_on_a_known_source_or_is_called_an_app_default() -> None:
    known = load_catalogue().sources.keys() - {"D"}
    assert {name for each in schema() for name in each.sources} < known
    assert all(each.app_default != bool(each.sources) for each in schema() if each.kind == "number")
    assert not any(each.app_default for each in schema() if each.kind != "number")


@pytest.mark.parametrize(
    ("name", "sources"),
    [("spike_percent", ("P63",)), ("seated_minutes", ("P64", "P65")), ("sore_days_off", ("P52",)), ("hold_days", ())],
)
def test_the_page_says_what_a_default_rests_on(name: str, sources: tuple[str, ...]) -> None:
    (row,) = [line for line in page().splitlines() if line.startswith(f"| `{name}`")]
    assert setting(name).sources == sources
    assert row.endswith(f"[{', '.join(sources)}] |" if sources else "*(app default)* |")
    assert all(f"\n- {each}: " in page() for each in sources)


def test_the_page_about_settings_is_current() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), "make it again with: rj settings --markdown > docs/settings.md"


def test_the_example_on_the_page_is_a_file_without_a_mistake(tmp_path: Path) -> None:
    example = page().split("```toml\n")[1].split("```")[0]
    path = tmp_path / "settings.toml"
    path.write_text(example)
    settings, problems = load_settings(path)
    assert problems == ()
    assert settings.distance_unit == "mi"
    assert settings.tracked[1].measure == "tightness"
    assert tomllib.loads(example)["keymap"] == settings.keymap


def test_the_additions_on_the_page_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(page().split("```toml\n")[2].split("```")[0])
    content = with_own(load_catalogue(), path)
    assert content.problems == ()
    assert {"gardening", "rope_skipping"} <= {*content.triggers, *content.exercises}


def test_what_the_app_writes_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    save_settings(path, changed(Settings(), keymap={"undo": "ctrl+u"}))
    save_settings(path, changed(load_settings(path)[0], minutes_a_day=45, date_format="Nov 23"))
    settings, problems = load_settings(path)
    assert (settings.minutes_a_day, settings.date_format, settings.keymap) == (45, "Nov 23", {"undo": "ctrl+u"})
    assert problems == ()
    (line,) = [line for line in path.read_text().splitlines() if line.startswith("minutes_a_day")]
    assert line == f"minutes_a_day = 45 # {setting('minutes_a_day').told}, 5 to 120"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('distance_unit = "mil"', "distance_unit 'mil' is not km or mi; did you mean 'mi'?"),
        ('date_format = "23. Nov"', "did you mean '23 Nov'?"),
        ("keymap = 3", "keymap is a table, each line a name and its key, not 3"),
        ('rest_days = "many"', "rest_days is a whole number, not 'many'"),
        ("bel = true", "there is no setting 'bel'; did you mean 'bell'?"),
    ],
)
def test_a_mistake_names_its_line_and_what_is_near_and_the_rest_counts(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"minutes_a_day = 20\n{line}\nmassage_goal = 2\n")
    settings, (problem,) = load_settings(path)
    assert problem.startswith("settings.toml, line 2: ")
    assert says in problem
    assert (settings.minutes_a_day, settings.massage_goal) == (20, 2)
