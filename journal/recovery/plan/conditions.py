"""Which conditions of the content (`not_if`) hold today: seen in the entries, or said by the runner."""

from collections.abc import Callable, Mapping

from journal.model import Function, GateTest, SafetyCheck
from journal.recovery.plan.known import Known
from journal.recovery.plan.progress import verdict


def holds(condition: str, known: Known) -> str | None:
    """The words that finish "no ... while", when the condition holds today; None when it does not, or nobody knows.

    What the runner answered yes to (`settings.conditions`) holds; then the entries decide: by a rule of its own, or
    by the test that the content names. A test that was not done lately is judged by the morning rating when it
    measures pain, and counts as not passed when it measures an ability.
    """
    content = known.catalogue.not_if.get(condition)
    words = content.text if content else condition.replace("_", " ")
    if condition in known.settings.conditions:
        return words
    if condition in SEEN:
        return words if SEEN[condition](known) else None
    if content is None or not content.test:
        return None
    if content.above is not None:
        value = _worst(content.test, known)
        felt = known.pain if value is None else value
        return words if felt is not None and felt > content.above else None
    least = _least(content.test, known)
    return words if content.below is not None and (least is None or least < content.below) else None


def hurts(condition: str, known: Known) -> bool:
    """True for a condition about how the leg feels, which other exercises for it may share."""
    content = known.catalogue.not_if.get(condition)
    by_test = content is not None and content.above is not None and condition not in SEEN
    return by_test or condition in HURTS


def _results(test: str, known: Known, days: int) -> list[GateTest]:
    """The latest result of a test for each side it was recorded for, of the last `days` days."""
    latest: dict[str | None, GateTest] = {}
    for entry in known.entries:
        if isinstance(entry, GateTest) and entry.test == test and known.ago(entry.day) <= days:
            latest[entry.side] = entry
    return list(latest.values())


def _worst(test: str, known: Known) -> float | None:
    return max((each.value for each in _results(test, known, known.settings.test_days)), default=None)


def _least(test: str, known: Known) -> float | None:
    """The lower result of the two legs; None unless both were tested."""
    found = _results(test, known, known.settings.strength_memory_days)
    both = {"left", "right"} <= {each.side for each in found} or any(each.side is None for each in found)
    return min((each.value for each in found), default=None) if both else None


def _hurts(*sites: str) -> Callable[[Known], bool]:
    return lambda known: (known.felt(*sites) or 0) > known.settings.site_hurts_above


def _limps(known: Known) -> bool:
    asked = [
        each
        for each in known.entries
        if isinstance(each, Function) and each.limp is not None and known.ago(each.day) <= known.settings.function_days
    ]
    return bool(asked) and asked[-1].limp is True


def _began_lately(known: Known, sudden_only: bool) -> bool:
    return any(
        known.ago(each.day) < known.settings.massage_acute_hours / 24
        for each in known.open_episodes
        if each.onset_kind == "sudden" or not sudden_only
    )


def _giving_way(known: Known) -> bool:
    answers = [each.answers for each in known.entries if isinstance(each, SafetyCheck)]
    said = [each["rf_lock_giveway"] for each in answers if "rf_lock_giveway" in each]
    return bool(said) and said[-1]


def _motion_not_full(known: Known) -> bool:
    return any(each.value < 1 for each in _results("full_motion", known, known.settings.test_days))


def _raised(exercise: str, reps: float, known: Known) -> bool:
    """True when a session of calf raises with so many repetitions in each set, on both legs, hurt next to nothing."""
    return any(
        (each.reps or 0) >= reps
        and each.only_side is None
        and (each.pain or 0) <= known.settings.good_day_highest
        and known.remembers(each.day)
        for each in known.by_exercise.get(exercise, ())
    )


def _reps(condition: str, known: Known) -> float:
    """The repetitions that a condition of the content asks for."""
    return known.catalogue.not_if[condition].below or 0


def _double_raises_missing(known: Known) -> bool:
    single = _least("single_leg_calf_raise", known)
    enough = _reps("double_leg_calf_raises_lt_15", known)
    return not (_raised("double_leg_calf_raise", enough, known) or (single is not None and single >= enough))


def _single_raises_missing(known: Known) -> bool:
    single = _least("single_leg_calf_raise", known)
    enough = _reps("single_leg_calf_raises_lt_20", known)
    return not (_raised("single_leg_calf_raise", enough, known) if single is None else single >= enough)


def _pogo_not_settled(known: Known) -> bool:
    """True until pogo hops, as an exercise or as a test, were done lately and borne well; a bad one overrules."""
    highest = known.catalogue.not_if["pogo_not_settled"].above or 0
    tests = [each.value <= highest for each in _results("pogo_hops", known, known.settings.strength_memory_days)]
    done = [each for each in known.by_exercise.get("pogo_hop", ()) if known.remembers(each.day)]
    borne = [*tests, *(verdict(each, known) == "good" for each in done[-1:])]
    return not borne or not all(borne)


HURTS: Mapping[str, Callable[[Known], bool]] = {
    "back_of_knee_pain": _hurts("back_of_knee", "posterolateral_knee"),
    "hip_pain": _hurts("glute"),
    "hamstring_strain": _hurts("outer_hamstring", "inner_hamstring"),
    "kneecap_pain": _hurts("front_knee"),
    "limp": _limps,
    "knee_unstable": _giving_way,
    "straightening_hurts": _motion_not_full,
    "deep_bend_pain": _motion_not_full,
}
"""The conditions of the content about how the leg feels that are seen by a rule of their own, by id."""

NOT_YET: Mapping[str, Callable[[Known], bool]] = {
    "onset_sudden_lt_72h": lambda known: _began_lately(known, sudden_only=True),
    "onset_lt_72h": lambda known: _began_lately(known, sudden_only=False),
    "acute_calf_tear": lambda known: _began_lately(known, sudden_only=True),
    "double_leg_calf_raises_lt_15": _double_raises_missing,
    "single_leg_calf_raises_lt_20": _single_raises_missing,
    "pogo_not_settled": _pogo_not_settled,
}
"""The conditions that time or practice ends, by id."""

SEEN = {**HURTS, **NOT_YET}
