"""What a coach, physio or doctor wrote into a report, or as a reply to it, to pending comments.

What is read is text. Only a line of its own that is a limit (`journal.recovery.limits`) is more than that, and only
once the runner approves it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, get_args

from journal.errors import ImportRefused
from journal.exchange.report.mine import is_mine, lines_of
from journal.model import NOTE_MOST, Comment, Role
from journal.recovery.limits import read_limit
from journal.settings import Settings

MOST: Final = 200
"""So many comments come in one file at most."""

_FROM = re.compile(r"\s*from\s*:\s*(?P<name>[^()]*?)\s*\((?P<role>[a-z]+)\)\s*\.?\s*", re.IGNORECASE)
_MARK = re.compile(r"\((e:[0-9a-f]{8}|stage:? ?[0-8]|exercise:[a-z0-9_]+)\)")
_QUOTE = re.compile(r"\A\s*>\s?")
_FENCE = "```"
_PLACEHOLDER: Final = "your name"

Find = Callable[[str], str | None]
"""The id of the entry whose id ends so, None when there is none."""


@dataclass
class _Paragraph:
    """Lines that belong together, and the mark of the line of the report that they stand under."""

    under: str = ""
    lines: list[str] = field(default_factory=list)


def read_comments(
    text: str, name: str, who: tuple[str, Role] | None, at: datetime, find: Find, settings: Settings
) -> list[Comment]:
    """The comments in a file called `name`, pending, as of `at`. `who` (name and role) wins over the line "From:".

    Raises ImportRefused when it is not said who wrote, and for a file with nothing or too much in it.
    """
    author, role = who or _author(text, name)
    comments = [
        Comment(
            at=at,
            author=author,
            role=role,
            source="import:comments",
            state="pending",
            text=words,
            refers_to=refers_to,
            constraint=limit,
        )
        for paragraph in _paragraphs(text)
        for words, refers_to, limit in _said(paragraph, at, find, settings)
    ]
    if not comments:
        raise ImportRefused(f"nothing was imported: {name}: no comment is written in it")
    if len(comments) > MOST:
        raise ImportRefused(f"nothing was imported: {name}: {len(comments)} comments are more than {MOST}")
    return comments


def _author(text: str, name: str) -> tuple[str, Role]:
    for line in text.splitlines():
        found = _FROM.fullmatch(_QUOTE.sub("", line, count=1))
        if found and not found["name"].lower().startswith(_PLACEHOLDER):
            for role in get_args(Role):
                if role == found["role"].lower():
                    return found["name"] or role, role
    raise ImportRefused(
        f"nothing was imported: {name}: who wrote it is not said; give --from 'coach: NAME' (or physio, doctor)"
    )


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """What is not the report's own, paragraph by paragraph; of a plain reply all that is not quoted."""
    own = lines_of(text)
    now, under, fenced = _Paragraph(), "", False
    for line in text.splitlines():
        quoted = own is None and bool(_QUOTE.match(line))
        fenced ^= line.strip().startswith(_FENCE) and own is not None
        if fenced or quoted or _is_frame(line) or (own is not None and is_mine(line, own)):
            if now.lines:
                yield now
            marks = _MARK.findall(line)
            under = marks[-1] if marks else "" if not line.strip() or line.startswith("#") else under
            now = _Paragraph(under)
        elif not line.strip():
            if now.lines:
                yield now
            now = _Paragraph()
        else:
            now.lines.append(_QUOTE.sub("", line, count=1).strip())
    if now.lines:
        yield now


def _is_frame(line: str) -> bool:
    """True for "From:", and for what a report of ours and a mail put around the words."""
    bare = line.strip()
    return bool(_FROM.fullmatch(bare)) or bare == _FENCE or bare.startswith("<!--")


def _said(
    paragraph: _Paragraph, at: datetime, find: Find, settings: Settings
) -> Iterator[tuple[str, str | None, str | None]]:
    """Text, reference and limit of each comment: the words with the first limit, and each further limit alone."""
    limits = [line for line in map(_bare, paragraph.lines) if read_limit(line, at.date(), settings)]
    words = "\n".join(line for line in paragraph.lines if _bare(line) not in limits)
    marked = _MARK.match(words)
    refers_to = _reference(marked[1] if marked else paragraph.under, find)
    words = words[marked.end() :].strip() if marked else words
    if words:
        yield words[:NOTE_MOST], refers_to, limits.pop(0) if limits else None
    yield from ((limit, refers_to, limit) for limit in limits)


def _bare(line: str) -> str:
    return line.strip().lstrip("-*").strip().strip("`").replace("\\_", "_")


def _reference(mark: str, find: Find) -> str | None:
    """What a comment refers to: the id of the entry, "stage:2", "exercise:wall_sit", or the mark as it is."""
    if not mark:
        return None
    if mark.startswith("e:"):
        return find(mark[2:]) or mark
    return mark.replace("stage ", "stage:").replace(": ", ":")
