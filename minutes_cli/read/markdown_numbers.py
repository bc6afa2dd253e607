"""Print the numbers of Markdown lists whose writer left the counting to the program: "1." before every entry.

CommonMark counts every list on from its first number. Minutes also skip numbers on purpose ("5." and then "7."), and
what they say is kept: only a list that repeats its first number again and again is counted here.
"""

from __future__ import annotations

SAME_LIST = 2  # columns by which the entries of one list may stand apart


class _Counted:
    """One list: the column it stands at, its sign (")" or "."), the number all its entries bear, how many there are."""

    def __init__(self, indent: int, sign: str, first: int) -> None:
        self.indent, self.sign, self.first = indent, sign, first
        self.count = 1
        self.repeats = True


class ListNumbers:
    """The numbered lists open at one place of the file, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Counted] = []

    def printed(self, indent: int, marker: str) -> str:
        """Give what is printed for an entry's ``marker``, such as "1." or "2)", that stands at this column."""
        said, sign = int(marker[:-1]), marker[-1]
        while self._open and self._open[-1].indent >= indent + SAME_LIST:
            self._open.pop()
        here = self._open[-1] if self._open else None
        if here is None or indent >= here.indent + SAME_LIST:
            self._open.append(_Counted(indent, sign, said))
            return marker
        if here.sign != sign:
            self._open[-1] = _Counted(indent, sign, said)
            return marker
        here.repeats = here.repeats and said == here.first
        here.count += 1
        return f"{here.first + here.count - 1}{sign}" if here.repeats else marker

    def pass_by(self, indent: int) -> None:
        """End the lists that a paragraph, or an entry without a number, at this column does not belong to."""
        while self._open and indent <= self._open[-1].indent:
            self._open.pop()

    def end(self) -> None:
        """End all lists: a heading or a table stands here."""
        self._open.clear()
