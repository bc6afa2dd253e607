"""Turn the bytes of minutes into characters, whichever program saved them.

UTF-8, UTF-16 and UTF-32 are told by their marks or, for UTF-16, by their zero bytes. All else is read as UTF-8, and
each byte that UTF-8 cannot be as Windows-1252: so a Windows-1252 file is right, and so is a UTF-8 file into
which someone pasted one line of the other. MacRoman is told by its apostrophes. UTF-8 that was saved twice is undone.
"""

from __future__ import annotations

import codecs
import re

import msgspec

SAMPLE = 4096  # bytes looked at
UTF16_ZEROS = 0.7  # share of zero bytes on one side of the byte pairs: text in our letters has nearly all
UTF16_OTHERS = 0.05  # share allowed on the other side
BINARY_SHARE = 0.1  # share of control bytes that no writing program leaves in a text (measured: 0 in 380 minutes)
LONGEST_WORD = 40  # characters of a line that are kept where it differs in no word but in its spaces
ZERO_SHARE = 0.001  # share of zero bytes: a slip of a program; a file of another kind has hundreds of times as many

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SIGNS = ("â€", "Ã", "Â", "ï»¿")  # how UTF-8 looks in Windows-1252: "â€™", "Ã©", "Â£", and its mark
MISREAD = tuple(sign.encode() for sign in _SIGNS)
"""The same as bytes, to look for in many lines at once."""
_MAC = re.compile(rb"[a-z]\xd5[a-z]|\xd2[A-Za-z][^\xd2\xd3\n]*\xd3")
_WINDOWS = re.compile(rb"[a-z]\x92[a-z]|\x93[A-Za-z]")  # its own apostrophe and quotation mark, at the same places

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\f\r\x1a\x1b\x08")


def decode(data: bytes, declared: str | None = None) -> str:
    """Give the characters of some minutes; ``declared`` is the character set a web page names for itself.

    No byte is dropped: what no encoding explains comes out as U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    wide = _wide_without_mark(data)
    if wide:
        return data.decode(wide, errors="replace")
    if declared:
        text = _as_declared(data, declared)
        if text is not None:
            return text
    if data.isascii():
        return data.decode("ascii")
    if not _is_utf8(data) and _is_mac_roman(data):
        return data.decode("mac_roman")
    text = data.decode("utf-8", errors="minutes-1252")
    return mend_misread(text) if may_be_misread(data) else text


def is_text(data: bytes) -> bool:
    """Whether a file can be the text of minutes at all: hardly any zero or control bytes."""
    if any(data.startswith(mark) for mark, _ in _MARKS) or _wide_without_mark(data):
        return True
    sample = data[: SAMPLE * 16].rstrip(b"\x00")  # some programs fill the last block of a file with zeros
    if sample.count(b"\x00") > ZERO_SHARE * len(sample):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls <= BINARY_SHARE * len(sample)


def _wide_without_mark(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: one byte of nearly every pair is zero, and always the same one."""
    sample = data[:SAMPLE]
    pairs = len(sample) // 2
    if not pairs or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if odd >= UTF16_ZEROS and even <= UTF16_OTHERS:
        return "utf-16-le"
    if even >= UTF16_ZEROS and odd <= UTF16_OTHERS:
        return "utf-16-be"
    return None


def _as_declared(data: bytes, declared: str) -> str | None:
    """Read a web page in the character set it declares, when that is one of letters and really fits."""
    try:
        encoding = codecs.lookup(declared.strip())
    except (LookupError, ValueError):
        return None
    if not encoding._is_text_encoding or encoding.name in {"utf-8", "iso8859-1", "ascii", "cp1252", "utf-7"}:
        return None  # the WHATWG rule: pages that say Latin-1 mean Windows-1252, which ``decode`` reads anyway
    try:
        return data.decode(encoding.name)
    except UnicodeError:
        return None


def may_be_misread(data: bytes) -> bool:
    """Whether the tell-tale letters of misread UTF-8 stand anywhere in some bytes; they all begin with one byte."""
    return b"\xc3" in data and any(sign in data for sign in MISREAD)


def mend_misread(text: str) -> str:
    """Undo UTF-8 that was read as another encoding, once or twice ("donâ€™t" -> "don’t"), line by line.

    Only lines with the tell-tale letters are looked at, and ftfy changes those only that it is sure of: "SÃO" stays.
    """
    if text.isascii() or not any(sign in text for sign in _SIGNS):
        return text
    import ftfy  # 40 ms, so only for damaged minutes

    def mended(line: str) -> str:
        return ftfy.fix_encoding(line) if any(sign in line for sign in _SIGNS) else line

    return "\n".join(map(mended, text.split("\n")))


class Repairs(msgspec.Struct, frozen=True):
    """What was mended in the bytes of minutes: in how many lines, where first, and a word there before and after."""

    lines: int
    page: int
    line: int
    words: tuple[str, str]


def repairs(data: bytes) -> Repairs | None:
    """Tell what ``decode`` mends in the bytes of minutes: UTF-8 saved twice, Windows-1252 in some lines of UTF-8.

    None when it mends nothing: the file is in one encoding throughout.
    """
    if data.isascii() or any(data.startswith(mark) for mark, _ in _MARKS[:2]) or _wide_without_mark(data):
        return None
    if not may_be_misread(data) and _is_utf8(data):
        return None
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    some_utf8 = any(not line.isascii() and _is_utf8(line) for line in lines)
    changed = []
    for number, line in enumerate(lines, start=1):
        said = line.decode("utf-8", errors="replace")
        after = decode(line)
        if said != after and (some_utf8 or _is_utf8(line)):
            changed.append((number, said, after))
    if not changed:
        return None
    number, said, after = changed[0]
    breaks = data[: sum(len(line) + 1 for line in lines[: number - 1])].count(b"\f")
    return Repairs(len(changed), breaks + 1, number, first_difference(said, after))


def first_difference(before: str, after: str) -> tuple[str, str]:
    """Give the first word in which two writings of a line differ, in both: ("donâ€™t", "don’t")."""
    pairs = zip(before.split(), after.split(), strict=False)
    return next(((a, b) for a, b in pairs if a != b), (before[:LONGEST_WORD], after[:LONGEST_WORD]))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_mac_roman(data: bytes) -> bool:
    """Whether minutes come from an old Macintosh: its apostrophe inside words, its quotation marks around them.

    The same bytes in Windows-1252 are capital O with an accent, which stand inside no word of small letters.
    """
    return _MAC.search(data) is not None and _WINDOWS.search(data) is None


def _as_windows_1252(problem: UnicodeError) -> tuple[str, int]:
    """Read a byte that is not UTF-8 as Windows-1252; its five unassigned bytes stand for themselves."""
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    byte = problem.object[problem.start : problem.start + 1]
    try:
        return byte.decode("cp1252"), problem.start + 1
    except UnicodeDecodeError:
        return "\ufffd", problem.start + 1


codecs.register_error("minutes-1252", _as_windows_1252)
