"""Today's massage: whether, where, how often, and which leg was forgotten."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.catalogue.shapes import Phase, Technique
from journal.model import Entry, Rating, Side
from journal.recovery.massage import HONEST, massage_day
from journal.recovery.massage_rules import MassageRules
from journal.recovery.safety import open_signs
from journal.recovery.shapes import EpisodeStatus, MassageDay
from journal.settings import Settings, Tracked
from tests.journal.recovery.safety_support import at, check, drive, gate, massaged, seen
from tests.journal.recovery.support import CATALOGUE, SETTINGS, begun, gate_test, on, rated, status_on

BALL = CATALOGUE.techniques["ball_upper_outer_calf_sit"]
PRESS = [each for each in CATALOGUE.techniques.values() if each.press]


def day_on(
    number: int, *entries: Entry, wall: str = "20:00", settings: Settings = SETTINGS, phase: Phase | None = None
) -> MassageDay:
    """Massage on a day of the story, with the signs that are open then."""
    now = at(number, wall)
    signs = open_signs(entries, CATALOGUE, settings, now)
    episodes = [_status(entries, number, phase)] if phase else []
    return massage_day(entries, CATALOGUE, settings, signs, now, episodes)


def may(
    number: int,
    *entries: Entry,
    technique: str | Technique | None = BALL.id,
    site: str = "upper_outer_calf",
    side: Side = "left",
    wall: str = "20:00",
    settings: Settings = SETTINGS,
    phase: Phase | None = None,
) -> str | None:
    """Why not, on a day of the story: the sign that forbids all of it, the questions that come first, or the place."""
    now = at(number, wall)
    signs = open_signs(entries, CATALOGUE, settings, now)
    kind = CATALOGUE.techniques[technique] if isinstance(technique, str) else technique
    episodes = [_status(entries, number, phase)] if phase else []
    rules = MassageRules(entries, CATALOGUE, settings, signs, now, episodes)
    here = rules.at((site, side))
    return here.suspended or rules.gate_words or here.refusal(kind)


def _status(entries: Iterable[Entry], number: int, phase: Phase) -> EpisodeStatus:
    return replace(status_on(number, list(entries)), phase=phase)


def techniques(day: MassageDay, side: Side = "left") -> list[str]:
    return [each.technique for each in day.proposals if each.side == side]


# -- whether ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("site", [each.id for each in CATALOGUE.sites.values() if each.massage == "no"])
def test_what_must_not_be_pressed_never_is(site: str) -> None:
    assert may(0, technique=None, site=site) == f"{CATALOGUE.sites[site].name} is never pressed"
    for technique in PRESS:
        assert may(0, technique=replace(technique, sites=(site,)), site=site)


def test_the_sites_that_must_not_be_pressed() -> None:
    assert {each.id for each in CATALOGUE.sites.values() if each.massage == "no"} == {
        "back_of_knee",
        "posterolateral_knee",
        "achilles",
        "outer_knee",
        "front_knee",
    }


def test_a_muscle_may_be_pressed() -> None:
    for technique in PRESS:
        for site in technique.sites:
            assert may(0, technique=technique.id, site=site) is None


def test_a_technique_is_for_its_sites() -> None:
    assert may(0, site="glute") == f"{BALL.name}: not for the left {CATALOGUE.sites['glute'].name.lower()}"
    assert may(0, site="nowhere") is not None
    assert may(0, site="nowhere", technique=None) == "nowhere is never pressed"


def test_the_calf_questions_come_first() -> None:
    sore = rated(0, 3)
    day = day_on(0, sore)
    assert day.gate is not None
    assert day.blocked_by == f"the 5 calf questions come first: {day.gate.because}"
    assert day.proposals == ()
    assert may(0, sore) == day.blocked_by
    assert may(0, sore, gate(0)) is None
    assert day_on(0, sore, gate(0)).blocked_by is None


def test_a_long_drive_and_a_new_swollen_calf() -> None:
    story: list[Entry] = [drive(0, 5), rated(1, 4, site="mid_calf")]
    assert "5 h seated" in str(day_on(1, *story).blocked_by)
    story.append(gate(1, "08:00", "swelling"))
    assert day_on(1, *story).blocked_by == "a warning sign is open (urgent): one leg swollen, warm or discoloured"
    assert day_on(1, *story).gate is None
    assert day_on(1, *story).goal == 0
    story.append(gate(2))
    assert day_on(2, *story).blocked_by
    story.append(seen(2, "rf_dvt"))
    assert day_on(2, *story).blocked_by is None


def test_the_signs_clear_before_the_questions_do() -> None:
    sign = check(0, rf_dvt=True)
    assert (
        day_on(0, sign, rated(0, 5)).blocked_by
        == "a warning sign is open (urgent): one leg swollen, warm or discoloured"
    )


@pytest.mark.parametrize("condition", sorted(CATALOGUE.contraindications))
def test_a_contraindication_stops_what_presses(condition: str) -> None:
    known = CATALOGUE.contraindications[condition]
    yes = check(0, **{condition: True})
    assert str(may(0, yes)).endswith(known.ask)
    assert str(may(0, yes)).startswith("not while" if known.means == "no_massage" else "ask a physio or doctor")
    day = day_on(0, yes)
    assert day.blocked_by == may(0, yes)
    assert {each.technique for each in day.proposals} & {each.id for each in PRESS} == set()
    assert may(0, technique="calf_stretch_bent_knee", settings=Settings(conditions=(condition,))) is None
    assert may(0, settings=Settings(conditions=(condition,)))


def test_the_questions_about_health_are_due_until_answered() -> None:
    assert day_on(0).ask_conditions
    assert day_on(0).blocked_by is None
    assert not day_on(0, check(0, **dict.fromkeys(CATALOGUE.contraindications, False))).ask_conditions


@pytest.mark.parametrize("condition", ["anticoagulant", "varicose_here", "cancer"])
def test_a_clinicians_yes_lifts_what_they_had_to_be_asked_about(condition: str) -> None:
    yes = check(0, **{condition: True})
    agreed = check(1, **{condition: False}, cleared_by="doctor: Ada", note="massage is fine")
    assert may(1, yes)
    assert may(1, yes, agreed) is None
    assert may(1, yes, replace(agreed, cleared_by="coach: Bo"))
    assert may(1, yes, agreed, check(1, **{condition: False}), replace(yes, at=at(1, "19:00")))


@pytest.mark.parametrize("condition", ["anticoagulant", "varicose_here"])
def test_nobody_lifts_what_rules_the_massage_gun_out(condition: str) -> None:
    yes = check(0, **{condition: True})
    agreed = check(1, **{condition: False}, cleared_by="doctor: Ada", note="massage is fine")
    gun = may(1, yes, agreed, technique="percussion_mid_calf", site="mid_calf")
    assert str(gun).startswith("not while the answer is yes")
    assert may(1, yes, agreed, technique="roller_mid_calf", site="mid_calf") is None


def test_numb_skin_is_lifted_by_nobody() -> None:
    yes = check(0, numb_here=True)
    agreed = check(1, numb_here=False, cleared_by="doctor: Ada", note="massage is fine")
    assert may(1, yes, agreed)
    assert may(1, yes, agreed, technique="heat_pack")


# -- when a technique is ruled out ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "wall", "forbidden"), [(0, "20:00", True), (3, "06:59", True), (3, "07:00", False)])
def test_no_pressure_for_72_hours_after_a_sudden_beginning(number: int, wall: str, forbidden: bool) -> None:
    entries = [begun(onset_kind="sudden"), gate(0)]
    why = "it began suddenly less than 72 hours ago" if forbidden else None
    assert may(number, *entries, wall=wall) == why
    assert may(number, *entries, wall=wall, technique=None) is None
    assert may(number, *entries, wall=wall, technique="cold_pack") is None
    assert (may(number, *entries, wall=wall, technique="heat_pack") is not None) is forbidden
    assert may(number, *entries, wall=wall, side="right") is None
    assert day_on(number, *entries, wall=wall).blocked_by == why


def test_a_beginning_of_which_only_the_day_is_known_counts_from_its_end() -> None:
    entries = [begun(onset_kind="sudden", time_known=False), gate(0)]
    assert may(4, *entries, wall="03:59")
    assert may(4, *entries, wall="04:00") is None


def test_a_gradual_beginning_rules_out_only_the_ball_with_movement() -> None:
    entries = [begun(), gate(0)]
    assert may(0, *entries) is None
    assert may(0, *entries, technique="ball_upper_calf_with_knee_move") == "it began less than 72 hours ago"
    assert may(4, *entries, technique="ball_upper_calf_with_knee_move") is None


def test_an_ended_spell_rules_out_nothing() -> None:
    assert may(1, begun(onset_kind="sudden", ended_on=on(1)), gate(0)) is None


def test_a_technique_has_its_phases() -> None:
    entries = [begun(), gate(0)]
    stretch = "calf_stretch_straight_knee"
    why = f"{CATALOGUE.techniques[stretch].name} is not for this phase (protect)"
    assert may(0, *entries, technique=stretch, phase="protect") == why
    assert may(0, *entries, technique=stretch, phase="load") is None
    assert may(0, *entries, technique=stretch) is None


def test_a_straight_stretch_is_not_for_a_knee_that_does_not_straighten() -> None:
    stretch = "calf_stretch_straight_knee"
    assert may(0, gate_test(0, "full_motion", 0), technique=stretch) == "not if straightening the knee hurts"
    assert may(0, gate_test(0, "full_motion", 1), technique=stretch) is None
    assert may(7, gate_test(0, "full_motion", 0), technique=stretch)
    assert may(8, gate_test(0, "full_motion", 0), technique=stretch) is None
    assert may(0, technique=stretch, settings=Settings(conditions=("straightening_hurts",)))


def test_what_the_runner_said_of_themselves_rules_out_what_names_it() -> None:
    settings = Settings(conditions=("own_reason",))
    own = replace(BALL, forbidden_if=("own_reason",))
    assert may(0, technique=own, settings=settings) == "not with own reason"
    assert may(0, technique=own) is None


def test_every_reason_of_the_content_is_understood() -> None:
    named = {each for technique in CATALOGUE.techniques.values() for each in technique.forbidden_if}
    assert named <= CATALOGUE.contraindications.keys() | CATALOGUE.not_if.keys()
    assert named - CATALOGUE.contraindications.keys() == {
        "any_open_flag_urgent",
        "onset_sudden_lt_72h",
        "onset_lt_72h",
        "straightening_hurts",
    }


def test_percussion_is_never_for_the_upper_calf() -> None:
    gun = [each for each in CATALOGUE.techniques.values() if each.tool == "gun"]
    assert gun
    for technique in gun:
        assert not {"upper_outer_calf", "upper_inner_calf", "back_of_knee"} & set(technique.sites)
        assert {"anticoagulant", "varicose_here"} <= set(technique.never_if)
        assert technique.max_sessions_per_day == 1


# -- how often --------------------------------------------------------------------------------------------------------


def test_four_sessions_a_day_are_enough() -> None:
    done = [massaged(0, wall=f"{hour:02}:00") for hour in (8, 10, 12, 14)]
    assert may(0, *done[:3]) is None
    assert may(0, *done) == "enough for today: 4 of 4"
    assert may(1, *done) is None
    assert may(0, *done, side="right") is None
    assert may(0, *done, technique="calf_stretch_bent_knee") is None
    assert may(0, *done[:2], settings=Settings(massage_sessions_most=2))


def test_a_technique_has_a_limit_of_its_own() -> None:
    gun: dict[str, Any] = {"technique": "percussion_mid_calf", "site": "mid_calf"}
    assert may(0, massaged(0, **gun), **gun) == "enough of it for today: 1 of 1"
    assert may(0, massaged(0, **gun), technique="stick_calf", site="mid_calf") is None


@pytest.mark.parametrize(("number", "goal"), [(0, 3), (4, 3), (5, 2)])
def test_several_times_a_day_for_five_days_then_routine_on_both_legs(number: int, goal: int) -> None:
    entries = [begun(), gate(0)]
    day = day_on(number, *entries)
    assert day.goal == goal
    assert {each.side for each in day.proposals} == ({"left"} if number < 5 else {"left", "right"})
    expected = HONEST if number < 5 else "The first 5 days are over: 3 short sessions a week now, on both legs."
    assert day.advice == expected


def test_a_flare_up_begins_the_five_days_anew() -> None:
    entries = [begun(), *(rated(number, 1) for number in range(20)), rated(20, 6), gate(20)]
    assert day_on(19, *entries[:-2]).goal == 2
    assert day_on(20, *entries).goal == 3


def test_the_latest_of_two_spells_of_a_place_counts() -> None:
    entries = [begun(), begun(number=20, id="again"), gate(20)]
    assert day_on(20, *entries).goal == 3


def test_sessions_are_counted_where_they_are_due() -> None:
    entries = [begun(), gate(0), massaged(0, wall="08:00"), massaged(0, wall="09:00")]
    assert (day_on(0, *entries).done, day_on(0, *entries).goal) == (2, 3)
    assert day_on(0, *entries, massaged(0, side="right")).done == 2
    assert day_on(0, *entries, massaged(0, technique="heat_pack", wall="10:00")).done == 2
    assert day_on(0, *entries, massaged(0, technique="gone", wall="10:00")).done == 3
    assert day_on(1, *entries).done == 0


def test_both_legs_sore_are_both_due() -> None:
    day = day_on(0, begun(), begun(side="right"), gate(0))
    assert day.goal == 6
    assert {each.side for each in day.proposals} == {"left", "right"}


def test_the_goal_is_a_setting() -> None:
    assert day_on(0, begun(), gate(0), settings=Settings(massage_goal=4)).goal == 4
    assert day_on(0, begun(), gate(0), settings=Settings(massage_goal=4, massage_sessions_most=2)).goal == 2
    assert day_on(2, begun(), gate(0), settings=Settings(massage_sore_days=2)).goal == 2


def test_routine_is_three_times_a_week_on_each_leg() -> None:
    left = [massaged(number) for number in (-6, -4, -2)]
    assert day_on(0).goal == 2
    assert day_on(0, *left[1:]).goal == 2
    assert day_on(0, *left).goal == 1
    assert day_on(1, *left).goal == 2
    assert day_on(0, *(massaged(number) for number in (-3, -2, -1))).goal == 1
    assert day_on(0, *(massaged(number) for number in (-2, -1, 0))).goal == 2
    assert day_on(0, *left, settings=Settings(massage_week=4)).goal == 2


def test_routine_is_where_the_runner_looks() -> None:
    tracked = (Tracked("back_of_knee", "left"), Tracked("mid_calf", "right"))
    assert {each.site for each in day_on(0, settings=Settings(tracked=tracked)).proposals} == {"mid_calf"}
    only = day_on(0, settings=Settings(tracked=tracked[:1]))
    assert (only.blocked_by, only.goal, only.proposals) == ("Back of knee (hollow) is never pressed", 0, ())


def test_the_forgotten_leg_is_named() -> None:
    left = [massaged(number) for number in (-1, -2, -3)]
    assert day_on(0, *left).advice == "The right leg was left out: 0 of 3 sessions in 7 days."
    right = [replace(each, side="right") for each in left]
    assert day_on(0, *right).advice == "The left leg was left out: 0 of 3 sessions in 7 days."
    assert day_on(0, *left, *right[:2]).advice == HONEST
    assert day_on(0, *left, *right[:1]).advice == "The right leg was left out: 1 of 4 sessions in 7 days."
    assert day_on(7, *left).advice == HONEST
    assert day_on(0, massaged(-7), massaged(-6)).advice == HONEST


# -- which, and how much ----------------------------------------------------------------------------------------------


def test_the_hands_come_first_then_the_ball_then_what_does_not_press() -> None:
    proposed = techniques(day_on(4, begun(), gate(0)))
    assert proposed == [
        "thumb_release_active_bend",
        "ball_upper_outer_calf_sit",
        "ball_upper_calf_lying",
        "ball_upper_calf_with_knee_move",
        "stroke_flush_calf",
        "calf_stretch_bent_knee",
        "calf_stretch_straight_knee",
        "heat_pack",
        "cold_pack",
        "drive_break_routine",
    ]


@pytest.mark.parametrize("site", [each.id for each in CATALOGUE.massage_sites])
def test_every_site_that_may_be_pressed_has_techniques_of_its_own(site: str) -> None:
    day = day_on(0, settings=Settings(tracked=(Tracked(site, "left"),)))
    for proposal in day.proposals:
        assert (proposal.site, site in CATALOGUE.techniques[proposal.technique].sites) == (site, True)
        assert may(0, technique=proposal.technique, site=site, side=proposal.side) is None


def test_sorer_after_the_last_one_means_half_the_time() -> None:
    full, half = day_on(0), day_on(1, massaged(0, 1, 3), gate(1))
    assert [each.seconds for each in full.proposals if each.technique == BALL.id] == [30, 30]
    assert [each.seconds for each in half.proposals if each.technique == BALL.id] == [15, 30]
    assert half.advice == "It was sorer after the last massage of the left upper outer calf: half the time today."
    assert full.proposals[0].why == "for the left upper outer calf"
    assert half.proposals[0].why == "for the left upper outer calf, half the time: it was sorer after massage"


@pytest.mark.parametrize(("wall", "paused"), [("08:59", True), ("09:00", False)])
def test_sorer_twice_means_48_hours_without(wall: str, paused: bool) -> None:
    left = [massaged(0, 1, 3, "08:00"), massaged(0, 1, 3, "09:00")]
    entries: list[Entry] = [*left, gate(2, "05:00")]
    why = "left upper outer calf was sorer after massage more than once: leave it alone until Wed 25 Nov, 09:00"
    assert may(2, *entries, wall=wall) == (why if paused else None)
    day = day_on(2, *entries, wall=wall)
    assert day.blocked_by is None
    assert day.goal == (1 if paused else 2)
    assert (BALL.id in techniques(day)) is not paused
    assert BALL.id in techniques(day, "right")
    both = [*entries, *(replace(each, side="right") for each in left)]
    assert day_on(2, *both, wall=wall).blocked_by == (why if paused else None)


# -- properties -------------------------------------------------------------------------------------------------------

_sites = st.sampled_from(["upper_outer_calf", "mid_calf", "back_of_knee"])
_ratings = st.builds(
    rated, st.integers(-4, 0), st.integers(0, 10), st.sampled_from(["06:00", "12:00", "19:00"]), site=_sites
)
_sessions = st.builds(
    massaged,
    st.integers(-4, 0),
    st.one_of(st.none(), st.integers(0, 10)),
    st.one_of(st.none(), st.integers(0, 10)),
    st.sampled_from(["07:00", "13:00"]),
)
_others = st.sampled_from(
    [
        begun(),
        begun(number=-3, onset_kind="sudden"),
        gate(0),
        gate(0, "12:30"),
        gate(-2),
        drive(-2, 6),
        check(-9, rf_night=True),
    ]
)


@given(st.lists(_ratings), st.lists(_sessions), st.lists(_others, unique_by=id), st.integers(1, 10))
def test_more_pain_today_never_opens_massage(
    ratings: list[Rating], sessions: list[Entry], others: list[Entry], more: int
) -> None:
    worse = [replace(each, score=min(10, each.score + more)) if each.day == on(0) else each for each in ratings]
    for technique in (BALL.id, "thumb_release_active_bend", "cold_pack", None):
        if may(0, *ratings, *sessions, *others, technique=technique) is not None:
            assert may(0, *worse, *sessions, *others, technique=technique) is not None
    if day_on(0, *ratings, *sessions, *others).blocked_by:
        assert day_on(0, *worse, *sessions, *others).blocked_by


@given(st.lists(_ratings), st.lists(_sessions), st.lists(_others, unique_by=id))
def test_what_is_proposed_may_be_done(ratings: list[Entry], sessions: list[Entry], others: list[Entry]) -> None:
    entries = [*ratings, *sessions, *others]
    day = day_on(0, *entries)
    for each in day.proposals:
        assert may(0, *entries, technique=each.technique, site=each.site, side=each.side) is None
        assert CATALOGUE.sites[each.site].massage != "no"
    assert day.done >= 0
    assert not (day.blocked_by and any(CATALOGUE.techniques[each.technique].press for each in day.proposals))
