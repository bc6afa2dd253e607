"""What the record of each file of minutes is called, so that no two files get one record."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

from minutes_cli.batch.found import Found
from minutes_cli.model import Meeting

KNOWN = (
    *(".txt", ".text", ".md", ".markdown", ".rst", ".org", ".html", ".htm", ".mht", ".mhtml", ".eml", ".pdf"),
    *(".docx", ".docm", ".dotx", ".doc", ".odt", ".ott", ".fodt", ".rtf", ".wpd", ".xml"),
    *(".png", ".jpg", ".jpeg", ".tif", ".tiff"),
)
"""What a record's name leaves out of the minutes' name; in "Board 4.3.2031" the end is no suffix."""


class _Path(Protocol):
    @property
    def stem(self) -> str: ...
    def with_name(self, name: str, /) -> _Path: ...


AnyPath = TypeVar("AnyPath", bound=_Path)


def is_of_several(meeting: Meeting) -> bool:
    """Tell whether a record is one of several that were read from one file."""
    return meeting.source is not None and any(remark.kind == "several meetings" for remark in meeting.source.remarks)


def dated(target: AnyPath, meeting: Meeting, taken: Collection[AnyPath]) -> AnyPath:
    """Put the date of a meeting into the name of its record; the second of a day gets a number."""
    day = meeting.meeting.date.isoformat() if meeting.meeting.date else "undated"
    path, copy = target.with_name(f"{target.stem}-{day}.yaml"), 1
    while path in taken:
        copy += 1
        path = target.with_name(f"{target.stem}-{day}-{copy}.yaml")
    return path  # type: ignore[return-value]


def bare(name: str) -> str:
    """Take the suffix off the name of a file of minutes, where it is one.

    >>> bare("2031/board.pdf"), bare("Board 4.3.2031")
    ('2031/board', 'Board 4.3.2031')
    """
    path = PurePosixPath(name)
    return str(path.with_suffix("")) if path.suffix.lower() in KNOWN else name


def record_names(files: Sequence[Found], known: Mapping[str, str]) -> dict[str, str]:
    """Give each file, by its key, the path of its record: the tree of the archive, ``.yaml`` for the suffix.

    Files that would share a record keep their suffixes (``board.pdf.yaml`` beside ``board.docx.yaml``), and a number
    where that is not enough; capitals do not tell two names apart, as on some disks they do not. ``known`` are the
    records of earlier runs, also of files that are not in this one: a record keeps its name.
    """
    names = {file.key: known[file.key] for file in files if file.key in known}
    taken = {_same(name) for name in known.values()}
    new = [file for file in files if file.key not in names]
    shared = Counter(_same(bare(file.name)) for file in new)
    for file in new:
        short = f"{bare(file.name)}.yaml"
        alone = shared[_same(bare(file.name))] == 1 and _same(short) not in taken
        path, number = short if alone else f"{file.name}.yaml", 1
        while _same(path) in taken:
            number += 1
            path = f"{file.name}-{number}.yaml"
        names[file.key] = path
        taken.add(_same(path))
    return names


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
