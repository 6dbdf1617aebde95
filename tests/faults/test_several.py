"""Two apps at once: each sees what the other saved. Writers beside the app, and first starts: section `several`."""

from pathlib import Path

from tests.faults.programs import app
from tests.journal.commands.support import Shell


def test_two_apps_see_each_other_and_undo_nothing_unseen(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert Shell(folder)("log", "l calf 3").status == 0
    with app(folder) as one, app(folder) as other:
        for terminal in (one, other):
            terminal.until("14 days")
            terminal.settle()
        other.forget()
        pressed = one.press("8")
        one.until("Saved")
        other.until("very strong", patience=10)
        assert pressed
        one.press("u")
        one.until("Undone")
    assert [entry["score"] for entry in Shell(folder)("list", "--json").json] == [3]
