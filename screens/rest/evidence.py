"""What the countdown of an episode stands on, in words: criteria with their entries, and what moved since yesterday."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.content import Content

from journal.book import Journal
from journal.catalogue.shapes import Source
from journal.plural import count
from journal.recovery.shapes import Criterion, EpisodeStatus
from journal.recovery.text import told
from journal.visible import visible
from screens.widgets.hanging import Hung

MARKS = {True: ("✓", "$text-success"), False: ("✗", "$text-warning"), None: ("?", "$foreground-muted")}
"""A criterion that is met, one that is not yet, one that was not asked."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A criterion with the entries it stands on, in words."""

    criterion: Criterion
    entries: tuple[str, ...]
    sources: tuple[Source, ...]
    how: str = ""
    """Of a test: how it is done."""


@dataclass(frozen=True, kw_only=True)
class EpisodeView:
    """One episode on this screen. `change` says what moved since the day before, "" when nothing did."""

    status: EpisodeStatus
    name: str
    criteria: tuple[Evidence, ...]
    tests: tuple[Evidence, ...]
    change: str


def view_of(journal: Journal, status: EpisodeStatus, before: EpisodeStatus | None) -> EpisodeView:
    """An episode as it is shown; `before` is how it stood the day before, None when it was not open then."""
    return EpisodeView(
        status=status,
        name=journal.site_name(status.episode.site, status.episode.side),
        criteria=tuple(_evidence(journal, each) for each in status.rest.criteria),
        tests=tuple(_evidence(journal, each, how=_how(journal, each.id)) for each in status.run.tests),
        change=_change(status, before),
    )


def _how(journal: Journal, test: str) -> str:
    known = journal.catalogue.tests.get(test)
    return known.how if known is not None else ""


def _evidence(journal: Journal, criterion: Criterion, most: int = 3, how: str = "") -> Evidence:
    known = journal.catalogue.sources
    entries = [entry for each in criterion.evidence[-most:] if (entry := journal.find(each)) is not None]
    words = (f"{journal.day_words(entry.day)}  {journal.tell(entry)}" for entry in entries)
    return Evidence(
        criterion=criterion,
        how=how,
        sources=tuple(known[each] for each in criterion.sources if each in known),
        entries=tuple(dict.fromkeys(words)),
    )


def _change(now: EpisodeStatus, before: EpisodeStatus | None) -> str:
    if before is None:
        return ""
    changes = []
    if now.rest.days_left != before.rest.days_left:
        changes.append(f"{before.rest.days_left} → {count(now.rest.days_left, 'day')} left")
    if now.rest.good_days != before.rest.good_days:
        changes.append(f"{before.rest.good_days} → {count(now.rest.good_days, 'good day')}")
    if now.phase != before.phase:
        changes.append(f"{before.phase} → {now.phase}")
    was = {each.id: each.met for each in before.rest.criteria}
    changes += [
        f"now {'met' if each.met else 'open'}: {NAMES[each.id]}" for each in now.rest.criteria if _turned(each, was)
    ]
    return f"since the day before: {', '.join(changes)}" if changes else ""


NAMES = {
    "rest_planned": "planned rest",
    "good_days": "good days",
    "function_100": "function",
    "no_warning_sign": "no warning sign",
    "limp": "no limp",
}
"""The criteria in two words."""


def _turned(criterion: Criterion, was: Mapping[str, bool | None]) -> bool:
    """True when a criterion has become true or stopped being it since the day before."""
    known = criterion.id in NAMES and was.get(criterion.id) is not None and criterion.met is not None
    return known and criterion.met != was[criterion.id]


def lines(criteria: tuple[Evidence, ...], *, whole: bool) -> Iterator[Hung]:
    """Each criterion with its mark, the entries it stands on, and how an open test is done.

    The `whole` also has how a test is done that was passed, and where each rule comes from.
    """
    for each in criteria:
        sign, style = MARKS[each.criterion.met]
        yield Hung(Content.styled(f"{sign} ", f"{style} bold"), Content(told(each.criterion)))
        behind = [*each.entries]
        if each.how and (whole or each.criterion.met is not True):
            behind.append(each.how)
        if whole:
            behind += [f"[{source.id}] {source.words}" for source in each.sources]
        for words in behind:
            yield Hung(Content("    "), Content.styled(visible(words), "$foreground-muted"))
