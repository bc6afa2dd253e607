"""Follow Word's fields, which stand for what is counted or looked up: dates, page numbers, references, form fields.

A field is its code, hidden, and its result, shown; it may run over paragraphs and hold other fields.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from minutes_cli.read.word_package import W
from minutes_cli.read.word_styles import number, toggle, value

TICKED, UNTICKED = "☒", "☐"  # how check boxes are printed


class Fields:
    """Where the reader stands in Word's fields, which may run over paragraphs: only their results are shown."""

    def __init__(self, container: Element | None = None) -> None:
        self._open: list[bool] = []  # for each field open: whether its result has begun
        begun: list[Element] = []
        for mark in container.iter(W + "fldChar") if container is not None else ():
            kind = mark.get(W + "fldCharType")
            if kind == "begin":
                begun.append(mark)
            elif kind == "end" and begun:
                begun.pop()
        self._endless = set(begun)  # fields that never end hide nothing: the rest of the minutes would be lost

    @property
    def shown(self) -> bool:
        """Whether words here are shown: in no field's code."""
        return all(self._open)

    def turn(self, mark: Element) -> str:
        """Take one ``w:fldChar``; gives what a form field without a result shows, such as a ticked box."""
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            if mark in self._endless:
                return ""
            self._open.append(False)
            return _form_field(mark.find(W + "ffData")) if all(self._open[:-1]) else ""
        if kind == "separate" and self._open:
            self._open[-1] = True
        elif kind == "end" and self._open:
            self._open.pop()
        return ""


def _form_field(form: Element | None) -> str:
    if form is None:
        return ""
    box, choices = form.find(W + "checkBox"), form.find(W + "ddList")
    if box is not None:
        ticked = toggle(box, "checked")
        return TICKED if (toggle(box, "default") if ticked is None else ticked) else UNTICKED
    if choices is not None:
        entries = [entry.get(W + "val", "") for entry in choices.iter(W + "listEntry")]
        chosen = int(number(value(choices, "result") or value(choices, "default")) or 0)
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    return ""
