"""Journals at the edges: the expected verdict, no exception, no NaN, the same bytes again."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.model import Entry, Episode, Function, Massage, Rating, Run, Trigger
from tests.journal.analysis.support import (
    BALL,
    HANDS,
    SITE,
    as_json,
    massage,
    on,
    ratings,
    rows,
    said,
    scores,
    trigger,
    verdicts,
)
from tests.support import moment, rating

SATURDAY = 5
EVERY_FIFTH = [trigger(day) for day in range(0, 200, 5)]


def checked(entries: list[Entry], as_of: date | None = None) -> bytes:
    """The JSON of a journal, made twice, without NaN."""
    first, second = (msgspec.json.encode(as_json(said(entries, as_of))) for _ in range(2))
    assert first == second
    assert b"NaN" not in first
    assert b"nan" not in first
    assert b"Infinity" not in first
    return first


def test_empty() -> None:
    assert checked([]) == checked([Run(at=moment(on(0)))], on(3)).replace(b"2025-01-09", b"2025-01-06")
    found = said([])
    assert not (found.triggers or found.massage or found.trend or found.forecast)


def test_one_rating() -> None:
    found = said([rating(on(0), 3), trigger(0, wall="06:00")])
    checked([rating(on(0), 3), trigger(0, wall="06:00")])
    assert verdicts(found) == ["not_enough_data"] * 3
    assert found.trend[0].verdict == found.forecast[0].verdict == "not_enough_data"
    assert [row.needs_exposed_days for row in rows(found)] == [5, 6, 6]


@pytest.mark.parametrize("level", [0, 4, 10])
def test_all_ratings_the_same(level: int) -> None:
    given = [*ratings([level] * 120), *(massage(day, level, level) for day in range(0, 120, 4)), *EVERY_FIFTH]
    checked(given, on(119))
    found = said(given, on(119))
    assert verdicts(found) == ["no_variation"] * 3
    assert {row.verdict for row in found.massage} == {"no_variation"}
    assert found.trend[0].verdict == "no_variation"
    assert all(row.effect is None and row.p is None for row in (*found.triggers, *found.massage))


def test_a_single_exposure() -> None:
    given = [*ratings(scores(120)), trigger(50)]
    checked(given)
    assert verdicts(said(given)) == ["not_enough_data"] * 3
    assert [row.needs_exposed_days for row in rows(said(given))] == [5, 5, 5]


def test_the_same_dose_every_day() -> None:
    given = [*ratings(scores(120)), *(trigger(day) for day in range(120))]
    checked(given)
    assert verdicts(said(given)) == ["not_enough_data"] * 3
    assert rows(said(given))[0].n_unexposed_days == 0


def test_a_different_dose_every_day_can_be_told() -> None:
    given = [*ratings(scores(120)), *(trigger(day, 20 + 40 * (day * 7 % 5)) for day in range(120))]
    checked(given)
    assert not {"not_enough_data", "inseparable"} & set(verdicts(said(given)))


def test_every_saturday() -> None:
    given = [*ratings(scores(200)), *(trigger(day) for day in range(200) if day % 7 == SATURDAY)]
    checked(given)
    assert verdicts(said(given)) == ["inseparable"] * 3
    assert [row.like for row in rows(said(given))] == ["Saturday", "Sunday", "Monday"]


def test_identical_twins() -> None:
    twins = [trigger(day, name="stairs") for day in range(0, 200, 5)]
    given = [*ratings(scores(200)), *EVERY_FIFTH, *twins]
    checked(given)
    found = said(given)
    assert verdicts(found) == verdicts(found, "stairs") == ["inseparable"] * 3
    assert {row.like for row in rows(found)} == {"stairs"}
    assert {row.like for row in rows(found, "stairs")} == {"driving"}
    alone = said([*ratings(scores(200)), *EVERY_FIFTH])
    assert "inseparable" not in verdicts(alone)


def test_amounts_of_zero_are_no_exposure() -> None:
    given = [*ratings(scores(120)), *(trigger(day, 0) for day in range(0, 120, 3))]
    checked(given)
    found = rows(said(given))
    assert [(row.verdict, row.n_exposed_days, row.typical_amount) for row in found] == [
        ("not_enough_data", 0, None)
    ] * 3


def test_summer_time() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first = date(2025, 1, 21)  # the 68th day after it has no half past two
    given: list[Entry] = []
    for day, score in enumerate(scores(150)):
        at = datetime.combine(first + timedelta(days=day), datetime.min.time(), tzinfo=berlin)
        given.append(Rating(at=at.replace(hour=20), site=SITE, side="left", score=score))
        if day % 4 == 0:
            given.append(Trigger(at=at.replace(hour=2, minute=30), trigger="driving", amount=60, unit="min"))
    checked(given)
    found = rows(said(given))
    assert [row.n_exposed_days for row in found] == [0, 38, 38]


def test_six_ratings_a_day() -> None:
    given = [rating(on(day), (day * 5 + hour) % 7, f"{hour:02}:00") for day in range(60) for hour in range(7, 19, 2)]
    checked([*given, *(trigger(day, wall="12:00") for day in range(0, 60, 4))])
    found = rows(said([*given, *(trigger(day, wall="12:00") for day in range(0, 60, 4))]))
    assert [row.n_exposed_days + row.n_unexposed_days for row in found] == [60] * 3
    assert all(row.p is not None for row in found)


def test_a_gap_of_two_years() -> None:
    later = [rating(on(day + 800), score, "20:00") for day, score in enumerate(scores(60))]
    given = [*ratings(scores(60)), *later, *(trigger(day) for day in (*range(0, 60, 5), *range(800, 860, 5)))]
    checked(given)
    found = said(given)
    assert "not_enough_data" not in verdicts(found)
    assert found.trend[0].verdict == "no_clear_change"


def test_a_double_import_says_the_same() -> None:
    once = [*ratings(scores(200)), *EVERY_FIFTH, *(massage(day, 4, 3) for day in range(2, 200, 6))]
    twice = [*once, *once]
    assert [row.verdict for row in said(twice).triggers] == [row.verdict for row in said(once).triggers]
    assert [row.effect for row in said(twice).triggers] == [row.effect for row in said(once).triggers]


def test_more_columns_than_rows() -> None:
    names = ("driving", "sitting", "stairs", "standing", "cold", "stress", "hydration", "sleep", "laptop_on_lap")
    many = [trigger(day, 10 + day % 7, name) for day in range(30) for k, name in enumerate(names) if (day * 5 + k) % 3]
    given = [*ratings(scores(30)), *many]
    checked(given)
    assert {row.verdict for row in said(given).triggers} >= {"not_enough_data"}


def test_techniques_that_are_always_used_together_are_told_apart_by_neither() -> None:
    both = [
        massage(day, 3 + day % 3, 3, wall, technique)
        for day in range(0, 120, 3)
        for wall, technique in (("20:00", BALL), ("20:40", HANDS))
    ]
    given = [*ratings(scores(120), "08:00"), *both]
    checked(given)
    next_day = [row.verdict for row in said(given).massage if row.outcome == "next_day"]
    assert next_day == ["inseparable"] * 2


def test_massage_without_before_says_nothing() -> None:
    given = [*ratings(scores(120)), *(massage(day, None, 2) for day in range(0, 120, 3))]
    checked(given)
    assert {row.verdict for row in said(given).massage} == {"not_enough_data"}
    assert {row.n_sessions for row in said(given).massage} == {0}


def test_what_comes_after_as_of_is_not_known_yet() -> None:
    given = [*ratings(scores(120)), *EVERY_FIFTH]
    early = [entry for entry in given if entry.day <= on(80)]
    assert checked(given, on(80)) == checked(early, on(80))


WALLS = st.integers(0, 23).map(lambda hour: f"{hour:02}:15")
DAYS = st.integers(0, 90).map(on)
MAKE: dict[str, Callable[..., Entry]] = {
    "rating": lambda day, wall, n: rating(day, n % 11, wall),
    "drive": lambda day, wall, n: Trigger(at=moment(day, wall), trigger="driving", amount=n * 7 or None, unit="min"),
    "stairs": lambda day, wall, n: Trigger(at=moment(day, wall), trigger="stairs", amount=n % 3, unit="flights"),
    "massage": lambda day, wall, n: Massage(
        at=moment(day, wall), technique=BALL, site=SITE, side="left", before=n % 11, after=n % 7 or None
    ),
    "function": lambda day, wall, n: Function(at=moment(day, wall), percent=min(100, n * 10)),
    "run": lambda day, wall, n: Run(at=moment(day, wall), minutes=n),
    "spell": lambda day, wall, n: Episode(at=moment(day, wall), site=SITE, side="left"),
}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(sorted(MAKE)), DAYS, WALLS, st.integers(0, 12)), max_size=150))
def test_any_journal_gets_an_answer(given_: list[tuple[str, date, str, int]]) -> None:
    entries = [MAKE[kind](day, wall, number) for kind, day, wall, number in given_]
    checked(entries, on(90))
