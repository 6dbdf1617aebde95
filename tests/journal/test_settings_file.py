"""Settings survive the file, and a mistake in the file is named while the rest counts."""

from pathlib import Path

import pytest

from journal.errors import CannotWrite, Refused
from journal.settings import Settings, Tracked
from journal.settings_file import changed, load_settings, save_settings


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == (Settings(), ())


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings = changed(
        Settings(), tracked=(Tracked("mid_calf", "right", "tightness"),), minutes_a_day=45, first_run_done=True
    )
    save_settings(path, settings)
    assert load_settings(path) == (settings, ())
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_runners_comments_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("# mine\nminutes_a_day = 20 # short days\n")
    save_settings(path, changed(load_settings(path)[0], massage_goal=2))
    text = path.read_text()
    assert "# mine" in text
    assert "# short days" in text
    assert "massage_goal = 2" in text


def test_a_mistake_names_line_and_nearest_and_the_rest_counts(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('massage_goal = 2\nminuts_a_day = 20\nrest_days = "many"\ngood_days_needed = 1\n')
    settings, problems = load_settings(path)
    assert settings.massage_goal == 2
    assert settings.rest_days == Settings().rest_days
    assert "line 2" in problems[0]
    assert "'minutes_a_day'" in problems[0]
    assert "line 3: rest_days is a whole number, not 'many'" in problems[1]
    assert "good_days_needed 1 is less than 3" in problems[2]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("rest_days = true", "line 1: rest_days is a whole number, not true"),
        ("theme = false", "line 1: theme is a word, not false"),
        ("date_format = true", "line 1: date_format true is not 23 Nov, Nov 23 or 2026-11-23"),
        (
            '[[tracked]]\nsite = "mid_calf"\nside = "left"\n[[tracked]]\nsite = "mid_calf"\nside = "lft"',
            "line 6: tracked: there is no side 'lft'; did you mean 'left'?",
        ),
        (
            'tracked = [\n{site = "mid_calf", side = "left", measure = "sorenes"}]',
            "line 2: tracked: there is no measure 'sorenes'; did you mean 'soreness'?",
        ),
        (
            'tracked = [{site = "mid_calf"}]',
            "line 1: tracked is a list, each with a site, a side and a measure",
        ),
        ("tracked = [1]", "line 1: tracked is a list, each with a site, a side and a measure"),
    ],
)
def test_a_wrong_value_is_named_as_it_stands_in_the_file(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    assert load_settings(path) == (Settings(), (f"settings.toml, {says}",))


@pytest.mark.parametrize("text", ["minutes_a_day = = 3", "theme = " + "[" * 5000], ids=["wrong", "deep"])
def test_a_file_that_is_not_toml_is_named_and_never_written_over(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    settings, problems = load_settings(path)
    assert settings == Settings()
    assert "settings.toml" in problems[0]
    with pytest.raises(CannotWrite, match="Mend the file"):
        save_settings(path, Settings(minutes_a_day=10))
    assert path.read_text() == text


@pytest.mark.parametrize(
    "name", [name for name, each in Settings.__dataclass_fields__.items() if "why" in each.metadata]
)
def test_each_default_says_why_and_keeps_its_range(name: str) -> None:
    field = Settings.__dataclass_fields__[name]
    least, most = field.metadata["least"], field.metadata["most"]
    assert field.metadata["why"]
    if isinstance(field.default, bool) or least is None:
        return
    assert least <= field.default <= most
    with pytest.raises(Refused, match=f"{name} .* is more than"):
        changed(Settings(), **{name: most + 1})
    with pytest.raises(Refused, match=f"{name} .* is less than"):
        changed(Settings(), **{name: least - 1})
