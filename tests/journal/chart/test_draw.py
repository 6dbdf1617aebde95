"""The chart as text."""

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis.series import Exposure
from journal.chart.draw import draw
from journal.chart.layout import LEAST_HEIGHT, LEAST_WIDTH, Layout, make_layout
from journal.chart.model import RANGES, Lane, TrendModel, build_model
from tests.journal.chart.examples import PALETTE, back, example, point
from tests.support import MONDAY

ROOT = Path(__file__).parents[3]
GOLDENS = Path(__file__).parent / "goldens"
SIZES = ((80, 20), (60, 14), (120, 34))
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
LINE_CELLS = re.compile("[▘▝▀▖▌▞▛▗▚▐▜▄▙▟█\u2801-\u28ff]")

DRAW_ALL = f"""
from journal.chart.draw import draw
from tests.journal.chart.examples import example
for days in {RANGES}:
    for size in {SIZES}:
        print(draw(example(days), *size), end="\\f")
"""


def model(*scores: int | None, right: bool = False, **more: object) -> TrendModel:
    """A chart of 14 days with these daily scores, the last of them today's."""
    points = [point(back(len(scores) - 1 - k), score) for k, score in enumerate(scores) if score is not None]
    return build_model(site="calf", days=14, today=MONDAY, **{"right" if right else "left": points}, **more)  # type: ignore[arg-type]


def at(text: str, layout: Layout, column: int, row: int) -> str:
    """What stands in a cell of the canvas."""
    return text.split("\n")[layout.rows - 1 - row][layout.gutter + column]


