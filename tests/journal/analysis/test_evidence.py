"""The days behind a figure."""

from journal.analysis.evidence import Stretch, behind, behind_link, behind_massage
from journal.analysis.shapes import Comparison
from journal.model import Entry, Question, Run, SelfTrial, Strength
from tests.journal.analysis.support import BALL, HANDS, SITE, massage, on, said, trigger
from tests.support import function, moment, rating

PLACE = ("upper_outer_calf", "left")


def by_time(*entries: Entry) -> list[Entry]:
    return sorted(entries, key=lambda each: each.at)


def found(entries: list[Entry], name: str = "driving", lag: int = 1) -> list[tuple[int, int, tuple[int, ...]]]:
    days = behind_link(entries, ("upper_outer_calf", "left"), name, lag)
    return [((each.day - on(0)).days, len(each.entries), each.scores) for each in days]


def test_exposed_days_come_with_the_ratings_after_them() -> None:
    entries = by_time(
        trigger(0), trigger(0, wall="19:00"), rating(on(1), 4, "08:00"), rating(on(1), 6, "20:00"),
        trigger(3), trigger(5, amount=0), rating(on(6), 2), rating(on(4), 3, side="right"),
    )  # fmt: skip
    assert found(entries) == [(3, 1, ()), (0, 2, (4, 6))]


def test_the_same_day_counts_only_what_is_rated_after_it() -> None:
    entries = by_time(rating(on(0), 1, "08:00"), trigger(0, wall="12:00"), rating(on(0), 5, "20:00"))
    assert found(entries, lag=0) == [(0, 1, (5,))]
    assert found(by_time(trigger(0, time_known=False), rating(on(0), 5, "20:00")), lag=0) == [(0, 1, ())]


def test_runs_and_strength_are_exposures() -> None:
    run, lift = Run(at=moment(on(2)), minutes=30), Strength(at=moment(on(3)), exercise="glute_bridge")
    assert found([run, lift], "run") == [(2, 1, ())]
    assert found([run, lift], "strength") == [(3, 1, ())]


def test_sessions_that_were_not_rated_are_not_behind_it() -> None:
    entries = by_time(massage(0, 5, 3), massage(1, None, None), massage(2, 4, None), rating(on(3), 2))
    just_after = behind_massage(entries, ("upper_outer_calf", "left"), (BALL,), "immediate")
    next_day = behind_massage(entries, ("upper_outer_calf", "left"), (BALL,), "next_day")
    assert [each.day for each in just_after] == [on(0)]
    assert [(each.day, each.rated_on, each.scores) for each in next_day] == [(on(2), on(3), (2,)), (on(0), on(1), ())]


def test_a_comparison_has_both_techniques_and_a_stretch_its_place() -> None:
    entries = by_time(massage(0, 5, 3), massage(1, 5, 3, technique=HANDS), rating(on(1), 3), function(on(2), 90))
    versus = Comparison(site=SITE, side="left", technique=BALL, against=HANDS, outcome="immediate")
    assert [each.day for each in behind(entries, versus)] == [on(1), on(0)]
    days = behind(entries, Stretch(site=SITE, side="left", first=on(1), last=on(2)))
    assert [(each.day, len(each.entries)) for each in days] == [(on(2), 1), (on(1), 2)]
    assert behind(entries, Stretch(site=SITE, side="right", first=on(0), last=on(1))) == ()


def test_behind_a_question_are_the_days_that_count_since_it_was_asked() -> None:
    asked = Question(
        id="q", at=moment(on(1), "07:00"), site=SITE, side="left", trigger="driving", above=100, unit="min"
    )
    entries = by_time(
        asked, trigger(0, 200), trigger(1, 60), trigger(2, 120), trigger(3, 60, wall="09:00"), trigger(3, 60),
        rating(on(1), 9), rating(on(3), 4), rating(on(4), 5),
    )  # fmt: skip
    (answer,) = said(entries).questions
    assert [(each.day, each.scores) for each in behind(entries, answer)] == [(on(3), (5,)), (on(2), (4,))]
    assert behind([each for each in entries if each is not asked], answer) == ()


def test_behind_a_trial_are_its_days_as_planned_and_as_done() -> None:
    trial = SelfTrial(at=moment(on(0), "07:00"), site=SITE, side="left", technique=BALL, start=on(0), seed=20250106)
    entries = by_time(trial, massage(0, None, None), rating(on(1), 4), rating(on(2), 3))
    (tried,) = said(entries).experiments
    assert [(each.day, each.planned, len(each.entries), each.scores) for each in behind(entries, tried)] == [
        (on(2), None, 0, ()),
        (on(1), BALL, 0, (3,)),
        (on(0), None, 1, (4,)),
    ]
