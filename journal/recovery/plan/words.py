"""The sentence that says why the plan is what it is."""

from collections.abc import Iterable, Iterator

from journal.catalogue.shapes import Exercise, Region
from journal.model import Entry, Run
from journal.plural import count
from journal.recovery.plan.allowed import HEAVY_LEGS, bar, paused_until, steps_back
from journal.recovery.plan.known import Known
from journal.recovery.plan.themes import EASY, WITHOUT_LEGS, Theme
from journal.recovery.shapes import Planned
from journal.recovery.text import in_words

NAMES: dict[Region, str] = {"upper": "upper body", "cardio": "easy cardio", "plyo": "hops"}
NUMBERS = ("", "one", "two", "three", "four", "five", "six")


def why(theme: Theme, planned: tuple[Planned, ...], known: Known, entries: Iterable[Entry]) -> str:
    """One sentence: the regions, why these, and what was left out and why."""
    regions = _regions(theme, planned, known)
    parts = [f"{listed(regions)}: {_because(theme, regions, known)}"]
    parts += (words for words in (_pause(known), _left_out(regions, known), known.lighter_because) if words)
    parts += _limits(known)
    if words := _run(known, entries):
        parts.append(words)
    return "; ".join(parts)


def _run(known: Known, entries: Iterable[Entry]) -> str | None:
    """Strength goes after running; said on a day with a run, and on one that may have one."""
    ago = {known.ago(each.day) for each in entries if isinstance(each, Run)}
    if 0 in ago:
        return "after today's run"
    return "if you run today, after it" if known.phase in ("return", "maintain") and 1 not in ago else None


def _limits(known: Known) -> Iterator[str]:
    """What approved comments leave out or lessen, and who said so."""
    for each in known.limits:
        exercise = known.catalogue.exercises.get(each.what)
        if exercise is not None and each.kind == "exercise_off":
            yield f"no {exercise.name[:1].lower()}{exercise.name[1:]} ({each.by})"
        elif exercise is not None and each.kind == "dose_set":
            yield f"at most {count(each.number or 0, 'set')} of {exercise.name.lower()} ({each.by})"


def listed(regions: Iterable[Region]) -> str:
    """ "hip, knee and core"."""
    return in_words([NAMES.get(region, region) for region in regions])


def _regions(theme: Theme, planned: tuple[Planned, ...], known: Known) -> tuple[Region, ...]:
    """The theme's regions that are in the plan; of a plan that has none of them, all it has."""
    there = tuple(dict.fromkeys(known.catalogue.exercises[each.exercise].region for each in planned))
    return tuple(region for region in theme.regions if region in there) or there


def _because(theme: Theme, regions: tuple[Region, ...], known: Known) -> str:
    if known.blocks.leg_strength is not None:
        return f"only if you feel well, the legs rest: {known.blocks.leg_strength}"
    if known.sore:
        return f"the legs rest, rated {known.pain} today"
    if theme == EASY:
        return f"{NUMBERS[known.settings.easy_after_days]} days of strength in a row, so this one is easy"
    if theme == WITHOUT_LEGS:
        return "nothing for the legs fits today"
    return _worked(regions, known) or _turn(regions, known)


def _worked(regions: tuple[Region, ...], known: Known) -> str | None:
    """The heavy leg work of the days before that this day leaves alone."""
    recent = [
        (known.ago(session.day), region)
        for region, session in known.last_heavy.items()
        if region not in regions and region in HEAVY_LEGS and known.ago(session.day) <= 2
    ]
    for days, region in sorted(recent):
        return f"your {NAMES.get(region, region)} worked {days_ago(days)}"
    return None


def _turn(regions: tuple[Region, ...], known: Known) -> str:
    its = "their" if len(regions) > 1 else "its"
    days = [known.ago(each.day) for each in known.sessions if _region(each.exercise, known) == regions[0]]
    if not known.sessions:
        return "the first of six days that share the work out"
    return f"{its} turn, last done {days_ago(days[-1])}" if days else f"{its} turn, not done before"


def days_ago(days: int) -> str:
    """ "yesterday", "two days ago", "9 days ago"."""
    if days == 1:
        return "yesterday"
    return f"{NUMBERS[days] if days < len(NUMBERS) else days} days ago"


def _pause(known: Known) -> str | None:
    for region in dict.fromkeys(each.region for each in known.catalogue.exercises.values()):
        if region != "cardio" and (until := paused_until(region, known)):
            left = (until - known.today).days
            days = "1 day" if left == 1 else f"{left} days"
            return f"{NAMES.get(region, region)} pauses {days} more after {steps_back(known)}, worth telling a physio"
    return None


def _left_out(regions: tuple[Region, ...], known: Known) -> str | None:
    """The first exercise that a condition keeps out: of today's regions, or of the knee or calf because it hurts."""
    if known.legs_rest:
        return None
    for exercise in sorted(_conditioned(known), key=lambda each: each.region not in regions):
        against = bar(exercise, known)
        if against is not None and (
            (against.kind in ("hurts", "not_yet") and exercise.region in regions)
            or (against.kind == "hurts" and exercise.region in ("knee", "calf"))
        ):
            return f"no {exercise.name[:1].lower()}{exercise.name[1:]} while {against.words}"
    return None


def _conditioned(known: Known) -> Iterator[Exercise]:
    for exercise in known.catalogue.exercises.values():
        if exercise.not_if and exercise.region != "cardio":
            yield exercise


def _region(exercise: str, known: Known) -> Region:
    return known.catalogue.exercises[exercise].region
