"""Write ``pressed.py``, the vocabulary as a Python module: ``make words``."""

from __future__ import annotations

import zlib

from minutes_cli.vocabulary import FOLDER, read_yaml

HEAD = '''"""The vocabulary as Python, made from ``en/*.yaml`` by ``make words``: edit those, not this."""

from typing import Any

'''


def pressed() -> str:
    """Give the text of ``pressed.py`` for the vocabulary files as they stand."""
    files = sorted(FOLDER.glob("*.yaml"))
    checksums = {path.stem: zlib.crc32(path.read_bytes()) for path in files}
    lines = [HEAD, f"CHECKSUMS: dict[str, int] = {checksums!r}\n", "WORDS: dict[str, Any] = {\n"]
    lines.extend(f"    {path.stem!r}: {read_yaml(path.read_bytes())!r},\n" for path in files)
    return "".join([*lines, "}\n"])


if __name__ == "__main__":
    (FOLDER.parent / "pressed.py").write_text(pressed(), encoding="utf-8")
