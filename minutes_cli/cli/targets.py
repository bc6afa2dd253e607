"""Which record each file of minutes goes to, settled before anything is written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from minutes_cli.batch.naming import KNOWN, dated, is_of_several
from minutes_cli.cli.products import same_file
from minutes_cli.cli.talk import STDIN
from minutes_cli.errors import UsageProblem
from minutes_cli.model import Meeting


def targets_of(files: Sequence[Path], output: str | None) -> list[tuple[Path, Path | None]]:
    """Pair each file of minutes with the file of its record, or with nothing for standard output.

    Raises ``UsageProblem`` when two records would be one file, when a record would go over minutes, and when a record
    is given where minutes are meant.
    """
    sources = list(dict.fromkeys(files))
    for source in sources:
        if source.suffix.lower() in (".yaml", ".yml"):
            raise UsageProblem(f"{source} is a record, not minutes.", f"To see it: minutes show {source}")
    folder = _folder(output)
    if output not in (None, "-") and folder is None and len(sources) > 1:
        raise UsageProblem(f"{output} is one file, but there are {len(sources)}.", f"For a folder: -o {output}{os.sep}")
    pairs = [(source, _target(source, output, folder)) for source in sources]
    _hold_apart(pairs)
    return pairs


def for_each(meetings: Sequence[Meeting], target: Path | None, output: str | None) -> list[tuple[Meeting, Path | None]]:
    """Give each meeting of one file the file of its record: with its date in the name, when the file holds several.

    So a record keeps its name when a meeting is added to the file, at its head or at its end. Where a file was named
    (``-o board.yaml``), the first has that name. Raises ``UsageProblem`` when a record is there of another file's
    meeting.
    """
    if target is None or not any(is_of_several(meeting) for meeting in meetings):
        return [(meeting, target) for meeting in meetings]
    named = output is not None and _folder(output) is None
    pairs: list[tuple[Meeting, Path | None]] = []
    taken: set[Path] = set()
    for position, meeting in enumerate(meetings):
        path = target if named and not position else dated(target, meeting, taken)
        _spare(path, meeting)
        taken.add(path)
        pairs.append((meeting, path))
    return pairs


def _spare(path: Path, meeting: Meeting) -> None:
    """Refuse to write over the record of another file's meeting that has the same name by chance."""
    from minutes_cli import store
    from minutes_cli.errors import MinutesError

    if not path.is_file() or not store.is_record(path):
        return
    try:
        there = store.read_record(path).source
    except MinutesError:
        return  # ``store.save`` says what is wrong with it
    if there and meeting.source and there.file != meeting.source.file:
        raise UsageProblem(
            f"{path} is the record of {there.file}, and was left as it is.", "Name a folder with --output."
        )


def make_room(target: Path, output: str | None) -> None:
    """Make the folder of a record when the output was named as a folder (``records/``), and never else.

    Raises ``UsageProblem`` when it cannot be made.
    """
    if _folder(output) is None:
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        why = problem.strerror or str(problem)
        raise UsageProblem(f"{target.parent} cannot be made: {why}.", "Name another with --output.") from None


def _folder(output: str | None) -> Path | None:
    """Tell whether the output is a folder: it is there as one, or ends as one (``records/``)."""
    if output is None or output == "-":
        return None
    is_folder = output.endswith(("/", os.sep)) or Path(output).is_dir()
    return Path(output) if is_folder else None


def _target(source: Path, output: str | None, folder: Path | None) -> Path | None:
    if output == "-" or (source == STDIN and output is None):
        return None
    if output is not None and folder is None:
        return Path(output)
    name = "minutes" if source == STDIN else source.stem if source.suffix.lower() in KNOWN else source.name
    return (folder or source.parent) / f"{name}.yaml"


def _hold_apart(pairs: Sequence[tuple[Path, Path | None]]) -> None:
    """Refuse two records in one file (board.pdf and board.docx), and a record over minutes."""
    taken: dict[str, Path] = {}
    for source, target in pairs:
        if target is None:
            continue
        key = os.path.realpath(target).casefold()
        if key in taken:
            raise UsageProblem(
                f"{taken[key]} and {source} would both be written to {target}; nothing was written.",
                "Parse them one by one, each with its own --output.",
            )
        taken[key] = source
        if over := next((other for other, _ in pairs if same_file(target, other)), None):
            raise UsageProblem(
                f"{target} would be written over the minutes {over}.", "Name another file with --output."
            )
