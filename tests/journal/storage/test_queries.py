"""What the store finds and adds up, against the same done by hand."""

import sqlite3
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from statistics import fmean

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite as dialect

from journal.model import KINDS, Comment, Entry, Note, Rating, Trigger
from journal.storage.queries import Filter
from journal.storage.shapes import DailyRow, TriggerRow
from journal.storage.store import Store
from tests.strategies import entries
from tests.support import MONDAY, FakeClock, moment, rating

DAY = timedelta(days=1)
WEEK = st.dates(MONDAY - 4 * DAY, MONDAY + 4 * DAY)
near = entries(first=MONDAY - 3 * DAY, last=MONDAY + 3 * DAY, recorded=True)
shared = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def refill(store: Store, many: list[Entry]) -> list[Entry]:
    """Take back what an earlier example recorded, record `many`, and give them by (instant, id)."""
    store.undo()
    return sorted(store.record(list({each.id: each for each in many}.values()), "all"), key=lambda e: (e.at, e.id))


@shared
@given(
    many=st.lists(near, max_size=12),
    first=st.none() | WEEK,
    last=st.none() | WEEK,
    kinds=st.none() | st.sets(st.sampled_from(sorted(KINDS))),
    side=st.none() | st.sampled_from(["left", "right"]),
    newest_first=st.booleans(),
    limit=st.none() | st.integers(0, 5),
    offset=st.integers(0, 5),
)
def test_days_kinds_order_and_pages(
    store: Store,
    many: list[Entry],
    first: date | None,
    last: date | None,
    kinds: set[str] | None,
    side: str | None,
    newest_first: bool,
    limit: int | None,
    offset: int,
) -> None:
    wanted = [
        each
        for each in refill(store, many)
        if (first is None or each.day >= first)
        and (last is None or each.day <= last)
        and (kinds is None or each.kind in kinds)
        and (side is None or getattr(each, "side", None) == side)
    ]
    assert store.count(first=first, last=last, kinds=kinds, side=side) == len(wanted)
    ordered = wanted[::-1] if newest_first else wanted
    found = store.entries(
        first=first, last=last, kinds=kinds, side=side, newest_first=newest_first, limit=limit, offset=offset
    )
    assert found == ordered[offset:][:limit]


@pytest.mark.parametrize("hours", [-14, -12, 0, 12, 14])
def test_a_day_holds_all_its_hours_wherever_it_was_lived(store: Store, hours: int) -> None:
    begins = datetime.combine(MONDAY, time(4), tzinfo=timezone(timedelta(hours=hours)))
    second = timedelta(seconds=1)
    walls = [begins - second, begins, begins + DAY - second, begins + DAY]
    store.record([replace(rating(MONDAY, 1), id=f"e{n}", at=at) for n, at in enumerate(walls)], "edges")
    assert [each.id for each in store.entries(first=MONDAY, last=MONDAY)] == ["e1", "e2"]
    assert store.count(first=date.min, last=date.max) == 4


@shared
@given(many=st.lists(near, max_size=12), tag=st.sampled_from(["a", "b", "ab", " "]), data=st.data())
def test_a_tag_is_found_whole(store: Store, many: list[Entry], tag: str, data: st.DataObject) -> None:
    known = sorted({each for entry in many for each in entry.tags})
    wanted_tag = data.draw(st.sampled_from([*known, tag]))
    wanted = [each for each in refill(store, many) if wanted_tag in each.tags]
    assert store.entries(tag=wanted_tag) == wanted


@shared
@given(many=st.lists(near, max_size=12))
def test_months_and_the_last_day(store: Store, many: list[Entry]) -> None:
    days = [each.day for each in refill(store, many)]
    assert store.months() == sorted(Counter(f"{day:%Y-%m}" for day in days).items(), reverse=True)
    assert store.last_day() == max(days, default=None)


def test_months_with_gaps_between_them(store: Store) -> None:
    days = [date(1987, 12, 31), date(1988, 1, 1), date(1988, 1, 31), date(2026, 2, 28), date(2026, 11, 1)]
    store.record([rating(day, 1) for day in days], "far apart")
    counted = [("2026-11", 1), ("2026-02", 1), ("1988-01", 2), ("1987-12", 1)]
    assert store.months() == store.months(kinds=["rating"]) == counted


