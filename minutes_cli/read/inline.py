"""Read the marks within a paragraph of Markdown minutes: bold, emphasis, links, code, escapes, scraps of HTML.

The marks go, the words stay, and which of them are bold is remembered. Emphasis follows CommonMark 0.31, 6.2, so
that "2 * 3", "snake_case" and an unpaired star keep their signs.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from minutes_cli.read.residue import TAG, unescape

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
_AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^\s<>]+)>")
_LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"  # the words, with one level of brackets in them
    r"(?:\(\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"  # (address)
    r"|\[([^\[\]]*)\])"  # [reference]
)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\v]+\|)?([^\[\]|\v]+)\]\]")
_SHORT_LINK = re.compile(r"(!?)\[([^\[\]]+)\](?![\[(:])")
_RUN = re.compile(r"\*+|_+|~~+")
_STRONG_TAG = re.compile(r"<(/?)(?:b|strong)(?: [^<>\v]*)?>", re.I)
_BREAK_TAG = re.compile(r"(?:<br *\/?>|</p>|</li>|</div>)[ \t]*", re.I)
_ITEM_TAG = re.compile(r"<li(?: [^<>\v]*)?> *", re.I)

LINE_END = "\v"  # stands for the end of a line of the file, which no mark may swallow

MOST_OPEN = 64  # runs of stars waiting for their like; a paragraph of minutes has two or three

# Marks that must not be read again are put aside as private characters.
_ASIDE = 0xE000
_LAST_ASIDE = 0xF7FF
_STRONG_ON, _STRONG_OFF = "\uf8f0", "\uf8f1"
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class Words(NamedTuple):
    r"""The words of some Markdown, "\n" where a line ends, and for each character whether it is bold."""

    text: str
    bold: bytearray

    def opening(self, start: int, end: int) -> int:
        """Count the characters from ``start`` on that are bold; blanks between bold words count."""
        at = start
        while at < end and (self.bold[at] or self.text[at].isspace()):
            at += 1
        return len(self.text[start:at].rstrip())


class _Aside:
    """Literal words put aside while the marks around them are read."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def keep(self, text: str) -> str:
        if _ASIDE + len(self.kept) > _LAST_ASIDE:
            return text
        self.kept.append(text)
        return chr(_ASIDE + len(self.kept) - 1)

    def back(self, text: str) -> str:
        return _PRIVATE.sub(lambda sign: self.kept[ord(sign[0]) - _ASIDE] if self._has(sign[0]) else "", text)

    def _has(self, sign: str) -> bool:
        return ord(sign) - _ASIDE < len(self.kept)


def read_inline(source: str, references: frozenset[str] = frozenset()) -> Words:
    r"""Read the marks in one paragraph; ``references`` are the names (lower case) that links may refer to.

    "<br>" becomes "\n". Text without marks comes back as it is.
    """
    aside = _Aside()
    text = _PRIVATE.sub("\ufffd", source)
    text = _CODE.sub(lambda code: aside.keep(_code_words(code[2])), text)
    text = _AUTOLINK.sub(lambda link: aside.keep(link[1]), text)
    text = _ESCAPED.sub(lambda sign: aside.keep(sign[1]), text)
    text = _unlinked(text, references)
    if "<" in text:
        text = _ITEM_TAG.sub("• ", _BREAK_TAG.sub("\n", text))
        text = _STRONG_TAG.sub(lambda tag: _STRONG_OFF if tag[1] else _STRONG_ON, text)
        text = TAG.sub(lambda tag: _with_ends(tag, ""), text)
    return _weighed(unescape(_without_emphasis(text)), aside)


def _code_words(code: str) -> str:
    return code[1:-1] if code.startswith(" ") and code.endswith(" ") and code.strip() else code


def _unlinked(text: str, references: frozenset[str]) -> str:
    """Put the words of a link in its place; a picture leaves what it is called."""
    if "[" not in text:
        return text
    text = _WIKI_LINK.sub(r"\1", text)
    for _ in range(3):  # a picture in a link in a bracket
        text, done = _LINK.subn(lambda link: _link_words(link, references), text)
        if not done:
            break
    if references:
        text = _SHORT_LINK.sub(
            lambda link: _with_ends(link, link[2]) if link[2].lower() in references else link[0], text
        )
    return text


def _link_words(link: re.Match[str], references: frozenset[str]) -> str:
    if link[3] is not None and (link[3] or link[2]).lower() not in references:
        return link[0]
    return _with_ends(link, link[2])


def _with_ends(marked: re.Match[str], words: str) -> str:
    """Put words in the place of what was marked, with the ends of lines that its other parts ran over."""
    return words + LINE_END * (marked[0].count(LINE_END) - words.count(LINE_END))


def _without_emphasis(text: str) -> str:
    """Take out the stars and underscores that mark emphasis; bold ones leave a private sign at either end."""
    runs = [(match.start(), match.end()) for match in _RUN.finditer(text) if match[0][0] != "~"]
    if not runs:
        return text
    signs = list(text)
    openers: list[list[int]] = []  # places of the marks of each run that may still open, outermost first
    for start, end in runs:
        opens, closes = _flanks(text, start, end)
        left = list(range(start, end))
        while closes and left:
            pair = next((run for run in reversed(openers) if text[run[-1]] == text[start]), None)
            if pair is None:
                break
            strong = len(pair) >= 2 and len(left) >= 2
            count = 2 if strong else 1
            for mark in pair[-count:] + left[:count]:
                signs[mark] = ""
            if strong:
                signs[pair[-2]], signs[left[0]] = _STRONG_ON, _STRONG_OFF
            del pair[-count:], left[:count]
            del openers[openers.index(pair) + 1 :]
            if not pair:
                openers.remove(pair)
        if opens and left:
            openers.append(left)
            del openers[:-MOST_OPEN]
    return "".join(signs)


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Say whether a run of marks may open and may close emphasis, by what stands on either side of it."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    space_before, space_after = before.isspace(), after.isspace()
    sign_before, sign_after = _is_sign(before), _is_sign(after)
    left = not space_after and (not sign_after or space_before or sign_before)
    right = not space_before and (not sign_before or space_after or sign_after)
    if text[start] == "*":
        # Pads and converters write "**7th****May**" and "**Present:**Ann", which CommonMark would not close.
        return left or not space_after, right or not space_before
    return left and (not right or sign_before), right and (not left or sign_after)


def _is_sign(character: str) -> bool:
    return not (character.isalnum() or character.isspace())


def _weighed(text: str, aside: _Aside) -> Words:
    """Bring back what was put aside, and turn the private signs for bold into a weight for each character."""
    words: list[str] = []
    bold = bytearray()
    depth = 0
    for part in re.split(f"([{_STRONG_ON}{_STRONG_OFF}])", text):
        if part == _STRONG_ON:
            depth += 1
        elif part == _STRONG_OFF:
            depth = max(depth - 1, 0)
        elif part:
            back = aside.back(part)
            words.append(back)
            bold += (b"\1" if depth else b"\0") * len(back)
    return Words("".join(words), bold)
