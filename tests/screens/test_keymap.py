"""Keys of one's own: they work, conflicts are named, and the rest counts."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from journal.app_choices import COMMANDS, THEMES
from screens.commands import EVERYWHERE
from screens.keymap import Keys, changeable, checked
from screens.widgets.key_bar import KeyBar
from screens.widgets.rating_row import RatingRow
from tests.screens.support import SAMPLE_DAY, Runner, live

TRIGGERS: Mapping[str, object] = {"long_run": 1, "sitting": 2}


@pytest.mark.parametrize(
    ("keymap", "triggers", "says"),
    [
        ({"driv": "D"}, {}, "keymap: there is no command 'driv'; did you mean 'drive'?"),
        ({"drive": "ctrl+m"}, {}, "keymap: drive: a terminal cannot send 'ctrl+m': it arrives as enter"),
        ({"drive": "m"}, {}, "keymap: drive stays as it was: 'm' is the key of Massage"),
        ({"drive": "5"}, {}, "keymap: drive stays as it was: '5' is the key of Rate"),
        ({"drive": "e"}, {}, "keymap: drive stays as it was: 'e' is the key of Change"),
        ({"drive": "escape"}, {}, "keymap: drive stays as it was: 'escape' is the key of Back"),
        ({"drive": "j"}, {}, "keymap: drive stays as it was: 'j' is the key of Row down"),
        ({}, {"long_rn": "Z"}, "trigger_keys: there is no trigger 'long_rn'; did you mean 'long_run'?"),
        ({}, {"long_run": "q"}, "trigger_keys: long_run stays as it was: 'q' is the key of Quit"),
        ({"rate": "5"}, {}, "keymap: there is no command 'rate'"),
    ],
)
def test_what_cannot_be_is_named_and_left_out(
    keymap: Mapping[str, str], triggers: Mapping[str, str], says: str
) -> None:
    keys = checked({**keymap, "undo": "ctrl+u"}, triggers, TRIGGERS)
    assert len(keys.mistakes) == 1
    assert str(keys.mistakes[0]).startswith(says)
    assert (keys.commands, keys.triggers) == ({"undo": "ctrl+u"}, {})


def test_two_commands_may_change_places() -> None:
    keys = checked({"drive": "l", "laptop": "d"}, {}, TRIGGERS)
    assert keys.mistakes == ()
    assert keys.commands == {"drive": "l", "laptop": "d"}


@pytest.mark.parametrize("key", ["home", "end", "pageup", "pagedown"])
def test_a_key_that_scrolls_may_be_chosen(key: str) -> None:
    assert checked({"drive": key}, {}, TRIGGERS) == Keys({"drive": key}, {})
    assert checked({}, {"long_run": key}, TRIGGERS) == Keys({}, {"long_run": key})


def test_two_triggers_cannot_share_a_key() -> None:
    keys = checked({}, {"long_run": "Z", "sitting": "Z"}, TRIGGERS)
    assert len(keys.mistakes) == 1
    assert list(keys.triggers) == ["long_run"]


def test_the_command_line_knows_the_same_commands_and_themes(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        assert set(THEMES) == set(runner.app.available_themes)

    assert set(COMMANDS) == set(changeable())
    live(tmp_path, journey)


def test_every_command_but_those_of_a_mode_can_have_another_key() -> None:
    names = changeable()
    assert {"drive", "undo", "go-massage", "help"} <= names.keys()
    assert "rate" not in names
    assert "pause" not in names
    assert len(EVERYWHERE) - 1 <= len(names)


def test_the_chosen_keys_work_and_are_shown(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        runner.journal.change_settings(keymap={"drive": "D"}, trigger_keys={"long_run": "Z"})
        runner.app.settings_changed()
        await runner.press("d")
        assert not runner.app.screen.is_modal
        await runner.press("D", "2", "enter")
        await runner.press("Z", "9", "enter")
        told = sorted(runner.journal.tell(entry) for entry in runner.journal.day(SAMPLE_DAY))
        assert told == ["Driving 2 h", "Long run 9 km"]
        await runner.press("question_mark")
        assert any("D  Record a drive, in hours" in line for line in runner.text.splitlines())
        assert "Record long run" in runner.text

    live(tmp_path, journey, size=(120, 100))


def test_a_chosen_key_that_scrolls_does_what_was_chosen_and_moves_in_what_is_typed(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[keymap]\ndrive = "home"\n[trigger_keys]\nlong_run = "end"\n')

    async def journey(runner: Runner) -> None:
        assert runner.app.problems == ()
        await runner.press("home", "2", "home", "1", "enter", "end", "9", "enter")
        told = sorted(runner.journal.tell(entry) for entry in runner.journal.day(SAMPLE_DAY))
        assert told == ["Driving 12 h", "Long run 9 km"]

    live(tmp_path, journey)


def test_a_file_with_mistakes_is_named_and_the_app_opens_with_the_rest(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(
        'minuts_a_day = 20\ntheme = "journal-drak"\nequipment = ["none",\n  "bnd"]\n'
        '[[tracked]]\nsite = "uper_outer_calf"\nside = "left"\n[[tracked]]\nsite = "mid_calf"\nside = "left"\n'
        '[keymap]\n# drive = "D"\ndrive = "m"\nundo = "ctrl+u"\n'
    )

    async def journey(runner: Runner) -> None:
        told = runner.app.screen.query_one(KeyBar).message
        first = "settings.toml, line 1: there is no setting 'minuts_a_day'; did you mean 'minutes_a_day'?"
        assert told == f"{first} · 4 more: S, Settings, lists them"
        assert runner.app.problems == (
            first,
            "settings.toml, line 6: tracked: there is no site 'uper_outer_calf'; did you mean 'upper_outer_calf'?",
            "settings.toml, line 4: equipment: there is no equipment 'bnd'; did you mean 'band'?",
            "settings.toml, line 2: theme: there is no theme 'journal-drak'; did you mean 'journal-dark'?",
            "settings.toml, line 13: keymap: drive stays as it was: 'm' is the key of Massage",
        )
        assert [row.tracked.site for row in runner.app.screen.query(RatingRow)] == ["mid_calf"]
        await runner.press("5", "ctrl+u")
        assert runner.journal.count() == 0
        await runner.press("S")
        assert "Left out: settings.toml, line 1: there is no setting 'minuts_a_day'" in runner.text

    live(tmp_path, journey)


def test_a_mistake_stays_in_the_file_when_something_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('first_run_done = true\n[[tracked]]\nsite = "my_shin"\nside = "left"\n')

    async def journey(runner: Runner) -> None:
        runner.journal.change_settings(massage_goal=2)
        assert "my_shin" in path.read_text()
        assert any("no site 'my_shin'" in each for each in runner.app.problems)
        runner.journal.add_own("site", id="my_shin", name="My shin", massage="no", view="front")
        assert [each.site for each in runner.journal.settings.tracked] == ["my_shin"]
        assert runner.app.problems == ()

    live(tmp_path, journey)
