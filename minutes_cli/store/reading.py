"""Read a meeting's record back from YAML, also one that a person has edited, and say where it is wrong.

A record is data and nothing else: no tags make objects, and aliases (``*name``), with which a small file can stand for
a huge one, are refused.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from minutes_cli.errors import SourceUnreadable, UsageProblem
from minutes_cli.model import SCHEMA_VERSION, Meeting
from minutes_cli.store.nodes import Place, Wrong, plain, tree
from minutes_cli.wording import wording

LARGEST_RECORD = 16 * 1024 * 1024
"""In bytes: the record of 157 pages of minutes has half of one; far larger files would only fill the memory."""

HEAD_BYTES = 8192
"""How much of a file is looked at to tell a record from other YAML."""

_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))

SUFFIXES = (".yaml", ".yml")
_SCHEMA_KEY = wording(r"^[\"']?schema[\"']?[ \t]*:", re.MULTILINE)
_MEETING_KEY = wording(r"^[\"']?meeting[\"']?[ \t]*:", re.MULTILINE)


def read_record(path: Path) -> Meeting:
    """Read the record of one meeting from its file.

    Raises ``UsageProblem`` for a folder, ``SourceUnreadable`` as ``load`` does, and for a file that cannot be opened.
    """
    return load(text_of(path), str(path))


def text_of(path: Path) -> str:
    """Fetch the text of a record's file: UTF-8, or UTF-16 with its mark, as Windows editors write it."""
    return text_in(bytes_of(path), path)[0]


def bytes_of(path: Path) -> bytes:
    """Fetch the bytes of a record's file. Raises as ``read_record`` does."""
    if path.is_dir():
        raise UsageProblem(f"{path} is a folder, not a record.", "Name the records in it instead.")
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_RECORD + 1)
    except FileNotFoundError:
        raise SourceUnreadable(f"There is no file {path}.", "Check the name and the folder.") from None
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or str(problem)
        raise SourceUnreadable(f"{path} cannot be opened: {why}.", "Copy it to this machine and try again.") from None
    if len(data) > LARGEST_RECORD:
        raise SourceUnreadable(f"{path} is too large for a record.", "Name the record of one meeting.")
    return data


def text_in(data: bytes, path: Path) -> tuple[str, str, bytes]:
    """Read the bytes of a record as text; gives it with its encoding and the mark (BOM) that stands before it."""
    mark, encoding = next((each for each in _MARKS if data.startswith(each[0])), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding), encoding, mark
    except UnicodeDecodeError:
        raise SourceUnreadable(f"{path} is not UTF-8 text.", "Save it as UTF-8 in your editor.") from None


def is_record(path: Path) -> bool:
    """Tell whether a file is a record of minutes, by its name and its first lines; other YAML is not."""
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except OSError:
        return False
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    return looks_like_record(head.decode("utf-16" if wide else "utf-8-sig", "replace"))


def looks_like_record(text: str) -> bool:
    """Tell whether the text has the two keys that every record begins with."""
    return bool(_SCHEMA_KEY.search(text) and _MEETING_KEY.search(text))


def load(text: str, name: str) -> Meeting:
    """Read the record of one meeting from YAML text; ``name`` is the file it is from, for messages.

    Text stays as written (``ref: 08`` is "08"), a key left empty counts as not given, and unknown keys are kept in
    ``extra``. Raises ``SourceUnreadable`` when the text is no YAML, no record, of a newer version, or when a value
    is not what it should be; the message names the line and the key.
    """
    root = None
    try:
        root = tree(text)
        _hold_to_version(root)
        return msgspec.convert(plain(root, Meeting), Meeting, strict=False)
    except Wrong as wrong:
        at = f"{name}:{wrong.line}" if wrong.line else name
        raise SourceUnreadable(f"{at}: {wrong.message}", wrong.hint) from None
    except msgspec.ValidationError as problem:
        assert root is not None  # noqa: S101
        raise explained(problem, root, name) from None


def _hold_to_version(root: Place) -> None:
    """Refuse what is no record, and a record whose keys may mean something else by now."""
    if root.find("meeting") is None:
        raise Wrong(None, "this is not a record of minutes.", "Make one with: minutes parse FILE")
    at = root.find("schema")
    line, version = (at.line, at.scalar) if at else (None, str(SCHEMA_VERSION))
    if not version.isdigit():
        raise Wrong(line, f"schema: {version!r} is not a version number.", f"Write: schema: {SCHEMA_VERSION}")
    if int(version) > SCHEMA_VERSION:
        raise Wrong(
            line,
            f"schema: the record was written by a newer version of minutebook (schema {int(version)}).",
            "Upgrade with: pipx upgrade minutebook",
        )


_AT = wording(r"^(.*?)(?: - at `\$\.?(.*)`)?$", re.DOTALL)
_TYPES = wording(r"Expected `(.+?)`, got `(.+?)`")
_SAID = {"str": "text", "array": "a list", "object": "a block of keys", "int": "a number", "null": "nothing"}
_CHOICES = {
    "status": "open, in progress, done, dropped or carried",
    "state": "draft or approved",
    "kind": "date, month, meeting, asap or ongoing",
    "numbering": "meeting, year or continuous",
}
_FORMS = {"quorum": "Write a number, as in 4, or a share, as in 1/3."}


def explained(problem: msgspec.ValidationError, root: Place, name: str) -> SourceUnreadable:
    """Say in a person's words what is wrong with a value of the file ``name``, and on which line."""
    found = _AT.match(str(problem))
    said, path = (found[1], found[2] or "") if found else (str(problem), "")
    at = root.follow(path)
    key = path.rpartition(".")[2]
    given = f"{at.scalar!r} " if at.scalar else ""
    if types := _TYPES.match(said):
        wanted, got = (" or ".join(_SAID.get(part, part) for part in side.split(" | ")) for side in types.groups())
        why, hint = f"this should be {wanted}, not {got}.", "Mend it, or remove the line."
    elif said.startswith("Invalid enum"):
        why, hint = f"{given}is not known here.", f"Use one of: {_CHOICES.get(key, '')}."
    elif "date" in said:
        why, hint = f"{given}is not a date.", "Write dates as 2031-03-04."
    elif key in _FORMS and "got" not in said:
        why, hint = f"{given}is not known here.", _FORMS[key]
    elif "missing required field" in said:
        why, hint = f"the key {said.rpartition('field ')[2]} is missing.", "Add it."
    else:
        why, hint = f"{said}.", "Mend it, or remove the line."
    return SourceUnreadable(f"{name}:{at.line}: {path + ': ' if path else ''}{why}", hint)
