"""What follows a massage that is done when it hurts."""

from statistics import fmean

import pytest

from journal.analysis.shapes import MassageEffect
from journal.model import Massage
from tests.benchmarks.simulator import BALL, HANDS, World, simulate
from tests.journal.analysis.support import massage, on, ratings, said, scores

SORE_DAYS = World(days=365, massage_at=4, noise=1.0, triggers=False)


def effects(immediate: float, next_day: float, outcome: str) -> list[MassageEffect]:
    world = World(days=365, massage_at=4, noise=1.0, triggers=False, immediate=immediate, next_day=next_day)
    return [row for seed in range(6) for row in said(simulate(world, seed).entries).massage if row.outcome == outcome]


def mean(rows: list[MassageEffect]) -> float:
    return fmean(row.effect for row in rows if row.effect is not None)


def test_a_massage_that_does_nothing_is_said_to_do_nothing() -> None:
    entries = [entry for seed in range(6) for entry in simulate(SORE_DAYS, seed).entries if isinstance(entry, Massage)]
    changes = [(each.after or 0) - each.before for each in entries if each.before is not None]
    assert fmean(changes) < -0.3
    assert mean(effects(0, 0, "immediate")) == pytest.approx(0, abs=0.15)
    assert mean(effects(0, 0, "next_day")) == pytest.approx(0, abs=0.2)


def test_planted_effects_are_found() -> None:
    now = effects(-1, -0.5, "immediate")
    assert mean(now) == pytest.approx(-1, abs=0.15)
    assert {row.verdict for row in now} == {"clear"}
    assert mean(effects(-1, -0.5, "next_day")) == pytest.approx(-0.5, abs=0.2)


def test_six_sessions_are_needed() -> None:
    def verdict(sessions: int) -> set[str]:
        given = [*ratings(scores(90), "08:00"), *(massage(4 * day, 4, 3 - day % 2) for day in range(sessions))]
        return {row.verdict for row in said(given, on(89)).massage}

    assert verdict(5) == {"not_enough_data"}
    assert "not_enough_data" not in verdict(6)


def test_nothing_is_ever_called_randomised() -> None:
    given = [*ratings(scores(90), "08:00"), *(massage(4 * day, 4, 3) for day in range(20))]
    assert {row.randomised for row in said(given).massage} == {False}


def test_technique_against_technique() -> None:
    world = World(days=365, massage_at=3, triggers=False, immediate=-1)
    entries = simulate(world, 3).entries
    compared = {row.outcome: row for row in said(entries).comparisons}
    assert {(row.technique, row.against) for row in compared.values()} == {(BALL, HANDS)}
    now = {row.technique: row.effect or 0 for row in said(entries).massage if row.outcome == "immediate"}
    assert compared["immediate"].effect == pytest.approx(now[BALL] - now[HANDS])
    assert compared["immediate"].verdict == "probably_small"
