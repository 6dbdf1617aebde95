"""`rj ask`: ask a question ahead, take one back, or list those that are asked with their answers so far."""

import argparse

from journal.analysis.insights_json import row
from journal.analysis.shapes import Answer
from journal.analysis.verdicts import unanswered
from journal.analysis.wording import answer
from journal.book import Journal
from journal.commands import journal_of, print_json
from journal.errors import Refused
from journal.model import Question
from journal.tell import asked
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked for, then say what is asked and how far its answer is."""
    with journal_of(arguments) as journal:
        if arguments.question:
            _ask(journal, " ".join(arguments.question), quiet=arguments.json)
        elif arguments.take_back is not None:
            _take_back(journal, arguments.take_back, quiet=arguments.json)
        found = journal.insights().questions if journal.questions() else ()
        known = {each.id: each for each in found}
        if arguments.json:
            print_json([_plain(each, known.get(each.id)) for each in journal.questions()])
        else:
            _list(journal, known)
    return 0


def _ask(journal: Journal, words: str, *, quiet: bool) -> None:
    said = words if words.casefold().startswith("ask ") else f"ask {words}"
    reading = journal.read(said)
    if any(not isinstance(each, Question) for each in reading.entries) or len(reading.entries) != 1:
        raise Refused("nothing was asked: ask one question: rj ask 'drive over 2h next morning'")
    logged = journal.log([said])
    if not quiet:
        print(visible(f"asked: {logged.said[0].removeprefix('question: ')}"))
        print("It is answered alone, from what is recorded from now on; rj undo takes it back.")


def _take_back(journal: Journal, number: int, *, quiet: bool) -> None:
    questions = journal.questions()
    if not 1 <= number <= len(questions):
        raise Refused(f"nothing was taken back: there is no question {number}; rj ask lists them")
    gone = journal.remove(questions[number - 1].id)
    if not quiet:
        print(visible(f"taken back: {journal.tell(gone).removeprefix('question: ')}"))


def _list(journal: Journal, known: dict[str, Answer]) -> None:
    questions = journal.questions()
    if not questions:
        print("Nothing is asked. Ask ahead, before you know: rj ask 'drive over 2h next morning'")
    for number, each in enumerate(questions, 1):
        found = known.get(each.id)
        told = (
            answer(found, journal.catalogue, journal.settings.date_format)
            if found
            else f"{asked(each, journal.catalogue)}: nothing is rated there yet."
        )
        print(visible(f"{number}. {told}"))


def _plain(question: Question, found: Answer | None) -> dict[str, object]:
    return {"id": question.id, **row("questions", found or unanswered(question))}
