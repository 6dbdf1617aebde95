"""False alarms, power and coverage of the links; the bias of the massage effects; false alarms of the trend."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from math import inf
from pathlib import Path
from statistics import fmean
from typing import Any

from journal.analysis.insights import insights
from journal.analysis.shapes import Insights, TriggerLink
from journal.catalogue import Catalogue, load_catalogue
from journal.settings import Settings
from tests.benchmarks.figures import Figure
from tests.benchmarks.simulator import START, Journal, World, simulate
from tests.benchmarks.worlds import MASSAGES, NULLS, SHORT, STATIONARY, YEARS

SAID = ("clear", "possible")


@cache
def content() -> Catalogue:
    """The catalogue without own additions."""
    return load_catalogue(Path(__file__).parent / "none.toml")


def answers(journal: Journal, world: World) -> Insights:
    """What the journal's last day says."""
    return insights(journal.entries, content(), Settings(), START + timedelta(days=world.days - 1))


def tested(found: Insights) -> list[TriggerLink]:
    """The links that have a p."""
    return [row for row in found.triggers if row.p is not None]


def false_alarms(journals: int) -> Iterator[Figure]:
    """Journals in which nothing has an effect: how often something is said all the same."""
    for name, world in NULLS.items():
        counts: Counter[str] = Counter()
        for seed in range(journals):
            rows = tested(answers(simulate(world, seed), world))
            counts["rows"] += len(rows)
            counts["clear"] += any(row.verdict == "clear" for row in rows)
            counts["said"] += any(row.verdict in SAID for row in rows)
            counts["held"] += sum(_within(row, 0.0) for row in rows)
        gated = name.startswith("realistic")
        clear, said = counts["clear"] / journals, counts["said"] / journals
        held = counts["held"] / counts["rows"]
        yield Figure("no effect, any clear", name, clear, journals, most=0.05 if gated else inf, unit="%")
        yield Figure("no effect, any clear or possible", name, said, journals, most=0.12 if gated else inf, unit="%")
        yield Figure("no effect, intervals", name, held, journals, 0.85, 0.95, "%")


def power(journals: int) -> Iterator[Figure]:
    """Journals with three planted effects: how often they are found, and how often their intervals hold."""
    for name, world in YEARS.items():
        found = _found(world, journals)
        for key in world.effects:
            what = f"{name}, {key[0]} after {key[1]} d"
            yield Figure("1 point, a year, clear", what, found["clear", key], journals, least=0.95, unit="%")
        held = fmean(found["held", key] for key in world.effects)
        yield Figure("1 point, a year, intervals", name, held, journals, 0.85, 0.95, "%")
    found = _found(SHORT, journals)
    for word, what, least in (("clear", "clear", 0.68), ("said", "at least possible", 0.85)):
        mean = fmean(found[word, key] for key in SHORT.effects)
        each = ", ".join(f"{key[0]} {100 * found[word, key]:.0f}" for key in SHORT.effects)
        yield Figure(f"1 to 1.5 points, 120 days, {what}", each, mean, journals, least=least, unit="%")


def _found(world: World, journals: int) -> Counter[Any]:
    counts: Counter[Any] = Counter()
    for seed in range(journals):
        journal = simulate(world, 10_000 + seed)
        for row in tested(answers(journal, world)):
            key = (row.trigger, row.lag_days)
            if key in world.effects:
                counts["clear", key] += row.verdict == "clear"
                counts["said", key] += row.verdict in SAID
                counts["held", key] += _within(row, journal.shown[key])
                counts["rows", key] += 1
    held = {each: count / counts["rows", each[1]] for each, count in counts.items() if each[0] == "held"}
    return Counter({each: count / journals for each, count in counts.items()} | held)


def massage(journals: int) -> Iterator[Figure]:
    """Massage is done when it hurts: the mean error of what is said about it."""
    for name, world in MASSAGES.items():
        errors: dict[str, list[float]] = {"immediate": [], "next_day": []}
        truth = {"immediate": world.immediate, "next_day": world.next_day}
        for seed in range(journals):
            for row in answers(simulate(world, 20_000 + seed), world).massage:
                if row.effect is not None:
                    errors[row.outcome].append(row.effect - truth[row.outcome])
        for outcome, each in errors.items():
            yield Figure(
                f"massage from logs, bias {outcome}", name, abs(fmean(each)), journals, most=0.15, unit="points"
            )


def trends(journals: int) -> Iterator[Figure]:
    """Nothing changes: how often this week is called different."""
    alarms, held = [], []
    for cell, (name, world) in enumerate(STATIONARY.items()):
        rows = [answers(simulate(world, 30_000 + cell * journals + seed), world).trend[0] for seed in range(journals)]
        said = [row for row in rows if row.interval90 is not None]
        alarms += [row.verdict != "no_clear_change" for row in said]
        held += [row.interval90 is not None and row.interval90[0] <= 0 <= row.interval90[1] for row in said]
        yield Figure("this week, false alarms", name, fmean(alarms[-len(said) :]), len(said), unit="%")
    yield Figure("this week, false alarms", "all of these", fmean(alarms), len(alarms), most=0.06, unit="%")
    yield Figure("this week, intervals", "all of these", fmean(held), len(held), 0.85, 0.95, "%")


def _within(row: TriggerLink, truth: float) -> bool:
    return row.interval90 is not None and row.interval90[0] <= truth <= row.interval90[1]
