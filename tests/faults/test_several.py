"""Several programs at once: the app and eight writers, two apps; nothing is lost, nothing is undone unseen."""

from pathlib import Path

from tests.faults.kept import assert_kept
from tests.faults.programs import Stream, app, start
from tests.journal.commands.support import Shell

WRITERS = 8
LINES = 15


def test_the_app_and_eight_writers_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert Shell(folder)("log", "l calf 3").status == 0
    with app(folder) as terminal:
        terminal.until("14 days")
        streams = [Stream(folder) for _ in range(WRITERS)]
        for number, stream in enumerate(streams):
            stream.send(*(f"note writer {number} says {line}" for line in range(LINES)))
        terminal.press("5")
        terminal.until("Saved")
        said = [stream.finish() for stream in streams]
        terminal.press("7")
        terminal.until("Saved")
        assert terminal.end("q")[1] == 0
    acknowledged = [each for stream in streams for each in stream.acknowledged]
    assert said == [""] * WRITERS
    assert len(acknowledged) == WRITERS * LINES
    assert_kept(folder, acknowledged, 3)


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


def test_ten_programs_may_make_the_journal(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    programs = [start(folder, "log", f"stairs {number}", "--json") for number in range(1, 11)]
    said = [program.communicate(timeout=120) for program in programs]
    assert [program.returncode for program in programs] == [0] * 10, said
    assert len(Shell(folder)("list", "--json").json) == 10
