"""The outlines of the legs, on which a body map is drawn: curves in `data/outlines.toml`, no pictures.

A point is (y, from, to): at the height `y`, from 0 at the hip to 1 at the sole, the shape reaches from one place
across to another. For the edges of a leg these places run from 0, the outermost line of the body, to 1, its midline;
for a region from 0, the outer edge of the leg, to 1, its inner edge.
"""

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Literal

import msgspec

View = Literal["back", "front"]
Point = tuple[float, float, float]

FILE = "outlines.toml"


class BadOutline(ValueError):
    """An outline that cannot be drawn; the message says which, in one line."""


@dataclass(frozen=True, kw_only=True)
class Region:
    """The part of a leg that is the site named `site`."""

    site: str
    span: tuple[Point, ...]

    def __post_init__(self) -> None:
        _check(self.site, self.span)


@dataclass(frozen=True, kw_only=True)
class LegOutline:
    """One leg seen from one side; the other leg is its mirror image. Of overlapping regions the first is on top."""

    view: View
    edge: tuple[Point, ...]
    region: tuple[Region, ...]

    def __post_init__(self) -> None:
        _check(self.view, self.edge)
        if len(set(self.sites)) < len(self.region):
            raise BadOutline(f"{self.view}: a site has two regions")

    @cached_property
    def sites(self) -> tuple[str, ...]:
        """The sites that are seen from this side, in the order of the file."""
        return tuple(each.site for each in self.region)


@dataclass(frozen=True, kw_only=True)
class _File:
    outline: tuple[LegOutline, ...]


def load_outlines() -> dict[View, LegOutline]:
    """The legs from behind ("back") and from the front, each site in one of them. Raises BadOutline."""
    return read_outlines((files("data") / FILE).read_bytes())


def read_outlines(content: bytes) -> dict[View, LegOutline]:
    """The outlines in the TOML `content`, by view. Raises BadOutline, naming the field."""
    try:
        outlines = msgspec.toml.decode(content, type=_File).outline
    except (msgspec.MsgspecError, UnicodeDecodeError, BadOutline) as error:
        raise BadOutline(f"{FILE}: {error}") from None
    by_view = {each.view: each for each in outlines}
    if set(by_view) != {"back", "front"} or len(outlines) != 2:
        raise BadOutline(f"{FILE}: there is one outline for the back and one for the front")
    both = set(by_view["back"].sites) & set(by_view["front"].sites)
    if both:
        raise BadOutline(f"{FILE}: {sorted(both)[0]} is drawn from both sides")
    return by_view


def _check(name: str, points: tuple[Point, ...]) -> None:
    if len(points) < 2:
        raise BadOutline(f"{name}: a curve needs two points")
    if any(below[0] <= above[0] for above, below in zip(points, points[1:], strict=False)):
        raise BadOutline(f"{name}: the points do not go down the leg")
    if not all(0 <= y <= 1 and 0 <= start < end <= 1 for y, start, end in points):
        raise BadOutline(f"{name}: a point is outside 0-1 or crosses over")
