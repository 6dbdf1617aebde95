"""Smooth curves through given points, and the band between two of them."""

from collections.abc import Sequence
from itertools import pairwise

from journal.catalogue.outlines import Point


class Curve:
    """A smooth line through (y, value) that never overshoots its points (monotone cubic, Fritsch and Carlson 1980)."""

    def __init__(self, heights: Sequence[float], values: Sequence[float]) -> None:
        self._heights, self._values = heights, values
        steps = [(values[i + 1] - values[i]) / (heights[i + 1] - heights[i]) for i in range(len(heights) - 1)]
        between = [0.0 if a * b <= 0 else 2 * a * b / (a + b) for a, b in pairwise(steps)]
        self._slopes = [steps[0], *between, steps[-1]]

    def __call__(self, y: float) -> float:
        """The value at the height `y`, which lies between the first and the last point."""
        last = len(self._heights) - 2
        i = next((i for i in range(last) if y < self._heights[i + 1]), last)
        gap = self._heights[i + 1] - self._heights[i]
        t = (y - self._heights[i]) / gap
        start, rise = self._values[i], self._values[i + 1] - self._values[i]
        first, second = self._slopes[i] * gap, self._slopes[i + 1] * gap
        return start + t * (first + t * (3 * rise - 2 * first - second + t * (first + second - 2 * rise)))


class Band:
    """The space between two curves."""

    def __init__(self, points: Sequence[Point]) -> None:
        heights, starts, ends = zip(*points, strict=True)
        self._top, self._bottom = heights[0], heights[-1]
        self._start, self._end = Curve(heights, starts), Curve(heights, ends)

    def at(self, y: float) -> tuple[float, float] | None:
        """From where to where the band reaches at the height `y`; None above and below it."""
        return (self._start(y), self._end(y)) if self._top <= y <= self._bottom else None
