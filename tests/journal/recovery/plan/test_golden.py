"""Fourteen days of a plain flare-up, protect to load, to be read by a person.

To write it anew after a change that is meant: python -m tests.journal.recovery.plan.test_golden
"""

from pathlib import Path

from journal.recovery.shapes import Planned
from tests.journal.recovery.plan.support import CATALOGUE, Follower
from tests.journal.recovery.support import begun, on

GOLDEN = Path(__file__).with_name("plain_flare.txt")
MORNINGS = (4, 3, 3, 2, 2, 1, 1, 0, 1, 0, 0, 0, 0, 0)
PROTECT = 5


def amount(item: Planned) -> str:
    """The dose in a few characters."""
    each = f"{item.reps}" if item.reps is not None else f"{item.seconds} s"
    if CATALOGUE.exercises[item.exercise].kind == "cardio":
        return f"{(item.seconds or 0) // 60} min"
    return f"{item.sets} × {each}" + (" each side" if item.each_side else "")


def line(item: Planned) -> str:
    """An item of the plan in a line."""
    return f"{CATALOGUE.exercises[item.exercise].name}, {amount(item)} ({item.why})"


def told() -> str:
    """The fourteen days as text."""
    runner = Follower(
        phase=lambda number: "protect" if number < PROTECT else "load",
        score=lambda number: MORNINGS[number],
        entries=[begun()],
    ).live(len(MORNINGS))
    lines = []
    for number, plan in runner.plans.items():
        minutes = round(sum(each.takes for each in plan.planned) / 60)
        lines.append(f"{on(number):%a} · {runner.phase(number)} · rated {MORNINGS[number]} · {minutes} min")
        lines.append(f"  {plan.why}")
        lines += [f"  - {line(each)}" for each in plan.planned]
        lines.append("")
    return "\n".join(lines)


def test_a_plain_flare_reads_as_it_did() -> None:
    assert told() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(told(), encoding="utf-8")
