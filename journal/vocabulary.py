"""Entries against the content: are its ids known, and by which words is an entry found."""

from collections.abc import Iterator, Mapping
from typing import Any

from journal.catalogue import Catalogue
from journal.errors import Refused
from journal.model import Comment, Entry, GateTest, Massage, Question, SafetyCheck, SelfTrial, Strength, Trigger

SHORTEST = 2
"""From so many letters on a searched word may mean something of the content."""


def check_known(entry: Entry, catalogue: Catalogue) -> None:
    """Raise Refused when `entry` names something (a site, a trigger, an exercise …) that is not in the content."""
    for name, value in unknown(entry, catalogue):
        raise Refused(f"not saved: there is no {name} {value!r}")


def unknown(entry: Entry, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What `entry` names that is not in the content: kind and id."""
    for name, value, known in _references(entry, catalogue):
        if value not in known:
            yield name, value


def search_words(entry: Entry, catalogue: Catalogue) -> str:
    """The words `entry` is found by, besides its note and tags: kind, names, side, comment."""
    names = [getattr(known[value], "name", "") for _, value, known in _references(entry, catalogue) if value in known]
    own = [entry.text, entry.author, entry.role] if isinstance(entry, Comment) else []
    side, measure = getattr(entry, "side", None), getattr(entry, "measure", None)
    return " ".join(word for word in (entry.kind.replace("_", " "), side, measure, *names, *own) if word)


def meant_by(text: str, catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """For each word of a search the names of the content that people call so: "drive" means "Driving"."""
    spoken = _spoken(catalogue)
    found = {
        word: frozenset(name for said, name in spoken if said.startswith(word.casefold()))
        for word in text.replace('"', " ").split()
        if len(word) >= SHORTEST
    }
    return {word: names for word, names in found.items() if names}


def _spoken(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Every word that names something of the content, with the name under which its entries are found."""
    lists: Mapping[str, Mapping[str, Any]] = {
        "site": catalogue.sites,
        "trigger": catalogue.triggers,
        "technique": catalogue.techniques,
        "exercise": catalogue.exercises,
        "test": catalogue.tests,
    }
    said = [(phrase, each.name) for known in lists.values() for each in known.values() for phrase in each.say]
    for alias in catalogue.aliases:
        if alias.side is None and alias.id in lists[alias.kind]:
            said += [(phrase, lists[alias.kind][alias.id].name) for phrase in alias.words]
    return [(word.casefold(), name) for phrase, name in said for word in phrase.split()]


def _references(entry: Entry, catalogue: Catalogue) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    site = getattr(entry, "site", None)
    if isinstance(site, str):
        yield "site", site, catalogue.sites
    match entry:
        case Trigger(trigger=trigger):
            yield "trigger", trigger, catalogue.triggers
        case Question(trigger=trigger) if trigger not in ("run", "strength"):
            yield "trigger", trigger, catalogue.triggers
        case SelfTrial():
            for technique in filter(None, (entry.technique, entry.against)):
                yield "technique", technique, catalogue.techniques
        case Massage(technique=technique):
            yield "technique", technique, catalogue.techniques
        case Strength(exercise=exercise):
            yield "exercise", exercise, catalogue.exercises
        case GateTest(test=test):
            yield "test", test, catalogue.tests
        case SafetyCheck(answers=answers):
            for sign in answers:
                yield "warning sign", sign, {**catalogue.signs, **catalogue.contraindications}
        case _:
            return
