"""Take the marks of a quotation off minutes written as an answer to a mailed agenda: "> 4. Fees" or "| 4. Fees"."""

from __future__ import annotations

MARKS = (">", "|")
FEWEST = 5  # lines that carry the mark before it is one
ALL_OVER = 0.1  # share of the text's lines that must carry it


def unquoted(text: str) -> str:
    """Give a text without the quotation marks in front of its lines; the words keep their columns.

    A text whose lines bear a bar at both ends, or further bars, shows a table, and stays as it is.
    """
    lines = text.split("\n")
    filled = sum(1 for line in lines if line.strip())
    for mark in MARKS:
        marked = [line for line in lines if line.startswith(mark) and (len(line) == 1 or line[1] in " \t")]
        if len(marked) < max(FEWEST, ALL_OVER * filled) or any("|" in line[1:] for line in marked):
            continue
        taken = set(marked)
        lines = [" " + line[1:] if line in taken else line for line in lines]
    return "\n".join(lines)
