"""What may come next in a line that is being typed."""

from collections.abc import Iterator, Sequence
from itertools import islice

from journal.catalogue import Catalogue
from journal.quick.bag import Bag
from journal.quick.errors import Refusal
from journal.quick.free_text import parts
from journal.quick.items import Amount, Change, Day, Item, Meaning, NameKind, Number, Sets, Word
from journal.quick.keywords import FILLER, HEADS, SIDES
from journal.quick.kinds import ANY, KINDS, kind_of
from journal.quick.phrases import ATOM, Phrase
from journal.quick.scan import Scanner
from journal.quick.units import RUN_OF_20M, example, seconds_words
from journal.quick.vocabulary import Vocabulary, best_of, tracked_phrases, vocabulary_of
from journal.quick.where import id_words
from journal.settings import MAIN, Tracked

MOST = 8
"""So many suggestions at most."""

_FIRST = ("drive", "laptop", "stairs", "function", "massage", "run", "note")
_PHRASE_MOST = 4
"""A phrase that is being typed is looked for in so many words at the end."""


def suggest(
    line: str, catalogue: Catalogue, tracked: Sequence[Tracked] = (), distance_unit: str = "km"
) -> tuple[str, ...]:
    """At most eight words or phrases: to stand in place of the last, unfinished word, or behind a blank to come next.

    Nothing within free text. Distances are in `distance_unit`.
    """
    found = parts(line)
    if found and (found[-1].head or found[-1].text is not None):
        return ()
    body = "" if not found or line.rstrip().endswith(";") else found[-1].body
    if not body.strip():
        main = tracked[0] if tracked else MAIN
        return (f"{main.side} {id_words(main.site)}", *_FIRST)[:MOST]
    vocabulary = vocabulary_of(catalogue)
    items = Scanner(body, vocabulary, tracked_phrases(catalogue, tracked), ANY).items()
    kind = _kind(items, vocabulary)
    headed = any(isinstance(item, Word) and item.key in HEADS for item in items)
    going_on = _going_on(body, vocabulary, KINDS[kind].names if headed else ANY)
    if not body[-1].isspace():
        return tuple(islice(dict.fromkeys(going_on), MOST))
    return tuple(
        islice(dict.fromkeys((*islice(going_on, MOST // 2), *_coming(kind, items, catalogue, distance_unit))), MOST)
    )


def _kind(items: Sequence[Item], vocabulary: Vocabulary) -> str:
    """The kind of entry as far as it is said, "" before anything says it."""
    try:
        kind = kind_of(Bag(items, vocabulary, ""))
    except Refusal:
        return ""
    said = any((isinstance(item, Word) and item.names) or isinstance(item, Number) for item in items)
    return kind if kind != "rating" or said else ""


def _going_on(body: str, vocabulary: Vocabulary, names: Sequence[NameKind]) -> Iterator[str]:
    """The rest of the phrases that the last words begin, of each meaning the shortest, longest beginnings first."""
    words = tuple(match.group().lower() for match in ATOM.finditer(body))
    if body[-1].isspace():
        words = (*words, "")
    seen: set[object] = set()
    for size in range(min(_PHRASE_MOST, len(words)), 0, -1):
        if words[-size:] == ("",):
            return
        for known in vocabulary.near.continuing(words[-size:]):
            meaning = _meaning(known, vocabulary, names)
            if meaning is not None and meaning not in seen:
                seen.add(meaning)
                yield " ".join(known[size - 1 :])


def _meaning(words: Phrase, vocabulary: Vocabulary, names: Sequence[NameKind]) -> object | None:
    known = vocabulary.find(words)
    if known is None or known.key == FILLER:
        return None
    best = best_of(each for each in known.names if each.kind in names)
    return known.key or known.day or ((best[0].kind, best[0].id) if best else None)


def _coming(kind: str, items: Sequence[Item], catalogue: Catalogue, distance_unit: str) -> Iterator[str]:
    """What the kind of entry still lacks, then the day."""
    named = {name.kind: name for item in items if isinstance(item, Word) for name in item.names[:1]}
    keys = {item.key for item in items if isinstance(item, Word)}
    if kind == "run" and not _measured(items, keys):
        yield from ("20m", RUN_OF_20M[distance_unit], "stage 2")
    yield from _lacking(kind, items, keys, named, catalogue)
    if items and not any(isinstance(item, Day) for item in items):
        yield from ("yesterday", "8am")


def _measured(items: Sequence[Item], keys: set[str]) -> bool:
    return any(isinstance(item, Amount | Number | Sets) for item in items) or "none" in keys


def _lacking(
    kind: str, items: Sequence[Item], keys: set[str], named: dict[NameKind, Meaning], catalogue: Catalogue
) -> tuple[str, ...]:
    measured = _measured(items, keys)
    match kind:
        case "massage" if "technique" not in named:
            return ("ball", "roller", "thumbs", "stick", "gun")
        case "massage" if not measured:
            return ("10m", "5m", "90s")
        case "massage" if not any(isinstance(item, Change) for item in items):
            return ("6>3",)
        case "trigger" if not measured:
            trigger = catalogue.triggers[named["trigger"].id]
            return (example(trigger.ask_unit or trigger.unit), "none")
        case "strength" if not measured:
            return _dose(named["exercise"].id, catalogue)
        case "function" if not measured:
            return ("90%", "100%")
        case "function" if not keys & {"limp", "no limp"}:
            return ("no limp", "limp")
        case "test" if not named:
            return ("calf raise", "walk 30", "stairs down")
        case "flare" if "site" not in named and not keys & set(SIDES):
            return ("l", "r")
        case "flare" if "rest" not in keys:
            return ("rest 3", "sudden")
        case "rating" if not measured:
            return ("5",)
        case "rating" if not keys & {"soreness", "tightness", "pain"}:
            return ("tight", "pain")
        case "" if keys & set(SIDES):
            return ("calf", "hamstring")
        case _:
            return ()


def _dose(exercise_id: str, catalogue: Catalogue) -> tuple[str, ...]:
    exercise = catalogue.exercises[exercise_id]
    if exercise.seconds is not None:
        dose = seconds_words(exercise.seconds)
        return (dose if exercise.sets == 1 else f"{exercise.sets}x{exercise.seconds}s",)
    return (f"{exercise.sets}x{exercise.reps}",)
