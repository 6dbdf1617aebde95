"""The benchmarks of speed in a small form: what they measure is there, and they say the truth about it."""

import sys
from datetime import date

import pytest

from tests.benchmarks.speed.measuring import Goal, Group, Probe, Values, if_it_runs, in_turns, lines, plain, table
from tests.benchmarks.speed.samples import A_DAY, entries
from tests.benchmarks.speed.terminal import Gone, Terminal


def test_probes_are_run_in_turns_and_the_first_round_is_left_out() -> None:
    order: list[str] = []

    def probe(name: str) -> Probe:
        return Probe(name, lambda: order.append(name) or {f"{name}, ms": float(len(order))})  # type: ignore[func-returns-value]

    figures = in_turns(Group(probes=[probe("a"), probe("b")]), 2)
    assert order == ["a", "b", "a", "b", "a", "b"]
    assert figures["a, ms"].values == [3, 5]


@pytest.mark.parametrize(("value", "held"), [(19.0, True), (23.0, False)])
def test_a_goal_is_a_ratio_of_medians_to_the_floor(value: float, held: bool) -> None:
    probes = [Probe("f", lambda: {"floor, ms": 10.0}), Probe("a", lambda: {"a, ms": [1.0, value, 100.0]})]
    found = lines(in_turns(Group(probes=probes), 3), [Goal(figure="a, ms", floor="floor, ms", most=2)])
    assert [(each.figure, each.ratio, each.held) for each in found] == [
        ("floor, ms", None, None),
        ("a, ms", value / 10, held),
    ]
    assert f"| a, ms | {value:.1f} | 100 | 1.00 | 100 | {value / 10:.2f} | floor, ms | ≤ 2 × |" in table(found)


def test_a_goal_of_what_was_not_measured_is_not_held() -> None:
    goals = [Goal(figure="gone, ms", most=1), Goal(figure="a, ms", floor="gone, ms", most=2)]
    found = lines(in_turns(Group(probes=[Probe("a", lambda: {"a, ms": 1.0})]), 1), goals)
    assert {(each.figure, each.held) for each in found} == {("gone, ms", False), ("a, ms", False)}
    assert "| gone, ms | not measured |" in table(found)
    assert {each["figure"]: each["median"] for each in plain(found)} == {"gone, ms": None, "a, ms": 1.0}


def test_p95_is_the_value_that_19_of_20_do_not_exceed() -> None:
    values = [1.0] * 18 + [7.0, 90.0]
    [line] = lines(in_turns(Group(probes=[Probe("a", lambda: {"a": values})]), 1), [Goal(figure="a", most=7, p95=True)])
    assert (line.p95, line.held) == (7.0, True)


def test_a_program_is_seen_typed_to_and_ended() -> None:
    code = "print('ready'); print('got', input()); raise SystemExit(3)"
    with Terminal([sys.executable, "-c", code]) as terminal:
        assert 0 < terminal.until("ready") < 30
        assert terminal.memory() > 1
        took, status = terminal.end("x\n")
    assert (took > 0, status) == (True, 3)
    assert b"got x" in terminal.seen


def test_what_never_comes_is_an_error() -> None:
    with Terminal([sys.executable, "-c", "print('ready')"]) as terminal, pytest.raises(Gone):
        terminal.until("never")


def test_the_sample_journals_are_the_same_every_time_and_large_enough() -> None:
    end = date(2026, 11, 24)
    one = list(entries(2, end))
    assert one == list(entries(2, end))
    assert len(one) == 2 * 365 * A_DAY == len({each.id for each in one})
    assert max(each.day for each in one) == end


def test_another_program_that_fails_is_left_out_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> Values:
        raise Gone("no answer")

    assert in_turns(Group(probes=[if_it_runs(Probe("peer", fails))]), 1) == {}
    assert "peer is not measured: no answer" in capsys.readouterr().err
