"""Find the blocks of Markdown minutes: headings, list entries, tables, literal text, scraps of HTML, paragraphs."""

from __future__ import annotations

import re

from minutes_cli.document import Line, Table
from minutes_cli.read.columns import PROPORTIONAL_GAP, joined, segments_of
from minutes_cli.read.drawn_table import LEAST_ROWS, drawn_length, is_rule, read_drawn
from minutes_cli.read.inline import LINE_END, Words, read_inline
from minutes_cli.read.markdown_lines import boxed, without_comments, without_marker_gap, without_tabs
from minutes_cli.read.markdown_numbers import ListNumbers
from minutes_cli.read.text import lines_of

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|(?<=##)(?=[^\W\d_#]))(.*?)(?:[ \t]+#+)?[ \t]*")
_EMPTY_ATX = re.compile(r" {0,3}#{1,6}[ \t]*")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_BULLET = re.compile(r"(\s*)[-*+•][ \t]+(?=\S)(.*)")
_EMPTY_BULLET = re.compile(r"\s*[-*+][ \t]*")
_ORDERED = re.compile(r"(\s*)(\d{1,9}[.)])[ \t]+(?=\S)(.*)")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})[^`]*")
_BARE_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})\s*")
_REFERENCE = re.compile(
    r" {0,3}\[([^\]^]+)\]:[ \t]*(?:<[^<>]*>|\S*(?:/|#|\.\w|mailto:)\S*)(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\(.*\)))?[ \t]*"
)
_ATTRIBUTES = re.compile(r"\{[:#.][^{}]*\}$")
_CONTAINER = re.compile(r"\s*:::+\s*\{?[\w .#-]*\}?\s*")
_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PICTURE_ONLY = re.compile(r"\s*(?:!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])\s*)+|\s*<img\s[^<>]*>\s*", re.I)
_HTML_OPENING = re.compile(r"\s*<(table|ul|ol|dl)\b", re.I)
_HTML_HEADING = re.compile(r"\s*<h([1-6])\b[^<>]*>(.*?)</h\1\s*>\s*", re.I)
_HARD_BREAK = re.compile(r"(?<!\\)\\$")


class Blocks:
    """A pass over the lines of Markdown minutes; ``read`` gives what stands on the page."""

    def __init__(self, printed: list[str], start: int) -> None:
        self.has_picture = False
        self._lines = without_comments(printed, start)
        self._at = start
        self._found: list[Line | Table] = []
        self._numbers = ListNumbers()
        self._paragraph: list[tuple[int, str]] = []  # (line number, words) waiting for the paragraph's end
        self._references = frozenset(
            match[1].lower() for line in self._lines[start:] if (match := _REFERENCE.fullmatch(line))
        )

        # where the last line stands that can end what is fenced with backticks, and with tildes
        self._last_fence = {
            line.strip()[0]: index for index, line in enumerate(self._lines) if _BARE_FENCE.fullmatch(line)
        }

    def read(self) -> list[Line | Table]:
        """Read all blocks in order; the page is 1 and the lines have their numbers in the file."""
        while self._at < len(self._lines):
            self._at += self._literal() or self._table() or self._html() or self._line()
        self._end_paragraph()
        return self._found

    def _literal(self) -> int:
        """Read what stands between code fences as plain text: minutes are often pasted so."""
        fence = _FENCE.fullmatch(self._lines[self._at])
        if not fence:
            return 0
        closing = re.compile(rf"\s*{re.escape(fence[1][0])}{{{len(fence[1])},}}\s*")
        for end in range(self._at + 1, self._last_fence.get(fence[1][0], 0) + 1):
            if closing.fullmatch(self._lines[end]):
                self._end_paragraph()
                for index in range(self._at + 1, end):
                    self._found.extend(lines_of(self._lines[index], 1, index + 1, PROPORTIONAL_GAP))
                return end - self._at + 1
        return 1  # a fence without an end fences nothing

    def _table(self) -> int:
        """Read a pipe table: a row, a row of dashes, rows; or rows between pipes on both sides."""
        here = self._lines[self._at : self._at + 2]
        if "|" not in here[0] and not is_rule(here[0]):
            return 0
        if len(here) == LEAST_ROWS and "|" in here[1] and _DELIMITER.fullmatch(here[1]) and not is_rule(here[0]):
            end = self._at
            while end < len(self._lines) and "|" in self._lines[end]:
                end += 1
        else:
            end = self._at + drawn_length(self._lines, self._at)
        if end == self._at:
            return 0
        self._end_paragraph()
        rows = [boxed(line) for line in self._lines[self._at : end]]
        self._found.append(read_drawn(rows, 1, self._at + 1, lambda cell: self._inline(cell).text))
        return end - self._at

    def _html(self) -> int:
        """Read a table or a list written in HTML; its lines have the numbers of the file."""
        opening = _HTML_OPENING.match(self._lines[self._at])
        if not opening:
            return 0
        tag, depth = re.compile(rf"<(/?){opening[1]}\b", re.I), 0
        for end in range(self._at, len(self._lines)):
            depth += sum(-1 if found[1] else 1 for found in tag.finditer(self._lines[end]))
            if depth <= 0:
                break
        else:
            return 0
        from minutes_cli.read.html import blocks_of

        self._end_paragraph()
        self._found.extend(blocks_of("\n".join(self._lines[self._at : end + 1]), first=self._at + 1))
        return end - self._at + 1

    def _line(self) -> int:
        """Read one line by itself, with the one below when that underlines it."""
        number, printed = self._at + 1, self._lines[self._at]
        below = self._lines[self._at + 1] if number < len(self._lines) else ""
        under = _SETEXT.fullmatch(printed) if self._paragraph else None
        heading, tagged = _ATX.fullmatch(printed), _HTML_HEADING.fullmatch(printed)
        if not printed.strip() or self._is_unseen(printed):
            self._end_paragraph()
        elif under and under[1][0] == "=":
            self._end_paragraph(heading=1)
        elif heading:
            self._heading(number, _ATTRIBUTES.sub("", heading[2].rstrip()), len(heading[1]))
        elif tagged:
            self._heading(number, tagged[2].strip(), int(tagged[1]))
        elif not self._paragraph and (under := _SETEXT.fullmatch(below)) and _can_be_underlined(printed):
            self._heading(number, printed.strip(), 1 if under[1][0] == "=" else 2)
            return 2
        else:
            self._text(number, printed)
        return 1

    def _heading(self, number: int, words: str, level: int) -> None:
        self._end_paragraph()
        self._numbers.end()
        self._put(number, words, level)

    def _after_gap(self) -> bool:
        return self._at == 0 or not self._lines[self._at - 1].strip()

    def _text(self, number: int, printed: str) -> None:
        quoted = _QUOTE.match(printed)
        while quoted:
            printed = printed[quoted.end() :]
            quoted = _QUOTE.match(printed)
        printed = _HARD_BREAK.sub("", without_tabs(printed))
        bullet, ordered = _BULLET.fullmatch(printed), _ORDERED.fullmatch(printed)
        if bullet or ordered:
            self._end_paragraph()
        if bullet:
            printed = f"{bullet[1]}• {bullet[2]}"
        if ordered:
            printed = f"{ordered[1]}{self._numbers.printed(len(ordered[1]), ordered[2])} {ordered[3]}"
        elif bullet or self._after_gap():
            self._numbers.pass_by(len(printed) - len(printed.lstrip()))
        self._paragraph.append((number, _ATTRIBUTES.sub("", printed.rstrip())))

    def _is_unseen(self, printed: str) -> bool:
        """Whether a line shows no words: a rule, an empty bullet, a link's address, a picture, a container's mark."""
        if _PICTURE_ONLY.fullmatch(printed):
            self.has_picture = True
            return True
        unseen = (_RULE, _REFERENCE, _EMPTY_BULLET, _EMPTY_ATX, _CONTAINER)
        attributes = printed.lstrip().startswith("{:") and _ATTRIBUTES.fullmatch(printed.strip())
        return (attributes is not None and bool(attributes)) or any(form.fullmatch(printed) for form in unseen)

    def _end_paragraph(self, heading: int = 0) -> None:
        """Read the marks of the waiting paragraph as a whole, since bold may run over its lines, and put its lines."""
        waiting, self._paragraph = self._paragraph, []
        if not waiting:
            return
        words = self._inline(LINE_END.join(text for _, text in waiting))
        start = 0
        for (number, _), text in zip(waiting, words.text.split(LINE_END), strict=True):
            self._put_words(number, words, start, start + len(text), heading)
            start += len(text) + 1

    def _put(self, number: int, source: str, heading: int) -> None:
        words = self._inline(source)
        self._put_words(number, words, 0, len(words.text), heading)

    def _put_words(self, number: int, words: Words, start: int, end: int, heading: int = 0) -> None:
        """Put one line of the file on the page; a "<br>" in it makes several."""
        parts = words.text[start:end].split("\n")
        at, share = start, 1 / len(parts)
        for index, part in enumerate(parts):
            segments = segments_of(without_marker_gap(part), PROPORTIONAL_GAP)
            if segments:
                text, top = joined(segments), number + share * index
                line = Line(text, 1, number, segments[0].x0, segments[-1].x1, top, top + share, segments=segments)
                opening = at + len(part) - len(part.lstrip())
                line.bold = min(_bold_length(words, opening, at + len(part)), len(text))
                line.heading = heading
                self._found.append(line)
            at += len(part) + 1

    def _inline(self, source: str) -> Words:
        return read_inline(source, self._references)


_LIST_NUMBER = re.compile(r"\d{1,3}[.)] ")


def _bold_length(words: Words, start: int, end: int) -> int:
    """Count the bold characters a line opens with; the bullet or number before them counts as bold."""
    number = _LIST_NUMBER.match(words.text, start, end)
    mark = 2 if words.text.startswith("• ", start) else number.end() - start if number else 0
    length = words.opening(start + mark, end)
    return length + mark if length else 0


def _can_be_underlined(printed: str) -> bool:
    """Whether a line may be a heading by the line of dashes below it: words, and no list entry, quotation or rule."""
    return not any(form.match(printed) for form in (_BULLET, _ORDERED, _QUOTE)) and not _RULE.fullmatch(printed)
