"""Make a minute book of any size: the records of a fictional board that meets every week, 13 actions each.

``python bench/records.py FOLDER [RECORDS]``. The same number gives the same bytes. A record is as long as that of a
board's five pages: 14 people, 16 items with their text, 13 actions of which later records update some, 6 decisions.
"""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta
from pathlib import Path

from minutes_cli.model import Action, Decision, Due, Head, Item, Meeting, NextMeeting, Person, Source, Update
from minutes_cli.store import dump

FIRST = date(2011, 1, 4)
PEOPLE, ITEMS, ACTIONS, DECISIONS = 14, 16, 13, 6
GIVEN = ("Nora", "Ivo", "Una", "Piet", "Greta", "Omar", "Lena", "Bram", "Tess", "Aldo", "Mira", "Joss", "Kit", "Wanda")
FAMILY = (
    "Quill",
    "Marsh",
    "Teal",
    "Vane",
    "Holm",
    "Sedge",
    "Brook",
    "Tarn",
    "Fell",
    "Dale",
    "Wick",
    "Firth",
    "Garth",
    "Ley",
)
VERBS = (
    "Ask for prices of",
    "Write to the owners of",
    "Bring a plan for",
    "Report on",
    "Count",
    "Repaint",
    "Insure",
    "Move",
)
FIRST_PART = (
    "Tar",
    "Fen",
    "Hol",
    "Mar",
    "Quil",
    "Sed",
    "Wick",
    "Gar",
    "Bram",
    "Dal",
    "Nor",
    "Ost",
    "Pel",
    "Rud",
    "Stel",
    "Ul",
)
LAST_PART = (
    "brick",
    "den",
    "gate",
    "ham",
    "holt",
    "ley",
    "mere",
    "ness",
    "port",
    "stead",
    "thorpe",
    "wall",
    "wick",
    "worth",
)
THINGS = (
    "slipway",
    "quay",
    "loft",
    "moorings",
    "crane",
    "ice house",
    "lamps",
    "railings",
    "ferry",
    "dredger",
    "tide gauge",
)
MORE = ("before the winter", "with the harbour master", "and tell the members", "for the season", "as was advised")
OPEN_FOR, STALE = 6, 0.01
"""Tasks of the last six meetings are open or done by chance; of the earlier ones, one in a hundred is open still."""
DAYS_BETWEEN = 7


def record(number: int, records: int) -> Meeting:
    """Make the record of one meeting, the ``number``-th from 0 of so many."""
    chance = random.Random(number)  # noqa: S311  the same book every time
    day = FIRST + timedelta(days=DAYS_BETWEEN * number)
    people = [
        Person(name=f"{given} {family}", initials=given[0] + family[0] + family[1], role="Trustee", page=1, line=9 + n)
        for n, (given, family) in enumerate(zip(GIVEN[:PEOPLE], FAMILY, strict=True))
    ]
    return Meeting(
        meeting=Head(
            body="Fennick Harbour Trust",
            title="Minutes of the Trustees",
            date=day,
            start="19:30",
            place="Net Loft",
            next=NextMeeting(text="in a week", date=day + timedelta(days=DAYS_BETWEEN)),
        ),
        source=Source(file=f"trust-{day}.pdf", sha256=f"{number:064x}", pages=5, parser="minutebook 0.1.0"),
        attendees=people[:-2],
        apologies=people[-2:],
        items=[_item(n, chance) for n in range(1, ITEMS + 1)],
        actions=[
            _action(n, day, people, chance, STALE if records - number > OPEN_FOR else 0.7)
            for n in range(1, ACTIONS + 1)
        ],
        decisions=[
            Decision(ref=str(n), item=str(n), text=_sentence(chance), how="resolved", page=2, line=n)
            for n in range(1, DECISIONS + 1)
        ],
    )


def _sentence(chance: random.Random) -> str:
    place = chance.choice(FIRST_PART) + chance.choice(LAST_PART)
    return f"{chance.choice(VERBS)} the {place} {chance.choice(THINGS)} {chance.choice(MORE)}."


def _item(number: int, chance: random.Random) -> Item:
    text = "\n".join(" ".join(_sentence(chance) for _ in range(4)) for _ in range(3))
    return Item(number=str(number), title=_sentence(chance), page=1 + number // 4, line=number, text=text)


def _action(number: int, day: date, people: list[Person], chance: random.Random, still_open: float) -> Action:
    owner = chance.choice(people).initials or ""
    due = day + timedelta(days=chance.randrange(5, 60))
    updates = []
    if chance.random() >= still_open:
        updates.append(Update(on=day + timedelta(days=14), status="done", note="Reported at the meeting."))
    return Action(
        id=f"{day}/{number}",
        ref=str(number),
        item=str(number),
        text=_sentence(chance),
        action=owner,
        owners=[owner],
        due=Due(text=f"by {due}", kind="date", date=due),
        how="action-table",
        page=3,
        line=number,
        updates=updates,
    )


def write_book(folder: Path, records: int) -> None:
    """Write the records of a book into a folder, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(records):
        meeting = record(number, records)
        (folder / f"trust-{meeting.meeting.date}.yaml").write_text(dump(meeting), encoding="utf-8")


if __name__ == "__main__":
    write_book(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
