"""Reports: what a register or a record has to say, as columns and rows without formatting.

In comes a ``Register``, ``Proceedings`` or a ``Meeting``, out go ``Report``s. The commands knock here, and ``render``
takes the value types.
"""

from __future__ import annotations

from minutes_cli.report.action_audit import action_audit
from minutes_cli.report.action_log import action_log
from minutes_cli.report.attendance import attendance
from minutes_cli.report.carry_forward import carry_forward
from minutes_cli.report.decisions import decision_register
from minutes_cli.report.forms import formed
from minutes_cli.report.lines import line_report
from minutes_cli.report.meetings_ahead import meetings_ahead
from minutes_cli.report.owners import owner_summary
from minutes_cli.report.record import record_pages
from minutes_cli.report.review import follow_up_review
from minutes_cli.report.values import Column, Covered, Group, Report

__all__ = [
    "Column",
    "Covered",
    "Group",
    "Report",
    "action_audit",
    "action_log",
    "attendance",
    "carry_forward",
    "decision_register",
    "follow_up_review",
    "formed",
    "line_report",
    "meetings_ahead",
    "owner_summary",
    "record_pages",
]