@pytest.fixture(scope="module", params=["0", "1"])
def drawn(request: pytest.FixtureRequest) -> dict[str, str]:
    """All charts of the examples, drawn in a process with another order of sets."""
    done = subprocess.run(
        [sys.executable, "-c", DRAW_ALL],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": request.param, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    names = [f"{days}-days-{width}x{height}" for days in RANGES for width, height in SIZES]
    return dict(zip(names, done.stdout.split("\f"), strict=False))


@pytest.mark.parametrize("days", RANGES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_chart_looks_as_it_was_approved(drawn: dict[str, str], days: int, width: int, height: int) -> None:
    name = f"{days}-days-{width}x{height}"
    golden = GOLDENS / f"{name}.txt"
    text = "\n".join(line.rstrip() for line in drawn[name].split("\n")) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


class TestPlaces:
    def test_dots_stand_at_their_day_and_score(self) -> None:
        shown = model(0, 10, 3)
        layout = make_layout(shown, 80, 20)
        text = draw(shown, 80, 20)
        for back_by, score in ((2, 0), (1, 10), (0, 3)):
            assert at(text, layout, layout.scale.column(back(back_by)), layout.row(score)) == "●"

    def test_the_sides_have_signs_of_their_own_and_one_for_both(self) -> None:
        shown = build_model(
            site="calf",
            left=[point(back(1), 5), point(back(0), 5)],
            right=[point(back(1), 5), point(back(0), 1)],
            days=14,
            today=MONDAY,
        )
        layout = make_layout(shown, 80, 20)
        text = draw(shown, 80, 20)
        assert at(text, layout, layout.scale.column(back(1)), layout.row(5)) == "◉"
        assert at(text, layout, layout.scale.column(back(0)), layout.row(5)) == "●"
        assert at(text, layout, layout.scale.column(back(0)), layout.row(1)) == "○"

    def test_a_letter_stands_exactly_under_its_line(self) -> None:
        shown = example(30)
        layout = make_layout(shown, 80, 20)
        text = draw(shown, 80, 20)
        for row, _, lane in layout.lanes:
            for day, amount in lane.days:
                column = layout.scale.column(day)
                assert at(text, layout, column, row) == (lane.letter if amount != 0 else "·")
                if amount != 0:
                    above = {at(text, layout, column, each) for each in range(layout.zero, layout.top + 1)}
                    assert "┊" in above

    def test_nothing_is_drawn_across_a_gap(self) -> None:
        shown = example(30)
        layout = make_layout(shown, 120, 34)
        text = draw(replace(shown, lanes=(), rest=()), 120, 34)
        inside = range(layout.scale.column(back(21)), layout.scale.column(back(12)) + 1)
        rows = text.split("\n")[: layout.rows]
        gutter = make_layout(replace(shown, lanes=()), 120, 34).gutter
        between = "".join(row[gutter + column] for row in rows for column in inside)
        assert set(between) == {" ", "┄"}

    def test_a_line_joins_days_that_are_near(self) -> None:
        rows = draw(model(4, None, 4), 80, 20).split("\n")
        (line,) = [row for row in rows if "●" in row]
        first, last = line.index("●"), line.rindex("●")
        assert LINE_CELLS.sub("", line[first + 1 : last]) == ""

    def test_labels_stand_at_their_scores(self) -> None:
        shown = example(14)
        layout = make_layout(shown, 80, 20)
        rows = draw(shown, 80, 20).split("\n")
        for score in range(0, 11, 2):
            assert rows[layout.rows - 1 - layout.row(score)][: layout.gutter].strip() == f"{score}┤"

    def test_today_stands_at_the_right_edge_with_a_margin(self) -> None:
        text = draw(model(7), 80, 20)
        assert max(len(row.rstrip()) for row in text.split("\n") if "●" in row) == 79

    def test_the_cursor_points_at_its_day(self) -> None:
        shown = example(30)
        layout = make_layout(shown, 80, 20)
        text = draw(shown, 80, 20, cursor=back(13))
        column = layout.scale.column(back(13))
        assert text.split("\n")[-2].index("▲") == layout.gutter + column
        assert at(text, layout, column, layout.row(9)) == "│"
        assert "▲" not in draw(shown, 80, 20, cursor=back(400))


class TestExtremes:
    def test_no_ratings_are_said(self) -> None:
        text = draw(model(), 80, 20)
        assert "No ratings in these 14 days" in text
        assert not set(text) & set("●○◉")

    def test_one_rating_is_a_dot(self) -> None:
        text = draw(model(6), 80, 20)
        assert text.count("●") == 1
        assert "No ratings" not in text

    def test_zeros_are_not_missing(self) -> None:
        text = draw(model(*[0] * 14, right=True), 80, 20)
        assert text.count("○") == 14
        assert all("○" not in row for row in text.split("\n") if not row.strip().startswith("0┤"))

    @given(
        days=st.sampled_from([1, 2, *RANGES, 3000]),
        width=st.integers(-2, 140),
        height=st.integers(-2, 45),
        coloured=st.booleans(),
    )
    @settings(max_examples=60, deadline=None)
    def test_any_size_is_filled_and_never_left(self, days: int, width: int, height: int, coloured: bool) -> None:
        text = draw(example(days), width, height, PALETTE if coloured else None, cursor=back(1))
        rows = ESCAPE.sub("", text).split("\n")
        assert all(len(row) <= max(0, width) for row in rows)
        if width >= LEAST_WIDTH and height >= LEAST_HEIGHT:
            assert [len(row) for row in rows] == [width] * height
        else:
            assert len(rows) <= max(1, height)

    def test_too_small_for_a_chart_says_the_last_ratings(self) -> None:
        assert draw(example(14), 12, 20) == "left 7\nright 0"
        assert draw(model(), 12, 1) == "no ratings"

    def test_a_hostile_name_draws_no_control_characters(self) -> None:
        lanes = [Lane(name="\x1b[31mred\x07", unit="min", days=(Exposure(back(0), 1),))]
        assert draw(model(3, lanes=lanes), 80, 20).replace("\n", "").isprintable()


class TestColours:
    @pytest.mark.parametrize("days", RANGES)
    def test_without_a_palette_there_are_no_codes_and_with_one_the_same_signs(self, days: int) -> None:
        plain = draw(example(days), 80, 20)
        coloured = draw(example(days), 80, 20, PALETTE)
        assert "\x1b" not in plain
        assert ESCAPE.sub("", coloured) == plain

    def test_the_sides_have_their_colours(self) -> None:
        assert "\x1b[38;2;0;100;200m●" in draw(model(5), 80, 20, PALETTE)
        assert "\x1b[38;2;200;120;0m○" in draw(model(5, right=True), 80, 20, PALETTE)

    def test_an_unknown_ground_is_not_painted(self) -> None:
        assert "\x1b[48;" in draw(example(14), 80, 20, PALETTE)
        assert "\x1b[48;" not in draw(example(14), 80, 20, replace(PALETTE, background=None))


class TestPlotext:
    def test_it_is_the_version_this_was_made_for(self) -> None:
        assert importlib.metadata.version("plotext").startswith("5.")

    def test_one_module_imports_it(self) -> None:
        importing = [
            path.relative_to(ROOT).as_posix()
            for room in ("journal", "screens")
            for path in sorted((ROOT / room).rglob("*.py"))
            if "plotext" in _imported(path)
        ]
        assert importing == ["journal/chart/canvas.py"]

    def test_the_model_and_the_words_need_neither_it_nor_numpy(self) -> None:
        code = (
            "import sys, journal.chart.summary, journal.chart.words, journal.analysis.series;"
            "print({'plotext', 'numpy', 'textual'} & set(sys.modules))"
        )
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "set()"


def _imported(path: Path) -> set[str]:
    """The top-level names of the packages a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names
