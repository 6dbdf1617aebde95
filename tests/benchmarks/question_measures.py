"""Questions asked ahead: how often they are answered wrongly, and how often a planted effect is found."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from statistics import fmean

from journal.analysis.questions import answers
from journal.analysis.rows import Place, exposures, site_rows, within
from journal.analysis.shapes import Answer
from journal.model import Question
from tests.benchmarks.figures import Figure
from tests.benchmarks.simulator import SITE, START, Journal, World, moment, simulate
from tests.benchmarks.worlds import REALISTIC, SHORT

PLACE: Place = (SITE, "left")
QUESTION = Question(at=moment(0, 5), site=SITE, side="left", trigger="driving", unit="min")
OTHERS = replace(REALISTIC, effects={("stairs", 0): 1.0, ("stress", 2): 1.0})
"""Driving does nothing, and happens on days with more of what does something."""
NULLS = {"nothing has an effect": REALISTIC, "other things have": OTHERS}
LOOKS = range(83, 365, 28)
"""Days on which a runner looks who looks every four weeks."""


def questions(journals: int) -> Iterator[Figure]:
    """Is driving followed by another rating the next day? Asked on the first day of a journal."""
    alarms: list[bool] = []
    held: list[bool] = []
    for cell, (name, world) in enumerate(NULLS.items()):
        for days in (120, 365):
            made = [_answer(simulate(world, _seed(cell, seed)), days - 1) for seed in range(journals)]
            told = [each for each in made if each.interval90 is not None]
            alarms += [each.verdict == "clear" for each in told]
            held += [_holds(each) for each in told]
            share = fmean(alarms[-len(told) :])
            yield Figure("asked ahead, false claims", f"{name}, {days} days", share, len(told), unit="%")
    yield Figure("asked ahead, false claims", "all of these", fmean(alarms), len(alarms), most=0.06, unit="%")
    yield Figure("asked ahead, intervals", "all of these", fmean(held), len(held), 0.85, 0.95, "%")
    ever = [_ever(simulate(REALISTIC, _seed(5, seed))) for seed in range(journals)]
    yield Figure(
        "asked ahead, a false claim at any of 11 looks", "every 4 weeks for a year", fmean(ever), journals, unit="%"
    )
    for name, world, least in (("1.5 points, 120 days", SHORT, 0.85), ("1 point, 120 days", _one(SHORT), 0.68)):
        found = [
            _answer(simulate(world, _seed(7, seed)), world.days - 1).verdict == "clear" for seed in range(journals)
        ]
        yield Figure("asked ahead, found", name, fmean(found), journals, least=least, unit="%")


def _one(world: World) -> World:
    return replace(world, effects={**world.effects, ("driving", 1): 1.0})


def _seed(cell: int, seed: int) -> int:
    return 60_000 + 1000 * cell + seed


def _ever(journal: Journal) -> bool:
    return any(_answer(journal, day).verdict == "clear" for day in LOOKS)


def _answer(journal: Journal, day: int) -> Answer:
    entries = within(journal.entries, START + timedelta(days=day))
    (answer,) = answers([QUESTION], site_rows(entries, PLACE), exposures(entries))
    return answer


def _holds(answer: Answer) -> bool:
    return answer.interval90 is not None and answer.interval90[0] <= 0 <= answer.interval90[1]
