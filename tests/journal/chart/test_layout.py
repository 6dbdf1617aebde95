"""Where everything stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.series import Exposure
from journal.chart.lanes import BARS, NONE, UNKNOWN, lane_label, lane_signs
from journal.chart.layout import LEAST_HEIGHT, LEAST_WIDTH, make_layout
from journal.chart.model import Lane, build_model
from journal.chart.scale import DayScale
from tests.journal.chart.examples import back, example
from tests.support import MONDAY


@given(st.integers(LEAST_WIDTH, 220), st.integers(LEAST_HEIGHT, 80), st.integers(0, 3))
def test_every_label_stands_exactly_at_its_score_and_no_lane_at_another(width: int, height: int, count: int) -> None:
    lanes = [Lane(name=name, unit="min", days=()) for name in ("driving", "laptop", "stairs")[:count]]
    layout = make_layout(build_model(site="calf", lanes=lanes, days=30, today=MONDAY), width, height)
    scores = range(0, 11, layout.step)
    assert all(layout.height_of(score) == layout.row(score) for score in scores)
    assert 0 <= layout.zero < layout.top < layout.rows
    rows = [row for row, _, _ in layout.lanes]
    assert rows == sorted(set(rows), reverse=True)
    assert all(0 <= row < layout.zero for row in rows)
    assert layout.gutter + layout.columns == width
    assert all(len(label) < layout.gutter for _, label, _ in layout.lanes)


@pytest.mark.parametrize(("height", "lanes", "step"), [(20, 2, 2), (14, 2, 5), (34, 2, 2), (8, 0, 2), (5, 0, 5)])
def test_low_charts_do_without_lanes_and_every_second_score(height: int, lanes: int, step: int) -> None:
    layout = make_layout(example(30), 80, height)
    assert (len(layout.lanes), layout.step) == (lanes, step)


@pytest.mark.parametrize(("width", "height"), [(LEAST_WIDTH - 1, 20), (80, LEAST_HEIGHT - 1)])
def test_too_small_is_refused(width: int, height: int) -> None:
    with pytest.raises(ValueError, match="needs"):
        make_layout(example(30), width, height)


@pytest.mark.parametrize(
    ("name", "width", "label"),
    [
        ("driving far", 80, "driving"),
        ("driving", 56, "driving"),
        ("driving", 55, "D"),
        ("kneeling-down", 80, "K"),
        ("座る", 80, "1"),
    ],
)
def test_lanes_are_named_where_there_is_room(name: str, width: int, label: str) -> None:
    lanes = [Lane(name=name, unit="min", days=())]
    assert lane_label(build_model(site="calf", lanes=lanes, days=14, today=MONDAY).lanes[0], width) == label


class TestSigns:
    def signs(self, columns: int, *amounts: float | None) -> str:
        days = tuple(Exposure(back(len(amounts) - 1 - place), each) for place, each in enumerate(amounts))
        scale = DayScale(back(len(amounts) - 1), MONDAY, columns)
        signs = lane_signs(Lane(name="driving", unit="min", days=days, letter="D"), scale)
        return "".join(signs[column] for column in sorted(signs))

    def test_a_day_with_a_column_of_its_own_has_the_letter(self) -> None:
        assert self.signs(3, 60, 0, None) == f"D{NONE}D"

    def test_a_bar_is_as_high_as_the_largest_day_in_its_column(self) -> None:
        assert self.signs(2, 30, 240, 120, 10) == BARS[7] + BARS[3]
        assert self.signs(2, 1, 0, 0, 240) == BARS[0] + BARS[7]

    def test_only_zeros_are_none_and_what_is_unknown_has_no_height(self) -> None:
        assert self.signs(2, 0, 0, None, 0) == NONE + UNKNOWN
