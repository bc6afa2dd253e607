"""The room where a reading is laid open: the pages of minutes beside their record, each entry boxed where it stands.

What was read (the document, what each line was taken for, the records, what the check found, pictures of the pages)
comes in; one web page goes out that stands alone. Nothing is read or judged again here.
"""

from __future__ import annotations

from minutes_cli.review.entries import Entry, entries_of
from minutes_cli.review.matter import Part, Review, Volume
from minutes_cli.review.sheets import boxes_of, pages_worth_drawing

__all__ = ["Entry", "Part", "Review", "Volume", "boxes_of", "entries_of", "index", "page", "pages_worth_drawing"]


def page(review: Review) -> str:
    """Lay one file of minutes open: a web page with its pages, every entry of its records boxed and linked both ways.

    Takes what was read of the file; returns HTML that needs nothing beside it, in which words of the document are
    never markup.
    """
    from minutes_cli.review.html import page as written

    return written(review)


def index(title: str, volumes: list[Volume]) -> str:
    """List the pages of a whole book, in the order given, with what there is to look at in each; gives HTML."""
    from minutes_cli.review.html import index as written

    return written(title, volumes)
