"""Phrases as they are compared, and those near a word that means nothing."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property

Phrase = tuple[str, ...]

ATOM = re.compile(r"[^\W\d_]+|[0-9]+")
"""What a phrase is made of: a run of letters or a run of digits."""

_CLOSE = 0.75
"""How alike two words are that may be taken for each other, 1 for the same."""


def phrase(text: str) -> Phrase:
    """`text` as the words that are compared: small letters, without hyphens, underscores and brackets."""
    return tuple(ATOM.findall(text.lower()))


def singular(words: Phrase) -> Phrase:
    """`words` without a plural s."""
    return tuple(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in words
    )


class Near:
    """Finds what may have been meant among `phrases`, and among full `names`."""

    def __init__(self, phrases: Iterable[Phrase], names: Iterable[str]) -> None:
        self._phrases = sorted(phrases, key=lambda words: len(" ".join(words)))
        self._names = tuple(dict.fromkeys(names))

    def nearest(self, word: str) -> tuple[str, ...]:
        """At most three: names that hold the word, or phrases it begins, or words that resemble it."""
        typed = word.lower()
        holding = [name for name in self._names if typed in phrase(name)]
        if holding or len(typed) < 2:
            return tuple(holding[:3])
        begun = [" ".join(known) for known in self._phrases if known[0].startswith(typed)]
        return tuple(begun[:3]) or self._resembling(typed)

    @cached_property
    def _words(self) -> tuple[tuple[str, frozenset[str]], ...]:
        words = {word for known in self._phrases for word in known if len(word) > 1}
        return tuple((word, frozenset(word)) for word in sorted(words))

    def _resembling(self, typed: str) -> tuple[str, ...]:
        letters = frozenset(typed)
        found: list[tuple[float, str]] = []
        matcher = SequenceMatcher(None, "", typed)
        for word, own in self._words:
            if abs(len(word) - len(typed)) > 2 or 2 * len(own & letters) < max(len(own), len(letters)):
                continue  # most words are passed over here: a line is read at every key
            matcher.set_seq1(word)
            if matcher.quick_ratio() >= _CLOSE and (ratio := matcher.ratio()) >= _CLOSE:
                found.append((-ratio, word))
        return tuple(word for _, word in sorted(found)[:2])
