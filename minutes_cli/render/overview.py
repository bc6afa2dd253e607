"""The overview above a report whose groups are counted: one line a group, one column a count."""

from __future__ import annotations

from minutes_cli.report.values import Column, Group, Report, Row


def overview(report: Report) -> Report | None:
    """Draw up the table of counts that people read first; ``None`` when nothing is counted."""
    counted = [group for group in report.groups if group.counts]
    if not counted:
        return None
    kinds = list(dict.fromkeys(kind for group in counted for kind in group.counts))
    rows: list[Row] = [{"group": group.title, **group.counts} for group in counted]
    columns = [
        Column(key="group", title=report.grouped_by, most=0),
        *(Column(key=kind, title=kind.capitalize(), kind="number", most=9) for kind in kinds),
    ]
    return Report(title="", columns=columns, groups=[Group(rows=rows)])


def groups_of(report: Report) -> list[Group]:
    """List the groups that a page sets out below the overview: one with nothing to list has its line there alone."""
    return [group for group in report.groups if group.rows or not any(each.counts for each in report.groups)]
