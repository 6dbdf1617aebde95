"""The runner's own additions, made in the app."""

from pathlib import Path

from journal.model import Trigger
from screens.own.screen import OwnScreen
from tests.screens.support import SAMPLE_DAY, Runner, live


def test_an_own_trigger_is_understood_at_once(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("O", "enter")
        await runner.type("gardening")
        await runner.press("enter", "enter")
        assert not isinstance(runner.app.screen, OwnScreen)
        await runner.press("a")
        await runner.type("gardening 90m")
        await runner.press("enter")
        (entry,) = runner.journal.day(SAMPLE_DAY)
        assert isinstance(entry, Trigger)
        assert (entry.trigger, entry.amount, entry.unit) == ("gardening", 90, "min")

    live(tmp_path, journey)


def test_an_own_exercise_and_site_and_technique(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("O", "down", "enter")
        await runner.type("arch")
        await runner.press("enter", "enter", "enter")
        await runner.press("O", "down", "down", "enter")
        await runner.type("towel curl")
        await runner.press("enter", "enter", "enter", "enter")
        await runner.type("slowly")
        await runner.press("enter")
        await runner.press("O", "down", "down", "down", "enter")
        await runner.type("knuckle glide")
        await runner.press("enter", "enter", "enter")
        await runner.type("sit down")
        await runner.press("enter")
        await runner.type("slowly")
        await runner.press("enter", "enter")
        catalogue = runner.journal.catalogue
        assert catalogue.sites["arch"].massage == "no"
        assert catalogue.exercises["towel_curl"].sets == 3
        assert catalogue.techniques["knuckle_glide"].sites == ("upper_outer_calf",)
        assert catalogue.problems == ()

    live(tmp_path, journey)


def test_a_refusal_stays_beside_what_was_typed(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("O", "enter")
        await runner.type("driving")
        await runner.press("enter", "enter")
        assert isinstance(runner.app.screen, OwnScreen)
        assert "driving" in runner.text
        assert not runner.journal.paths.own.exists()

    live(tmp_path, journey)
