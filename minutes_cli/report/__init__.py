"""Reports: what a register or a record has to say, as columns and rows without formatting.

In comes a ``Register`` or a ``Meeting``, out goes a ``Report``. The commands knock here, and ``render`` takes
the value types.
"""

from __future__ import annotations

from minutes_cli.report.action_log import action_log
from minutes_cli.report.carry_forward import carry_forward
from minutes_cli.report.lines import line_report
from minutes_cli.report.owners import owner_summary
from minutes_cli.report.record import record_pages
from minutes_cli.report.review import follow_up_review
from minutes_cli.report.values import Column, Group, Report

__all__ = [
    "Column",
    "Group",
    "Report",
    "action_log",
    "carry_forward",
    "follow_up_review",
    "line_report",
    "owner_summary",
    "record_pages",
]
