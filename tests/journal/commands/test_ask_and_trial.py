"""`rj ask` and `rj trial`: asked ahead, drawn by lot, kept, and taken back."""

from tests.journal.commands.support import Shell


def test_a_question_is_asked_listed_answered_later_and_taken_back(rj: Shell) -> None:
    rj("log", "l calf 3")
    told = rj("ask", "drive", "over", "2h", "next", "morning")
    assert (told.status, told.error) == (0, "")
    assert told.out.startswith("asked: Driving over 2 h, the next morning, left upper outer calf")
    assert "1. Driving over 2 h" in told.out
    assert "0 of 6 such days have a rating since then" in told.out
    assert "You asked: Driving over 2 h" in rj("links").out
    (row,) = rj("ask", "--json").json
    assert (row["trigger"], row["above"], row["verdict"], row["effect"]) == ("driving", 120, "not_enough_data", None)
    assert rj("links", "--json").json["questions"] == [{name: row[name] for name in row if name != "id"}]
    assert "taken back" in rj("ask", "--take-back", "1").out
    assert rj("ask", "--json").json == []
    rj("undo")
    assert len(rj("ask", "--json").json) == 1


def test_a_question_that_is_asked_is_not_asked_again(rj: Shell) -> None:
    rj("log", "l calf 3")
    rj("ask", "drive over 2h next morning")
    told = rj("ask", "drive over 120m next morning")
    assert (told.status, told.out) == (2, "")
    assert "that is asked already, since" in told.error
    assert rj("ask", "drive over 3h next morning").status == 0
    assert len(rj("ask", "--json").json) == 2


def test_a_question_about_a_place_that_was_never_rated_waits(rj: Shell) -> None:
    told = rj("ask", "drive r mid calf")
    assert "1. Driving, the next day, right mid calf: nothing is rated there yet." in told.out
    (row,) = rj("ask", "--json").json
    assert (row["needs_exposed_days"], row["verdict"]) == (6, "not_enough_data")


def test_what_is_no_question_is_refused(rj: Shell) -> None:
    told = rj("ask", "drive; l calf 5")
    assert (told.status, told.out) == (2, "")
    assert "ask one question" in told.error
    assert "there is no question 2" in rj("ask", "--take-back", "2").error


def test_a_trial_is_drawn_from_a_printed_seed_and_kept(rj: Shell) -> None:
    told = rj("trial", "start", "ball", "--seed", "7")
    assert (told.status, told.error) == (0, "")
    first = told.out.splitlines()[0]
    assert first.startswith("Four weeks find a difference of 1 point in 86 to 99 of 100 trials")
    assert "28 days" in told.out
    assert "seed 7" in told.out
    (trial,) = rj("trial", "--json").json
    assert (trial["seed"], trial["days"], trial["against"], trial["state"], trial["day"]) == (7, 28, None, "running", 1)
    assert all(sum(trial["plan"][i : i + 2]) == 1 for i in range(0, 28, 2))
    today = rj("today")
    assert ("no massage, it is the trial" in today.out) is (trial["plan"][0] == 0)
    assert "it is the trial (left upper outer calf, day 1 of 28)" in today.out
    (shown,) = rj("today", "--json").json["trials"]
    assert (shown["day"], shown["technique"]) == (1, trial["technique"] if trial["plan"][0] else None)


def test_the_plan_survives_export_and_import(rj: Shell) -> None:
    rj("ask", "drive")
    rj("trial", "start", "ball", "hands", "--days", "14")
    before, asked = rj("trial", "--json").json, rj("ask", "--json").json
    file = rj.folder.parent / "all.jsonl"
    rj("export", str(file))
    there = Shell(rj.folder.parent / "other")
    assert there("import", str(file)).status == 0
    assert there("trial", "--json").json == before
    assert there("ask", "--json").json == asked


def test_a_trial_is_stopped(rj: Shell) -> None:
    rj("trial", "start", "ball")
    assert rj("trial", "stop").out.startswith("ended: ")
    told = rj("trial", "stop")
    assert (told.status, told.out, told.error) == (2, "", "error: nothing was ended: no self-trial goes on\n")


def test_days_that_were_not_tracked_are_one_entry(rj: Shell) -> None:
    assert rj("log", "untracked yesterday").status == 0
    (entry,) = rj("list", "--json", "--kind", "untracked").json
    assert entry["last"] == entry["at"][:10]
