"""`rj signs`: the warning signs that are open, the questions, and what a clinician said."""

import argparse
from datetime import datetime

import msgspec

from journal.book import Journal
from journal.commands import journal_of, moment_of, print_json
from journal.errors import Refused
from journal.model import Role, SafetyCheck
from journal.recovery.checks import CLINICIANS
from journal.recovery.gate import gate_answers, sign_answers
from journal.recovery.safety import clearance
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Record what was asked for, then say what is open."""
    with journal_of(arguments) as journal:
        at = moment_of(journal, arguments.at) or journal.clock.now()
        check = _check(journal, arguments, at)
        if check is not None:
            (saved,) = journal.record(check)
            if not arguments.json:
                print(f"saved: {journal.tell(saved)}")
        signs = journal.status().signs
        if arguments.json:
            print_json(msgspec.to_builtins(signs))
            return 0
        for sign in signs:
            print(visible(f"{sign.level}: {sign.short} ({sign.id}), since {sign.since}. {sign.text}"))
        if not signs:
            print("no warning sign is open")
        if arguments.questions:
            _print_questions(journal)
    return 0


def _print_questions(journal: Journal) -> None:
    catalogue = journal.catalogue
    print("The calf questions, before a massage (all no: --none)")
    for question in catalogue.gate:
        print(visible(f"  {question.id:24} {question.ask}"))
    print("Warning signs (--yes ID)")
    for each in catalogue.signs.values():
        if not each.computed:
            print(visible(f"  {each.id:16} {each.level:9} {each.ask}"))
    print("Your health and massage (all no: --healthy; else --yes ID, --no ID)")
    for condition in catalogue.contraindications.values():
        stops = {"no_massage": "no massage", "ask_clinician": "ask first"}[condition.means]
        print(visible(f"  {condition.id:26} {stops:10} {condition.ask}"))


def _check(journal: Journal, arguments: argparse.Namespace, at: datetime) -> SafetyCheck | None:
    if arguments.said and arguments.seen is None:
        raise Refused("nothing was saved: --said needs --seen")
    answers = bool(arguments.yes or arguments.no or arguments.healthy)
    if bool(arguments.none) + answers + (arguments.seen is not None) > 1:
        raise Refused("nothing was saved: give one of --none, --yes, --no, --healthy or --seen at a time")
    if arguments.none:
        return gate_answers({each.id: False for each in journal.catalogue.gate}, journal.catalogue, at)
    if arguments.seen is not None:
        return _clearance(journal, arguments, at)
    return _answered(journal, arguments, at) if answers else None


def _answered(journal: Journal, arguments: argparse.Namespace, at: datetime) -> SafetyCheck:
    """The runner's own answers: a calf question raises its signs; only a condition is taken back by a no."""
    catalogue = journal.catalogue
    questions = {each.id: each.raises for each in catalogue.gate}
    answers = dict.fromkeys(catalogue.contraindications, False) if arguments.healthy else {}
    for each in arguments.no or ():
        if each not in catalogue.contraindications:
            raise Refused(f"nothing was saved: there is no condition {each!r}; see: rj signs --questions")
        answers[each] = False
    for each in arguments.yes or ():
        if each not in (*questions, *catalogue.signs, *catalogue.contraindications):
            raise Refused(f"nothing was saved: there is no warning sign {each!r}; see: rj signs --questions")
        answers.update(dict.fromkeys(questions.get(each, (each,)), True))
    return sign_answers(answers, catalogue, at)


def _clearance(journal: Journal, arguments: argparse.Namespace, at: datetime) -> SafetyCheck:
    role, _, who = arguments.seen.partition(":")
    roles: dict[str, Role] = {each: each for each in CLINICIANS}
    if role.strip() not in roles:
        raise Refused("nothing was saved: give who saw it as 'doctor: NAME' or 'physio: NAME'")
    if arguments.of in journal.catalogue.contraindications:
        signs = [sign for sign in journal.ask_first() if sign.id == arguments.of]
    else:
        signs = [sign for sign in journal.status().signs if sign.clinician and arguments.of in (None, sign.id)]
    if len(signs) > 1:
        raise Refused(f"nothing was saved: name the sign with --of: {', '.join(sign.id for sign in signs)}")
    return clearance(signs, roles[role.strip()], who, arguments.said or "", at)
