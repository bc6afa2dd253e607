"""Read long minutes on several processors: each process reads a run of the pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from minutes_cli.aside import Begun, processors
from minutes_cli.document import Page

SHARE = 24  # pages; a process of its own costs more than it saves over fewer (measured)
MOST = 4  # processes; more wait for the memory rather than for each other

ReadPages = Callable[[int, int], list[Page]]


class BegunPages:
    """Pages that are being read: from 1 to ``count``, shared out among processes when there are many.

    ``read(first, last)`` reads a run of them and opens the file itself. ``busy`` says that the caller has something
    else to do meanwhile, so that even a few pages are worth a process.
    """

    def __init__(self, count: int, read: ReadPages, *, busy: bool = False) -> None:
        parts = max(min(count // SHARE, MOST, processors()), 1)
        ends = [count * part // parts for part in range(parts + 1)]
        self._runs = [
            Begun(partial(read, first + 1, last), list[Page], aside=busy or parts > 1) for first, last in pairwise(ends)
        ]

    def pages(self) -> list[Page]:
        """Wait for the pages. Raises what ``read`` raises."""
        pages: list[Page] = []
        try:
            for run in self._runs:
                pages.extend(run.outcome())
        except BaseException:
            for run in self._runs:
                run.drop()
            raise
        return pages
