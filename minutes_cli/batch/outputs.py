"""The tables that a batch leaves beside its records (``--to``): in the folder of the records, or in their store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from minutes_cli.batch.destination import Destination, open_destination
from minutes_cli.batch.exporting import Exported, Output, Taken, export
from minutes_cli.batch.found import is_url
from minutes_cli.batch.looking_over import LookedOver, looked_at, looked_over
from minutes_cli.batch.manifest import open_manifest
from minutes_cli.batch.outcome import Outcome
from minutes_cli.book import Book, together
from minutes_cli.errors import MinutesError, SourceUnreadable
from minutes_cli.export import FORMATS
from minutes_cli.store import load
from minutes_cli.store.book import read_book
from minutes_cli.store.home import book_of
from minutes_cli.store.shelf import Shelf


def leave(place: str, where: Destination, forms: Sequence[str], outcomes: Sequence[Outcome]) -> Exported:
    """Write the records below ``place`` as tables, in each of some formats, beside them. Raises as ``export`` does."""
    forms = tuple(dict.fromkeys(forms))
    if not is_url(place):
        folder = Path(place)
        outputs = [Output(form, folder / FORMATS[form].name) for form in forms]
        files: list[Path] = []
        with suppress(SourceUnreadable):  # an archive without minutes has tables without meetings
            files = [Path(name) for name in Shelf().names(folder)]
        return export(_records(files, folder), _book_over(files), outputs, outcomes)
    with TemporaryDirectory(prefix="minutes-batch-") as made:
        outputs = [Output(form, Path(made) / FORMATS[form].name) for form in forms]
        exported = export(_in_store(where, outcomes), Book(), outputs, outcomes)
        for path in (path for output in outputs for path in output.files.values()):
            where.take_over(path, path.relative_to(made).as_posix())
        return exported._replace(outputs=tuple(f"{place.rstrip('/')}/{FORMATS[form].name}" for form in forms))


def export_book(book: Path, outputs: Sequence[Output]) -> Exported:
    """Write the records of a minute book, a folder or one record, as tables; with what a batch noted of the files.

    Raises as ``export`` does, and ``SourceUnreadable`` when there is no record.
    """
    files, folder = [Path(name) for name in Shelf().names(book)], book if book.is_dir() else book.parent
    outcomes = open_manifest(str(folder), open_destination(str(folder)), only_read=True).known.values()
    records = _one_at_least(_records(files, folder))
    return export(records, _book_over(files), outputs, outcomes if book.is_dir() else ())


def _one_at_least(records: Iterable[Taken]) -> Iterator[Taken]:
    """Give records as they come; when none of them can be read, end with the reason of the first."""
    problems: list[MinutesError] = []
    read = False
    for name, each in records:
        if each.meeting is None:
            problems.append(each.unreadable)
        else:
            read = True
        yield name, each
    if not read and problems:
        raise problems[0]


def _records(files: Sequence[Path], folder: Path) -> Iterator[Taken]:
    """Read records one by one, each under its name from the folder on."""
    return ((file.relative_to(folder).as_posix(), each) for file, each in zip(files, looked_over(files), strict=True))


def _book_over(files: Iterable[Path]) -> Book:
    """Read what the bodies whose records these are say of themselves: the books beside and above them."""
    books = dict.fromkeys(book for folder in dict.fromkeys(f.parent for f in files) if (book := book_of(folder)))
    return together([read_book(book).book for book in books])


def _in_store(where: Destination, outcomes: Iterable[Outcome]) -> Iterator[Taken]:
    """Read the records in a store one by one: those of its manifest that are not set aside."""
    names = sorted(kept.record for outcome in outcomes for kept in outcome.records if not kept.aside)
    for name in names:
        try:
            yield name, looked_at(load(where.read(name).decode("utf-8-sig"), name))
        except FileNotFoundError:
            continue  # removed by a person
        except UnicodeDecodeError:
            yield name, LookedOver(None, [], (f"{name} is not UTF-8 text.", "Save it as UTF-8 in your editor."))
        except MinutesError as problem:
            yield name, LookedOver(None, [], (problem.message, problem.hint))
