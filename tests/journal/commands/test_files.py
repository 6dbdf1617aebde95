"""Where things live, and what goes in and out."""

import stat
from pathlib import Path

import pytest

from journal import __version__
from tests.journal.commands.support import Shell


def test_version_and_help(rj: Shell) -> None:
    assert rj("--version").out == f"recovery-journal {__version__}\n"
    told = rj("--help")
    assert told.status == 0
    assert "log" in told.out


def test_asking_for_paths_makes_nothing(rj: Shell) -> None:
    told = rj("paths", "--json")
    assert told.json["journal"] == str(rj.folder / "journal.db")
    assert not rj.folder.exists()


def test_data_names_the_folder_before_or_after_the_command(rj: Shell, tmp_path: Path) -> None:
    for number, arguments in enumerate((("--data", "{}", "log", "5"), ("log", "5", "--data", "{}"))):
        folder = tmp_path / f"other{number}"
        assert rj(*(each.format(folder) for each in arguments)).status == 0
        assert (folder / "journal.db").is_file()
    assert not rj.folder.exists()


def test_files_are_for_the_runner_alone(rj: Shell, tmp_path: Path) -> None:
    rj("log", "l calf 5")
    rj("export", str(tmp_path / "out.jsonl"))
    rj("backup")
    assert stat.S_IMODE(rj.folder.stat().st_mode) == 0o700
    files = [path for path in (*rj.folder.rglob("*"), tmp_path / "out.jsonl") if path.is_file()]
    assert len(files) >= 3
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_export_and_import_of_the_sample_are_equal_to_the_byte(rj: Shell, tmp_path: Path) -> None:
    sample, other = tmp_path / "sample", Shell(tmp_path / "other")
    assert rj("demo", "--into", str(sample)).status == 0
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    assert rj("--data", str(sample), "export", str(first)).status == 0
    counts = other("import", str(first), "--json").json
    assert counts["added"] > 1000
    assert other("export", str(second)).status == 0
    assert first.read_bytes() == second.read_bytes()
    again = other("import", str(first), "--json").json
    assert (again["added"], again["skipped"]) == (0, counts["added"])
    assert other("export").out.encode() == first.read_bytes()


def test_the_sample_never_touches_a_folder_in_use(rj: Shell) -> None:
    rj("log", "l calf 5")
    told = rj("demo", "--into", str(rj.folder))
    assert told.status == 2
    assert len(rj("list", "--json").json) == 1


