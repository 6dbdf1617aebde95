"""A copy of the content that a test may spoil."""

from importlib.resources import files
from pathlib import Path

from journal.catalogue import Catalogue, load_catalogue


class Content:
    """The files of `data/` in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for file in files("data").iterdir():
            if file.name.endswith(".toml"):
                (folder / file.name).write_bytes(file.read_bytes())

    def change(self, file: str, old: str, new: str) -> None:
        """Replace the first `old` in a file, which must be there."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def change_entry(self, file: str, entry: str, old: str, new: str) -> None:
        """Replace the first `old` after the id of an entry."""
        path = self.folder / file
        before, mark, after = path.read_text(encoding="utf-8").partition(f'id = "{entry}"')
        assert mark, f"{entry!r} is not in {file}"
        assert old in mark + after, f"{old!r} is not behind {entry!r}"
        path.write_text(before + (mark + after).replace(old, new, 1), encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        """Add to the end of a file, which may be new."""
        with (self.folder / file).open("a", encoding="utf-8") as content:
            content.write(f"\n{text}\n")

    def load(self) -> Catalogue:
        """The catalogue of these files."""
        return load_catalogue(data=self.folder)
