"""The report: what stands in it, what does not, and that nothing in it comes alive."""

import re
import stat
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from journal.book import Journal
from journal.demo import demo_entries
from journal.errors import Refused
from journal.exchange.report import to_html
from journal.exchange.report.make import make_report
from journal.exchange.report.markdown import escaped, to_markdown
from journal.model import Comment, Episode, GateTest, Massage, Note, Run, SafetyCheck
from journal.report_choice import CHOSEN, SECTIONS, Wanted
from tests.support import MONDAY, FakeClock, function, moment, rating

NASTY = "<script>alert(1)</script> ![x](http://a.example/x.png) `a` \x1b[31m\u202e # end"


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Four days into a sore spell."""
    began = MONDAY - timedelta(days=3)
    journal = Journal(tmp_path / "data", FakeClock(moment(MONDAY, "21:00"))).open()
    journal.record(
        Episode(at=moment(began), site="upper_outer_calf", side="left"),
        *(rating(began + timedelta(days=n), 5 - n) for n in range(4)),
        function(MONDAY, 85, limp=False),
        GateTest(at=moment(MONDAY, "12:00"), test="single_leg_calf_raise", side="left", value=14, unit="count"),
        GateTest(at=moment(MONDAY, "12:01"), test="single_leg_calf_raise", side="right", value=25, unit="count"),
        SafetyCheck(at=moment(began), answers={"rf_dvt": False}),
        SafetyCheck(at=moment(began, "09:00"), answers={"rf_footdrop": False}, cleared_by="physio: P", note="calm"),
        Run(at=moment(began - timedelta(days=1), "18:00"), minutes=40, km=7, note="felt it on the way down"),
        Note(at=moment(MONDAY, "13:00"), note=f"May I run? {NASTY}", tags=("question",)),
        Note(at=moment(MONDAY, "14:00"), note="blood pressure tablets", tags=("medicine",)),
    )
    return journal


def markdown(journal: Journal, **wanted: object) -> str:
    """The report as Markdown."""
    return to_markdown(make_report(journal, Wanted(**wanted), MONDAY)).decode()  # type: ignore[arg-type]


def test_a_physio_reads_all_of_it_in_order(journal: Journal) -> None:
    text = markdown(journal)
    assert re.findall(r"^## (.+)$", text, re.M) == [
        *(title for each, title in SECTIONS.items() if each != "conditions"),
        "Comments",
    ]
    assert "Left upper outer calf: gradual, since 20 Nov 2026 (day 4, " in text
    assert "Calf-raise count: left 14 (23 Nov), right 25 (23 Nov); to pass: " in text
    assert "seen by physio: P: calm" in text
    assert re.search(r"^- No on 20 Nov: ", text, re.M)
    assert "Function 85 % of normal on 23 Nov, no limp" in text
    assert "●" in text and "```text" in text


def test_lines_carry_marks_that_lead_to_their_entries(journal: Journal) -> None:
    (episode,) = journal.episodes()
    assert f"(e:{episode.id[-8:]})" in markdown(journal)


def test_a_coach_reads_neither_signs_nor_links_nor_conditions(journal: Journal) -> None:
    journal.change_settings(conditions=["fracture"])
    text = markdown(journal, audience="coach", sections=CHOSEN["coach"])
    assert "Warning signs" not in text and "followed by" not in text and "tablets" not in text


def test_conditions_and_medicines_only_when_asked_for(journal: Journal) -> None:
    assert "tablets" not in markdown(journal)
    assert "blood pressure tablets" in markdown(journal, sections=("conditions",))


def test_the_runners_own_questions_come_first_and_are_three(journal: Journal) -> None:
    assert "1. May I run?" in markdown(journal)
    text = markdown(journal, questions=("one", "two", "three", "four"))
    assert "3. three" in text and "four" not in text and "May I run" not in text


class Tags(HTMLParser):
    """The tags and addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember it."""
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "style", "onload")]


def test_nothing_typed_comes_alive(journal: Journal) -> None:
    page = to_html(make_report(journal, Wanted(name=NASTY), MONDAY)).decode()
    found = Tags(page)
    assert "svg" in found.tags and found.tags.isdisjoint({"script", "img", "a", "link", "iframe"})
    assert found.addresses == []
    assert "&lt;script&gt;" in page and "\x1b" not in page and "\u202e" not in page
    text = markdown(journal, name=NASTY)
    assert "<script>" not in text.replace("\\<script>", "")
    assert "![x](" not in text and "\x1b" not in text and "\u202e" not in text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("# no heading", "\\# no heading"),
        ("1. no list", "1\\. no list"),
        ("> no quote", "\\> no quote"),
        ("wall_sit", "wall_sit"),
        ("_so_ *what*", "\\_so\\_ \\*what\\*"),
        ("two\nlines", "two lines"),
    ],
)
def test_words_stay_words_in_markdown(typed: str, written: str) -> None:
    assert escaped(typed) == written


@pytest.mark.parametrize("form", [to_markdown, to_html])
def test_an_empty_journal_has_a_report(tmp_path: Path, form: object) -> None:
    with Journal(tmp_path / "data", FakeClock(moment(MONDAY))) as journal:
        report = make_report(journal, Wanted(sections=tuple(SECTIONS)), MONDAY)
    assert b"Nothing was rated." in form(report)  # type: ignore[operator]


def test_since_the_last_visit(journal: Journal) -> None:
    assert journal.last_visit() == MONDAY - timedelta(days=3)
    comment = Comment(at=moment(MONDAY), author="P", role="physio", text="go easy", state="pending")
    (said,) = journal.take_comments([comment], "r.md")
    assert isinstance(said, Comment)
    assert journal.last_visit() == MONDAY - timedelta(days=3), "it waits"
    said = journal.decide(said, "rejected")
    assert journal.last_visit() == MONDAY - timedelta(days=3)
    journal.decide(said, "approved")
    assert journal.last_visit() == MONDAY
    journal.record(
        Massage(at=moment(MONDAY), technique="thumb_release_active_bend", site="upper_outer_calf", side="right")
    )
    assert journal.last_visit(MONDAY - timedelta(days=1)) == MONDAY - timedelta(days=3)


def test_the_file_is_for_the_runner_alone_and_never_in_the_way(journal: Journal, tmp_path: Path) -> None:
    target = journal.write_report(tmp_path / "r.md", Wanted())
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with pytest.raises(Refused, match="there already"):
        journal.write_report(target, Wanted())
    assert journal.write_report(target, Wanted(), replace=True) == target
    for place in (tmp_path / "data" / "r.md", tmp_path / "r.pdf", tmp_path):
        with pytest.raises(Refused):
            journal.write_report(place, Wanted())


def test_the_sample_report_is_short(tmp_path: Path) -> None:
    with Journal(tmp_path / "data", FakeClock(moment(MONDAY, "21:00"))) as journal:
        journal.take_in(demo_entries(MONDAY), "sample")
        text = markdown(journal)
    assert len(text.splitlines()) < 90
    assert "Driving, typically" in text
