"""The geometry of the legs: every site can be seen at every size, and the right leg mirrors the left."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.catalogue.outlines import View
from screens.widgets.curves import Band, Curve
from screens.widgets.legs import Raster, Spot, fit, rasterise, sides_across
from tests.screens.widgets.hall import OUTLINES

SMALLEST = (22, 13)
SIZES = [SMALLEST, (24, 15), (30, 19), (44, 33), (60, 43), (120, 55)]
VIEWS: tuple[View, ...] = ("back", "front")


def cells_of(raster: Raster, spot: Spot) -> int:
    return sum(raster.hit(row, column) == spot for row in range(raster.height) for column in range(raster.width))


@given(
    heights=st.lists(st.integers(0, 100), min_size=2, max_size=8, unique=True).map(sorted),
    data=st.data(),
)
def test_curve_meets_its_points_and_never_overshoots(heights: list[int], data: st.DataObject) -> None:
    values = data.draw(st.lists(st.integers(0, 10), min_size=len(heights), max_size=len(heights)))
    curve = Curve([float(h) for h in heights], [float(v) for v in values])
    for above, below, first, second in zip(heights, heights[1:], values, values[1:], strict=False):
        for part in (0, 0.1, 0.5, 0.9, 1):
            value = curve(above + part * (below - above))
            assert min(first, second) - 1e-9 <= value <= max(first, second) + 1e-9
        assert curve(above) == pytest.approx(first)


def test_band_ends_where_its_points_end() -> None:
    band = Band([(0.2, 0.1, 0.9), (0.4, 0.2, 0.8)])
    assert band.at(0.19) is None
    assert band.at(0.4) == pytest.approx((0.2, 0.8))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("tall", "least"), [(2, 5), (4, 3)])
def test_every_site_has_room_on_both_legs(view: View, size: tuple[int, int], tall: int, least: int) -> None:
    raster = rasterise(OUTLINES[view], *size, tall)
    for site in OUTLINES[view].sites:
        for side in sides_across(view):
            assert cells_of(raster, Spot(site, side)) >= least, (site, side)


@given(view=st.sampled_from(VIEWS), width=st.integers(1, 90), height=st.integers(1, 60), tall=st.sampled_from((2, 4)))
@settings(max_examples=60, deadline=None)
def test_one_leg_mirrors_the_other(view: View, width: int, height: int, tall: int) -> None:
    other = {"left": "right", "right": "left"}
    for line in rasterise(OUTLINES[view], width, height, tall).grid:
        assert list(reversed(line)) == [spot and Spot(spot.site, other[spot.side]) for spot in line]  # type: ignore[arg-type]


@pytest.mark.parametrize(("view", "first"), [("back", "left"), ("front", "right")])
def test_left_is_on_the_left_only_from_behind(view: View, first: str) -> None:
    raster = rasterise(OUTLINES[view], 44, 33)
    for row in raster.grid:
        assert {spot.side for spot in row[:44] if spot} <= {first}


@given(width=st.integers(1, 250), height=st.integers(1, 90))
def test_legs_keep_inside_and_in_proportion(width: int, height: int) -> None:
    half, rows = fit(width, height)
    assert 1 <= rows <= height
    assert 0 < half <= width
    if width >= 44 and height >= 20:
        assert 0.19 <= half / 2 / (2 * rows) <= 0.31


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("length", [1, 2, 3])
def test_labels_stand_on_their_site_and_apart(view: View, size: tuple[int, int], length: int) -> None:
    raster = rasterise(OUTLINES[view], *size)
    spots = [spot for spot in raster.places if spot.site]
    longer = spots[::5]
    taken: set[tuple[int, int]] = set()
    for spot, (row, column) in raster.labels({spot: length + (spot in longer) for spot in spots}).items():
        letters = {(row, column + i) for i in range(length + (spot in longer))}
        assert any(raster.hit(*letter) == spot for letter in letters)
        assert not letters & taken
        taken |= letters


def test_creases_part_neighbours() -> None:
    raster = rasterise(OUTLINES["back"], 44, 33)
    apart = 0
    for row, line in enumerate(raster.grid):
        for column in range(len(line) - 1):
            here, there = line[column], line[column + 1]
            if here and there and here != there:
                apart += 1
                assert raster.is_crease((row, column))
    assert apart > 50


def test_rim_closes_round_its_site() -> None:
    raster = rasterise(OUTLINES["back"], 44, 33)
    spot = Spot("mid_calf", "left")
    rim, places = raster.rim(spot), raster.places[spot]
    assert set(rim) < set(places)
    inside = set(places) - set(rim)
    assert all((r + dr, c + dc) in places for r, c in inside for dr in (-1, 0, 1) for dc in (-1, 0, 1))


def test_off_the_legs_is_nothing() -> None:
    raster = rasterise(OUTLINES["back"], 44, 33)
    assert raster.hit(16, 0) is None
    assert raster.hit(16, 21) is None
    assert raster.at((-1, 0)) is None
    assert raster.at((0, 88)) is None
