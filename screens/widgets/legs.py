"""The geometry of two legs on a grid of cells: which dot belongs to what, and where a number goes.

Pure functions of an outline and a size; nothing here knows a colour or a widget. A cell is 2 dots wide and 2
(quadrant blocks) or 4 (braille) dots tall, and is taken to be twice as tall as wide. A place is (row, column).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from journal.catalogue.outlines import LegOutline, View
from journal.model import Side
from screens.widgets.curves import Band

Place = tuple[int, int]

SLENDER = 0.20
"""The narrowest that legs are drawn: the width of half the body over its height."""
STOUT = 0.30
"""The widest, once the regions have room for their numbers."""
ROOMY = 11
"""The cells across half the body with which the regions have that room."""


class Spot(NamedTuple):
    """A site on one leg. `site` is "" for what is no site."""

    site: str
    side: Side


class Dot(NamedTuple):
    """One dot of a leg. A `crease` parts its spot from the next: to its right or below it another one begins."""

    spot: Spot
    crease: bool


def sides_across(view: View) -> tuple[Side, Side]:
    """The sides from left to right as they are seen: the left leg is on the left only from behind."""
    return ("left", "right") if view == "back" else ("right", "left")


@dataclass(frozen=True, eq=False)
class Raster:
    """Two legs on `width` x `height` cells of 2 x `tall` dots.

    `grid[row][column]` is what a dot belongs to, None outside the legs. `across[row][column]` is where on its leg a
    cell lies, from 0 at its left edge to 1 at its right edge.
    """

    width: int
    height: int
    tall: int
    grid: Sequence[Sequence[Spot | None]]
    across: Sequence[Sequence[float]]

    def at(self, place: Place) -> Spot | None:
        """What the dot belongs to; None outside the legs and outside the grid."""
        row, column = place
        return self.grid[row][column] if 0 <= row < len(self.grid) and 0 <= column < 2 * self.width else None

    @cached_property
    def places(self) -> Mapping[Spot, Collection[Place]]:
        """The dots of everything that has any."""
        found: dict[Spot, set[Place]] = {}
        for row, line in enumerate(self.grid):
            for column, spot in enumerate(line):
                if spot:
                    found.setdefault(spot, set()).add((row, column))
        return found

    def rim(self, spot: Spot) -> Collection[Place]:
        """The dots of `spot` that touch something else, corners included."""
        mine = self.places.get(spot, ())
        around = [(down, across) for down in (-1, 0, 1) for across in (-1, 0, 1)]
        return frozenset(
            (row, column)
            for row, column in mine
            if any((row + down, column + across) not in mine for down, across in around)
        )

    @cached_property
    def cells(self) -> Sequence[Sequence[tuple[Dot | None, ...]]]:
        """The dots of every cell, row by row within it. Equal dots are one object: there are thousands of them."""
        known: dict[Dot | None, Dot | None] = {}

        def dot(place: Place) -> Dot | None:
            found = self._dot(place)
            return known.setdefault(found, found)

        return [
            [tuple(dot(place) for place in self.cell(row, column)) for column in range(self.width)]
            for row in range(self.height)
        ]

    def cell(self, row: int, column: int) -> list[Place]:
        """The places in one cell, row by row."""
        return [(row * self.tall + i // 2, column * 2 + i % 2) for i in range(2 * self.tall)]

    def is_crease(self, place: Place) -> bool:
        """Whether another spot begins to the right of the dot or below it."""
        row, column = place
        return any(self.at(other) not in (self.at(place), None) for other in ((row, column + 1), (row + 1, column)))

    def _dot(self, place: Place) -> Dot | None:
        spot = self.at(place)
        return Dot(spot, self.is_crease(place)) if spot else None

    def hit(self, row: int, column: int) -> Spot | None:
        """The site that has most of the cell; None off the legs and where a leg is no site."""
        found = [spot for place in self.cell(row, column) if (spot := self.at(place)) and spot.site]
        return max(found, key=found.count) if found else None

    def labels(self, lengths: Mapping[Spot, int]) -> Mapping[Spot, Place]:
        """The cell in which so many letters about each spot begin: inside it, near its middle, clear of the others."""
        taken: set[Place] = set()
        found: dict[Spot, Place] = {}
        for spot, length in sorted(lengths.items(), key=lambda each: -each[1]):
            starts = _starts(self, spot, length)
            row, column = next((start for start in starts if taken.isdisjoint(_run(start, length))), starts[0])
            taken.update(_run((row, column), length))
            found[spot] = row, column
        return found


def _run(start: Place, length: int) -> list[Place]:
    row, column = start
    return [(row, column + i) for i in range(length)]


@lru_cache(maxsize=256)
def _starts(raster: Raster, spot: Spot, length: int) -> Sequence[Place]:
    """Where `length` letters about `spot` may begin, the best place first."""
    share: dict[Place, float] = {}
    for row, column in raster.places[spot]:
        cell = (row // raster.tall, column // 2)
        share[cell] = share.get(cell, 0) + 1 / (2 * raster.tall)
    whole = sum(share.values())
    middle = sum(row * part for (row, _), part in share.items()) / whole
    centre = sum(column * part for (_, column), part in share.items()) / whole

    def cost(start: Place) -> float:
        row, column = start
        outside = length - sum(share.get(cell, 0) for cell in _run(start, length))
        beside = 2 - share.get((row, column - 1), 0) - share.get((row, column + length), 0)
        return 20 * outside + beside + abs(column + (length - 1) / 2 - centre) + 2 * abs(row - middle)

    last = max(0, raster.width - length)
    return sorted(
        sorted({(row, min(max(column - i, 0), last)) for row, column in share for i in range(length)}), key=cost
    )


def fit(width: int, height: int) -> tuple[int, int]:
    """The dots across half the body and the rows of cells that both legs get in `width` x `height` cells."""
    rows = min(height, max(1, int(width / 2 / SLENDER / 2)))
    return int(2 * min(width / 2, max(STOUT * 2 * rows, ROOMY))), rows


@lru_cache(maxsize=16)
def rasterise(outline: LegOutline, width: int, height: int, tall: int = 2) -> Raster:
    """Both legs of `outline`, side by side in the middle of `width` x `height` cells (each 1 or more)."""
    half, rows = fit(width, height)
    first, second = sides_across(outline.view)
    edge, bands = Band(outline.edge), [(each.site, Band(each.span)) for each in outline.region]
    spots = {site: (Spot(site, first), Spot(site, second)) for site in ("", *(site for site, _ in bands))}
    grid: list[list[Spot | None]] = [[None] * (2 * width) for _ in range(height * tall)]
    across = [[0.0] * width for _ in range(height)]
    for row in range(rows * tall):
        y = (row + 0.5) / (rows * tall)
        start, end = edge.at(y) or (0.0, 0.0)
        layers = [(site, *span) for site, band in bands if (span := band.at(y))]
        for dot in range(half):
            u = ((dot + 0.5) / half - start) / (end - start)
            if 0 <= u <= 1:
                site = next((site for site, a, b in layers if a <= u <= b), "")
                left, right = width - half + dot, width + half - 1 - dot
                grid[row][left], grid[row][right] = spots[site]
                across[row // tall][left // 2], across[row // tall][right // 2] = u, 1 - u
    return Raster(width, height, tall, grid, across)
