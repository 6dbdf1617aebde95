"""Which lines of a report the journal wrote itself, so that everything else in it is what somebody wrote into it.

The report ends with a short sum of each of its lines, in a comment that no reader of Markdown shows.
"""

import re
from collections.abc import Iterable
from zlib import crc32

_SUMS = re.compile(r"<!-- lines: ([0-9a-f ]+) -->")


def sums(lines: Iterable[str]) -> str:
    """The last line of a report made of `lines`."""
    found = dict.fromkeys(_sum(line) for line in lines if _words(line))
    return f"<!-- lines: {' '.join(found)} -->"


def lines_of(text: str) -> frozenset[str] | None:
    """The sums of the report's own lines, None for what is no report, or lost them."""
    found = _SUMS.search(text)
    return frozenset(found[1].split()) if found else None


def is_mine(line: str, own: frozenset[str]) -> bool:
    """True for a line that the journal wrote; however it is indented or quoted by a mail program."""
    return bool(_words(line)) and (_sum(line) in own or bool(_SUMS.search(line)))


def _sum(line: str) -> str:
    return f"{crc32(_words(line).encode(errors='replace')) & 0xFFFFFF:06x}"


def _words(line: str) -> str:
    return " ".join(line.lstrip("> \t").split())
