"""What a command line names, as files of minutes: folders, patterns, lists, packed archives, stores behind a URL."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from minutes_cli.batch.found import Found, filesystem, is_url, remote_stamp, stamp_of
from minutes_cli.batch.packed import is_packed, members
from minutes_cli.errors import UsageProblem

RECORDS = (".yaml", ".yml")
TRACES = ("~$", ".~lock.", "._")
"""How the files begin that Word, LibreOffice and macOS leave beside documents: they hold no minutes."""
SYSTEM = {"thumbs.db", "desktop.ini", "__macosx"}


class Passed(NamedTuple):
    """A file that was not looked into, and why."""

    name: str
    why: str


class Sources(NamedTuple):
    """The files found, in the order of their names, and those that were passed over."""

    files: list[Found]
    passed: list[Passed]


def find(places: Sequence[str], listed: Iterable[str], spare: str) -> Sources:
    """Find the files of minutes that ``places`` name; ``-`` among them stands for those ``listed``.

    ``spare`` is the folder of the records: it is not looked into. Raises ``UsageProblem`` when a place is not there.
    """
    files: dict[str, Found] = {}
    passed: list[Passed] = []
    for place in places:
        for each in _in(place, listed, spare):
            if isinstance(each, Passed):
                passed.append(each)
            else:
                files.setdefault(each.key, each)
    return Sources(sorted(files.values(), key=lambda each: (each.name, each.key)), sorted(set(passed)))


def _in(place: str, listed: Iterable[str], spare: str) -> Iterator[Found | Passed]:
    if place == "-":
        yield from _in_list(listed, spare)
    elif is_url(place):
        yield from _in_store(place)
    elif os.path.isdir(place):
        yield from _in_folder(place, spare)
    elif os.path.isfile(place):
        yield from _file(place, os.path.basename(place))
    elif glob.has_magic(place):
        yield from _in_pattern(place, spare)
    else:
        raise UsageProblem(f"There is no {place}.", "Name a folder, a file, a pattern in quotes, or - for a list.")


def _in_list(listed: Iterable[str], spare: str) -> Iterator[Found | Passed]:
    """Take the files that a list names, one a line; those below this folder keep their path, others their whole one."""
    here = os.getcwd()
    for line in listed:
        if not (place := line.strip("\r\n")):
            continue
        if is_url(place) or os.path.isdir(place):
            yield from _in(place, (), spare)
        elif os.path.isfile(place):
            whole = os.path.abspath(place)
            near = os.path.relpath(whole, here)
            yield from _file(
                place, Path(near if not near.startswith("..") else os.path.splitdrive(whole)[1]).as_posix()
            )
        else:
            yield Passed(place, "is not there")


def _in_pattern(pattern: str, spare: str) -> Iterator[Found | Passed]:
    fixed = Path(pattern)
    while glob.has_magic(str(fixed)):
        fixed = fixed.parent
    apart = os.path.realpath(spare)
    places = sorted(place for place in glob.iglob(pattern, recursive=True) if os.path.isfile(place))
    if not places:
        raise UsageProblem(f"Nothing is named as {pattern} says.", "Put the pattern in quotes, and try it with: ls")
    for place in places:
        if not os.path.realpath(place).startswith(apart + os.sep):
            yield from _file(place, Path(os.path.relpath(place, fixed)).as_posix())


def _in_folder(folder: str, spare: str) -> Iterator[Found | Passed]:
    apart = os.path.realpath(spare)

    def refuse(problem: OSError) -> None:
        raise UsageProblem(f"{problem.filename} cannot be opened: {problem.strerror}.", "Ask for the right to read it.")

    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name.lower() not in SYSTEM
            and os.path.realpath(os.path.join(here, name)) != apart
        )
        if os.path.realpath(here) == apart:
            names = []  # the folder itself is where the records go: only what lies below other names is read
        for name in sorted(names):
            place = os.path.join(here, name)
            yield from _file(place, Path(os.path.relpath(place, folder)).as_posix())


def _file(place: str, name: str) -> Iterator[Found | Passed]:
    """Take one file on a disk: a document, or the documents packed in it."""
    whole = os.path.abspath(place)
    if why := _is_passed(name):
        yield Passed(name, why)
        return
    try:
        told = os.stat(whole)
    except OSError as problem:
        yield Passed(name, f"cannot be opened: {problem.strerror}")
        return
    if is_packed(name):
        for each in members(whole, name):
            if isinstance(each, str):
                yield Passed(name, each)
            elif not (why := _is_passed(each.name)):
                yield each
            else:
                yield Passed(each.name, why)
    else:
        yield Found(name=name, kind="file", at=whole, stamp=stamp_of(told), size=told.st_size)


def _is_passed(name: str) -> str:
    """Say why a file is not looked into, by its name; nothing when it is."""
    parts = name.split("/")
    bare = parts[-1]
    if bare.startswith(TRACES) or any(part.lower() in SYSTEM for part in parts):
        return "a trace of another program"
    if any(part.startswith(".") and part not in (".", "..") for part in parts):
        return "hidden"
    return "a record, not minutes" if bare.lower().endswith(RECORDS) else ""


def _in_store(url: str) -> Iterator[Found | Passed]:
    """Find the files behind a URL: a folder, a pattern, or one file."""
    files, path = filesystem(url)
    try:
        if glob.has_magic(path):
            found = files.glob(path, detail=True)
            base = path[: next(at for at, sign in enumerate(path) if sign in "*?[")].rpartition("/")[0]
        else:
            found = files.find(path, detail=True)
            base = path if path not in found else path.rpartition("/")[0]
    except (OSError, ValueError) as problem:
        raise UsageProblem(f"{url} cannot be read: {problem}.", "Check the address and your rights.") from None
    if not found:
        raise UsageProblem(f"There is nothing at {url}.", "Check the address.")
    for place, info in found.items():
        if info.get("type") != "file":
            continue
        name = place.removeprefix(base).strip("/")
        if why := _is_passed(name):
            yield Passed(name, why)
        else:
            at = files.unstrip_protocol(place)
            yield Found(name=name, kind="url", at=at, stamp=remote_stamp(info), size=int(info.get("size") or 0))
