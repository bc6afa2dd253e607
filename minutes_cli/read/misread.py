"""Letters that stand for digits in dates and times, as typists and text layers have them: "l5 March 2O31".

Only where nothing else can be meant: in a date with its month, or a time, of which most signs are digits. "OO" in a
code or a name stays. A letter gives one digit, so nothing else on the line moves.
"""

from __future__ import annotations

import re
from functools import cache

LIKE_DIGITS = str.maketrans("OoIl", "0011")
_SHAPE = bytes.maketrans(b"0123456789OoIl", b"0000000000OOll")
_BESIDE = (b"0O", b"O0", b"0l", b"l0")
_D = r"[\dOoIl]"
_DAYS, _MONTHS, _HOURS, _MINUTES = 31, 12, 23, 59
_YEARS = range(1900, 2100)


def may_hold(words: bytes) -> bool:
    """Whether a letter that looks like a digit stands beside a digit anywhere in some minutes, given as UTF-8."""
    shape = words.translate(_SHAPE)
    return any(pair in shape for pair in _BESIDE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Give the forms of dates and times; the names of the months are those of the standard library's calendar."""
    from calendar import month_abbr, month_name

    month = rf"(?:{'|'.join(sorted({*month_name, *month_abbr} - {''}, key=len, reverse=True))})\b\.?"
    suffix, year = r"(?:st|nd|rd|th)?", rf"(?P<y>[12Il]{_D}{{3}})(?!\w)"
    return (
        re.compile(rf"(?<![\w./])(?P<d>{_D}{{1,2}})(?={suffix}\s+(?:of\s+)?{month})", re.I),
        re.compile(rf"\b{month},?\s+{year}", re.I),
        re.compile(rf"\b{month}\s+(?P<d>{_D}{{1,2}}){suffix},?\s+{year}", re.I),
        re.compile(rf"(?<![\w/.-])(?P<d>{_D}{{1,2}})(?P<s>[/.-])(?P<m>{_D}{{1,2}})(?P=s){year}"),
        re.compile(
            rf"(?<![\w/.-])(?P<y>[12Il]{_D}{{3}})(?P<s>[/.-])(?P<m>{_D}{{1,2}})(?P=s)(?P<d>{_D}{{1,2}})(?![\w/])"
        ),
        re.compile(rf"(?<![\w:.])(?P<h>{_D}{{1,2}})[:.](?P<n>{_D}{{2}})(?=\s?[ap]\.?m\b)", re.I),
        re.compile(rf"(?<![\w:.])(?P<h>{_D}{{1,2}}):(?P<n>{_D}{{2}})(?![\w:])"),
    )


def mend_digits(text: str) -> str:
    """Write the digits of dates and times as digits: "l5 March 2O31 at 7.3Opm" -> "15 March 2031 at 7.30pm"."""
    if not may_hold(text.encode("utf-8", "replace")):
        return text
    for form in _patterns():
        text = form.sub(_mended, text)
    return text


def _mended(found: re.Match[str]) -> str:
    """Write a date or time with digits, when most of its signs are digits and it then is one."""
    parts = {name: said for name, said in found.groupdict().items() if said and name != "s"}
    signs = "".join(parts.values())
    if sum(sign.isdigit() for sign in signs) * 2 < len(signs) or signs.isdigit():
        return found[0]
    if not all(_can_be(name, int(said.translate(LIKE_DIGITS))) for name, said in parts.items()):
        return found[0]
    text = found[0]
    for name, said in parts.items():
        begin = found.start(name) - found.start()
        text = text[:begin] + said.translate(LIKE_DIGITS) + text[begin + len(said) :]
    return text


def _can_be(part: str, value: int) -> bool:
    """Whether a number can be that part of a date or time."""
    if part == "y":
        return value in _YEARS
    most = {"d": _DAYS, "m": _MONTHS, "h": _HOURS, "n": _MINUTES}[part]
    return (1 if part in ("d", "m") else 0) <= value <= most
