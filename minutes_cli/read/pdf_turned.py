"""Set a page of minutes upright whose words run up or down it: a wide table printed across a page and never turned."""

from __future__ import annotations

from minutes_cli.read.pdf_lines import Word
from minutes_cli.read.pdf_pdfium import Frame
from minutes_cli.read.pdf_source import Sheet
from minutes_cli.read.pdf_words import PageText

AS_IT_IS = 0.2  # share of the letters that may stand upright on a page that lies on its side: its printed head and foot


def is_turned(words: list[Word]) -> bool:
    """Whether nearly all letters of a page run up or down it, or stand on their heads; heads of columns may."""
    return _upright(words) < AS_IT_IS * sum(len(word.text) for word in words)


def set_upright(sheet: Sheet, frame: Frame, text: PageText) -> tuple[Frame, PageText]:
    """Find the quarter turn at which most letters of a page stand upright; gives its frame and its text.

    ``text`` is the page as it is shown, and is closed when another is given for it.
    """
    best, most = (frame, text), _upright(text.words())
    for quarters in (1, 2, 3):
        turned = frame._replace(turn=(frame.turn + quarters) % 4)
        other = PageText(sheet, turned)
        letters = _upright(other.words())
        if letters > most:
            best[1].close()
            best, most = (turned, other), letters
        else:
            other.close()
    return best


def _upright(words: list[Word]) -> int:
    return sum(len(word.text) for word in words if not word.turned)
