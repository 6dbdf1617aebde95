"""The settings screen: what is chosen there is in the file and counts at once; what cannot be is refused in words."""

from pathlib import Path

from journal.settings import Tracked
from journal.settings_file import load_settings
from screens.settings.screen import SettingsScreen
from tests.screens.support import Runner, live


async def to(runner: Runner, name: str) -> None:
    """Open the settings at one of them."""
    await runner.press("S")
    screen = runner.app.screen
    assert isinstance(screen, SettingsScreen)
    for _ in range(100):
        if screen.row is not None and screen.row.name == name:
            return
        await runner.pilot.press("j")
    raise AssertionError(f"{name} is not in the list")


def in_file(runner: Runner) -> object:
    settings, problems = load_settings(runner.journal.paths.settings)
    assert problems == ()
    return settings


def test_a_number_is_typed_stepped_and_set_back(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to(runner, "minutes_a_day")
        await runner.press("4", "5", "enter")
        assert runner.journal.settings.minutes_a_day == 45
        await runner.press("right")
        assert runner.journal.settings == in_file(runner)
        assert runner.journal.settings.minutes_a_day == 46
        await runner.press("delete")
        assert runner.journal.settings.minutes_a_day == 30
        assert "30    app default" in runner.text

    live(tmp_path, journey)


def test_each_step_counts_however_fast_they_come(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        for name, steps in (("minutes_a_day", 3), ("distance_unit", 2), ("reduced_motion", 2)):
            before = getattr(runner.journal.settings, name)
            await to(runner, name)
            for _ in range(steps):
                runner.app.screen.action_step(1)  # type: ignore[attr-defined]
            await runner.settle()
            assert getattr(runner.journal.settings, name) == (33 if name == "minutes_a_day" else before)
            await runner.press("escape")

    live(tmp_path, journey)


def test_a_number_from_a_study_names_it_and_is_no_app_default(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to(runner, "spike_percent")
        assert "At first as in [P63] Frandsen 2025" in " ".join(runner.text.split())
        assert "An app default, not evidence." not in runner.text

    live(tmp_path, journey)


def test_a_number_out_of_range_is_refused_in_words(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to(runner, "minutes_a_day")
        await runner.press("9", "9", "9", "enter")
        assert "minutes_a_day 999 is more than 120" in " ".join(runner.text.split())
        assert runner.journal.settings.minutes_a_day == 30

    live(tmp_path, journey)


def test_a_typed_number_that_was_not_taken_is_forgotten(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to(runner, "minutes_a_day")
        await runner.press("4", "j", "enter", "k", "backspace")
        assert runner.journal.settings.minutes_a_day == 30

    live(tmp_path, journey)


def test_switches_and_choices(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to(runner, "date_format")
        await runner.press("enter", "j", "enter")
        assert runner.journal.settings.date_format == "Nov 23"
        await to(runner, "distance_unit")
        await runner.press("right")
        assert runner.journal.settings.distance_unit == "mi"
        await to(runner, "bell")
        await runner.press("enter")
        assert not runner.journal.settings.bell
        assert "Mon Nov 23" in runner.text.splitlines()[0]

    live(tmp_path, journey)


def test_a_theme_is_seen_before_it_is_chosen(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to(runner, "theme")
        await runner.press("enter", "j")
        assert runner.app.theme == "journal-light"
        await runner.press("escape")
        assert runner.app.theme == "journal-dark"
        await runner.press("enter", "j", "enter")
        assert (runner.app.theme, runner.journal.settings.theme) == ("journal-light", "journal-light")

    live(tmp_path, journey)


def test_tracking_tightness_too_gives_a_row_on_today(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to(runner, "tracked")
        await runner.press("enter", "j", "space", "m", "enter")
        assert runner.journal.settings.tracked == (
            Tracked("upper_outer_calf", "left", "tightness"),
            Tracked("upper_outer_calf", "left"),
        )
        await runner.press("t")
        assert "outer ti" in runner.text

    live(tmp_path, journey)


def test_equipment_is_marked_in_a_list(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to(runner, "equipment")
        before = runner.journal.settings.equipment
        await runner.press("enter", "space", "enter")
        assert len(set(before) ^ set(runner.journal.settings.equipment)) == 1

    live(tmp_path, journey)


def test_a_key_is_pressed_to_choose_it_and_a_taken_one_is_refused(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to(runner, "keymap")
        await runner.press("enter", "end", "enter", "m")
        assert "'m' is the key of Massage" in " ".join(runner.text.split())
        await runner.press("enter", "ctrl+m")
        assert "arrives as" in runner.text or "is the key of" in runner.text
        await runner.press("home", "enter", "Y", "escape")
        assert runner.journal.settings.keymap == {"go-today": "Y"}
        await runner.press("r", "Y")
        assert runner.app.screen.SECTION == "today"  # type: ignore[attr-defined]

    live(tmp_path, journey)


def test_a_key_of_the_file_that_cannot_be_is_shown_as_not_used_and_stays_until_it_is_changed(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[keymap]\ngo-today = "m"\ngo-rest = "Y"\n')

    async def journey(runner: Runner) -> None:
        await to(runner, "keymap")
        await runner.press("enter")
        assert " t  not used: m · Today:" in runner.text
        assert " Y  Rest:" in runner.text
        await runner.press("home", "enter", "Z")
        assert " Z  Today:" in runner.text
        await runner.press("escape")
        assert runner.journal.settings.keymap == {"go-today": "Z", "go-rest": "Y"}

    live(tmp_path, journey)


def test_a_backup_is_made_and_told_of(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await to(runner, "backups")
        assert "none yet" in runner.text
        await runner.press("enter")
        assert len(list(runner.journal.paths.backups.glob("*.db"))) == 1
        assert "1, the newest of Mon 23 Nov 07:30" in runner.text

    live(tmp_path, journey)


def test_a_setting_is_found_by_a_word(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("S", "slash")
        await runner.type("flights")
        assert "No setting is called so." in runner.text
        await runner.press("escape", "slash")
        await runner.type("rings")
        await runner.press("enter", "enter")
        assert not runner.journal.settings.bell
        assert "massage goal" not in runner.text

    live(tmp_path, journey)


def test_a_mistake_in_the_file_is_shown_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("minuts_a_day = 20\n")

    async def journey(runner: Runner) -> None:
        runner.app.clear_notifications()
        await runner.press("S")
        assert "did you mean 'minutes_a_day'" in " ".join(runner.text.split())

    live(tmp_path, journey)


def test_a_search_before_the_screen_is_made_waits_for_nothing(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.app.action_settings()
        screen = runner.app.screen
        assert isinstance(screen, SettingsScreen)
        screen.action_search_here()
        await runner.settle()
        await runner.press("slash")
        assert runner.app.focused is screen.query_one("#find")

    live(tmp_path, journey)
