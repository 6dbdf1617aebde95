"""The year: every day in its place, from the keys, the mouse and in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from screens.widgets.year_map import GUTTER, WEEKS, YearMap
from tests.screens.dump import assert_golden
from tests.screens.widgets.hall import GOLDEN, Hall, visit
from tests.support import MONDAY

DAY = timedelta(days=1)
END = MONDAY + DAY
DAYS: dict[date, int | None] = {END - n * DAY: None if n % 9 == 4 or 60 < n < 80 else (n * 7) % 11 for n in range(400)}


def year(marked: date | None = None) -> YearMap:
    made = YearMap(END, DAYS)
    made.marked = marked
    return made


@pytest.mark.parametrize("width", [110, 80, 40, 14])
def test_looks_as_drawn(width: int) -> None:
    assert_golden(visit(Hall(year(MONDAY)), (width, 9)), GOLDEN / f"year-{width}.txt")


@pytest.mark.usefixtures("no_colour")
def test_says_every_score_without_colour() -> None:
    text = visit(Hall(year()), (110, 9))
    assert_golden(text, GOLDEN / "year-no-colour-110.txt")
    lines = text.splitlines()
    monday = MONDAY - (WEEKS - 1) * 7 * DAY
    for n in range((END - monday).days + 1):
        week, row = n // 7, n % 7 + 1
        score = DAYS[monday + n * DAY]
        assert lines[row][GUTTER + 2 * week] == ("·" if score is None else "X" if score == 10 else str(score))


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (4, 9), (5, 9), (6, 20), (200, 60)])
def test_lives_at_any_size(size: tuple[int, int]) -> None:
    for made in (year(), year(END)):
        assert len(visit(Hall(made), size).splitlines()) == size[1]


def test_empty_is_an_empty_year() -> None:
    made = YearMap(END)
    text = visit(Hall(made), (110, 9))
    assert text.count("·") == (WEEKS - 1) * 7 + 2 + 1
    assert made.summary == f"0 of {(WEEKS - 1) * 7 + 2} days rated"


def test_arrows_go_a_day_and_a_week_and_enter_chooses() -> None:
    made = year()

    async def play(pilot: Pilot[None]) -> None:
        made.focus()
        await pilot.press("enter", "up")
        assert made.marked == END
        await pilot.press("up", "left", "left", "right", "down", "k")
        assert made.marked == MONDAY - 7 * DAY
        await pilot.press("enter")
        made.action_go(1000)
        assert made.marked == END
        made.action_go(-1000)
        assert made.marked == made.earliest == made.first

    app = Hall(made)
    visit(app, (110, 9), play)
    assert [told.day for told in app.told] == [MONDAY - 7 * DAY]
    assert app.told[0].control is made


def test_the_marked_day_is_always_in_view() -> None:
    text = visit(Hall(year(date(2026, 1, 28))), (40, 9))
    assert "[■]" in text
    assert "Wed 28 Jan 2026: 10, worst imaginable" in text


def test_every_day_in_view_is_reached_by_mouse() -> None:
    made = year()

    async def play(pilot: Pilot[None]) -> None:
        shown = {day for y in range(9) for x in range(20) if (day := made.day_at(x, y))}
        assert shown == {made.first + n * DAY for n in range((END - made.first).days + 1)}
        for offset in (
            (GUTTER, 1),
            (GUTTER + 3, 7),
            (GUTTER + 14, 2),
            (GUTTER + 14, 3),
            (1, 1),
            (GUTTER, 0),
            (GUTTER, 8),
        ):
            await pilot.click(made, offset=offset)

    app = Hall(made)
    visit(app, (20, 9), play)
    first = END - DAY - 7 * 7 * DAY
    assert [told.day for told in app.told] == [first, first + 13 * DAY, END]


def test_names_the_day_under_the_mouse() -> None:
    made = year()

    async def play(pilot: Pilot[None]) -> None:
        await pilot.hover(made, offset=(GUTTER + 2 * (made.weeks - 1), 2))
        assert made.tooltip == "Tue 24 Nov 2026: 0, none"
        await pilot.hover(made, offset=(0, 0))
        assert made.tooltip is None

    visit(Hall(made), (80, 9), play)


@given(end=st.dates(date(1950, 1, 1), date(2150, 1, 1)), back=st.integers(0, 500))
def test_first_is_a_monday_and_the_mark_is_within(end: date, back: int) -> None:
    made = YearMap(end)
    made.set_reactive(YearMap.marked, max(end - back * DAY, made.earliest))
    assert made.first.isoweekday() == 1
    assert made.marked is not None
    assert made.first <= made.marked < made.first + made.weeks * 7 * DAY
