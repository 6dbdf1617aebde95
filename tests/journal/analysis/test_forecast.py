"""Sore spells, and when they may be over."""

from datetime import date, timedelta
from statistics import NormalDist

import pytest

from journal.analysis.forecast import LogNormal, Pool, forecast, likely_dates, own_lengths
from journal.analysis.rows import site_rows, within
from journal.analysis.shapes import Forecast
from journal.analysis.spells import Day, Spell, spells
from journal.model import Entry, Episode
from tests.journal.analysis.support import SITE, on
from tests.support import function, moment, rating


def days(*given: tuple[int | None, int | None]) -> list[Day]:
    return [Day(number, score, percent) for number, (score, percent) in enumerate(given)]


def forecast_of(entries: list[Entry], as_of: date) -> Forecast:
    known = within(entries, as_of)
    return forecast(known, site_rows(known, (SITE, "left")), (SITE, "left"), as_of)


def spell(first: int, scores: list[int], well: int = 2) -> list[Entry]:
    """A spell with these ratings and function down, then `well` days well again."""
    given: list[Entry] = []
    for number, score in enumerate([*scores, *[0] * well]):
        sore = number < len(scores)
        given += [rating(on(first + number), score, "20:00"), function(on(first + number), 70 if sore else 100)]
    return given


def test_a_spell_lasts_from_the_first_sore_day_to_the_first_of_two_good_ones() -> None:
    finished, now = spells(days((0, 100), (5, 70), (3, 80), (1, 100), (2, 90), (1, 100), (0, 100), (0, 100)))
    assert [each.length for each in finished] == [4]
    assert now is None
    assert finished[0].peak == 5


def test_one_good_day_is_not_the_end() -> None:
    finished, now = spells(days((5, 70), (1, 100), (4, 80), (1, 100)))
    assert finished == []
    assert now is not None
    assert now.scores == [(0, 5), (1, 1), (2, 4), (3, 1)]


def test_days_without_function_say_nothing_about_the_end() -> None:
    assert [each.length for each in spells(days((5, 70), (1, 100), (1, None), (0, 100)))[0]] == [1]
    assert spells(days((5, 70), (1, None), (1, None)))[0] == []


def test_soreness_alone_begins_nothing_but_the_runners_word_does() -> None:
    assert spells(days((8, None), (8, 95)))[1] is None
    assert spells([Day(0, 1, 100, begins=True)])[1] is not None


def test_a_spell_that_was_lost_sight_of_is_forgotten() -> None:
    finished, now = spells([Day(0, 6, 60), Day(40, 0, 100), Day(41, 0, 100)])
    assert (finished, now) == ([], None)


def test_the_runner_may_end_it() -> None:
    given: list[Entry] = [*spell(0, [6, 5, 5, 4], 0), Episode(at=moment(on(0)), site=SITE, side="left", ended_on=on(3))]
    assert forecast_of(given, on(4)).verdict == "not_in_episode"
    assert forecast_of(given, on(4)).n_past_episodes == 1


def test_the_first_days_go_by_the_prior() -> None:
    prior = own_lengths([], 0)
    assert prior.chance(10) == pytest.approx(0.5)
    assert prior.chance(3.5) == pytest.approx(0.05, abs=0.01)
    assert prior.chance(28.5) == pytest.approx(0.95, abs=0.01)


def test_own_spells_draw_the_forecast() -> None:
    lengths = [Spell(days((6, 70)), length) for length in (20, 25, 30)]
    assert own_lengths(lengths, 0).mu > own_lengths([], 0).mu
    assert own_lengths(lengths, 0).sd < own_lengths([], 0).sd


def test_days_that_passed_cut_the_short_lengths_off() -> None:
    assert own_lengths([], 9).chance(1) < 0.15
    assert own_lengths([], 9).still_possible == pytest.approx(1 - own_lengths([], 0).chance(9))
    far = own_lengths([], 60)
    assert far.beyond == 0
    assert far.chance(24) == pytest.approx(0.5)


def test_fast_fading_brings_the_end_nearer() -> None:
    fast, slow = (forecast_of(spell(0, scores, 0), on(5)) for scores in ([7, 5, 4, 3, 2, 2], [7, 7, 6, 6, 6, 6]))
    assert fast.median_days is not None
    assert slow.median_days is not None
    assert fast.median_days < slow.median_days - 2


def test_the_answer_is_a_range_around_a_day() -> None:
    found = forecast_of(spell(0, [7, 6, 5], 0), on(2))
    assert (found.verdict, found.in_episode, found.episode_day, found.as_of) == ("forecast", True, 3, on(2))
    assert found.interval90_days is not None
    assert found.median_days is not None
    low, high = found.interval90_days
    assert 1 <= low < found.median_days < high
    dates = likely_dates(found)
    assert dates is not None
    assert dates[1] < dates[0] < dates[2]
    chances = [chance for _, chance in found.chances]
    assert chances == sorted(chances)


def test_what_cannot_be_forecast_is_said() -> None:
    assert forecast_of([rating(on(0), 8)], on(0)).verdict == "not_enough_data"
    assert forecast_of([rating(on(0), 0), function(on(0), 100)], on(0)).verdict == "not_in_episode"
    long = forecast_of(spell(0, [6] * 62, 0), on(61))
    assert (long.verdict, long.median_days, long.episode_day) == ("too_long_to_forecast", None, 62)
    stale = forecast_of(spell(0, [6, 6, 6], 0), on(2) + timedelta(days=15))
    assert (stale.verdict, stale.in_episode, stale.median_days) == ("not_enough_data", True, None)


def test_the_pool_is_between_its_two_forecasts() -> None:
    near, far = LogNormal(1.0, 0.4), LogNormal(3.0, 0.4)
    pool = Pool(near, far, 0.4)
    assert pool.chance(5) == pytest.approx(0.6 * near.chance(5) + 0.4 * far.chance(5))
    assert pool.chance(pool.quantile(0.5)) == pytest.approx(0.5, abs=1e-6)
    assert Pool(LogNormal(-3, 0.1), far, 0.0).quantile(0.5) == 1


def test_the_quantiles_are_those_of_four_thousand_draws() -> None:
    made = own_lengths([Spell(days((6, 70)), 12)], 6)
    normal = NormalDist()
    draws = [2.718281828459045 ** (made.mu + made.sd * normal.inv_cdf((i + 0.5) / 4000)) - 6 for i in range(4000)]
    left = sorted(each for each in draws if each > 0)
    assert Pool(made, made, 0).quantile(0.5) == pytest.approx(left[len(left) // 2], rel=0.01)
