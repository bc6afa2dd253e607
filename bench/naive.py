"""Read minutes the way a first script would: pdfplumber's text and tables of every page, printed as YAML.

What ``minutes`` is measured against: ``python bench/naive.py MINUTES.pdf > naive.yaml``.
"""

from __future__ import annotations

import sys

import pdfplumber
import yaml


def main(path: str) -> None:
    """Print what pdfplumber finds in the minutes at ``path``."""
    with pdfplumber.open(path) as minutes:
        pages = [{"text": page.extract_text(), "tables": page.extract_tables()} for page in minutes.pages]
    yaml.safe_dump({"pages": pages}, sys.stdout, allow_unicode=True, sort_keys=False)


if __name__ == "__main__":
    main(sys.argv[1])
