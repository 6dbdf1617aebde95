"""The sites as a list: the same choice as the map, in words."""

from textual.pilot import Pilot

from screens.widgets.site_list import SiteList
from tests.screens.widgets.hall import NEVER, SCORES, SITES, Hall, visit


def listed() -> SiteList:
    made = SiteList(SITES)
    made.scores = SCORES
    return made


def test_says_score_side_and_name() -> None:
    made = listed()
    made.selected = ("mid_calf", "left")
    text = visit(Hall(made), (60, 40))
    assert "▸ 5  left   Mid calf" in text
    assert "  0  right  Mid calf" in text
    assert "  ·  left   Lower calf" in text
    assert " 10  right  Outer hamstring" in text
    assert text.count("not for massage") == 2 * len(NEVER)
    assert text.count("▸") == 1


def test_every_site_is_reached_by_arrows_and_told_once() -> None:
    made = listed()

    async def play(pilot: Pilot[None]) -> None:
        made.focus()
        for _ in made.places:
            await pilot.press("down")

    app = Hall(made)
    visit(app, (60, 20), play)
    assert [(told.site, told.side) for told in app.told] == made.places
    assert len(made.places) == 2 * len(SITES)


def test_a_click_chooses() -> None:
    made = listed()

    async def play(pilot: Pilot[None]) -> None:
        await pilot.click(made, offset=(5, 3))

    app = Hall(made)
    visit(app, (60, 20), play)
    assert [(told.site, told.side) for told in app.told] == [made.places[2]]


def test_a_choice_from_outside_is_shown_and_not_told() -> None:
    made = listed()

    async def play(pilot: Pilot[None]) -> None:
        made.selected = ("glute", "right")
        await pilot.pause()
        assert made.highlighted == made.places.index(("glute", "right"))
        made.scores = {("glute", "right"): 8}
        await pilot.pause()
        assert made.highlighted == made.places.index(("glute", "right"))

    app = Hall(made)
    text = visit(app, (60, 40), play)
    assert "▸ 8  right  Glute" in text
    assert app.told == []


def test_what_is_never_pressed_is_left_out_for_a_massage() -> None:
    made = listed()
    made.selected = ("achilles", "left")

    async def play(pilot: Pilot[None]) -> None:
        made.for_massage = True
        await pilot.pause()
        assert made.option_count == 2 * (len(SITES) - len(NEVER))
        assert made.highlighted is None

    assert "not for massage" not in visit(Hall(made), (60, 40), play)


def test_two_moves_at_once_end_at_the_second() -> None:
    made = listed()
    turns = 0

    async def play(pilot: Pilot[None]) -> None:
        nonlocal turns
        made.highlighted = 2
        made.highlighted = 5
        chosen = []
        for _ in range(20):
            await pilot.pause()
            chosen.append(made.selected)
        turns = len({*chosen[3:]})

    app = Hall(made)
    visit(app, (60, 20), play)
    assert turns == 1
    assert made.selected == made.places[5]
    assert [(told.site, told.side) for told in app.told] == [made.places[5]]
