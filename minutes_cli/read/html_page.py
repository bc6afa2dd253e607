"""Walk through a web page of minutes and set its words as lines and tables, as a browser would print them."""

from __future__ import annotations

from html.parser import HTMLParser

from minutes_cli.document import Line, Table
from minutes_cli.read.characters import tidy
from minutes_cli.read.columns import PROPORTIONAL_GAP, joined, segments_of
from minutes_cli.read.html_lists import Lists
from minutes_cli.read.html_table import Grid, moved
from minutes_cli.read.html_words import Words, is_hidden, one_line

Attributes = list[tuple[str, str | None]]

INDENT = 4.0  # character columns that a list within a list, a definition or a quotation stands in

_LISTS = {"ul", "ol"}
_CELLS = {"td", "th"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BOLD = {"b", "strong", "dt", "th"}
_INDENTED = {"blockquote", "dd"}
_UNSEEN = {
    *("script", "style", "template", "noscript", "nav", "menu", "svg", "button", "select", "textarea", "iframe"),
    *("object", "title"),
}
_APART = _HEADINGS | {
    *("p", "ul", "ol", "dl", "blockquote", "pre", "address", "article", "aside", "body", "details", "fieldset"),
    *("figure", "footer", "form", "header", "hr", "main", "section", "summary", "center", "caption", "table"),
}  # what stands a line apart from what is above and below it
_TIGHT = _CELLS | {
    *("div", "li", "dt", "dd", "br", "tr", "thead", "tbody", "tfoot", "html", "head", "figcaption", "legend"),
}  # what begins a line
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "area", "base", "col", "embed", "source", "track"}
_WEIGHING = _BOLD | _HEADINGS | _INDENTED | {"pre", "footer"}  # what weighs on the print of the words in it