@shared
@given(
    many=st.lists(entries("rating", first=MONDAY - 2 * DAY, last=MONDAY + 2 * DAY, recorded=True), max_size=15),
    measure=st.none() | st.sampled_from(["soreness", "pain"]),
    first=st.none() | WEEK,
    last=st.none() | WEEK,
)
def test_daily_scores(
    store: Store, many: list[Entry], measure: str | None, first: date | None, last: date | None
) -> None:
    by_day = defaultdict[date, list[int]](list)
    for each in refill(store, many):
        assert isinstance(each, Rating)
        if (each.site, each.side) == ("mid_calf", "left") and measure in (None, each.measure):
            by_day[each.day].append(each.score)
    wanted = [
        DailyRow(day, max(scores), min(scores), pytest.approx(fmean(scores)), scores[-1], len(scores))  # type: ignore[arg-type]
        for day, scores in sorted(by_day.items())
        if (first is None or day >= first) and (last is None or day <= last)
    ]
    assert store.daily("mid_calf", "left", measure, first, last) == wanted


def test_a_day_has_its_highest_lowest_mean_and_last(store: Store) -> None:
    store.record([rating(MONDAY, 2, "21:00"), rating(MONDAY, 6, "07:00"), rating(MONDAY, 1, "13:00")], "a day")
    store.record([rating(MONDAY + DAY, 4, "03:59"), rating(MONDAY - DAY, 0, "23:00", side="right")], "small hours")
    assert store.daily("upper_outer_calf", "left") == [DailyRow(MONDAY, 6, 1, 3.25, 4, 4)]


def test_a_traveller_has_each_day_once(store: Store) -> None:
    def felt(day: date, hour: int, offset: int, score: int) -> Rating:
        at = datetime.combine(day, time(hour), tzinfo=timezone(timedelta(hours=offset)))
        return replace(rating(day, score), at=at)

    eastward = [felt(MONDAY, 8, 13, 2), felt(MONDAY - DAY, 20, -10, 4), felt(MONDAY, 9, -10, 6)]
    store.record(eastward, "over the date line")
    found = store.daily("upper_outer_calf", "left")
    assert [(row.day, row.last, row.n) for row in found] == [(MONDAY - DAY, 4, 1), (MONDAY, 6, 2)]


def test_the_last_of_equal_times_is_the_one_recorded_last(store: Store) -> None:
    for score in (3, 9, 1):
        store.record([rating(MONDAY, score, "12:00", time_known=False)], "noon")
    assert [row.last for row in store.daily("upper_outer_calf", "left", None, MONDAY, MONDAY)] == [1]


def test_amounts_of_a_trigger_by_day(store: Store) -> None:
    def drive(day: date, amount: float | None) -> Trigger:
        return Trigger(at=moment(day), trigger="driving", amount=amount, unit="min")

    store.record(
        [
            *(drive(MONDAY, amount) for amount in (30, None, 12.5)),
            drive(MONDAY - DAY, 0),
            drive(MONDAY - 2 * DAY, None),
            Trigger(at=moment(MONDAY), trigger="stairs_down", amount=9),
        ],
        "drives",
    )
    assert store.trigger_daily("driving") == [
        TriggerRow(MONDAY - 2 * DAY, None, 1),
        TriggerRow(MONDAY - DAY, 0, 0),
        TriggerRow(MONDAY, 42.5, 1),
    ]
    assert [row.day for row in store.trigger_daily("driving", MONDAY - DAY, MONDAY - DAY)] == [MONDAY - DAY]


# -- search -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def noted(path: Path, clock: FakeClock) -> Store:
    """A journal of three entries, found by their author or site too."""

    def words(entry: Entry) -> str:
        return {"comment": "Dr Äpfel", "rating": "Upper outer calf (below the joint)"}.get(entry.kind, "")

    store = Store.open(path, clock, words)
    store.record(
        [
            Note(at=moment(MONDAY - 2 * DAY), note="Long drive to Zürich, then the müde calf", tags=("travel",)),
            rating(MONDAY - DAY, 5),
            Comment(at=moment(MONDAY), author="x", text="Rest."),
        ],
        "three",
    )
    return store


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ("zur", ["note"]),
        ("ZÜRICH", ["note"]),
        ("calf", ["rating", "note"]),
        ("cal lon", ["note"]),
        ("travel", ["note"]),
        ("below", ["rating"]),
        ("apf", ["comment"]),
        ("rive", []),
        ("", []),
        ("  ", []),
        ("...", []),
        ("👩‍🦰", []),
        ('"', []),
        ('calf"', ["rating", "note"]),
        ("calf AND NOT", []),
        ("note:calf", []),
        ("calf*", ["rating", "note"]),
        ("(calf", ["rating", "note"]),
        ("cal\x00f", []),
        ("calf -- ;", ["rating", "note"]),
    ],
)
def test_search(noted: Store, asked: str, kinds: list[str]) -> None:
    assert [each.kind for each in noted.entries(text=asked, newest_first=True)] == kinds
    assert noted.count(text=asked) == len(kinds)


