"""Wordings that minutes may have, as patterns that are compiled when a text first calls for them.

Several hundred wordings are looked for, and one file of minutes has few of them; compiling a pattern takes as long as
looking for it in hundreds of lines. So a wording costs nothing until it is used, and one that names the words it
``needs`` costs nothing until a text holds one of them. After that it is the compiled pattern, with nothing in between;
what it was compiled to is kept for the next run (``kept``).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import partial
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_NOT_FOUND: dict[str, Any] = {"search": None, "match": None, "fullmatch": None, "finditer": iter(())}


def wording(pattern: str, flags: int = 0, needs: Iterable[str] = ()) -> re.Pattern[str]:
    r"""Give a wording of minutes, to be used as ``re.compile(pattern, flags)`` would be.

    What it is compiled to outlives the run: a pattern made of the words of a document (a person's name) is none.
    ``needs`` are words or parts of words, one of which stands in every text that the wording is found in ("page" for
    ``page \d+``); in small letters where case is ignored. ``tests/test_wording.py`` proves that it is so.
    """
    return cast("re.Pattern[str]", Wording(pattern, flags, needs))


def keep() -> None:
    """Keep for the next run what had to be compiled in this process, which is about to end."""
    if kept := sys.modules.get("minutes_cli.wording.kept"):  # else there was nothing to compile
        kept.keep()


class Wording:
    """A wording that is not compiled yet; once it is, it has the methods of the compiled pattern for its own."""

    def __init__(self, pattern: str, flags: int, needs: Iterable[str]) -> None:
        self.pattern, self.flags, self.needs = pattern, flags, tuple(needs)

    def __getattr__(self, name: str) -> Any:
        if self.needs and name in _NOT_FOUND:
            return partial(self._find, name)
        return getattr(self._compiled(), name)

    def _find(self, method: str, text: str, *span: int) -> Any:
        held = text.lower() if self.flags & re.IGNORECASE else text
        if not any(need in held for need in self.needs):
            return _NOT_FOUND[method]
        return getattr(self._compiled(), method)(text, *span)

    def _compiled(self) -> re.Pattern[str]:
        from minutes_cli.wording import kept

        compiled = kept.compiled(self.pattern, self.flags)
        self.__dict__.update((name, getattr(compiled, name)) for name in _METHODS)
        return compiled
