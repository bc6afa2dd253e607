"""The words of one house beside those of all minutes: headings of columns, marks of actions, words for a status."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from minutes_cli.book import Words


def with_house(topic: str, found: Any, words: Words) -> Any:
    """Give the words of a topic with those of a house, which come first; a word of the house has its meaning alone."""
    if topic == "columns":
        return found | _added(found, msgspec.structs.asdict(words.columns))
    if topic == "markers":
        return found | _added(found, {"words": words.markers})
    if topic == "status":
        said = msgspec.structs.asdict(words.status)
        own = {name.replace("_", " "): list_ for name, list_ in said.items() if name != "extra"}
        taken = {word for list_ in own.values() for word in _folded(list_)}
        meanings = {name: [word for word in list_ if word not in taken] for name, list_ in found["meanings"].items()}
        return found | {"meanings": meanings | _added(meanings, own)}
    return found


def _added(found: dict[str, Any], own: dict[str, Any]) -> dict[str, list[str]]:
    return {name: [*_folded(list_), *found.get(name, ())] for name, list_ in own.items() if name != "extra" and list_}


def _folded(words: Iterable[str]) -> list[str]:
    """Write words as the vocabulary has them: in small letters, one blank between two."""
    return [" ".join(word.casefold().split()) for word in words if word.strip()]
