"""How well the insights keep what they promise: `python -m tests.benchmarks.insights [--journals 300] [--json]`."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict

from tests.benchmarks.figures import Figure, table


def measures() -> dict[str, Callable[[int], Iterator[Figure]]]:
    """What is measured, by name, each with the journals a cell."""
    from tests.benchmarks import link_measures, other_measures, question_measures

    return {
        "false_alarms": link_measures.false_alarms,
        "power": link_measures.power,
        "massage": link_measures.massage,
        "trends": link_measures.trends,
        "questions": question_measures.questions,
        "experiments": other_measures.experiments,
        "forecasts": other_measures.forecasts,
        "speed": lambda _: other_measures.speed(),
    }


def main() -> int:
    """Measure, print the table, and give 1 when a gate is missed."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: threads only get in each other's way
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--journals", type=int, default=300, help="journals a cell (300)")
    arguments.add_argument("--only", action="append", help="one measure (may be repeated)")
    arguments.add_argument("--json", action="store_true", help="print one JSON value")
    given = arguments.parse_args()
    figures: list[Figure] = []
    for name, measure in measures().items():
        if given.only and name not in given.only:
            continue
        print(f"{name} ...", file=sys.stderr, flush=True)
        figures += measure(given.journals)
    if given.json:
        print(json.dumps([{**asdict(each), "gate": each.gate, "holds": each.holds} for each in figures]))
    else:
        print(table(figures))
    return int(not all(each.holds for each in figures if each.gated))


if __name__ == "__main__":
    sys.exit(main())
