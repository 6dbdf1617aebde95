"""`rj today`: where you stand, as sentences that read well aloud, or as one JSON value."""

import argparse
from collections.abc import Iterator
from typing import Any

import msgspec

from journal.analysis.self_trial import TrialDay
from journal.analysis.shapes import Forecast
from journal.analysis.wording import trial_today
from journal.book import Journal
from journal.commands import day_of, journal_of, print_json
from journal.commands.aloud import sentences
from journal.errors import JournalError, Refused
from journal.glancing import check_in_due, line_of
from journal.plain import to_plain
from journal.recovery.shapes import EpisodeStatus
from journal.recovery.status import Status
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Print the status of today, or of the day that --as-of names."""
    if arguments.short:
        return _short(arguments)
    with journal_of(arguments) as journal:
        day = day_of(journal, arguments.as_of)
        status = journal.status(day)
        if arguments.json:
            print_json(plain(status, journal))
        else:
            print("\n".join(visible(line) for line in sentences(status, journal)))
            if arguments.sources:
                print("\n".join(visible(line) for line in sources(status, journal)))
    return 0


def _short(arguments: argparse.Namespace) -> int:
    """One line, and 1 while a check-in is due. Where there is no journal, or it cannot be read: nothing is said."""
    if arguments.json or arguments.as_of or arguments.sources:
        raise Refused("--short stands alone: it is one line about now")
    journal = journal_of(arguments)
    if not journal.paths.journal.exists():
        return 0
    try:
        with journal:
            status = journal.status()
            due = check_in_due(status, journal.settings)
            journal.keep_glance()
    except JournalError as error:
        return error.exit_code
    print(line_of(status, due))
    return int(due)


def plain(status: Status, journal: Journal) -> dict[str, Any]:
    """The status as JSON values."""
    return {
        "day": status.day.isoformat(),
        "sentence": status.sentence,
        "episodes": [_episode(each, _forecast(each, status, journal)) for each in status.episodes],
        "ratings": [to_plain(rating) for rating in status.ratings],
        "function": status.function.percent if status.function else None,
        "strength": msgspec.to_builtins(status.strength),
        "cardio": msgspec.to_builtins(status.cardio),
        "massage": {
            "done": status.massage.done,
            "goal": status.massage.goal,
            "blocked_by": status.massage.blocked_by,
            "gate": status.massage.gate.because if status.massage.gate else None,
            "proposals": msgspec.to_builtins(status.massage.proposals),
            "advice": status.massage.advice,
        },
        "trials": [_trial(each, journal) for each in journal.trials(status.day) if each.state == "running"],
        "notices": list(status.notices),
        "limits": msgspec.to_builtins(status.limits),
        "comments_waiting": status.waiting,
        "warnings": msgspec.to_builtins(status.signs),
        "blocks": msgspec.to_builtins(status.blocks),
        "phase": status.phase,
        "run": msgspec.to_builtins(status.run),
    }


def _trial(now: TrialDay, journal: Journal) -> dict[str, Any]:
    return {
        "site": now.trial.site,
        "side": now.trial.side,
        "day": now.number,
        "days": now.trial.days,
        "technique": now.technique,
        "sentence": trial_today(now, journal.catalogue, journal.settings.date_format),
    }


def _forecast(each: EpisodeStatus, status: Status, journal: Journal) -> Forecast:
    return journal.forecast(each.episode.site, each.episode.side, status.day)


def _episode(each: EpisodeStatus, likely: Forecast) -> dict[str, Any]:
    episode, rest = each.episode, each.rest
    return {
        "id": episode.id,
        "site": episode.site,
        "side": episode.side,
        "started": episode.day.isoformat(),
        "day": each.day,
        "phase": each.phase,
        "phase_why": each.phase_why,
        "rest": {
            "rest_day": rest.rest_day,
            "days_left": rest.days_left,
            "planned_left": rest.planned_left,
            "good_days": rest.good_days,
            "good_days_needed": rest.good_days_needed,
            "sentence": rest.sentence,
            "criteria": msgspec.to_builtins(rest.criteria),
        },
        "run_stage": each.run.stage,
        "run": msgspec.to_builtins(each.run),
        "offer_to_close": each.offer_to_close,
        "recurrence": each.recurrence,
        "forecast": {
            "verdict": likely.verdict,
            "median_days": likely.median_days,
            "interval90_days": likely.interval90_days,
        },
    }


def sources(status: Status, journal: Journal) -> Iterator[str]:
    """Where the rules behind what was said come from, by title and address."""
    catalogue = journal.catalogue
    criteria = [each for episode in status.episodes for each in (*episode.rest.criteria, *episode.run.tests)]
    named = [
        *(each.sources for each in criteria),
        *(each.run.sources for each in status.episodes),
        *(each.sources for each in status.signs),
        *(catalogue.techniques[each.technique].sources for each in status.massage.proposals),
        *(catalogue.exercises[each.exercise].sources for each in status.strength.planned),
    ]
    yield ""
    yield "Sources. D is an app default, a design decision and not evidence; K is general knowledge."
    for name in sorted({each for ids in named for each in ids}, key=lambda each: (len(each), each)):
        yield f"  {name}: {catalogue.sources[name].words}"
