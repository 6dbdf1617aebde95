"""What becomes a row and a dose."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from journal.analysis.columns import Frame
from journal.analysis.rows import (
    HISTORY,
    Doses,
    Place,
    Row,
    exposures,
    main_measure,
    places,
    site_rows,
    tracked_rows,
    within,
)
from journal.model import Rating, Run, Strength, StrengthSet, Untracked
from tests.journal.analysis.support import BALL, SITE, massage, on, ratings, scores, trigger
from tests.support import moment, rating

PLACE: Place = (SITE, "left")


def test_small_hours_belong_to_the_day_before() -> None:
    row = site_rows([rating(on(1), 3, "01:30")], PLACE)[0]
    assert row.day == on(0).toordinal()


def test_ratings_closer_than_half_an_hour_are_corrections() -> None:
    given = [rating(on(0), score, wall) for score, wall in ((3, "08:00"), (5, "08:20"), (6, "09:00"))]
    assert [row.score for row in site_rows(given, PLACE)] == [5, 6]


def test_a_double_import_counts_once() -> None:
    twice = within([*ratings(scores(20)), *ratings(scores(20))], on(30))
    assert site_rows(twice, PLACE) == site_rows(ratings(scores(20)), PLACE)
    drives = exposures([trigger(0), trigger(0), trigger(3)])["driving"]
    assert drives.daily == {on(0).toordinal(): 1.0, on(3).toordinal(): 1.0}


def test_before_is_a_rating_when_it_began_and_after_is_marked() -> None:
    before, after = site_rows([massage(0, 5, 3, "21:00")], PLACE)
    assert (before.score, before.after) == (5, "")
    assert (after.score, after.after) == (3, BALL)
    assert after.time - before.time == pytest.approx(2 / 1440)


def test_ratings_typed_much_later_are_left_out() -> None:
    late: dict[str, Any] = {"entered_late": True, "recorded_at": moment(on(10))}
    assert site_rows([rating(on(6), 3, **late), rating(on(7), 4, **late)], PLACE)[0].score == 4


def test_imported_ratings_are_not_late() -> None:
    assert site_rows([rating(on(6), 3, source="import:x", recorded_at=moment(on(900)))], PLACE)


def test_the_measure_that_is_rated_most_counts() -> None:
    tight = [rating(on(day), 2, measure="tightness") for day in range(3)]
    assert main_measure([*tight, rating(on(0), 5)]) == "tightness"
    assert main_measure([tight[0], rating(on(0), 5)]) == "soreness"
    assert main_measure([]) == "soreness"


def test_only_five_years_count() -> None:
    assert within([rating(on(0), 1)], on(0) + HISTORY)
    assert not within([rating(on(0), 1)], on(0) + HISTORY + timedelta(days=1))
    assert not within([rating(on(1), 1)], on(0))


def test_tracked_places_come_first() -> None:
    given = [rating(on(0), 1, site="soleus"), rating(on(0), 1), rating(on(0), 1, site="knee_front")]
    assert [site for site, _ in places(given, [PLACE, ("glute", "left")])] == [SITE, "knee_front", "soleus"]


def test_a_dose_is_in_typical_amounts_added_up_and_capped() -> None:
    given = [trigger(0, 30), trigger(1, 60), trigger(2, 90), trigger(3, None), trigger(4, 0), trigger(5, 600)]
    doses = exposures([*given, trigger(0, 30, wall="09:00")])["driving"]
    assert doses.typical == 60
    assert [doses.daily.get(on(day).toordinal()) for day in range(6)] == [1.0, 1.0, 1.5, 1.0, None, 3.0]


def test_runs_and_strength_are_exposures_of_the_day() -> None:
    sets = (StrengthSet(reps=10),) * 3
    given = [
        Run(at=moment(on(0)), minutes=40),
        *(Strength(at=moment(on(0), wall), exercise="dead_bug", sets=sets) for wall in ("17:00", "17:10")),
    ]
    found = exposures(given)
    assert list(found) == ["run", "strength"]
    assert found["run"].typical == 40
    assert found["strength"].typical == 6
    assert found["strength"].daily == {on(0).toordinal(): 1.0}


def test_the_same_day_counts_only_what_was_over_before() -> None:
    given = [trigger(0, wall="17:00"), trigger(1, time_known=False)]
    doses = exposures(given)["driving"]
    noon, late = (Row(on(0).toordinal() + hour / 24, on(0).toordinal(), 3) for hour in (12, 20))
    assert (doses.before(noon), doses.before(late)) == (0, 1)
    unknown = Row(on(1).toordinal() + 0.9, on(1).toordinal(), 3)
    assert doses.before(unknown) == 0
    assert doses.before(Row(late.time, late.day, 3, timed=False)) == 0


def test_lags_count_journal_days_over_a_clock_change() -> None:
    winter, summer = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
    given = [
        Rating(at=datetime(2025, 3, 29, 7, tzinfo=winter), site=SITE, side="left", score=2),
        Rating(at=datetime(2025, 3, 30, 7, tzinfo=summer), site=SITE, side="left", score=4),
    ]
    frame = Frame(site_rows(given, PLACE))
    assert frame.times[1] == pytest.approx(1)
    drive = {datetime(2025, 3, 29, tzinfo=UTC).date().toordinal(): 1.0}
    assert list(frame.dose(Doses(events={day: [(None, dose)] for day, dose in drive.items()}), 1)) == [0, 1]


def test_mornings_and_weekdays_become_columns_as_days_grow() -> None:
    evening = Frame(site_rows(ratings(scores(60)), PLACE))
    assert len(evening.calendar()) == 1 + 6
    both = Frame(site_rows(within([*ratings(scores(60)), *ratings(scores(60), "08:00")], on(60)), PLACE))
    assert len(both.calendar()) == 1 + 1 + 6
    assert both.calendar()[1].mean() == pytest.approx(0)
    assert len(Frame(site_rows(ratings(scores(30)), PLACE)).calendar()) == 1 + 1
    assert len(Frame(site_rows(ratings(scores(20)), PLACE)).calendar()) == 1


def test_rows_near_days_that_were_not_tracked_are_left_out() -> None:
    rated = site_rows(ratings(scores(20)), (SITE, "left"))
    gap = Untracked(at=moment(on(5)), last=on(7))
    kept = [row.day - on(0).toordinal() for row in tracked_rows(rated, [gap])]
    assert kept == [*range(5), *range(10, 20)]
    assert tracked_rows(rated, []) == rated
