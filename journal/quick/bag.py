"""The items of one entry, taken out one by one by the reader of its kind; what stays had no place."""

from collections.abc import Sequence
from typing import TypeVar

from journal.model import Side
from journal.quick.errors import Refusal, quoted
from journal.quick.items import Day, Item, Meaning, NameKind, Number, Tag, Wall, Word
from journal.quick.keywords import FILLER, SIDES
from journal.quick.vocabulary import Vocabulary

AnItem = TypeVar("AnItem", bound=Item)

SCORE_HINT = "a whole number from 0 to 10 (x is 10)"


class Bag:
    """What one entry's line says. Every `take` raises Refusal where the line says it twice."""

    def __init__(self, items: Sequence[Item], vocabulary: Vocabulary, text: str) -> None:
        self.items = tuple(items)
        self.left = [item for item in items if not is_word(item, FILLER)]
        self.vocabulary = vocabulary
        self.text = text.strip()

    def all(self, kind: type[AnItem]) -> list[AnItem]:
        """Every item of a kind, still in the bag."""
        return [item for item in self.left if isinstance(item, kind)]

    def take(self, kind: type[AnItem]) -> AnItem | None:
        """The one item of a kind."""
        found = self.all(kind)
        return self._only(found)

    def take_key(self, *keys: str) -> str:
        """The one word of the language among `keys`, "" when there is none. The same word twice is once."""
        found = [item for item in self.all(Word) if item.key in keys]
        chosen = {item.key: item for item in found}
        self._only(list(chosen.values()))
        for item in found:
            self.drop(item)
        return found[0].key if found else ""

    def take_after(self, key: str, kind: type[AnItem]) -> AnItem | None:
        """The item of a kind right behind the word `key`; both are taken."""
        for item, follower in zip(self.left, self.left[1:], strict=False):
            if is_word(item, key) and isinstance(follower, kind):
                self.drop(item)
                self.drop(follower)
                return follower
        return None

    def take_side(self) -> Side | None:
        """left or right, where it was said."""
        key = self.take_key("left", "right")
        return "left" if key == "left" else "right" if key == "right" else None

    def take_name(self, kind: NameKind) -> tuple[Meaning, Word] | None:
        """The one thing of the catalogue of a kind, with the words that named it."""
        found = [item for item in self.all(Word) if any(each.kind == kind for each in item.names) and not item.key]
        word = self._only(found)
        return (self.meant(word), word) if word else None

    def meant(self, word: Word) -> Meaning:
        """The one thing `word` means. Raises Refusal where two of the same rank are meant."""
        meanings = {(each.kind, each.id, each.side): each for each in word.names}
        if len(meanings) > 1:
            first, second, *_ = meanings.values()
            names = self.vocabulary.name(first), self.vocabulary.name(second)
            raise Refusal(f"{quoted(word.text)} can be {names[0]} or {names[1]}", names[0], word)
        return word.names[0]

    def take_score_after(self, key: str) -> int | None:
        """The 0-10 rating right behind the word `key`."""
        number = self.take_after(key, Number)
        return score(number) if number else None

    def take_when(self) -> tuple[Day | None, Wall | None]:
        """The day and the clock time, where they were said."""
        return self.take(Day), self.take(Wall)

    def take_tags(self) -> tuple[str, ...]:
        """Every tag once, in order."""
        found = self.all(Tag)
        for item in found:
            self.drop(item)
        return tuple(dict.fromkeys(item.tag for item in found))

    def check_empty(self, what: str, example: str) -> None:
        """Raise Refusal for the first item that no reader took."""
        if not self.left:
            return
        item = self.left[0]
        raise Refusal(f"{quoted(item.text)} has no place in {what}", f"{example}; between two entries write ;", item)

    def without(self, *, but: Item | None) -> str:
        """What was understood, in words, but for the item `but`."""
        words = (self._describe(item) for item in self.items if item is not but and not is_word(item, FILLER))
        return ", ".join(words)

    def _describe(self, item: Item) -> str:
        if isinstance(item, Word) and not item.key and len(item.names) == 1:
            return self.vocabulary.name(item.names[0])
        if isinstance(item, Word) and item.key in SIDES:
            return item.key
        return item.text

    def _only(self, found: Sequence[AnItem]) -> AnItem | None:
        if len(found) > 1:
            both = f"{quoted(found[0].text)} and {quoted(found[1].text)}"
            raise Refusal(f"{both} are two where one has a place", "; between two entries", found[1])
        for item in found:
            self.drop(item)
        return found[0] if found else None

    def drop(self, item: Item) -> None:
        """Take out `item`."""
        self.left = [each for each in self.left if each is not item]


def is_word(item: Item, *keys: str) -> bool:
    """True for a word of the language among `keys`."""
    return isinstance(item, Word) and item.key in keys


def score(item: Item) -> int:
    """The 0-10 rating an item says. Raises Refusal."""
    if not isinstance(item, Number) or not item.value.is_integer() or not 0 <= item.value <= 10:
        raise Refusal(f"{item.text} is not a 0-10 rating", SCORE_HINT, item)
    return int(item.value)
