"""What was done, but for massage and strength: a trigger, a run, a return-to-run test."""

from typing import Any

from journal.model import GateTest, Run, Trigger
from journal.quick.bag import Bag, score
from journal.quick.errors import Refusal, quoted
from journal.quick.feeling import What
from journal.quick.items import Amount, Number, Word
from journal.quick.units import RUN_OF_20M, amount_in, example, needs_unit
from journal.quick.when import Given

_YES = {"yes": 1.0, "no": 0.0}
"""How the result of a test that is passed or not is stored."""

_DAY = {"min": 24 * 60, "h": 24}
"""What a day has, in the units of time that are stored."""
_HOURS_MOST = 12
"""A bare number up to this is likely meant in hours where hours are asked, above it in minutes."""


def trigger(bag: Bag, given: Given) -> What:
    """A trigger and how much of it: none is 0, some is not known."""
    named = bag.take_name("trigger")
    assert named is not None
    meaning, word = named
    kind = given.catalogue.triggers[meaning.id]
    said = bag.take_key("none", "no", "some")
    if said:
        amount = None if said == "some" else 0.0
    else:
        asked = kind.ask_unit or kind.unit
        amount = _measured(bag, word, kind.unit, asked, word.text)
        if given.anew and amount > _DAY.get(kind.unit, amount):
            raise Refusal("a day has 24 h", f"{word.text} {example(asked)}; more than a day as one for each day", None)
    return Trigger, {"trigger": meaning.id, "amount": amount, "unit": kind.unit}


def gate_test(bag: Bag, given: Given) -> What:
    """A return-to-run test, its side where each side is tested, and its result."""
    named = bag.take_name("test")
    if named is None:
        raise Refusal("which test is not said", "test calf raise l 22")
    meaning, word = named
    kind = given.catalogue.tests[meaning.id]
    side = bag.take_side()
    if kind.each_side and side is None:
        raise Refusal(f"which side of {quoted(word.text)} is not said", f"{bag.text} l or {bag.text} r", word)
    line = f"test {word.text}{f' {side[0]}' if side else ''}"
    answer = bag.take_key(*_YES) if kind.unit == "yes" else ""
    value = _YES[answer] if answer else _measured(bag, word, kind.unit, kind.unit, line)
    return GateTest, {"test": meaning.id, "side": side, "value": value, "unit": kind.unit}


def _measured(bag: Bag, word: Word, unit: str, asked: str, line: str) -> float:
    """The one amount in the bag, in `unit`. `line` and `asked` make an example of what would work."""
    hint = f"{line} {'yes' if unit == 'yes' else example(asked)}"
    amount, number = bag.take(Amount), bag.take(Number)
    if amount is not None and number is not None:
        raise Refusal(f"{quoted(amount.text)} and {quoted(number.text)} are two amounts", hint, number)
    if number is not None:
        if needs_unit(unit):
            likely = "min" if asked == "h" and number.value > _HOURS_MOST else asked
            raise Refusal(
                f"{quoted(number.text)} needs a unit", f"{line} {number.text}{likely.replace('min', 'm')}", number
            )
        return _bare(number, unit, hint)
    if amount is None:
        raise Refusal(f"how much of {quoted(word.text)} is missing", f"{hint}, or none, or some", None)
    found = amount_in(amount, unit)
    if found is None:
        raise Refusal(f"{quoted(amount.text)} is in another unit than {word.text} ({unit})", hint, amount)
    return found


def _bare(number: Number, unit: str, hint: str) -> float:
    if unit == "score":
        return float(score(number))
    if unit == "yes" and number.value not in _YES.values():
        raise Refusal(f"{quoted(number.text)} is neither yes nor no", hint, number)
    return number.value


def run(bag: Bag, given: Given) -> What:
    """Minutes, kilometres, walk-run stage, pain, effort: at least one of them, or some."""
    unit = given.distance_unit
    hint = f"run 20m {RUN_OF_20M[unit]}"
    fields: dict[str, Any] = {}
    if (stage := bag.take_after("stage", Number)) is not None:
        if not stage.value.is_integer():
            raise Refusal(f"{quoted(stage.text)} is not a stage", "stage 2", stage)
        fields["stage"] = int(stage.value)
    fields["pain_during"] = bag.take_score_after("pain")
    fields["rpe"] = bag.take_score_after("rpe")
    for amount in bag.all(Amount):
        name, value = _run_amount(amount, hint)
        if name in fields:
            raise Refusal(f"{quoted(amount.text)} is a second amount", hint, amount)
        fields[name] = value
        bag.drop(amount)
    if (number := bag.take(Number)) is not None:
        raise Refusal(f"{quoted(number.text)} needs a unit", f"run {number.text}m or run {number.text}{unit}", number)
    if not bag.take_key("some") and all(value is None for value in fields.values()):
        raise Refusal("how long or how far is missing", f"{hint}, or run some")
    return Run, fields


def _run_amount(amount: Amount, hint: str) -> tuple[str, float]:
    for name, unit in (("minutes", "min"), ("km", "km")):
        value = amount_in(amount, unit)
        if value is not None:
            return name, value
    raise Refusal(f"{quoted(amount.text)} is neither a time nor a distance", hint, amount)
