"""Which record each file of minutes goes to, settled before anything is written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from minutes_cli.cli.products import same_file
from minutes_cli.cli.talk import STDIN
from minutes_cli.errors import UsageProblem

KNOWN = (
    *(".txt", ".text", ".md", ".markdown", ".rst", ".org", ".html", ".htm", ".mht", ".mhtml", ".eml", ".pdf"),
    *(".docx", ".docm", ".dotx", ".doc", ".odt", ".ott", ".fodt", ".rtf", ".wpd", ".xml"),
)
"""What a record's name leaves out of the minutes' name; in "Board 4.3.2031" the end is no suffix."""


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
