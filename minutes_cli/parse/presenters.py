"""Take the names of those who present an item off its heading: "FINANCE        GRETA LUND" in a bar over its text.

Some minutes print the name at the right of the heading's line, in one column down the whole paper. One such line may be
a title of two parts; several, whose second part is somebody's name each time, are headings with their presenters.
"""

from __future__ import annotations

from collections import defaultdict

from msgspec import structs

from minutes_cli.parse.block import fold
from minutes_cli.parse.headings import Candidate, Look
from minutes_cli.parse.names import looks_like_name

SURE = 3  # headings set alike with a name at the right that show a column of names
MOSTLY = 0.6  # share of the second parts that must be names ("ALL", "Board members" stand among them)


def without_presenters(candidates: list[Candidate]) -> list[Candidate]:
    """Give the lines that could be headings without the names at their right; names alone there are left out."""
    groups: dict[Look, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if not candidate.rest and not candidate.look.form and _has_type(look := _look(candidate)):
            groups[look].append(candidate)
    alone: set[int] = set()
    for look, group in groups.items():
        beside = [candidate for candidate in group if _presenter(candidate)]
        names = sum(looks_like_name(_presenter(candidate).title()) for candidate in beside)
        if names < max(SURE, MOSTLY * len(beside)):
            continue
        column = min(candidate.paragraph.lines[0].segments[-1].x0 for candidate in beside)
        for candidate in beside:
            candidate.title, candidate.look = candidate.title.removesuffix(_presenter(candidate)).rstrip(), look
        alone |= {c.index for c in group if c.paragraph.x0 >= column - c.paragraph.size and c not in beside}
        alone |= {
            c.index for c in group if c not in beside and _is_right(c, group) and looks_like_name(c.title.title())
        }
    return [candidate for candidate in candidates if candidate.index not in alone]


def _has_type(look: Look) -> bool:
    return look.heading > 0 or look.bold or look.capitals


def _look(candidate: Candidate) -> Look:
    """Tell how a heading is set without the name at its right: "FINANCE     Greta Lund" is set in capitals."""
    first = candidate.title.removesuffix(_presenter(candidate))
    plain = first == candidate.title or not first.isupper() or candidate.look.capitals
    return candidate.look if plain else structs.replace(candidate.look, capitals=True, setting="")


def _presenter(candidate: Candidate) -> str:
    """Give the second of two parts of a heading's line, "" where it has no two."""
    lines = candidate.paragraph.lines
    segments = lines[0].segments if len(lines) == 1 else []
    last = fold(segments[-1].text) if len(segments) == 2 else ""
    return last if last and candidate.title.endswith(last) and candidate.title != last else ""


def _is_right(candidate: Candidate, group: list[Candidate]) -> bool:
    """Whether a line begins further right than the headings set like it."""
    return candidate.paragraph.x0 > min(c.paragraph.x0 for c in group) + candidate.paragraph.size
