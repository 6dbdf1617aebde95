"""Where free text begins, and the tags in it.

Free text begins behind the words `note` and `comment`, and behind `--` in any other entry. It goes on to the end of the
line: a `;` in it separates nothing. Tags at its end are taken off it; a tag in its middle is read and stays as a word.
"""

import re
from dataclasses import dataclass

from journal.quick.scan import TAG_END

_HEAD = re.compile(r"[\s;]*(note|comment)(?=[\s:]|$)\s*", re.IGNORECASE)
_CUT = re.compile(r";|(?<!\S)(?:--|—)")
_TAG = re.compile(r"(?<!\S)(\\*)#([^\s#]+)")
_LAST_TAG = re.compile(r"(?:^|\s+)#([^\s#]+)$")

MARK = "--"
"""What free text stands behind."""


@dataclass(frozen=True)
class Part:
    """One entry of a line. `head` is note, comment or ""; `body` is what is scanned, `text` the free text behind it.

    `start` and `text_start` are their places in the line; `text` is None where none was begun.
    """

    body: str
    start: int
    head: str = ""
    text: str | None = None
    text_start: int = 0


def parts(line: str) -> list[Part]:
    """The entries of a line; empty ones are passed over."""
    found: list[Part] = []
    position = 0
    while position < len(line):
        head = _HEAD.match(line, position)
        if head:
            found.append(Part("", head.start(1), head[1].lower(), line[head.end() :], head.end()))
            break
        cut = _CUT.search(line, position)
        end = cut.start() if cut else len(line)
        if cut and cut.group() != ";":
            found.append(Part(line[position:end], position, "", line[cut.end() :], cut.end()))
            break
        if line[position:end].strip():
            found.append(Part(line[position:end], position))
        position = end + 1
    return found


def read_text(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without the tags at its end, and every tag in it. A backslash before a # makes it no tag."""
    words = text.strip()
    tags: list[str] = []
    while last := _LAST_TAG.search(words):
        if not (tag := last[1].rstrip(TAG_END)):
            break
        tags.insert(0, tag)
        words = words[: last.start()].rstrip()
    inside = [match[2].rstrip(TAG_END) for match in _TAG.finditer(words) if not match[1]]
    every = dict.fromkeys(tag for tag in (*inside, *tags) if tag)
    return _TAG.sub(lambda match: f"{match[1][1:]}#{match[2]}", words), tuple(every)


def text_words(text: str, tags: tuple[str, ...]) -> str:
    """`text` and `tags` as a line writes them, such that `read_text` gives them back."""
    plain = _TAG.sub(lambda match: f"{match[1]}\\#{match[2]}", text)
    return " ".join((*((plain,) if plain else ()), *(f"#{tag}" for tag in tags)))
