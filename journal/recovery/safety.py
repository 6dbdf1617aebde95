"""Warning signs: which are open, what they suspend, and what takes them back. Nothing else does.

A sign stays open until the runner records which physio or doctor saw it, when, and what they said. Two signs of the
level caution have rules of their own: one ends with its days, one when the questions about swelling are answered no.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, Literal

from journal.catalogue.shapes import Action, Catalogue, WarningSign
from journal.clock import journal_day
from journal.model import Entry, Level, Role, SafetyCheck, Side, require
from journal.recovery.checks import (
    CLINICIANS,
    LEVELS,
    URGENT,
    by_clinician,
    by_runner,
    checks_until,
    known_from,
    place_in_time,
)
from journal.recovery.shapes import Blocks, OpenSign
from journal.recovery.trend_sign import trend_sign
from journal.settings import Settings

SWELLING: Final = "rf_dvt"
"""The sign that the questions about swelling raise."""

TINGLING: Final = "rf_tingle"
"""The sign of a nerve that is pressed: a massage stops at once, and its place is left alone for days."""

CONTEXT: Final = "rf_dvt_context"
"""The sign that holds massage until they are answered no."""

Place = tuple[str | None, Side | None]
Suspended = Literal["massage", "leg_strength", "strength", "run", "impact", "stages"]

EVERYTHING: Final[frozenset[Suspended]] = frozenset(("massage", "leg_strength", "strength", "run", "impact", "stages"))
BY_ACTION: Final[Mapping[Action, frozenset[Suspended]]] = {
    "stop_all": EVERYTHING,
    "stop_run": frozenset(("run", "impact")),
    "stop_leg_strength": frozenset(("leg_strength", "impact")),
    "stop_massage": frozenset(("massage",)),
    "no_impact": frozenset(("run", "impact")),
}
BY_LEVEL: Final[Mapping[Level, frozenset[Suspended]]] = {
    "emergency": EVERYTHING,
    "urgent": EVERYTHING,
    "soon": frozenset(("leg_strength", "impact")),
    "caution": frozenset(("leg_strength", "impact")),
}


def open_signs(
    entries: Sequence[Entry], catalogue: Catalogue, settings: Settings, now: datetime
) -> tuple[OpenSign, ...]:
    """The signs that are open at `now`, the most urgent first; answers of a later journal day do not count."""
    checks = checks_until(entries, now)
    raised = {sign for check in checks for sign, yes in check.answers.items() if yes}
    found = [
        opened
        for sign in (_sign(each, checks, catalogue) for each in raised - catalogue.contraindications.keys())
        if not sign.computed
        for opened in _open(sign, checks, settings, now)
    ]
    trend = trend_sign(entries, catalogue, settings, now)
    found += [trend] if trend else []
    return tuple(
        sorted(
            found, key=lambda each: (LEVELS.index(each.level), each.since, each.id, each.site or "", each.side or "")
        )
    )


def blocks(signs: Sequence[OpenSign], site: str | None = None, side: Side | None = None) -> Blocks:
    """What `signs` suspend, each with the words why. Of massage: at that site and side, or (None) everywhere."""
    held: dict[Suspended, str] = {}
    for sign in sorted(signs, key=lambda each: LEVELS.index(each.level)):
        for what in suspended(sign):
            if what != "massage" or _concerns(sign, site, side):
                held.setdefault(what, f"a warning sign is open ({sign.level}): {sign.short}")
    return Blocks(**held)


def suspended(sign: OpenSign) -> frozenset[Suspended]:
    """What a sign suspends by its actions and, unless the journal computed it, by its level."""
    by_action = (BY_ACTION.get(action, frozenset()) for action in sign.actions)
    by_level = frozenset() if sign.computed else BY_LEVEL[sign.level]
    return by_level.union(("stages",), *by_action)


def clearance(signs: Sequence[OpenSign], role: Role, who: str, said: str, at: datetime) -> SafetyCheck:
    """The record that `who`, a physio or a doctor, saw `signs` at the moment `at`, and what they said.

    It takes back the signs. Raises InvalidEntry for another role, for missing words, or for a day before a sign began.
    """
    require(bool(signs), "no warning sign was named")
    require(role in CLINICIANS, f"only a physio or a doctor can take back a warning sign, not: {role}")
    require(bool(who.strip()), "who saw it is missing")
    require(bool(said.strip()), "what they said is missing")
    for sign in signs:
        require(sign.since <= journal_day(at), f"{sign.short} began after that, on {sign.since}")
    sides = {sign.side for sign in signs}
    return SafetyCheck(
        at=at,
        answers={sign.id: False for sign in signs},
        cleared_by=f"{role}: {who.strip()}",
        note=said.strip(),
        side=sides.pop() if len(sides) == 1 else None,
    )


def _concerns(sign: OpenSign, site: str | None, side: Side | None) -> bool:
    if sign.level in URGENT:
        return True
    return sign.site in (None, site) and sign.side in (None, side)


def _sign(sign_id: str, checks: Sequence[SafetyCheck], catalogue: Catalogue) -> WarningSign:
    """The sign of that id. One the content no longer knows keeps the level it was recorded with, and stops all."""
    known = catalogue.signs.get(sign_id)
    if known is not None:
        return known
    levels = [check.level or "urgent" for check in checks if check.answers.get(sign_id)]
    name = sign_id.replace("_", " ")
    return WarningSign(
        id=sign_id,
        ask=name,
        short=name,
        level=min(levels, key=LEVELS.index),
        actions=("stop_all", "require_clinician_note"),
        advice="This can be a sign of something that needs checking. This app can't tell. Please have it looked at.",
    )


def _open(sign: WarningSign, checks: Sequence[SafetyCheck], settings: Settings, now: datetime) -> list[OpenSign]:
    standing = [
        check
        for check in checks
        if check.answers.get(sign.id) and not any(_takes_back(sign, later, check) for later in checks)
    ]
    if sign.site_days is not None:
        return _open_for_days(sign, timedelta(days=sign.site_days), standing, settings, now)
    return [_opened(sign, place, there) for place, there in _by_place(standing).items()]


def _by_place(checks: Sequence[SafetyCheck]) -> dict[Place, list[SafetyCheck]]:
    places: dict[Place, list[SafetyCheck]] = {}
    for check in checks:
        places.setdefault((check.site, check.side), []).append(check)
    return places


def _takes_back(sign: WarningSign, later: SafetyCheck, raised: SafetyCheck) -> bool:
    """Whether `later` ends what `raised` began."""
    after = place_in_time(later) > place_in_time(raised)
    no = later.answers.get(sign.id) is False
    if by_clinician(later):
        return after and no and later.side in (None, raised.side)
    if sign.level != "caution" or sign.site_days is not None or _needs_clinician(sign) or not by_runner(later):
        return False
    if sign.id == CONTEXT and later.answers.get(SWELLING) is False:
        return known_from(later) >= known_from(raised)
    return after and no


def _needs_clinician(sign: WarningSign) -> bool:
    return sign.level != "caution" or "require_clinician_note" in sign.actions


def _opened(sign: WarningSign, place: Place, standing: Sequence[SafetyCheck]) -> OpenSign:
    return OpenSign(
        id=sign.id,
        level=sign.level,
        text=sign.advice,
        actions=sign.actions,
        since=min(check.day for check in standing),
        raised_by=tuple(check.id for check in standing),
        sources=sign.sources,
        short=sign.short,
        site=place[0],
        side=place[1],
        clinician=_needs_clinician(sign),
    )


def _open_for_days(
    sign: WarningSign, days: timedelta, standing: Sequence[SafetyCheck], settings: Settings, now: datetime
) -> list[OpenSign]:
    """A sign that concerns its place for some days; one still there after a while stays, at its higher level."""
    lasting = timedelta(hours=settings.still_there_hours)
    still = [
        later
        for later in standing
        if any(
            lasting <= known_from(later) - known_from(first) <= days and _same_place(first, later) for first in standing
        )
    ]
    if still and sign.worsens_to:
        return [
            replace(_opened(sign, (None, side), there), level=sign.worsens_to, clinician=True)
            for (_, side), there in _by_place(still).items()
        ]
    recent = [check for check in standing if now < known_from(check) + days]
    return [
        replace(_opened(sign, place, there), ask_again=now >= known_from(there[0]) + lasting)
        for place, there in _by_place(recent).items()
    ]


def _same_place(one: SafetyCheck, other: SafetyCheck) -> bool:
    """Whether both may mean the same place: what was not said may be anywhere."""
    return all(None in pair or pair[0] == pair[1] for pair in ((one.site, other.site), (one.side, other.side)))
