"""What an app shows as plain text, compared with a file that a person can read in a diff."""

import os
from difflib import unified_diff
from pathlib import Path
from typing import Any

from textual.app import App


def dump(app: App[Any]) -> str:
    """The screen as text, a line for each row, without blanks at the ends."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips()) + "\n"


def assert_golden(text: str, golden: Path) -> None:
    """`text` is what the file `golden` holds. With UPDATE_GOLDEN=1 the file is written instead."""
    if os.environ.get("UPDATE_GOLDEN") == "1":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    expected = golden.read_text(encoding="utf-8")
    difference = "\n".join(
        unified_diff(expected.splitlines(), text.splitlines(), golden.name, "the screen", lineterm="")
    )
    assert text == expected, difference
