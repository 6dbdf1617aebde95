"""The rules are given every entry that their settings make them look at."""

from datetime import timedelta

import pytest

from journal.book import Journal
from tests.support import MONDAY, FakeClock, moment, rating


@pytest.mark.parametrize(("weeks", "signs"), [(12, []), (26, ["rf_trend"])])
def test_flare_ups_are_counted_over_as_many_weeks_as_were_chosen(
    journal: Journal, clock: FakeClock, weeks: int, signs: list[str]
) -> None:
    journal.change_settings(trend_flare_weeks=weeks)
    for back in (170, 100, 20):
        for day, score in enumerate((0, 0, 0, 0, 6, 0)):
            clock.set(moment(MONDAY - timedelta(days=back - day), "09:00"))
            journal.record(rating(clock.today(), score))
    clock.set(moment(MONDAY, "09:00"))
    assert [each.id for each in journal.status().signs] == signs
