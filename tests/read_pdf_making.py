"""Make PDF minutes for the tests, with reportlab: words, rules and boxes at known places.

Places are points from the top left corner, as the reader gives them; reportlab counts from the bottom.
"""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any

A4 = (595.0, 842.0)
FACE, BOLD = "Helvetica", "Helvetica-Bold"


class Sheets:
    """A PDF being drawn, page by page."""

    def __init__(self, size: tuple[float, float] = A4, **options: Any) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self._file = io.BytesIO()
        self.size = size
        self.canvas = Canvas(self._file, pagesize=size, invariant=True, **options)

    def write(self, text: str, x: float, y: float, *, size: float = 11, face: str = FACE) -> Sheets:
        """Print words with their baseline ``y`` points from the top."""
        self.canvas.setFont(face, size)
        self.canvas.drawString(x, self.size[1] - y, text)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> Sheets:
        """Draw a rule."""
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.size[1] - y0, x1, self.size[1] - y1)
        return self

    def box(
        self, x0: float, y0: float, x1: float, y1: float, *, stroke: bool = False, fill: float | None = 0
    ) -> Sheets:
        """Draw a box: ``fill`` is a grey from 0 (black) to 1 (white), None for none."""
        if fill is not None:
            self.canvas.setFillGray(fill)
        self.canvas.rect(x0, self.size[1] - y1, x1 - x0, y1 - y0, stroke=int(fill is None), fill=int(fill is not None))
        self.canvas.setFillGray(0)
        return self

    def grid(self, xs: list[float], ys: list[float], how: str = "rules") -> Sheets:
        """Draw a full grid: as long ``rules``, a ``piece`` a cell, or ``thin`` filled boxes as Word does."""
        if how == "rules":
            for y in ys:
                self.rule(xs[0], y, xs[-1], y)
            for x in xs:
                self.rule(x, ys[0], x, ys[-1])
            return self
        for y0, y1 in pairwise(ys):
            for x0, x1 in pairwise(xs):
                if how == "boxes":
                    self.box(x0, y0, x1, y1, fill=None)
                    continue
                for a, b, c, d in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
                    if how == "pieces":
                        self.rule(a, b, c, d)
                    else:
                        self.box(a, b, max(c, a + 0.5), max(d, b + 0.5))
        return self

    def next(self) -> Sheets:
        """Turn to a new page."""
        self.canvas.showPage()
        return self

    def done(self) -> bytes:
        """Give the file's bytes."""
        self.canvas.save()
        return self._file.getvalue()
