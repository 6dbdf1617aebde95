"""Entries against the content: are its ids known, and by which words is an entry found."""

from collections.abc import Iterator

from journal.catalogue import Catalogue
from journal.errors import Refused
from journal.model import Comment, Entry, GateTest, Massage, SafetyCheck, Strength, Trigger


def check_known(entry: Entry, catalogue: Catalogue) -> None:
    """Raise Refused when `entry` names something (a site, a trigger, an exercise …) that is not in the content."""
    for name, value, known in _references(entry, catalogue):
        if value not in known:
            raise Refused(f"not saved: there is no {name} {value!r}")


def search_words(entry: Entry, catalogue: Catalogue) -> str:
    """The words `entry` is found by, besides its note and tags: kind, names, side, comment."""
    names = [getattr(known[value], "name", "") for _, value, known in _references(entry, catalogue) if value in known]
    own = [entry.text, entry.author, entry.role] if isinstance(entry, Comment) else []
    side, measure = getattr(entry, "side", None), getattr(entry, "measure", None)
    return " ".join(word for word in (entry.kind.replace("_", " "), side, measure, *names, *own) if word)


def _references(entry: Entry, catalogue: Catalogue) -> Iterator[tuple[str, str, dict[str, object]]]:
    site = getattr(entry, "site", None)
    if isinstance(site, str):
        yield "site", site, dict(catalogue.sites)
    match entry:
        case Trigger(trigger=trigger):
            yield "trigger", trigger, dict(catalogue.triggers)
        case Massage(technique=technique):
            yield "technique", technique, dict(catalogue.techniques)
        case Strength(exercise=exercise):
            yield "exercise", exercise, dict(catalogue.exercises)
        case GateTest(test=test):
            yield "test", test, dict(catalogue.tests)
        case SafetyCheck(answers=answers):
            for sign in answers:
                yield "warning sign", sign, {**catalogue.signs, **catalogue.contraindications}
        case _:
            return
