"""The engine: one regression of ratings on columns, whose errors carry over from day to day and are noisy besides.

    y_i = X_i b + u(t_i) + e_i,   corr(u(t), u(s)) = phi ** |t - s|  (per day),   var u = (1-nu) s2,   var e = nu s2

A scalar Kalman filter takes the carry-over out exactly, gaps included ("whitening"); phi and nu are averaged over a
grid by their restricted likelihood (REML). Without nu, rounding and sloppy ratings look like quick changes, phi comes
out too small, and false alarms rise. Standard errors: HC3 (MacKinnon & White 1985) beside those of the model.
"""

from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

PHI = (0.20, 0.40, 0.55, 0.68, 0.78, 0.86, 0.92, 0.96, 0.985)
NU = (0.03, 0.15, 0.30, 0.45, 0.65)
GRID: Array = np.array(tuple(product(PHI, NU)))
"""The (phi, nu) pairs that are weighed."""

LEARN_ROWS = 900
"""phi and nu are learnt from so many last rows; the coefficients from all."""

KEPT, LEAST_WEIGHT = 6, 0.01
SHORTEST = 0.001
"""Two rows are at least so many days apart."""
RIDGE = 1e-10
"""Of the diagonal; it keeps columns that are copies of each other solvable, and `tolerance` shows them."""
LEVERAGE_MOST = 0.9


@dataclass(frozen=True)
class Fit:
    """What the columns say, each in its order: `beta`, the covariances of the model and of HC3, and `tolerance`.

    `tolerance` 1: nothing else explains the column, 0: others explain all of it. `alike` is the correlation matrix of
    the whitened columns. `df` is rows less columns.
    """

    beta: Array
    cov: Array
    hc3: Array
    tolerance: Array
    alike: Array
    rows: int
    df: int
    phi: float
    nu: float

    def se(self, combination: Array) -> float:
        """The standard error of `combination @ beta`: HC3 or the model's, whichever is wider.

        With fewer than six rows a column it is the model's: HC3 covers too much then.
        """
        own = float(combination @ self.cov @ combination)
        wide = float(combination @ self.hc3 @ combination) if self.rows >= 6 * len(self.beta) else 0.0
        return float(np.sqrt(max(own, wide, 0.0)))

    def model_se(self, column: int) -> float:
        """The standard error of one coefficient by the model alone."""
        return float(np.sqrt(max(float(self.cov[column, column]), 0.0)))

    def unit(self, column: int) -> Array:
        """The combination that picks one coefficient."""
        return np.asarray(np.arange(len(self.beta)) == column, dtype=np.float64)


def fit(times: Array, y: Array, columns: Array) -> Fit:
    """The fit of ratings `y` (n) at `times` (n, days, not falling) on `columns` (n x p, p < n)."""
    rows, p = columns.shape
    both = np.column_stack((columns, y))
    learn = slice(max(0, rows - LEARN_ROWS), rows)
    white, logdet = whiten(times[learn], both[learn], GRID)
    best = _solve(white)
    weights = _weights(logdet, best, len(white[0]) - p)
    kept = np.flatnonzero(weights)
    if rows > LEARN_ROWS:
        white, _ = whiten(times, both, GRID[kept])
        solved = _solve(white)
    else:
        white, solved = white[kept], _Solved(*(each[kept] for each in best))
    return _average(white, solved, weights[kept], GRID[kept])


def whiten(times: Array, both: Array, grid: Array) -> tuple[Array, Array]:
    """`both` (n x m) with the carry-over taken out, for each of the g pairs of `grid`: (g x n x m), and log det (g)."""
    phi, nu = grid.T
    n = len(times)
    steps = np.maximum(np.diff(times), SHORTEST)
    carry = np.vstack((np.zeros_like(phi), np.exp(np.log(phi) * steps[:, None])))
    gain, spread = np.empty_like(carry), np.empty_like(carry)
    left = 1 - nu
    for i in range(n):
        square = carry[i] * carry[i]
        known = square * left + (1 - square) * (1 - nu)
        spread[i] = known + nu
        gain[i] = known / spread[i]
        left = known - gain[i] * known
    ahead = np.vstack((carry[1:], np.zeros_like(phi)))
    keep, take = ahead * (1 - gain), ahead * gain
    new = take[:, :, None] * both[:, None, :]
    guess = np.empty_like(new)
    guess[0] = 0
    for i in range(1, n):
        np.multiply(guess[i - 1], keep[i - 1][:, None], out=guess[i])
        guess[i] += new[i - 1]
    white = (both[:, None, :] - guess) / np.sqrt(spread)[:, :, None]
    return np.ascontiguousarray(white.transpose(1, 0, 2)), np.log(spread).sum(axis=0)


class _Solved(NamedTuple):
    """Least squares at each grid point: coefficients, A^-1, the residual sum of squares, log |A|."""

    beta: Array
    inverse: Array
    rss: Array
    logdet: Array


def _solve(white: Array) -> _Solved:
    x, y = white[:, :, :-1], white[:, :, -1]
    a = np.matmul(x.transpose(0, 2, 1), x)
    diagonal = np.einsum("gii->gi", a)
    diagonal += RIDGE * diagonal + np.finfo(np.float64).tiny
    scale = 1 / np.sqrt(diagonal)
    scaled = a * scale[:, :, None] * scale[:, None, :]
    inverse = np.linalg.inv(scaled) * scale[:, :, None] * scale[:, None, :]
    beta = np.einsum("gij,gj->gi", inverse, np.einsum("gni,gn->gi", x, y))
    residual = y - np.einsum("gni,gi->gn", x, beta)
    rss = np.maximum(np.einsum("gn,gn->g", residual, residual), 1e-12)
    return _Solved(beta, inverse, rss, np.linalg.slogdet(scaled)[1] - 2 * np.log(scale).sum(axis=1))


def _weights(logdet: Array, solved: _Solved, df: int) -> Array:
    likelihood = -0.5 * (logdet + solved.logdet + df * np.log(solved.rss))
    weights = np.exp(likelihood - likelihood.max())
    weights /= weights.sum()
    least = max(LEAST_WEIGHT, float(np.sort(weights)[-KEPT]))
    weights[weights < min(least, float(weights.max()))] = 0
    return np.asarray(weights / weights.sum())


def _average(white: Array, solved: _Solved, weights: Array, grid: Array) -> Fit:
    rows, p = white.shape[1], white.shape[2] - 1
    beta = weights @ solved.beta
    off = solved.beta - beta
    s2 = solved.rss / (rows - p)
    cov = np.einsum("g,gij->ij", weights * s2, solved.inverse) + np.einsum("g,gi,gj->ij", weights, off, off)
    best = int(np.argmax(weights))
    x, inverse = white[best, :, :-1], solved.inverse[best]
    residual = white[best, :, -1] - x @ solved.beta[best]
    leverage = np.minimum(((x @ inverse) * x).sum(axis=1), LEVERAGE_MOST)
    scores = x * (residual / (1 - leverage))[:, None]
    size = (x * x).sum(axis=0)
    length = np.sqrt(np.where(size > 0, size, 1.0))
    return Fit(
        beta=beta,
        cov=cov,
        hc3=inverse @ (scores.T @ scores) @ inverse,
        tolerance=1 / np.maximum(np.diag(inverse) * size, 1e-300),
        alike=(x.T @ x) / np.outer(length, length),
        rows=rows,
        df=rows - p,
        phi=float(weights @ grid[:, 0]),
        nu=float(weights @ grid[:, 1]),
    )
