"""The runner's own mappings as texts: out with an export, and back with an import."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from journal.catalogue.mappings import SIZE_MOST
from journal.errors import CannotWrite
from journal.files import make_folder, write_whole

NAME_MOST = 100


def may_be_kept(name: str, text: str) -> bool:
    """True when a file of this name and text may stand in the folder of mappings."""
    plain = name.isprintable() and not name.startswith(".") and not set(name) & set("/\\")
    return plain and 0 < len(name) <= NAME_MOST and len(text.encode()) <= SIZE_MOST


def own_mappings(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each mapping in `folder`, also of one with a mistake. Raises CannotWrite."""
    for path in sorted(folder.glob("*.toml")):
        try:
            known = path.stat()
            if not stat.S_ISREG(known.st_mode) or known.st_size > SIZE_MOST:
                continue
            text = path.read_bytes().decode()
        except UnicodeDecodeError:
            continue
        except OSError as error:
            raise CannotWrite(f"the mapping {path} cannot be read: {error.strerror or error}") from None
        if may_be_kept(path.stem, text):
            yield path.stem, text


def carry_over_mappings(folder: Path, mappings: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Write down mappings from elsewhere, as they are. Raises CannotWrite.

    Gives the names of those that were added, and of those that stay as they are here.
    """
    added, stay = list[str](), list[str]()
    for name, text in mappings:
        place = folder / f"{name}.toml"
        if not place.exists():
            make_folder(folder)
            write_whole(place, text.encode())
            added.append(f"mapping {name}")
        elif place.read_bytes() != text.encode():
            stay.append(f"mapping {name}")
    return added, stay
