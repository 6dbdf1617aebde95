"""Past forecasts, made again from what was known then."""

from journal.analysis.forecast import forecast
from journal.analysis.rows import site_rows, within
from journal.analysis.track_record import track_record
from journal.model import Entry
from tests.journal.analysis.support import SITE, on
from tests.support import function, rating

PLACE = (SITE, "left")


def spell(start: int, *scores: int) -> list[Entry]:
    """A spell that begins on day `start` and ends after the last of `scores` with two good days."""
    days = (*scores, 0, 0)
    return [
        each
        for number, score in enumerate(days)
        for each in (rating(on(start + number), score), function(on(start + number), 100 if score < 2 else 70))
    ]


def record(entries: list[Entry]) -> list[tuple[int, int, int, bool]]:
    known = within(entries, on(400))
    return [
        (each.length, each.low, each.high, each.held)
        for each in track_record(known, site_rows(known, ("upper_outer_calf", "left")), ("upper_outer_calf", "left"))
    ]


def test_each_finished_spell_is_judged_by_what_was_said_on_its_third_day() -> None:
    entries = [*spell(0, 6, 5, 5, 4, 4, 3, 3, 2), *spell(60, 6, 5, 5, 4, 3), *spell(120, 6, 5)]
    known = within(entries, on(400))
    found = track_record(known, site_rows(known, ("upper_outer_calf", "left")), ("upper_outer_calf", "left"))
    assert [each.length for each in found] == [8, 5, 2]
    assert [each.asked for each in found] == [on(2), on(62), on(121)]
    assert [each.ended for each in found] == [on(8), on(65), on(122)]
    for each in found:
        then = within(entries, each.asked)
        said = forecast(then, site_rows(then, ("upper_outer_calf", "left")), ("upper_outer_calf", "left"), each.asked)
        passed = (each.asked - each.began).days
        assert said.interval90_days == (each.low - passed, each.high - passed)


def test_a_very_long_spell_misses() -> None:
    long = [5] * 80
    assert record(spell(0, *long))[0][3] is False
    assert record(spell(0, 6, 5, 5, 4, 4, 3, 3, 2))[0][3] is True


def test_what_is_going_on_is_not_judged() -> None:
    assert record([rating(on(0), 6), function(on(0), 60), rating(on(1), 5)]) == []
    assert record([]) == []
