"""The return-to-run tests that stand before stage 1 of the ladder, and what was found in each.

What passes is said by the content (`least`, `most` of a test, in its unit): a pain score of at most 1 for the walk,
the stairs and the hops; a count of calf raises, or its share of the other side; 1 for full motion; a confidence of 7.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from journal.catalogue.shapes import Catalogue, TestKind
from journal.model import GateTest, Side
from journal.recovery.leg import Leg, highest
from journal.recovery.shapes import Criterion
from journal.settings import Settings
from journal.tell import result

WALK = "walk_30"
"""The test that has to be settled again the next morning."""

HURT = "hurt"
"""The tag of a test that hurt, where its value is not a pain score."""

SIDES: tuple[Side, ...] = ("left", "right")


def gates(leg: Leg, catalogue: Catalogue, settings: Settings) -> tuple[Criterion, ...]:
    """Each test with its last result of the leg's episode; `met` is None when it was not done, or is not decided yet.

    A result stands for some days (a setting). A test that hurts ends testing for that day: what is recorded after it
    on that day does not count.
    """
    counted = _counted(leg, catalogue, settings)
    return tuple(_gate(kind, counted, leg, settings) for kind in catalogue.tests.values())


def hurt_on(leg: Leg, catalogue: Catalogue, day: date) -> GateTest | None:
    """The first test of `day` that hurt, None when none did."""
    return next((each for each in leg.tests if each.day == day and _hurt(each, catalogue)), None)


def _hurt(test: GateTest, catalogue: Catalogue) -> bool:
    kind = catalogue.tests.get(test.test)
    return HURT in test.tags or (kind is not None and kind.most is not None and test.value > kind.most)


def _counted(leg: Leg, catalogue: Catalogue, settings: Settings) -> tuple[GateTest, ...]:
    first = leg.today - timedelta(days=settings.gate_test_days)
    ended = {day: hurt_on(leg, catalogue, day) for day in {each.day for each in leg.tests}}
    return tuple(
        each for each in leg.tests if each.day > first and ((hurt := ended[each.day]) is None or each.at <= hurt.at)
    )


def _gate(kind: TestKind, counted: Sequence[GateTest], leg: Leg, settings: Settings) -> Criterion:
    mine = [each for each in counted if each.test == kind.id]
    by_side = {side: _last(mine, side) for side in (SIDES if kind.each_side else (leg.episode.side,))}
    results = [each for each in by_side.values() if each is not None]
    sore = by_side[leg.episode.side]
    met, said = _passed(kind, by_side, leg, settings)
    if any(HURT in each.tags for each in results):
        met, said = False, "it hurt"
    shown = max(results, key=lambda each: each.value) if kind.most is not None and results else sore
    return Criterion(
        id=kind.id,
        required=True,
        met=met,
        value=shown.value if shown else None,
        needed=kind.most if kind.most is not None else kind.least,
        text=f"{kind.name}: {said} ({kind.passes(settings.calf_raise_symmetry)})",
        still="" if met else kind.name,
        app_default="D" in kind.sources,
        evidence=tuple(each.id for each in results if each.id),
        sources=kind.sources,
    )


def _last(results: Sequence[GateTest], side: Side) -> GateTest | None:
    return next((each for each in reversed(results) if each.side in (side, None)), None)


def _passed(
    kind: TestKind, by_side: dict[Side, GateTest | None], leg: Leg, settings: Settings
) -> tuple[bool | None, str]:
    sore = by_side[leg.episode.side]
    others = [each for side, each in by_side.items() if side != leg.episode.side]
    missing = [side for side, each in by_side.items() if each is None]
    if len(missing) == len(by_side):
        return None, "not asked"
    told = ", ".join(_tell(kind, side, each) for side, each in by_side.items() if each is not None)
    if kind.each_side and kind.least is not None:
        if sore is None:
            return None, f"{told}, {leg.episode.side} not asked"
        other = others[0] if others else None
        even = other is not None and sore.value * 100 >= settings.calf_raise_symmetry * other.value > 0
        return sore.value >= kind.least or even, told
    within = all(_within(kind, each.value) for each in by_side.values() if each is not None)
    if not within or not missing:
        settled = _settled(sore, leg, settings) if kind.id == WALK and within and sore else (within, "")
        return settled[0], told + settled[1]
    return None, f"{told}, {missing[0]} not asked"


def _within(kind: TestKind, value: float) -> bool:
    return (kind.most is None or value <= kind.most) and (kind.least is None or value >= kind.least)


def _settled(walk: GateTest, leg: Leg, settings: Settings) -> tuple[bool | None, str]:
    tomorrow = walk.day + timedelta(days=1)
    morning = highest(leg.morning(tomorrow))
    if morning is None:
        return None, "; the next morning decides" if leg.today <= tomorrow else "; the next morning was not rated"
    baseline = leg.baseline(walk.at, walk.day, settings)
    return morning <= baseline, "" if morning <= baseline else f"; the next morning was at {morning}"


def _tell(kind: TestKind, side: Side, test: GateTest) -> str:
    value = result(test.value, kind.unit)
    return f"{side} {value}" if kind.each_side else value
