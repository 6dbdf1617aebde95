"""The rating row: one key rates, and every state can be told without colour."""

import pytest
from textual.events import Key
from textual.pilot import Pilot

from journal.settings import Tracked
from screens.widgets.rating_row import KEYS, RatingRow, label_cells
from screens.widgets.words import ANCHORS
from tests.screens.dump import assert_golden
from tests.screens.widgets.hall import GOLDEN, Hall, visit

CALF = Tracked("upper_outer_calf", "left", "tightness")


def rows() -> list[RatingRow]:
    empty, saved, ten, pending, failed, nudged = (
        RatingRow(CALF, label, score)
        for label, score in (
            ("left calf, outer", None),
            ("right calf, outer", 7),
            ("left knee", 10),
            ("a very long name of a place", 3),
            ("left Achilles", 2),
            ("zero", 0),
        )
    )
    pending.tried = 5
    failed.tried = 6
    failed.fail()
    nudged.nudged = 1
    return [empty, saved, ten, pending, failed, nudged]


@pytest.mark.parametrize("width", [80, 56, 40, 28, 12])
def test_looks_as_drawn(width: int) -> None:
    assert_golden(visit(Hall(*rows()), (width, 6)), GOLDEN / f"rows-{width}.txt")


@pytest.mark.usefixtures("no_colour")
def test_says_the_same_without_colour() -> None:
    assert_golden(visit(Hall(*rows()), (80, 6)), GOLDEN / "rows-80.txt")


@pytest.mark.parametrize("width", [1, 2, 5, 33, 34, 35, 39, 48, 200])
def test_lives_at_any_width(width: int) -> None:
    text = visit(Hall(*rows()), (width, 6))
    assert all(len(line) <= width for line in text.splitlines())


def test_label_leaves_room_for_the_scale() -> None:
    for width in range(250):
        assert 0 <= label_cells(width) <= max(0, width - 26)


@pytest.mark.parametrize(("key", "score"), KEYS.items())
def test_one_key_rates(key: str, score: int) -> None:
    row = RatingRow(CALF, "calf")

    async def play(pilot: Pilot[None]) -> None:
        row.focus()
        await pilot.press(key)
        assert (row.state, row.shown) == ("pending", score)

    app = Hall(row)
    visit(app, (60, 2), play)
    (told,) = app.told
    assert (told.site, told.side, told.measure, told.score) == ("upper_outer_calf", "left", "tightness", score)
    assert told.control is row


def test_what_became_of_a_score_is_shown() -> None:
    row = RatingRow(CALF, "calf", 3)

    async def play(pilot: Pilot[None]) -> None:
        row.focus()
        await pilot.press("6", "enter")
        assert row.summary == "calf: 6, quite strong (being saved)"
        row.fail()
        assert (row.state, row.summary) == ("failed", "calf: 6, quite strong (not saved)")
        await pilot.press("enter")
        assert row.state == "pending"
        row.show(6)
        assert (row.state, row.summary) == ("saved", "calf: 6, quite strong")
        await pilot.press("9")
        row.fail()
        await pilot.press("backspace")
        assert (row.state, row.shown) == ("saved", 6)
        row.show(None)
        assert (row.state, row.summary) == ("empty", "calf: not rated")

    app = Hall(row)
    visit(app, (60, 2), play)
    assert [told.score for told in app.told] == [6, 6, 9]


def test_arrows_move_a_mark_that_only_enter_gives() -> None:
    row = RatingRow(CALF, "calf")

    async def play(pilot: Pilot[None]) -> None:
        row.focus()
        await pilot.press("enter", "right", "right", "right")
        assert (row.shown, row.saved, row.state) == (2, None, "empty")
        await pilot.press("backspace", "enter")
        assert row.shown is None
        row.show(10)
        await pilot.press("right", "left")
        assert row.shown == 9
        await pilot.press("enter")

    app = Hall(row)
    visit(app, (60, 2), play)
    assert [told.score for told in app.told] == [9]


def test_every_figure_is_reached_by_mouse() -> None:
    row = RatingRow(CALF, "calf")

    async def play(pilot: Pilot[None]) -> None:
        line = row.render().plain
        for figure in "0123456789X":
            await pilot.click(row, offset=(line.index(figure), 0))
        await pilot.click(row, offset=(3, 0))
        await pilot.click(row, offset=(55, 0))

    app = Hall(row)
    visit(app, (60, 2), play)
    assert [told.score for told in app.told] == list(range(11))


def test_only_its_keys_are_kept_from_the_screen() -> None:
    row = RatingRow(CALF, "calf")

    class Listening(Hall):
        def on_key(self, event: Key) -> None:
            self.told.append(event.key)

    async def play(pilot: Pilot[None]) -> None:
        row.focus()
        await pilot.press("u", "5", "full_stop", "x")

    app = Listening(row)
    visit(app, (60, 2), play)
    assert [told for told in app.told if isinstance(told, str)] == ["u", "full_stop"]
    assert not any(row.takes(key) for key in ("a", "enter", "up", "full_stop", "10"))
    assert all(row.takes(key) for key in KEYS)


def test_a_label_from_outside_is_shown_as_it_is() -> None:
    assert "[bold]x\N{REPLACEMENT CHARACTER}" in visit(Hall(RatingRow(CALF, "[bold]x\x1b")), (60, 1))


def test_every_score_has_a_word_of_its_own() -> None:
    assert len(set(ANCHORS)) == len(ANCHORS) == 11
