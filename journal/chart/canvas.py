"""The one module that imports plotext: a bare plot, and signs put into its cells.

Of plotext only the single plot is used ("monitor"), which knows no terminal and no global figure.
"""

from collections.abc import Iterable
from typing import Any

from plotext._monitor import monitor_class

from journal.chart.palette import RGB

Colour = RGB | str
PLAIN = "default"


def new_plot() -> Any:
    """A plot with nothing in it."""
    return monitor_class()


def put(plot: Any, cells: Iterable[tuple[int, int]], marker: str, colour: Colour = PLAIN) -> None:
    """Put the one-cell `marker` in each of `cells` (column, row)."""
    if cells := sorted(cells):
        plot.draw(*zip(*cells, strict=True), marker=marker, color=colour, lines=False)
