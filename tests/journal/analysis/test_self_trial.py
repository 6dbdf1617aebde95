"""A plan from a seed, and its answer as planned."""

from dataclasses import replace
from datetime import timedelta

import pytest

from journal.analysis import self_trial
from journal.analysis.rows import Row
from journal.analysis.self_trial import TrialDay, plan, standing
from journal.analysis.shapes import Experiment
from journal.analysis.trial_effect import experiment
from journal.model import Entry, Run, SafetyCheck, SelfTrial
from tests.journal.analysis.support import BALL, HANDS, SITE, as_json, massage, on, ratings, said, scores
from tests.support import moment, rating

TRIAL = SelfTrial(at=moment(on(0)), site=SITE, side="left", technique=BALL, start=on(0), seed=20250106)


def stands(day: int, *entries: Entry, trial: SelfTrial = TRIAL) -> TrialDay:
    """Where it stands on a day."""
    return standing(trial, entries, on(day))


def shows(effect: int, day: int = 28, rows_of: int = 29) -> Experiment:
    """What it shows on a day."""
    return experiment(stands(day), rows(effect, rows_of))


def rows(effect: int, days: int = 29) -> list[Row]:
    """Two ratings a day, `effect` higher the day after a day with the technique."""
    found = []
    for day, score in enumerate(scores(days)):
        more = effect * (day > 0 and self_trial.on(TRIAL, on(day - 1)))
        for hour in (8, 20):
            ordinal = on(day).toordinal()
            found.append(Row(ordinal + hour / 24, ordinal, 3 + score % 3 + more))
    return found


def test_every_pair_of_days_has_one_with_and_one_without() -> None:
    days = plan(TRIAL)
    assert len(days) == 28
    assert all(days[i] != days[i + 1] for i in range(0, 28, 2))


def test_the_seed_decides_and_nothing_else() -> None:
    assert plan(replace(TRIAL, id="x", technique=HANDS)) == plan(TRIAL)
    firsts = [sum(plan(replace(TRIAL, seed=seed))[::2]) for seed in range(200)]
    assert 6 < sum(firsts) / len(firsts) < 8
    assert min(firsts) < 4
    assert max(firsts) > 10


def test_a_known_seed_gives_the_plan_it_always_gave() -> None:
    assert "".join("x" if each else "." for each in plan(TRIAL)[:12]) == ".x.xx.x..x.x"


def test_a_lower_day_after_helps_and_a_higher_one_hurts() -> None:
    helps, hurts = shows(-2), shows(2)
    assert (helps.verdict, hurts.verdict) == ("helps", "hurts")
    assert helps.effect == pytest.approx(-2, abs=0.6)
    assert shows(0).verdict == "unclear"
    assert (helps.randomised, helps.seed, helps.days_with, helps.days_without) == (True, 20250106, 14, 14)


def test_there_is_no_answer_before_the_last_day_is_over() -> None:
    running = shows(-2, day=27)
    assert (running.state, running.verdict, running.effect) == ("running", "not_enough_data", None)
    assert running.answer_on == on(28)


def test_too_few_days_say_nothing() -> None:
    early = shows(-2, rows_of=8)
    assert (early.verdict, early.effect, early.planned_days) == ("not_enough_data", None, 28)
    assert experiment(stands(28), []).verdict == "not_enough_data"


def test_ratings_that_are_all_the_same_are_unclear() -> None:
    same = [Row(on(day).toordinal() + 0.8, on(day).toordinal(), 3) for day in range(29)]
    assert experiment(stands(28), same).verdict == "unclear"


ENDS: tuple[Entry, ...] = (
    SafetyCheck(at=moment(on(9)), answers={"rf_dvt": True}, level="emergency"),
    rating(on(9), 6),
    rating(on(9), 6, measure="pain"),
    massage(9, 6, 3),
    massage(9, 3, 6),
    Run(at=moment(on(9)), minutes=20, pain_during=6),
)


@pytest.mark.parametrize("entry", ENDS)
def test_a_warning_sign_or_pain_over_5_ends_it(entry: Entry) -> None:
    ended = stands(10, entry)
    assert (ended.state, ended.ended, ended.last) == ("ended", on(9), on(8))
    assert ended.why
    assert stands(8, entry).state == "running"
    assert stands(9, entry).state == "ended"


def test_the_runner_may_end_it() -> None:
    ended = stands(20, trial=replace(TRIAL, ended_on=on(12)))
    assert (ended.state, ended.ended, ended.why) == ("ended", on(12), "you ended it")
    assert stands(11, trial=replace(TRIAL, ended_on=on(12))).state == "running"


def test_what_ends_nothing() -> None:
    fine = [
        rating(on(9), 5, measure="pain"),
        rating(on(9), 8, site="mid_calf"),
        rating(on(9), 8, side="right"),
        rating(on(0) - timedelta(days=1), 9),
        rating(on(28), 9),
        SafetyCheck(at=moment(on(9)), answers={"rf_dvt": False}),
    ]
    assert stands(27, *fine).state == "running"
    assert stands(28, *fine).state == "finished"


def test_pain_before_it_was_planned_that_day_ends_nothing() -> None:
    planned = replace(TRIAL, at=moment(on(0), "20:00"))
    assert stands(0, rating(on(0), 9, "07:00"), trial=planned).state == "running"


def test_the_day_and_what_belongs_to_it() -> None:
    first = stands(0)
    assert (first.number, first.technique) == (1, None)
    assert stands(1).technique == BALL
    assert stands(0, trial=replace(TRIAL, against=HANDS)).technique == HANDS
    assert stands(0, trial=replace(TRIAL, start=on(2))).state == "waiting"


def test_it_is_analysed_as_planned_whatever_was_done() -> None:
    done = [massage(day, None, None) for day in range(28)]
    given_ = [*ratings(scores(60)), TRIAL]
    assert as_json(said(given_))["experiments"] == as_json(said([*given_, *done]))["experiments"]


def test_it_is_in_the_insights() -> None:
    against = replace(TRIAL, against=HANDS, seed=3)
    everything = said([*ratings(scores(60)), against])
    found = as_json(everything)["experiments"]
    assert [(row["site"], row["planned_days"], row["randomised"]) for row in found] == [(SITE, 28, True)]
    assert found[0]["verdict"] == "unclear"
    assert everything.experiments[0].against == HANDS
