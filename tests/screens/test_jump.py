"""The jump overlay: a letter over every place, and typing it goes there."""

from pathlib import Path

from textual.geometry import Offset

from screens.commands import SECTIONS
from screens.jump.screen import JumpScreen, Letter
from screens.jump.targets import LETTERS, Target, lettered
from screens.widgets.body_map import BodyMap
from screens.widgets.rating_row import RatingRow
from tests.screens.support import Runner, live


def places(many: int) -> list[Target]:
    return [Target(Offset(0, number), lambda: None) for number in range(many)]


def test_every_place_has_a_code_of_its_own_and_none_begins_another() -> None:
    for many in (1, 20, 24, 25, 200):
        codes = lettered(
            [*places(many), Target(Offset(1, 1), lambda: None, "t"), Target(Offset(2, 1), lambda: None, "g")]
        )
        assert len(codes) == many + 2
        assert {"t", "g"} <= codes.keys()
        assert not [one for one in codes for other in codes if one != other and other.startswith(one)]
        assert all(set(code) <= set(LETTERS) for code in codes)


def letter_at(runner: Runner, line: str) -> str:
    """The code that stands on the line of the screen below that holds `line`."""
    y = next(y for y, text in enumerate(runner.text.splitlines()) if line in text)
    return next(each.code for each in runner.app.screen.query(Letter) if each.region.y == y)


def test_a_letter_marks_a_row_and_the_keys_of_the_screens_stay(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("v")
        assert isinstance(runner.app.screen, JumpScreen)
        await runner.press(letter_at(runner, "ight calf"), "3")
        focused = runner.app.screen.focused
        assert isinstance(focused, RatingRow)
        assert (focused.tracked.side, focused.saved) == ("right", 3)
        for section in SECTIONS:
            await runner.press("v", "g" if section == "trends" else section[0])
            assert section == runner.app.screen.SECTION  # type: ignore[attr-defined]

    live(tmp_path, journey, sample=True)


def test_a_letter_over_a_site_chooses_it_and_a_click_does_too(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        body = None
        for way in ("type", "click"):
            await runner.press("b")
            body = runner.app.screen.query_one("#map", BodyMap)
            spots = {target.at + body.content_region.offset for target in body.jump_targets()}
            chosen = body.selected
            await runner.press("v")
            letters = [each for each in runner.app.screen.query(Letter) if each.region.offset in spots]
            assert len(letters) == len(spots) > 10
            letter = letters[0] if way == "type" else letters[-1]
            if way == "type":
                await runner.press(*letter.code)
            else:
                await runner.pilot.click(letter)
                await runner.settle()
            assert body.selected != chosen

    live(tmp_path, journey, sample=True, size=(120, 40))


def test_a_letter_marks_a_line_of_a_list_and_an_exercise(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        for keys, line, marked in (
            ("h", "function 85 %", "▸        20:30  % function 85 %"),
            ("S", "ate format", "▸date format"),
            ("gL", "tairs → next day", "▸Stairs → next day"),
            ("s", "Short foot", "▸ Short foot"),
        ):
            await runner.press(*keys, "v")
            await runner.press(*letter_at(runner, line))
            assert any(each.strip().startswith(marked) for each in runner.text.splitlines()), keys
            await runner.press("escape", "t")

    live(tmp_path, journey, sample=True)


def test_escape_and_letters_that_stand_nowhere_go_nowhere(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        before = runner.app.screen
        await runner.press("v", "z", "1")
        assert isinstance(runner.app.screen, JumpScreen)
        await runner.press("escape")
        assert runner.app.screen is before
        assert runner.journal.count() == 0

    live(tmp_path, journey)


def test_a_letter_that_arrives_late_does_not_close_what_stands_above(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        today = runner.app.screen
        await runner.press("v")
        jump = runner.app.screen
        assert isinstance(jump, JumpScreen)
        runner.app.action_command_palette()
        palette = runner.app.screen
        jump.give("g")
        jump.give("r")
        await runner.settle()
        assert runner.app.screen is palette
        await runner.press("escape", "escape")
        assert runner.app.screen is today

    live(tmp_path, journey)
