"""Make the records of the meetings in one document, each with the source that it was read from."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from minutes_cli import __version__
from minutes_cli.document import Document
from minutes_cli.errors import SourceUnreadable
from minutes_cli.model import Meeting, Remark, Source


def records_of(
    parts: Sequence[tuple[int, Document]], count: int, document: Document
) -> tuple[list[Meeting], list[SourceUnreadable]]:
    """Make the record of each meeting in a file that has ``count`` of them, from the parts that were chosen.

    Returns the records, and why others could not be made. Raises ``SourceUnreadable`` when none can be.
    """
    from minutes_cli.parse import parse

    found: list[Meeting] = []
    unread: list[SourceUnreadable] = []
    for place, part in parts:
        try:
            found.append(sourced(parse(part), part, document))
        except SourceUnreadable as problem:
            if count == 1:
                raise
            unread.append(SourceUnreadable(f"meeting {place} of {count} {problem.message}", problem.hint))
    if not found:
        raise unread[0]
    return found, unread


def sourced(meeting: Meeting, part: Document, document: Document) -> Meeting:
    """Note in a record which file it was read from, and what its reader remarked."""
    source = Source(
        file=document.file,
        sha256=document.sha256,
        pages=len(document.pages),
        parser=f"minutebook {__version__}",
        remarks=msgspec.convert(part.remarks, list[Remark], from_attributes=True),
    )
    return msgspec.structs.replace(meeting, source=source)
