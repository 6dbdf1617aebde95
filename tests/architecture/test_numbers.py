"""A number that steers a rule is a setting or stands in the content, where its reason, range and source stand."""

import ast
from collections.abc import Iterator
from pathlib import Path

RULES = Path(__file__).parents[2] / "journal" / "recovery"

UNITS = frozenset((0, 1, 7, 12, 24, 60, 100))
"""Nothing, one, and how many of one unit are in another: days, hours, minutes, percent."""

NO_RULES = {
    ("dosing.py", "dose", 2): "half of the dose, as the rule says",
    ("limits.py", "MOST_DAYS", 366): "what a comment may say at most, against slips of typing",
    ("limits.py", "_NUMBERS", 3000): "what a comment may say at most, against slips of typing",
    ("limits.py", "_NUMBERS", 8): "the stages there are",
    ("limits.py", "read_limit", 2): "words at the end of a line",
    ("limits.py", "_is_number", 6): "digits that are read as a number",
    ("plan/deload.py", "WEEKS_FROM", 2024): "a Monday from which weeks are counted",
    ("plan/known.py", "MORNING_FROM", 4): "when the journal day starts",
    ("plan/progress.py", "_down", 2): "half of the time, for cardio",
    ("plan/progress.py", "_heavier", 2): "to half a kilogram",
    ("plan/progress.py", "_lighter", 2): "to half a kilogram",
    ("plan/progress.py", "LOAD_STEPS", 1.02): "2 % [P87]",
    ("plan/progress.py", "LOAD_STEPS", 1.1): "10 % [P87]",
    ("plan/swap.py", "_found", 2): "the third of three ranks",
    ("plan/takes.py", "seconds_a_rep", 2): "half of a repetition, to let go of a hold",
    ("plan/takes.py", "takes", 2): "both sides; half of the pause, as its setting says",
    ("plan/words.py", "_worked", 2): "how far back the words look; the hours of rest are settings",
    ("scores.py", "TOO_LATE", 3): "an app default for rules and figures alike, told of in docs/settings.md",
    ("scores.py", "median", 2): "the middle",
    ("stages.py", "(FIRST, FULL, LAST)", 8): "the last stage of the ladder",
    ("text.py", "times", 2): "twice",
}
"""Numbers that are no app default, by module, what they stand in, and value: with what they are instead."""


def numbers(node: ast.AST, where: str = "") -> Iterator[tuple[str, float]]:
    """Every number in a module, with the function, class or constant it stands in."""
    for child in ast.iter_child_nodes(node):
        inside = where
        match child:
            case ast.FunctionDef() | ast.ClassDef():
                inside = child.name
            case ast.Assign() if not where:
                inside = ast.unparse(child.targets[0])
            case ast.AnnAssign() if not where:
                inside = ast.unparse(child.target)
            case ast.Constant() if type(child.value) in (int, float):
                yield where, float(child.value)  # type: ignore[arg-type]
        yield from numbers(child, inside)


def found() -> set[tuple[str, str, float]]:
    """The numbers of the rules that are no mere unit."""
    return {
        (module.relative_to(RULES).as_posix(), where, number)
        for module in RULES.rglob("*.py")
        for where, number in numbers(ast.parse(module.read_text(encoding="utf-8")))
        if number not in UNITS
    }


def test_no_rule_hides_a_number_of_its_own() -> None:
    assert found() - NO_RULES.keys() == set()


def test_what_is_named_as_no_rule_is_there() -> None:
    assert NO_RULES.keys() - found() == set()
