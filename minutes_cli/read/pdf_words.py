"""Take the words of a PDF page of minutes with their places, typefaces and sizes, through PDFium.

The text of a page comes in one call; then three or four calls a word (not one a letter) give its box and face.
Places are points from the top left corner of the page as shown, turned and cropped. Traps stand beside the code.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from minutes_cli.read import pdf_binding as pdfium_c
from minutes_cli.read.characters import tidy
from minutes_cli.read.pdf_accents import Drawn, composed, holds_mark, put_on_a_word
from minutes_cli.read.pdf_faces import SYMBOLS, Faces, Type
from minutes_cli.read.pdf_lines import Word
from minutes_cli.read.pdf_pdfium import Calls, Frame, bind_calls
from minutes_cli.read.pdf_source import Sheet, close_text

INKED = re.compile(r"\S+")
LINE_HYPHENS = "\x02\ufffe"  # what PDFium puts for a hyphen at a line's end, gluing the next line's first word to it
OTHER_LINE = 0.5  # of the type size; two letters of one word never stand further apart in height
OFF_PAGE = 2.0  # points; what is printed further outside the page is a printer's mark nobody sees
SMALLEST = 0.5  # points; type without a size counts as this, so that nothing is divided by it
LEANING = 0.005  # radians; what a scanner or a converter leans by is no turn
UPRIGHT = 0.35  # radians; text turned further is set across the page (the head of a narrow column)


class PageText:
    """The text layer of one page of minutes, open until ``close``."""

    _bound: Calls | None = None

    def __init__(self, page: Sheet, frame: Frame) -> None:
        if PageText._bound is None:
            PageText._bound = bind_calls()
        self._call = PageText._bound
        self._layer = page.open_text()
        self._handle = ctypes.cast(self._layer, ctypes.c_void_p).value
        self._frame = frame
        self._room = (ctypes.c_float * 8)()  # two boxes: left, top, right, bottom
        self._spot = (ctypes.c_double * 2)()
        self._matrix = (ctypes.c_float * 6)()
        self._faces = Faces(self._layer, self._call)
        self.text = self._whole_text()

    def close(self) -> None:
        """Give the page's memory back."""
        close_text(self._layer)

    def words(self) -> list[Word]:
        """List the words of the page in the order in which the file holds them."""
        text, piece_of, handle = self.text, self._call.piece, self._handle
        spans = [match.span() for match in INKED.finditer(text)]
        places = self._numbered(spans)
        edges = iter(self._edges(places))
        across = self._frame.left
        upright = self._frame.turn == 0
        known, type_ = None, Type(SMALLEST, False, 0.0, 0.0)
        words: list[Word] = []
        # This loop runs once for each word of the minutes; what is usual (a word on one line) is told first.
        for (start, end), (first, last), left, _, _, bottom, start_of_last, _, end_of_last, lower in zip(
            spans, places, *(edges,) * 8, strict=True
        ):
            piece = piece_of(handle, first) if piece_of else None
            if not piece or piece != known:
                known, type_ = piece, self._type(first, piece)
            size, bold, turned, baseline = type_
            chunk = text[start:end]
            follows = start > 0 and text[start - 1] == "\n"
            if (
                upright
                and not turned
                and start_of_last >= left
                and 2 * abs(lower - bottom) < size
                and chunk.isascii()
                and chunk.isprintable()
            ):
                words.append(
                    Word(chunk, left - across, end_of_last - across, baseline, size, bold, first, last, follows)
                )
            else:
                self._add(words, chunk, (first, last), type_, follows)
        return self._seen(words)

    def _seen(self, words: list[Word]) -> list[Word]:
        """Leave out what is printed beside the page."""
        right, foot = self._frame.size[0] + OFF_PAGE, self._frame.size[1]
        return [w for w in words if w.x1 > -OFF_PAGE and w.x0 < right and -OFF_PAGE < w.baseline < foot + w.size]

    def _numbered(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Say which characters of the page begin and end each run: characters without a meaning are not in the text."""
        raw = self._layer
        if len(self.text) == pdfium_c.FPDFText_CountChars(raw):
            return [(start, end - 1) for start, end in spans]
        # Where the C library's wide characters have 16 bits (Windows), those beyond U+FFFF count twice.
        double = ctypes.sizeof(ctypes.c_wchar) == 2
        place, places = 0, []
        for char in self.text:
            places.append(place)
            place += 2 if double and char > "\uffff" else 1
        known = pdfium_c.FPDFText_GetCharIndexFromTextIndex
        return [(max(known(raw, places[start]), 0), max(known(raw, places[end - 1]), 0)) for start, end in spans]

    def _edges(self, places: list[tuple[int, int]]) -> list[float]:
        """Fetch the boxes of each run's first and last letter, each as left, top, right, bottom."""
        room = (ctypes.c_float * (8 * len(places)))()
        at, box, handle = ctypes.addressof(room), self._call.box, self._handle
        for first, last in places:
            box(handle, first, at)
            box(handle, last, at + 16)
            at += 32
        return room[:]

    def letters(self, word: Word) -> list[tuple[str, float, float]]:
        """List the letters of a word with the places where each begins and ends, for cutting it at a rule."""
        found = []
        for i in range(word.first, word.last + 1):
            char = tidy(chr(pdfium_c.FPDFText_GetUnicode(self._layer, i) or 0xFFFD).translate(SYMBOLS))
            if char.strip():
                x0, _, x1, _ = self._box(i)
                found.append((char, x0, x1))
        return found

    def _whole_text(self) -> str:
        count = pdfium_c.FPDFText_CountChars(self._layer)
        if count <= 0:
            return ""
        room = (ctypes.c_ushort * (2 * count + 2))()
        written = pdfium_c.FPDFText_GetText(self._layer, 0, count, room)
        return bytes(room)[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")

    def _add(self, words: list[Word], chunk: str, places: tuple[int, int], type_: Type, follows: bool) -> None:
        """Read a run that is out of the ordinary: accents, bullets, a turned page, two lines."""
        first, last = places
        (x0, _, ax1, afoot), (bx0, _, x1, bfoot) = self._box(first), self._box(last)
        astray = bx0 < x0 or abs(bfoot - afoot) >= type_.size / 2 or any(c in chunk for c in LINE_HYPHENS)
        if astray or abs(type_.turned) > UPRIGHT:
            for is_turned, run in groupby(range(first, last + 1), self._is_turned):
                letters = list(run)
                if is_turned:
                    self._add_turned(words, letters)
                else:
                    words.extend(self._read_letters(letters, follows))
            return
        if holds_mark(chunk):
            drawn = self._drawn(first, last)
            if len(drawn) == 1 and put_on_a_word(drawn[0], type_.baseline, words, self._drawn):
                return
            chunk = composed(drawn)
        parts = tidy(chunk.translate(SYMBOLS)).split()
        word = Word("".join(parts), x0, max(x1, ax1), type_.baseline, type_.size, type_.bold, first, last, follows)
        words.extend([word][: len(parts)] if len(parts) < 2 else _share(parts, word))

    def _drawn(self, first: int, last: int) -> list[Drawn]:
        boxes = ((i, self._box(i)) for i in range(first, last + 1))
        return [(self._letter(i), x0, x1) for i, (x0, _, x1, _) in boxes]

    def _is_turned(self, i: int) -> bool:
        return abs(self._type(i, None).turned) > UPRIGHT

    def _read_letters(self, letters: list[int], follows: bool) -> list[Word]:
        """Read a run letter by letter: PDFium glues "risk-" at a line's end to "based" on the next."""
        words: list[Word] = []
        for i in letters:
            char = self._letter(i)
            if not char:
                continue
            x0, _, x1, _ = self._box(i)
            baseline = self._baseline(i)
            now = words[-1] if words else None
            if now and abs(now.baseline - baseline) <= OTHER_LINE * now.size and x0 >= now.x0 - now.size:
                now.text, now.x1, now.last = now.text + char, max(now.x1, x1), i
            else:
                size, bold, _, _ = self._type(i, None)
                words.append(Word(char, x0, x1, baseline, size, bold, i, i, follows or now is not None))
        return words

    def _add_turned(self, words: list[Word], letters: list[int]) -> None:
        """Read a run set across the page, and join it to the one it goes on from: they are one note."""
        boxes = [self._box(i) for i in letters]
        shown = "".join(self._letter(i) for i in letters)
        if not shown:
            return
        type_ = self._type(letters[0], None)
        x0, x1, foot = min(b[0] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
        word = Word(shown, x0, x1, foot, type_.size, type_.bold, turned=True)
        if words and words[-1].turned and _goes_on(words[-1], word, min(b[1] for b in boxes), type_.turned):
            before = words[-1]
            before.text += f" {shown}"
            before.x0, before.x1, before.baseline = min(before.x0, x0), max(before.x1, x1), max(before.baseline, foot)
        else:
            words.append(word)

    def _letter(self, i: int) -> str:
        """Take one letter as it is shown, "" when it is none."""
        char = chr(pdfium_c.FPDFText_GetUnicode(self._layer, i))
        return "-" if char in LINE_HYPHENS else tidy(char.translate(SYMBOLS)).strip()

    def _baseline(self, i: int) -> float:
        spot = self._spot
        where = ctypes.addressof(spot)
        self._call.origin(self._handle, i, where, where + 8)
        return self._frame.show(spot[0], spot[1])[1]

    def _box(self, i: int) -> tuple[float, float, float, float]:
        room = self._room
        if not self._call.box(self._handle, i, ctypes.addressof(room)):
            return 0.0, 0.0, 0.0, 0.0
        left, top, right, bottom = room[0], room[1], room[2], room[3]
        frame = self._frame
        if frame.turn == 0:
            return left - frame.left, frame.top - top, right - frame.left, frame.top - bottom
        return frame.show_box(left, top, right, bottom)

    def _type(self, i: int, piece: int | None) -> Type:
        """Say how a letter is set; asked once for each piece of text that the file sets in one go."""
        matrix = self._matrix
        self._call.matrix(self._handle, i, ctypes.addressof(matrix))
        a, b, c, d = matrix[:4]
        size = self._call.size(self._handle, i) * math.hypot(c, d)
        turned = math.atan2(b, a) - self._frame.turn * math.pi / 2 if b or a < 0 or self._frame.turn else 0.0
        turned = math.remainder(turned, math.tau)
        if abs(turned) <= LEANING:
            turned = 0.0
        return Type(max(round(size, 2), SMALLEST), self._faces.is_bold(i, piece), turned, self._baseline(i))


def _share(parts: list[str], whole: Word) -> Iterator[Word]:
    """Part a word in whose middle a space came to light; the parts share its room by their letters."""
    step = (whole.x1 - whole.x0) / (sum(map(len, parts)) + len(parts) - 1)
    at = whole.x0
    for part in parts:
        yield replace(whole, text=part, x0=at, x1=at + step * len(part), first=-1, last=-1)
        at += step * (len(part) + 1)


def _goes_on(before: Word, word: Word, top: float, turned: float) -> bool:
    """Whether a word set across the page goes on the one before it: in the same narrow column, or on the same slope."""
    near = 2 * word.size
    if abs(before.size - word.size) > 1 or top > before.baseline + near:
        return False
    if abs(math.sin(2 * turned)) < UPRIGHT:  # a quarter turn
        return abs(before.x0 - word.x0) < word.size / 2
    return before.x0 - near < word.x1 and word.x0 < before.x1 + near
