"""What soreness is followed by, on journals with a planted effect."""

import pytest

from journal.analysis.student import quantile, two_sided
from tests.benchmarks.simulator import SITE, START, World, simulate
from tests.journal.analysis.support import on, ratings, rows, said, scores, trigger
from tests.support import rating

PLANTED = {("driving", 1): 1.5}


def test_a_planted_effect_is_found_at_its_lag_and_only_there() -> None:
    journal = simulate(World(effects=PLANTED), 1)
    found = said(journal.entries)
    drive = {row.lag_days: row for row in rows(found)}
    assert drive[1].verdict == "clear"
    assert drive[1].effect is not None
    assert abs(drive[1].effect - journal.shown["driving", 1]) < 0.4
    clear = [(row.trigger, row.lag_days) for row in found.triggers if row.verdict == "clear"]
    assert clear == [("driving", 1)]


def test_every_trigger_has_a_row_for_each_place_and_lag() -> None:
    other = [rating(on(day), score, site="soleus") for day, score in enumerate(scores(10))]
    given = [*ratings(scores(60)), *other, *(trigger(day) for day in range(0, 60, 5)), trigger(3, 0, "stairs")]
    found = said(given)
    keys = [(row.site, row.trigger, row.lag_days) for row in found.triggers]
    assert len(keys) == len(set(keys)) == 2 * 2 * 3
    assert {row.verdict for row in found.triggers if row.site == "soleus"} == {"not_enough_data"}


def test_an_afternoon_drive_explains_no_morning() -> None:
    morning = [rating(on(day), score, "07:00") for day, score in enumerate(scores(90))]
    found = rows(said([*morning, *(trigger(day) for day in range(0, 90, 4))]))
    assert [row.n_exposed_days for row in found] == [0, 23, 22]
    evening = rows(said([*ratings(scores(90)), *(trigger(day) for day in range(0, 90, 4))]))
    assert evening[0].n_exposed_days == 23


def test_unknown_times_take_no_part_in_the_same_day() -> None:
    given = [*ratings(scores(90)), *(trigger(day, wall="12:00", time_known=False) for day in range(0, 90, 4))]
    assert [row.n_exposed_days for row in rows(said(given))] == [0, 23, 22]


def test_a_day_less_than_needed_is_not_enough() -> None:
    five, six = (
        rows(said([*ratings(scores(60)), *(trigger(day) for day in range(0, 5 * exposed, 5))])) for exposed in (5, 6)
    )
    assert [row.verdict for row in five] == ["not_enough_data"] * 3
    assert [row.needs_exposed_days for row in five] == [1, 1, 1]
    assert "not_enough_data" not in [row.verdict for row in six]


def test_four_weeks_and_twenty_rated_days_are_needed() -> None:
    drives = [trigger(day, wall="06:00") for day in range(0, 27, 3)]
    assert {row.verdict for row in rows(said([*ratings(scores(27)), *drives]))} == {"not_enough_data"}
    assert "not_enough_data" not in {row.verdict for row in rows(said([*ratings(scores(28)), *drives]))}
    daily = ratings(scores(40))
    assert {row.verdict for row in rows(said([*daily[:19], *daily[-1:], *drives]))} != {"not_enough_data"}
    assert {row.verdict for row in rows(said([*daily[:18], *daily[-1:], *drives]))} == {"not_enough_data"}


def test_sites_are_one_family() -> None:
    left = simulate(World(days=200, effects={("driving", 1): 0.6}), 5).entries
    right = [entry for entry in simulate(World(days=200), 6, "right").entries if hasattr(entry, "side")]
    alone = {(row.trigger, row.lag_days): row for row in said(left).triggers}
    both = [row for row in said([*left, *right]).triggers if row.side == "left" and row.p is not None]
    assert {row.site for row in both} == {SITE}
    assert all(row.p == alone[row.trigger, row.lag_days].p for row in both)
    more = [row.p_adjusted for row in both if row.p_adjusted is not None]
    less = [alone[row.trigger, row.lag_days].p_adjusted or 0.0 for row in both]
    assert all(a >= b for a, b in zip(more, less, strict=True))
    assert sum(more) > sum(less)
    assert min(row.at.date() for row in left) == START


def test_few_exposed_days_have_few_degrees_of_freedom() -> None:
    given = [*ratings(scores(200)), *(trigger(day) for day in range(0, 180, 30))]
    row = rows(said(given))[1]
    assert row.n_exposed_days == 6
    assert row.effect is not None
    assert row.interval90 is not None
    se = (row.interval90[1] - row.effect) / quantile(0.95, 2 * 6 - 2)
    assert row.p == pytest.approx(two_sided(row.effect / se, 2 * 6 - 2))
