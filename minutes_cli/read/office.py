"""Read minutes of old kinds (.doc, Word 2003 XML, WordPerfect) with a program that this machine has.

LibreOffice makes a Word file of them, which keeps tables and numbers; without it, antiword or catdoc give the
text of a .doc. The program works on a copy in a folder of its own, with a fresh profile in which macros are switched
off and nothing is fetched from anywhere, and the folder goes when it has ended.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

import msgspec

from minutes_cli.document import Document
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read.word_changes import ACCEPTED

SECONDS = 120  # a first start of LibreOffice on a slow machine takes 30; a file it hangs on is given up
SMALLEST_OLE = 3 * 512  # bytes: a head, a table of sectors, a directory ([MS-CFB] 2.2 to 2.6)
WORDPERFECT_HEAD = 16  # bytes
LARGEST_RESULT = 512 * 1024 * 1024  # bytes

_PLACES = (
    # where LibreOffice stands when it is not on the path: macOS, Windows
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_TEXT_PROGRAMS = (("antiword", ("-m", "UTF-8.txt", "-w", "0")), ("catdoc", ("-d", "utf-8", "-w")))
_INSTALL = (
    "Install LibreOffice (libreoffice.org; Debian and Ubuntu: apt install libreoffice-writer-nogui) and read it again, "
    "or save it as .docx in Word."
)


class _Kind(NamedTuple):
    """What a kind of file is called, its suffix, and the name of LibreOffice's filter for it."""

    said: str
    suffix: str
    filter: str


_WORDML = b"http://schemas.microsoft.com/office/word/2003/wordml"
_OLD_WORD = _Kind("a Word 97-2003 document (.doc)", ".doc", "MS Word 97")
_WORD_XML = _Kind("a Word 2003 XML document", ".xml", "MS Word 2003 XML")
_WORDPERFECT = _Kind("a WordPerfect document", ".wpd", "WordPerfect")

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}</oor:items>
"""
_ITEM = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
_NO_MACROS_NO_NETWORK = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),  # by hand: a port where nobody answers
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
)


def read_old_word(data: bytes, name: str, *, changes: str = ACCEPTED) -> Document:
    """Read minutes from a .doc of Word 97-2003; ``changes`` says how tracked changes are read (``read_word``).

    Raises ``SourceUnreadable`` when no program that opens it is there, or the program cannot.
    """
    _demand(len(data) >= SMALLEST_OLE, name, _OLD_WORD)
    if _libreoffice():
        return _through_word(data, name, _OLD_WORD, changes)
    for program, words in _TEXT_PROGRAMS:
        found = shutil.which(program)
        if found:
            return _through_text(data, name, [found, *words])
    raise _nobody_opens(name, _OLD_WORD)


def read_word_xml(data: bytes, name: str, *, changes: str = ACCEPTED) -> Document:
    """Read minutes from the XML of Word 2003, as ``read_old_word`` reads a .doc."""
    _demand(_WORDML in data, name, _WORD_XML)
    return _through_word(data, name, _WORD_XML, changes)


def read_wordperfect(data: bytes, name: str) -> Document:
    """Read minutes from WordPerfect, as ``read_old_word`` reads a .doc."""
    begins = int.from_bytes(data[4:8], "little")  # where the words begin: behind the head, within the file
    _demand(WORDPERFECT_HEAD <= begins < len(data), name, _WORDPERFECT)
    return _through_word(data, name, _WORDPERFECT)


def _demand(is_whole: bool, name: str, kind: _Kind) -> None:
    """Refuse what cannot be a whole file of its kind, before a program is started for it."""
    if not is_whole:
        raise SourceUnreadable(f"{name} begins like {kind.said} but is cut off.", "Copy or download it again.")


def _through_word(data: bytes, name: str, kind: _Kind, changes: str = ACCEPTED) -> Document:
    """Let LibreOffice make a Word file of the minutes, and read that."""
    from minutes_cli.read.word import read_word

    program = _libreoffice()
    if program is None:
        raise _nobody_opens(name, kind)
    with tempfile.TemporaryDirectory(prefix="minutebook-", ignore_cleanup_errors=True) as folder:
        source, profile = Path(folder) / f"minutes{kind.suffix}", Path(folder) / "profile"
        source.write_bytes(data)
        _write_settings(profile)
        order = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
        order += [f"--infilter={kind.filter}", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source)]
        _run(order, name)
        made = source.with_suffix(".docx")
        if not made.is_file() or made.stat().st_size > LARGEST_RESULT:
            raise SourceUnreadable(
                f"{name} is {kind.said} that LibreOffice cannot open: it is damaged, or locked with a password.",
                "Open it in Word, remove the password, and save it as .docx.",
            )
        word = made.read_bytes()
    return _named(read_word(word, name, changes=changes), data)


def _through_text(data: bytes, name: str, order: list[str]) -> Document:
    """Let a small program write out the text of the minutes, and read that."""
    from minutes_cli.read.text import read_text

    with tempfile.TemporaryDirectory(prefix="minutebook-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "minutes.doc"
        source.write_bytes(data)
        text = _run([*order, str(source)], name)
    if not text.strip():
        program = Path(order[0]).stem
        raise SourceUnreadable(
            f"{name} is {_OLD_WORD.said} in which {program} finds no text: it is damaged, or locked with a password.",
            _INSTALL,
        )
    return _named(read_text(text, name), data)


def _named(document: Document, data: bytes) -> Document:
    """Give the document the digest of the file that was named, not of the one made from it."""
    from hashlib import sha256

    return msgspec.structs.replace(document, sha256=sha256(data).hexdigest())


def _nobody_opens(name: str, kind: _Kind) -> SourceUnreadable:
    return SourceUnreadable(f"{name} is {kind.said}, and this machine has no program that opens it.", _INSTALL)


def _libreoffice() -> str | None:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def _write_settings(profile: Path) -> None:
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _NO_MACROS_NO_NETWORK)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), encoding="utf-8")


def _run(order: list[str], name: str) -> bytes:
    """Run a program to its end and give what it prints; one that hangs is ended with all that it has started."""
    try:
        process = subprocess.Popen(  # noqa: S603 - found on the path, given only our own file names
            order,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",
        )
    except OSError as problem:
        raise SourceUnreadable(
            f"{name} needs {order[0]}, which does not start: {problem.strerror}.", _INSTALL
        ) from None
    with process:
        try:
            printed, _ = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            _end(process)
            raise SourceUnreadable(
                f"{name} could not be opened within {SECONDS} seconds.", "Open it in Word and save it as .docx."
            ) from None
        except BaseException:
            _end(process)
            raise
    return printed


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it has started: LibreOffice's launcher is not the program that works."""
    if os.name == "posix":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        process.kill()
