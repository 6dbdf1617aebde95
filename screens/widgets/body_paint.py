"""Two legs as lines of a screen: quadrant blocks in colour, or braille dots that are the denser the sorer."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from journal.model import Side
from screens.themes import Palette
from screens.widgets.colour import ink, mix
from screens.widgets.legs import Dot, Place, Raster, Spot
from screens.widgets.words import score_text

BLOCKS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""The quadrant block of a cell, by the sum of its dots: 1 and 2 in the upper row, 4 and 8 in the lower."""
BRAILLE = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
"""The bit of each dot of a braille cell, row by row."""
DITHER = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))
"""From which density (in sixteenths) on a dot is set: ordered dithering after Bayer (1973)."""
DENSITY = 1.3
"""Sixteenths of the dots for each point of a score: 10 stays short of solid, so that its outline can be seen."""
HATCH, BALL = "╱", "●"
HATCHED = 0.55
"""How dark the lines of a hatch are."""

SHADE = 0.3
"""How dark a leg is at its edge."""
SHADES = 5

Scores = Mapping[tuple[str, Side], int | None]
"""Scores by site and side; one that is missing or None is not rated."""

Cell = tuple[str, Style | None]
BLANK: Cell = (" ", None)


@dataclass(frozen=True)
class Look:
    """What the legs show: the scores, the selected spot, where the ball goes, the sites never pressed."""

    scores: Scores
    selected: Spot | None = None
    mark: Spot | None = None
    hatched: Collection[str] = ()

    def label(self, spot: Spot) -> str:
        """What is written on `spot`: its score or a dot, with the ball; in brackets when it is selected."""
        score = self.scores.get(spot)
        text = score_text(score)
        if spot == self.mark:
            text = BALL if score is None else text + BALL
        return f"[{text}]" if spot == self.selected else text


@lru_cache(maxsize=4096)
def _style(fore: str, back: str | None = None, bold: bool = False) -> Style:
    return Style(color=fore, bgcolor=back, bold=bold or None)


def blocks(raster: Raster, look: Look, palette: Palette) -> list[Strip]:
    """The legs of `raster` (2 dots tall a cell) in the colours of `palette`."""
    rim = _outline(raster, look.selected)
    rim_cells = {(row // 2, column // 2) for row, column in rim}

    @cache
    def colour(spot: Spot, light: int) -> str:
        score = look.scores.get(spot)
        plain = palette.leg_site if spot.site else palette.leg
        return mix(plain if score is None else palette.heat[score], palette.shade, light * SHADE / (SHADES - 1))

    @cache
    def paint(dots: tuple[Dot | None, ...], rims: tuple[bool, ...], light: int) -> Cell:
        tones = [
            ""
            if dot is None
            else palette.front
            if on_rim
            else _creased(colour(dot.spot, light), dot.crease, palette.shade)
            for dot, on_rim in zip(dots, rims, strict=True)
        ]
        order = sorted(dict.fromkeys(filter(None, tones)), key=lambda tone: (tone != palette.front, -tones.count(tone)))
        if not order:
            return BLANK
        if "" in tones:
            return _block([bool(tone) for tone in tones]), _style(order[0])
        if len(order) > 1:
            return _block([tone == order[0] for tone in tones]), _style(order[0], order[1])
        if dots[0] and dots[0].spot.site in look.hatched and not any(rims):
            return HATCH, _style(mix(order[0], palette.shade, HATCHED), order[0])
        return "█", _style(order[0])

    def cell(row: int, column: int) -> Cell:
        on_rim = (row, column) in rim_cells
        rims = tuple(place in rim for place in raster.cell(row, column)) if on_rim else (False,) * 4
        return paint(raster.cells[row][column], rims, _light(raster.across[row][column]))

    def letter(spot: Spot, row: int, column: int) -> Style:
        boxed = spot == look.selected and not rim
        back = palette.front if boxed else colour(spot, _light(raster.across[row][column]))
        return _style(ink(back), back, bold=True)

    return _strips(raster, look, cell, letter)


def braille(raster: Raster, look: Look, front: str) -> list[Strip]:
    """The legs of `raster` (4 dots tall a cell) in `front` alone: outlines, and dots that are the denser the sorer."""
    bits: dict[Place, int] = {}

    def draw(row: int, column: int) -> None:
        cell = (row // 4, column // 2)
        bits[cell] = bits.get(cell, 0) | BRAILLE[row % 4 * 2 + column % 2]

    lines, fields = _drawing(raster)
    for row, column in lines:
        draw(row, column)
    for spot, field in fields.items():
        density = DENSITY * (look.scores.get(spot) or 0)
        hatched = spot.site in look.hatched
        for row, column in field:
            if DITHER[row % 4][column % 4] < density or (hatched and (row + column) % 4 == 0):
                draw(row, column)
    for row, column in raster.rim(look.selected) if look.selected else ():
        draw(row, column)
    style, bold = _style(front), _style(front, bold=True)

    def cell(row: int, column: int) -> Cell:
        return (chr(0x2800 + bits[row, column]), style) if (row, column) in bits else BLANK

    return _strips(raster, look, cell, lambda *_: bold)


@lru_cache(maxsize=8)
def _drawing(raster: Raster) -> tuple[Collection[Place], Mapping[Spot, Collection[Place]]]:
    """The dots of the lines between regions and around the legs, and those of each site that keep clear of them."""
    lines = {
        place
        for places in raster.places.values()
        for place in places
        if raster.is_crease(place) or any(raster.at(near) is None for near in _beside(place))
    }
    fields = {
        spot: [place for place in places if place not in lines and lines.isdisjoint(_beside(place))]
        for spot, places in raster.places.items()
        if spot.site
    }
    return lines, fields


def _beside(place: Place) -> list[Place]:
    row, column = place
    return [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]


def _outline(raster: Raster, spot: Spot | None) -> Collection[Place]:
    """The rim of `spot`; none when it is so small that a rim would leave nothing of it."""
    rows = {row for row, _ in raster.places.get(spot, ())} if spot else ()
    return raster.rim(spot) if spot and len(rows) > 3 else ()


def _creased(colour: str, crease: bool, shade: str) -> str:
    return mix(colour, shade, 0.5) if crease else colour


def _light(across: float) -> int:
    """The step of shade, from 0 to SHADES - 1, at a place `across` a leg that is lit from the left."""
    return min(SHADES - 1, int(SHADES * (abs(across - 0.4) / 0.6) ** 2))


def _block(dots: list[bool]) -> str:
    return BLOCKS[sum(1 << i for i, dot in enumerate(dots) if dot)]


def _strips(
    raster: Raster, look: Look, cell: Callable[[int, int], Cell], letter: Callable[[Spot, int, int], Style]
) -> list[Strip]:
    """One strip a row, of `cell`s with the labels over them in the style that `letter` gives."""
    texts = {spot: look.label(spot) for spot in raster.places if spot.site}
    starts = raster.labels({spot: len(text) for spot, text in texts.items()})
    written = {
        (row, column + i): (sign, letter(spot, row, column + i))
        for spot, (row, column) in reversed(list(starts.items()))
        for i, sign in enumerate(texts[spot])
        if column + i < raster.width
    }
    strips = []
    for row in range(raster.height):
        runs: list[str] = []
        styles: list[Style | None] = []
        for column in range(raster.width):
            text, style = written.get((row, column)) or cell(row, column)
            if styles and styles[-1] is style:
                runs[-1] += text
            else:
                runs.append(text)
                styles.append(style)
        strips.append(Strip(map(Segment, runs, styles), raster.width))
    return strips
