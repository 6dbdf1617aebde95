"""One declaration per command: keys, help and palette come from it and agree."""

from collections import Counter
from pathlib import Path

from textual.command import CommandList, DiscoveryHit, Hit

from journal.model import Trigger
from screens.app import JournalApp
from screens.commands import EVERYWHERE, SECTION_KEYS, SECTIONS, WELL_AGAIN, Command, Palette
from screens.widgets.hanging import HangingLines
from tests.screens.support import Runner, live


def test_ids_and_keys_are_used_once_on_each_screen(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        for section in SECTIONS:
            await runner.press(SECTION_KEYS[section])
            screen = runner.app.screen
            commands = [*screen.COMMANDS_HERE, *EVERYWHERE]  # type: ignore[attr-defined]
            twice = [name for name, count in Counter(each.id for each in commands).items() if count > 1]
            assert twice == [], section
            assert all(each.help and each.label for each in commands)
            usable = [each for each in commands if runner.app.applies(each, screen)]
            # What is not done in order leaves its keys to what takes them first.
            keys = Counter(key for each in usable if each.in_order for key in each.keys.split(","))
            assert [key for key, count in keys.items() if count > 1] == [], section

    live(tmp_path, journey, sample=True)


def test_help_shows_the_words_and_every_key_of_a_screen(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        for section in SECTIONS:
            await runner.press(SECTION_KEYS[section])
            commands = runner.app.screen.COMMANDS_HERE  # type: ignore[attr-defined]
            await runner.press("question_mark")
            everywhere = [each for each in EVERYWHERE if runner.app.applies(each, runner.app.screen_stack[-2])]
            said = [str(each.content) for each in runner.app.screen.query(HangingLines)]
            for command in (*commands, *everywhere):
                assert f"  {command.help}" in "\n".join(said), f"{section}: {command.id}"
            assert "This journal can't tell what is causing your symptoms" in runner.text
            await runner.press("escape")
            assert "Keys everywhere" not in runner.text

    live(tmp_path, journey, size=(200, 100), sample=True)


def test_the_palette_opens_with_every_command_and_does_what_is_chosen(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("ctrl+p")
        for label in ("Add  (a)", "Undo  (u)", "Trends  (g)"):
            assert label in runner.text
        await runner.type("trends")
        await runner.press("enter")
        assert type(runner.app.screen).__name__ == "TrendsScreen"

    live(tmp_path, journey, size=(120, 150))


def test_the_palette_offers_what_applies_with_its_key(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        palette = Palette(runner.app.screen)
        offered = [hit async for hit in palette.discover() if isinstance(hit, DiscoveryHit)]
        titles = [str(hit.display) for hit in offered]
        for command in (each for each in EVERYWHERE if "{key}" not in each.action):
            assert any(command.label in title for title in titles), command.id
        found = [hit async for hit in palette.search("drive") if isinstance(hit, Hit)]
        best = max(found, key=lambda hit: hit.score)
        assert "(d)" in str(best.match_display)
        await best.command()
        await runner.settle()
        await runner.type("2")
        await runner.press("enter")
        (drive,) = runner.journal.entries()
        assert isinstance(drive, Trigger)

    live(tmp_path, journey)


def test_the_open_palette_finds_every_command_of_the_screen_below(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        for section in SECTIONS:
            await runner.press(SECTION_KEYS[section])
            screen = runner.app.screen
            await runner.press("ctrl+p")
            shown = runner.app.screen.query_one(CommandList)
            titles = [str(shown.get_option_at_index(at).prompt) for at in range(shown.option_count)]
            for command in runner.app.commands_here(screen):
                named = any(title.startswith(f"{command.label}  (") for title in titles)
                told_its_key = "{key}" in command.action
                assert named == (runner.app.applies(command, screen) and not told_its_key), command.id
            await runner.press("escape")
        await runner.press("ctrl+p")
        await runner.type("stairs")
        await runner.press("enter", "8", "enter")
        assert "Saved Stairs, both directions 8 flights" in runner.text

    live(tmp_path, journey, sample=True, size=(120, 40))


def test_what_does_not_apply_is_not_offered(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        assert not runner.app.applies(WELL_AGAIN, runner.app.screen)
        await runner.press("a")
        await runner.type("flare")
        await runner.press("enter")
        assert runner.app.applies(WELL_AGAIN, runner.app.screen)
        await runner.press("a")
        names = {each.id for each in runner.app.commands_here(runner.app.screen)}
        assert {each for each in names if runner.app.applies(_named(runner.app, each), runner.app.screen)} == {"back"}

    live(tmp_path, journey)


def _named(app: JournalApp, name: str) -> Command:
    return next(each for each in app.commands_here(app.screen) if each.id == name)
