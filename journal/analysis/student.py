"""Student's t distribution: tail and quantile, by the continued fraction of the incomplete beta function (Lentz)."""

from functools import lru_cache
from math import exp, inf, lgamma, log, log1p

TINY = 1e-300


def two_sided(t: float, df: float) -> float:
    """The chance of a value at least as far from 0 as `t`, with `df` > 0 degrees of freedom: 0 to 1."""
    return 0.0 if abs(t) == inf else _beta(df / (df + t * t), df / 2, 0.5)


@lru_cache(maxsize=4096)
def quantile(p: float, df: float) -> float:
    """The value that a t variable with `df` > 0 degrees of freedom stays below with probability `p`, 0.5 <= p < 1."""
    low, high = 0.0, 2.0
    while 1 - two_sided(high, df) / 2 < p:
        high *= 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if 1 - two_sided(middle, df) / 2 < p else (low, middle)
    return (low + high) / 2


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, 0 <= x <= 1."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, 300):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d, c = 1 / _not_zero(1 + step * d), _not_zero(1 + step / c)
            fraction *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return front * fraction


def _not_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY
