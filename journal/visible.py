"""One function makes any text from outside harmless to show: typed words, files, errors, file names."""

import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_JOINER = "\N{ZERO WIDTH JOINER}"
_VARIATION = "\N{VARIATION SELECTOR-16}"
_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def visible(text: str, *, lines: bool = False) -> str:
    """`text` with every control, bidirectional, zero-width and lone surrogate character shown as U+FFFD.

    A joiner between the parts of an emoji stays. With `lines` newlines and tabs stay; otherwise they become a space.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(text, index, lines) for index in range(len(text)))


def _shown(text: str, index: int, lines: bool) -> str:
    character = text[index]
    if character in "\n\t":
        return character if lines else " "
    if character == _JOINER:
        return character if _joins(text, index) else REPLACEMENT
    return REPLACEMENT if unicodedata.category(character) in _UNSAFE else character


def _joins(text: str, index: int) -> bool:
    before = text[:index].rstrip(_VARIATION)[-1:]
    after = text[index + 1 : index + 2]
    return bool(before and after) and all(ord(each) >= 0x2190 for each in (before, after))
