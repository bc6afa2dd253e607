"""Everything that reading minutes takes, loaded once in the process that the workers of a crew are forked from."""

from __future__ import annotations

from importlib import import_module

OFTEN = ("parse", "parse.enclosed", "check", "store", "read", "read.text", "read.word", "read.pdf", "read.pdf_page")
"""Rooms and modules that most archives need; what is rarer is loaded when its first file comes."""

import_module("minutes_cli.batch.reading")
import_module("minutes_cli.batch.worker")
for _name in OFTEN:
    import_module(f"minutes_cli.{_name}")
