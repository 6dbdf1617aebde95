"""Contraindications: what the runner answered about conditions under which massage is not for them, or not yet."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.catalogue.shapes import Catalogue
from journal.clock import journal_day
from journal.model import Entry
from journal.recovery.checks import by_clinician, by_runner, checks_until
from journal.recovery.shapes import OpenSign
from journal.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Conditions:
    """The ids of what is `present`; of these what allows `no_massage`, and what needs a clinician's word first."""

    present: frozenset[str] = frozenset()
    no_massage: tuple[str, ...] = ()
    ask_clinician: tuple[str, ...] = ()

    @property
    def standing(self) -> frozenset[str]:
        """What is present, but for what a clinician agreed to."""
        return frozenset((*self.no_massage, *self.ask_clinician))


def contraindications_due(entries: Sequence[Entry], catalogue: Catalogue, settings: Settings, now: datetime) -> bool:
    """True when a condition was never asked about, or more than `conditions_days` ago. Imported answers don't count."""
    last: dict[str, date] = {}
    for check in checks_until(entries, now):
        if by_runner(check):
            last.update(dict.fromkeys(check.answers, check.day))
    oldest = journal_day(now) - timedelta(days=settings.conditions_days)
    return any(last.get(each, date.min) < oldest for each in catalogue.contraindications)


def contraindicated(
    entries: Sequence[Entry], catalogue: Catalogue, now: datetime, also: Collection[str] = ()
) -> Conditions:
    """What stands against massage, by the last answer to each question; `also` is present whatever was answered.

    Where a clinician has to be asked, the no of a physio or doctor counts for as long as the runner's own answer
    stays yes. A yes counts wherever it comes from, a no only from the
    runner.
    """
    present = set(also) & catalogue.contraindications.keys()
    agreed: set[str] = set()
    for check in checks_until(entries, now):
        for each, yes in check.answers.items():
            means = catalogue.contraindications.get(each)
            if means is None:
                continue
            if yes:
                present.add(each)
            elif by_clinician(check) and means.means == "ask_clinician" and each in present:
                agreed.add(each)
            elif by_runner(check) and each not in also:
                present.discard(each)
                agreed.discard(each)
    known = [each for each in catalogue.contraindications.values() if each.id in present]
    return Conditions(
        present=frozenset(present),
        no_massage=tuple(each.id for each in known if each.means == "no_massage"),
        ask_clinician=tuple(each.id for each in known if each.means == "ask_clinician" and each.id not in agreed),
    )


def ask_first(conditions: Conditions, catalogue: Catalogue, day: date) -> tuple[OpenSign, ...]:
    """The conditions that wait for the word of a physio or a doctor, as what a clearance on `day` can take back."""
    return tuple(
        OpenSign(
            id=each,
            level="caution",
            text="Ask a physio or a doctor before any massage of that leg.",
            actions=("stop_massage",),
            since=day,
            short=catalogue.contraindications[each].ask,
        )
        for each in conditions.ask_clinician
    )