class PageReader(HTMLParser):
    """Reads one page, or a scrap of one; the results stand in ``blocks``, ``foot``, ``title``, ``has_picture``.

    With ``first``, lines bear the numbers they have in the source, counted from ``first``; else as they would print.
    """

    def __init__(self, first: int | None = None) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Line | Table] = []
        self.foot: list[Line] = []
        self.title: str | None = None
        self.has_picture = False
        self._first = first
        self._unseen: list[str] = []  # elements open whose words are not shown
        self._open: list[str] = []  # elements open that weigh on the print
        self._lists = Lists()
        self._grids: list[Grid] = []
        self._words = Words()
        self._row = 0  # source line on which the present line began
        self._apart = False
        self._line, self._top = 1, 0.0

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Begin an element: a new line, a weight on the print, or something that is not shown."""
        attributes = dict(attrs)
        if self._unseen or tag in _UNSEEN or (tag not in _VOID and is_hidden(attributes)):
            if tag in _UNSEEN or tag in self._unseen or not self._unseen:
                self._unseen.append(tag)
            return
        self._begin_line(tag)
        if tag in _LISTS or tag == "li":
            self._lists.begin(tag, attributes)
        elif tag in _CELLS or tag in {"table", "tr"}:
            self._begin_in_table(tag, attributes)
        elif tag == "img":
            self.has_picture = True
        elif tag == "input" and (attributes.get("type") or "").lower() == "checkbox":
            self._take("[x] " if "checked" in attributes else "[ ] ")
        if tag in {"dt", "dd"}:
            self._close({"dt", "dd"})
        if tag in _WEIGHING:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element, and the line with it when it stands by itself."""
        if self._unseen:
            if tag in self._unseen:
                del self._unseen[len(self._unseen) - 1 - self._unseen[::-1].index(tag) :]
            return
        self._begin_line(tag)
        if tag in _LISTS:
            self._lists.end()
        elif tag in _CELLS and self._grids:
            self._grids[-1].note(self._line, self._top)
        elif tag == "table" and self._grids:
            self._end_table()
        self._close({tag})

    def handle_data(self, data: str) -> None:
        """Take in words; outside ``pre`` runs of white space are one space, but no-break spaces stay."""
        if self._unseen:
            if self._unseen == ["title"]:
                self.title = one_line((self.title or "") + data) or None
        elif "pre" not in self._open:
            self._take(data)
        else:
            for index, printed in enumerate(tidy(data).expandtabs().split("\n")):
                if index:
                    self._end_line()
                self._take(printed)

    def close(self) -> None:
        """End the page: what was left open is closed."""
        super().close()
        self._end_line()
        while self._grids:
            self._end_table()

    def _take(self, text: str) -> None:
        if not self._words:
            self._row = self.getpos()[0]
        self._words.take(text, any(tag in _BOLD for tag in self._open), literal="pre" in self._open)

    def _close(self, tags: set[str]) -> None:
        """Close the innermost open element of one of these names; what stood open within it closes too."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index] in tags:
                del self._open[index:]
                return

    def _begin_line(self, tag: str) -> None:
        """End the present line where an element of this name begins or ends."""
        if tag in _APART:
            self._end_line(apart=not (self._lists.depth and tag in {"ul", "ol", "p"}))
        elif tag in _TIGHT:
            self._end_line()

    def _end_line(self, apart: bool = False) -> None:
        """Put the words gathered so far as one line; with ``apart`` the next stands a line below."""
        words, self._words = self._words, Words()
        if words.printed.strip():
            line = self._set(words)
            if not self._grids and "footer" in self._open:
                self.foot.append(line)
            else:
                self._sink().append(line)
        self._apart = self._apart or apart

    def _set(self, words: Words) -> Line:
        mark = self._lists.mark()
        segments = segments_of(mark + words.printed, PROPORTIONAL_GAP)
        indent = self._grids[-1].x0 if self._grids else 0.0
        indent += INDENT * (max(self._lists.depth - 1, 0) + sum(tag in _INDENTED for tag in self._open))
        segments = tuple(s._replace(x0=s.x0 + indent, x1=s.x1 + indent) for s in segments)
        text = joined(segments)
        number, top = self._place()
        line = Line(text, 1, number, segments[0].x0, segments[-1].x1, top, top + 1, segments=segments)
        line.bold = min(words.bold + len(mark), len(text)) if words.bold else 0
        line.heading = next((int(tag[1]) for tag in self._open if tag in _HEADINGS), 0)
        return line

    def _place(self) -> tuple[int, float]:
        """Say on which line, and how far down, the next words stand."""
        if self._first is not None:
            number = self._first + self._row - 1
            return number, float(number)
        self._top += 1 if self._apart and self._top else 0
        self._apart = False
        self._line, self._top = self._line + 1, self._top + 1
        return self._line - 1, self._top - 1

    def _sink(self) -> list[Line | Table]:
        """Say where a finished line or table goes: into the cell that is open, or on the page."""
        return self._grids[-1].blocks if self._grids else self.blocks

    def _begin_in_table(self, tag: str, attributes: dict[str, str | None]) -> None:
        self._close(_CELLS)
        if tag == "table":
            self._grids.append(Grid(self._line, self._top, self._lists))
            self._lists = Lists()
        elif self._grids:
            grid = self._grids[-1]
            grid.note(self._line, self._top)
            if tag == "tr":
                grid.begin_row()
            else:
                grid.begin_cell(attributes)
            self._line, self._top, self._lists = grid.line, grid.top, Lists()

    def _end_table(self) -> None:
        """Put the table that ends on the page; of one that only lays out the page, what stands in it."""
        grid = self._grids.pop()
        grid.note(self._line, self._top)
        self._line, self._top, self._lists = grid.line, grid.top, grid.lists
        self._close(_CELLS)
        if self._grids:
            self._grids[-1].holds_table = True
        table = None if grid.is_layout else grid.table(by_source=self._first is not None)
        blocks = grid.contents() if grid.is_layout else grid.stray + ([table] if table else [])
        if grid.is_layout and self._first is None:
            self._line, self._top = grid.first
            for block in blocks:
                moved(block, self._line, self._top)
                self._line += 1 if isinstance(block, Line) else len(block.rows)
                self._top = block.bottom + 1
        else:
            self._line, self._top = grid.last_line, grid.last_top
        self._sink().extend(blocks)
        self._apart = True
