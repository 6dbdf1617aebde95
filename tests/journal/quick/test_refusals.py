"""What is refused says what was understood, what was not, and what would work."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from journal.catalogue.shapes import Alias, Catalogue
from journal.errors import JournalError
from journal.quick import NotUnderstood, Reading, read
from journal.settings import MAIN, Tracked
from tests.support import FakeClock

Refuse = Callable[[str], NotUnderstood]
Read = Callable[[str], Reading]

REFUSED: list[tuple[str, str, str, str]] = [
    # line, what was not understood, what was, what would work
    ("", "the line is empty", "", "l calf 5"),
    (" ; ;", "the line is empty", "", "l calf 5"),
    ("11", "11 is not a 0-10 rating", "", "0 to 10"),
    ("l calf 11", "11 is not a 0-10 rating", "left, upper outer calf", "0 to 10"),
    ("calf 3.5", "3.5 is not a 0-10 rating", "upper outer calf", "whole number"),
    ("calf -3", "“-3” is not a number from 0 up", "upper outer calf", "l calf 5"),
    ("no limp", "a limp is said with function", "no limp", "function 90% no limp"),
    ("l calf", "the rating is missing", "left, upper outer calf", "l calf 5"),
    ("l calf 5 3", "“5” and “3” are two", "left, upper outer calf", ";"),
    ("l calf 5 r calf 3", "“calf” and “calf” are two", "left", ";"),
    ("l r 5", "“l” and “r” are two", "left, 5", ";"),
    ("r lc 5", "“lc” is left, not right", "right, 5", "right upper outer calf"),
    ("l calf 5 tight pain", "“tight” and “pain” are two", "left, upper outer calf", ";"),
    ("mid calf 5", "which side of “mid calf” is not said", "5", "l mid calf 5 or r mid calf 5"),
    ("l calf 5 tigth", "“tigth” is not known", "left, upper outer calf, 5", "tight"),
    ("drve 3h", "“drve” is not known", "3h", "drive"),
    ("dri", "“dri” is not known", "", "drive"),
    ("knee 5", "“knee” is not known", "5", "back of knee"),
    ("qqqq 3h", "“qqqq” is not known", "3h", "l calf 5"),
    ("l calf 5 note stiff", "“note” stands at the beginning", "left, upper outer calf, 5", "; note"),
    ("l calf 5 laptop 3h", "“calf” (upper outer calf) has no place", "left, 5, Laptop on the lap, 3h", ";"),
    ("confidence 8", "“confidence” (Confidence) has no place in a rating", "8", "test confidence 8"),
    ("3h", "“3h” does not say of what", "", "drive 3h"),
    ("drive", "how much of “drive” is missing", "Driving", "drive 3h"),
    ("drive 3", "“3” needs a unit", "Driving", "drive 3h"),
    ("laptop 12", "“12” needs a unit", "Laptop", "laptop 12h"),
    ("laptop 90", "“90” needs a unit", "Laptop", "laptop 90m"),
    ("drive 30h", "a day has 24 h", "Driving", "drive 3h"),
    ("flight 24h1m", "a day has 24 h", "Flight", "flight 3h"),
    ("downhill 300", "“300” needs a unit", "Running downhill", "downhill 300m"),
    ("speed work 20", "“20” needs a unit", "Speed work", "speed work 20m"),
    ("drive 3km", "“3km” is in another unit than drive (min)", "Driving", "drive 3h"),
    ("stairs 3h", "“3h” is in another unit than stairs (flights)", "Stairs", "stairs 3"),
    ("drive 3h 4", "“3h” and “4” are two amounts", "Driving, 3h", "drive 3h"),
    ("drive 3h 4h", "“3h” and “4h” are two", "Driving, 3h", ";"),
    ("drive laptop 3h", "“drive” and “laptop” are two", "Driving, 3h", ";"),
    ("drive 3h l", "“l” has no place in a trigger", "Driving, 3h", "drive 3h"),
    ("drive 1,500m", "“1,500” can be two numbers", "Driving", "1500"),
    ("stress 11", "11 is not a 0-10 rating", "Stress", "0 to 10"),
    ("function", "the percent of normal is missing", "function", "function 90%"),
    ("f 110", "110 is not a whole 0-100 %", "f", "function 90%"),
    ("f 90.5%", "90.5 is not a whole 0-100 %", "f", "function 90%"),
    ("massage 10m", "which technique is not said", "massage, 10m", "massage ball 10m"),
    ("massage ball 10", "“10” needs a unit", "massage, Ball under", "ball 10m"),
    ("massage ball 10km", "“10km” is not a time", "massage, Ball under", "10m"),
    ("massage ball 10m 11>3", "11 is not a 0-10 rating", "massage, Ball under", "0 to 10"),
    ("massage ball 10m 6>3 after 2", "before and after stand beside “6>3” again", "massage", "6>3"),
    (
        "massage ball both 5m",
        "both legs are two entries",
        "massage, Ball under",
        "massage ball l 5m; massage ball r 5m",
    ),
    ("massage ball l back of knee 5m", "“back of knee” is never pressed", "massage, Ball under", "calf"),
    ("massage l achilles", "“achilles” is never pressed", "massage, left", "calf"),
    ("massage roller 10m", "where “roller” was is not said", "massage, 10m", "massage roller 10m l mid calf"),
    ("massage ball drive 3h", "“drive” (Driving) has no place in a massage", "massage, Ball under", ";"),
    ("bridge", "how much of “bridge” is missing", "Glute bridge", "bridge 3x12"),
    ("bike", "how much of “bike” is missing", "Cycling", "bike 20m"),
    ("bridge 12", "“12” needs sets and repetitions", "Glute bridge", "bridge 3x12"),
    ("bridge 3x12 @20", "“@20” needs a unit", "Glute bridge, 3x12", "@20kg"),
    ("bridge @20kg", "“@20kg” stands behind no sets", "Glute bridge", "bridge 3x12 @20kg"),
    ("bridge 3x12 l 2x8", "“l” stands between sets", "Glute bridge, 3x12, 2x8", "both 2x12 l 1x8"),
    ("bridge 3x12 l 2x8 r", "the side of the first sets is not said", "Glute bridge", "l 3x12 r 3x10"),
    ("bridge 0x12", "“0x12” is not 1-100 sets", "Glute bridge", "3x12"),
    ("bridge 3x0", "“3x0” is nothing done", "Glute bridge", "bridge 3x12, from 1 up"),
    ("wall sit 3x12 2x0s", "“2x0s” is nothing done", "Wall sit", "wall sit 3x30s, from 1 up"),
    ("plank 0s", "“0s” is nothing done", "Forearm plank", "plank 3x30s, from 1 up"),
    ("bridge 3x1200", "repetitions 1200 is not 0-1000", "Glute bridge, 3x1200", "bridge 3x12"),
    ("bridge 3x12 pain 11", "11 is not a 0-10 rating", "Glute bridge, 3x12, pain", "0 to 10"),
    ("run", "how long or how far is missing", "run", "run 20m 3km"),
    ("run 20", "“20” needs a unit", "run", "run 20m or run 20km"),
    ("run 20m 3h", "“3h” is a second amount", "run, 20m", "run 20m 3km"),
    ("run 20kg", "“20kg” is neither a time nor a distance", "run", "run 20m 3km"),
    ("run 20m stage 9", "stage 9 does not exist", "run, 20m, stage, 9", "run 20m"),
    ("test 22", "which test is not said", "test, 22", "test calf raise l 22"),
    ("test calf raise 22", "which side of “calf raise” is not said", "test, 22", "test calf raise 22 l"),
    ("test walk 30 11", "11 is not a 0-10 rating", "test, Walk 30 minutes", "0 to 10"),
    ("test full motion 2", "“2” is neither yes nor no", "test, Straighten", "full motion yes"),
    ("flare calf rest 400", "400 rest days is not 0-365", "flare, upper outer calf, rest, 400", "flare l calf rest 4"),
    ("flare calf rest 4h", "“4h” is not a number of rest days", "flare, upper outer calf, rest", "rest 4"),
    ("flare calf ended 22 nov", "the episode would end before it begins", "flare, upper outer calf", "flare l calf"),
    ("flare calf 20 nov ended 2026-11-24", "“2026-11-24” has not come yet", "flare, upper outer calf", "yesterday"),
    ("flare calf 6", "“6” has no place in an episode", "flare, upper outer calf", ";"),
    ("well again -- great", "well again takes no words", "well again", "note"),
    ("well again 5", "“5” has no place in well again", "well again", "well again"),
    ("note", "the note has no words", "note", "note new shoes"),
    ("note yesterday: #a", "the note has no words", "note, yesterday", "note new shoes"),
    ("note 24 nov 2026: race", "“24 nov 2026” has not come yet", "note", "today"),
    ("comment Anna: hi", "who said it is missing", "comment", "comment coach Anna: text"),
    ("comment coach Anna:", "what “Anna” said is missing", "comment", "comment coach Anna: text"),
    # days and times
    ("calf 5 tomorrow", "“tomorrow” has not come yet", "upper outer calf, 5", "today"),
    ("calf 5 today 8pm", "“today 8pm” has not come yet", "upper outer calf, 5, 8pm", "yesterday 8pm"),
    ("calf 5 mon 8pm", "“mon 8pm” has not come yet", "upper outer calf, 5, 8pm", "yesterday 8pm"),
    ("calf 5 2026-11-24", "“2026-11-24” has not come yet", "upper outer calf, 5", "today"),
    ("calf 5 3 nov 2027", "“3 nov 2027” has not come yet", "upper outer calf, 5", "today"),
    ("calf 5 31 feb", "“31 feb” is not a date", "upper outer calf, 5", "2026-11-03"),
    ("calf 5 2026-13-01", "“2026-13-01” is not a date", "upper outer calf, 5", "2026-11-03"),
    ("calf 5 25:00", "“25:00” is not a clock time", "upper outer calf, 5", "8pm"),
    ("calf 5 13pm", "“13pm” is not a clock time", "upper outer calf, 5", "8pm"),
    ("calf 5 1850-01-01", "“1850-01-01” is out of range", "upper outer calf, 5", "2026-11-03"),
    ("calf 5 99999w ago", "“99999w ago” is out of range", "upper outer calf, 5", "2026-11-03"),
    ("calf 5 3kg ago", "“3kg ago” is not a time", "upper outer calf, 5", "2d ago"),
    ("calf 5 mon yesterday", "“mon” and “yesterday” are two", "upper outer calf, 5, mon", ";"),
    ("calf 5 8am 9am", "“8am” and “9am” are two", "upper outer calf, 5, 8am", ";"),
    ("calf 5 2h ago 8am", "“8am” is a second time", "upper outer calf, 5, 2h ago", "8am"),
]


@pytest.mark.parametrize(("line", "problem", "understood", "instead"), REFUSED, ids=[each[0] for each in REFUSED])
def test_a_refusal_has_three_parts(line: str, problem: str, understood: str, instead: str, refusal: Refuse) -> None:
    error = refusal(line)
    assert error.problem.startswith(problem)
    assert error.understood.startswith(understood) and bool(error.understood) == bool(understood)
    assert instead in error.instead
    assert str(error) == f"{error.problem} · understood: {error.understood or 'nothing yet'} · try: {error.instead}"


def test_a_refusal_is_one_line_of_safe_text(refusal: Refuse) -> None:
    for line in ("calf\x1b[31m\n5 \u202ezzz", "a" * 5000, "#" * 300, "zz " * 300, "note\n \n"):
        message = str(refusal(line))
        assert message.isprintable() and len(message) < 400


def test_one_bad_entry_refuses_the_whole_line(refusal: Refuse) -> None:
    assert refusal("l calf 5; drive 3; stairs 4").problem == "“3” needs a unit"


def test_it_is_an_error_of_the_journal_and_a_wrong_value(refusal: Refuse) -> None:
    error = refusal("11")
    assert isinstance(error, JournalError) and isinstance(error, ValueError) and error.exit_code == 2


def test_what_is_proposed_can_be_read(refusal: Refuse, reading: Read) -> None:
    for line in ("drive 3", "bridge", "massage ball both 5m", "confidence 8", "l calf", "run 20m 3h", "f 110"):
        assert reading(refusal(line).instead.split(", or ")[0].split(" or ")[0]).entries


@pytest.mark.parametrize("line", ["5 nov 3", "3 nov 5", "l calf 5 nov 3"])
def test_a_day_before_or_behind_the_month_is_refused_with_both(line: str, refusal: Refuse) -> None:
    error = refusal(line)
    assert error.problem == f"“{line}” can be two things"
    first, second = line.replace("l calf ", "").split(" nov ")
    assert f"soreness {second} · " in error.understood and f"soreness {first} · " in error.understood


def test_where_only_one_of_both_can_be_it_is_read(reading: Read) -> None:
    assert reading("run 20m pain 5 nov 3").said == ("run 20 min pain 5 · Tue 3 Nov, time not known",)
    assert reading("drive 3h 5 nov").said == ("Driving 3 h · Thu 5 Nov, time not known",)
    assert reading("calf 5 3 nov").said == ("left upper outer calf: soreness 5 · Tue 3 Nov, time not known",)
    assert reading("calf 5 nov 3rd 8pm").said[0].endswith("Tue 3 Nov 20:00")


def with_aliases(catalogue: Catalogue, *aliases: Alias) -> Catalogue:
    """The content with other aliases."""
    return replace(catalogue, aliases=aliases)


def test_two_readings_of_the_same_rank_are_refused_with_both_named(catalogue: Catalogue, clock: FakeClock) -> None:
    own = with_aliases(
        catalogue,
        Alias(words=("spot",), kind="site", id="mid_calf"),
        Alias(words=("spot",), kind="site", id="lower_calf"),
        Alias(words=("thing",), kind="trigger", id="driving"),
        Alias(words=("thing",), kind="exercise", id="wall_sit"),
    )
    for line, names in (("l spot 5", ("mid calf", "lower calf")), ("thing 3h", ("Driving", "Wall sit, shallow"))):
        with pytest.raises(NotUnderstood) as caught:
            read(line, own, clock, (MAIN,))
        assert all(name in caught.value.problem for name in names)


def test_an_exact_name_comes_before_an_alias_and_that_before_what_people_say(
    catalogue: Catalogue, clock: FakeClock
) -> None:
    own = with_aliases(
        catalogue,
        Alias(words=("mid calf", "kneecap"), kind="site", id="glute"),
        Alias(words=("gone",), kind="site", id="no_such_site"),
    )
    sites = [read(f"l {name} 5", own, clock, (MAIN,)).entries[0] for name in ("mid calf", "kneecap")]
    assert [getattr(entry, "site", "") for entry in sites] == ["mid_calf", "glute"]
    with pytest.raises(NotUnderstood):
        read("l gone 5", own, clock, (MAIN,))


@pytest.mark.parametrize(
    ("tracked", "line", "site", "side"),
    [
        ((MAIN, Tracked("front_knee", "right")), "knee 5", "front_knee", "right"),
        ((MAIN, Tracked("front_knee", "right")), "l knee 5", "front_knee", "left"),
        ((Tracked("mid_calf", "right"), MAIN), "calf 5", "upper_outer_calf", "left"),
        ((Tracked("mid_calf", "right"), MAIN), "5", "mid_calf", "right"),
        ((Tracked("mid_calf", "right"), MAIN), "mid 5", "mid_calf", "right"),
        ((), "5", "upper_outer_calf", "left"),
        ((), "calf 5", "upper_outer_calf", "left"),
    ],
)
def test_a_part_of_a_tracked_name_means_that_site(
    tracked: Sequence[Tracked], line: str, site: str, side: str, catalogue: Catalogue, clock: FakeClock
) -> None:
    (entry,) = read(line, catalogue, clock, tracked).entries
    assert (getattr(entry, "site", ""), getattr(entry, "side", "")) == (site, side)


def test_a_site_tracked_on_both_sides_needs_its_side(catalogue: Catalogue, clock: FakeClock) -> None:
    both = (Tracked("front_knee", "left"), Tracked("front_knee", "right"), Tracked("outer_knee", "left"))
    with pytest.raises(NotUnderstood, match="which side of “kneecap”"):
        read("kneecap 5", catalogue, clock, both)
    with pytest.raises(NotUnderstood, match="“knee” can be front of knee or outer side of knee"):
        read("l knee 5", catalogue, clock, both)


def test_the_measure_that_is_tracked_alone_is_the_default(catalogue: Catalogue, clock: FakeClock) -> None:
    tracked = (Tracked("mid_calf", "left", "pain"), MAIN, Tracked("upper_outer_calf", "left", "tightness"))

    def measure(line: str) -> object:
        return getattr(read(line, catalogue, clock, tracked).entries[0], "measure", None)

    assert [measure(line) for line in ("5", "l mid calf 5", "r mid calf 5", "l calf 5")] == [
        "pain",
        "pain",
        "soreness",
        "soreness",
    ]
    assert measure("5 tight") == "tightness"


def test_a_bare_number_has_the_measure_of_the_main_site(catalogue: Catalogue, clock: FakeClock) -> None:
    tracked = (Tracked("mid_calf", "left", "pain"), Tracked("mid_calf", "left", "soreness"))
    found = [read(line, catalogue, clock, tracked).entries[0] for line in ("5", "l 5", "l mid calf 5")]
    assert [getattr(entry, "measure", "") for entry in found] == ["pain", "pain", "soreness"]
