"""Read minutes off the disk as they stand on paper: a file comes in, a ``Document`` goes out.

What a file is, is decided by its bytes first and by its name second. The command line and ``batch`` may knock
here. A new format is one module and one line in ``READERS``; a format that is only recognised, to name the next
step, is one line in ``sniff.TURNED_AWAY``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from minutes_cli.aside import Begun
from minutes_cli.document import Document
from minutes_cli.errors import SourceUnreadable, UsageProblem
from minutes_cli.read.encoding import repairs
from minutes_cli.read.mending import mend
from minutes_cli.read.sniff import kind_of, refuse

READERS: dict[str, tuple[str, str]] = {
    # kind as sniffed: (module, function); a module is imported only when a file of its kind comes
    "text": ("minutes_cli.read.text", "read_text"),
    "markdown": ("minutes_cli.read.markdown", "read_markdown"),
    "rst": ("minutes_cli.read.rst", "read_rst"),
    "org": ("minutes_cli.read.org", "read_org"),
    "html": ("minutes_cli.read.html", "read_html"),
    "word": ("minutes_cli.read.word", "read_word"),
    "opendocument": ("minutes_cli.read.opendocument", "read_opendocument"),
    "word-97": ("minutes_cli.read.office", "read_old_word"),
    "word-xml": ("minutes_cli.read.office", "read_word_xml"),
    "wordperfect": ("minutes_cli.read.office", "read_wordperfect"),
    "mail": ("minutes_cli.read.mail", "read_mail"),
    "rtf": ("minutes_cli.read.rtf", "read_rtf"),
    "pdf": ("minutes_cli.read.pdf", "read_pdf"),
    "picture": ("minutes_cli.read.picture", "read_picture"),
}

BEGINNERS = {"pdf": ("minutes_cli.read.pdf", "begin_pdf")}
"""Readers that can begin and be waited for, because they share their work out themselves."""

OPTIONS = {
    "pdf": ("password", "engine", "ocr"),
    "picture": ("ocr",),
    "word": ("changes",),
    "word-97": ("changes",),
    "word-xml": ("changes",),
    "mail": ("password", "engine", "ocr", "changes"),
}
"""The options of reading that mean something to a kind of file; its reader is told no others."""

TYPED = ("text", "markdown")
"""Kinds of file whose lines are those of the document."""

BRIEF = 256 * 1024  # bytes; minutes in a smaller file are read by one process, which opens it too

LARGEST_FILE = 512 * 1024 * 1024  # bytes; the longest scanned minutes met are a tenth of it


def read(
    path: Path,
    *,
    password: str | None = None,
    engine: str = "pdfium",
    changes: str = "accepted",
    ocr: bool = False,
) -> Document:
    """Read the minutes in one file as lines and tables with their places.

    ``password`` opens a locked PDF; ``engine`` chooses the PDF reader (``pdfium`` or ``pdfplumber``); ``changes`` says
    how tracked changes are read: as if all were ``accepted``, or the ``original`` before them; ``ocr`` has pages read
    that are pictures.
    Raises ``UsageProblem`` for a folder or a device, ``SourceUnreadable`` for a file that is missing, empty,
    locked, broken or of a kind that is not read.
    """
    return begin(path, busy=False, password=password, engine=engine, changes=changes, ocr=ocr)()


def read_bytes(data: bytes, name: str, **how: Any) -> Document:
    """Read minutes that are already in memory (a pipe, an archive); ``name`` is the file name to call them by.

    ``how`` are the options of ``read``. Raises ``SourceUnreadable`` as ``read`` does.
    """
    return begin(Path(name), data, busy=False, **how)()


def begin(path: Path, data: bytes | None = None, *, busy: bool = True, **how: Any) -> Callable[[], Document]:
    """Begin to read the minutes in one file; gives the function that waits for the document.

    ``data`` is what the file holds, when it is already in memory. ``busy`` says that the caller has something else to
    do meanwhile, so that a process of its own is worth its while. ``how`` is said at ``read``; both raise as it does.
    """
    data = _bytes_of(path) if data is None else data
    kind = kind_of(data, path.name)
    if kind not in READERS:
        refuse(kind, path.name)
    how = {option: said for option, said in how.items() if option in OPTIONS.get(kind, ())}
    if kind in BEGINNERS and (not busy or len(data) > BRIEF):
        begun: Callable[[], Document] = _imported(BEGINNERS[kind])(data, path.name, busy=busy, **how)
        return lambda: mend(begun())
    return Begun(partial(_read_whole, kind, data, path.name, **how), Document, aside=busy).outcome


def _read_whole(kind: str, data: bytes, name: str, **how: Any) -> Document:
    """Read the minutes in one file of a kind, with what can be mended of their characters."""
    document: Document = _imported(READERS[kind])(data, name, **how)
    return mend(document, repairs(data) if kind in TYPED else None)


def _imported(reader: tuple[str, str]) -> Callable[..., Any]:
    module, function = reader
    return cast(Callable[..., Any], getattr(import_module(module), function))


def _bytes_of(path: Path) -> bytes:
    """Fetch the bytes of a file of minutes, or say in one line why they cannot be had."""
    try:
        if path.is_dir():
            raise UsageProblem(f"{path} is a folder, not a file of minutes.", "Name the files in it instead.")
        if path.is_char_device() or path.is_block_device():
            raise UsageProblem(f"{path} is a device, not a file of minutes.", "Name a file.")
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise SourceUnreadable(f"There is no file {path}.", "Check the name and the folder.") from None
    except PermissionError:
        raise SourceUnreadable(f"{path} may not be opened.", "Ask for the right to read it, or copy it.") from None
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or str(problem)
        raise SourceUnreadable(f"{path} cannot be opened: {why}.", "Copy it to this machine and try again.") from None
    if len(data) > LARGEST_FILE:
        limit = LARGEST_FILE // (1024 * 1024)
        raise SourceUnreadable(f"{path} is larger than {limit} MB.", "Split it into one file a meeting.")
    return data
