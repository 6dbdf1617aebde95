"""`rj trial`: plan a self-trial drawn by lot, end it, or say where it stands."""

import argparse
from typing import Any

from journal.analysis.self_trial import DAYS, POWER, TrialDay, on, plan
from journal.analysis.shapes import Experiment
from journal.analysis.wording import experiment, trial_today
from journal.book import Journal
from journal.commands import day_of, journal_of, print_json
from journal.errors import Refused
from journal.tell import planned
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked for, then say where the trials stand."""
    with journal_of(arguments) as journal:
        if arguments.action == "start":
            _start(journal, arguments)
        elif arguments.action == "stop":
            gone = journal.end_trial()
            if not arguments.json:
                print(visible(f"ended: {planned(gone, journal.catalogue, journal.settings.date_format)}"))
        day = day_of(journal, arguments.as_of)
        standing = journal.trials(day)
        shown = journal.insights(day).experiments if standing else ()
        if arguments.json:
            print_json([_plain(each, shown) for each in standing])
        else:
            _tell(journal, standing, shown)
    return 0


def _start(journal: Journal, arguments: argparse.Namespace) -> None:
    if not arguments.technique:
        raise Refused("nothing was planned: which technique? rj trial start ball, or: rj trial start ball hands")
    trial = journal.plan_trial(
        arguments.technique, arguments.against, days=arguments.days, place=arguments.site, seed=arguments.seed
    )
    journal.may_begin(trial)
    if not arguments.json:
        print(POWER)
    made = journal.start_trial(trial)
    if not arguments.json:
        print(visible(f"planned: {planned(made, journal.catalogue, journal.settings.date_format)}"))
        print(
            "The same seed gives the same plan everywhere. A warning sign, or pain over 5, ends it. It is information:"
        )
        print("never massage against a warning sign, and leave one out whenever you want to. rj trial stop ends it.")


def _tell(journal: Journal, standing: tuple[TrialDay, ...], shown: tuple[Experiment, ...]) -> None:
    if not standing:
        print(f"No self-trial is planned. {POWER}")
        print(f"rj trial start ball: {DAYS} days with and without it, drawn by lot.")
    form = journal.settings.date_format
    for each in standing:
        said = trial_today(each, journal.catalogue, form)
        print(visible(said or f"Self-trial: {planned(each.trial, journal.catalogue, form)}."))
        found = _of(each, shown)
        if found is not None:
            print(visible(f"  {experiment(found, journal.catalogue, form)}"))


def _plain(now: TrialDay, shown: tuple[Experiment, ...]) -> dict[str, Any]:
    trial = now.trial
    found = _of(now, shown)
    return {
        "id": trial.id,
        "site": trial.site,
        "side": trial.side,
        "technique": trial.technique,
        "against": trial.against,
        "start": trial.start.isoformat(),
        "days": trial.days,
        "seed": trial.seed,
        "plan": [int(each) for each in plan(trial)],
        "state": now.state,
        "day": now.number if now.state == "running" else None,
        "today": on(trial, now.day) if now.state == "running" else None,
        "ended": now.ended.isoformat() if now.ended else None,
        "why": now.why or None,
        "effect": found.effect if found else None,
        "interval90": found.interval90 if found else None,
        "verdict": found.verdict if found else "not_enough_data",
    }


def _of(now: TrialDay, shown: tuple[Experiment, ...]) -> Experiment | None:
    trial = now.trial
    return next((each for each in shown if (each.start, each.seed) == (trial.start, trial.seed)), None)
