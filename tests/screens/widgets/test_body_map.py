"""The body map: what it shows, in colour and without, and how a site is chosen."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from journal.catalogue.outlines import View
from screens.themes import palette
from screens.widgets.body_map import SMALLEST, BodyMap, SpotPlace
from screens.widgets.body_paint import HATCH, Look, Scores, blocks, braille
from screens.widgets.colour import contrast
from screens.widgets.legs import Spot, rasterise, sides_across
from screens.widgets.words import UNRATED
from tests.screens.dump import assert_golden
from tests.screens.widgets.hall import GOLDEN, NEVER, OUTLINES, SCORES, SITES, Hall, visit

SIZES = [SMALLEST, (30, 20), (44, 34)]
DARK = palette({}, dark=True)


def body(selected: SpotPlace | None = None, scores: Scores = SCORES) -> BodyMap:
    made = BodyMap(OUTLINES, SITES)
    made.scores = scores
    made.selected = selected
    return made


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["back", "front"])
def test_looks_as_drawn(size: tuple[int, int], view: View) -> None:
    made = body(("upper_outer_calf", "left") if view == "back" else ("outer_shin", "left"))
    made.mark = ("mid_calf", "right") if view == "back" else ("front_thigh", "right")
    assert_golden(visit(Hall(made), size), GOLDEN / f"body-{view}-{size[0]}x{size[1]}.txt")


@pytest.mark.usefixtures("no_colour")
@pytest.mark.parametrize("size", SIZES)
def test_looks_as_drawn_without_colour(size: tuple[int, int]) -> None:
    made = body(("upper_outer_calf", "left"))
    assert_golden(visit(Hall(made), size), GOLDEN / f"body-no-colour-{size[0]}x{size[1]}.txt")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["back", "front"])
def test_says_everything_without_colour(size: tuple[int, int], view: View) -> None:
    sites = OUTLINES[view].sites
    scores: Scores = {(site, side): 10 if side == "left" else 3 for site in sites for side in sides_across(view)}
    raster = rasterise(OUTLINES[view], size[0], size[1] - 1)
    text = "\n".join(strip.text for strip in blocks(raster, Look(scores), DARK))
    assert text.count("10") == text.count("3") == len(sites)
    empty = "\n".join(strip.text for strip in blocks(raster, Look({}), DARK))
    assert empty.count(UNRATED) == 2 * len(sites)
    chosen = Look(scores, selected=Spot(sites[0], "left"), mark=Spot(sites[1], "right"))
    text = "\n".join(strip.text for strip in blocks(raster, chosen, DARK))
    assert "[10]" in text
    assert "3●" in text


def test_hatches_what_is_never_pressed() -> None:
    raster = rasterise(OUTLINES["back"], 44, 33)
    hatched = blocks(raster, Look({}, hatched=NEVER), DARK)
    found = {
        raster.hit(row, column)
        for row, strip in enumerate(hatched)
        for column, sign in enumerate(strip.text)
        if sign == HATCH
    }
    assert {spot.site for spot in found if spot} == NEVER & set(OUTLINES["back"].sites)
    assert not any(HATCH in strip.text for strip in blocks(raster, Look({}), DARK))


@pytest.mark.parametrize("dark", [True, False])
def test_figures_can_be_read_on_every_colour(dark: bool) -> None:
    raster = rasterise(OUTLINES["back"], 60, 43)
    for score in (None, *range(11)):
        scores: Scores = {spot: score for spot in raster.places}  # noqa: C420
        look = Look(scores, selected=Spot("mid_calf", "left"), hatched=NEVER)
        for strip in blocks(raster, look, palette({}, dark)):
            for text, style, _ in strip:
                if style and style.bold and style.color and style.bgcolor:
                    assert contrast(style.color.name, style.bgcolor.name) >= 4.5, (text, score)


def test_outside_the_legs_has_no_colour() -> None:
    raster = rasterise(OUTLINES["back"], 44, 33)
    for row, strip in enumerate(blocks(raster, Look(SCORES, Spot("upper_outer_calf", "left")), DARK)):
        column = 0
        for text, style, _ in strip:
            for sign in text:
                outside = [raster.at(place) is None for place in raster.cell(row, column)]
                if all(outside):
                    assert (sign, style) == (" ", None)
                elif any(outside) and sign not in "0123456789[]":
                    assert style is not None
                    assert style.bgcolor is None
                elif not any(outside) and sign == " ":
                    pytest.fail("a leg is drawn with ink, not with its background")
                column += 1


def dots(lines: list[str]) -> int:
    return sum((ord(sign) - 0x2800).bit_count() for line in lines for sign in line if 0x2800 <= ord(sign) <= 0x28FF)


def test_dots_are_denser_the_sorer() -> None:
    raster = rasterise(OUTLINES["back"], 44, 33, 4)
    counts = [
        dots([strip.text for strip in braille(raster, Look({("glute", "left"): n}), "#FFFFFF")]) for n in range(11)
    ]
    assert counts == sorted(set(counts))


@given(
    width=st.integers(1, 200),
    height=st.integers(1, 60),
    view=st.sampled_from(("back", "front")),
    score=st.none() | st.integers(0, 10),
)
@settings(max_examples=40, deadline=None)
def test_draws_at_any_size(width: int, height: int, view: View, score: int | None) -> None:
    sites = OUTLINES[view].sites
    look = Look({(site, "left"): score for site in sites}, Spot(sites[0], "left"), Spot(sites[1], "right"), NEVER)
    for lines in (
        blocks(rasterise(OUTLINES[view], width, height), look, DARK),
        braille(rasterise(OUTLINES[view], width, height, 4), look, "#FFFFFF"),
    ):
        assert [strip.cell_length for strip in lines] == [width] * height
        assert [len(strip.text) for strip in lines] == [width] * height


@pytest.mark.parametrize("coloured", [True, False])
def test_lives_at_any_size(coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not coloured:
        monkeypatch.setenv("NO_COLOR", "1")
    made = body(("mid_calf", "left"))

    async def play(pilot: Pilot[None]) -> None:
        for width, height in [
            (1, 1),
            (2, 1),
            (1, 9),
            (21, 14),
            (22, 13),
            (22, 14),
            (23, 40),
            (80, 5),
            (120, 16),
            (200, 60),
        ]:
            made.styles.width, made.styles.height = width, height
            await pilot.pause()
            assert made.size == (width, height)
            assert made.too_small == (not BodyMap.fits(width, height))
            await pilot.press("up")

    visit(Hall(made), (200, 60), play)


def test_says_the_choice_where_there_is_no_room() -> None:
    assert visit(Hall(body(("mid_calf", "left"))), (40, 5)).startswith("Mid calf, left: 5, moderate\n")
    assert visit(Hall(body()), (40, 5)).startswith("No site is chosen\n")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["back", "front"])
def test_every_site_is_reached_by_mouse(size: tuple[int, int], view: View) -> None:
    made = body()
    made.view = view
    spots = {Spot(site, side) for site in OUTLINES[view].sites for side in sides_across(view)}

    async def play(pilot: Pilot[None]) -> None:
        places: Mapping[Spot, tuple[int, int]] = {
            spot: (x, y) for y in range(size[1]) for x in range(size[0]) if (spot := made.spot_at(x, y))
        }
        assert set(places) == spots
        for spot, place in places.items():
            await pilot.click(made, offset=place)
            await pilot.click(made, offset=place)
            assert made.selected == spot

    app = Hall(made)
    visit(app, size, play)
    assert {(told.site, told.side) for told in app.told} == spots
    assert len(app.told) == len(spots)
    assert {told.control for told in app.told} == {made}


def test_arrows_choose_and_tell_once() -> None:
    made = body(("upper_outer_calf", "left"))

    async def play(pilot: Pilot[None]) -> None:
        made.focus()
        await pilot.press("right", "right", "j", "left")
        assert made.selected == ("mid_calf", "left")
        await pilot.press("left")

    app = Hall(made)
    visit(app, (44, 34), play)
    assert [(told.site, told.side) for told in app.told] == [
        ("upper_inner_calf", "left"),
        ("upper_inner_calf", "right"),
        ("mid_calf", "right"),
        ("mid_calf", "left"),
    ]


def test_space_turns_the_body_and_the_choice_with_it() -> None:
    made = body(("mid_calf", "left"))

    async def play(pilot: Pilot[None]) -> None:
        made.focus()
        await pilot.press("space")
        assert (made.view, made.selected) == ("front", ("outer_shin", "left"))
        made.selected = None
        await pilot.press("space")
        assert (made.view, made.selected) == ("back", None)

    visit(Hall(made), (44, 34), play)


def test_a_choice_out_of_view_turns_the_body() -> None:
    made = body()

    async def play(pilot: Pilot[None]) -> None:
        made.selected = ("front_knee", "right")
        await pilot.pause()
        assert made.view == "front"

    app = Hall(made)
    assert "[6]" in visit(app, (44, 34), play)
    assert app.told == []


def test_what_is_never_pressed_is_no_choice_for_a_massage() -> None:
    made = body(("mid_calf", "left"))
    made.for_massage = True
    spot = Spot("back_of_knee", "left")

    async def play(pilot: Pilot[None]) -> None:
        knee = next((x, y) for y in range(34) for x in range(44) if made.spot_at(x, y) == spot)
        await pilot.click(made, offset=knee)
        assert made.selected == ("mid_calf", "left")
        made.focus()
        await pilot.press("up", "up")
        assert made.selected is not None
        assert made.selected[0] not in NEVER
        made.for_massage = False
        await pilot.click(made, offset=knee)
        assert made.selected == spot

    visit(Hall(made), (44, 34), play)


def test_names_what_is_under_the_mouse() -> None:
    made = body()

    async def play(pilot: Pilot[None]) -> None:
        x, y = next((x, y) for y in range(34) for x in range(44) if made.spot_at(x, y) == ("mid_calf", "left"))
        await pilot.hover(made, offset=(x, y))
        assert made.tooltip == "Mid calf, left: 5, moderate"
        await pilot.hover(made, offset=(0, 20))
        assert made.tooltip is None

    visit(Hall(made), (44, 34), play)


def test_follows_its_scores_and_its_theme() -> None:
    made = body(scores={("glute", "left"): 2})

    async def play(pilot: Pilot[None]) -> None:
        before = made.render_line(2)
        made.scores = {("glute", "left"): 9}
        await pilot.pause()
        rated = made.render_line(2)
        assert rated != before
        assert made._rows() is made._rows()
        pilot.app.theme = "journal-light"
        await pilot.pause()
        assert made.render_line(2) != rated

    assert "9" in visit(Hall(made), (44, 34), play)


@pytest.mark.parametrize("theme", ["journal-light", "journal-contrast", "ansi-dark", "nord"])
def test_says_the_same_in_every_theme(theme: str) -> None:
    here, there = (visit(Hall(body(("mid_calf", "left")), theme=name), (44, 34)) for name in ("journal-dark", theme))
    assert here == there
