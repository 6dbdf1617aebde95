"""`rj log`, `undo`, `redo` and `list`, each in a process of its own."""

import pytest

from tests.journal.commands.support import Shell


def test_what_was_understood_is_said_and_stored(rj: Shell) -> None:
    told = rj("log", "drive 3h yesterday", "l calf 5")
    assert (told.status, told.error) == (0, "")
    assert [line.split(":")[0] for line in told.out.splitlines()] == ["saved", "saved"]
    kinds = [entry["kind"] for entry in rj("list", "--json").json]
    assert kinds == ["trigger", "rating"]


def test_all_arguments_are_one_action(rj: Shell) -> None:
    rj("log", "l calf 5", "stairs 12")
    assert rj("undo").status == 0
    assert rj("list", "--json").json == []
    assert rj("redo").status == 0
    assert len(rj("list", "--json").json) == 2


def test_one_wrong_argument_saves_nothing(rj: Shell) -> None:
    told = rj("log", "l calf 5", "calf 11")
    assert told.status == 2
    assert told.error.startswith("error: ")
    assert told.error.count("\n") == 1
    assert "11" in told.error
    assert rj("list", "--json").json == []


def test_undo_keeps_ids_over_processes(rj: Shell) -> None:
    saved = rj("log", "--json", "l calf 5").json
    rj("undo")
    rj("redo")
    assert rj("list", "--json").json == saved


def test_nothing_to_undo_is_no_error(rj: Shell) -> None:
    told = rj("undo")
    assert (told.status, told.out) == (0, "nothing to undo\n")


def test_each_line_of_stdin_is_answered_after_its_commit(rj: Shell) -> None:
    told = rj("log", "--stdin", stdin="l calf 5\nnonsense here\nstairs 3; laptop 1h\n")
    answers = told.out.splitlines()
    assert told.status == 2
    assert len(answers) == 2
    ids = [answer.split()[1:] for answer in answers]
    assert [len(each) for each in ids] == [1, 2]
    assert "nonsense" in told.error
    assert {entry["id"] for entry in rj("list", "--json").json} == {each for line in ids for each in line}


def test_a_line_that_is_too_long_is_named_by_its_beginning(rj: Shell) -> None:
    told = rj("log", "--stdin", stdin=f"note {'x' * 1_000_001}\n")
    assert (told.status, told.out) == (2, "")
    assert "the note is too long (1000001; the most is 1000000)" in told.error
    assert len(told.error) < 300


def test_at_gives_the_time_of_entries_that_name_none(rj: Shell) -> None:
    rj("log", "--at", "2026-01-02T20:15+02:00", "l calf 5")
    (entry,) = rj("list", "--json").json
    assert entry["at"] == "2026-01-02T20:15:00+02:00"
    assert entry["time_known"] is True
    assert entry["entered_late"] is True


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("log",), "give entries"),
        (("log", "--at", "soon", "5"), "--at 'soon'"),
        (("list", "--kind", "ratting"), "no kind 'ratting'"),
        (("list", "--month", "July"), "'July' is not a month"),
        (("today", "--as-of", "someday"), "'someday' is not a day"),
        (("nonsense",), "nonsense"),
        (("list", "--days", "few"), "few"),
        (("list", "--days", "100000000"), "'100000000' is not a number from 1 to"),
        (("list", "--limit", "-5"), "'-5' is not a number from 1 to"),
        (("list", "--month", "9999-12"), "'9999-12' is not a month"),
        (("today", "--as-of", "0001-01-01"), "'0001-01-01' is not a day"),
        (("report", "r.md", "--since", "0001-01-01"), "'0001-01-01' is not a day"),
        ((), "needs a terminal"),
        (("demo",), "needs a terminal"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(rj: Shell, arguments: tuple[str, ...], says: str) -> None:
    told = rj(*arguments)
    assert told.status == 2
    assert told.error.startswith("error: ")
    assert says in told.error
    assert told.error.count("\n") == 1
    assert told.out == ""


def test_hostile_text_is_stored_exactly_and_shown_harmlessly(rj: Shell) -> None:
    hostile = "note \x1b[2J[/] \u202eold"
    rj("log", hostile)
    assert rj("list", "--json").json[0]["note"] == hostile.removeprefix("note ")
    shown = rj("list").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[/]" in shown


def test_list_filters(rj: Shell) -> None:
    rj("log", "l calf 5", "note new shoes #shoes", "drive 2h yesterday")
    assert [entry["kind"] for entry in rj("list", "--tag", "shoes", "--json").json] == ["note"]
    assert [entry["kind"] for entry in rj("list", "--search", "driv", "--json").json] == ["trigger"]
    assert [entry["kind"] for entry in rj("list", "--kind", "rating", "--json").json] == ["rating"]
    assert len(rj("list", "--days", "1", "--json").json) == 2
    assert rj("list", "--search", "nothing-like-it").out == "no entries\n"


def test_with_miles_every_word_about_a_run_is_in_miles(rj: Shell) -> None:
    rj("paths")
    rj.folder.mkdir()
    (rj.folder / "settings.toml").write_text('distance_unit = "mi"\n')
    assert "3 mi" in rj("log", "run 30m 3mi").out
    assert "3 mi" in rj("list").out
    assert "try: run 5m or run 5mi" in rj("log", "run 5").error
    assert "try: run 20m 2mi" in rj("log", "run").error
    (entry,) = rj("list", "--json").json
    assert entry["km"] == pytest.approx(4.828032)
