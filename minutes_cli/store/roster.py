"""Put people into the ``people`` of ``minutebook.yaml``, and touch nothing else of it.

As with records (``splicing.py``): the place is found in the text, what is new is put there as text, and that the file
then says what it said before and the new people, and nothing else, is proved by reading it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from minutes_cli.book import Book, Member
from minutes_cli.errors import SourceUnreadable, UsageProblem
from minutes_cli.store.book import load_book, says_something
from minutes_cli.store.files import back_up, write_atomically
from minutes_cli.store.home import FOLDER
from minutes_cli.store.locking import Lock
from minutes_cli.store.nodes import Place, tree
from minutes_cli.store.reading import bytes_of, text_in
from minutes_cli.store.splicing import Splice, before_the_end, below, last_line, quoted
from minutes_cli.store.writing import as_yaml, member_values

PASTE = "Put them there by hand: minutes roster prints them."


class Written(NamedTuple):
    """What became of a ``minutebook.yaml``: where it lies, and the copy of what it was, when it was there."""

    path: Path
    backup: Path | None


def entries(members: Sequence[Member]) -> str:
    """Write people as entries of a list, ready to be pasted below ``people:``."""
    return "".join(line + "\n" for line in as_yaml({"people": list(map(member_values, members))}).splitlines()[1:])


def add_people(path: Path, new: Sequence[Member], aliases: Mapping[int, Sequence[str]]) -> Written | None:
    """Put people and further aliases into a ``minutebook.yaml``; it is made when it is not there.

    ``aliases`` are new ones, by the place of their person on the roster, from 0. The file as it was is copied to
    ``minutebook.yaml.bak`` first. Gives nothing when there is nothing to add. Raises ``SourceUnreadable`` for a file
    that cannot be read, and ``UsageProblem`` when it cannot be written, or is laid out so that nothing can be put in.
    """
    if not new and not any(aliases.values()):
        return None
    with Lock(path.parent / FOLDER):
        if not path.exists():
            write_atomically(path, "people:\n" + entries(new))
            return Written(path, None)
        data = bytes_of(path)
        text, encoding, mark = text_in(data, path)
        text = with_people(text, path, new, aliases)
        backup = back_up(path)
        if bytes_of(path) != data:
            raise UsageProblem(f"{path} was changed by somebody else just now; nothing was written.", "Try again.")
        write_atomically(path, mark + text.encode(encoding))
    return Written(path, backup)


def with_people(text: str, path: Path, new: Sequence[Member], aliases: Mapping[int, Sequence[str]]) -> str:
    """Put people and aliases into the text of a ``minutebook.yaml``; raises as ``add_people`` does."""
    book = load_book(text, path).book
    for number, more in sorted(aliases.items()):
        if more:
            people = list(book.people)
            people[number] = msgspec.structs.replace(people[number], aliases=[*people[number].aliases, *more])
            book = msgspec.structs.replace(book, people=people)
            text = _first_that_says(text, _with_aliases(text, number, more), book, path)
    if new:
        book = msgspec.structs.replace(book, people=[*book.people, *new])
        text = _first_that_says(text, _with_entries(text, new), book, path)
    return text


def _first_that_says(text: str, splices: Iterator[Splice], wanted: Book, path: Path) -> str:
    for splice in splices:
        after = text[: splice.at] + splice.put + text[splice.at + len(splice.took) :]
        try:
            if load_book(after, path).book == wanted:
                return after
        except SourceUnreadable:
            continue
    raise UsageProblem(f"{path}: people cannot be put into it as it is laid out; nothing was written.", PASTE)


def _with_entries(text: str, new: Sequence[Member]) -> Iterator[Splice]:
    """Find where new people may go, by how the list is written."""
    root = _root(text)
    people = root.find("people") if root else None
    if people is None:
        if root and root.node.flow_style:
            yield before_the_end(text, root, f"people: [{_in_braces(new)}]")
        ends = "\r\n" if "\r\n" in text else "\n"
        begin = "" if not text or text.endswith("\n") else ends
        yield Splice(len(text), "", begin + "people:" + ends + entries(new).replace("\n", ends))
    elif people.kind == "sequence" and not people.node.flow_style:
        dash = " " * people.node.start_mark.column
        lines = [dash + line if line else "" for line in entries(new).splitlines()]
        yield from below(text, last_line(people), lines)
    elif people.kind == "sequence":
        yield before_the_end(text, people, _in_braces(new))
    else:
        yield _in_place_of(text, people, f"[{_in_braces(new)}]")


def _with_aliases(text: str, number: int, more: Sequence[str]) -> Iterator[Splice]:
    """Find where further aliases of somebody may go, by how their entry is written."""
    said = ", ".join(map(quoted, more))
    root = _root(text)
    entry = root.follow(f"people[{number}]") if root else None
    if entry is None:
        return
    if entry.kind == "scalar":  # a name alone
        at, end = entry.node.start_mark.index, entry.node.end_mark.index
        yield Splice(at, text[at:end], f"{{name: {quoted(entry.scalar)}, aliases: [{said}]}}")
        return
    known = entry.find("aliases")
    if known is None:
        if entry.node.flow_style:
            yield before_the_end(text, entry, f"aliases: [{said}]")
        column = " " * entry.node.start_mark.column
        yield from below(text, last_line(entry), [f"{column}aliases: [{said}]"])
    elif known.kind != "sequence":
        yield _in_place_of(text, known, f"[{said}]")
    elif known.node.flow_style:
        yield before_the_end(text, known, said)
    else:
        dash = " " * known.node.start_mark.column
        yield from below(text, last_line(known), [f"{dash}- {quoted(each)}" for each in more])


def _root(text: str) -> Place | None:
    """Read the text as a tree; nothing when it is blank, or comments alone."""
    return tree(text) if says_something(text) else None


def _in_place_of(text: str, place: Place, said: str) -> Splice:
    """Put a list where nothing stands yet (``people:``, ``people: null``)."""
    at, end = place.node.start_mark.index, place.node.end_mark.index
    blank = "" if at and text[at - 1] in " \t" else " "
    return Splice(at, text[at:end], f"{blank}{said}")


def _in_braces(members: Sequence[Member]) -> str:
    """Write people on one line."""
    return ", ".join(
        f"{{{', '.join(f'{key}: {quoted(value)}' for key, value in member_values(member).items())}}}"
        for member in members
    )
