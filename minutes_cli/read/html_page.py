"""Walk through a web page of minutes and set its words as lines and tables, as a browser would print them."""

from __future__ import annotations

from html.parser import HTMLParser

from minutes_cli.document import Line, Table
from minutes_cli.read import html_css, html_site
from minutes_cli.read.characters import tidy
from minutes_cli.read.columns import PROPORTIONAL_GAP, joined, segments_of
from minutes_cli.read.html_lists import Lists
from minutes_cli.read.html_open import (
    CELLS,
    HEADINGS,
    LISTS,
    VOID,
    Opened,
    begins_apart,
    begins_line,
    is_left_open,
    is_unseen,
)
from minutes_cli.read.html_table import Grid, put
from minutes_cli.read.html_words import Words, one_line

Attributes = list[tuple[str, str | None]]

INDENT = 4.0  # character columns that a list within a list, a definition or a quotation stands in


class PageReader(HTMLParser):
    """Reads one page, or a scrap of one; the results stand in ``blocks``, ``foot``, ``title``, ``has_picture``.

    With ``first``, lines bear the numbers they have in the source, counted from ``first``; else as they would print.
    ``lengths`` are those of the lists numbered backwards. With ``by_name``, elements are passed over that are named as
    menus and notices are; ``passed_over`` counts the characters of these.
    """

    def __init__(self, first: int | None = None, lengths: list[int] | None = None, by_name: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Line | Table] = []
        self.foot: list[Line] = []
        self.title: str | None = None
        self.has_picture = self.has_frames = False
        self.passed_over = 0
        self.mains: list[tuple[int, int]] = []  # from which block up to which the main parts run
        self.articles: list[tuple[int, int]] = []
        self._first = first
        self._by_name = by_name
        self._sheet = html_css.Sheet()
        self._unseen: list[str] = []  # elements open whose words are not shown
        self._named = False  # the outermost of these is passed over by its name
        self._opened = Opened()
        self._label = ""
        self._lists = Lists(lengths)
        self._grids: list[Grid] = []
        self._words = Words()
        self._row = 0  # source line on which the present line began
        self._apart = False
        self._line, self._top = 1, 0.0

    @property
    def shown(self) -> int:
        """How many characters the page shows."""
        return html_site.length(self.blocks)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Begin an element: a new line, a weight on the print, or something that is not shown."""
        attributes = dict(attrs)
        declared = self._sheet.of(tag, attributes)
        if self._unseen or self._is_passed_over(tag, attributes, declared):
            if tag in self._unseen or not self._unseen or (is_unseen(tag) and tag not in VOID):
                self._unseen.append(tag)
            return
        self._begin_line(tag)
        if tag in LISTS:
            mark = self._sheet.mark_of(attributes)
            if mark:
                self._lists.begin_by_sheet(*mark, attributes)
            else:
                self._lists.begin(tag, attributes, html_css.marker(declared))
        elif tag == "li":
            self._lists.begin(tag, attributes)
        elif tag in CELLS or tag in {"table", "tr"}:
            self._begin_in_table(tag, attributes)
        elif tag == "img":
            self.has_picture = True
        elif tag in {"frameset", "frame"}:
            self.has_frames = True
        elif tag == "input" and (attributes.get("type") or "").lower() == "checkbox":
            self._take("[x] " if "checked" in attributes else "[ ] ")
        if tag in {"dt", "dd"}:
            self._close({"dt", "dd"})
        part = html_site.part_of(tag, attributes)
        if tag not in VOID and self._opened.begin(tag, declared, part, len(self.blocks)):
            self._take("~~")

    def handle_endtag(self, tag: str) -> None:
        """End an element, and the line with it when it stands by itself."""
        if self._unseen:
            if tag in self._unseen:
                del self._unseen[len(self._unseen) - 1 - self._unseen[::-1].index(tag) :]
            self._named = self._named and bool(self._unseen)
            if not (is_left_open(self._unseen) and self._opened.has(tag)):
                return
            self._unseen.clear()
        if self._opened.ends_label(tag):
            self._lists.label(self._label)
            self._label = ""
        if self._opened.is_struck(tag):
            self._take("~~")
        self._begin_line(tag)
        if tag in LISTS:
            self._lists.end()
        elif tag in CELLS and self._grids:
            self._grids[-1].note(self._line, self._top)
        elif tag == "table" and self._grids:
            self._end_table()
        self._close({tag})

    def handle_data(self, data: str) -> None:
        """Take in words; outside ``pre`` runs of white space are one space, but no-break spaces stay."""
        if self._unseen:
            if self._unseen == ["title"]:
                self.title = one_line((self.title or "") + data) or None
            elif self._unseen == ["style"]:
                self._sheet.add(data)
            self.passed_over += len(data.strip()) if self._named else 0
        elif self._opened.in_label:
            self._label += data
        elif not self._opened.has("pre"):
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
        self._note_parts(self._opened.close_all())

    def _is_passed_over(self, tag: str, attributes: dict[str, str | None], declared: html_css.Declared) -> bool:
        """Whether an element is not shown, or only leads about the site."""
        if is_unseen(tag) or (tag == "del" and ("datetime" in attributes or "cite" in attributes)):
            return True
        if tag in VOID:
            return False
        comment = declared.get("mso-element") in {"comment-list", "comment"}
        if "hidden" in attributes or html_css.is_hidden(declared) or comment or html_site.is_of_the_site(attributes):
            return True
        self._named = self._by_name and html_site.is_named_for_the_site(tag, attributes)
        return self._named

    def _take(self, text: str) -> None:
        if not self._words:
            self._row = self.getpos()[0]
        self._words.take(text, self._opened.is_bold, literal=self._opened.has("pre"))

    def _close(self, tags: set[str]) -> None:
        self._note_parts(self._opened.close(tags))

    def _note_parts(self, parts: list[tuple[str, int]]) -> None:
        """Note the main parts and articles that have ended, when they are no part of one another."""
        for part, start in parts:
            self._end_line()
            found = self.mains if part == "main" else self.articles
            found[:] = [other for other in found if other[0] < start]
            found.append((start, len(self.blocks)))

    def _begin_line(self, tag: str) -> None:
        """End the present line where an element of this name begins or ends."""
        if begins_apart(tag):
            self._end_line(apart=not (self._lists.depth and tag in {"ul", "ol", "p"}))
        elif begins_line(tag):
            self._end_line()

    def _end_line(self, apart: bool = False) -> None:
        """Put the words gathered so far as one line; with ``apart`` the next stands a line below."""
        words, self._words = self._words, Words()
        if words.printed.strip(" ~"):
            line = self._set(words)
            if not self._grids and self._opened.has("footer"):
                self.foot.append(line)
            else:
                self._sink().append(line)
        self._apart = self._apart or apart

    def _set(self, words: Words) -> Line:
        mark = self._lists.mark()
        segments = segments_of(mark + words.printed, PROPORTIONAL_GAP)
        indent = self._grids[-1].x0 if self._grids else 0.0
        indent += INDENT * (max(self._lists.depth - 1, 0) + self._opened.indents)
        segments = tuple(s._replace(x0=s.x0 + indent, x1=s.x1 + indent) for s in segments)
        text = joined(segments)
        number, top = self._place()
        line = Line(text, 1, number, segments[0].x0, segments[-1].x1, top, top + 1, segments=segments)
        line.bold = min(words.bold + len(mark), len(text)) if words.bold else 0
        line.heading = next((int(tag[1]) for tag in self._opened.tags if tag in HEADINGS), 0)
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
        self._close(CELLS)
        if tag == "table":
            self._grids.append(Grid(self._line, self._top, self._lists))
            self._lists = Lists(self._lists.lengths)
        elif self._grids:
            grid = self._grids[-1]
            grid.note(self._line, self._top)
            if tag == "tr":
                grid.begin_row()
            else:
                grid.begin_cell(attributes)
            self._line, self._top, self._lists = grid.line, grid.top, Lists(self._lists.lengths)

    def _end_table(self) -> None:
        """Put the table that ends on the page; of one that only lays out the page, what stands in it."""
        grid = self._grids.pop()
        grid.note(self._line, self._top)
        self._lists = grid.lists
        self._close(CELLS)
        if self._grids:
            self._grids[-1].holds_table = True
        blocks, self._line, self._top = put(grid, by_source=self._first is not None)
        self._sink().extend(blocks)
        self._apart = True
