"""Strength and low-impact cardio: which exercise, and its sets in order."""

from dataclasses import dataclass, replace

from journal.model import Side, Strength, StrengthSet
from journal.quick.bag import Bag
from journal.quick.errors import Refusal, quoted
from journal.quick.feeling import What
from journal.quick.items import Amount, Item, Load, Number, Sets, Word
from journal.quick.units import amount_in
from journal.quick.when import Given

_WHICH: dict[str, Side | None] = {"left": "left", "right": "right", "both": None}


@dataclass(frozen=True)
class _Group:
    """Sets that are alike; `count` of them."""

    item: Item
    count: int
    reps: int | None
    seconds: int | None
    load_kg: float | None = None
    side: Side | None = None

    def sets(self) -> tuple[StrengthSet, ...]:
        one = StrengthSet(reps=self.reps, seconds=self.seconds, load_kg=self.load_kg, side=self.side)
        return (one,) * self.count


def strength(bag: Bag, given: Given) -> What:
    """An exercise with "3x12", "4x30s" or "20m", a load behind its sets, the pain; `some` for sets not counted."""
    named = bag.take_name("exercise")
    assert named is not None
    meaning, word = named
    exercise = given.catalogue.exercises[meaning.id]
    dose = "20m" if exercise.kind == "cardio" else "3x12" if exercise.seconds is None else "3x30s"
    hint = f"{word.text} {dose}"
    pain = bag.take_score_after("pain")
    if (number := bag.take(Number)) is not None:
        raise Refusal(f"{quoted(number.text)} needs sets and repetitions, or a unit", hint, number)
    groups = _groups(bag, hint)
    if given.anew and (nothing := next((each for each in groups if not (each.reps or each.seconds)), None)):
        raise Refusal(f"{quoted(nothing.item.text)} is nothing done", f"{hint}, from 1 up", nothing.item)
    sets = tuple(each for group in groups for each in group.sets())
    if not bag.take_key("some") and not sets:
        raise Refusal(f"how much of {quoted(word.text)} is missing", f"{hint}, or {word.text} some")
    return Strength, {"exercise": meaning.id, "sets": sets, "pain_during": pain}


def _groups(bag: Bag, hint: str) -> list[_Group]:
    """The groups of sets. One side goes for all; several each for the groups behind them."""
    groups: list[_Group] = []
    sides: list[tuple[Word, int]] = []
    for item in tuple(bag.left):
        if isinstance(item, Word) and item.key in _WHICH:
            sides.append((item, len(groups)))
        elif (group := _group(item)) is not None:
            groups.append(group)
        elif (load := _load(item, hint)) is not None:
            _put_load(groups, load, item, hint)
        else:
            continue
        bag.drop(item)
    return _with_sides(groups, sides)


def _group(item: Item) -> _Group | None:
    if isinstance(item, Sets):
        return _Group(item, item.count, item.reps, item.seconds)
    if isinstance(item, Amount):
        seconds, reps = amount_in(item, "s"), amount_in(item, "count")
        if seconds is not None:
            return _Group(item, 1, None, round(seconds))
        if reps is not None and float(reps).is_integer():
            return _Group(item, 1, int(reps), None)
    return None


def _load(item: Item, hint: str) -> float | None:
    if isinstance(item, Load):
        if item.kg is None:
            raise Refusal(f"{quoted(item.text)} needs a unit", f"{hint} {item.text.strip()}kg", item)
        return item.kg
    return amount_in(item, "kg") if isinstance(item, Amount) else None


def _put_load(groups: list[_Group], load: float, item: Item, hint: str) -> None:
    if not groups or groups[-1].load_kg is not None:
        raise Refusal(f"{quoted(item.text)} stands behind no sets", f"{hint} @20kg", item)
    groups[-1] = replace(groups[-1], load_kg=load)


def _with_sides(groups: list[_Group], sides: list[tuple[Word, int]]) -> list[_Group]:
    if len(sides) == 1:
        word, place = sides[0]
        if 0 < place < len(groups):
            raise Refusal(f"{quoted(word.text)} stands between sets", "both 2x12 l 1x8", word)
        return [replace(group, side=_WHICH[word.key]) for group in groups]
    if sides and sides[0][1] > 0:
        raise Refusal("the side of the first sets is not said", "l 3x12 r 3x10", groups[0].item)
    marks = {place: _WHICH[word.key] for word, place in sides}
    done: list[_Group] = []
    side: Side | None = None
    for place, group in enumerate(groups):
        side = marks.get(place, side)
        done.append(replace(group, side=side))
    return done
