"""The return-to-run tests that stand before stage 1."""

from dataclasses import replace

import pytest

from journal.model import Entry
from journal.recovery.shapes import Criterion
from tests.journal.recovery.support import CATALOGUE, SETTINGS, begun, gate_test, on, passed, rated, run_on, well

ALL = (
    "walk_30",
    "stairs_down",
    "full_motion",
    "single_leg_calf_raise",
    "pogo_hops",
    "single_leg_hops",
    "confidence",
)


def found(*entries: Entry, number: int = 4) -> dict[str, Criterion]:
    return {each.id: each for each in run_on(number, [begun(), *well(0, number), *entries]).tests}


def still(*entries: Entry) -> tuple[str, ...]:
    """The tests still to pass."""
    return tuple(each.id for each in found(*entries).values() if not each.met)


def ended(*entries: Entry) -> bool:
    """True when a test hurt on day 4, which ends testing for that day."""
    advice = run_on(4, [begun(), *well(0, 4), *entries])
    assert advice.stage == 0
    return "a test hurt, which ends testing for today" in advice.text


def test_nothing_is_met_before_it_was_asked() -> None:
    criteria = found()
    assert tuple(criteria) == ALL == still()
    assert {each.met for each in criteria.values()} == {None}
    assert all("not asked" in each.text and each.required for each in criteria.values())


def test_all_passed_opens_stage_1() -> None:
    assert {each.met for each in found(*passed(3)).values()} == {True}
    assert still(*passed(3)) == ()
    assert run_on(4, [begun(), *well(0, 4), *passed(3)]).stage == 1


@pytest.mark.parametrize("left_out", ALL)
def test_each_test_stands_before_stage_1(left_out: str) -> None:
    results = [each for each in passed(3) if getattr(each, "test", "") != left_out]
    advice = run_on(4, [begun(), *well(0, 4), *results])
    assert advice.stage == 0
    assert CATALOGUE.tests[left_out].name in advice.text
    assert still(*results) == (left_out,)


@pytest.mark.parametrize(
    ("test", "value", "met"),
    [
        ("walk_30", 1, True),
        ("walk_30", 2, False),
        ("stairs_down", 1, True),
        ("stairs_down", 2, False),
        ("full_motion", 1, True),
        ("full_motion", 0, False),
        ("pogo_hops", 1, True),
        ("pogo_hops", 2, False),
        ("confidence", 7, True),
        ("confidence", 6, False),
    ],
)
def test_the_bar_of_each_test(test: str, value: float, met: bool) -> None:
    criterion = found(gate_test(3, test, value))[test]
    assert (criterion.met, criterion.value, criterion.evidence) == (met, value, (f"test-003-{test}-None",))


@pytest.mark.parametrize(
    ("left", "right", "met"),
    [
        (20, None, True),
        (19, None, False),
        (19, 21, True),  # 90 % of the other side
        (18, 20, True),
        (17, 19, False),
        (18, 21, False),
        (19, 40, False),
        (25, 40, True),
        (0, 0, False),
        (None, 30, None),
    ],
)
def test_calf_raises_by_count_or_by_the_other_side(left: float | None, right: float | None, met: bool | None) -> None:
    name = "single_leg_calf_raise"
    results: list[Entry] = []
    results += [gate_test(3, name, left, "left")] if left is not None else []
    results += [gate_test(3, name, right, "right")] if right is not None else []
    assert found(*results)[name].met is met


def test_the_symmetry_is_a_setting() -> None:
    results = [gate_test(3, "single_leg_calf_raise", 19, "left"), gate_test(3, "single_leg_calf_raise", 20, "right")]
    settings = replace(SETTINGS, calf_raise_symmetry=100)
    by_id = {each.id: each for each in run_on(4, [begun(), *results], settings=settings).tests}
    assert by_id["single_leg_calf_raise"].met is False
    assert "or 100 % of the other side" in by_id["single_leg_calf_raise"].text


