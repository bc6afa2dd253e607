"""The words that minutes use, as data: column headings, labels, titles, status words, due phrases.

``load(topic)`` returns the entries of ``en/<topic>.yaml``. A new wording is a new entry with an example, never a
new ``if``; ``tests/test_vocabulary.py`` runs every example of every entry.

The YAML files are what people edit. ``pressed.py`` holds the same words as a Python module, because reading YAML takes
sixteen times as long (16 ms against 1); it is made by ``make words``, and a topic whose file was changed since then is
read from the file.
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from minutes_cli.book import Words

try:
    from minutes_cli.vocabulary import pressed
except (ImportError, SyntaxError):  # not made yet, or left half merged: `make words` writes it anew
    pressed = None  # type: ignore[assignment]

FOLDER = Path(__file__).parent / "en"


@cache
def load(topic: str) -> Any:
    """Read the words of one topic ("columns", "labels" ...), once.

    Raises ``FileNotFoundError`` for a topic that does not exist: that is a mistake in the program.
    """
    found = _of_minutes(topic)
    if _House.words is None:
        return found
    from minutes_cli.vocabulary.house import with_house

    return with_house(topic, found, _House.words)


class _House:
    """The words of the house whose minutes this process reads; ``None`` when it has none of its own."""

    words: Words | None = None


def speak(words: Words | None) -> bool:
    """Add the words of one house to all that is loaded from now on; ``None`` is no words of its own.

    Returns whether these are the words in use: words are compiled once, so a process that has begun to read the
    minutes of one house cannot turn to those of another.
    """
    if words == _House.words:
        return True
    if load.cache_info().currsize:
        return False
    _House.words = words
    return True


def _of_minutes(topic: str) -> Any:
    """Read the words of a topic that all minutes use."""
    written = (FOLDER / f"{topic}.yaml").read_bytes()
    if pressed is None:
        return read_yaml(written)
    if pressed.CHECKSUMS.get(topic) == zlib.crc32(written):
        return pressed.WORDS[topic]
    return read_yaml(written)


def read_yaml(written: bytes) -> Any:
    """Read one vocabulary file's bytes as YAML."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(written.decode("utf-8"), Loader=loader)  # noqa: S506
