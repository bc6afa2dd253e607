"""Put the numbers and bullets that a program printed into Rich Text before the words of their paragraphs."""

from __future__ import annotations

from minutes_cli.read.word_runs import Piece

BULLET = "• "  # every bullet prints as this one: what is stored is often a code of a symbol font

_BULLETS = "•·●○◦▪■□–—-*➢❖✓o\ufffd"


def merged(pieces: list[Piece]) -> list[Piece]:
    """Join neighbours of one print, so that the halves of a character come together."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1][1:] == piece[1:]:
            joined[-1] = joined[-1]._replace(text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return joined


def printed(number: str) -> str:
    """Write the number or bullet that the program put before a paragraph, with one blank behind it."""
    number = " ".join(number.split())
    if len(number) == 1 and number in _BULLETS:
        return BULLET
    return f"{number} " if number else ""


def numbered(pieces: list[Piece], number: str) -> list[Piece]:
    """Put its number before a paragraph; a bullet typed with a tab behind it is one too."""
    first = next((piece for piece in pieces if piece.text.strip()), None)
    if first is None:
        return pieces if number in {"", BULLET} else [Piece(number, False, 0.0), *pieces]
    if number:
        return [first._replace(text=number), *pieces]
    words = "".join(piece.text for piece in pieces)
    typed = words.lstrip()
    if typed[:1] in _BULLETS and typed[1:2] == "\t":
        rest, left = [], len(words) - len(typed) + 2
        for piece in pieces:
            rest.append(piece._replace(text=piece.text[left:]))
            left = max(left - len(piece.text), 0)
        return [first._replace(text=BULLET), *rest]
    return pieces
