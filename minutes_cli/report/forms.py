"""Reports in the house's own form: the title and the columns that ``minutebook.yaml`` asks for."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from minutes_cli.book import ReportForm, Reports
from minutes_cli.errors import UsageProblem
from minutes_cli.register import folded
from minutes_cli.report.values import Column, Report


def formed(report: Report, forms: Reports) -> Report:
    """Put a report into the form that the house has for it; one without a form stays as it is.

    A page shows the columns asked for in their order, and programs get the typed columns that these stand for. The
    rows keep all that they have. Meetings of an attendance matrix are columns, too: ``meetings`` is all of them.

    Raises ``UsageProblem`` for a column that there is not, with the names of those that there are.
    """
    form = forms.form(report.key)
    if form is None:
        return report
    columns = list(_columns(report, form)) if form.columns else report.columns
    return msgspec.structs.replace(report, title=form.title or report.title, columns=columns)


def _columns(report: Report, form: ReportForm) -> Iterator[Column]:
    """Give the columns asked for, each once; behind a column of the page the typed ones it stands for."""
    given: set[str] = set()
    for name, title in _asked(form):
        found = _found(report, name)
        for column in found:
            if column.key not in given:
                given.add(column.key)
                own = title and column.key not in found[0].stands_for[1:]
                yield msgspec.structs.replace(column, title=title) if own else column


def _asked(form: ReportForm) -> Iterator[tuple[str, str]]:
    """Give each column's name with the title that the house has for it, "" where it has none."""
    for each in form.columns:
        yield from each.items() if isinstance(each, dict) else [(each, "")]


def _found(report: Report, name: str) -> list[Column]:
    """Find what a name means, keys before titles: the page's column with its typed ones, else a typed column."""
    asked = folded(name.replace("-", " "))
    if asked == "meetings" and any(column.splits for column in report.columns):
        return [column for column in report.columns if column.splits]
    on_page = [column for column in report.columns if column.face != "machine"]
    typed = {column.key: column for column in report.columns if column.face != "page"}
    for called in ("name", "title"):
        for column in (*on_page, *typed.values()):
            if asked == folded(getattr(column, called)):
                whole = column if column in on_page else msgspec.structs.replace(column, face="both")
                return list({each.key: each for each in (whole, *(typed[key] for key in column.stands_for))}.values())
    raise UsageProblem(
        f"minutebook.yaml: reports: {report.key}: there is no column {name!r}.", f"Use any of: {_names(report)}."
    )


def _names(report: Report) -> str:
    names = ["meetings" if column.splits else column.name for column in report.columns]
    return ", ".join(dict.fromkeys(names))
