"""What the words of ``minutes update`` mean, each settled before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, get_args

from minutes_cli.errors import UsageProblem

if TYPE_CHECKING:
    from minutes_cli.book import Book
    from minutes_cli.cli.ids import Meant
    from minutes_cli.model import Head, Status, Update


class Progress(NamedTuple):
    """What is new about actions, in the words of the command line; ``owner`` may hold several."""

    status: str | None
    note: str | None
    due: str | None
    owner: tuple[str, ...]

    @property
    def says_something(self) -> bool:
        """Whether anything is new at all; blanks are not."""
        return any(word and word.strip() for word in (self.status, self.note, self.due, *self.owner))


def update_of(meant: Meant, said: Progress, on: date, following: date | None, book: Book) -> Update:
    """Make the update that an action's record gets from what was said of it on a day.

    ``following`` is the body's next meeting after that day, where one is known.

    Owners are noted as said. Raises ``UsageProblem`` for a status or a day that there is not, and for a day before the
    meeting that raised the action.
    """
    from minutes_cli.model import Update

    raised = meant.head.date
    if raised and on < raised:
        raise UsageProblem(
            f"{on} is before the meeting of {raised} that raised {meant.id}; nothing was written.",
            "Give the day of the news: --on DAY",
        )
    return Update(
        on=on,
        status=status_meant(said.status, book) if said.status else None,
        note=" ".join(said.note.split()) or None if said.note else None,
        due=due_meant(said.due, on, following) if said.due else None,
        owners=[name for each in said.owner for part in each.split(",") if (name := part.strip())],
    )


def status_meant(word: str, book: Book) -> Status:
    """Give the status that a word means ("closed" is done), the book's own words first.

    Raises ``UsageProblem`` for a word that is none.
    """
    from minutes_cli.model import Status
    from minutes_cli.vocabulary import load

    asked = " ".join(word.casefold().replace("-", " ").split())
    for status in get_args(Status):
        said: Sequence[str] = getattr(book.words.status, status.replace(" ", "_"))
        if asked == status or asked in (each.casefold() for each in said):
            return status  # type: ignore[no-any-return]
    for status, said in load("status")["meanings"].items():
        if asked in said or word.casefold() in said:
            return status  # type: ignore[no-any-return]
    raise UsageProblem(
        f"{word!r} is no status; nothing was written.", f"Use one of: {', '.join(get_args(Status))}, or --note."
    )


def due_meant(words: str, on: date, following: date | None) -> date:
    """Give the day that words mean when they are said on a day; ``following`` is that of the next meeting.

    Raises ``UsageProblem`` for words that leave more than one day, and for a day that is past by then.
    """
    from minutes_cli.model import NextMeeting
    from minutes_cli.parse.due import read

    announced = NextMeeting(text="", date=following) if following else None
    for said in (words, f"by {words}", f"by the {words}"):
        found = read(said, on, announced)
        if found and found.date:
            if found.date < on:
                raise UsageProblem(
                    f"--due {words!r} is {found.date}, which is before {on}; nothing was written.",
                    "Give the day of the news with --on, or another due date.",
                )
            return found.date
    raise UsageProblem(
        f"--due {words!r} is not one day of the calendar; nothing was written.", "Write it as 2031-03-04."
    )


def next_meeting(meant: Meant, on: date, heads: Iterable[Head], book: Book) -> date | None:
    """Find the body's next meeting after a day: one that was held, or that the minutes or the book announce."""
    from minutes_cli.register.names import folded

    body = folded(meant.head.body or "")
    held = [head for head in heads if folded(head.body or "") == body]
    days = [head.date for head in held if head.date] + [head.next.date for head in held if head.next and head.next.date]
    days += [planned.date for planned in book.meetings if planned.body in (None, meant.head.body)]
    return min((day for day in days if day > on), default=None)


def strangers(meant: Meant, owners: Sequence[str], book: Book) -> list[str]:
    """Name the owners that are neither on the attendance list of an action's meeting nor on the roster."""
    from minutes_cli.register.names import folded, names

    known = {name for person in meant.people for name in names(person)}
    for member in book.people:
        known.update(folded(said) for said in (member.name, member.initials, member.role, *member.aliases) if said)
        known.add(folded(member.name).rpartition(" ")[2])
    return [owner for owner in owners if folded(owner) not in known]
