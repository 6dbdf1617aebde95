"""How many were tried is taken into account."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.shapes import Effect
from journal.analysis.verdicts import benjamini_hochberg, estimated, holm, judged


def test_holm_by_hand() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_benjamini_hochberg_by_hand() -> None:
    assert benjamini_hochberg([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.02, 0.04, 0.04, 0.02])


@given(st.lists(st.floats(0, 1), max_size=30))
def test_adjusting_never_makes_surer(p: list[float]) -> None:
    for adjusted in (holm(p), benjamini_hochberg(p)):
        assert all(1 >= after >= before - 1e-12 for before, after in zip(p, adjusted, strict=True))
        assert [after for _, after in sorted(zip(p, adjusted, strict=True))] == sorted(adjusted)


@pytest.mark.parametrize(
    ("effect", "se", "verdict"),
    [(2.0, 0.2, "clear"), (0.5, 0.2, "possible"), (0.1, 0.2, "probably_small"), (0.5, 1.0, "unclear")],
)
def test_each_verdict_has_its_case(effect: float, se: float, verdict: str) -> None:
    others = [estimated(Effect(), each, 0.2, 50) for each in (2.0, 0.0, 0.0, 0.0, 0.0, 0.0)]
    assert judged([estimated(Effect(), effect, se, 50), *others])[0].verdict == verdict


def test_an_interval_is_ninety_percent() -> None:
    row = estimated(Effect(), 1.0, 0.5, 10)
    assert row.interval90 == pytest.approx((1 - 0.5 * 1.812461, 1 + 0.5 * 1.812461), abs=1e-5)
    assert row.p == pytest.approx(0.073388, abs=1e-5)


def test_what_was_not_tested_takes_no_part_and_stays() -> None:
    untested = Effect(verdict="inseparable")
    alone = judged([estimated(Effect(), 1.0, 0.3, 50)])
    together = judged([untested, estimated(Effect(), 1.0, 0.3, 50), untested])
    assert together == [untested, *alone, untested]
    assert judged([]) == []


def test_no_spread_at_all_is_no_error() -> None:
    assert estimated(Effect(), 0.0, 0.0, 5).p == 1
    assert estimated(Effect(), 1.0, 0.0, 5).p == pytest.approx(0)
