"""The outlines of the legs, on which a body map is drawn: curves in `data/outlines.toml`, no pictures.

A point is (y, from, to): at the height `y`, from 0 at the hip to 1 at the sole, a shape reaches from one place across
to another. For the edges of a leg these places run from 0, the outermost line of the body, to 1, its midline; for a
region from 0, the outer edge of the leg, to 1, its inner edge.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from itertools import pairwise
from typing import Any, Literal

from journal.catalogue.convert import parse, shown, to_shape
from journal.catalogue.problems import refuse

View = Literal["back", "front"]
Point = tuple[float, float, float]

FILE = "outlines.toml"


@dataclass(frozen=True, kw_only=True)
class Region:
    """The part of a leg that is the site named `site`. Raises ValueError when it cannot be drawn."""

    site: str
    span: tuple[Point, ...]

    def __post_init__(self) -> None:
        _check(self.site, self.span)


@dataclass(frozen=True, kw_only=True)
class LegOutline:
    """One leg seen from one side; the other leg is its mirror image. Of overlapping regions the first is on top.

    Raises ValueError when it cannot be drawn.
    """

    view: View
    edge: tuple[Point, ...]
    region: tuple[Region, ...]

    def __post_init__(self) -> None:
        _check("edge", self.edge)
        if (self.edge[0][0], self.edge[-1][0]) != (0, 1):
            raise ValueError("the edge does not run from 0 to 1")
        if len(set(self.sites)) < len(self.region):
            raise ValueError("a site has two regions")

    @cached_property
    def sites(self) -> tuple[str, ...]:
        """The sites that are seen from this side, in the order of the file."""
        return tuple(each.site for each in self.region)


def load_outlines() -> Mapping[View, LegOutline]:
    """The legs from behind and from the front, each site in one of them. Raises CatalogueError."""
    return read_outlines((files("data") / FILE).read_bytes())


def read_outlines(content: bytes) -> Mapping[View, LegOutline]:
    """The outlines in the TOML `content`, by view. Raises CatalogueError."""
    tables = parse(FILE, content)
    found = tables.pop("outline", None)
    if tables:
        raise refuse(FILE, why=f"there is no table {shown(next(iter(tables)))}")
    if not isinstance(found, list):
        raise refuse(FILE, why="there is no [[outline]]")
    legs = [_leg(fields) for fields in found]
    if sorted(leg.view for leg in legs) != ["back", "front"]:
        raise refuse(FILE, why="there is to be one outline of the back and one of the front")
    both = set(legs[0].sites) & set(legs[1].sites)
    if both:
        raise refuse(FILE, min(both), why="it is drawn from behind and from the front")
    return {leg.view: leg for leg in legs}


def _leg(fields: Any) -> LegOutline:
    leg = to_shape(LegOutline, fields, FILE)
    for region in fields["region"]:
        to_shape(Region, region, FILE)
    return leg


def _check(name: str, points: tuple[Point, ...]) -> None:
    if len(points) < 2:
        raise ValueError(f"{name}: a curve needs two points")
    if any(below[0] <= above[0] for above, below in pairwise(points)):
        raise ValueError(f"{name}: the points do not go down the leg")
    if not all(0 <= y <= 1 and 0 <= start < end <= 1 for y, start, end in points):
        raise ValueError(f"{name}: a point is outside 0-1 or crosses over")
