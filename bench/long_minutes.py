"""Make long minutes of short ones: the pages of a PDF over and over, until there are 157.

``python bench/long_minutes.py SHORT.pdf LONG.pdf [PAGES]``
"""

from __future__ import annotations

import sys

import pypdfium2

PAGES = 157  # forty times the minutes of a board that fill just under four pages


def main(short: str, long: str, pages: int = PAGES) -> None:
    """Write the pages of ``short`` to ``long`` again and again, ``pages`` in all."""
    source, book = pypdfium2.PdfDocument(short), pypdfium2.PdfDocument.new()
    while (missing := pages - len(book)) > 0:
        book.import_pages(source, list(range(min(missing, len(source)))))
    book.save(long)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:4]))
