"""Entries in one line of words, for lists, toasts and the plain-text commands."""

from datetime import date
from typing import Protocol

from journal.catalogue.shapes import Catalogue
from journal.dates import STANDARD, day_words
from journal.model import (
    Comment,
    Entry,
    Episode,
    Function,
    GateTest,
    Massage,
    Note,
    Question,
    Rating,
    Run,
    SafetyCheck,
    SelfTrial,
    Side,
    Strength,
    StrengthSet,
    Trigger,
    Untracked,
)
from journal.plural import count
from journal.recovery.shapes import Planned
from journal.visible import visible

NONE_ASKED = "none"
"""An amount of 0: asked, and there was none."""


MILE = 1.609344
"""Kilometres."""


def tell(entry: Entry, catalogue: Catalogue, distance_unit: str = "km", form: str = STANDARD) -> str:
    """What `entry` says, in one line that is safe to show, without its time; distances in km or mi, days in `form`."""
    words = _run(entry, distance_unit) if isinstance(entry, Run) else _body(entry, catalogue, form)
    note = "" if isinstance(entry, Note) or not entry.note else f" · {entry.note}"
    tags = "".join(f" #{tag}" for tag in entry.tags if f"#{tag}" not in entry.note)
    return visible(f"{words}{note}{tags}")


def tell_here(entry: Rating | Massage, catalogue: Catalogue) -> str:
    """What `entry` says in a list about its place: all but the place."""
    if isinstance(entry, Rating):
        return visible(" ".join((f"{entry.measure} {entry.score}", *(f"#{tag}" for tag in entry.tags))))
    return tell(entry, catalogue).replace(f" {site_name(entry.site, entry.side, catalogue)}", "").replace(",,", ",")


def site_name(site: str, side: str | None, catalogue: Catalogue) -> str:
    """ "left upper outer calf"; an unknown site (its own entry is gone) by its id."""
    known = catalogue.sites.get(site)
    name = known.name.split(" (")[0] if known else site.replace("_", " ")
    return f"{side or ''} {name[:1].lower()}{name[1:]}".strip()


def amount(value: float | None, unit: str) -> str:
    """An amount as people say it: 200 min is "3 h 20 min"; None is "" and 0 is "none"."""
    if value is None:
        return ""
    if value == 0:
        return NONE_ASKED
    if unit == "min" and value >= 60:
        hours, minutes = divmod(round(value), 60)
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    if unit == "count":
        return f"{value:g}"
    return f"{value:g} {unit}".strip()


def result(value: float, unit: str) -> str:
    """What was found in a return-to-run test: "yes" or "no", a score as "8 of 10", a count or another amount."""
    if unit == "yes":
        return "yes" if value else "no"
    if unit == "score":
        return f"{value:g} of 10"
    return amount(value, unit) if value else "0"


def duration(seconds: int | None) -> str:
    """Seconds as "90 s" or "10 min"; None is ""."""
    if seconds is None:
        return ""
    return f"{seconds // 60} min" if seconds >= 120 and seconds % 60 == 0 else f"{seconds} s"


def sets(done: tuple[StrengthSet, ...]) -> str:
    """Sets as "3 × 12", or one by one when they differ: "12, 12, 10"."""
    told = [_set(each) for each in done]
    if len(set(told)) == 1:
        return f"{len(told)} × {told[0]}"
    return ", ".join(told)


def _set(done: StrengthSet) -> str:
    dose = f"{done.reps}" if done.reps is not None else duration(done.seconds)
    load = f" at {done.load_kg:g} kg" if done.load_kg else ""
    return f"{dose}{load}{f' {done.side}' if done.side else ''}"


def _body(entry: Entry, catalogue: Catalogue, form: str) -> str:
    match entry:
        case Rating():
            return f"{site_name(entry.site, entry.side, catalogue)}: {entry.measure} {entry.score}"
        case Function():
            limp = {True: ", limping", False: ", no limp", None: ""}[entry.limp]
            return f"{f'{entry.side} ' if entry.side else ''}function {entry.percent} %{limp}"
        case Trigger():
            return f"{_name(entry.trigger, catalogue.triggers)} {amount(entry.amount, entry.unit)}".strip()
        case Massage():
            return _massage(entry, catalogue)
        case Strength():
            pain = f", pain {entry.pain_during}" if entry.pain_during is not None else ""
            return f"{_name(entry.exercise, catalogue.exercises)} {sets(entry.sets)}".strip() + pain
        case GateTest():
            side = f" {entry.side}" if entry.side else ""
            return f"test {_name(entry.test, catalogue.tests)}{side}: {result(entry.value, entry.unit)}"
        case SafetyCheck():
            return _safety(entry, catalogue)
        case Episode():
            where = site_name(entry.site, entry.side, catalogue)
            ended = f", well again on {short_day(entry.ended_on, form)}" if entry.ended_on else ""
            return f"episode: {where}, {entry.onset_kind}, {count(entry.rest_days, 'rest day')} planned{ended}"
        case Comment():
            state = {"approved": "", "pending": " – waiting for you", "rejected": " – rejected"}[entry.state]
            limit = f" [{entry.constraint}]" if entry.constraint else ""
            return f"{entry.author} ({entry.role}){state}: {entry.text}{limit}"
        case Untracked():
            return f"not tracked: {short_day(entry.day, form)} to {short_day(entry.last, form)}"
        case Question():
            return f"question: {asked(entry, catalogue)}"
        case SelfTrial():
            return f"self-trial: {planned(entry, catalogue, form)}"
        case _:
            return entry.note


