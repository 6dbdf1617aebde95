"""A plan from a seed, and its answer as planned."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.rows import Row
from journal.analysis.self_trial import END_TAG, TAG, Trial, last_day, note_of, today, trial_of, trials
from journal.analysis.trial_effect import trial_effect
from journal.model import Note, SafetyCheck
from tests.journal.analysis.support import BALL, HANDS, SITE, as_json, on, ratings, said, scores
from tests.support import moment, rating

TRIAL = Trial(site=SITE, side="left", technique=BALL, start=on(0), seed=20250106)


def rows(effect: int, days: int = 29) -> list[Row]:
    """Two ratings a day, `effect` higher the day after a day with the technique."""
    found = []
    for day, score in enumerate(scores(days)):
        more = effect * (day > 0 and TRIAL.on(on(day - 1)))
        for hour in (8, 20):
            ordinal = on(day).toordinal()
            found.append(Row(ordinal + hour / 24, ordinal, 3 + score % 3 + more))
    return found


def test_every_pair_of_days_has_one_with_and_one_without() -> None:
    plan = TRIAL.plan()
    assert len(plan) == 28
    assert all(plan[i] != plan[i + 1] for i in range(0, 28, 2))


def test_the_seed_decides_and_nothing_else() -> None:
    assert TRIAL.plan() == Trial(site=SITE, side="left", technique=BALL, start=on(0), seed=20250106).plan()
    firsts = [sum(Trial(site=SITE, side="left", technique=BALL, start=on(0), seed=s).plan()[::2]) for s in range(200)]
    assert 6 < sum(firsts) / len(firsts) < 8
    assert min(firsts) < 4
    assert max(firsts) > 10


def test_a_known_seed_gives_the_plan_it_always_gave() -> None:
    assert "".join("x" if each else "." for each in TRIAL.plan()[:12]) == ".x.xx.x..x.x"


@given(st.integers(0, 10**12), st.integers(2, 90), st.sampled_from(["left", "right"]))
def test_a_plan_is_kept_in_one_line(seed: int, days: int, side: str) -> None:
    trial = Trial(
        site=SITE, side="left" if side == "left" else "right", technique=BALL, start=on(3), days=days, seed=seed
    )
    assert trial_of(trial.line) == trial
    assert trials([note_of(trial, moment(on(3)))]) == [trial]


def test_other_notes_are_no_plans() -> None:
    assert trial_of("self-trial: left calf") is None
    assert trials([Note(at=moment(on(0)), note="tried it", tags=(TAG,)), Note(at=moment(on(0)), note=TRIAL.line)]) == []


def test_a_lower_day_after_helps_and_a_higher_one_hurts() -> None:
    last = on(27)
    helps, hurts = trial_effect(TRIAL, rows(-2), last), trial_effect(TRIAL, rows(2), last)
    assert (helps.verdict, hurts.verdict) == ("helps", "hurts")
    assert helps.effect == pytest.approx(-2, abs=0.6)
    assert trial_effect(TRIAL, rows(0), last).verdict == "unclear"
    assert helps.randomised


def test_too_few_days_say_nothing() -> None:
    early = trial_effect(TRIAL, rows(-2), on(7))
    assert (early.verdict, early.effect, early.planned_days) == ("not_enough_data", None, 28)
    assert trial_effect(TRIAL, [], on(27)).verdict == "not_enough_data"


@pytest.mark.parametrize(
    "entry",
    [
        SafetyCheck(at=moment(on(9)), answers={"rf_dvt": True}, level="emergency"),
        rating(on(9), 6, measure="pain"),
        Note(at=moment(on(9)), note="enough", tags=(END_TAG,)),
    ],
)
def test_a_warning_sign_or_pain_over_5_ends_it(entry: Note) -> None:
    assert last_day(TRIAL, [entry]) == on(9)
    assert today(TRIAL, [entry], on(10)) is None
    assert today(TRIAL, [entry], on(9)) is TRIAL.on(on(9))


def test_pain_of_5_elsewhere_or_before_ends_nothing() -> None:
    fine = [
        rating(on(9), 5, measure="pain"),
        rating(on(9), 8, measure="pain", site="soleus"),
        rating(on(9), 9),
        rating(on(0) - timedelta(days=1), 9, measure="pain"),
        SafetyCheck(at=moment(on(9)), answers={"rf_dvt": False}),
    ]
    assert last_day(TRIAL, fine) == on(27)
    assert today(TRIAL, fine, on(28)) is None


def test_it_is_in_the_insights() -> None:
    against = Trial(site=SITE, side="left", technique=BALL, against=HANDS, start=on(0), seed=3)
    given_ = [*ratings(scores(60)), note_of(against, moment(on(0)))]
    found = as_json(said(given_))["experiments"]
    assert [(row["site"], row["planned_days"], row["randomised"]) for row in found] == [(SITE, 28, True)]
    assert found[0]["verdict"] == "unclear"
