"""The ways to massage today as a list, and the chosen one in words."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from journal.model import Side
from journal.visible import visible
from screens.dialog import Options
from screens.massage.data import SURE, Offer
from screens.widgets.hanging import Hung, plain
from screens.widgets.words import shortened

BEFORE = 19
"""The cells before a name, and the scrollbar."""
LONGEST = 60
"""The cells of a name while the width is not known."""


class OfferList(Options, inherit_bindings=False):
    """A line for each technique, site and side. It only chooses; `enter` belongs to the screen."""

    DEFAULT_CSS = "OfferList { text-wrap: nowrap; text-overflow: ellipsis; }"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", "Down", show=False),
        Binding("up,k", "cursor_up", "Up", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._offers: tuple[Offer, ...] = ()

    def fill(self, offers: Sequence[Offer]) -> None:
        """Show `offers`; the one that was chosen stays chosen while it is there."""
        self._offers = tuple(offers)
        chosen = self.highlighted_option.id if self.highlighted_option else None
        keys = [key(each) for each in offers]
        room = (self.size.width or BEFORE + LONGEST) - BEFORE
        self.set_options(Option(_line(offer, room), id=each) for offer, each in zip(offers, keys, strict=True))
        self.highlighted = keys.index(chosen) if chosen in keys else 0 if keys else None

    def go_to(self, place: tuple[str, Side]) -> None:
        """Mark the first offer for `place`; without one the mark stays."""
        places = [(each.proposal.site, each.proposal.side) for each in self._offers]
        if place in places:
            self.highlighted = places.index(place)

    def on_resize(self) -> None:
        """Names fit the width."""
        if self._offers:
            self.fill(self._offers)


def _line(offer: Offer, room: int) -> Content:
    where = visible(f"{offer.dose:>8}  {offer.proposal.side:<5}  ")
    name = offer.technique.name
    fits = name if len(name) <= room else offer.technique.short or name
    return Content.assemble((where, "$foreground-muted"), shortened(visible(fits), room))


def key(offer: Offer) -> str:
    """What tells one offer from the others."""
    return "/".join((offer.proposal.technique, offer.proposal.site, offer.proposal.side))


def details(offer: Offer, honest: str, *, sources: bool) -> Iterator[Hung]:
    """How it is done, what to feel for, what to heed; with `sources` also where it comes from."""
    technique, proposal = offer.technique, offer.proposal
    yield plain(Content.styled(visible(f"{technique.name}, {proposal.why}"), "bold"))
    yield plain(visible(technique.setup))
    for number, cue in enumerate(technique.cues, 1):
        yield Hung(Content.styled(f" {number} ", "$primary bold"), Content(visible(cue)))
    cap = f"Discomfort at most {proposal.discomfort_cap} of 10; never sharp, electric or pulsing."
    yield plain(cap if technique.press else f"At most {proposal.discomfort_cap} of 10.")
    if technique.caution:
        yield plain(Content.assemble(("Take care: ", "$text-warning bold"), visible(technique.caution)))
    yield plain(Content.styled(honest, "$foreground-muted"))
    known = f"How sure: {SURE[technique.evidence]} ({technique.evidence})."
    yield plain(Content.styled(visible(known), "$foreground-muted"))
    for each in offer.sources if sources else ():
        cited = Content.styled(visible(f"{each.title} {each.address}"), "$foreground-muted")
        yield Hung(Content.styled(visible(f"[{each.id}] "), "$foreground-muted"), cited)