def test_search_in_pages(noted: Store) -> None:
    assert [each.kind for each in noted.entries(text="calf", newest_first=True, limit=1)] == ["rating"]
    assert [each.kind for each in noted.entries(text="calf", newest_first=True, limit=1, offset=1)] == ["note"]


def test_search_narrowed(noted: Store) -> None:
    assert [each.kind for each in noted.entries(text="calf", last=MONDAY - 2 * DAY)] == ["note"]


def test_search_follows_every_change(noted: Store) -> None:
    (note,) = noted.entries(text="zurich")
    noted.amend(note, Note(id=note.id, at=note.at, note="Basel"), "it was Basel")
    assert not noted.entries(text="zurich")
    assert noted.entries(text="basel")
    noted.remove(note.id, "gone")
    assert not noted.entries(text="basel")
    noted.undo()
    noted.undo()
    assert noted.entries(text="zurich") == [note]


def test_search_among_many_finds_the_newest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.storage.queries.FEW", 5)
    store.import_entries([rating(MONDAY - n * DAY, 1, id=f"e{n}", note=f"calf {n % 2}") for n in range(40)], "many")
    assert [each.id for each in store.entries(text="calf", newest_first=True, limit=3)] == ["e0", "e1", "e2"]
    assert [each.id for each in store.entries(text="calf 1", newest_first=True, limit=2, offset=1)] == ["e3", "e5"]
    assert store.count(text="calf", first=MONDAY - 9 * DAY) == 10


@given(st.text(max_size=30))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_the_search(noted: Store, asked: str) -> None:
    assert len(noted.entries(text=asked)) <= 3


# -- the plans --------------------------------------------------------------------------------------------------------


def plan(path: Path, sql: str) -> str:
    connection = sqlite3.connect(path)
    lines = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    connection.close()
    return "; ".join(lines)


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Filter(first=MONDAY - 90 * DAY, last=MONDAY), "SEARCH entry USING INDEX entry_time (instant>? AND instant<?)"),
        (Filter(last=MONDAY, kinds=["episode"]), "SEARCH entry USING INDEX entry_kind (kind=? AND instant<?)"),
        (Filter(), "SCAN entry USING INDEX entry_time"),
        (Filter(kinds=["rating"]), "SEARCH entry USING INDEX entry_kind (kind=?)"),
    ],
)
def test_days_are_looked_up_in_an_index_and_not_sorted(store: Store, path: Path, wanted: Filter, index: str) -> None:
    from sqlalchemy import select

    from journal.storage.queries import _ordered
    from journal.storage.tables import entry

    query = _ordered(select(entry).where(*wanted.clauses()), False)
    sql = query.compile(dialect=dialect.dialect(), compile_kwargs={"literal_binds": True, "render_postcompile": True})
    assert plan(path, str(sql)) == index


def test_figures_are_read_from_an_index_alone(store: Store, path: Path) -> None:
    asked: list[str] = []
    connection = store._engine.raw_connection()
    driver = connection.driver_connection
    assert driver is not None
    driver.set_trace_callback(asked.append)
    connection.close()
    store.daily("mid_calf", "left", "soreness", MONDAY - DAY, MONDAY)
    store.trigger_daily("driving", MONDAY - DAY, MONDAY)
    store.months()
    scores, amounts, months = (plan(path, sql) for sql in asked if "SELECT" in sql)
    assert scores == "SEARCH entry USING COVERING INDEX entry_rating (site=? AND side=? AND day>? AND day<?)"
    assert "SEARCH entry USING COVERING INDEX entry_what (what=? AND kind=? AND day>? AND day<?)" in amounts
    assert months.count("SEARCH entry USING COVERING INDEX entry_day (day") == 2
    assert "SCAN entry" not in months
