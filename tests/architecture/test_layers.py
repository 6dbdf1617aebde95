"""The rules of the house, each as a test."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module that `path` imports, anywhere in it, also for types alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def importers(folder: str, *names: str) -> set[str]:
    """The modules in `folder` that import one of `names` or something in it."""
    return {
        str(path.relative_to(ROOT))
        for path in modules(folder)
        for module in imports(path)
        if any(module == name or module.startswith(f"{name}.") for name in names)
    }


def test_the_journal_never_imports_textual() -> None:
    assert importers("journal", "textual") == set()


def test_only_the_command_that_opens_the_app_imports_the_screens() -> None:
    assert importers("journal", "screens") == {"journal/commands/app.py"}


def test_the_database_stops_at_storage() -> None:
    outside = {
        path
        for path in importers("journal", "sqlalchemy", "sqlite3", "alembic")
        if not path.startswith("journal/storage/")
    }
    assert outside == set()
    assert importers("screens", "sqlalchemy", "sqlite3", "alembic", "journal.storage") == set()


def test_screens_reach_data_only_through_the_door() -> None:
    rooms = (
        "journal.storage",
        "journal.exchange",
        "journal.quick",
        "journal.settings_file",
        "journal.commands",
        "data",
    )
    assert importers("screens", *rooms) == set()


def test_content_is_read_by_the_catalogue_alone() -> None:
    assert {path for path in importers("journal", "data") if not path.startswith("journal/catalogue/")} == set()


@pytest.mark.parametrize("room", ["recovery", "analysis", "chart"])
def test_rules_and_numbers_are_pure(room: str) -> None:
    impure = (
        "os",
        "pathlib",
        "random",
        "time",
        "io",
        "subprocess",
        "socket",
        "journal.storage",
        "journal.book",
        "journal.files",
    )
    assert importers(f"journal/{room}", *impure) == set()


def test_numpy_stays_in_analysis() -> None:
    assert {path for path in importers("journal", "numpy") if not path.startswith("journal/analysis/")} == set()
    assert importers("screens", "numpy") == set()


def test_plotext_is_called_in_one_module() -> None:
    assert len(importers("journal", "plotext") | importers("screens", "plotext")) == 1


def test_only_the_clock_asks_for_the_time() -> None:
    calls = {
        str(path.relative_to(ROOT))
        for folder in ("journal", "screens")
        for path in modules(folder)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
        if isinstance(node.value, ast.Name) and node.value.id in {"datetime", "date"}
    }
    assert calls == {"journal/clock.py"}


def test_nobody_swallows_every_error() -> None:
    broad = {
        str(path.relative_to(ROOT))
        for folder in ("journal", "screens")
        for path in modules(folder)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    }
    assert broad == set()


def test_modules_stay_small() -> None:
    long = {
        str(path.relative_to(ROOT))
        for folder in ("journal", "screens")
        for path in modules(folder)
        if len(path.read_text(encoding="utf-8").splitlines()) > 400
    }
    assert long == set()


def calls(folder: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a folder, with the path of its module."""
    for path in modules(folder):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield str(path.relative_to(ROOT)), node


def named(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def test_one_place_makes_toasts_and_it_takes_text_literally() -> None:
    toasts = [(path, node) for path, node in calls("screens") if named(node) == "notify"]
    assert [path for path, _ in toasts] == ["screens/writing.py"]
    ((_, toast),) = toasts
    assert any(each.arg == "markup" and ast.unparse(each.value) == "False" for each in toast.keywords)


def test_text_that_is_put_together_is_never_markup() -> None:
    """An f-string or a variable in a Static is shown as Content or with markup off."""
    risky = [
        f"{path}:{node.lineno}"
        for path, node in calls("screens")
        if named(node) in {"Static", "Label"} and node.args
        if not isinstance(node.args[0], ast.Constant | ast.Call | ast.IfExp)
        if not (isinstance(node.args[0], ast.Name) and node.args[0].id.isupper())
        if not any(each.arg == "markup" and ast.unparse(each.value) == "False" for each in node.keywords)
    ]
    assert risky == []


def test_markup_is_never_made_from_what_the_runner_typed() -> None:
    made = {path for path, node in calls("screens") if named(node) == "from_markup"}
    assert made <= {"screens/widgets/top_bar.py", "screens/gate/questions.py", "screens/rest/screen.py"}


def test_every_binding_of_app_and_screens_comes_from_a_command() -> None:
    """Dialogs and widgets have bindings of their own; what the help shows is declared once."""
    from screens.app import JournalApp
    from screens.base import JournalScreen
    from screens.commands import EVERYWHERE, SECTIONS, bindings

    assert bindings(*EVERYWHERE) == JournalApp.BINDINGS
    for section in SECTIONS:
        make = JournalApp.SCREENS[section]
        assert callable(make)
        screen = make()
        assert isinstance(screen, JournalScreen)
        assert bindings(*screen.COMMANDS_HERE) == screen.BINDINGS, section
        assert screen.HELP.strip(), section


def test_dialogs_and_lists_bear_fast_keys() -> None:
    """A dialog is a Dialog and a list of options is Options: Textual's own fail on keys that come too fast."""
    own = {
        str(path.relative_to(ROOT))
        for path in modules("screens")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.ClassDef) and any("ModalScreen" in ast.unparse(base) for base in node.bases))
        or (isinstance(node, ast.Call) and named(node) == "OptionList")
    }
    assert own == {"screens/dialog.py"}


@pytest.mark.parametrize("storey", ["journal", "screens"])
def test_every_room_is_named_in_the_table(storey: str) -> None:
    table = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## The rooms")[2].partition("\n## ")[0]
    rooms = [each for each in (ROOT / storey).iterdir() if not each.name.startswith("__")]
    files = {each.name for each in rooms if each.suffix == ".py"}
    folders = {f"{each.name}/" for each in rooms if each.is_dir() and storey == "journal"}
    assert {each for each in files | folders if f"`{each}`" not in table} == set()


def test_what_leaves_storage_is_frozen() -> None:
    import dataclasses

    from journal.model import KINDS
    from journal.storage import shapes

    leaving = [*KINDS.values(), *(each for each in vars(shapes).values() if dataclasses.is_dataclass(each))]
    assert all(each.__dataclass_params__.frozen for each in leaving)  # type: ignore[union-attr]


def test_importing_opens_and_makes_nothing(tmp_path: Path) -> None:
    """No engine, path, clock or configuration is touched by an import: only Python's own files are read."""
    code = """
import pkgutil, sys
import journal, screens
touched = []
def hook(event, arguments):
    if event == "sqlite3.connect" or event in ("os.mkdir", "os.rename", "os.remove", "socket.connect"):
        touched.append((event, str(arguments)))
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        touched.append((event, str(arguments)))
sys.addaudithook(hook)
sys.dont_write_bytecode = True
for package in (journal, screens):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.endswith(("__main__", ".env")) and ".versions." not in module.name:
            __import__(module.name)
print(touched)
"""
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, env={"HOME": str(tmp_path)}
    )
    assert told.stdout.strip() == "[]"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("command", "absent"),
    [
        ("import journal.cli", ("textual", "sqlalchemy", "numpy", "plotext", "dateutil", "msgspec")),
        ("import journal.book", ("textual", "sqlalchemy", "numpy", "msgspec", "journal.model", "journal.settings")),
        ("import screens.app, screens.today.screen", ("sqlalchemy", "numpy", "plotext", "msgspec", "journal.model")),
    ],
)
def test_what_is_not_needed_is_not_imported(command: str, absent: tuple[str, ...]) -> None:
    code = f"{command}; import sys; print([name for name in {absent!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
