"""Makes the files that the tests of the readers read: Word packages from bare XML, with fictional minutes."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "{overrides}</Types>"
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "settings": "settings",
    "header": "hdr",
    "footer": "ftr",
}


def _relations(entries: list[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{space}">{listed}</Relationships>'


def word_file(body: str, **parts: str) -> bytes:
    """Pack a Word file: ``body`` is the inside of ``w:body``; ``styles``, ``numbering``, ``header`` ... of theirs."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        overrides = "".join(
            f'<Override PartName="/word/{kind}.xml" ContentType="{_KIND}{kind}+xml"/>' for kind in parts
        )
        package.writestr("[Content_Types].xml", _TYPES.format(overrides=overrides))
        package.writestr("_rels/.rels", _relations([("officeDocument", "word/document.xml")]))
        package.writestr("word/_rels/document.xml.rels", _relations([(kind, f"{kind}.xml") for kind in parts]))
        for kind, inside in parts.items():
            package.writestr(f"word/{kind}.xml", _part(_ROOTS[kind], inside))
        package.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>"))
    return held.getvalue()


def _part(root: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {_SPACES}>{inside}</w:{root}>'


def run(text: str, properties: str = "") -> str:
    """Write one run; ``properties`` is the inside of its ``w:rPr``."""
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str, style: str = "", properties: str = "") -> str:
    """Write one paragraph of runs, or of plain words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    marks = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{marks}{''.join(part if part.startswith('<') else run(part) for part in inside)}</w:p>"


def listed(text: str, number: int, level: int = 0) -> str:
    """Write a paragraph on one level of a list."""
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(*inside: str, properties: str = "") -> str:
    """Write one cell of a table, of paragraphs or plain words."""
    words = "".join(part if part.startswith("<") else paragraph(part) for part in inside) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{words}</w:tc>"


def table(widths: list[int], *rows: str) -> str:
    """Write a table; ``widths`` are those of its grid, in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Write one row of a table."""
    marks = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{marks}{''.join(cells)}</w:tr>"