def short_day(day: date, form: str = STANDARD) -> str:
    """ "3 Nov", in the form the runner chose."""
    return day_words(day, form, weekday=False)


def trigger_name(trigger: str, catalogue: Catalogue) -> str:
    """What people call a trigger, a run or strength work."""
    if trigger in catalogue.triggers:
        return catalogue.triggers[trigger].name.split(",")[0]
    return {"run": "A run", "strength": "Strength work"}.get(trigger, trigger.replace("_", " "))


def technique_name(technique: str | None, catalogue: Catalogue) -> str:
    """What people call a technique; "No massage" for none."""
    if technique is None:
        return "No massage"
    known = catalogue.techniques.get(technique)
    return known.name if known else technique.replace("_", " ")


LATER = ("later the same day", "the next day", "two days later")
MORNINGS = ("later the same morning", "the next morning", "on the morning two days later")


class Asks(Protocol):
    """What a question is made of."""

    @property
    def site(self) -> str: ...
    @property
    def side(self) -> Side: ...
    @property
    def trigger(self) -> str: ...
    @property
    def above(self) -> float | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def lag_days(self) -> int: ...
    @property
    def mornings(self) -> bool: ...


def asked(question: Asks, catalogue: Catalogue) -> str:
    """What a question asks: "Driving over 2 h, the next morning, left upper outer calf"."""
    when = (MORNINGS if question.mornings else LATER)[question.lag_days]
    return f"{asked_about(question, catalogue)}, {when}, {_where(question, catalogue)}"


def asked_about(question: Asks, catalogue: Catalogue) -> str:
    """The exposure a question asks about: "Driving over 2 h"."""
    over = f" over {amount(question.above, question.unit)}" if question.above else ""
    return f"{trigger_name(question.trigger, catalogue)}{over}"


def planned(trial: SelfTrial, catalogue: Catalogue, form: str = STANDARD) -> str:
    """What a self-trial compares, where, for how long, and from which seed."""
    other = technique_name(trial.against, catalogue)
    return (
        f"{technique_name(trial.technique, catalogue)} against {other[:1].lower()}{other[1:]}, "
        f"{_where(trial, catalogue)}, {count(trial.days, 'day')} from {short_day(trial.start, form)}, seed {trial.seed}"
        + (f", ended on {short_day(trial.ended_on, form)}" if trial.ended_on else "")
    )


def _where(entry: Asks | SelfTrial, catalogue: Catalogue) -> str:
    return site_name(entry.site, entry.side, catalogue)


def _massage(entry: Massage, catalogue: Catalogue) -> str:
    change = ""
    if entry.before is not None or entry.after is not None:
        change = f", {_score(entry.before)} → {_score(entry.after)}"
    where = site_name(entry.site, entry.side, catalogue)
    technique = catalogue.techniques.get(entry.technique)
    if technique is not None and not technique.press:
        words = f"{technique.name}, {where}"
    else:
        words = f"massage {where}, {technique.tool if technique else entry.technique}"
    return f"{words} {duration(entry.seconds)}".rstrip() + change


def distance(km: float | None, unit: str) -> str:
    """ "5.5 km" or "3.4 mi"; None is ""."""
    if km is None:
        return ""
    return f"{km:g} km" if unit == "km" else f"{round(km / MILE, 1):g} mi"


def _run(entry: Run, unit: str) -> str:
    parts = [
        "run",
        f"stage {entry.stage}" if entry.stage is not None else "",
        f"{entry.minutes:g} min" if entry.minutes is not None else "",
        distance(entry.km, unit),
        f"pain {entry.pain_during}" if entry.pain_during is not None else "",
        f"effort {entry.rpe}" if entry.rpe is not None else "",
    ]
    return " ".join(part for part in parts if part)


def _safety(entry: SafetyCheck, catalogue: Catalogue) -> str:
    if entry.cleared_by:
        return f"seen by {entry.cleared_by}"
    health = [yes for each, yes in entry.answers.items() if each in catalogue.contraindications]
    raised = [catalogue.signs[sign].short for sign, yes in entry.answers.items() if yes and sign in catalogue.signs]
    parts = []
    if health:
        told = f"{sum(health)} of {len(health)} yes" if any(health) else "all answered no"
        parts.append(f"health questions: {told}")
    if raised or len(health) < len(entry.answers):
        parts.append(f"warning signs: {'; '.join(raised) or 'all answered no'}")
    return ", ".join(parts)


def _score(score: int | None) -> str:
    return "–" if score is None else str(score)


def _name(known_id: str, known: object) -> str:
    found = known.get(known_id) if hasattr(known, "get") else None
    name = getattr(found, "name", None)
    return name if isinstance(name, str) else known_id.replace("_", " ")


def sets_planned(planned: Planned) -> str:
    """A planned dose: "3 × 12 each side", "4 × 30 s", "20 min"."""
    if planned.reps is None and planned.sets == 1:
        dose = duration(planned.seconds)
    else:
        dose = f"{planned.sets} × {planned.reps if planned.reps is not None else duration(planned.seconds)}"
    load = f" at {planned.load_kg:g} kg" if planned.load_kg else ""
    return f"{dose}{load}{' each side' if planned.each_side else ''}"
