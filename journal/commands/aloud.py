"""The status of a day as sentences that read well aloud: each line is one, and nothing is said twice."""

from collections.abc import Iterator
from typing import Final

from journal.analysis.wording import forecast, trial_today
from journal.book import Journal
from journal.catalogue.shapes import Phase
from journal.commands import QUESTIONS
from journal.dates import day_aloud
from journal.recovery.episodes import sorest
from journal.recovery.shapes import Criterion, EpisodeStatus, Planned
from journal.recovery.status import Status
from journal.recovery.text import told
from journal.tell import sets_planned

PHASES: Final[dict[Phase, str]] = {
    "protect": "protect it",
    "load": "load it again, step by step",
    "return": "return to running",
    "maintain": "keep it well",
}


def sentences(status: Status, journal: Journal) -> Iterator[str]:
    """Warnings first, then where each sore spell stands and what running means, then the day and what to do."""
    yield f"{day_aloud(status.day, journal.settings.date_format)}."
    yield sentence(status.sentence)
    for sign in status.signs:
        yield f"Warning sign, {sign.level}: {sign.text}"
    if not status.episodes and (sore := sorest(status.ratings)):
        side, site = sore[1], sore[0].replace("_", " ")
        yield f'If it began lately, rj log "flare {side} {site}" counts the days of rest.'
    for each in status.episodes:
        yield ""
        yield from _spell(each, status, journal)
    if status.run is not None:
        yield ""
        yield sentence(status.run.text)
    yield ""
    yield from status.notices
    if status.waiting:
        yield f"Comments that wait for you: {status.waiting} (rj comments)."
    yield from _rated(status, journal)
    yield from _massage(status)
    yield from filter(
        None,
        (trial_today(each, journal.catalogue, journal.settings.date_format) for each in journal.trials(status.day)),
    )
    yield from _strength(status, journal)


def sentence(text: str) -> str:
    """`text` with a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?", "!")) else ".")


def _spell(each: EpisodeStatus, status: Status, journal: Journal) -> Iterator[str]:
    name = journal.site_name(each.episode.site, each.episode.side)
    yield f"{name.capitalize()}, day {each.day}: {PHASES[each.phase]}, because {each.phase_why}."
    if len(status.episodes) > 1:
        yield sentence(each.rest.sentence)
    yield from (f"  {_criterion(criterion)}" for criterion in each.rest.criteria)
    found = journal.forecast(each.episode.site, each.episode.side, status.day)
    likely = forecast(found, journal.settings.date_format)
    if likely:
        yield sentence(likely)
    if each.offer_to_close:
        yield "It has been well for long: rj log 'well again' closes the spell."


def _criterion(criterion: Criterion) -> str:
    text = sentence(told(criterion))
    return text if criterion.met is None else f"{'Met' if criterion.met else 'Not yet'}. {text}"


def _rated(status: Status, journal: Journal) -> Iterator[str]:
    if not status.ratings:
        yield "Nothing is rated today."
    for rating in status.ratings:
        at = f" at {rating.at:%H:%M}" if rating.time_known else ""
        yield f"{journal.tell(rating).capitalize()}{at}."
    if status.function is not None:
        yield f"{journal.tell(status.function).capitalize()}."


def _massage(status: Status) -> Iterator[str]:
    massage = status.massage
    if massage.goal:
        yield f"Massage: {massage.done} of {massage.goal} done."
    if status.blocks.massage is not None:
        yield f"No massage now: {sentence(status.blocks.massage)}"
    elif massage.gate is not None:
        yield f"No massage now. {sentence(massage.gate.words)} {QUESTIONS}."
    elif massage.blocked_by:
        yield f"No massage now: {sentence(massage.blocked_by)}"
    else:
        yield massage.advice


def _strength(status: Status, journal: Journal) -> Iterator[str]:
    strength = status.strength
    if strength.blocked_by:
        yield f"No strength work: {sentence(strength.blocked_by)}"
        return
    yield f"Strength today: {strength.why}."
    for planned in strength.planned:
        yield f"  {'Done' if planned.exercise in status.trained else 'To do'}: {_planned(planned, journal)}."
    if status.cardio:
        yield f"Easy endurance instead, or besides: {'; '.join(_planned(each, journal) for each in status.cardio)}."


def _planned(planned: Planned, journal: Journal) -> str:
    exercise = journal.catalogue.exercises[planned.exercise]
    return f"{exercise.name}, {sets_planned(planned)}"
