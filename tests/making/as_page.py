"""Minutes as a web page: headings, lists and tables inside the site that a page is saved with."""

from __future__ import annotations

from html import escape

from tests.making.sheet import (
    Block,
    Bullets,
    CellText,
    Entries,
    Grid,
    Heading,
    HeadRepeats,
    Listing,
    Minutes,
    Paragraph,
    plain,
)

SITE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>.grid td, .grid th {{ border: 1px solid #000 }} @media print {{ nav {{ display: none }} }}</style>
<script>document.cookie = "seen=1";</script></head>
<body><div class="cookie-banner">This site keeps cookies. <button>Accept</button></div>
<header><a href="/">Home</a><nav><ul><li>News</li><li>Meetings</li><li>Contact</li></ul></nav></header>
<main>
{words}
</main>
<aside><h2>Latest news</h2><p>The office is closed on Friday.</p></aside>
<footer>
{foot}
</footer></body></html>
"""


def page_of(minutes: Minutes) -> str:
    """The minutes as the page of a web site; the running head and foot stand in the page's foot."""
    words = "\n".join(part for block in minutes.blocks for part in _parts(block))
    foot = [*minutes.head, minutes.foot.replace("{page}", "1")]
    lines = "\n".join(f"<p>{_escaped(line)}</p>" for line in foot if line)
    return SITE.format(title=_escaped(minutes.head[0] if minutes.head else minutes.name), words=words, foot=lines)


def _parts(block: Block) -> list[str]:
    match block:
        case Heading(text, level):
            return [f"<h{level + 1}>{_escaped(text)}</h{level + 1}>"]
        case Paragraph(text, lead, indent):
            style = f' style="margin-left:{indent}mm"' if indent else ""
            bold = f"<strong>{_escaped(lead)}</strong> " if lead else ""
            return [f"<p{style}>{bold}{_escaped(plain(text))}</p>"]
        case Bullets(entries, mark):
            if not mark:
                return [f"<p>{_escaped(entry)}</p>" for entry in entries]
            return ["<ul>", *(f"<li>{_escaped(entry)}</li>" for entry in entries), "</ul>"]
        case Listing(rows):
            return ["<table>", *(_row(row, "td") for row in rows), "</table>"]
        case Grid():
            return _grid(block)
        case HeadRepeats():
            return []


def _grid(block: Grid) -> list[str]:
    banner = [f'<tr><th colspan="{len(block.widths)}">{_escaped(block.banner)}</th></tr>'] if block.banner else []
    heads = [_row(block.heads, "th")] if any(block.heads) else []
    return ['<table class="grid">', *banner, *heads, *(_row(row, "td") for row in block.rows), "</table>"]


def _row(cells: tuple[CellText, ...], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{_cell(cell)}</{tag}>" for cell in cells) + "</tr>"


def _cell(text: CellText) -> str:
    return "<br>".join(map(_escaped, text.lines)) if isinstance(text, Entries) else _escaped(text)


def _escaped(text: str) -> str:
    return escape(text, quote=False)
