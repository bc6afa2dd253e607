"""Know what a web page's styles say of its words: hidden, bold, struck through, without a bullet.

Inline styles, and the simple rules of the page's own style sheet: an element's name, a class, both, an identity. Sheets
that stand in other files are not fetched.
"""

from __future__ import annotations

import re

MOST_RULES = 5000  # rules of a style sheet that are looked at
LONGEST_SHEET = 1_000_000  # characters

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"[a-z][a-z0-9]*|(?:[a-z][a-z0-9]*)?[.#][\w-]+", re.I)
_WANTED = {"display", "visibility", "font-weight", "text-decoration", "text-decoration-line", "list-style-type"}
_WANTED |= {"list-style", "mso-hide", "mso-list", "mso-element"}
_BOLD_FROM = 600  # weight from which type is bold

_BEFORE_ENTRY = re.compile(r"\.([\w-]+)\s*>\s*li:before", re.I)
_CONTENT = re.compile(r"content\s*:\s*([^;]+)", re.I)

Declared = dict[str, str]


def declarations(style: str) -> Declared:
    """Read "font-weight:bold; color:red" as properties and values, lower case, of those that weigh on the words."""
    found: Declared = {}
    for part in style.split(";"):
        name, colon, value = part.partition(":")
        name = name.strip().lower()
        if colon and name in _WANTED:
            found[name] = value.replace("!important", "").strip().lower()
    return found


class Sheet:
    """The style sheet of one page, as far as its rules are simple."""

    def __init__(self) -> None:
        self._rules: dict[str, Declared] = {}
        self.marks: dict[str, str] = {}  # what a rule prints before the entries of a list, by the list's class

    def add(self, source: str) -> None:
        """Take in the text of a ``style`` element; rules for certain media are passed over."""
        source = _without_media(_COMMENT.sub(" ", source[:LONGEST_SHEET]))
        for number, rule in enumerate(_RULE.finditer(source)):
            if number >= MOST_RULES:
                break
            declared, content = declarations(rule[2]), _CONTENT.search(rule[2])
            if content:
                self.marks |= {entry[1]: content[1].strip() for entry in _BEFORE_ENTRY.finditer(rule[1])}
            if declared:
                for selector in rule[1].split(","):
                    selector = selector.strip()
                    if _SIMPLE.fullmatch(selector):
                        self._rules.setdefault(selector, {}).update(declared)

    def mark_of(self, attributes: dict[str, str | None]) -> tuple[str, str] | None:
        """Say what the sheet prints before the entries of this list, after the name of its class."""
        classes = (attributes.get("class") or "").split() if self.marks else []
        return next(((each, self.marks[each]) for each in classes if each in self.marks), None)

    def of(self, tag: str, attributes: dict[str, str | None]) -> Declared:
        """Say what holds for one element: the sheet's rules, the more special over the more general, and its own."""
        style = attributes.get("style")
        own = declarations(style) if style else {}
        if not self._rules:
            return own
        names = [tag]
        for each in (attributes.get("class") or "").split():
            names += [f".{each}", f"{tag}.{each}"]
        if attributes.get("id"):
            names += [f"#{attributes['id']}", f"{tag}#{attributes['id']}"]
        found: Declared = {}
        for name in names:
            found |= self._rules.get(name, {})
        return found | own


def is_hidden(declared: Declared) -> bool:
    """Whether an element of this style is not shown."""
    return (
        declared.get("display") == "none"
        or declared.get("visibility") in {"hidden", "collapse"}
        or declared.get("mso-hide") == "all"
    )


def bold(declared: Declared) -> bool | None:
    """Whether the style makes words bold, or plain within bold ones; ``None`` when it says nothing."""
    weight = declared.get("font-weight")
    if weight is None or weight in {"inherit", "unset"}:
        return None
    return weight in {"bold", "bolder"} or (weight.isdecimal() and int(weight) >= _BOLD_FROM)


def is_struck(declared: Declared) -> bool:
    """Whether the style draws a line through the words."""
    return "line-through" in declared.get("text-decoration", "") + declared.get("text-decoration-line", "")


def marker(declared: Declared) -> str | None:
    """Name the kind of bullet or number that the style gives a list; ``None`` when it says nothing."""
    said = declared.get("list-style-type") or declared.get("list-style")
    return said.split()[0] if said else None


def _without_media(source: str) -> str:
    """Leave out "@media print { ... }" and its like, whose rules may not hold on the screen."""
    kept, depth, at = [], 0, 0
    for brace in re.finditer(r"@[\w-]+[^{};]*[{;]|[{}]", source):
        sign = brace[0]
        if depth == 0:
            kept.append(source[at : brace.end()] if sign[0] != "@" else source[at : brace.start()])
            at = brace.end()
            depth = 1 if sign[0] == "@" and sign[-1] == "{" else 0
        else:
            depth += (sign[-1] == "{") - (sign == "}")
            at = brace.end()
    if depth == 0:
        kept.append(source[at:])
    return "".join(kept)
