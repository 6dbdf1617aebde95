"""The report as Markdown that also reads well as plain text."""

import re
from collections.abc import Iterator

from journal.chart.draw import draw
from journal.chart.model import TrendModel
from journal.chart.words import legend_text
from journal.exchange.report.mine import sums
from journal.exchange.report.shapes import HOW_TO_REPLY, NO_DIAGNOSIS, Item, Report, Section
from journal.exchange.report.words import headline, trend_words
from journal.visible import visible

WIDTH, HEIGHT = 76, 15
"""Cells of the picture: it fits a page and a mail."""

COMMENTS = "## Comments"
"""The heading under which a reader writes."""

_SPECIAL = re.compile(r"([\\`*<\[\]|~&]|(?<!\w)_|_(?!\w)|^[#>+-]|(?<=^\d)[.)])")


def to_markdown(report: Report) -> bytes:
    """The file, UTF-8."""
    lines = [line for part in _lines(report) for line in part.split("\n")]
    return ("\n".join((*lines, sums(lines))) + "\n").encode()


def _lines(report: Report) -> Iterator[str]:
    title, dates = headline(report)
    yield f"# {escaped(title)}"
    yield ""
    yield f"{escaped(dates)} *{NO_DIAGNOSIS}*"
    for section in report.sections:
        yield from _section(section)
    yield ""
    yield COMMENTS
    yield ""
    yield escaped(HOW_TO_REPLY)
    yield ""
    yield "From: your name (physio, doctor or coach)"
    yield ""
    yield ""


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"## {section.title}"
    yield ""
    if section.picture is not None:
        yield from _picture(section.picture)
    for number, item in enumerate(section.items, 1):
        bullet = f"{number}." if section.id == "questions" else "-"
        yield f"{bullet} {_item(item)}"
    if section.id == "questions":
        yield from (f"{number}. " for number in range(len(section.items) + 1, 4))


def _item(item: Item) -> str:
    return f"{escaped(item.text)} ({item.mark})" if item.mark else escaped(item.text)


def _picture(model: TrendModel) -> Iterator[str]:
    if not model.empty:
        yield "```text"
        yield visible(legend_text(model, WIDTH), lines=True)
        yield draw(model, WIDTH, HEIGHT, None)
        yield "```"
        yield ""
    yield escaped(trend_words(model))


def escaped(text: str) -> str:
    """Words that Markdown takes as they are, on one line."""
    return _SPECIAL.sub(r"\\\1", visible(text).strip())
