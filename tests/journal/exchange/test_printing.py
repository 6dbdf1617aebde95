"""The report on paper, printed by a browser."""

import re
import subprocess
from pathlib import Path

import pytest

from journal.book import Journal
from journal.demo import demo_entries
from journal.report_choice import SECTIONS, Wanted
from tests.support import MONDAY, FakeClock, moment

pytestmark = pytest.mark.debian


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sample_report_prints_on_one_sheet(tmp_path: Path, paper: str) -> None:
    with Journal(tmp_path / "data", FakeClock(moment(MONDAY, "21:00"))) as journal:
        journal.take_in(demo_entries(MONDAY), "sample")
        questions = ("When may I run again?", "Is the ball right?", "How long may I drive?")
        page = journal.write_report(tmp_path / "r.html", Wanted(sections=tuple(SECTIONS), questions=questions))
    # The page lets only its own style sheet in: a sheet that names the paper is another one.
    whole = re.sub(r"<meta http-equiv[^>]*>", "", page.read_text(), count=1)
    page.write_text(whole.replace("@page{", f"@page{{size:{paper};"))
    printed = tmp_path / "r.pdf"
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    home = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    subprocess.run(["chromium", *options, page.as_uri()], env=home, check=True, capture_output=True, timeout=60)
    content = printed.read_bytes()
    width = {"A4": b"59", "Letter": b"612"}[paper]
    assert re.search(rb"/MediaBox \[0 0 " + width, content)
    assert len(re.findall(rb"/Type /Page\b(?!s)", content)) == 1
