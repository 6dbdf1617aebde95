"""The engine, against the same numbers made the long way with whole matrices."""

import numpy as np
import pytest

from journal.analysis.engine import GRID, LEARN_ROWS, Array, fit, whiten


def world(rows: int, columns: int, seed: int = 3, phi: float = 0.8, nu: float = 0.2) -> tuple[Array, Array, Array]:
    """Times with gaps, ratings with carry-over and noise, columns of which the second has an effect of 1."""
    random = np.random.default_rng(seed)
    times = np.sort(random.uniform(0, rows, rows))
    times[rows // 2 :] += 40
    x = np.column_stack((np.ones(rows), random.normal(size=(rows, columns - 1))))
    covariance = (1 - nu) * phi ** np.abs(times[:, None] - times) + nu * np.eye(rows)
    noise = np.linalg.cholesky(covariance) @ random.normal(size=rows)
    return times, 3 + x[:, 1] + noise, x


def test_whitening_is_the_inverse_of_the_root_of_the_covariance() -> None:
    times = np.cumsum(np.random.default_rng(1).uniform(0.01, 3, 60))
    both = np.random.default_rng(2).normal(size=(60, 4))
    for g in (0, 17, 44):
        phi, nu = GRID[g]
        covariance = (1 - nu) * phi ** np.abs(times[:, None] - times) + nu * np.eye(60)
        root = np.linalg.cholesky(covariance)
        white, logdet = whiten(times, both, GRID[g : g + 1])
        np.testing.assert_allclose(white[0], np.linalg.solve(root, both), atol=1e-9)
        assert logdet[0] == pytest.approx(2 * np.log(np.diag(root)).sum())


def test_a_planted_effect_is_found_where_it_is() -> None:
    made = fit(*world(400, 5))
    assert made.beta[1] == pytest.approx(1, abs=0.1)
    assert all(abs(each) < 3.5 * made.se(made.unit(i)) for i, each in enumerate(made.beta) if i > 1)


def test_carry_over_and_noise_are_learnt() -> None:
    made = fit(*world(800, 3, phi=0.92, nu=0.3))
    assert 0.84 <= made.phi <= 0.97
    assert 0.2 <= made.nu <= 0.4


def test_older_rows_count_for_the_effects_too() -> None:
    times, y, x = world(LEARN_ROWS + 300, 3)
    old = np.arange(len(y)) < 250
    x[:, 2] = old  # a column that only the rows before the last 900 have
    y = y + 2 * old
    assert fit(times, y, x).beta[2] == pytest.approx(2, abs=1)


def test_twins_are_seen_and_leave_the_others_alone() -> None:
    times, y, x = world(200, 4)
    alone = fit(times, y, x)
    twins = fit(times, y, np.column_stack((x, x[:, 3])))
    assert twins.tolerance[3] < 0.01
    assert twins.tolerance[4] < 0.01
    assert alone.tolerance[1] > 0.5
    assert twins.beta[1] == pytest.approx(alone.beta[1], abs=0.02)
    assert np.isfinite(twins.cov).all()


def test_the_same_numbers_give_the_same_bytes() -> None:
    first, second = (fit(*world(300, 6)) for _ in range(2))
    assert first.beta.tobytes() == second.beta.tobytes()
    assert first.hc3.tobytes() == second.hc3.tobytes()


def test_few_rows_a_column_are_judged_by_the_model_alone() -> None:
    few, many = fit(*world(40, 8)), fit(*world(400, 8))
    assert few.se(few.unit(1)) == pytest.approx(few.model_se(1))
    wide = float(np.sqrt(max(many.cov[1, 1], many.hc3[1, 1])))
    assert many.se(many.unit(1)) == pytest.approx(wide)


def test_a_perfect_fit_is_no_error() -> None:
    x = np.column_stack((np.ones(50), np.arange(50) % 2.0))
    made = fit(np.arange(50.0), x @ np.array([2.0, 1.0]), x)
    assert made.beta[1] == pytest.approx(1)
    assert np.isfinite(made.se(made.unit(1)))
