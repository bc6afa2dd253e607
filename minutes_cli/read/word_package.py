"""Open the package that a Word file is: a zip of XML parts, read in memory, with limits on what it may unfold to.

Nothing is unpacked to disk and no part may declare entities, so neither a zip bomb nor an XML bomb gets far.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, XMLParser

from minutes_cli.errors import SourceUnreadable

LARGEST_PART = 96 * 1024 * 1024  # bytes unfolded; 1000 pages of minutes are about 10 MB
MOST_TAGS = 3_000_000  # in one part; 1000 pages have about 400,000, and each costs time and memory
LARGEST_PACKAGE = 256 * 1024 * 1024  # bytes unfolded over all the parts that are read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"

# ISO 29500 "strict" files use other names for the same things.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
_STRICT_MARK = b"http://purl.oclc.org/ooxml/"
_DECLARED = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)""")


class Package:
    """The parts of one Word file of minutes, by name, each parsed when it is asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._left = LARGEST_PACKAGE
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError):
            self._broken("is cut off or damaged")
        self.parts = frozenset(self._zip.namelist())
        self._parsed: dict[str, Element | None] = {}
        self.main = self._main_part()

    def xml(self, part: str) -> Element | None:
        """Parse one part; ``None`` when the file has none of that name.

        Raises ``SourceUnreadable`` when it is damaged, declares entities or unfolds beyond the limits.
        """
        if part not in self._parsed:
            self._parsed[part] = self._parse(self._bytes(part), part) if part in self.parts else None
        return self._parsed[part]

    def beside(self, kind: str) -> list[str]:
        """Name the parts that the main part refers to as this kind of thing: "styles", "header", "footnotes" ..."""
        return [target for key, target in self.relations(self.main).values() if key == kind]

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """List what one part refers to inside the package: by its id, the kind and the name of the other part."""
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", file + ".rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root.iter(_PACKAGE + "Relationship") if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], path)
        return found

    def _main_part(self) -> str:
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target in self.parts:
                return target
        if "word/document.xml" in self.parts:
            return "word/document.xml"
        raise SourceUnreadable(
            f"{self.name} is a zip file without a Word document in it.",
            "Save the minutes as .docx in Word, or unpack the zip file and name what is in it.",
        )

    def _bytes(self, part: str) -> bytes:
        limit = min(LARGEST_PART, self._left)
        try:
            with self._zip.open(part) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            self._broken(f"is cut off or damaged in its part {part}")
        except (RuntimeError, NotImplementedError):
            self._broken(f"packs its part {part} in a way that cannot be opened")
        if len(data) > limit:
            self._too_much(f"more than {limit // (1024 * 1024)} MB")
        if data.count(b"<") > MOST_TAGS:
            self._too_much("millions of paragraphs")
        self._left -= len(data)
        return data

    def _too_much(self, what: str) -> NoReturn:
        raise SourceUnreadable(
            f"{self.name} unfolds to {what}, as no minutes do.", "If it is genuine, open it in Word and save it as PDF."
        )

    def _parse(self, data: bytes, part: str) -> Element:
        """Parse a part with the fast parser when it plainly declares nothing, else with the guarded one.

        A declaration needs the letters "<!" in the part's own encoding; UTF-8, which Word writes, hides none.
        """
        for strict, usual in _STRICT if _STRICT_MARK in data else ():
            data = data.replace(strict, usual)
        encoding = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
        plain = not encoding or encoding[1].lower() in {b"utf-8", b"us-ascii"}
        try:
            if plain and b"<!D" not in data and b"<!E" not in data and b"\x00" not in data:
                parser = XMLParser()  # noqa: S314 - guarded by the line above
                parser.feed(data)
                return parser.close()
            from defusedxml.ElementTree import fromstring

            root: Element = fromstring(data, forbid_dtd=True)
        except (ParseError, LookupError):
            self._broken(f"is damaged in its part {part}")
        except ValueError:  # defusedxml's refusals
            raise SourceUnreadable(
                f"{self.name} declares XML entities, as no Word file does; it is not opened.",
                "Ask where it comes from; a copy saved by Word itself can be read.",
            ) from None
        return root

    def _broken(self, how: str) -> NoReturn:
        raise SourceUnreadable(
            f"{self.name} {how}.", "Copy or download it again, or let Word repair it (Open and Repair)."
        ) from None
