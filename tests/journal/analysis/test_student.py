"""The t distribution, against printed tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.student import quantile, two_sided


@pytest.mark.parametrize(
    ("p", "df", "t"),
    [(0.95, 1, 6.313752), (0.95, 4, 2.131847), (0.975, 10, 2.228139), (0.95, 30, 1.697261), (0.995, 120, 2.617421)],
)
def test_quantiles_are_those_of_the_tables(p: float, df: float, t: float) -> None:
    assert quantile(p, df) == pytest.approx(t, abs=1e-6)
    assert two_sided(t, df) == pytest.approx(2 * (1 - p), abs=1e-6)


def test_nothing_is_certain_at_zero_and_all_at_infinity() -> None:
    assert two_sided(0.0, 7) == 1.0
    assert two_sided(float("inf"), 7) == 0.0
    assert 0 <= two_sided(1e9, 300) < 1e-100


@given(st.floats(-50, 50), st.floats(1, 5000))
def test_the_tail_is_a_chance_and_symmetric(t: float, df: float) -> None:
    assert 0 <= two_sided(t, df) <= 1
    assert two_sided(t, df) == two_sided(-t, df)


@given(st.floats(0.51, 0.999), st.floats(1, 2000))
def test_the_quantile_turns_the_tail_round(p: float, df: float) -> None:
    assert 1 - two_sided(quantile(p, df), df) / 2 == pytest.approx(p, abs=1e-7)
