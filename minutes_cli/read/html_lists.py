"""Print the bullets and numbers of the lists in a web page of minutes."""

from __future__ import annotations

from minutes_cli.read.number_words import spelled

_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class Lists:
    """The lists open at one place of the page, innermost last, and the mark due before the next words."""

    def __init__(self) -> None:
        self._open: list[tuple[str | None, int]] = []  # (number format or None for bullets, next number)
        self._due = ""

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._open)

    def begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Begin a list (``ul``, ``ol``) or an entry of one (``li``)."""
        if tag == "li":
            self._begin_entry(attributes)
        elif tag == "ol":
            form = _FORMS.get(attributes.get("type") or "", "decimal")
            self._open.append((form, _whole(attributes.get("start"), 1)))
        else:
            self._open.append((None, 0))

    def end(self) -> None:
        """End the innermost list."""
        if self._open:
            self._open.pop()
        self._due = ""

    def mark(self) -> str:
        """Give the bullet or number due before the words that follow now, once."""
        mark, self._due = self._due, ""
        return mark

    def _begin_entry(self, attributes: dict[str, str | None]) -> None:
        if not self._open or self._open[-1][0] is None:
            self._due = "• "
            return
        form, count = self._open[-1]
        count = _whole(attributes.get("value"), count)
        self._due = f"{spelled(count, form or 'decimal')}. "
        self._open[-1] = (form, count + 1)


def _whole(said: str | None, otherwise: int) -> int:
    try:
        return int(said or "")
    except ValueError:
        return otherwise
