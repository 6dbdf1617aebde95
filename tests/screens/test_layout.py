"""Nothing is cut off: every section, on an empty and on a full journal, at every size, in every kind of colour."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets._toast import Toast, ToastRack
from textual.widgets._tooltip import Tooltip

from journal.model import Rating
from screens.app import JournalApp
from screens.commands import SECTION_KEYS, SECTIONS
from screens.widgets.key_bar import KeyBar
from tests.screens.dump import assert_golden
from tests.screens.support import SAMPLE_DAY, Runner, live

SIZES = ((60, 20), (80, 24), (120, 40), (200, 50))
GOLDEN = Path(__file__).parent / "golden"


def some(*short: tuple[int, int]) -> list[ParameterSet]:
    """Every size, those that are not in `short` in the long form only."""
    return [
        pytest.param(size, id=f"{size[0]}x{size[1]}", marks=[pytest.mark.long] * (size not in short)) for size in SIZES
    ]


def cut_off(app: JournalApp) -> Iterator[str]:
    """What of the widgets cannot be seen, nor be scrolled to, and the keys in the bar that are not there whole."""
    for widget in app.screen.query(Widget):
        if widget.is_on_screen and widget.display and not isinstance(widget, OVER):
            yield from _outside(widget)
    for bar in app.screen.query(KeyBar):
        if not bar.said:
            line = app.screen._compositor.render_strips()[bar.region.y].text
            for each in bar.fitting(bar.content_size.width):
                whole = f"{' '.join(key.shown for key in each.keys)} {each.label}"
                if whole not in line:
                    yield f"{whole!r} is not whole in {line!r}"


OVER = (Toast, ToastRack, Tooltip)
"""What lies over everything for a moment."""


def _outside(widget: Widget) -> Iterator[str]:
    """How `widget` reaches over the sides of what holds it, and over top and bottom unless one can scroll there."""
    here, upright = widget.region, True
    for holder in widget.ancestors:
        if not isinstance(holder, Widget):
            return
        room = holder.region
        if here.x < room.x or here.right > room.right:
            yield f"{widget!r} reaches from {here.x} to {here.right}, {holder!r} from {room.x} to {room.right}"
        upright = upright and not holder.allow_vertical_scroll
        if upright and (here.y < room.y or here.bottom > room.bottom):
            yield f"{widget!r} reaches from {here.y} down to {here.bottom}, {holder!r} from {room.y} to {room.bottom}"


@pytest.mark.parametrize("sample", [False, True], ids=["empty", "full"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_section_fits(tmp_path: Path, size: tuple[int, int], sample: bool) -> None:
    async def journey(runner: Runner) -> None:
        for section in SECTIONS:
            await runner.press(SECTION_KEYS[section])
            assert list(cut_off(runner.app)) == [], section
            lines = runner.text.splitlines()
            for other in SECTIONS:
                assert other.title() in lines[0], f"{section}: {other} is not in the bar"
            assert lines[-1].endswith("? Help  q Quit"), f"{section}: {lines[-1]!r}"
            kind = "full" if sample else "empty"
            assert_golden(runner.text + "\n", GOLDEN / f"{section}-{kind}-{size[0]}x{size[1]}.txt")

    live(tmp_path, journey, size=size, sample=sample)


@pytest.mark.parametrize("theme", ["journal-light", "journal-contrast", "ansi-dark", "textual-light"])
def test_every_section_opens_in_other_themes(tmp_path: Path, theme: str) -> None:
    async def journey(runner: Runner) -> None:
        for section in SECTIONS:
            await runner.press(SECTION_KEYS[section])
            assert section.title() in runner.text
        assert runner.app.theme == theme

    live(tmp_path, journey, sample=True, theme=theme)


@pytest.mark.parametrize("size", some((60, 20), (120, 40)))
def test_without_colour_the_words_say_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def journey(runner: Runner) -> None:
        assert runner.app.no_color
        for section in SECTIONS:
            await runner.press(SECTION_KEYS[section])
            assert list(cut_off(runner.app)) == [], section
            assert runner.text.splitlines()[-1].endswith("? Help  q Quit")

    live(tmp_path, journey, size=size, sample=True)


def test_the_key_bar_leaves_out_what_does_not_fit_but_never_help_and_quit(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        bar = runner.app.screen.query_one(KeyBar)
        for width in range(16, 100):
            fitting = bar.fitting(width)
            assert sum(each.width for each in fitting) <= width + 2
            assert [each.command for each in fitting][-2:] == ["help", "quit"]

    live(tmp_path, journey)


def test_a_long_message_takes_a_second_row_of_the_bar_and_covers_nothing(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press("a")
        await runner.type("l calf 4 tight; drive 3h yesterday")
        await runner.press("enter")
        above, below = runner.text.splitlines()[-2:]
        assert above.startswith(" ✓ Saved left upper outer calf: tightness 4 · today") and below.endswith("u undoes")
        assert not runner.app.screen.query(Toast)
        await runner.pilot.click(KeyBar, offset=(below.index("u undoes"), 1))
        await runner.settle()
        assert runner.journal.count() == 0
        runner.app.screen.query_one(KeyBar).said = ""
        await runner.settle()
        assert runner.text.splitlines()[-1].endswith("? Help  q Quit")

    live(tmp_path, journey, size=(60, 20))


def test_a_key_in_the_bar_can_be_clicked(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        bar = runner.app.screen.query_one(KeyBar)

        async def click(words: str, into: int = 0) -> None:
            await runner.pilot.click(KeyBar, offset=(runner.text.splitlines()[-1].index(words) + into, 0))
            await runner.settle()

        await runner.press("5", "4")
        assert bar.said == "Saved left upper outer calf: soreness 4 · u undoes"
        await click("u undoes")
        assert [entry.score for entry in runner.journal.entries() if isinstance(entry, Rating)] == [5]
        bar.said = ""
        await runner.settle()
        await click("u Undo")
        assert runner.journal.count() == 0
        bar.said = ""
        await runner.settle()
        await click("[ ] Day")
        assert runner.app.day == SAMPLE_DAY - timedelta(days=1)
        await click("[ ] Day", 2)
        assert runner.app.day == SAMPLE_DAY

    live(tmp_path, journey)


@pytest.mark.parametrize("size", some((60, 20), (80, 24)))
def test_what_was_saved_is_said_without_covering_anything(tmp_path: Path, size: tuple[int, int]) -> None:
    async def journey(runner: Runner) -> None:
        before = runner.text.splitlines()[1:-1]
        await runner.press("question_mark", "escape", "2", "u")
        said = runner.text.splitlines()
        assert said[-1].startswith(" ✓ Undone")
        assert said[1:-1] == before
        assert not runner.app.screen.query(Toast)

    live(tmp_path, journey, size=size, sample=True)


@pytest.mark.parametrize(("size", "keys"), [((80, 24), "bo"), ((40, 12), "b")])
def test_the_sites_as_a_list_are_seen_and_rated(tmp_path: Path, size: tuple[int, int], keys: str) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press(*keys, "j")
        marked = [line for line in runner.text.splitlines() if line.startswith("▸")]
        assert len(marked) == 1 and "right  Upper outer calf" in marked[0]
        await runner.press("4")
        (rated,) = runner.journal.entries()
        assert isinstance(rated, Rating) and (rated.side, rated.score) == ("right", 4)

    live(tmp_path, journey, size=size)


@pytest.mark.parametrize("opens", ["O", "R", "ctrl+p"])
def test_a_list_without_room_for_a_letter_is_borne(tmp_path: Path, opens: str) -> None:
    async def journey(runner: Runner) -> None:
        await runner.press(opens)
        dialog = runner.app.screen
        for width in range(1, 16):
            await runner.pilot.resize_terminal(width, 6)
            await runner.press("end")
        await runner.pilot.resize_terminal(80, 24)
        await runner.settle()
        assert runner.app.screen is dialog

    live(tmp_path, journey)


@pytest.mark.parametrize("opens", ["t", "question_mark", "ctrl+p"])
def test_two_sizes_at_once_do_not_follow_each_other_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opens: str
) -> None:
    laid_out: list[Size] = []
    lay_out = Screen._refresh_layout

    def count(screen: Screen[None], size: Size | None = None, scroll: bool = False) -> None:
        laid_out.extend([size] if size else [])
        assert len(laid_out) < 20, laid_out
        lay_out(screen, size, scroll)

    async def journey(runner: Runner) -> None:
        await runner.press(opens)
        monkeypatch.setattr(Screen, "_refresh_layout", count)
        for size in (Size(200, 60), Size(80, 24)):
            runner.app.screen.post_message(Resize(size, size))
            runner.app.screen.call_later(lambda: None)
        for _ in range(4):
            await runner.pilot.pause()
        assert runner.app.screen.size == (80, 24)

    live(tmp_path, journey)
