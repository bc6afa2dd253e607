"""The store: a meeting's record as a YAML file that people may edit, and back.

In comes a ``Meeting``, out goes text or a file; in comes a file, out goes a ``Meeting``. Only the command line and
``batch`` knock here. What a record looks like is told in ``docs/record.md``; ``schema()`` says the same to programs.
"""

from __future__ import annotations

from minutes_cli.store.files import back_up, write_atomically
from minutes_cli.store.keeping import Saved, has_edits, save
from minutes_cli.store.reading import is_record, load, read_record
from minutes_cli.store.schema import schema
from minutes_cli.store.writing import dump

__all__ = ["Saved", "back_up", "dump", "has_edits", "is_record", "load", "read_record", "save", "schema"]
__all__ += ["write_atomically"]
