"""Measuring in turns (A B A B …), and what comes of it: medians beside the floor they are a ratio to."""

import math
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from statistics import median

from tests.benchmarks.speed.terminal import Gone

Values = Mapping[str, Sequence[float] | float]


@dataclass(frozen=True)
class Probe:
    """Something to run again and again; each run gives values by the name of their figure."""

    name: str
    run: Callable[[], Values]


def if_it_runs(probe: Probe) -> Probe:
    """The probe of another program, which gives nothing where that program does not do as expected."""

    def run() -> Values:
        try:
            return probe.run()
        except (RuntimeError, Gone) as error:
            print(f"{probe.name} is not measured: {str(error)[:200]}", file=sys.stderr)
            return {}

    return Probe(probe.name, run)


@dataclass(frozen=True, kw_only=True)
class Goal:
    """`figure` may be at most `most`: times the figure `floor`, or in its own unit. `p95` instead of the median."""

    figure: str
    most: float
    floor: str | None = None
    p95: bool = False


@dataclass(frozen=True, kw_only=True)
class Group:
    """Probes that are measured in turns, and the goals of their figures; what takes long, at most `rounds` times."""

    probes: Sequence[Probe]
    goals: Sequence[Goal] = ()
    rounds: int = 99


@dataclass
class Figure:
    """All values of one figure; the last word of its name is its unit."""

    name: str
    values: list[float] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.values)

    @property
    def p95(self) -> float:
        """The value that 95 of 100 do not exceed."""
        return sorted(self.values)[math.ceil(0.95 * len(self.values)) - 1]


def in_turns(group: Group, rounds: int) -> dict[str, Figure]:
    """The figures of a group, each probe run once a round; a round before them is not counted."""
    figures: dict[str, Figure] = {}
    rounds = min(rounds, group.rounds)
    for number in range(rounds + 1):
        for probe in group.probes:
            print(f"\r{number}/{rounds} {probe.name:60}", end="", file=sys.stderr, flush=True)
            for name, found in probe.run().items():
                values = [found] if isinstance(found, float | int) else list(found)
                if number:
                    figures.setdefault(name, Figure(name)).values += values
    print(f"\r{'':70}\r", end="", file=sys.stderr, flush=True)
    return figures


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the table."""

    figure: str
    median: float
    p95: float
    least: float
    most: float
    floor: str | None
    ratio: float | None
    goal: str
    held: bool | None


def lines(figures: Mapping[str, Figure], goals: Iterable[Goal]) -> list[Line]:
    """The figures with their goals; a figure with two goals has two lines, one without has one.

    A goal whose figure or floor was not measured has a line, too, and is not held.
    """
    wanted: dict[str, list[Goal | None]] = {name: [] for name in figures}
    for goal in goals:
        wanted.setdefault(goal.figure, []).append(goal)
    return [
        _line(figures.get(name, Figure(name, [math.nan])), goal, figures)
        for name, some in wanted.items()
        for goal in some or [None]
    ]


def _line(figure: Figure, goal: Goal | None, figures: Mapping[str, Figure]) -> Line:
    floor = figures.get(goal.floor, Figure(goal.floor, [math.nan])) if goal and goal.floor else None
    value = figure.p95 if goal and goal.p95 else figure.middle
    ratio = None if floor is None else value / (floor.p95 if goal and goal.p95 else floor.middle)
    said, held = "", None
    if goal is not None:
        said = f"{'p95 ' if goal.p95 else ''}≤ {goal.most:g}{' ×' if floor else ''}"
        held = (ratio if ratio is not None else value) <= goal.most
    return Line(
        figure=figure.name,
        median=figure.middle,
        p95=figure.p95,
        least=min(figure.values),
        most=max(figure.values),
        floor=floor.name if floor else None,
        ratio=ratio,
        goal=said,
        held=held,
    )


def table(found: Iterable[Line]) -> str:
    """The lines as a table in Markdown."""
    rows = ["| figure | median | p95 | min | max | × | of | goal | |", "|---|--:|--:|--:|--:|--:|---|---|---|"]
    for each in found:
        ratio = "" if each.ratio is None or math.isnan(each.ratio) else f"{each.ratio:.2f}"
        held = {None: "", True: "held", False: "**missed**"}[each.held]
        numbers = " | ".join(_short(value) for value in (each.median, each.p95, each.least, each.most))
        rows.append(f"| {each.figure} | {numbers} | {ratio} | {each.floor or ''} | {each.goal} | {held} |")
    return "\n".join(rows)


def plain(found: Iterable[Line]) -> list[dict[str, object]]:
    """The lines as JSON values; what was not measured is null."""
    return [
        {
            name: None if isinstance(value, float) and math.isnan(value) else value
            for name, value in asdict(each).items()
        }
        for each in found
    ]


def _short(value: float) -> str:
    if math.isnan(value):
        return "not measured"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
