"""Where free text begins, and the tags in it.

Free text begins behind the words `note` and `comment`, and behind `--` in any other entry. It goes on to the end of the
line: a `;` in it separates nothing. Tags at its end are taken off it; a tag in its middle is read and stays as a word.
"""

import re
from dataclasses import dataclass

from journal.quick.scan import TAG_END

_BETWEEN = re.compile(r"[\s;]*")
_HEAD = re.compile(r"(note|comment)(?=[\s:]|$)\s*", re.IGNORECASE)
_CUT = re.compile(r";|(?<!\S)(?:--|—)")
_TAG = re.compile(r"(?<!\S)(\\*)#([^\s#]+)")

MARK = "--"
"""What free text stands behind."""


@dataclass(frozen=True)
class Part:
    """One entry of a line. `head` is note, comment or ""; `body` is what is scanned, `text` the free text behind it.

    `text` is None where none was begun.
    """

    body: str
    head: str = ""
    text: str | None = None


def parts(line: str) -> list[Part]:
    """The entries of a line; empty ones are passed over."""
    found: list[Part] = []
    position = _skipped(line, 0)
    while position < len(line):
        head = _HEAD.match(line, position)
        if head:
            found.append(Part("", head[1].lower(), line[head.end() :]))
            break
        cut = _CUT.search(line, position)
        end = cut.start() if cut else len(line)
        if cut and cut.group() != ";":
            found.append(Part(line[position:end], "", line[cut.end() :]))
            break
        found.append(Part(line[position:end]))
        position = _skipped(line, end)
    return found


def _skipped(line: str, position: int) -> int:
    """The first place from `position` on that is neither blank nor ;."""
    match = _BETWEEN.match(line, position)
    return match.end() if match else position


def read_text(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without the tags at its end, and every tag in it. A backslash before a # makes it no tag."""
    words = text.strip()
    tags: list[str] = []
    while words:
        last = words.rsplit(maxsplit=1)[-1]
        tag = last[1:].rstrip(TAG_END)
        if not last.startswith("#") or not tag or "#" in tag:
            break
        tags.insert(0, tag)
        words = words[: -len(last)].rstrip()
    inside = [match[2].rstrip(TAG_END) for match in _TAG.finditer(words) if not match[1]]
    every = dict.fromkeys(tag for tag in (*inside, *tags) if tag)
    return _TAG.sub(lambda match: f"{match[1][1:]}#{match[2]}", words), tuple(every)


def text_words(text: str, tags: tuple[str, ...]) -> str:
    """`text` and `tags` as a line writes them, such that `read_text` gives them back."""
    plain = _TAG.sub(lambda match: f"{match[1]}\\#{match[2]}", text)
    return " ".join((*((plain,) if plain else ()), *(f"#{tag}" for tag in tags)))
