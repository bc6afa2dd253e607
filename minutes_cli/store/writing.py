"""Write a meeting's record as YAML that a person can read and edit.

Block style, keys in the order of ``model.py``, one block a row. Long text is folded, so that whoever edits
it need not mind colons and quotation marks. What a person may want to fill in stands there empty (``role: null``);
every other key that has nothing to say is left out.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from minutes_cli.book import Member
from minutes_cli.model import Action, Decision, Head, Item, Meeting, Person, Record, Update
from minutes_cli.wording import wording

WIDTH = 96
"""Where long text is folded, in characters: two records fit side by side on a wide screen."""

SCHEMA_FILE = "minutebook.schema.json"
"""What a record calls its schema: the file that ``minutes schema -o minutebook.schema.json`` writes beside it.

A web address would make editors ask the network about confidential minutes, and editors refuse a urn.
"""

STANDING: dict[type[Record], tuple[str, ...]] = {
    # Keys that are written even when empty, so that a person sees where to fill in what the minutes do not say.
    Head: ("body", "date"),
    Item: ("number", "title"),
    Action: ("id", "ref", "item", "text", "owners", "due", "status", "how", "page", "line"),
    Decision: ("item", "text", "proposer", "seconder", "vote", "how"),
    Meeting: ("schema", "meeting", "attendees", "apologies", "items", "actions", "decisions"),
}
STANDING_OF_PEOPLE = {"attendees": ("name", "role", "organisation"), "apologies": ("name", "role", "reason")}

_NUMBER_LIKE = wording(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0o[0-7]+|0x[0-9a-fA-F]+")
"""What an editor that reads YAML 1.2 takes for a number (``1e3``, ``08``), where PyYAML (YAML 1.1) sees words."""
_BREAKS = wording("[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029\ufeff\t]")
_TURNING = wording("[\u202a-\u202e\u2066-\u2069\x7f-\x9f]")
_SURROGATE = wording("[\ud800-\udfff]")


class _OnOneLine(list[Any]):
    """A short list that is written on one line: ``[AF, EA]``."""


def dump(meeting: Meeting) -> str:
    """Write one meeting's record as YAML text, ending in a line feed; the same meeting gives the same bytes.

    Half a surrogate pair, which no file can hold, is written as U+FFFD; everything else is read back as it was.
    """
    body = body_of(meeting)
    return headed(body, digest(body))


def body_of(meeting: Meeting) -> str:
    """Write the record without its two comment lines."""
    return as_yaml(_plain(meeting, STANDING[Meeting]))


def update_values(update: Update) -> dict[str, Any]:
    """Turn an update of an action into the plain values that a record has for it."""
    return _plain(update, ())


def member_values(member: Member) -> dict[str, Any]:
    """Turn an entry of the roster into the plain values that ``minutebook.yaml`` has for it."""
    return _plain(member, ("name",))


def as_yaml(plain: dict[str, Any]) -> str:
    """Write plain values as the YAML of a record."""
    from minutes_cli.store.emitting import NotOrdinary, emit

    try:
        return emit(plain, width=WIDTH, style=_style)
    except NotOrdinary:
        return by_pyyaml(plain)


def by_pyyaml(plain: dict[str, Any]) -> str:
    """Write plain values as the YAML of a record, whatever stands in them."""
    import yaml

    text: str = yaml.dump(plain, Dumper=_dumper(pure=False), **_MANNER)
    if "\\U" in text:  # libyaml escapes what lies beyond 16 bits, emoji for one; the slower dumper writes it as it is
        text = yaml.dump(plain, Dumper=_dumper(pure=True), **_MANNER)
    return text


def headed(body: str, written: str) -> str:
    """Put the two comment lines before a record: its schema, and the digest of what the program wrote."""
    return f"# yaml-language-server: $schema={SCHEMA_FILE}\n{DIGEST_LINE}{written}\n{body}"


def digest(body: str) -> str:
    """Say what a record's text comes to, as 64 hexadecimal figures; line ends and a byte order mark do not count."""
    return sha256(body.removeprefix("\ufeff").replace("\r\n", "\n").encode("utf-8", "replace")).hexdigest()


DIGEST_LINE = "# Yours to edit: minutes parse never overwrites your changes. As first written: sha256 "
_MANNER: dict[str, Any] = {"default_flow_style": False, "sort_keys": False, "allow_unicode": True, "width": WIDTH}


def _plain(record: Record, standing: tuple[str, ...]) -> dict[str, Any]:
    """Turn a part of the record into plain values, empty ones left out unless they are ``standing``."""
    plain: dict[str, Any] = {}
    for name, key in zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True):
        value = getattr(record, name)
        silent = value is None or value == [] or (value == "" and isinstance(record, Item))
        if name != "extra" and (key in standing or not silent):
            plain[key] = _value(key, value)
    return plain | {key: value for key, value in record.extra.items() if key not in plain}


def _value(key: str, value: Any) -> Any:
    if isinstance(value, Record):
        return _plain(value, STANDING.get(type(value), ()))
    if not isinstance(value, list):
        return value
    if not all(isinstance(each, Record) for each in value):
        return _OnOneLine(value)
    return [_plain(each, STANDING_OF_PEOPLE[key] if isinstance(each, Person) else _standing(each)) for each in value]


def _standing(record: Record) -> tuple[str, ...]:
    return STANDING.get(type(record), ())


@cache
def _dumper(pure: bool) -> Any:
    """Make the dumper of records: PyYAML's safe one, in C where there is one, with our own way to write text."""
    import yaml

    base: Any = yaml.SafeDumper if pure else getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    dumper: Any = type("RecordDumper", (base,), {"ignore_aliases": lambda _self, _value: True})
    dumper.add_representer(str, _write_text)
    dumper.add_representer(_OnOneLine, _write_list)
    dumper.add_representer(date, _write_date)
    return dumper


def _write_text(dumper: Any, text: str) -> Any:
    text = _SURROGATE.sub("\ufffd", text)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    """Choose how a text is written: folded when it is long, in double quotes when a line end or sign would be lost."""
    if not text.isprintable() and (_BREAKS.search(text) or _TURNING.search(text)):
        return '"'
    if "\n" in text or len(text) > WIDTH - 20:
        lines = text.split("\n")
        folds = bool(lines[-1]) and all(line == line.strip() for line in lines) and bool(lines[0])
        return ">" if folds else '"'
    return "'" if _NUMBER_LIKE.fullmatch(text) else None


def _write_list(dumper: Any, values: _OnOneLine) -> Any:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=True)


def _write_date(dumper: Any, day: date) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", day.isoformat())
