"""From one site to the next with the arrow keys: the same at every size. Pure."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Literal

from journal.catalogue.outlines import LegOutline
from screens.widgets.legs import Spot, rasterise

Direction = Literal["up", "down", "left", "right"]
AHEAD: Mapping[Direction, tuple[int, int]] = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}

WIDE = 1.5
"""How far aside of an arrow a site may lie, for each step ahead."""


@lru_cache(maxsize=8)
def middles(outline: LegOutline) -> Mapping[Spot, tuple[float, float]]:
    """The middle (x, y) of every site of `outline`, in units that are equal across and down."""
    places = rasterise(outline, 60, 50).places
    return {
        spot: (sum(column for _, column in dots) / len(dots), sum(2 * row for row, _ in dots) / len(dots))
        for spot, dots in places.items()
        if spot.site
    }


def step(outline: LegOutline, start: Spot | None, direction: Direction, allowed: Collection[str]) -> Spot | None:
    """The nearest spot with a site of `allowed` in that direction, None where there is none.

    From a start that `outline` does not show: the first spot.
    """
    spots = {spot: middle for spot, middle in middles(outline).items() if spot.site in allowed}
    if start is None or start not in middles(outline):
        return next(iter(spots), None)
    across, down = AHEAD[direction]
    x, y = middles(outline)[start]

    def cost(spot: Spot) -> float | None:
        right, below = spots[spot][0] - x, spots[spot][1] - y
        ahead, aside = across * right + down * below, abs(down * right + across * below)
        return ahead + 2 * aside if ahead > 1 and aside <= WIDE * ahead else None

    costs = {spot: far for spot in spots if (far := cost(spot)) is not None}
    return min(costs, key=costs.__getitem__, default=None)


def turned(start: Spot, here: LegOutline, there: LegOutline, allowed: Collection[str]) -> Spot | None:
    """The spot of `there` on the same leg that is at the height of `start`; None where nothing is `allowed`.

    A start that `here` does not show, and `there` does, stays.
    """
    if start not in middles(here):
        return start if start in middles(there) else None
    height = middles(here)[start][1]
    spots = [spot for spot in middles(there) if spot.side == start.side and spot.site in allowed]
    return min(spots, key=lambda spot: abs(middles(there)[spot][1] - height), default=None)
