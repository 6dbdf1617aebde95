"""Each reviewed mapping on a file written by hand to the layout the app documents."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from journal.catalogue.mappings import PACKAGED, check_names
from journal.errors import ImportRefused
from journal.model import Massage, Rating, Run, Trigger
from tests.journal.exchange.support import CATALOGUE, FILES, MAPPINGS, content_of, of, own_mapping, read, zipped

COUNTS = {
    "track_and_graph.csv": ("track_and_graph", {"trigger": 3, "rating": 2, "note": 2}, 0),
    "track_and_graph_before_2022.csv": ("track_and_graph", {"trigger": 1, "note": 2}, 0),
    "loop.zip": ("loop", {"trigger": 2, "note": 3}, 4),
    "strava.csv": ("strava", {"run": 3}, 1),
    "daylio.csv": ("daylio", {"note": 3, "trigger": 1}, 0),
    "whoop.csv": ("whoop", {"note": 3}, 0),
    "whoop_spanish.csv": ("whoop", {"note": 1}, 0),
    "intervals.csv": ("intervals", {"trigger": 6, "note": 4}, 1),
    "jrnl.json": ("jrnl", {"note": 2}, 0),
}
"""For each file: its mapping, how many entries of each kind come of it, how many rows are left out."""


@pytest.mark.parametrize("file", COUNTS)
def test_a_file_is_recognised_and_every_row_is_accounted_for(file: str) -> None:
    mapping, kinds, left_out = COUNTS[file]
    incoming = read(content_of(file), file)
    assert incoming.mapping.id == mapping
    assert Counter(entry.kind for entry in incoming.entries) == kinds
    assert len(incoming.left_out) == left_out
    assert all(entry.source == f"import:{mapping}" for entry in incoming.entries)


@pytest.mark.parametrize("file", COUNTS)
def test_the_same_file_has_the_same_ids_in_every_zone(file: str) -> None:
    content = content_of(file)
    here, there = read(content, file), read(content, "renamed", zone="Asia/Tokyo")
    ids = sorted(entry.id for entry in here.entries)
    assert len(set(ids)) == len(ids)
    assert ids == sorted(entry.id for entry in there.entries)
    assert {UUID(each).version for each in ids} == {7}


def test_every_packaged_mapping_is_tried_and_names_what_there_is() -> None:
    assert {each[0] for each in COUNTS.values()} == set(PACKAGED) == {each.id for each in MAPPINGS}
    for mapping in MAPPINGS:
        check_names(mapping, CATALOGUE)
        assert mapping.about
        assert mapping.address.startswith("https://")


def test_strava_takes_the_first_distance_and_the_end_of_the_run() -> None:
    runs = of(read(content_of("strava.csv"), "strava.csv", zone="Europe/Berlin"), "run")
    first, hills, no_watch = runs
    assert isinstance(first, Run)
    assert (first.km, first.minutes, first.rpe) == (8.1, 44, 3)
    assert first.at.isoformat() == "2026-04-30T08:57:00+02:00"
    assert first.note == "Morning run, easy"
    assert isinstance(hills, Run)
    assert (hills.km, hills.minutes, hills.rpe) == (10.02, 58.33, 6)
    assert hills.note == 'Hills · First line\nsecond "line" · calf ok'
    assert isinstance(no_watch, Run)
    assert (no_watch.km, no_watch.minutes, no_watch.rpe) == (None, 30, None)


def test_strava_in_its_zip_is_the_same() -> None:
    alone = read(content_of("strava.csv"), "strava.csv")
    packed = read(zipped({"activities.csv": content_of("strava.csv"), "activities/9001.gpx": b"<gpx/>"}), "export.zip")
    assert packed.entries == alone.entries


def test_track_and_graph_reads_durations_and_only_what_says_its_scale() -> None:
    incoming = read(content_of("track_and_graph.csv"), "track_and_graph.csv")
    amounts = {each.trigger: (each.amount, each.unit) for each in incoming.entries if isinstance(each, Trigger)}
    assert amounts == {"driving": (200, "min"), "laptop_on_lap": (70, "min"), "sleep": (7.5, "h")}
    ratings = [each for each in incoming.entries if isinstance(each, Rating)]
    assert {(each.site, each.side, each.score, each.note) for each in ratings} == {
        ("upper_outer_calf", "left", 4, "stiff")
    }
    assert incoming.entries[0].at == datetime.fromisoformat("2026-05-01T18:30:00.432+02:00")
    assert [each.note for each in of(incoming, "note")] == ["Mood: 3.0 · good", "Weight: -10.1"]


def test_loop_knows_ticked_from_asked_and_never_takes_what_the_app_made_up() -> None:
    incoming = read(content_of("loop.zip"), "loop.zip")
    driving = {each.day.isoformat(): each.amount for each in incoming.entries if isinstance(each, Trigger)}
    assert driving == {"2026-05-02": 0, "2026-05-03": None}
    assert {each.note for each in of(incoming, "note")} == {
        "Foam roll: yes",
        "Water: 1500 thousandths",
        "No driving: yes",
    }
    assert not any(each.time_known for each in incoming.entries)


def test_daylio_keeps_the_mood_in_words_and_reads_both_clocks() -> None:
    incoming = read(content_of("daylio.csv"), "daylio.csv")
    notes = of(incoming, "note")
    assert [f"{each.at:%d %H:%M}" for each in notes] == ["19 01:30", "19 22:05", "20 22:13"]
    assert notes[-1].tags == ("exercise", "driving", "good_sleep")
    assert notes[-1].note == "mood: good · Evening · Felt great, rested"
    assert notes[0].day.day == 18
    (driving,) = of(incoming, "trigger")
    assert isinstance(driving, Trigger)
    assert (driving.trigger, driving.amount, driving.unit) == ("driving", None, "min")


def test_daylio_with_tabs_and_with_utf_16_is_the_same() -> None:
    text = content_of("daylio.csv").decode()
    rows = text.replace(",", "\t").replace("great\t", "great,")
    plain = read(text.encode(), "a.csv").entries
    assert [each.note for each in read(rows.encode(), "a.csv").entries] == [each.note for each in plain]
    for encoding in ("utf-16", "utf-8-sig"):
        assert read(text.encode(encoding), "a.csv").entries == plain


def test_whoop_is_dated_by_the_day_one_wakes_up_in_every_language() -> None:
    english = read(content_of("whoop.csv"), "whoop.csv").entries
    assert [each.day.isoformat() for each in english] == ["2026-05-06", "2026-05-06", "2026-05-07"]
    assert {(each.note, each.tags) for each in english} == {
        ("Have any caffeine? yes · two cups", ("yes",)),
        ("Feeling stressed? no", ("no",)),
        ("Long drive or driving today? yes", ("yes",)),
    }
    (spanish,) = read(content_of("whoop_spanish.csv"), "whoop.csv").entries
    assert (spanish.note, spanish.tags) == ("¿Consumiste cafeína? yes", ("yes",))


def test_intervals_turns_its_scales_and_says_so() -> None:
    incoming = read(content_of("intervals.csv"), "wellness.csv")
    amounts = sorted((each.trigger, each.amount) for each in incoming.entries if isinstance(each, Trigger))
    assert amounts == [
        ("sleep", 7),
        ("sleep", 7.5),
        ("sleep_quality", 0),
        ("sleep_quality", 10),
        ("stress", 3),
        ("stress", 10),
    ]
    assert "sleepQuality 1-4 as amount 0-10: 1 is 10, 2 is 7, 3 is 3, 4 is 0" in incoming.conversions
    assert len(incoming.conversions) == 2
    assert any(each.note == "sleepQuality: 4" for each in incoming.entries)


def test_soreness_of_the_whole_body_becomes_a_rating_only_where_the_runner_says() -> None:
    content = content_of("intervals.csv")
    without = read(content, "wellness.csv")
    placed = read(content, "wellness.csv", place=("upper_outer_calf", "left"))
    assert of(without, "rating") == []
    scores = [(each.day.day, each.score) for each in placed.entries if isinstance(each, Rating)]
    assert scores == [(1, 7), (2, 10)]
    assert "soreness 1-4 as score 0-10: 1 is 0, 2 is 3, 3 is 7, 4 is 10" in placed.conversions
    same = {each.id for each in without.entries} & {each.id for each in placed.entries}
    assert len(same) == len(without.entries) - 2


def test_jrnl_takes_text_tags_and_stars() -> None:
    first, second = read(content_of("jrnl.json"), "jrnl.json").entries
    assert first.note == "First walk without a limp.\nTwenty minutes with @calf quiet."
    assert first.tags == ("calf", "starred")
    assert f"{second.at:%H:%M}" == "21:40"
    assert second.tags == ()


def test_an_own_mapping_reads_by_place_by_words_and_on_a_scale_turned_round() -> None:
    incoming = read((FILES / "own.csv").read_bytes(), "own.csv", own_mapping())
    ratings = [each for each in incoming.entries if isinstance(each, Rating)]
    assert [(each.side, each.score) for each in ratings] == [("left", 0), ("right", 10), ("left", 6)]
    assert [each.amount for each in incoming.entries if isinstance(each, Trigger)] == [0, 90, None]
    assert incoming.conversions == ("3 1-5 as score 0-10: 1 is 10, 2 is 8, 3 is 5, 4 is 3, 5 is 0",)
    assert ratings[1].note == "column 3: 1"


def test_a_massage_where_none_may_be_is_kept_as_history_and_marked() -> None:
    incoming = read((FILES / "own.csv").read_bytes(), "own.csv", own_mapping())
    tags = {each.site: each.tags for each in incoming.entries if isinstance(each, Massage)}
    assert tags == {"back_of_knee": ("not-to-be-massaged",), "mid_calf": ()}


def test_the_day_boundary_of_the_source_is_its_own() -> None:
    content = b"Day;Where;How;Drive;Rolled\n01.05.2026 01:30;left calf;3;none;\n"
    assert read(content, "own.csv", own_mapping()).entries[0].at.day == 1
    split = b"full_date,date,weekday,time,mood,activities,note_title,note\n2026-05-19,,,01:30,good,,,\n"
    (daylio,) = (each for each in MAPPINGS if each.id == "daylio")
    late = replace(daylio, time=replace(daylio.time, day_starts=4))
    assert read(split, "a.csv", daylio).entries[0].at.day == 19
    assert read(split, "a.csv", late).entries[0].at.day == 20


def test_what_has_not_come_yet_is_left_out_and_today_is_now() -> None:
    rows = b"date,sleepSecs,soreness\n2026-11-24,27000,\n2026-11-23,27000,\n"
    incoming = read(rows, "wellness.csv", zone="America/New_York")
    (today,) = incoming.entries
    assert today.at.isoformat() == "2026-11-23T07:00:00-05:00"
    assert not today.time_known
    assert [each.why for each in incoming.left_out] == ["2026-11-24 12:00 has not come yet"]


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("strava.csv", '"May 2, 2026, 5:30:00 PM"', "yesterday", "line 4: 'yesterday' is not a date"),
        ("strava.csv", ",10.02,", ",far,", "line 4: km: 'far' is not a number"),
        ("strava.csv", ",10.02,", ",1002,", "line 4: km 1002 is not 0-500"),
        ("strava.csv", "3500.0", '"3,500"', "line 4: minutes: '3,500' could mean thousands or decimals"),
        ("intervals.csv", "2026-05-02,,49,,25200,,4,", "2026-05-02,,49,,25200,,7,", "line 3: amount: 7 is not on the"),
        ("daylio.csv", "22:13", "22h13", "line 2: '22h13' is not a time of day"),
        ("daylio.csv", '"Felt', 'Fe"lt', "line 2: it has 9 cells, and there are 8 columns"),
        ("jrnl.json", '"2026-05-02"', '"2026-13-02"', "entry 2: '2026-13-02' is not a date"),
        ("track_and_graph.csv", "2026-05-01T22", "1066-10-14T22", "line 3: the date is out of range: 1066-10-14"),
    ],
)
def test_a_value_that_cannot_be_read_refuses_the_whole_file_with_its_line(
    file: str, old: str, new: str, says: str
) -> None:
    text = content_of(file).decode()
    assert old in text
    with pytest.raises(ImportRefused, match=r"^nothing was imported: ") as caught:
        read(text.replace(old, new, 1).encode(), file)
    assert f"{file}, {says}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_rows_with_a_known_id_keep_it_when_their_text_changes() -> None:
    text = content_of("strava.csv").decode()
    before = read(text.encode(), "a.csv").entries
    after = read(text.replace("Morning run, easy", "Commute").encode(), "a.csv").entries
    assert [each.id for each in before] == [each.id for each in after]
    assert before[0].note != after[0].note
