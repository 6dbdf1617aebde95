"""Which phrases mean what: the catalogue's names, the alias table, what people say. Built once for a catalogue."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from journal.catalogue import Catalogue
from journal.model import Side
from journal.quick.items import DayWord, Meaning, NameKind, Rank
from journal.quick.keywords import DAYS, KEYS, WALLS
from journal.quick.phrases import Near, Phrase, phrase, singular
from journal.settings import Tracked
from journal.tell import site_name

TOOLS = ("ball", "hands", "roller", "stick", "gun")
"""Tools by whose name a massage is called."""

INITIALS_MOST = 3
"""Longer phrases are not called by their initials."""

_EMPTY: frozenset[str] = frozenset({"of", "the", "and", "or", "below", "my", "side", "with"})
"""Words that name no place by themselves."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a phrase means: a key of the language, a day, or things of the catalogue."""

    key: str = ""
    day: DayWord | None = None
    names: tuple[Meaning, ...] = ()


class Vocabulary:
    """Every phrase of the language and of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._names: dict[Phrase, list[Meaning]] = {}
        for words, meaning in _meanings(catalogue):
            self._add(words, meaning)
        for words, meaning in list(self._initials()):
            self._add(words, meaning)
        self._known = {words: Known(names=tuple(names)) for words, names in self._names.items()}
        self._known |= {phrase(text): Known(day=day) for text, day in DAYS.items()}
        for text, key in KEYS.items():
            self._known[phrase(text)] = Known(key=key, names=tuple(self._names.get(phrase(text), ())))
        self._singular: dict[Phrase, Known] = {}
        for words, known in self._known.items():
            self._singular.setdefault(singular(words), known)
        self.longest = max(map(len, self._known))

    def find(self, words: Phrase) -> Known | None:
        """What `words` mean, as typed or but for a plural s; None when nothing."""
        return self._known.get(words) or self._singular.get(singular(words))

    def name(self, meaning: Meaning) -> str:
        """The full name of what is meant: "left upper outer calf"."""
        if meaning.kind == "site":
            return site_name(meaning.id, meaning.side, self.catalogue).lower()
        return _lists(self.catalogue)[meaning.kind][meaning.id].name

    def sites_in(self, words: Phrase) -> Iterator[str]:
        """The sites named inside `words`, by the longest phrases first."""
        for length in range(len(words), 0, -1):
            for start in range(len(words) - length + 1):
                known = self.find(words[start : start + length])
                best = best_of(each for each in known.names if each.kind == "site") if known else ()
                if len(best) == 1:
                    yield best[0].id

    @cached_property
    def near(self) -> Near:
        """Finds what may have been meant; initials are never proposed."""
        spoken = [
            words
            for words, known in self._known.items()
            if known.key or known.day or any(each.rank is not Rank.INITIALS for each in known.names)
        ]
        exact = (each for names in self._names.values() for each in names if each.rank is Rank.NAME)
        return Near([*spoken, *map(phrase, WALLS)], map(self.name, exact))

    def _add(self, words: Phrase, meaning: Meaning) -> None:
        names = self._names.setdefault(words, []) if words else []
        if meaning not in names:
            names.append(meaning)

    def _initials(self) -> Iterator[tuple[Phrase, Meaning]]:
        for words, names in self._names.items():
            best = best_of(each for each in names if each.kind == "site" and each.side is None)
            if len(best) != 1 or len(words) > INITIALS_MOST or best[0].rank is Rank.INITIALS:
                continue
            letters = "".join(word[0] for word in words)
            sides: tuple[tuple[str, Side], ...] = (("l", "left"), ("r", "right"))
            for letter, side in sides:
                yield (letter + letters,), Meaning("site", best[0].id, Rank.INITIALS, side)


_KEPT = "_quick_vocabulary"


def vocabulary_of(catalogue: Catalogue) -> Vocabulary:
    """The vocabulary of `catalogue`, made at the first call and kept with it."""
    kept = vars(catalogue)  # where functools.cached_property keeps its values too, also on a frozen dataclass
    if _KEPT not in kept:
        kept[_KEPT] = Vocabulary(catalogue)
    found = kept[_KEPT]
    assert isinstance(found, Vocabulary)
    return found


def tracked_phrases(catalogue: Catalogue, tracked: Sequence[Tracked]) -> dict[Phrase, tuple[Meaning, ...]]:
    """The parts of the names of the tracked sites, each with the sites it may mean."""
    found: dict[Phrase, dict[str, Meaning]] = {}
    for site_id in dict.fromkeys(each.site for each in tracked):
        site = catalogue.sites.get(site_id)
        for text in (site_id, site.name) if site else ():
            words = phrase(text)
            for start in range(len(words)):
                for end in range(start + 1, len(words) + 1):
                    part = words[start:end]
                    if not _EMPTY.issuperset(part):
                        found.setdefault(part, {})[site_id] = Meaning("site", site_id, Rank.TRACKED)
    return {words: tuple(meanings.values()) for words, meanings in found.items()}


def best_of(meanings: Iterable[Meaning]) -> tuple[Meaning, ...]:
    """Those of the best rank."""
    found = tuple(meanings)
    best = min((each.rank for each in found), default=None)
    return tuple(each for each in found if each.rank == best)


class _Named(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def say(self) -> tuple[str, ...]: ...


def _lists(catalogue: Catalogue) -> dict[NameKind, Mapping[str, _Named]]:
    return {
        "site": catalogue.sites,
        "trigger": catalogue.triggers,
        "technique": catalogue.techniques,
        "exercise": catalogue.exercises,
        "test": catalogue.tests,
    }


def _meanings(catalogue: Catalogue) -> Iterator[tuple[Phrase, Meaning]]:
    for kind, things in _lists(catalogue).items():
        for thing_id, thing in things.items():
            for text in (thing_id, thing.name, thing.name.split(" (")[0]):
                yield phrase(text), Meaning(kind, thing_id, Rank.NAME)
            for text in (*thing.say, thing.name.split(",")[0]):
                yield phrase(text), Meaning(kind, thing_id, Rank.SAY)
    for alias in catalogue.aliases:
        for text in alias.words if alias.id in _lists(catalogue)[alias.kind] else ():
            yield phrase(text), Meaning(alias.kind, alias.id, Rank.ALIAS, alias.side)
    for tool in TOOLS:
        for technique in catalogue.techniques.values():
            if technique.tool == tool:
                yield phrase(tool), Meaning("technique", technique.id, Rank.TOOL)
                break
