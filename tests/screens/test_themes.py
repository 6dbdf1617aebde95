"""The themes: what is written can be read, and the heat scale keeps its order for every eye."""

from itertools import pairwise
from pathlib import Path

import pytest
from textual._color_constants import ANSI_COLORS
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from screens.themes import THEMES, Palette, palette, variable_defaults
from screens.widgets.colour import contrast, ink
from tests.screens.support import Runner, live

SERIES = ("left", "right", "drive", "laptop", "other")


def shown(theme: Theme) -> Palette:
    """The palette as widgets find it while `theme` is on."""
    return palette(theme.to_color_system().generate() | theme.variables, theme.dark)


def grounds(theme: Theme) -> list[str]:
    generated = theme.to_color_system().generate()
    return [generated[name] for name in ("background", "surface", "panel")]


def on(ground: str, colour: str) -> str:
    """`colour`, which may be "auto 60%" or carry alpha, as it is seen on `ground`."""
    if colour.startswith("auto"):
        share = float(colour.split()[1].rstrip("%")) / 100
        return (Color.parse(ground) + Color.parse(ground).get_contrast_text(share)).hex6
    return (Color.parse(ground) + Color.parse(colour)).hex6


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    "name",
    [
        "foreground",
        "text",
        "text-muted",
        "text-disabled",
        "foreground-muted",
        "primary",
        "secondary",
        "accent",
        "warning",
        "error",
        "success",
        "text-primary",
        "text-warning",
        "text-error",
        "text-success",
        "text-accent",
        "footer-key-foreground",
        "footer-description-foreground",
    ],
)
def test_text_can_be_read(theme: Theme, name: str) -> None:
    colour = (theme.to_color_system().generate() | theme.variables)[name]
    for ground in grounds(theme):
        assert contrast(on(ground, colour), ground) >= 4.5, ground


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_cursor_and_links_can_be_read(theme: Theme) -> None:
    generated = theme.to_color_system().generate() | theme.variables
    cursor = generated["block-cursor-background"]
    assert contrast(on(cursor, generated["block-cursor-foreground"]), cursor) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_series_can_be_read_and_told_apart(theme: Theme) -> None:
    ours = shown(theme)
    for ground in grounds(theme):
        for name in SERIES:
            assert contrast(getattr(ours, name), ground) >= 4.5, (name, ground)
    assert contrast(ours.rest, theme.background or "") >= 3
    assert len({getattr(ours, name) for name in SERIES}) == len(SERIES)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_heat_stands_out(theme: Theme) -> None:
    heat = shown(theme).heat
    for colour in heat:
        assert contrast(colour, theme.background or "") >= 3
        assert contrast(ink(colour), colour) >= 4.5


def lightness(colour: str, eye: tuple[tuple[float, float, float], ...]) -> float:
    """The lightness of `colour` (OKLab, Ottosson 2020), 0-1, as that eye sees it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in Color.parse(colour).normalized]
    red, green, blue = (max(0, sum(a * b for a, b in zip(row, linear, strict=True))) for row in eye)
    long = (0.4122 * red + 0.5363 * green + 0.0514 * blue) ** (1 / 3)
    middle = (0.2119 * red + 0.6807 * green + 0.1074 * blue) ** (1 / 3)
    short = (0.0883 * red + 0.2817 * green + 0.6300 * blue) ** (1 / 3)
    return float(0.2105 * long + 0.7936 * middle - 0.0041 * short)


EYES = {
    "every cone": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB."""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("eye", EYES)
def test_heat_keeps_its_order_for_every_eye(theme: Theme, eye: str) -> None:
    seen = [lightness(colour, EYES[eye]) for colour in shown(theme).heat]
    steps = [after - before for before, after in pairwise(seen)]
    assert all(step > 0 for step in steps) or all(step < 0 for step in steps)
    assert abs(seen[10] - seen[0]) > 0.15


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_every_other_theme_has_our_colours_too(name: str) -> None:
    theme = BUILTIN_THEMES[name]
    ours = shown(theme)
    assert ours.heat == palette({}, theme.dark).heat
    assert Color.parse(ours.front).ansi is None
    assert set(variable_defaults(theme.dark)) >= {f"heat-{score}" for score in range(11)} | {"series-left", "leg"}


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_the_marked_line_can_be_read_in_the_terminals_own_colours(tmp_path: Path, theme: str) -> None:
    cursor = BUILTIN_THEMES[theme].variables
    wanted = [
        ANSI_COLORS.index(cursor[f"block-cursor-{part}ground"].removeprefix("ansi_")) for part in ("fore", "back")
    ]

    async def journey(runner: Runner) -> None:
        for keys, words in (("S", "sites you rate"), ("b o", "Upper outer calf"), ("ctrl+p", "See the legs from")):
            await runner.press(*keys.split())
            (style,) = {
                each.style
                for strip in runner.app.screen._compositor.render_strips()
                for each in strip
                if words in each.text and each.style and each.style.bgcolor and not each.style.bgcolor.is_default
            }
            assert [colour.number for colour in (style.color, style.bgcolor) if colour] == wanted, keys
            assert not style.dim, keys

    live(tmp_path, journey, theme=theme)
