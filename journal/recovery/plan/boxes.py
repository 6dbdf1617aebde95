"""The sets of an exercise on a day, one by one: those that were done, and those that are still to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from journal.model import Side, StrengthSet
from journal.recovery.shapes import Planned

SIDES: tuple[Side, Side] = ("left", "right")


@dataclass(frozen=True, kw_only=True)
class SetBox:
    """One set: `planned` with its side, and what was `done`, the set number `place` of the day; None: still to do."""

    planned: StrengthSet
    done: StrengthSet | None = None
    place: int | None = None


def boxes(item: Planned, done: Sequence[StrengthSet]) -> tuple[SetBox, ...]:
    """A box for every set of `item`, with the sets `done` on the day in theirs; more than planned have boxes behind.

    Each leg has its own boxes where each is trained, left and right in turn; a set without a side is then one of both
    legs, and fills two. What is to do is planned with the weight of the last set done.
    """
    load = done[-1].load_kg if done else item.load_kg
    sides: tuple[Side | None, ...] = SIDES if item.each_side else (None,)
    free = [_empty(item, side, load) for _ in range(item.sets) for side in sides]
    filled: dict[int, SetBox] = {}
    more: list[SetBox] = []
    for place, each in enumerate(done):
        wanted = sides if each.side is None or not item.each_side else (each.side,)
        for side in wanted:
            found = next((n for n, box in enumerate(free) if n not in filled and box.planned.side == side), None)
            box = SetBox(planned=_empty(item, side, load).planned, done=each, place=place)
            if found is None:
                more.append(box)
            else:
                filled[found] = box
    return (*(filled.get(number, box) for number, box in enumerate(free)), *more)


def next_set(item: Planned, done: Sequence[StrengthSet], side: Side | None = None) -> StrengthSet:
    """The next set to do, on `side` when given; one more like the planned when all of them are done."""
    every = [box for box in boxes(item, done) if side is None or box.planned.side == side]
    if box := next((box for box in every if box.done is None), None):
        return box.planned
    load = done[-1].load_kg if done else item.load_kg
    if item.each_side and side is None:
        side = "right" if done and done[-1].side == "left" else "left"
    return _empty(item, side if item.each_side else None, load).planned


def _empty(item: Planned, side: Side | None, load: float | None) -> SetBox:
    if item.reps is None:
        return SetBox(planned=StrengthSet(seconds=item.seconds or 0, load_kg=load, side=side))
    return SetBox(planned=StrengthSet(reps=item.reps, load_kg=load, side=side))
