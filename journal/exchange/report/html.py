"""The report as one HTML file that prints on one page: no script, nothing from the network."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from journal.exchange.report.picture import to_svg
from journal.exchange.report.shapes import HOW_TO_ANSWER, NO_DIAGNOSIS, Item, Report, Section
from journal.exchange.report.words import headline, trend_words
from journal.visible import visible

STYLE = """
@page{margin:10mm 12mm}
*{box-sizing:border-box}
body{font:13px/1.32 system-ui,sans-serif;color:#111;background:#fff;max-width:760px;margin:0 auto;padding:12px}
h1{font-size:20px;margin:0}
h2{font-size:13px;margin:8px 0 2px;border-bottom:1px solid #999;break-after:avoid}
p{margin:2px 0}
ul,ol{margin:2px 0;padding-left:18px}
li{break-inside:avoid}
small{color:#555;white-space:nowrap}
.quiet{color:#444;font-size:11.5px}
svg{width:100%;height:auto;display:block}
svg text{font-size:11px;fill:#333}
.n{text-anchor:end}.d{text-anchor:middle}
.g{stroke:#ddd;fill:none}.b{fill:#bbb}
polyline{fill:none;stroke-width:1.8}
polyline.l{stroke:#0050a0}circle.l{fill:#0050a0}
polyline.r{stroke:#b04a00;stroke-dasharray:5 3}circle.r{fill:#fff;stroke:#b04a00;stroke-width:1.2}
.columns{column-gap:22px}
.columns h2{margin-top:0}
.columns section{padding-top:6px}
@media print,(min-width:700px){.columns{columns:2}}
@media print{
body{font-size:9pt;line-height:1.28;max-width:none;padding:0}
h2{font-size:9.4pt}
ul,ol,p{margin:1px 0}
svg{max-height:46mm}
.quiet{font-size:8pt}
}
"""

POLICY = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
"""The page may use its own style sheet, known by its hash, and nothing else."""

WIDE = ("where", "now", "trend")
"""Sections over the whole width; the others stand in two columns."""


def to_html(report: Report) -> bytes:
    """The file, UTF-8."""
    return "".join(_parts(report)).encode()


def _parts(report: Report) -> Iterator[str]:
    title, dates = (_safe(each) for each in headline(report))
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title><style>{STYLE}</style></head>\n<body>\n"
    yield f"<h1>{title}</h1><p>{dates} <em>{NO_DIAGNOSIS}</em></p>\n"
    for section in report.sections:
        if section.id in WIDE:
            yield from _section(section)
    yield '<div class="columns">\n'
    for section in report.sections:
        if section.id not in WIDE:
            yield "<section>"
            yield from _section(section)
            yield "</section>\n"
    yield "</div>\n"
    yield f'<h2>Comments</h2><p class="quiet">{_safe(HOW_TO_ANSWER)}</p>\n</body></html>\n'


def _section(section: Section) -> Iterator[str]:
    yield f"<h2>{_safe(section.title)}</h2>\n"
    if section.picture is not None:
        if not section.picture.empty:
            yield to_svg(section.picture)
            yield '<p class="quiet">Filled dots and whole line: left. Open dots and dashes: right. Grey: rest.</p>'
        yield f"<p>{_safe(trend_words(section.picture))}</p>\n"
    if section.items:
        kind = "ol" if section.id == "questions" else "ul"
        yield f"<{kind}>{''.join(_item(item) for item in section.items)}</{kind}>\n"
    elif section.id == "questions":
        yield "<p>1.</p><p>2.</p><p>3.</p>\n"


def _item(item: Item) -> str:
    marked = f" <small>({_safe(item.mark)})</small>" if item.mark else ""
    return f"<li>{_safe(item.text)}{marked}</li>"


def _safe(text: str) -> str:
    return escape(visible(text))
