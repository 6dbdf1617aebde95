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
            for each in journal.catalogue.signs.values():
                if not each.computed:
                    print(f"  {each.id:16} {each.level:9} {each.ask}")
    return 0


def _check(journal: Journal, arguments: argparse.Namespace, at: datetime) -> SafetyCheck | None:
    given = [bool(arguments.none), bool(arguments.yes), arguments.seen is not None]
    if arguments.said and arguments.seen is None:
        raise Refused("nothing was saved: --said needs --seen")
    if sum(given) > 1:
        raise Refused("nothing was saved: give one of --none, --yes or --seen at a time")
    if arguments.none:
        return gate_answers({each.id: False for each in journal.catalogue.gate}, journal.catalogue, at)
    if arguments.yes:
        unknown = [each for each in arguments.yes if each not in journal.catalogue.signs]
        if unknown:
            raise Refused(f"nothing was saved: there is no warning sign {unknown[0]!r}; see: rj signs --questions")
        return sign_answers(dict.fromkeys(arguments.yes, True), journal.catalogue, at)
    return _clearance(journal, arguments, at) if arguments.seen is not None else None


def _clearance(journal: Journal, arguments: argparse.Namespace, at: datetime) -> SafetyCheck:
    role, _, who = arguments.seen.partition(":")
    roles: dict[str, Role] = {each: each for each in CLINICIANS}
    if role.strip() not in roles:
        raise Refused("nothing was saved: give who saw it as 'doctor: NAME' or 'physio: NAME'")
    signs = [sign for sign in journal.status().signs if sign.clinician and arguments.of in (None, sign.id)]
    if len(signs) > 1:
        raise Refused(f"nothing was saved: name the sign with --of: {', '.join(sign.id for sign in signs)}")
    return clearance(signs, roles[role.strip()], who, arguments.said or "", at)
