"""The countdown: days left, its criteria, and the sentence."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model import Entry
from journal.recovery.countdown import may_plan
from journal.recovery.shapes import Criterion, Rest
from tests.journal.recovery.support import SETTINGS, begun, percent, ran, rated, rest_on, sign, well

MORNINGS = (6, 5, 3, 2, 1, 1, 0)
PERCENTS = (80, 85, 90, 90, 95, 100, 100)

scores = st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=25)


def founding(mornings: int = 7) -> list[Entry]:
    """A rating of 5 on Saturday, and from Monday on four days of rest planned and the mornings as they came."""
    story: list[Entry] = [rated(-2, 5), begun(rest_days=4)]
    for number in range(mornings):
        story += [rated(number, MORNINGS[number]), percent(number, PERCENTS[number])]
    return story


def criterion(rest: Rest, name: str) -> Criterion:
    return next(each for each in rest.criteria if each.id == name)


def story(values: list[int | None], rest_days: int = 0, extra: list[Entry] | None = None) -> list[Entry]:
    rest: list[Entry] = [rated(number, score) for number, score in enumerate(values) if score is not None]
    return [begun(rest_days), *rest, *(extra or [])]


def full(number: int) -> list[Entry]:
    return [percent(number, 100)]


def test_the_founding_story_is_ready_on_the_second_sunday() -> None:
    assert [rest_on(number, founding()).days_left for number in range(7)] == [4, 3, 3, 3, 2, 1, 0]


def test_sunday_is_not_ready_before_it_is_rated() -> None:
    assert rest_on(6, founding(6)).days_left == 1


def test_the_sentence_says_it_all() -> None:
    assert rest_on(4, founding()).sentence == "Rest day 5 · at least 2 more · function 95 of 100 % · 1 good day of 3"
    assert rest_on(6, founding()).sentence == "Rest day 7 · ready to run · function 100 of 100 % · 3 good days of 3"
    assert rest_on(0, [begun()], [sign()]).sentence == (
        "Rest day 1 · at least 3 more · function not rated · 0 good days of 3 · a warning sign is open"
    )


def test_the_day_of_a_run_is_no_rest_day() -> None:
    entries = [*founding(), ran(6)]
    assert rest_on(6, entries).sentence.startswith("Run day · no run today · ")
    assert rest_on(7, [*entries, *well(7, 7)]).rest_day == 1
    assert rest_on(8, [*entries, *well(7, 8)]).sentence.startswith("Rest day 2 · ready to run · ")


@pytest.mark.parametrize(("rest_days", "lefts"), [(5, [5, 4, 3, 2, 1, 0]), (0, [2, 1, 0, 0, 0, 0])])
def test_the_planned_rest_runs_out(rest_days: int, lefts: list[int]) -> None:
    entries = [begun(rest_days), *well(0, 5)]
    found = [rest_on(number, entries) for number in range(6)]
    assert [each.days_left for each in found] == lefts
    assert [each.planned_left for each in found] == [max(0, rest_days - number) for number in range(6)]
    assert [criterion(each, "rest_planned").met for each in found] == [number >= rest_days for number in range(6)]


@pytest.mark.parametrize(
    ("values", "good"),
    [
        ([1, 1, 1], 3),
        ([1, 0, 2], 2),  # a neutral day holds
        ([1, 2, 1], 2),
        ([1, 1, 3], 0),  # a bad day begins anew
        ([1, 3, 1], 1),
        ([1, None, 1], 2),  # an unrated day holds
        ([1, None, None, 1], 2),
        ([1, None, None, None, 1], 1),  # three in a row do not
        ([1, None, None, 2, None, None, 1], 2),
    ],
)
def test_good_days_in_a_row(values: list[int | None], good: int) -> None:
    rest = rest_on(len(values) - 1, story(values))
    assert rest.good_days == good
    assert rest.days_left >= 3 - good


def test_today_holds_while_it_can_still_be_rated() -> None:
    assert rest_on(4, story([1, 1, None, None, None])).good_days == 2
    assert rest_on(5, story([1, 1, None, None, None, None])).good_days == 0


def test_skipping_five_check_ins_begins_the_count_anew() -> None:
    entries = [begun(), *well(0, 1), *well(7, 9)]
    assert [rest_on(number, entries).days_left for number in (1, 4, 5, 6, 7, 8, 9)] == [2, 1, 3, 3, 2, 1, 0]


def test_a_later_rating_changes_today() -> None:
    morning = [begun(0), *well(0, 2)]
    assert rest_on(2, morning).days_left == 0
    assert rest_on(2, [*morning, rated(2, 3, "21:00")]).days_left == 3


@pytest.mark.parametrize(
    ("function", "met", "value"),
    [
        ([], False, None),
        ([percent(4, 100)], True, 100),
        ([percent(4, 99)], False, 99),
        ([percent(2, 100)], True, 100),
        ([percent(1, 100)], False, None),  # older than 2 days
        ([percent(3, 100), percent(4, 95)], False, 95),  # the last one counts
        ([percent(4, 100, side="right")], False, None),
    ],
)
def test_function_stands_before_running(function: list[Entry], met: bool, value: int | None) -> None:
    rest = rest_on(4, story([1, 1, 1, 1, 1], extra=function))
    found = criterion(rest, "function_100")
    assert (found.met, found.value, found.needed, found.required) == (met, value, 100, True)
    assert rest.days_left == (0 if met else 1)


def test_an_open_warning_sign_stands_before_running() -> None:
    entries = story([1, 1, 1], extra=full(2))
    assert rest_on(2, entries).days_left == 0
    rest = rest_on(2, entries, [replace(sign(), short="foot slaps")])
    found = criterion(rest, "no_warning_sign")
    assert rest.days_left == 1
    assert (found.met, found.required, found.evidence) == (False, True, ("check-1",))
    assert found.text == "1 warning sign open: foot slaps"


@pytest.mark.parametrize(("limp", "met"), [(None, None), (False, True), (True, False)])
def test_a_limp_is_shown_and_stands_in_the_way_only_as_a_bad_day(limp: bool | None, met: bool | None) -> None:
    rest = rest_on(3, story([1, 1, 1, 1], extra=[percent(3, 100, limp=limp)]))
    found = criterion(rest, "limp")
    assert (found.met, found.required) == (met, False)
    assert rest.days_left == (3 if limp else 0)
    assert ("not asked" in found.text) == (limp is None)


def test_how_long_ago_function_was_rated_is_said() -> None:
    text = criterion(rest_on(6, story([1] * 7, extra=[percent(1, 90), percent(2, 100)])), "function_100").text
    assert text == "function was last rated 4 days ago; 100 % is needed"
    assert criterion(rest_on(6, story([1] * 7)), "function_100").text == "function was not rated yet; 100 % is needed"


def test_the_planned_rest_is_counted() -> None:
    found = [criterion(rest_on(number, [begun(4)]), "rest_planned") for number in (0, 1, 4, 9)]
    assert [(each.value, each.needed) for each in found] == [(0, 4), (1, 4), (4, 4), (4, 4)]


def test_every_criterion_names_its_entries() -> None:
    rest = rest_on(6, founding())
    assert criterion(rest, "rest_planned").evidence == ("episode-left",)
    assert criterion(rest, "function_100").evidence == ("function-006-08:00",)
    assert "rating-004-07:30-left" in criterion(rest, "good_days").evidence
    assert "rating-003-07:30-left" not in criterion(rest, "good_days").evidence


def test_the_numbers_are_settings() -> None:
    settings = replace(SETTINGS, good_days_needed=5, function_needed=95)
    rest = rest_on(2, story([1, 1, 1], extra=[percent(2, 95)]), settings=settings)
    assert (rest.days_left, rest.good_days_needed, criterion(rest, "function_100").met) == (2, 5, True)


def test_only_more_rest_may_be_planned() -> None:
    assert may_plan(begun(4), 4) is None
    assert may_plan(begun(4), 9) is None
    assert may_plan(begun(4), 3) == "4 rest days are planned: there can be more, not fewer"


def test_more_planned_rest_lengthens_it() -> None:
    entries = founding()
    assert rest_on(6, [replace(begun(4), rest_days=9), *entries[2:]]).days_left == 3


@given(scores, st.integers(0, 10), st.booleans())
def test_days_left_is_never_negative_and_zero_means_that_nothing_required_is_open(
    values: list[int | None], rest_days: int, rated_full: bool
) -> None:
    last = len(values) - 1
    rest = rest_on(last, story(values, rest_days, full(last) if rated_full else []))
    is_open = any(each.required and not each.met for each in rest.criteria)
    assert rest.days_left >= 0
    assert rest.ready != is_open


@given(scores, st.integers(0, 10), st.data())
def test_more_pain_never_shortens_the_rest(values: list[int | None], rest_days: int, data: st.DataObject) -> None:
    last = len(values) - 1
    worse = [None if each is None else data.draw(st.integers(each, 10)) for each in values]
    before = rest_on(last, story(values, rest_days, full(last)))
    after = rest_on(last, story(worse, rest_days, full(last)))
    assert after.days_left >= before.days_left


@given(scores, st.lists(st.integers(70, 100), max_size=10), st.randoms(use_true_random=False))
def test_the_order_of_the_entries_does_not_matter(
    values: list[int | None], percents: list[int], order: random.Random
) -> None:
    last = len(values) - 1
    entries = story(values, 2, [percent(number, value) for number, value in enumerate(percents)])
    entries += [rated(number, score, "21:00") for number, score in enumerate(values) if score is not None]
    shuffled = list(entries)
    order.shuffle(shuffled)
    assert rest_on(last, shuffled) == rest_on(last, entries)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 10)), min_size=1, max_size=12), st.data())
def test_the_order_of_the_ratings_in_a_day_does_not_matter(
    given_on: list[tuple[int, int]], data: st.DataObject
) -> None:
    hours = data.draw(st.permutations(range(6, 6 + len(given_on))))
    in_order, mixed = (
        [rated(number, score, f"{hour:02}:00") for (number, score), hour in zip(given_on, at, strict=True)]
        for at in (range(6, 6 + len(given_on)), hours)
    )
    first, second = (rest_on(3, [begun(0), *entries, *full(3)]) for entries in (in_order, mixed))
    assert (first.days_left, first.good_days) == (second.days_left, second.good_days)


def test_the_small_hours_belong_to_the_day_before() -> None:
    late = rated(3, 4, "00:30", id="late")
    assert rest_on(2, [*story([1, 1, 1], extra=full(2)), late]).days_left == 3
