"""Reports as a Word document: real headings, real tables, page numbers, in the house's own template or a plain one.

Word's own structure carries the meaning: heading styles for the outline, header rows that repeat on every page and are
read out with the cells, a language for the spelling and the voice. A template gives its styles, page size, running
lines and logo; its text is left out. Sources: ECMA-376 part 1, 17.4 (tables); WCAG 2.2, 1.3.1, 1.4.1, 3.1.1.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from minutes_cli.errors import UsageProblem
from minutes_cli.render.docx_page import number_pages, prepare, set_broad
from minutes_cli.render.docx_tables import tables
from minutes_cli.render.faces import page_columns
from minutes_cli.render.manner import MARK, Manner
from minutes_cli.render.overview import overview
from minutes_cli.render.packed import packed_alike
from minutes_cli.render.untrusted import shown
from minutes_cli.report.values import Report

if TYPE_CHECKING:
    from docx.document import Document

BROAD = 78
"""Characters that columns need side by side, from which on a report stands across the page (A4 upright holds some 95 in
9 points)."""

READABLE = 34
"""Characters a column of long text should have at least: five to six words a line."""


def render(reports: Sequence[Report], manner: Manner) -> bytes:
    """Write reports one after the other, as the bytes of a .docx; the same reports give the same bytes.

    Raises ``UsageProblem`` when the template is no Word document.
    """
    document = _opened(manner.template)
    prepare(document, plain=manner.template is None)
    if any(_room(report) > BROAD for report in reports):
        set_broad(document)
    _name(document, reports)
    for number, report in enumerate(reports):
        _report(document, report, level=1 if number == 0 else 2)
    number_pages(document)
    out = io.BytesIO()
    document.save(out)
    return packed_alike(out.getvalue())


def _opened(template: bytes | None) -> Document:
    import docx

    if template is None:
        return docx.Document()
    try:
        return docx.Document(io.BytesIO(template))
    except Exception as problem:  # noqa: BLE001  python-docx raises whatever its unpacking meets
        raise UsageProblem(
            f"the template is no Word document (.docx): {type(problem).__name__}.",
            "Open it in Word and save it as Word Document (*.docx), also when it is a .dotx.",
        ) from None


def _name(document: Document, reports: Sequence[Report]) -> None:
    """Say in the properties what the document is; dated by its report, not by the clock."""
    days = [each.covered.as_of for each in reports if each.covered and each.covered.as_of]
    day = days[0] if days else date(2000, 1, 1)
    said = document.core_properties
    said.title = " ".join(shown(reports[0].title).split())[:255] if reports else "Report"
    said.category = MARK
    said.author = said.last_modified_by = said.comments = said.keywords = ""
    said.created = said.modified = datetime(day.year, day.month, day.day)
    said.revision = 1
    said.language = "en-GB"


def _room(report: Report) -> int:
    return sum(column.most or READABLE for column in page_columns(report) if not column.splits) + (
        BROAD if any(column.splits for column in report.columns) else 0
    )


def _report(document: Document, report: Report, level: int) -> None:
    """Write one report under a heading; ``level`` is that of its own headings' outline, from 1."""
    title = shown(report.title).strip() or "Report"
    if level == 1:
        _say(document, title, "Title")
    else:
        _say(document, title, "Heading 1")
    if report.subtitle:
        _say(document, report.subtitle, "Subtitle")
    counts = overview(report)
    if counts:
        tables(document, counts, counts.groups[0])
    section = ""
    for group in report.groups:
        if group.section and group.section != section:
            _say(document, group.section, f"Heading {level}")
        section = group.section
        if group.title:
            _say(document, group.title, f"Heading {level + bool(section)}")
        if group.rows:
            tables(document, report, group)
    for note in report.notes:
        _say(document, note, "Minutes Note")


def _say(document: Document, words: str, style: str) -> None:
    document.add_paragraph(" ".join(shown(words).split()), style=style)
