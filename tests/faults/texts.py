"""Text that would do harm where it is shown: stored exactly, shown harmlessly at every output, never a formula."""

import csv
import io
import json
import unicodedata
from pathlib import Path

from tests.faults.findings import Tally
from tests.faults.program import Build

LONG = {"screens": 1}
SHORT = {"screens": 1}
HOSTILE = (
    *("\x1b[2J", "\x1b]52;c;QUFB\x07", "\x1b]0;title\x07", "\x1b[?1049l", "\x1bPq\x1b\\", "\x1b]8;;http://x\x1b\\x"),
    *("\x9b31m", "\x9d0;t\x9c", "\x90q\x9c", "\x85", "\x00nul", "\x07", "\x08\x08\x08", "\x7f", "a\rb", "\x0b\x0c"),
    *("\u202egnp.exe", "\u202d", "\u2066x\u2069", "\u200e", "\u200f", "\u061c", "a\u200bb", "a\u200cb", "a\u200db"),
    *("\ufeffx", "\u2060", "\u00ad", "\u2028", "\u2029", "\u180e", "\U000e0041", "\ufff9", "\uffff", "\ue000"),
    *("[/]", "[@click=app.quit]x[/]", "[type=x, v={'a[0]'}]", "a[b[c]d", "[bold", "=1+1", "+1", "-1", "@SUM(A1)"),
)
"""44 texts."""
FINE = "👩\u200d⚕️ said 走る ½ Grüße"


def unsafe(text: str) -> list[str]:
    """Characters that a terminal may obey or that hide text, judged anew and not by the product's own function."""
    kept = text.replace("👩\u200d⚕️", "")
    return [each for each in kept if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} - {""}
            and each != "\n"]  # fmt: skip


def run(build: Build, scratch: Path, screens: int) -> list[Tally]:
    """Each text as a note, in every output of the command line, in errors, file names, and (1) on the screens."""
    folder = scratch / "texts"
    shown = Tally("texts", "what is shown is harmless")
    exact = Tally("texts", "what is stored and exported is exact")
    formulas = Tally("texts", "no cell of a CSV export is a formula")
    texts = [f"{each}e" for each in (*HOSTILE, FINE)]
    lines = "".join(json.dumps(_entry(number, text)) + "\n" for number, text in enumerate(texts))
    source = scratch / "all.jsonl"
    source.write_text(f'{{"format":"recovery-journal","version":1}}\n{lines}', encoding="utf-8")
    taken = build.run(folder, "import", str(source))
    exact.saw(taken.status == 0, f"{taken}")
    back = {entry["id"]: entry["note"] for entry in build.entries(folder)} if not taken.status else {}
    for number, text in enumerate(texts):
        exact.saw(back.get(_entry(number, text)["id"]) == text, f"{text!r}")
    sheet, page = scratch / "all.csv", scratch / "report.md"
    outputs = [
        ("list",),
        ("today",),
        ("undo",),
        ("redo",),
        ("list", "--search", "x"),
        ("trends",),
        ("restore", "--list"),
    ]
    for text in HOSTILE[: 20 if screens else 1 : 9]:
        named = text.replace("\x00", "").replace("/", "")
        outputs += [("log", named), ("import", f"no{named}.jsonl"), ("list", "--tag", named), ("settings", named)]
    for command in outputs:
        told = build.run(folder, *command)
        bad = unsafe(told.out + told.error)
        shown.saw(not bad, f"{command}: {bad[:5]}")
    build.run(folder, "export", str(sheet))
    build.run(folder, "report", str(page), "--since", "2026-11-01")
    for cell in (cell for row in csv.reader(io.StringIO(sheet.read_bytes().decode(), newline="")) for cell in row):
        number = cell.lstrip("-").replace(".", "", 1).isdigit()
        formulas.saw(number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), f"{cell!r}")
    if screens:
        _screens(build, folder, shown)
    return [shown, exact, formulas]


def _entry(number: int, text: str) -> dict[str, object]:
    return {
        "id": f"01a00000-0000-7000-8000-{number:012d}",
        "kind": "note",
        "at": f"2026-11-{number % 25 + 1:02d}T08:{number:02d}:00+00:00",
        "note": text,
    }


def _screens(build: Build, folder: Path, shown: Tally) -> None:
    told = build.run(folder, module="tests.faults.showing")
    for line in told.out.splitlines():
        said = json.loads(line)
        shown.saw(not unsafe(said["text"]), f"{said['screen']}: {unsafe(said['text'])[:5]}")
    shown.saw(told.status == 0 and len(told.out.splitlines()) > 2, told.error[-500:])
