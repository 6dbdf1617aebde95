"""The forest plot and its bars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.chart.forest import bar, forest, reach

POINTS = st.floats(-12, 12)


def test_every_interval_stands_on_one_scale() -> None:
    first, none, left, scale = forest([(0.5, 1, 2), None, (-1, -0.5, -0.2)], 31)
    assert first == "          ┊    ─────●──────────"
    assert none.strip() == ""
    assert left == "─────●─── ┊                    "
    assert scale == "−1        0                  +2"


def test_what_lies_beyond_the_scale_is_an_arrow() -> None:
    line, scale = forest([(-9, 6, 7)], 21)
    assert (line[0], line[-1]) == ("‹", "›")
    assert "●" not in line
    assert scale.split() == ["−4", "0", "+4"]


@given(st.lists(st.none() | st.tuples(POINTS, POINTS, POINTS).map(lambda ends: tuple(sorted(ends))), max_size=6))
def test_lines_are_as_wide_as_asked_and_point_the_right_way(rows: list[tuple[float, float, float] | None]) -> None:
    *lines, scale = forest(rows, 24)
    assert {len(line) for line in (*lines, scale)} == {24}
    zero = scale.index("0")
    for line, row in zip(lines, rows, strict=True):
        assert bool(line.strip()) == (row is not None)
        if row is not None and "●" in line:
            assert line.index("●") <= zero or row[1] > 0
            assert line.index("●") >= zero or row[1] < 0


def test_the_scale_has_room_for_no_effect() -> None:
    assert reach([]) == (-1, 1)
    assert reach([(0.2, 0.4, 2.1), None]) == (-1, 3)


@pytest.mark.parametrize(("share", "drawn"), [(0, "░░░░"), (0.5, "██░░"), (1, "████"), (3, "████")])
def test_a_bar_is_as_full_as_its_share(share: float, drawn: str) -> None:
    assert bar(share, 4) == drawn
