"""Whatever is typed: an answer in one line, or entries that are true; never anything else, never the future."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journal.clock import Clock
from journal.quick import NotUnderstood, read
from journal.settings import MAIN, Tracked
from tests.journal.quick.strategies import BERLIN, CATALOGUE

SPOKEN = sorted(
    {
        word
        for things in (CATALOGUE.sites, CATALOGUE.triggers, CATALOGUE.techniques, CATALOGUE.exercises, CATALOGUE.tests)
        for thing in things.values()
        for word in (thing.name, *thing.say)
    }
    | {word for alias in CATALOGUE.aliases for word in alias.words}
)
LANGUAGE = re.findall(
    r"\S+",
    r"""
    l r left right both x none no yes some limp function f massage run test flare well again note comment coach stage
    rpe rest sudden ended before after pain tight at for today yesterday mon sun last night noon midnight sometime ago
    now nov may 3 11 0 31 2026 3h 90m 20 5k 1h30 10m km kg % @20kg 3x12 4x30s 6>3 x> -> > 8am 8pm 14:30 25:00 ٣ ²
    2026-11-03 2026-11-25 +01:00 1,500 3,5 2d #a # -- ; : , . ( \ 99999999999 1e9 -3
    """,
)
LINES = st.text(max_size=60) | st.lists(st.sampled_from(LANGUAGE) | st.sampled_from(SPOKEN), max_size=9).map(" ".join)
MOMENTS = st.builds(
    lambda seconds, zone: datetime(2001, 1, 1, tzinfo=UTC).astimezone(zone) + timedelta(seconds=seconds),
    st.integers(0, 99 * 365 * 86_400),
    st.sampled_from((UTC, BERLIN)),
)
TRACKED = st.lists(
    st.builds(
        Tracked,
        st.sampled_from(list(CATALOGUE.sites)),
        st.sampled_from(("left", "right")),
        st.sampled_from(("soreness", "pain")),
    ),
    max_size=3,
)


@settings(max_examples=400)
@given(
    LINES,
    MOMENTS,
    TRACKED,
    st.none() | st.dates(date(2001, 1, 2), date(2099, 1, 1)),
    st.none() | st.timedeltas(max_value=timedelta(0), min_value=timedelta(days=9999) * -1),
)
@example("calf 5 2026-11-25", datetime(2026, 11, 23, 7, 30, tzinfo=UTC), [], None, None)
def test_a_line_is_read_or_refused_and_never_in_the_future(
    line: str, now: datetime, tracked: list[Tracked], day: date | None, back: timedelta | None
) -> None:
    clock = Clock(read=lambda: now, zone=now.tzinfo, zone_name="")
    default = None if back is None else (now.astimezone(UTC) + back).astimezone(timezone(timedelta(hours=3)))
    try:
        found = read(line, CATALOGUE, clock, tracked, default_at=default, day=day)
    except NotUnderstood as error:
        assert error.problem and error.instead and str(error).isprintable()
        return
    assert found.entries or found.changes
    assert len(found.said) == len(found.entries) + len(found.changes)
    assert all(entry.at <= now + timedelta(minutes=5) for entry in found.entries)
    assert all(entry.day <= clock.today() or entry.at >= now for entry in found.entries)
    assert all(end.day <= (now + timedelta(minutes=5)).date() for end in found.changes)


@pytest.mark.parametrize(
    "line",
    [
        "; " * 50_000,
        "note " + " " * 200_000 + "x",
        "note x" + " " * 100_000 + "#a",
        "comment coach " + " " * 100_000,
        "l calf 5 -- " + "#a " * 20_000,
        "note " + "\\" * 100_000 + "#a",
        "3 nov " * 160,
        "x " * 490,
        "9" * 900,
        "upper " * 160,
    ],
    ids=range(10),
)
def test_long_lines_take_no_long_time(line: str, clock: Clock) -> None:
    with_time = settings(deadline=timedelta(seconds=2), max_examples=1)

    @with_time
    @given(st.just(line))
    def once(text: str) -> None:
        try:
            read(text, CATALOGUE, clock, (MAIN,))
        except NotUnderstood as error:
            assert len(str(error)) < 600

    once()
