"""What tracker apps do: differences of means by plain least squares, as if every rating were news."""

import numpy as np

from journal.analysis.engine import Array, Fit


def naive_fit(times: Array, y: Array, columns: Array) -> Fit:
    """In the engine's place: each column alone against the rest, no carry-over, no noise, textbook errors."""
    del times
    rows, p = columns.shape
    beta, variance = np.zeros(p), np.ones(p)
    for j in range(p):
        x = np.column_stack((np.ones(rows), columns[:, j]))
        solved = np.linalg.lstsq(x, y, rcond=None)[0]
        residual = y - x @ solved
        spread = max(float(np.var(columns[:, j])), 1e-9)
        beta[j], variance[j] = solved[1], float(residual @ residual) / (rows - 2) / (rows * spread)
    cov = np.diag(variance)
    return Fit(
        beta=beta, cov=cov, hc3=cov, tolerance=np.ones(p), alike=np.eye(p), rows=rows, df=rows - 2, phi=0.0, nu=1.0
    )
