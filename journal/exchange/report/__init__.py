"""The report for a physio or a coach: one page, written by this program alone, in Markdown or HTML."""

from journal.exchange.report.html import to_html
from journal.exchange.report.make import last_visit, make_report
from journal.exchange.report.markdown import to_markdown

__all__ = ["last_visit", "make_report", "to_html", "to_markdown"]
