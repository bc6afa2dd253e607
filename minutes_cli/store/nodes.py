"""The tree of a record's YAML: its values as written, each with the line it stands on.

Values are read by what the model expects at their place. So an item number ``08`` or a start ``19:30`` that a person
left unquoted stays as typed, where a general YAML reader would make it 8, or 1170.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

import msgspec

from minutes_cli.model import Action, Decision, Meeting, Record
from minutes_cli.wording import wording

OTHER_NAMES: dict[tuple[type[Record], str], str] = {(Meeting, "agenda"): "items"}
"""Keys that are read under another name."""

DEEPEST = 60
"""How many levels a record's lists and blocks may have; it needs 5, and libyaml's own stack ends at some thousands."""

FEW_BRACKETS = 100
"""Up to so many opening brackets a text cannot be nested dangerously deep; only beyond is its depth measured."""

BY_HAND = "by hand"
"""How an action or decision was found when a person has added it to the record and does not say."""

_NULL = "tag:yaml.org,2002:null"
_NESTED = wording(r"^[ ]*(?:[-?:][ \t]+){20}|^[ ]{120}", re.MULTILINE)
_STEP = wording(r"([^.\[\]]+)|\[(\d+)\]")


class Wrong(Exception):
    """Something is wrong with the record at a line, counted from 1."""

    def __init__(self, line: int | None, message: str, hint: str = "") -> None:
        self.line, self.message, self.hint = line, message, hint
        super().__init__(message)


class Place(msgspec.Struct, frozen=True):
    """A value in the record with its place."""

    node: Any

    @property
    def line(self) -> int:
        """The line it begins on, counted from 1."""
        return int(self.node.start_mark.line) + 1

    @property
    def kind(self) -> str:
        """What it is: ``mapping``, ``sequence`` or ``scalar``."""
        return str(self.node.id)

    @property
    def scalar(self) -> str:
        """Its text as written, when it is one value; else nothing."""
        return str(self.node.value) if self.kind == "scalar" else ""

    @property
    def is_null(self) -> bool:
        """Whether nothing stands there."""
        return bool(self.node.tag == _NULL)

    def pairs(self) -> Iterator[tuple[str, Place]]:
        """Give the keys and values of a block."""
        for key, value in self.node.value if self.kind == "mapping" else ():
            yield str(key.value), Place(value)

    def find(self, wanted: str) -> Place | None:
        """Find the value of a key."""
        return next((value for key, value in self.pairs() if key == wanted), None)

    def follow(self, path: str) -> Place:
        """Go to ``actions[3].status``, or as near to it as there is."""
        here = self
        for key, number in _STEP.findall(path):
            if key:
                names = (key, *(other for (_, other), real in OTHER_NAMES.items() if real == key))
                there = next((found for name in names if (found := here.find(name))), None)
            else:
                there = Place(here.node.value[int(number)]) if here.kind == "sequence" else None
            if there is None:
                return here
            here = there
        return here


def tree(text: str) -> Place:
    """Read YAML text as a tree of places. Raises ``Wrong`` for text that is no YAML, or that repeats itself."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _hold_to_depth(text, loader)
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as problem:
        raise _broken(problem) from None
    if node is None:
        raise Wrong(None, "the file is empty.", "Make a record with: minutes parse FILE")
    _hold_to_a_tree(node)
    return Place(node)


def _hold_to_depth(text: str, loader: Any) -> None:
    """Refuse lists within lists by the thousand, which would bring the reader down."""
    if text.count("[") + text.count("{") <= FEW_BRACKETS and not _NESTED.search(text):
        return
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            line = event.start_mark.line + 1 if event.start_mark else None
            raise Wrong(line, "lists within lists without end.", "Restore it from a backup.")


def _broken(problem: Any) -> Wrong:
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    why = getattr(problem, "problem", None) or getattr(problem, "reason", None) or "it cannot be read"
    hint = "Mend that line (often a missing quotation mark, or a tab for spaces), or restore the file."
    return Wrong(mark.line + 1 if mark else None, f"this is not YAML: {why}.", hint)


def _hold_to_a_tree(root: Any) -> None:
    """Refuse aliases of blocks, and a key that stands twice: the second would hide the first."""
    seen = set()
    todo = [root]
    while todo:
        node = todo.pop()
        if node.id == "scalar":
            continue
        if id(node) in seen:
            line = node.start_mark.line + 1
            raise Wrong(line, "an alias (*name) repeats this block.", "Write it out where it is meant.")
        seen.add(id(node))
        if node.id == "sequence":
            todo.extend(node.value)
            continue
        keys: dict[str, int] = {}
        for key, value in node.value:
            if key.id != "scalar":
                raise Wrong(key.start_mark.line + 1, "a key must be one word.", "Mend that line.")
            line = key.start_mark.line + 1
            if key.value in keys:
                message = f"the key {key.value} stands twice, first on line {keys[key.value]}."
                raise Wrong(line, message, "Remove one of them.")
            keys[key.value] = line
            todo.append(value)


Shape = Literal["text", "word", "other"] | type[Record] | list[Any]


@cache
def _shapes(record: type[Record]) -> dict[str, Shape]:
    """Say what each key of a block should hold."""
    return {field.encode_name: _shape(field.type) for field in msgspec.structs.fields(record) if field.name != "extra"}


def _shape(kind: Any) -> Shape:
    parts = [part for part in get_args(kind) if part is not type(None)]
    if get_origin(kind) is list:
        return [_shape(parts[0])]
    if get_origin(kind) is Literal:
        return "word"
    if parts:  # X | None
        return _shape(parts[0])
    if isinstance(kind, type) and issubclass(kind, Record):
        return kind
    return "other" if kind is int else "text"


def plain(place: Place, record: type[Record]) -> Any:
    """Take the values of a block as the model expects them; keys that it does not know go to ``extra``."""
    if place.kind != "mapping":
        return _any(place)
    shapes = _shapes(record)
    known: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for written, value in place.pairs():
        key = OTHER_NAMES.get((record, written), written)
        if key not in shapes:
            extra[written] = _any(value)
        elif key in known:
            names = [name for name, _ in place.pairs() if OTHER_NAMES.get((record, name), name) == key]
            raise Wrong(value.line, f"{' and '.join(names)} mean the same, and both stand here.", "Remove one of them.")
        elif not value.is_null:
            known[key] = _shaped(value, shapes[key])
    if record in (Action, Decision):
        known.setdefault("how", BY_HAND)
    return known | {"extra": extra} if extra else known


def _shaped(place: Place, shape: Shape) -> Any:
    if isinstance(shape, list):
        if place.kind != "sequence":
            return _any(place)
        return [_shaped(Place(node), shape[0]) for node in place.node.value]
    if isinstance(shape, type):
        return plain(place, shape)
    if shape == "other" and place.scalar.isdecimal():
        return int(place.scalar)
    if shape == "other" or place.kind != "scalar":
        return _any(place)
    if shape == "word":
        return " ".join(place.scalar.casefold().replace("-", " ").split())
    return None if place.is_null else place.scalar


def _any(place: Place) -> Any:
    """Read a value that the model knows nothing of, as YAML has it."""
    import yaml

    try:
        return yaml.constructor.SafeConstructor().construct_document(place.node)
    except (yaml.YAMLError, ValueError) as problem:
        raise Wrong(place.line, f"this value cannot be read: {getattr(problem, 'problem', problem)}.") from None
