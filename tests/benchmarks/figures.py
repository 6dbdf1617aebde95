"""A figure that was measured, and the gate it has to pass."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite


@dataclass(frozen=True)
class Figure:
    """`value` of a `goal` in a `cell`, over `n` journals; it holds between `least` and `most`. `gated`: it must."""

    goal: str
    cell: str
    value: float
    n: int
    least: float = float("-inf")
    most: float = float("inf")
    unit: str = ""

    @property
    def gated(self) -> bool:
        """True when there is a gate."""
        return isfinite(self.least) or isfinite(self.most)

    @property
    def holds(self) -> bool:
        """True when the value is inside its gate."""
        return self.least <= self.value <= self.most

    @property
    def gate(self) -> str:
        """The gate in words."""
        if isfinite(self.least) and isfinite(self.most):
            return f"{self._said(self.least)} to {self._said(self.most)}"
        if isfinite(self.most):
            return f"at most {self._said(self.most)}"
        return f"at least {self._said(self.least)}" if isfinite(self.least) else "shown only"

    @property
    def measured(self) -> str:
        """The value in words."""
        return self._said(self.value)

    def _said(self, value: float) -> str:
        return f"{100 * value:.1f} %" if self.unit == "%" else f"{value:.3g} {self.unit}".strip()


def table(figures: Iterable[Figure]) -> str:
    """The figures as a table in Markdown."""
    lines = ["| goal | journals | gate | measured | |", "|---|---|---|---|---|"]
    lines += [
        f"| {each.goal}: {each.cell} | {each.n} | {each.gate} | {each.measured} | "
        f"{('holds' if each.holds else '**misses**') if each.gated else ''} |"
        for each in figures
    ]
    return "\n".join(lines)
