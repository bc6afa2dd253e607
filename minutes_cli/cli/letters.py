"""One file an owner: their own list, to be sent to them, and who is left for a person to look at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from minutes_cli.cli.options import Product
from minutes_cli.cli.products import put, rendered
from minutes_cli.cli.talk import counted, one_line
from minutes_cli.errors import EditsWouldBeLost, UsageProblem

if TYPE_CHECKING:
    from minutes_cli.report import Group, Report

FORMS = ("eml", "docx", "md", "html")
"""The formats of a list that is sent to somebody."""

NAME_AT_MOST = 60
"""Characters of a file's name: short enough to be read, and for every system."""

RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")
"""Names that Windows keeps for devices. Source: Microsoft, "Naming Files, Paths, and Namespaces"."""


class Written(NamedTuple):
    """What became of one owner's list: its file, or why it has none; what a person should know of it; the exit code."""

    owner: str
    file: Path | None
    remark: str = ""
    code: int = 0


def write_each(report: Report, folder: Path, product: Product, sources: Sequence[Path | str] = ()) -> list[Written]:
    """Write each owner's list into a file of its own in ``folder``, which is made when it is not there.

    Owners without an open action get none, nor do actions without an owner. A file that was edited since it was written
    is left as it is, and stands among the remarks, as do those of an earlier day that nothing was written to now.
    Raises ``UsageProblem`` for a format that nobody is sent, and when a file cannot be written.
    """
    form = product.form or FORMS[0]
    if form not in FORMS:
        raise UsageProblem(f"--each writes no {form}.", f"Use -f with one of: {', '.join(FORMS)}.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UsageProblem(f"the folder {folder} cannot be made: {problem.strerror}.", "Name another one.") from None
    written, taken = [], set[str]()
    for group in report.groups:
        owner = one_line(group.title)
        if not group.about.get("owner"):
            written.append(Written(owner, None, f"no owner: {counted(group.counts.get('open', 0), 'open action')}"))
        elif not group.counts.get("open"):
            written.append(Written(owner, None, "nothing open"))
        else:
            path = folder / f"{_free_name(group, taken)}.{form}"
            # the file's own name keeps a terminal out of it
            content = rendered(_letter_of(report, group), product._replace(form=form, output=path))
            try:
                put(content, path, sources, force=product.force)
                written.append(Written(owner, path, _remark(group, form)))
            except EditsWouldBeLost as problem:  # one letter that was touched up must not cost the others theirs
                written.append(Written(owner, None, f"{problem.message} {problem.hint}", problem.exit_code))
    return [*written, *_of_earlier(folder, form, taken)]


def _of_earlier(folder: Path, form: str, taken: set[str]) -> Iterator[Written]:
    """Tell of files of an earlier run whose owners have nothing open now: sent by mistake, they would ask again."""
    from minutes_cli.store.written import is_as_written

    for path in sorted(folder.glob(f"*.{form}")):
        if path.stem not in taken and is_as_written(path):
            yield Written(one_line(str(path)), None, "written earlier, and to nobody now; delete it")


def _letter_of(report: Report, group: Group) -> Report:
    """Make a report of one owner's list: what is noted of all owners is not for the one who reads it."""
    address = None if group.section else group.about.get("email")  # who may be several people is written to by none
    own = msgspec.structs.replace(group, section="", about={**group.about, "email": address})
    day = report.covered.as_of if report.covered else None
    notes = [f"As of {day.isoformat()}."] if day else []
    return msgspec.structs.replace(report, title=f"Actions of {group.title}", groups=[own], notes=notes)


def _remark(group: Group, form: str) -> str:
    if group.section:
        return group.section[:1].lower() + group.section[1:]
    if form == "eml" and not group.about.get("email"):
        return "no address: add email to this person in minutebook.yaml"
    return ""


def _free_name(group: Group, taken: set[str]) -> str:
    """Name a file by its owner, "ann-forde-af", as every system takes it; a number tells equal names apart."""
    about = group.about
    name = _plain(" ".join(str(about[key]) for key in ("name", "owner") if about.get(key)))
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def _plain(words: str) -> str:
    """Put words into small letters, figures and hyphens; a letter that has no plain form stays, a sign goes."""
    folded = unicodedata.normalize("NFKD", words.encode("utf-8", "replace").decode()).casefold()
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    parts = dict.fromkeys(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", bare)))
    name = "-".join(parts)[:NAME_AT_MOST].strip("-") or "owner"
    return f"owner-{name}" if RESERVED.fullmatch(name) else name


def told(written: Sequence[Written]) -> Iterator[str]:
    """Say what was written, a line each, and at the end who is left to look at."""
    for each in written:
        if each.file:
            yield f"{each.file}: {each.owner}"
    left = [each for each in written if each.remark]
    if left:
        yield "To look at:"
    for each in left:
        yield f"- {each.owner}: {each.remark}"
