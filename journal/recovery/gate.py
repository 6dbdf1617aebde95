"""The calf gate: five questions that come before a massage when something could need more than one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.catalogue.shapes import Catalogue
from journal.clock import journal_day
from journal.model import Entry, Massage, Rating, Run, SafetyCheck, Side, Strength, Trigger, require
from journal.recovery.checks import by_clinician, by_runner, checks_until, most_urgent, place_in_time
from journal.recovery.episodes import open_episodes
from journal.recovery.safety import CONTEXT, SWELLING
from journal.recovery.shapes import GateDue
from journal.recovery.text import short
from journal.settings import Settings
from journal.tell import amount, site_name


@dataclass(frozen=True)
class _Symptom:
    """The first score at a place after days without one."""

    entry: Entry
    site: str
    side: Side


def gate_due(entries: Sequence[Entry], catalogue: Catalogue, settings: Settings, now: datetime) -> GateDue | None:
    """Why the five questions come before the next massage, or None.

    At the start of a sore spell; once on a day on which, or the day before which, any symptom was `gate_symptom` or
    more; and at a new symptom within `seated_days` of long seated travel, until they were answered after it.
    """
    today = journal_day(now)
    seen = [entry for entry in entries if entry.day <= today]
    asked = [check for check in checks_until(seen, now) if answered(check, catalogue)]
    at_once = _sore_spell(seen, asked, catalogue, settings, today) or _after_travel(
        seen, asked, catalogue, settings, today
    )
    because = at_once or _sore(seen, asked, settings, today)
    questions = tuple(question.id for question in catalogue.gate)
    return GateDue(because=because, questions=questions, at_once=bool(at_once)) if because and questions else None


def gate_answers(answers: Mapping[str, bool], catalogue: Catalogue, at: datetime) -> SafetyCheck:
    """The record of the gate: `answers` by question id, True for yes.

    A sign is raised by any yes; its no is recorded when all its questions were answered. Raises InvalidEntry for a
    question that is not in the gate.
    """
    known = {question.id for question in catalogue.gate}
    for question in answers:
        require(question in known, f"the gate has no question {question!r}")
    signs: dict[str, list[bool | None]] = {}
    for each in catalogue.gate:
        for sign in each.raises:
            signs.setdefault(sign, []).append(answers.get(each.id))
    found = {sign: any(said) for sign, said in signs.items() if any(said) or None not in said}
    return sign_answers(found, catalogue, at)


def sign_answers(
    answers: Mapping[str, bool], catalogue: Catalogue, at: datetime, site: str | None = None, side: Side | None = None
) -> SafetyCheck:
    """The record of answers by warning sign or contraindication, True for yes, with the most urgent level of a yes."""
    levels = [catalogue.signs[sign].level for sign, yes in answers.items() if yes and sign in catalogue.signs]
    return SafetyCheck(at=at, answers=dict(answers), level=most_urgent(levels), site=site, side=side)


def answered(check: SafetyCheck, catalogue: Catalogue) -> bool:
    """True when the runner answered the whole gate, or a clinician said what they found about swelling."""
    if by_clinician(check):
        return SWELLING in check.answers
    return by_runner(check) and all(sign in check.answers for each in catalogue.gate for sign in each.raises)


def _sore_spell(
    entries: Sequence[Entry], asked: Sequence[SafetyCheck], catalogue: Catalogue, settings: Settings, today: date
) -> str | None:
    last = max((check.day for check in asked), default=date.min)
    begun = [each for each in open_episodes(entries, today) if each.day > last]
    if not begun:
        return None
    newest = begun[-1]
    return f"a sore spell began on {short(newest.day, settings)}: {site_name(newest.site, newest.side, catalogue)}"


def _sore(entries: Sequence[Entry], asked: Sequence[SafetyCheck], settings: Settings, today: date) -> str | None:
    if any(check.day == today for check in asked):
        return None
    recent = (entry for entry in entries if entry.day >= today - timedelta(days=1))
    highest = max((score for entry in recent for score in _scores(entry)), default=0)
    if highest < settings.gate_symptom:
        return None
    return f"the leg was at {highest} of 10 today or yesterday: before the first massage of the day"


def _after_travel(
    entries: Sequence[Entry], asked: Sequence[SafetyCheck], catalogue: Catalogue, settings: Settings, today: date
) -> str | None:
    travelled = _seated_days(entries, catalogue, settings)
    for symptom in _new_symptoms(entries, settings):
        day = symptom.entry.day
        within = [each for each in travelled if 0 <= (day - each).days <= settings.seated_days]
        if (
            within
            and (today - day).days <= settings.seated_days
            and not any(_is_after(check, symptom.entry) for check in asked)
        ):
            where = site_name(symptom.site, symptom.side, catalogue)
            return f"{travelled[max(within)]} on {short(max(within), settings)}, and something new since: {where}"
    return None


def _seated_days(entries: Sequence[Entry], catalogue: Catalogue, settings: Settings) -> dict[date, str]:
    """The days with more than `seated_minutes` of seated travel, or a yes to something like it, in words."""
    minutes: dict[date, float] = {}
    found: dict[date, str] = {}
    for entry in entries:
        if isinstance(entry, Trigger):
            minutes[entry.day] = minutes.get(entry.day, 0) + _seated_minutes(entry, catalogue)
        elif isinstance(entry, SafetyCheck) and entry.answers.get(CONTEXT):
            sign = catalogue.signs.get(CONTEXT)
            found[entry.day] = f"a yes ({sign.short})" if sign else "a yes"
    long = {day: f"{amount(total, 'min')} seated" for day, total in minutes.items() if total > settings.seated_minutes}
    return {**found, **long}


def _seated_minutes(entry: Trigger, catalogue: Catalogue) -> float:
    kind = catalogue.triggers.get(entry.trigger)
    if kind is None or not kind.seated_travel or entry.amount is None:
        return 0
    return entry.amount * (60 if (entry.unit or kind.unit) == "h" else 1)


def _new_symptoms(entries: Sequence[Entry], settings: Settings) -> list[_Symptom]:
    """The scores above 0 at a place that had none in the `new_symptom_days` before, the newest first."""
    last: dict[tuple[str, Side], date] = {}
    found = []
    for entry in sorted(entries, key=lambda each: (each.at, each.id)):
        if isinstance(entry, Rating | Massage) and any(_scores(entry)):
            place = (entry.site, entry.side)
            if (entry.day - last.get(place, date.min)).days > settings.new_symptom_days:
                found.append(_Symptom(entry, entry.site, entry.side))
            last[place] = entry.day
    return found[::-1]


def _is_after(check: SafetyCheck, symptom: Entry) -> bool:
    if check.day != symptom.day or not symptom.time_known:
        return check.day >= symptom.day
    return place_in_time(check) >= (symptom.at, symptom.id)


def _scores(entry: Entry) -> Iterable[int]:
    """What was felt, whatever it was felt during."""
    match entry:
        case Rating():
            said: tuple[int | None, ...] = (entry.score,)
        case Massage():
            said = (entry.before, entry.after)
        case Run() | Strength():
            said = (entry.pain_during,)
        case _:
            said = ()
    return [score for score in said if score is not None]
