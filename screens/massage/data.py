"""What Massage shows, read in one go."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from journal.book import Journal
from journal.catalogue.shapes import Source, Technique
from journal.model import Massage, Side
from journal.recovery.safety import blocks
from journal.recovery.shapes import GateDue, MassageDay, OpenSign, Proposal
from journal.tell import duration, site_name

SURE = {
    "A": "trials, of short-lived ease",
    "B": "studies of groups of people",
    "C": "what experts do",
    "E": "single reports",
}
"""What the grades of evidence mean, in words."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One way to massage today: what, where, how much."""

    proposal: Proposal
    technique: Technique
    place: str
    dose: str
    """ "60 s × 2"."""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Done:
    """One massage of the day in words, with the scores before and after it."""

    time: str
    what: str
    before: int | None
    after: int | None

    @property
    def change(self) -> str:
        """ "5 → 3, 2 less"; "" when neither was asked."""
        if self.before is None and self.after is None:
            return ""
        said = f"{'–' if self.before is None else self.before} → {'–' if self.after is None else self.after}"
        if self.before is None or self.after is None:
            return said
        by = self.after - self.before
        return f"{said}, {f'{-by} less' if by < 0 else f'{by} more' if by else 'the same'}"


@dataclass(frozen=True, kw_only=True)
class MassageData:
    """Everything on Massage on the day that is shown, and what a massage under way needs to know of now."""

    massage: MassageDay
    offers: tuple[Offer, ...]
    sessions: tuple[Done, ...]
    seconds: int
    """Of all massages of the day together, as far as they are known."""
    signs: tuple[OpenSign, ...]
    """The open ones that hold massage somewhere."""
    ask_first: tuple[OpenSign, ...]
    """The conditions that need the word of a physio or a doctor first."""
    gate_now: GateDue | None
    signs_now: tuple[OpenSign, ...]
    raised_at: datetime | None
    """When the newest of `signs_now` was raised."""
    date_format: str
    """How a day is written."""
    all_held: bool
    """True while a sign holds massage everywhere: then no question opens it."""
    questions: tuple[str, ...] = ()
    """What the gate asks, while it is due."""
    trials: tuple[str, ...] = ()
    """What self-trials say of the day: information, never a rule."""

    def holds(self, site: str, side: Side) -> str | None:
        """Why nothing may be done at a place now, None when no sign concerns it."""
        return blocks(self.signs_now, site, side).massage

    @property
    def dose(self) -> str:
        """The day's dose: "2 of 3 today · 3 min"."""
        day = self.massage
        goal = f"{day.done} of {day.goal} today" if day.goal else f"{day.done} today"
        return " · ".join(part for part in (goal, duration(self.seconds) if self.seconds else "") if part)


def read_massage(journal: Journal, day: date) -> MassageData:
    """What Massage shows of `day`."""
    status = journal.status(day)
    now = status if day == journal.clock.today() else journal.status()
    catalogue = journal.catalogue
    done = [each for each in journal.entries(day, day, kinds=("massage",)) if isinstance(each, Massage)]
    signs_now = _holding(now.signs)
    raised = [found.at for sign in signs_now for each in sign.raised_by if (found := journal.find(each)) is not None]
    return MassageData(
        massage=status.massage,
        offers=tuple(_offer(journal, each) for each in status.massage.proposals),
        sessions=tuple(
            Done(
                time=f"{each.at:%H:%M}" if each.time_known else "",
                what=" ".join(
                    part
                    for part in (
                        site_name(each.site, each.side, catalogue) + ",",
                        _name(journal, each.technique),
                        duration(each.seconds),
                    )
                    if part
                ),
                before=each.before,
                after=each.after,
            )
            for each in done
        ),
        seconds=sum(each.seconds or 0 for each in done),
        signs=_holding(status.signs),
        ask_first=journal.ask_first(day),
        gate_now=now.massage.gate,
        signs_now=signs_now,
        raised_at=max(raised, default=None),
        all_held=status.blocks.massage is not None,
        date_format=journal.settings.date_format,
        questions=tuple(each.ask for each in catalogue.gate) if status.massage.gate is not None else (),
        trials=tuple(_trials(journal, day)),
    )


def _trials(journal: Journal, day: date) -> Iterator[str]:
    standing = journal.trials(day)
    if standing:
        from journal.analysis.wording import trial_today

        yield from filter(
            None, (trial_today(each, journal.catalogue, journal.settings.date_format) for each in standing)
        )


def _holding(signs: tuple[OpenSign, ...]) -> tuple[OpenSign, ...]:
    """Those of `signs` that hold massage somewhere."""
    return tuple(sign for sign in signs if blocks((sign,), sign.site, sign.side).massage)


def _offer(journal: Journal, proposal: Proposal) -> Offer:
    technique = journal.catalogue.techniques[proposal.technique]
    dose = duration(proposal.seconds)
    return Offer(
        proposal=proposal,
        technique=technique,
        place=journal.site_name(proposal.site, proposal.side),
        dose=f"{dose} × {proposal.sets}" if proposal.sets > 1 else dose,
        sources=tuple(
            journal.catalogue.sources[each] for each in technique.sources if each in journal.catalogue.sources
        ),
    )


def _name(journal: Journal, technique: str) -> str:
    known = journal.catalogue.techniques.get(technique)
    return known.name.lower() if known else technique.replace("_", " ")
