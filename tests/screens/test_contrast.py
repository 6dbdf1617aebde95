"""What is written on the screens can be read: every text has a contrast of 4.5 to 1 at least, in each of our themes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color
from textual.notifications import SeverityLevel
from textual.widget import Widget

from screens.themes import THEMES
from screens.widgets.colour import contrast
from tests.screens.states import bring_state
from tests.screens.support import Runner, live

LEAST = 4.5
"""WCAG 2.2, 1.4.3."""
SIGNS = "✓!▸?"
"""What is told by one character."""


def typed(words: str) -> tuple[str, ...]:
    """The keys that type `words`."""
    return tuple("space" if each == " " else each for each in words)


PLACES = {
    "today": ("t",),
    "quick entry, empty": ("a",),
    "quick entry, understood": typed("l calf 5"),
    "quick entry, refused": typed(" hm"),
    "a past day": ("escape", "escape", "left_square_bracket"),
    "rest with its sources": ("r", "i"),
    "strength": ("s", "j"),
    "massage": ("m",),
    "body": ("b",),
    "trends with its cursor": ("g", "left"),
    "a year of trends": ("greater_than_sign", "greater_than_sign"),
    "the table": ("o",),
    "the year": ("y", "down"),
    "links": ("L", "j"),
    "history": ("h", "j"),
    "what is searched": ("slash", "c"),
    "a list to choose from": ("escape", "escape", "i"),
    "settings": ("escape", "S", "j"),
    "help": ("question_mark",),
    "palette": ("escape", "ctrl+p"),
    "what is found": ("d", "r"),
    "good news": ("escape", "t", "5"),
}
"""Where to look, and the keys that lead there from the place before."""

SAID: tuple[tuple[SeverityLevel, str], ...] = (
    ("warning", "! it is not backed up"),
    ("error", "not saved: no space left"),
)
"""How bad it is, and the words that are then to be found on Today: in the key bar, and in a toast."""


def hard_to_read(runner: Runner) -> Iterator[str]:
    """Each word on top whose contrast is too low. (What lies below a dialog is meant to step back.)"""
    screen = runner.app.screen
    boxes = [each.region for each in screen.query(Widget) if each.display and each.styles.background.a]
    if not screen.is_modal:
        boxes = [screen.region]
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for text, style, _ in strip:
            left, x = x, x + len(text)
            if (
                style is None
                or not any(each.isalnum() or each in SIGNS for each in text)
                or not any(each.contains(left, y) for each in boxes)
            ):
                continue
            assert style.color is not None and style.bgcolor is not None, text
            ink, ground = shown(style.color), shown(style.bgcolor)
            if contrast(ink, ground) < LEAST:
                yield f"{text.strip()!r}: {ink} on {ground} is {contrast(ink, ground):.2f}"


def shown(colour: Color) -> str:
    return colour.get_truecolor().hex


SHORT = "journal-light"
"""The theme that comes nearest to the bound; the others are long."""


@pytest.mark.parametrize(
    "theme", [pytest.param(each.name, marks=[pytest.mark.long] * (each.name != SHORT)) for each in THEMES]
)
def test_every_text_can_be_read(tmp_path: Path, theme: str) -> None:
    bring_state(tmp_path, "flare")

    async def journey(runner: Runner) -> None:
        for place, keys in PLACES.items():
            await runner.press(*keys)
            assert sorted(set(hard_to_read(runner))) == [], place
        assert "✓ Saved" in runner.text
        runner.app.clear_notifications()
        for severity, words in SAID:
            runner.app.tell(words.removeprefix("! "), severity=severity)
            await runner.settle()
            assert words in runner.text
            assert sorted(set(hard_to_read(runner))) == [], words

    live(tmp_path, journey, theme=theme)
