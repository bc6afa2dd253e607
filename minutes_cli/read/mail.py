"""Read minutes that came by mail (.eml), or a web page saved with its pictures (.mht): the words, and what is attached.

Of a text sent twice, as HTML and plain, one is read: HTML, which keeps tables. Attachments that can be read are in
``Document.attached``; which of all holds the minutes is not for a reader to say.
"""

from __future__ import annotations

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from hashlib import sha256
from typing import Any

import msgspec

from minutes_cli.document import Document, Page
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read.characters import folded, tidy
from minutes_cli.read.encoding import decode
from minutes_cli.read.sniff import TURNED_AWAY, kind_of

MOST_ATTACHED = 20  # attachments that are read; a mail of minutes has a handful
DEEPEST = 3  # mails within mails

_NEVER_MINUTES = {"empty", "binary", "picture", "outlook", "excel", "powerpoint"}  # a logo, a signature, the accounts
_CALENDAR = (".ics", ".vcf", ".p7s", ".asc", ".css", ".js", ".xml", ".json")
_QUOTE_SPACE = re.compile(r"(?m)^ (?=[ >]|From )")


def read_mail(data: bytes, name: str, **how: Any) -> Document:
    """Read a mail or a saved page; ``how`` are the options of ``read`` for what is attached.

    Raises ``SourceUnreadable`` when it shows no words and nothing that is attached can be read.
    """
    return _Mail(data, name, how).document(0)


class _Mail:
    """One mail as it is read: its body, what is attached, and what of that could not be read."""

    def __init__(self, data: bytes, name: str, how: dict[str, Any]) -> None:
        self._data, self._name, self._how = data, name, how
        self._message = _message_of(data, name)
        self._attached: list[Document] = []
        self._unread: list[str] = []

    def document(self, depth: int) -> Document:
        """Read the mail; ``depth`` is how many mails it is attached within."""
        body = self._body()
        for number, part in enumerate(self._message.iter_attachments()):
            if number < MOST_ATTACHED and isinstance(part, EmailMessage):
                self._attach(part, depth)
        if body is None and not self._attached:
            if self._unread:
                raise SourceUnreadable(f"{self._name} shows no words, and of what is attached {self._unread[0]}")
            raise SourceUnreadable(f"{self._name} shows no words.", "Check that it is the mail with the minutes.")
        pages = body.pages if body else [Page(1, [])]
        title = folded(tidy(str(self._message.get("Subject") or "")).replace("\n", " ")) or None
        return Document(
            self._name,
            "text",
            sha256(self._data).hexdigest(),
            pages,
            title or (body.title if body else None),
            attached=tuple(self._attached),
            unread=tuple(self._unread),
        )

    def _body(self) -> Document | None:
        part = self._message.get_body(("related", "html", "plain"))
        if part is not None and part.is_multipart():
            part = part.get_body(("html", "plain"))
        if not isinstance(part, EmailMessage):
            return None
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            return None
        charset = part.get_content_charset()
        try:
            if part.get_content_type() == "text/html":
                from minutes_cli.read.html import read_html

                return read_html(_named_utf8(payload, charset) if charset else payload, self._name)
            from minutes_cli.read.text import read_text

            text = decode(payload, charset)
            return read_text(_unflowed(text, part).encode("utf-8", "replace"), self._name)
        except SourceUnreadable:
            return None

    def _attach(self, part: EmailMessage, depth: int) -> None:
        """Read one attachment, or note why it cannot be."""
        from minutes_cli.read import read_bytes

        name = _file_name(part)
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            if isinstance(inner, EmailMessage) and depth < DEEPEST:
                self._forwarded(inner, name, depth)
            return
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or name.lower().endswith(_CALENDAR):
            return
        kind = kind_of(payload, name)
        if kind in _NEVER_MINUTES or (kind == "mail" and depth >= DEEPEST):
            return
        if kind in TURNED_AWAY:
            self._unread.append(f"{name} {TURNED_AWAY[kind][0]}")
            return
        try:
            self._attached.append(read_bytes(payload, name, **self._how))
        except SourceUnreadable as problem:
            self._unread.append(problem.message)

    def _forwarded(self, inner: EmailMessage, name: str, depth: int) -> None:
        """Take a mail within the mail as one more text, and what is attached to it as attached to this one."""
        mail = _Mail(inner.as_bytes(), name, self._how)
        try:
            document = mail.document(depth + 1)
        except SourceUnreadable as problem:
            self._unread.append(problem.message)
            return
        self._attached += [msgspec.structs.replace(document, attached=(), unread=()), *document.attached]
        self._unread += document.unread


def _message_of(data: bytes, name: str) -> EmailMessage:
    """Take a mail apart; a damaged one is read as far as it goes, but a part cut off is not passed over."""
    from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect

    message = BytesParser(policy=policy.default).parsebytes(data.lstrip())
    cut = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
    if any(isinstance(defect, cut) for part in message.walk() for defect in part.defects):
        raise SourceUnreadable(f"{name} is cut off: its last part has no end.", "Copy or download it again.")
    return message


def _named_utf8(payload: bytes, charset: str) -> bytes:
    """Write a page in UTF-8 with a mark, so that what the mail says of its characters outranks the page."""
    return b"\xef\xbb\xbf" + decode(payload, charset).encode("utf-8", "replace")


def _unflowed(text: str, part: EmailMessage) -> str:
    """Join the lines that a mail program broke (RFC 3676: a line that ends in a blank goes on)."""
    content_type = part["Content-Type"]
    if content_type is None or content_type.params.get("format", "").lower() != "flowed":
        return text
    joined: list[str] = []
    for line in tidy(text).split("\n"):
        plain = _QUOTE_SPACE.sub("", line)
        if joined and joined[-1].endswith(" ") and joined[-1] != "-- ":
            joined[-1] += plain
        else:
            joined.append(plain)
    return "\n".join(joined)


def _file_name(part: EmailMessage) -> str:
    """Say what an attachment is called; what would lead out of a folder or onto another line goes."""
    said = part.get_filename() or part.get("Subject") or "attachment"
    return folded(tidy(str(said)).replace("\n", " ")).replace("\\", "/").rsplit("/", 1)[-1][:120] or "attachment"
