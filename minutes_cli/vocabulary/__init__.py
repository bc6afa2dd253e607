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
from typing import Any

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
