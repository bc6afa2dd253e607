"""Makes the OpenDocument files that the tests read: flat XML and packages, with fictional minutes."""

from __future__ import annotations

import io
import zipfile

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = (
    f'xmlns:office="{_SPACE}office:1.0" xmlns:text="{_SPACE}text:1.0" xmlns:table="{_SPACE}table:1.0" '
    f'xmlns:style="{_SPACE}style:1.0" xmlns:draw="{_SPACE}drawing:1.0" xmlns:fo="{_SPACE}xsl-fo-compatible:1.0" '
    f'xmlns:svg="{_SPACE}svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
MIME = "application/vnd.oasis.opendocument.text"
STYLES = """
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Hid" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Strong" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="In" style:family="paragraph"><style:paragraph-properties fo:margin-left="1in"/></style:style>
<style:style style:name="New" style:family="paragraph">
 <style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Wide" style:family="table-column">
 <style:table-column-properties style:column-width="2in"/></style:style>
"""


def level(number: int, form: str, after: str = ".", shown: int = 1, more: str = "") -> str:
    """Write one numbered level of a list style."""
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{form}" style:num-suffix="{after}" '
        f'text:display-levels="{shown}" {more}/>'
    )


def list_style(name: str, *levels: str) -> str:
    """Write a list style of the levels given."""
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


BULLETS = list_style("LB", '<text:list-level-style-bullet text:level="1" text:bullet-char="&#x2022;"/>')
LEGAL = list_style("LL", level(1, "1"), level(2, "1", shown=2), level(3, "a", ")"))
LETTERS = list_style("LA", level(1, "a", ")", more='text:start-value="3"'), level(2, "i"))


def flat(body: str, styles: str = "", master: str = "", title: str = "") -> bytes:
    """Write a flat OpenDocument text; ``body`` is the inside of ``office:text``."""
    meta = f"<office:meta><dc:title>{title}</dc:title></office:meta>" if title else ""
    masters = f"<office:master-styles>{master}</office:master-styles>" if master else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {SPACES} office:version="1.3" '
        f'office:mimetype="{MIME}">{meta}<office:automatic-styles>{STYLES}{styles}</office:automatic-styles>{masters}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def packed(body: str, **parts: bytes) -> bytes:
    """Pack an OpenDocument text; other ``parts`` are named with "__" for "/" and without ".xml"."""
    held = io.BytesIO()
    content = (
        f'<office:document-content {SPACES} office:version="1.3"><office:automatic-styles>{STYLES}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", MIME, zipfile.ZIP_STORED)
        for name, data in {"content": content.encode(), **parts}.items():
            package.writestr(name.replace("__", "/") + ".xml", data)
    return held.getvalue()


def p(text: str, style: str = "") -> str:
    """Write a paragraph."""
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{text}</text:p>"


def listed(style: str, *entries: str, more: str = "") -> str:
    """Write a list; an entry that is no element is a paragraph."""
    named = f' text:style-name="{style}"' if style else ""
    items = "".join(
        entry
        if entry.startswith("<text:list-")
        else f"<text:list-item>{entry if entry.startswith('<') else p(entry)}</text:list-item>"
        for entry in entries
    )
    return f"<text:list{named} {more}>{items}</text:list>"


def cell(*inside: str, more: str = "") -> str:
    """Write a cell of paragraphs."""
    words = "".join(part if part.startswith("<") else p(part) for part in inside)
    return f"<table:table-cell {more}>{words}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def row(*cells: str, more: str = "") -> str:
    """Write a row; a cell that is no element is one paragraph."""
    inside = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<table:table-row {more}>{inside}</table:table-row>"


def table(columns: int, *rows: str) -> str:
    """Write a table of columns two inches wide."""
    return (
        f'<table:table table:name="T"><table:table-column table:style-name="Wide" '
        f'table:number-columns-repeated="{columns}"/>{"".join(rows)}</table:table>'
    )
