"""The kinds of entry a scanned line can be, and which one it is."""

from collections.abc import Callable
from dataclasses import dataclass

from journal.quick import doing, feeling
from journal.quick.bag import Bag
from journal.quick.errors import Refusal, quoted
from journal.quick.feeling import What
from journal.quick.items import NameKind, Unknown, Word
from journal.quick.keywords import HEADS, NOT_YET
from journal.quick.massage import massage
from journal.quick.strength import strength
from journal.quick.when import Given

ANY: tuple[NameKind, ...] = ("site", "trigger", "technique", "exercise")
"""What may be named before the kind is known; a test only behind the word test."""


@dataclass(frozen=True)
class Kind:
    """How a kind of entry is read: which names have a place in it, its reader, what it is called, an example."""

    names: tuple[NameKind, ...]
    read: Callable[[Bag, Given], What]
    called: str
    example: str


KINDS: dict[str, Kind] = {
    "rating": Kind(("site",), feeling.rating, "a rating", "l calf 5"),
    "function": Kind((), feeling.function, "function", "function 90%"),
    "trigger": Kind(("trigger",), doing.trigger, "a trigger", "drive 3h"),
    "massage": Kind(("technique", "site"), massage, "a massage", "massage ball 10m 6>3"),
    "strength": Kind(("exercise",), strength, "strength", "bridge 3x12"),
    "run": Kind((), doing.run, "a run", "run 20m"),
    "test": Kind(("test",), doing.gate_test, "a test", "test calf raise l 22"),
    "flare": Kind(("site",), feeling.flare, "an episode", "flare l calf rest 4"),
    "rest": Kind(("site",), feeling.rest, "more rest", "rest 6"),
    "well": Kind(("site",), feeling.well, "well again", "well again"),
}
"""Every kind whose line is scanned, by the key of the word that says it where there is one."""


def kind_of(bag: Bag) -> str:
    """The kind of entry: as a word says it, else by what is named."""
    heads = [item.key for item in bag.left if isinstance(item, Word) and item.key in HEADS]
    if heads:
        return heads[0]
    named = {bag.meant(word).kind for word in bag.all(Word) if word.names and not word.key}
    for name, kind in (("trigger", "trigger"), ("exercise", "strength"), ("technique", "massage")):
        if name in named:
            return kind
    if any(word.key == "rest" for word in bag.all(Word)):
        return "rest"
    return "function" if feeling.is_percent(bag) else "rating"


def check_known(bag: Bag, kind: Kind) -> None:
    """Raise Refusal for the first word that means nothing, or nothing here."""
    for item in bag.left:
        if isinstance(item, Unknown):
            raise _unknown(item, bag, kind)
        if isinstance(item, Word) and item.elsewhere:
            meant = item.elsewhere[0]
            instead = f"test {bag.text}" if meant.kind == "test" else f"{kind.example}; between two entries write ;"
            raise Refusal(
                f"{quoted(item.text)} ({bag.vocabulary.name(meant)}) has no place in {kind.called}", instead, item
            )


def _unknown(item: Unknown, bag: Bag, kind: Kind) -> Refusal:
    if item.why:
        return Refusal(f"{quoted(item.text)} {item.why}", item.instead, item)
    if item.text.lower() in NOT_YET:
        return Refusal(f"{quoted(item.text)} has not come yet", "today", item)
    if item.text[0] in "-−–":
        return Refusal(f"{quoted(item.text)} is not a number from 0 up", kind.example, item)
    if item.text.lower() in ("note", "comment"):
        return Refusal(
            f"{quoted(item.text)} stands at the beginning or behind ;", f"{kind.example}; {item.text} …", item
        )
    near = bag.vocabulary.near.nearest(item.text)
    return Refusal(f"{quoted(item.text)} is not known", " or ".join(near) or kind.example, item)
