"""Make every fixture again: ``python -m tests.making [FOLDER]``. Needs LibreOffice for the PDFs of a word processor."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.making.making import make_all

ROOT = Path(__file__).resolve().parents[2]

if __name__ == "__main__":
    make_all(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
