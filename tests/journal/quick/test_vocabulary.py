"""Every word of the content means what the content says."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from journal.catalogue.shapes import Catalogue, Exercise, Site, Technique, TestKind, TriggerKind
from journal.quick import read
from journal.quick.phrases import phrase
from journal.quick.vocabulary import vocabulary_of
from journal.settings import MAIN
from tests.journal.quick.strategies import CATALOGUE
from tests.support import FakeClock

Thing = Site | TriggerKind | Technique | Exercise | TestKind

LISTS: dict[str, Mapping[str, Thing]] = {
    "site": CATALOGUE.sites,
    "trigger": CATALOGUE.triggers,
    "technique": CATALOGUE.techniques,
    "exercise": CATALOGUE.exercises,
    "test": CATALOGUE.tests,
}
AMOUNTS = {"min": "20m", "h": "3h", "km": "5km", "m": "200m"}


def line_of(thing: Thing, words: str) -> tuple[str, str]:
    """A line that names `thing` by `words`, and the field of the entry that holds its id."""
    match thing:
        case Site():
            return f"l {words} 5", "site"
        case TriggerKind():
            return f"{words} {AMOUNTS.get(thing.unit, '3')}", "trigger"
        case Technique():
            return f"massage {words} l {thing.sites[0]} 10m", "technique"
        case Exercise():
            return f"{words} 3x12", "exercise"
        case TestKind():
            return f"test {words} {'l ' if thing.each_side else ''}1", "test"


def names() -> Iterator[tuple[str, str, str]]:
    """Every id, name and common word of the content, as a line, a field and the id it must hold."""
    for things in LISTS.values():
        for thing in things.values():
            for words in (thing.id, thing.name, *thing.say):
                yield (*line_of(thing, words), thing.id)
    for alias in CATALOGUE.aliases:
        for words in () if alias.side else alias.words:
            yield (*line_of(LISTS[alias.kind][alias.id], words), alias.id)


NAMES = sorted(set(names()))


@pytest.mark.parametrize(("line", "field", "known_id"), NAMES, ids=[line for line, _, _ in NAMES])
def test_every_name_and_common_word_is_read(
    line: str, field: str, known_id: str, catalogue: Catalogue, clock: FakeClock
) -> None:
    (entry,) = read(line, catalogue, clock, (MAIN,)).entries
    assert getattr(entry, field) == known_id


def test_every_alias_names_what_is_there() -> None:
    assert CATALOGUE.aliases
    assert [alias for alias in CATALOGUE.aliases if alias.id not in LISTS[alias.kind]] == []


def test_no_alias_word_stands_twice_for_one_kind() -> None:
    words = [(alias.kind, phrase(word)) for alias in CATALOGUE.aliases for word in alias.words]
    assert sorted(words) == sorted(set(words))


def test_it_is_built_once_for_a_catalogue() -> None:
    assert vocabulary_of(CATALOGUE) is vocabulary_of(CATALOGUE)
    other = replace(CATALOGUE, aliases=())
    assert vocabulary_of(other) is not vocabulary_of(CATALOGUE)
    assert other != CATALOGUE and replace(CATALOGUE) == CATALOGUE


def test_near_words_are_named() -> None:
    near = vocabulary_of(CATALOGUE).near
    assert near.nearest("hamstrng") == ("hamstring", "hamstrings")
    assert "drive" in near.nearest("driv")
    assert "back of knee" in near.nearest("knee")
    assert near.nearest("zzzzz") == ()
