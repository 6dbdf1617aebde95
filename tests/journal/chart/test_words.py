"""The chart in words: legend, reading of a day, summary and table."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.series import Band, Exposure
from journal.chart.model import RANGES, Lane, TrendModel, build_model
from journal.chart.summary import summary, table
from journal.chart.words import legend, legend_text, reading_height, reading_lines, wrap
from journal.dates import day_words
from tests.journal.chart.examples import back, example, point
from tests.support import MONDAY


def small() -> TrendModel:
    return build_model(
        site="upper outer calf",
        left=[point(back(5), 6), point(back(4), 4, 1), point(back(0), 2)],
        right=[point(back(1), 0)],
        lanes=[
            Lane(name="driving", unit="min", days=(Exposure(back(5), 180), Exposure(back(2), None))),
            Lane(name="laptop", unit="min", days=(Exposure(back(3), 0),)),
        ],
        rest=[Band(back(5), back(4))],
        days=14,
        today=MONDAY,
    )


class TestLegend:
    def test_it_says_how_the_line_is_smoothed_and_what_the_dots_are(self) -> None:
        assert "line: 4-day half-life" in legend_text(example(90), 80)
        assert "dots: daily means" in legend_text(example(90), 80)
        assert "line: 10-day half-life" in legend_text(example(365), 80)
        assert "dots: weekly medians" in legend_text(example(365), 80)

    def test_letters_have_names_and_bars_their_full_height(self) -> None:
        assert "D driving" in legend_text(example(30), 50)
        assert "L laptop on the lap" in legend_text(example(30), 80)
        assert "driving" not in legend_text(example(30), 80), "the axis says it"
        assert "█ driving 4 h 56 min" in legend_text(example(365), 80)
        assert "D █ driving 4 h 56 min" in legend_text(example(365), 50)

    def test_only_what_is_on_the_chart_is_explained(self) -> None:
        signs = {piece.sign for piece in legend(build_model(site="calf", days=14, today=MONDAY), 80)}
        assert signs == {"", "●━", "○┄"}
        assert {"◉", "·", "░", "D", "L"} <= {piece.sign for piece in legend(small(), 50)}

    @given(st.sampled_from(RANGES), st.integers(24, 200))
    def test_it_fits_and_loses_nothing(self, days: int, width: int) -> None:
        pieces = legend(example(days), width)
        lines = wrap(pieces, width)
        assert sorted(map(str, pieces)) == sorted(str(piece) for line in lines for piece in line)
        longest = max(len(str(piece)) for piece in pieces)
        assert all(len(line) <= max(width, longest) for line in legend_text(example(days), width).split("\n"))


class TestReading:
    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            (0, "Mon 23 Nov: left 2 · right not rated"),
            (1, "Sun 22 Nov: left not rated · right 0"),
            (2, "Sat 21 Nov: left not rated · right not rated · driving yes"),
            (3, "Fri 20 Nov: left not rated · right not rated · laptop none"),
            (4, "Thu 19 Nov: left 2.5 (mean of 2: 1 to 4, last 1) · right not rated · rest"),
            (5, "Wed 18 Nov: left 6 · right not rated · driving 3 h · rest"),
        ],
    )
    def test_a_day_is_read_with_missing_zero_and_unknown_apart(self, days: int, expected: str) -> None:
        assert reading_lines(small(), back(days), 80) == [expected]

    def test_a_long_reading_goes_on_in_a_second_line_and_loses_nothing(self) -> None:
        assert reading_lines(small(), back(5), 30) == [
            "Wed 18 Nov: left 6",
            "  right not rated",
            "  driving 3 h · rest",
        ]
        assert (reading_height(small(), 30), reading_height(small(), 80)) == (3, 1)


class TestSummary:
    def test_it_says_what_was_recorded(self) -> None:
        assert summary(small()) == (
            "Left upper outer calf: 14-day mean 3.5 (3 of 14 days rated), last 2 (today), highest 6 (18 Nov). "
            "Right upper outer calf: 14-day mean 0 (1 of 14 days rated), last 0 (yesterday), highest 0 (yesterday). "
            "Logged: driving on 2 days (3 h and 1 amount unknown), no laptop."
        )

    def test_nothing_recorded_is_said(self) -> None:
        empty = build_model(site="upper outer calf", days=14, today=MONDAY)
        assert summary(empty) == "Upper outer calf: no ratings in the 14 days to 23 Nov 2026."

    @pytest.mark.parametrize("days", RANGES)
    def test_it_claims_nothing(self, days: int) -> None:
        said = summary(example(days)).lower()
        assert not any(word in said for word in ("better", "worse", "because", "significant", "effect", "trend"))


class TestTable:
    def test_each_day_with_something_has_a_line(self) -> None:
        assert table(small()).split("\n") == [
            "day         left  right  driving  laptop",
            "Wed 18 Nov  6     –      3 h      –       rest",
            "Thu 19 Nov  2.5   –      –        –       rest",
            "Fri 20 Nov  –     –      –        none",
            "Sat 21 Nov  –     –      yes      –",
            "Sun 22 Nov  –     0      –        –",
            "Mon 23 Nov  2     –      –        –",
        ]

    def test_where_the_columns_have_no_room_words_stand_beside_the_scores(self) -> None:
        assert table(small(), 40).split("\n") == [
            "day         left  right  logged",
            "Wed 18 Nov  6     –      driving 3 h ·",
            "                         rest",
            "Thu 19 Nov  2.5   –      rest",
            "Fri 20 Nov  –     –      laptop none",
            "Sat 21 Nov  –     –      driving yes",
            "Sun 22 Nov  –     0",
            "Mon 23 Nov  2     –",
        ]
        assert table(small(), 80) == table(small())

    def test_a_day_with_nothing_has_none(self) -> None:
        model = example(30)
        days = {" ".join(line.split()[:3]) for line in table(model).split("\n")[1:]}
        recorded = {*model.left.by_day, *model.right.by_day, *(day for lane in model.lanes for day, _ in lane.days)}
        assert days == {day_words(day) for day in recorded}
        assert len(days) < model.days == (model.end - model.start + timedelta(days=1)).days
