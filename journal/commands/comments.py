"""`rj comments`: what coach, physio and doctor said; take it in, approve or reject it, see what became of it."""

import argparse
from pathlib import Path
from typing import cast, get_args

from journal.book import Journal
from journal.commands import journal_of, print_json
from journal.errors import Refused
from journal.model import Comment, Role
from journal.plain import to_plain
from journal.plural import count
from journal.visible import visible

DECIDED = {"approve": "approved", "reject": "rejected"}
SHORT = 8
"""Letters of an id that name a comment, as the report does."""


def run(arguments: argparse.Namespace) -> int:
    """List, import, approve, reject or follow comments."""
    with journal_of(arguments) as journal:
        match arguments.action:
            case "import":
                _take_in(journal, arguments)
            case "approve" | "reject":
                for each in _named(journal, arguments.what):
                    decided = journal.decide(each, DECIDED[arguments.action])  # type: ignore[arg-type]
                    print(f"{decided.state}: {_line(journal, decided)}")
            case "history":
                for each in _named(journal, arguments.what):
                    _tell_history(journal, each)
            case _:
                _list(journal, arguments)
    return 0


def _list(journal: Journal, arguments: argparse.Namespace) -> None:
    found = journal.comments()
    if arguments.json:
        print_json([to_plain(each) for each in found])
        return
    for each in found:
        print(f"{each.id[-SHORT:]}  {each.day}  {each.state:8}  {_line(journal, each)}")
    if not found:
        print("no comments")
    elif any(each.state == "pending" for each in found):
        print("approve or reject each one that waits: rj comments approve ID, rj comments reject ID")


def _take_in(journal: Journal, arguments: argparse.Namespace) -> None:
    if len(arguments.what) != 1:
        raise Refused("give one file: rj comments import FILE")
    path = Path(arguments.what[0])
    found = journal.read_comments(path, _who(arguments.sender))
    if not arguments.dry_run:
        found = [each for each in journal.take_comments(found, path.name) if isinstance(each, Comment)]
    if arguments.json:
        print_json([to_plain(each) for each in found])
        return
    for each in found:
        print(f"{each.id[-SHORT:] or '-' * SHORT}  {_line(journal, each)}")
    did = "would wait" if arguments.dry_run else "waits" if len(found) == 1 else "wait"
    print(f"{count(len(found), 'new comment')} {did} for you: nothing changes before you approve one")


def _tell_history(journal: Journal, comment: Comment) -> None:
    for step in journal.history(comment.id):
        undone = "" if step.state == "done" else f" ({step.state})"
        when = step.made_at.astimezone(journal.clock.zone)
        print(visible(f"{when:%Y-%m-%d %H:%M}  {step.label}{undone}"))


def _named(journal: Journal, ids: list[str]) -> list[Comment]:
    """The comments whose ids end so. Raises Refused."""
    if not ids:
        raise Refused("which comment? see: rj comments")
    known = journal.comments()
    found = []
    for letters in ids:
        fits = [each for each in known if each.id.endswith(letters)]
        if len(fits) != 1:
            raise Refused(f"{letters!r} names {len(fits) or 'no'} comments; see: rj comments")
        found += fits
    return found


def _who(text: str | None) -> tuple[str, Role] | None:
    if text is None:
        return None
    role, _, name = (each.strip() for each in text.partition(":"))
    if role not in get_args(Role):
        raise Refused(f"--from {text!r}: give 'coach: NAME', 'physio: NAME' or 'doctor: NAME'")
    return name or role, cast("Role", role)


def _line(journal: Journal, comment: Comment) -> str:
    about = f" (about {_about(journal, comment.refers_to)})" if comment.refers_to else ""
    return journal.tell(comment) + visible(about)


def _about(journal: Journal, refers_to: str) -> str:
    entry = journal.find(refers_to)
    return f"{journal.day_words(entry.day, year=True)}: {journal.tell(entry)}" if entry is not None else refers_to
