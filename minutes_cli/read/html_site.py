"""Tell what of a web page belongs to the site and not to the minutes: menus, side columns, notices on cookies."""

from __future__ import annotations

import re

from minutes_cli.document import Line, Table

LEAST_SHARE = 0.3  # share of a page's words that its "main" part must hold to be taken for the whole of the minutes

_ROLES = {"navigation", "search", "complementary", "menu", "menubar", "tablist", "toolbar", "dialog", "alertdialog"}
_HOLDERS = {"div", "ul", "ol", "section", "form", "header", "p", "span", "a"}  # what a site's designer names by class
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|skip|cookies?|consent|gdpr|pagination|share|sharing"
    r"|social|sr-only|visually-?hidden|screen-reader-text|noprint)(?:$|[\s_-])",
    re.I,
)
_PAGE_WIDE = re.compile(r"(?:^|\s)(?:has|with|no|without|page|layout|wrap\w*|content)[\w-]*", re.I)


def is_of_the_site(attributes: dict[str, str | None]) -> bool:
    """Whether an element only leads about the site, by its role."""
    return attributes.get("role") in _ROLES


def is_named_for_the_site(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether an element only leads about the site, by its name: "main-menu", "cookie-banner", "sidebar".

    A name such as "has-sidebar" is that of a whole page.
    """
    if tag not in _HOLDERS:
        return False
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()
    return bool(names) and bool(_NAMES.search(names)) and not _PAGE_WIDE.search(names)


def part_of(tag: str, attributes: dict[str, str | None]) -> str:
    """Say whether an element is the page's "main" part or an "article" of it; "" for any other."""
    said = attributes.get("role") or tag
    return said if said in {"main", "article"} else ""


def the_article(
    blocks: list[Line | Table], mains: list[tuple[int, int]], articles: list[tuple[int, int]]
) -> list[Line | Table]:
    """Choose what a page is about: its main part, or its only article; all of it when neither holds enough.

    ``mains`` and ``articles`` say from which block up to which they run.
    """
    for parts in (mains, articles):
        if len(parts) == 1:
            start, end = parts[0]
            if length(blocks[start:end]) >= LEAST_SHARE * length(blocks):
                return blocks[_headed(blocks[:start]) if parts is mains else start : end]
    return blocks


def _headed(before: list[Line | Table]) -> int:
    """Say where, before the main part, that begins which has a heading of its own below the page's title.

    Scribes' programs set the list of those present there: <div id="attendees"><h2>Attendees</h2>.
    """
    own = (n for n, block in enumerate(before) if isinstance(block, Line) and block.heading > 1)
    return next(own, len(before))


def length(blocks: list[Line | Table]) -> int:
    """Count the characters of some blocks."""
    return sum(
        len(block.text) if isinstance(block, Line) else sum(len(cell.text) for row in block.rows for cell in row.cells)
        for block in blocks
    )
