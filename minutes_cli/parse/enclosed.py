"""Find the minutes in a mail: in its text, or in what is attached to it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from minutes_cli.document import Document, Remark
from minutes_cli.errors import SourceUnreadable

_STEP = "Save the one you want from the mail, and read that."


def holding_minutes(document: Document, hold: Callable[[Document], object]) -> Document:
    """Choose the document that holds the minutes: the file itself, or the one attached to it that does.

    ``hold`` reads a document and raises ``SourceUnreadable`` when it holds none. What comes back bears the name and the
    digest of the file, and remarks which attachment it is. Raises ``SourceUnreadable`` when several hold minutes, since
    none may be guessed, or when none does.
    """
    if not (document.attached or document.unread):
        return document
    found = [each for each in (document, *document.attached) if _holds(each, hold)]
    if len(found) > 1:
        names = [each.file if each is not document else "its text" for each in found]
        raise SourceUnreadable(
            f"{document.file} holds minutes more than once: in {', '.join(names[:-1])} and in {names[-1]}.", _STEP
        )
    if not found:
        names = [each.file for each in document.attached]
        parts = f"its text or what is attached ({', '.join(names)})" if names else "its text"
        why = "".join(f" {each}" for each in document.unread)
        raise SourceUnreadable(f"{document.file} holds no minutes in {parts}.{why}", "Give the file that has them.")
    if found[0] is document:
        return document
    remark = Remark("attachment read", words=(found[0].file,))
    return msgspec.structs.replace(
        found[0], file=document.file, sha256=document.sha256, remarks=(remark, *found[0].remarks)
    )


def _holds(document: Document, hold: Callable[[Document], object]) -> bool:
    if not any(page.blocks for page in document.pages):
        return False
    try:
        hold(document)
    except SourceUnreadable:
        return False
    return True
