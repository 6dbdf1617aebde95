"""Make the pictures of the README from the sample journal: `python -m tests.pictures FOLDER`."""

import re
import sys
import tempfile
from pathlib import Path

from tests.screens.support import Runner, live

PICTURES: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "today": ((120, 40), ()),
    "rest": ((100, 36), ("r",)),
    "strength": ((100, 30), ("s",)),
    "massage": ((100, 30), ("m", "enter", *"nnnnn", "enter", *"NNNNN", "escape")),
    "body": ((100, 36), ("b",)),
    "trends": ((100, 36), ("g", "greater_than_sign")),
    "year": ((114, 26), ("g", "y")),
    "history": ((100, 30), ("h",)),
}
"""Name of the file: size in cells, and the keys that lead there."""

FONTS = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)


def main(folder: Path) -> None:
    """Write each picture as SVG, drawn with the reader's own monospaced font: nothing is fetched to show it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (size, keys) in PICTURES.items():

        async def journey(runner: Runner, keys: tuple[str, ...] = keys) -> str:
            await runner.press(*keys)
            runner.app.clear_notifications()
            await runner.settle()
            return runner.app.export_screenshot(title="recovery journal")

        with tempfile.TemporaryDirectory() as data:
            svg = live(Path(data) / "journal", journey, size=size, sample=True)
        (folder / f"{name}.svg").write_text(FONTS.sub("", svg), encoding="utf-8")
        print(folder / f"{name}.svg")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
