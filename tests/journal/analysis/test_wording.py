"""What is said, word for word."""

import re
from dataclasses import replace

import pytest

from journal.analysis.self_trial import TrialDay
from journal.analysis.shapes import Comparison, Experiment, Forecast, MassageEffect, Trend, TriggerLink
from journal.analysis.wording import (
    chances,
    comparison,
    experiment,
    forecast,
    link,
    link_lines,
    massage,
    signed,
    trend,
    trial_today,
)
from journal.model import SelfTrial
from tests.benchmarks.simulator import World, simulate
from tests.journal.analysis.support import BALL, HANDS, SITE, content, on, said
from tests.support import moment

DRIVE = TriggerLink(
    site=SITE,
    side="left",
    trigger="driving",
    lag_days=1,
    typical_amount=150.0,
    unit="min",
    n_exposed_days=41,
    n_unexposed_days=280,
    effect=2.4,
    interval90=(2.11, 2.69),
    p=0.0,
    verdict="clear",
    level=4,
)
BALLED = MassageEffect(
    site=SITE,
    side="left",
    technique=BALL,
    outcome="immediate",
    n_sessions=38,
    effect=-2.3,
    interval90=(-2.5, -2.1),
    p=0.0,
    verdict="clear",
    level=4,
)


def test_a_clear_link() -> None:
    assert link(DRIVE, content()) == (
        "Driving, typically 2 h 30 min, is followed the next day by +2.4 (90 %: +2.1 to +2.7), 41 days. Clear."
    )


def test_a_possible_link_says_how_often_such_hints_are_nothing() -> None:
    row = replace(DRIVE, effect=0.3, interval90=(0.1, 0.6), verdict="possible")
    assert link(row, content()).endswith(
        "by +0.3 (90 %: +0.1 to +0.6), 41 days. Small. Possible; about 1 in 10 such hints is a fluke. Keep logging."
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"verdict": "probably_small"}, "Driving, the next day: No sign of an effect bigger than 1 point."),
        (
            {"verdict": "unclear", "interval90": (-0.4, 1.9)},
            "Driving, the next day: Can't tell: anything from −0.4 to +1.9 fits.",
        ),
        (
            {"verdict": "not_enough_data", "n_exposed_days": 3, "needs_exposed_days": 3, "p": None},
            "Driving, the next day: needs 6 days with a rating the next day; you have 3.",
        ),
        (
            {"verdict": "not_enough_data", "n_unexposed_days": 2, "p": None},
            "Driving, the next day: needs 6 rated days without it; you have 2.",
        ),
        (
            {"verdict": "inseparable", "like": "Saturday", "p": None},
            "Driving, the next day: always on Saturdays: can't be told apart from Saturday.",
        ),
        (
            {"verdict": "inseparable", "like": "stairs", "p": None},
            "Driving, the next day: always together with Stairs: can't be told apart.",
        ),
    ],
)
def test_the_other_verdicts(changes: dict[str, object], words: str) -> None:
    assert link(replace(DRIVE, **changes), content()) == words  # type: ignore[arg-type]


def test_what_is_chosen_may_be_skipped_on_bad_days() -> None:
    skipped = "You may skip it on bad days."
    for trigger, lag, said_so in (("run", 0, True), ("speed_work", 0, True), ("driving", 0, False), ("run", 1, False)):
        assert link(replace(DRIVE, trigger=trigger, lag_days=lag), content()).endswith(skipped) is said_so


def test_small_is_said_below_two_points_or_one_at_low_levels() -> None:
    assert "Small." in link(replace(DRIVE, effect=1.9), content())
    assert "Small." not in link(replace(DRIVE, effect=1.9, level=1.5), content())
    assert "Small." in link(replace(DRIVE, effect=0.9, level=1.5), content())


def test_massage_always_names_expectation() -> None:
    assert massage(BALLED, content()) == (
        "Ball under the upper outer calf, sitting, just after: −2.3 (90 %: −2.5 to −2.1), 38 sessions. Clear. "
        "This includes expectation (placebo), since no lot was drawn."
    )
    few = replace(BALLED, verdict="not_enough_data", n_sessions=2, effect=None)
    assert massage(few, content()).endswith("just after: needs 6 sessions rated before and after; you have 2.")
    for verdict in ("possible", "probably_small", "unclear"):
        assert "expectation (placebo)" in massage(replace(BALLED, verdict=verdict), content())


def test_technique_against_technique() -> None:
    row = Comparison(
        site=SITE,
        side="left",
        technique=BALL,
        against=HANDS,
        outcome="next_day",
        effect=-0.5,
        interval90=(-0.8, -0.2),
        verdict="clear",
    )
    assert comparison(row, content()).endswith(
        "thumbs, with slow bending, the next day: −0.5 (90 %: −0.8 to −0.2). Clear."
    )


TRIED = Experiment(
    site=SITE,
    side="left",
    planned_days=28,
    effect=-0.8,
    interval90=(-1.2, -0.3),
    verdict="helps",
    technique=BALL,
    against=None,
    start=on(0),
    seed=7,
    state="finished",
    answer_on=on(28),
)


