"""Whole episodes: a plain flare to full running, a relapse at stage 4, skipped check-ins, both legs at once."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model import Entry
from journal.recovery.episodes import episode_status, open_episodes
from tests.journal.recovery.support import (
    CATALOGUE,
    SETTINGS,
    begun,
    on,
    passed,
    percent,
    ran,
    rated,
    ready,
    sign,
    status_on,
    well,
)


def follow_the_advice(entries: list[Entry], first: int, last: int) -> dict[int, int]:
    """Run as advised, on the first day allowed, from day `first` to `last`: the stage of each day with a run."""
    done: dict[int, int] = {}
    for number in range(first, last + 1):
        advice = status_on(number, entries).run
        if advice.stage and advice.earliest == on(number):
            done[number] = advice.stage
            entries.append(ran(number, advice.stage))
    return done


def test_a_plain_flare_to_full_running() -> None:
    entries = [*ready(), *well(5, 60)]
    done = follow_the_advice(entries, 0, 34)
    assert list(done) == list(range(4, 35, 2))
    assert list(done.values()) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8]
    phases = [status_on(number, entries).phase for number in range(58)]
    assert phases == ["protect", *["load"] * 3, *["return"] * 52, *["maintain"] * 2]


def test_a_relapse_at_stage_4() -> None:
    entries = [*ready(), *well(5, 60)]
    done = follow_the_advice(entries, 4, 16)
    assert done[16] == 4
    entries += [rated(17, 2, "08:00")]
    relapsed = status_on(17, entries)
    assert (relapsed.phase, relapsed.rest.rest_day, relapsed.rest.good_days, relapsed.rest.days_left) == (
        "protect",
        1,
        0,
        3,
    )
    assert status_on(18, entries).phase == "load"
    back = status_on(20, entries)
    assert (back.phase, back.rest.rest_day, back.run.stage, back.run.last_clean) == ("return", 4, 1, 3)
    assert follow_the_advice(entries, 17, 60)[20] == 1


def test_a_runner_who_skips_five_check_ins_on_the_ladder() -> None:
    entries = [*ready(), ran(4), *well(5, 6), ran(6), *well(12, 14)]
    found = [status_on(number, entries) for number in (6, 8, 10, 11, 12, 13, 14)]
    assert [each.rest.days_left for each in found] == [0, 0, 3, 3, 2, 1, 0]
    assert [each.rest.good_days for each in found] == [6, 6, 0, 0, 1, 2, 3]
    assert status_on(14, entries).run.stage == 1
    assert status_on(14, entries).phase == "return"


def test_both_legs_at_once_have_each_their_own_countdown() -> None:
    entries: list[Entry] = [begun(), begun(side="right", number=2)]
    entries += [rated(number, 0) for number in range(6)]
    entries += [rated(number, 4 if number < 4 else 1, side="right") for number in range(2, 6)]
    entries += [percent(number, 100) for number in range(6)]
    left, right = (
        episode_status(each, entries, CATALOGUE, SETTINGS, (), on(5)) for each in open_episodes(entries, on(5))
    )
    assert (left.episode.side, left.day, left.rest.days_left, left.phase) == ("left", 6, 0, "load")
    assert (right.episode.side, right.day, right.rest.days_left, right.phase) == ("right", 4, 1, "load")


def test_the_days_are_counted_from_the_first_as_1() -> None:
    status = status_on(3, [begun(4), *well(0, 3)])
    assert (status.day, status.rest.rest_day, status.rest.days_left) == (4, 4, 1)


@pytest.mark.parametrize(("score", "offers"), [(1, True), (2, False)])
def test_closing_is_offered_after_14_good_days(score: int, offers: bool) -> None:
    entries = [begun(), rated(0, 5), *well(1, 13), rated(14, score)]
    assert not status_on(13, entries).offer_to_close
    assert status_on(14, entries).offer_to_close == offers
    assert not status_on(14, entries, [sign()]).offer_to_close


def test_an_episode_is_open_until_the_day_it_ends() -> None:
    entries = [replace(begun(), ended_on=on(5)), begun(side="right", number=3)]
    assert [each.side for each in open_episodes(entries, on(0))] == ["left"]
    assert [each.side for each in open_episodes(entries, on(2))] == ["left"]
    assert [each.side for each in open_episodes(entries, on(4))] == ["left", "right"]
    assert [each.side for each in open_episodes(entries, on(5))] == ["right"]


@pytest.mark.parametrize(("number", "came_back"), [(14, True), (15, False)])
def test_a_new_episode_soon_after_full_running_is_a_recurrence(number: int, came_back: bool) -> None:
    earlier = replace(begun(number=-30, id="earlier"), ended_on=on(2))
    again = begun(number=number, id="again")
    entries: list[Entry] = [earlier, ran(0, 7), again]
    status = episode_status(again, entries, CATALOGUE, SETTINGS, (), on(number))
    assert status.recurrence == came_back
    assert not episode_status(again, entries[1:], CATALOGUE, SETTINGS, (), on(number)).recurrence
    assert (status.run.last_clean, status.rest.rest_day) == (None, 1)


@given(st.data(), st.randoms(use_true_random=False))
def test_the_order_of_the_entries_does_not_matter(data: st.DataObject, order: random.Random) -> None:
    numbers = st.integers(0, 14)
    one = st.one_of(
        st.builds(rated, numbers, st.integers(0, 6), st.sampled_from(["07:30", "12:30", "21:00"])),
        st.builds(percent, numbers, st.integers(75, 100), st.sampled_from(["08:00", "22:00"])),
        st.builds(ran, numbers, st.none() | st.integers(0, 8), st.none() | st.integers(0, 7)),
    )
    drawn = data.draw(st.lists(one, max_size=30, unique_by=lambda each: each.id))
    entries: list[Entry] = [begun(2), *passed(3), *drawn]
    shuffled = list(entries)
    order.shuffle(shuffled)
    number = data.draw(numbers)
    assert status_on(number, shuffled) == status_on(number, entries)
    assert status_on(number, entries).rest.days_left >= 0
