"""Words of a document as a web page may show them."""

from __future__ import annotations

import re

from minutes_cli.render.untrusted import shown

_NO_CHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]|[\U0001fffe\U0001ffff]")
"""Code points that HTML forbids in a page, and that Unicode keeps free of characters."""


def fit(words: str) -> str:
    """Make words fit to stand in a web page: what turns the reading direction or controls a terminal becomes a sign."""
    return _NO_CHARACTER.sub("\ufffd", shown(words))