def test_a_trial() -> None:
    head = "Self-trial, Ball under the upper outer calf, sitting against no massage, 28 days from 6 Jan"
    fair = "The calendar, not your soreness, chose the days, so the difference is fair."
    told = experiment(TRIED, content())
    assert told == f"{head}: the next day −0.8 (90 %: −1.2 to −0.3). It helps. {fair}"
    unclear = experiment(replace(TRIED, verdict="unclear"), content())
    assert unclear == f"{head}: Can't tell: anything from −1.2 to −0.3 fits. {fair}"
    few = replace(TRIED, effect=None, verdict="not_enough_data", state="ended", ended=on(9), why="you ended it")
    assert experiment(few, content()) == (
        f"{head}, ended early on 15 Jan (you ended it): not enough rated days to tell."
    )
    running = experiment(replace(TRIED, state="running"), content())
    assert running == f"{head}, seed 7: the answer comes on Mon 3 Feb, as an earlier look would be unfair."


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"state": "waiting"}, "The self-trial of the left upper outer calf begins on Mon 6 Jan."),
        ({}, "Today: no massage, it is the trial (left upper outer calf, day 1 of 28)."),
        (
            {"day": on(1)},
            (
                "Today: Ball under the upper outer calf, sitting, in the evening, it is the trial "
                "(left upper outer calf, day 2 of 28)."
            ),
        ),
        ({"state": "ended", "ended": on(0), "why": "x"}, "The self-trial of the left upper outer calf has ended: x."),
        ({"state": "ended", "ended": on(-1), "why": "x"}, ""),
        ({"state": "finished"}, ""),
    ],
)
def test_a_day_of_a_trial(changes: dict[str, object], words: str) -> None:
    trial = SelfTrial(at=moment(on(0)), site=SITE, side="left", technique=BALL, start=on(0), seed=20250106)
    now = TrialDay(trial=trial, day=on(0), state="running")
    assert trial_today(replace(now, **changes), content()) == words  # type: ignore[arg-type]


def test_who_rates_evenings_only_is_told_to_rate_mornings_too() -> None:
    row = replace(DRIVE, trigger="run", lag_days=0, evenings_only=True)
    assert link(row, content()).startswith("A run, later the same day: not told. You rate evenings only")
    for other in (replace(row, lag_days=1), replace(row, trigger="driving"), replace(row, evenings_only=False)):
        assert "not told" not in link(other, content())


def test_a_forecast_is_a_range_and_says_what_it_rests_on() -> None:
    row = Forecast(
        site=SITE,
        side="left",
        as_of=on(0),
        median_days=4.7,
        interval90_days=(1, 14),
        n_past_episodes=3,
        verdict="forecast",
    )
    words = "Well again most likely around Sat 11 Jan; 9 in 10 chance between 7 Jan and 20 Jan."
    assert forecast(row) == words
    assert forecast(replace(row, n_past_episodes=0)) == f"{words} Based on typical calf strains, not on you."
    by_days = replace(row, chances=((3, 0.31), (7, 0.7)))
    assert chances(by_days) == "The chance to be well again: 31 % by Thu 9 Jan, 70 % by Mon 13 Jan."
    assert chances(row) == ""
    long = Forecast(site=SITE, side="left", episode_day=63, verdict="too_long_to_forecast")
    assert forecast(long) == "This has lasted 9 weeks: no forecast. A doctor or physiotherapist should see it."
    assert forecast(Forecast(site=SITE, side="left", verdict="not_in_episode")) == ""


def test_this_week() -> None:
    row = Trend(site=SITE, side="left", change=1.2, interval90=(-0.3, 2.6), verdict="no_clear_change", prob_rising=0.86)
    assert trend(row) == "This week: no clear change; probably rising (86 %). +1.2 (90 %: −0.3 to +2.6)."
    assert trend(replace(row, prob_rising=0.6)).startswith("This week: no clear change. +1.2")
    assert trend(replace(row, verdict="rising")).startswith("This week: rising. +1.2")
    assert "probably falling (90 %)" in trend(replace(row, prob_rising=0.1))


@pytest.mark.parametrize(("value", "words"), [(1.44, "+1.4"), (-0.26, "−0.3"), (0.04, "0.0"), (-0.049, "0.0")])
def test_changes_have_a_sign(value: float, words: str) -> None:
    assert signed(value) == words


def test_what_is_missing_is_said_once_for_each_trigger_also_of_the_same_day_alone() -> None:
    blank = {"effect": None, "interval90": None, "p": None, "verdict": "not_enough_data"}
    same_day = replace(DRIVE, **blank, lag_days=0, n_exposed_days=2, needs_exposed_days=4)  # type: ignore[arg-type]
    last = list(link_lines([same_day, DRIVE], content()))[-1]
    assert last == "Not enough yet: Driving, needs 6 days with a rating later that day; you have 2."
    next_day = replace(same_day, lag_days=1, n_exposed_days=1)
    (only,) = link_lines([same_day, next_day], content())
    assert only == "Not enough yet: Driving, needs 6 days with a rating the next day; you have 1."


def test_what_matters_comes_first_and_nothing_is_said_to_cause() -> None:
    found = said(simulate(World(effects={("driving", 1): 1.5}, massage_at=5), 1).entries)
    told = list(link_lines(found.triggers, content()))
    assert told[0].startswith("Driving, typically")
    everything = " ".join(
        [*told, *(massage(row, content()) for row in found.massage), *(trend(row) for row in found.trend)]
    )
    assert not re.search(r"\bcaus|\bsafe\b|diagnos|injury|risk", everything)
    assert set(re.findall(r"(\S+) %", everything)) <= {"(90"} | set(re.findall(r"\((\d+) %\)", everything))