def test_one_undo_takes_an_import_back(rj: Shell, tmp_path: Path) -> None:
    rj("log", "l calf 5", "stairs 3")
    rj("export", str(tmp_path / "out.jsonl"))
    other = Shell(tmp_path / "other")
    other("log", "laptop 1h")
    other("import", str(tmp_path / "out.jsonl"))
    other("undo")
    assert [entry["kind"] for entry in other("list", "--json").json] == ["trigger"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not an export"),
        (b"a,b\n1,2\n", "line 1"),
        (b'{"format":"other"}\n', "not an export"),
        (b'{"format":"recovery-journal","version":99}\n', "version 99"),
        (b'{"format":"recovery-journal","version":1}\n{"kind":"rating"}\n', "line 2"),
        (b'{"format":"recovery-journal","version":1}\n\xff\xfe\n', "line 2"),
    ],
)
def test_a_file_that_is_no_export_is_refused_whole(rj: Shell, tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "in.jsonl"
    file.write_bytes(content)
    told = rj("import", str(file))
    assert told.status == 6
    assert told.error.startswith("error: nothing was imported: ")
    assert says in told.error
    assert rj("list", "--json").json == []


def test_a_file_that_cannot_be_read_is_status_4(rj: Shell, tmp_path: Path) -> None:
    told = rj("import", str(tmp_path / "nofile"))
    assert told.status == 4
    assert (
        told.error == f"error: nothing was imported: {tmp_path / 'nofile'} cannot be read: No such file or directory\n"
    )


def test_a_backup_that_fails_is_a_warning_and_the_entry_is_saved(rj: Shell) -> None:
    rj("demo", "--into", str(rj.folder))
    for each in (rj.folder / "backups").iterdir():
        each.unlink()
    (rj.folder / "backups").rmdir()
    (rj.folder / "backups").write_text("in the way")
    (rj.folder / "backups").chmod(0o600)
    told = rj("log", "l calf 5")
    assert (told.status, told.out.startswith("saved: ")) == (0, True)
    assert told.error.startswith("warning: not backed up: ")
    assert told.error.count("\n") == 1


def test_export_refuses_the_data_folder_and_devices(rj: Shell) -> None:
    rj("log", "l calf 5")
    before = (rj.folder / "journal.db").read_bytes()
    assert rj("export", str(rj.folder / "journal.db")).status == 2
    assert rj("export", "/dev/null").status == 2
    assert (rj.folder / "journal.db").read_bytes() == before


def test_a_backup_writes_over_nothing_but_a_backup(rj: Shell, tmp_path: Path) -> None:
    rj("log", "l calf 5")
    before = (rj.folder / "journal.db").stat()
    (tmp_path / "photo.jpg").write_bytes(b"a photo")
    for place in (rj.folder / "journal.db", rj.folder / "other.db", tmp_path / "photo.jpg", tmp_path):
        told = rj("backup", str(place))
        assert (told.status, told.error.startswith("error: not backed up: ")) == (2, True), told
    assert (rj.folder / "journal.db").stat() == before
    assert (tmp_path / "photo.jpg").read_bytes() == b"a photo"
    for _ in range(2):
        assert rj("backup", str(tmp_path / "usb.db")).status == 0


@pytest.mark.parametrize("name", ["data.py", "screens.py"])
def test_a_stray_module_in_the_working_folder_is_named(rj: Shell, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("")
    told = rj.cold("log", "5", cwd=tmp_path)
    assert told.status == 2
    assert told.error.startswith("error: ")
    assert name in told.error
    assert told.error.count("\n") == 1


def test_fish_offers_no_file_in_the_place_of_a_command(rj: Shell) -> None:
    commands = [line for line in rj("completion", "fish").out.splitlines() if "__fish_use_subcommand" in line]
    assert commands
    assert all(" -f " in line for line in commands)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command(rj: Shell, shell: str) -> None:
    script = rj("completion", shell).out
    for command in ("log", "today", "trends", "undo", "export", "--as-of"):
        assert command.lstrip("-") in script


def test_without_a_home_folder_it_says_what_to_set(tmp_path: Path) -> None:
    homeless = Shell(tmp_path / "data", HOME="", RECOVERY_JOURNAL_DATA="", XDG_DATA_HOME="relative")
    told = homeless("paths")
    assert told.status == 4
    assert "set HOME or XDG_DATA_HOME" in told.error


def test_additions_that_cannot_be_read_hold_back_no_entry(rj: Shell) -> None:
    rj("log", "l calf 5")
    (rj.folder / "own.toml").write_text("[[site]\n")
    told = rj("export")
    assert told.status == 0
    assert "own.toml" in told.error
    assert "what it adds is not in the export" in told.error
    assert '"score":5' in told.out


@pytest.mark.parametrize("name", ["mine.jsonl", "mine.csv"])
def test_an_export_is_written_over_by_the_next_and_nothing_else_is(rj: Shell, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("my thesis")
    told = rj("export", str(file))
    assert (told.status, file.read_text()) == (2, "my thesis")
    assert "is there and is no such export; choose another name" in told.error
    file.unlink()
    for number, options in enumerate(([], ["--bom"], [])):
        rj("log", f"l calf {number}")
        assert rj("export", *options, str(file)).status == 0
    assert file.read_text().count("upper_outer_calf") == 3
