"""What Massage shows, read in one go."""

from dataclasses import dataclass
from datetime import date, datetime

from journal.book import Journal
from journal.catalogue.shapes import Source, Technique
from journal.model import Massage, Side
from journal.recovery.massage import HONEST
from journal.recovery.safety import blocks
from journal.recovery.shapes import MassageDay, OpenSign, Proposal
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
class Session:
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
    """Everything on Massage. `signs` are the open ones that hold massage somewhere."""

    massage: MassageDay
    offers: tuple[Offer, ...]
    sessions: tuple[Session, ...]
    seconds: int
    """Of all massages of the day together, as far as they are known."""
    signs: tuple[OpenSign, ...]
    raised_at: datetime | None
    """When the newest of these was raised."""
    honest: str = HONEST

    def holds(self, site: str, side: Side) -> str | None:
        """Why nothing may be done at a place now, None when no sign concerns it."""
        return blocks(self.signs, site, side).massage

    @property
    def dose(self) -> str:
        """The day's dose: "2 of 3 today · 3 min"."""
        day = self.massage
        goal = f"{day.done} of {day.goal} today" if day.goal else f"{day.done} today"
        return " · ".join(part for part in (goal, duration(self.seconds) if self.seconds else "") if part)


def read_massage(journal: Journal, day: date) -> MassageData:
    """What Massage shows of `day`."""
    status = journal.status(day)
    catalogue = journal.catalogue
    done = [each for each in journal.entries(day, day, kinds=("massage",)) if isinstance(each, Massage)]
    signs = tuple(sign for sign in status.signs if blocks((sign,), sign.site, sign.side).massage)
    raised = [found.at for sign in signs for each in sign.raised_by if (found := journal.find(each)) is not None]
    return MassageData(
        massage=status.massage,
        offers=tuple(_offer(journal, each) for each in status.massage.proposals),
        sessions=tuple(
            Session(
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
        signs=signs,
        raised_at=max(raised, default=None),
    )


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
