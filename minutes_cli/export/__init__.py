"""The room of archives for other programs: records come in one by one, tables that SQL can be asked of go out.

``tables`` says which tables there are and what stands in each column, ``rows`` takes a record apart into them,
``linking`` finds who is one person over the meetings, ``spool`` keeps the rows on the disk until that is known; each
format is a module that writes them. ``docs/archive-data.md`` tells the same to those who ask the questions. ``batch``
and the commands knock here.
"""

from __future__ import annotations

from minutes_cli.export.formats import FORMATS, Format, Writer
from minutes_cli.export.spool import Spool
from minutes_cli.export.tables import SCHEMA, TABLES, Column, Table

__all__ = ["FORMATS", "SCHEMA", "TABLES", "Column", "Format", "Spool", "Table", "Writer"]