@pytest.mark.parametrize(
    ("left", "right", "met"), [(1, 1, True), (1, 2, False), (2, 0, False), (1, None, None), (None, 1, None)]
)
def test_hops_on_each_side(left: float | None, right: float | None, met: bool | None) -> None:
    results: list[Entry] = []
    results += [gate_test(3, "single_leg_hops", left, "left")] if left is not None else []
    results += [gate_test(3, "single_leg_hops", right, "right")] if right is not None else []
    assert found(*results)["single_leg_hops"].met is met


def test_both_legs_at_once_count_for_each() -> None:
    assert found(gate_test(3, "single_leg_hops", 1))["single_leg_hops"].met is True


@pytest.mark.parametrize(("morning", "met"), [(0, True), (1, False), (None, None)])
def test_the_walk_has_to_be_settled_the_next_morning(morning: int | None, met: bool | None) -> None:
    entries: list[Entry] = [*well(0, 3), gate_test(3, "walk_30", 1)]
    entries += [rated(4, morning)] if morning is not None else []
    by_id = {each.id: each for each in run_on(5, [begun(), *entries]).tests}
    assert by_id["walk_30"].met is met
    said = {0: "", 1: "; the next morning was at 1", None: "; the next morning was not rated"}[morning]
    assert by_id["walk_30"].text.startswith(f"Walk 30 minutes: 1 of 10{said} (")


def test_the_walk_of_today_waits_for_the_morning() -> None:
    walk = found(gate_test(4, "walk_30", 1))["walk_30"]
    assert walk.met is None
    assert "the next morning decides" in walk.text


def test_a_test_that_hurts_ends_testing_for_that_day() -> None:
    hurt = gate_test(4, "stairs_down", 2, wall="10:00")
    later = gate_test(4, "pogo_hops", 0, wall="10:30")
    earlier = gate_test(4, "full_motion", 1, wall="09:30")
    criteria = found(hurt, later, earlier)
    assert (criteria["stairs_down"].met, criteria["pogo_hops"].met, criteria["full_motion"].met) == (False, None, True)
    assert ended(hurt)
    assert not ended(gate_test(3, "stairs_down", 2))
    assert still(gate_test(3, "stairs_down", 2)) == ALL
    advice = run_on(4, [begun(), *well(0, 4), hurt])
    assert advice.earliest == on(5)
    assert advice.evidence == (hurt.id,)


def test_a_test_at_its_bar_does_not_end_testing() -> None:
    assert not ended(gate_test(4, "stairs_down", 1))
    assert found(gate_test(4, "stairs_down", 1), gate_test(4, "pogo_hops", 0, wall="11:00"))["pogo_hops"].met is True


def test_the_worse_side_is_shown() -> None:
    results = [gate_test(3, "single_leg_hops", 0, "left"), gate_test(3, "single_leg_hops", 1, "right")]
    criterion = found(*results)["single_leg_hops"]
    assert (criterion.value, criterion.needed) == (1, 1)
    assert criterion.text.startswith("Single-leg hops: left 0 of 10, right 1 of 10 (")


def test_the_text_says_what_was_found() -> None:
    assert found(gate_test(3, "full_motion", 1))["full_motion"].text.startswith("Straighten and bend fully: yes (")
    assert found(gate_test(3, "full_motion", 0))["full_motion"].text.startswith("Straighten and bend fully: no (")
    assert found(gate_test(3, "confidence", 8))["confidence"].text.startswith("Confidence: 8 of 10 (")


def test_a_count_that_hurt_is_said_by_a_tag() -> None:
    hurt = gate_test(4, "single_leg_calf_raise", 25, "left", tags=("hurt",))
    assert found(hurt)["single_leg_calf_raise"].met is False
    assert ended(hurt)


def test_the_last_result_counts() -> None:
    assert found(gate_test(2, "confidence", 9), gate_test(3, "confidence", 5))["confidence"].met is False
    assert found(gate_test(2, "confidence", 5), gate_test(3, "confidence", 9))["confidence"].met is True


def test_a_result_stands_for_14_days_and_for_this_episode() -> None:
    assert found(gate_test(3, "confidence", 9), number=16)["confidence"].met is True
    assert found(gate_test(3, "confidence", 9), number=17)["confidence"].met is None
    assert found(gate_test(0, "confidence", 9))["confidence"].met is True
    assert found(gate_test(-1, "confidence", 9))["confidence"].met is None
