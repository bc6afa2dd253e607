"""Open an OpenDocument file of minutes: a zip of XML parts, or all of them in one flat XML file.

Nothing is unpacked to disk, what a part may unfold to is limited, and no part may declare entities.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError

from minutes_cli.errors import SourceUnreadable

LARGEST_PART = 96 * 1024 * 1024  # bytes unfolded; 1000 pages of minutes are about 10 MB

_SPACES = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_SPACES}office:1.0}}"
TEXT = f"{{{_SPACES}text:1.0}}"
TABLE = f"{{{_SPACES}table:1.0}}"
STYLE = f"{{{_SPACES}style:1.0}}"
DRAW = f"{{{_SPACES}drawing:1.0}}"
FO = f"{{{_SPACES}xsl-fo-compatible:1.0}}"
_MANIFEST = f"{{{_SPACES}manifest:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"

_AGAIN = "Copy or download it again, or open it in LibreOffice and save it as .docx."
_LOCKED = "Open it in LibreOffice, save it again without a password (File > Save As), and read that."


class Parts:
    """The parts of one OpenDocument text: its contents, its styles and what it calls itself."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        if not data.startswith(b"PK"):
            root = self._parse(data, "")
            self.roots = [root]
            self.title = _title(root)
        else:
            content, styles, meta = self._unpacked(data)
            self.roots = [root for root in (styles, content) if root is not None]
            self.title = _title(meta) if meta is not None else None
        found = [root.find(f"{OFFICE}body/{OFFICE}text") for root in self.roots]
        texts = [text for text in found if text is not None]
        if not texts:
            raise SourceUnreadable(
                f"{name} is an OpenDocument file that is no text (a spreadsheet, a presentation or a drawing).",
                "Save what it shows as PDF, and read that.",
            )
        self.text = texts[0]

    def under(self, *names: str) -> list[Element]:
        """List what stands directly in the parts of these names, the general styles before those of the contents."""
        return [
            child for root in self.roots for name in names for part in root.findall(OFFICE + name) for child in part
        ]

    def _unpacked(self, data: bytes) -> tuple[Element | None, Element | None, Element | None]:
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError):
            self._broken("is cut off or damaged")
        with archive:
            manifest = self._part(archive, "META-INF/manifest.xml")
            if manifest is not None and next(manifest.iter(_MANIFEST + "encryption-data"), None) is not None:
                raise SourceUnreadable(f"{self.name} is locked with a password.", _LOCKED)
            content = self._part(archive, "content.xml")
            if content is None:
                self._broken("is damaged: its part content.xml is missing")
            return content, self._part(archive, "styles.xml"), self._part(archive, "meta.xml")

    def _part(self, archive: zipfile.ZipFile, part: str) -> Element | None:
        try:
            with archive.open(part) as stream:
                data = stream.read(LARGEST_PART + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            self._broken(f"is cut off or damaged in its part {part}")
        except (RuntimeError, NotImplementedError):
            self._broken(f"packs its part {part} in a way that cannot be opened")
        if len(data) > LARGEST_PART:
            raise SourceUnreadable(
                f"{self.name} unfolds to more than {LARGEST_PART // (1024 * 1024)} MB, as no minutes do.",
                "If it is genuine, open it in LibreOffice and save it as PDF.",
            )
        return self._parse(data, f" in its part {part}")

    def _parse(self, data: bytes, where: str) -> Element:
        from defusedxml.ElementTree import fromstring

        try:
            root: Element = fromstring(data, forbid_dtd=True)
        except (ParseError, LookupError):
            self._broken(f"is cut off or damaged{where}")
        except ValueError:  # defusedxml's refusals
            raise SourceUnreadable(
                f"{self.name} declares XML entities, as no OpenDocument file does; it is not opened.",
                "Ask where it comes from; a copy saved by LibreOffice itself can be read.",
            ) from None
        return root

    def _broken(self, how: str) -> NoReturn:
        raise SourceUnreadable(f"{self.name} {how}.", _AGAIN) from None


def _title(root: Element) -> str | None:
    """Read what the file's properties call the minutes, when they do."""
    title = next(root.iter(_TITLE), None)
    return " ".join((title.text or "").split()) or None if title is not None else None
