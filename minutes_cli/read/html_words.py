"""Gather the words of one line of a web page, with white space as a browser prints it."""

from __future__ import annotations

from minutes_cli.read.characters import folded, tidy

NO_BREAK = "\u00a0"

_KEPT = "\ue000"  # stands for a no-break space while plain ones are folded
_SPACES = str.maketrans("\n\t\r\f", "    ")


class Words:
    """The words of the line being read, in pieces that are bold or not."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, bool]] = []

    def __bool__(self) -> bool:
        return bool(self._pieces)

    @property
    def printed(self) -> str:
        """The line so far, its spaces as they print."""
        return "".join(text for text, _ in self._pieces)

    @property
    def bold(self) -> int:
        """How many characters the folded line opens with in bold."""
        opening = ""
        for text, bold in self._pieces:
            if not bold and text.strip():
                break
            opening += text
        return len(folded(opening)) if any(bold and text.strip() for text, bold in self._pieces) else 0

    def take(self, text: str, bold: bool, literal: bool) -> None:
        """Add words; unless ``literal`` (in ``pre``), a space after a space or at the line's start goes."""
        if not literal:
            text = collapsed(text)
            if not self._pieces:
                text = text.lstrip(" ")
            elif text.startswith(" ") and self._pieces[-1][0].endswith(" "):
                text = text[1:]
        if text:
            self._pieces.append((text.replace(NO_BREAK, " "), bold))


def collapsed(words: str) -> str:
    """Fold white space as a browser does: to one space; but a no-break space stays beside others."""
    plain = words.replace(NO_BREAK, _KEPT)
    within = [word for word in tidy(plain).translate(_SPACES).split(" ") if word]
    before = " " if plain[:1].isspace() else ""
    after = " " if within and plain[-1:].isspace() else ""
    return (before + " ".join(within) + after).replace(_KEPT, NO_BREAK)


def one_line(words: str) -> str:
    """Write a page's title on one line."""
    return folded(tidy(words).translate(_SPACES))
