"""Checks of the items and decisions: whether their numbers run on, and whether decisions say something."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.check.facts import Facts, fold_number
from minutes_cli.check.say import clean, finding, listed
from minutes_cli.model import Finding, Item
from minutes_cli.wording import wording

# More numbers than these missing at once are a jump (a minute number, an annex), not items left out.
_MOST_MISSING = 3
_PART = wording(r"\d+|[a-z]+")


def _parts(number: str) -> tuple[str, ...]:
    """Part an item's number: "6a" is 6 and a, "18.09.4" is 18, 09 and 4, what begins with no digit is nothing."""
    folded = fold_number(number)
    return tuple(_PART.findall(folded)) if folded[:1].isdigit() else ()


def _order(part: str) -> int | None:
    """Tell where a part of a number stands in its run: "12" at 12, "b" at 2; "iv" is left alone."""
    if part.isdigit():
        return int(part)
    return ord(part) - ord("a") + 1 if len(part) == 1 else None


def _series(items: list[Item]) -> Iterator[tuple[tuple[str, ...], list[tuple[int, Item]]]]:
    """Give the runs of numbers under one another: 1, 2, 6 of "1 1a 1b 2 6a 6b", and a, b below 1 and 6."""
    found: dict[tuple[str, ...], list[tuple[int, Item]]] = {}
    for item in items:
        parts = _parts(item.number)
        for depth in range(len(parts)):
            order = _order(parts[depth])
            if order is None:
                break
            run = found.setdefault((*parts[:depth], "#" if parts[depth].isdigit() else "a"), [])
            if not run or run[-1][0] != order:
                run.append((order, item))
    yield from found.items()


def numbering(facts: Facts) -> Iterator[Finding]:
    """Find item numbers that run backwards, leave a gap, or stand twice."""
    seen: dict[str, Item] = {}
    repeated: set[int] = set()
    twice: list[Item] = []
    for item in facts.meeting.items:
        label = fold_number(item.number)
        if label[:1].isdigit() and label in seen:
            repeated.add(id(item))
            twice.append(item)
        seen.setdefault(label, item)
    if twice:
        numbers = list(dict.fromkeys(item.number for item in twice))
        said = f"number {numbers[0]} is" if len(numbers) == 1 else f"numbers {listed(numbers, 'and')} are"
        yield finding("I403", f"The item {clean(said)} used more than once.", twice[0])
    for path, run in _series(facts.meeting.items):
        highest = 0
        for place, (order, item) in enumerate(run):
            if place and order < highest and id(item) not in repeated:
                yield finding(
                    "I401", f"Item {clean(item.number)} stands behind {clean(run[place - 1][1].number)}.", item
                )
                break
            gap = range(highest + 1, order)
            if place and 0 < len(gap) <= _MOST_MISSING:
                yield _missing(path, gap, item)
            highest = max(highest, order)


def _missing(path: tuple[str, ...], gap: range, item: Item) -> Finding:
    above = ".".join(path[:-1])
    join = "." if above and path[-1] == "#" else ""
    names = [f"{above}{join}{number if path[-1] == '#' else chr(ord('a') + number - 1)}" for number in gap]
    said = f"Item {names[0]} is" if len(names) == 1 else f"Items {names[0]} to {names[-1]} are"
    return finding("I402", f"{said} missing before item {clean(item.number)}.", item)


def decisions(facts: Facts) -> Iterator[Finding]:
    """Find decisions without words, or of items that the minutes do not have."""
    for decision in facts.meeting.decisions:
        name = f"Decision {clean(decision.ref)}" if decision.ref else "A decision"
        if not decision.text.strip():
            yield finding("I404", f"{name} does not say what was decided.", decision)
        if decision.item and facts.items and not facts.has_item(decision.item):
            yield finding("I405", f"{name} belongs to item {clean(decision.item)}, which does not exist.", decision)


CHECKS = (numbering, decisions)
