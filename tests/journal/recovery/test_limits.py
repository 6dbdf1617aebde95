"""Limits: read from one strict line, expiring, and never anything but a holding back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.catalogue import load_catalogue
from journal.model import Comment, Episode, Run, Strength, StrengthSet
from journal.recovery.limits import Limit, hold_back, limited_massage, limits_on, read_limit, too_long
from journal.recovery.plan import strength_plan
from journal.recovery.shapes import Blocks, MassageDay, RunAdvice
from journal.settings import Settings
from tests.support import MONDAY, moment

SETTINGS = Settings()
CATALOGUE = load_catalogue()
UNTIL = date(2026, 12, 31)


def said(limit: str, author: str = "Ana", day: date = MONDAY, state: str = "approved", role: str = "coach") -> Comment:
    at = moment(day, "07:00")
    return Comment(id=f"{author}{limit}{day}", at=at, author=author, role=role, text="x", constraint=limit, state=state)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "kind", "what", "number"),
    [
        ("max_run_min 15 until 2026-12-31", "max_run_min", "", 15),
        ("hold_stage 2 until 2026-12-31", "hold_stage", "", 2),
        ("no_downhill until 2026-12-31", "no_downhill", "", None),
        ("no_speed  until 2026-12-31", "no_speed", "", None),
        ("exercise_off step_down until 2026-12-31", "exercise_off", "step_down", None),
        ("dose_set massage 1 until 2026-12-31", "dose_set", "massage", 1),
    ],
)
def test_a_line_is_a_limit(line: str, kind: str, what: str, number: int | None) -> None:
    assert read_limit(line, MONDAY, SETTINGS) == Limit(kind=kind, what=what, number=number, until=UNTIL)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    [
        *("", "max_run_min", "max_run_min x", "max_run_min -5", "max_run_min 15 km", "max_run_min 99999", "no_speed 3"),
        *("hold_stage 9", "exercise_off", "dose_set massage", "cleared to run", "Max_run_min 15", "open_sign rf_dvt"),
        *(
            "max_run_min 15 until tomorrow",
            "max_run_min 15 until 2026-13-01",
            "max_run_min ١٥",
            "max_run_min 15 or more",
        ),
    ],
)
def test_any_other_line_is_words(line: str) -> None:
    assert read_limit(line, MONDAY, SETTINGS) is None


def test_a_limit_expires_at_its_end_or_after_the_app_default() -> None:
    dated, open_ended = said("max_run_min 15 until 2026-11-25"), said("no_speed")
    days = [MONDAY + timedelta(days=number) for number in (-1, 0, 2, 3, 28, 29)]
    counts = [len(limits_on([dated, open_ended], SETTINGS, day)) for day in days]
    assert counts == [0, 2, 2, 1, 1, 0]
    far = said("max_run_min 15 until 2199-01-01")
    assert limits_on([far], SETTINGS, MONDAY)[0].until == MONDAY + timedelta(days=366)


def test_only_what_is_approved_holds() -> None:
    comments = [said("no_speed", state=state) for state in ("pending", "rejected")]
    assert limits_on(comments, SETTINGS, MONDAY) == ()


def test_the_newest_of_one_author_counts_and_between_authors_the_more_careful() -> None:
    loosened = [said("max_run_min 10", day=MONDAY - timedelta(days=3)), said("max_run_min 25")]
    assert [each.number for each in limits_on(loosened, SETTINGS, MONDAY)] == [25]
    careful = said("max_run_min 20", author="Bo", day=MONDAY - timedelta(days=9), role="physio")
    advice = RunAdvice(stage=3, earliest=MONDAY, text="next: stage 3 today, because it was clean")
    held = hold_back(advice, limits_on([*loosened, careful], SETTINGS, MONDAY))
    assert held.most_minutes == 20
    assert held.limits == ("at most 20 min of running (physio Bo, until Sat 12 Dec)",)
    assert too_long(Run(at=moment(MONDAY), minutes=21), limits_on([careful], SETTINGS, MONDAY)) is not None
    assert too_long(Run(at=moment(MONDAY), minutes=20), limits_on([careful], SETTINGS, MONDAY)) is None


def test_an_exercise_comes_back_only_by_the_one_who_took_it_out() -> None:
    off, day = said("exercise_off step_down", day=MONDAY - timedelta(days=2)), MONDAY
    assert limits_on([off, said("exercise_on step_down")], SETTINGS, day) == ()
    assert len(limits_on([off, said("exercise_on step_down", author="Bo")], SETTINGS, day)) == 1
    assert limits_on([said("exercise_on step_down")], SETTINGS, day) == ()


@given(stage=st.none() | st.integers(0, 8), hold=st.integers(0, 8), most=st.integers(0, 3000))
def test_the_way_back_is_only_ever_held(stage: int | None, hold: int, most: int) -> None:
    advice = RunAdvice(stage=stage, earliest=MONDAY, text=f"next: stage {stage} today")
    limits = limits_on([said(f"hold_stage {hold}"), said(f"max_run_min {most}")], SETTINGS, MONDAY)
    held = hold_back(advice, limits)
    assert (held.stage is None) == (stage is None)
    assert held.stage is None or (stage is not None and held.stage == min(stage, hold))
    assert (held.earliest, held.tests, held.most_minutes) == (advice.earliest, advice.tests, most)
    assert held.stage == stage or f"held at stage {hold} (coach Ana" in held.text


@given(done=st.integers(0, 5), goal=st.integers(0, 4), most=st.integers(0, 100), blocked=st.none() | st.just("a sign"))
def test_massage_is_only_ever_less(done: int, goal: int, most: int, blocked: str | None) -> None:
    day = MassageDay(done=done, goal=goal, blocked_by=blocked, gate=None, proposals=())
    limited = limited_massage(day, limits_on([said(f"dose_set massage {most}")], SETTINGS, MONDAY))
    assert limited.goal == min(goal, most)
    assert limited.blocked_by == blocked if blocked or done < most else "coach Ana" in (limited.blocked_by or "")


def test_the_strength_plan_leaves_out_and_lessens_and_says_who_said_so() -> None:
    episode = Episode(id="e", at=moment(MONDAY - timedelta(days=30)), site="upper_outer_calf", side="left")
    past = Strength(id="s", at=moment(MONDAY - timedelta(days=3)), exercise="bridge", sets=(StrengthSet(reps=10),))

    def plan(*comments: Comment) -> tuple[dict[str, int], str]:
        made = strength_plan([episode, past, *comments], CATALOGUE, SETTINGS, "return", Blocks(), MONDAY)
        return {each.exercise: each.sets for each in made.planned}, made.why

    before, _ = plan()
    first, second = list(before)[:2]
    after, why = plan(said(f"exercise_off {first}"), said(f"dose_set {second} 1", author="Bo", role="physio"))
    assert first not in after
    assert after.get(second, 1) == 1
    assert f"no {CATALOGUE.exercises[first].name[:1].lower()}{CATALOGUE.exercises[first].name[1:]} (coach Ana" in why
    assert "at most 1 set of" in why and "physio Bo" in why
