"""Asking what has to be asked, and recording what was answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.errors import JournalError
from journal.model import SafetyCheck
from journal.recovery.gate import gate_answers, sign_answers
from journal.recovery.shapes import GateDue, OpenSign
from screens.gate.clearance import ClearanceDialog
from screens.gate.questions import Question, QuestionsDialog
from screens.gate.signs import Answer, SignsDialog

if TYPE_CHECKING:
    from screens.app import JournalApp

SIGNS = "Any of these, now? Each yes stays until somebody has seen it."
CONDITIONS = "Asked once, and again after some time. Change an answer whenever something changed."

WORD = "You answered yes. Massage waits until you write down what a physio or a doctor said about it."

Then = Callable[[], object]


def ask_gate(app: "JournalApp", due: GateDue) -> None:
    """Ask the calf questions, one key each."""
    gate = {each.id: each for each in app.journal.catalogue.gate}
    asked = [Question(each, gate[each].ask) for each in due.questions]

    def given(answers: Mapping[str, bool] | None) -> None:
        app.asked_until = app.journal.clock.ticks()
        if answers is not None:
            at, known = app.moment()
            _save(app, replace(gate_answers(answers, app.journal.catalogue, at), time_known=known))

    because = f"{due.because[:1].upper()}{due.because[1:]}."
    app.push_screen(QuestionsDialog("Before a massage", because, asked, each=True), given)


def ask_signs(app: "JournalApp") -> None:
    """Ask about every warning sign that the journal cannot see by itself."""
    asked = [Question(each.id, each.ask) for each in app.journal.catalogue.signs.values() if not each.computed]
    _ask(app, "Warning signs", SIGNS, asked)


def ask_conditions(app: "JournalApp", then: Then | None = None) -> None:
    """Ask about what stands against massage; `then` is called once the answers are saved."""
    asked = [Question(each.id, each.ask) for each in app.journal.catalogue.contraindications.values()]
    _ask(app, "Your health and massage", CONDITIONS, asked, then)


def show_conditions(app: "JournalApp", conditions: Sequence[OpenSign]) -> None:
    """Show the conditions that need a clinician's word before a massage, and record it."""
    _show(app, SignsDialog(conditions, app.journal.settings.date_format, "Ask before a massage", WORD), ask_conditions)


def show_signs(app: "JournalApp", signs: Sequence[OpenSign]) -> None:
    """Show the signs that are open, and record who saw them."""
    _show(app, SignsDialog(signs, app.journal.settings.date_format), ask_signs)


def _show(app: "JournalApp", dialog: SignsDialog, ask: Callable[["JournalApp"], object]) -> None:
    def given(answer: Answer | None) -> None:
        if answer is None:
            return
        what, chosen = answer
        if what == "ask":
            ask(app)
        else:
            _ask_clearance(app, ClearanceDialog(chosen, what, app.journal.clock, app.day))

    app.push_screen(dialog, given)


def _ask_clearance(app: "JournalApp", dialog: ClearanceDialog) -> None:
    """Ask until it is recorded, or the runner goes back."""

    def again(error: JournalError) -> None:
        _ask_clearance(app, dialog.again(str(error)))

    dialog.take = lambda check, typed: app.record(check, failed=again, typed=typed)
    app.push_screen(dialog)


def _ask(app: "JournalApp", title: str, because: str, asked: Sequence[Question], then: Then | None = None) -> None:
    def given(answers: Mapping[str, bool] | None) -> None:
        app.asked_until = app.journal.clock.ticks()
        if answers is not None:
            at, known = app.moment()
            _save(app, replace(sign_answers(answers, app.journal.catalogue, at), time_known=known), then)

    app.push_screen(QuestionsDialog(title, because, asked), given)


def _save(app: "JournalApp", check: SafetyCheck, then: Then | None = None) -> None:
    app.record(check, saved=lambda _: then() if then else None)
