"""Fourteen days in a line: gaps stay gaps, zero is something, and it is said in words."""

import pytest

from screens.widgets.sparkline import Sparkline14, bar
from screens.widgets.words import UNRATED
from tests.screens.dump import assert_golden
from tests.screens.widgets.hall import GOLDEN, Hall, visit

HIGHS = (3, 4, None, 5, 7, 10, 6, None, 4, 3, 2, 0, 1, 0)


def test_bars_grow_with_the_score() -> None:
    for rows in (1, 2, 3):
        heights = [sum(" ▁▂▃▄▅▆▇█".index(sign) for sign in bar(score, rows)) for score in range(11)]
        assert heights == sorted(heights)
        assert heights[0] == 1 < heights[1]
        assert heights[10] == 8 * rows
        assert rows == 1 or len(set(heights)) == 11


def test_missing_is_neither_a_bar_nor_a_blank() -> None:
    assert bar(None) == UNRATED
    assert bar(None, 2) == " " + UNRATED


@pytest.mark.parametrize("width", [100, 80, 40, 20, 8])
def test_looks_as_drawn(width: int) -> None:
    tall = Sparkline14("two rows", HIGHS)
    tall.styles.height = 2
    shown = [Sparkline14("left calf, outer", HIGHS), tall, Sparkline14("", HIGHS), Sparkline14("none", (None,) * 14)]
    assert_golden(visit(Hall(*shown), (width, 5)), GOLDEN / f"sparkline-{width}.txt")


@pytest.mark.parametrize(
    ("highs", "said"),
    [
        (HIGHS, "today 0, highest 10, 2 days not rated"),
        ((2, None), "today not rated, highest 2, 1 day not rated"),
        ((0, 0), "today 0, highest 0"),
        ((None, None), "not rated yet"),
        ((), "not rated yet"),
    ],
)
def test_says_it_in_words(highs: tuple[int | None, ...], said: str) -> None:
    assert Sparkline14("calf", highs).summary == said


def test_follows_its_days() -> None:
    line = Sparkline14("calf", (1, 2))

    async def play(_: object) -> None:
        assert line.tooltip == "calf: today 2, highest 2"
        line.highs = (1, 9)

    assert "today 9" in visit(Hall(line), (80, 1), play)
    assert line.tooltip == "calf: today 9, highest 9"
