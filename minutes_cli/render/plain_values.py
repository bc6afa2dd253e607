"""Reports as plain keyed values, the common ground of JSON and YAML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from minutes_cli.render.faces import machine_columns
from minutes_cli.render.manner import Manner
from minutes_cli.report.values import Group, Report


def keyed(reports: Sequence[Report], manner: Manner) -> Any:
    """Turn reports into keyed values with every machine field: one object when one report is alone, else a list."""
    objects = [_report(report) for report in reports]
    return objects[0] if manner.alone else objects


def _report(report: Report) -> dict[str, Any]:
    columns = machine_columns(report)
    return {
        "key": report.key,
        "title": report.title,
        "subtitle": report.subtitle,
        "covered": msgspec.structs.asdict(report.covered) if report.covered else None,
        "facts": dict(report.facts),
        "columns": [{"key": column.key, "title": column.title, "kind": column.kind} for column in columns],
        "grouped_by": report.grouped_by,
        "groups": [_group(group, [column.key for column in columns]) for group in report.groups],
        "notes": list(report.notes),
    }


def _group(group: Group, keys: Sequence[str]) -> dict[str, Any]:
    return {
        "title": group.title,
        "section": group.section,
        "about": dict(group.about),
        "counts": dict(group.counts),
        "rows": [{key: row.get(key) for key in keys} for row in group.rows],
    }
