"""The goals of the insights in a small form with fixed seeds; the whole is `python -m tests.benchmarks.insights`."""

from collections.abc import Iterable

import pytest

from tests.benchmarks import link_measures, question_measures, worlds
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.naive import naive_fit
from tests.benchmarks.other_measures import experiments, forecasts, speed


def missed(figures: Iterable[Figure]) -> list[str]:
    """The gated figures that do not hold, with what was measured."""
    return [f"{each.goal}, {each.cell}: {each.measured}, {each.gate}" for each in figures if not each.holds]


@pytest.fixture
def few_worlds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The realistic null, and one world of each other kind."""
    monkeypatch.setattr(link_measures, "NULLS", {"realistic, a year": worlds.REALISTIC})
    monkeypatch.setattr(link_measures, "YEARS", {"realistic": worlds.YEARS["realistic"]})
    first = dict([next(reversed(worlds.MASSAGES.items()))])
    monkeypatch.setattr(link_measures, "MASSAGES", first)
    short = {name: world for name, world in worlds.STATIONARY.items() if world.days < 365}
    monkeypatch.setattr(link_measures, "STATIONARY", short)


@pytest.mark.usefixtures("few_worlds")
def test_nothing_is_found_where_nothing_is() -> None:
    assert missed(link_measures.false_alarms(60)) == []


@pytest.mark.usefixtures("few_worlds")
def test_planted_effects_are_found() -> None:
    assert missed(link_measures.power(20)) == []


@pytest.mark.usefixtures("few_worlds")
def test_massage_and_the_week_are_judged_fairly() -> None:
    assert missed([*link_measures.massage(12), *link_measures.trends(50)]) == []


def test_questions_asked_ahead_keep_their_promises(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_measures, "NULLS", {"other things have": question_measures.OTHERS})
    monkeypatch.setattr(question_measures, "LOOKS", (120,))
    assert missed(question_measures.questions(40)) == []


def test_trials_keep_their_promises() -> None:
    assert missed(experiments(60)) == []


def test_forecasts_hold_as_often_as_they_say() -> None:
    assert missed(forecasts(30)) == []


def test_it_is_quick_enough() -> None:
    """A slow machine gets five times as long; the documented figures are measured by the whole command."""
    taken = [each for each in speed(2) if each.gated]
    assert [each for each in taken if each.value > 5 * each.most] == []


@pytest.mark.usefixtures("few_worlds")
def test_a_naive_method_fails_this_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.analysis.joint.fit", naive_fit)
    lines = missed(link_measures.false_alarms(10))
    assert any(line.startswith("no effect, any clear,") for line in lines)
    assert any(line.startswith("no effect, intervals,") for line in lines)
    assert any("bias" in line for line in missed(link_measures.massage(6)))


def test_the_table_says_what_holds() -> None:
    told = table(
        [
            Figure("a", "b", 0.04, 10, most=0.05, unit="%"),
            Figure("c", "d", 3.0, 10, least=4, unit="days"),
            Figure("e", "f", 1.0, 1),
        ]
    )
    assert "| a: b | 10 | at most 5.0 % | 4.0 % | holds |" in told
    assert "| c: d | 10 | at least 4 days | 3 days | **misses** |" in told
    assert "| e: f | 1 | shown only | 1 |  |" in told
