"""A fictional council and a year of its meetings, for the tests of decisions, attendance and the audit."""

from __future__ import annotations

from datetime import date

from minutes_cli.book import Book, Member
from minutes_cli.model import Action, Decision, Due, Head, Item, Meeting, Person, Update

BODY = "Sallowfield Commons Council"
AS_OF = date(2031, 12, 31)
BOOK = Book(
    body=BODY,
    quorum=3,
    people=[
        Member(name="Edwin Rush", initials="ER", email="edwin@sallowfield.example"),
        Member(name="Cato Sedge", initials="CS", aliases=["Old Sedge"], left=date(2031, 9, 30)),
        Member(name="Nessa Pike"),
    ],
)

ADA = Person(name="Ada Thistle", initials="AT", capacity="chair", organisation="Parish of Sallow")
BRAM = Person(name="Bram Yarrow", initials="BY", organisation="Water Trust")
CATO = Person(name="Cato Sedge", initials="CS")
DORA = Person(name="Dora May Vetch", initials="DV", organisation="Parish of Sallow")
EDWIN = Person(name="Edwin Rush", initials="ER")
FENN = Person(name="Fenn Rush", organisation="Water Trust")
HOB = Person(name="Hob Teasel", role="Clerk", mode="in attendance", capacity="minutes")
GIL = Person(name="Gil Moss", deputy_for="Bram Yarrow", organisation="Water Trust")


def as_(person: Person, **said: object) -> Person:
    """Change what a list says of somebody."""
    fields = {name: getattr(person, name) for name in person.__struct_fields__} | said
    return Person(**fields)


def sat(month: int, there: list[Person], apologies: tuple[Person, ...] = (), **said: object) -> tuple[str, Meeting]:
    """Make the record of the meeting of a month, held on its seventh day."""
    state = said.pop("state", None)
    head = Head(body=BODY, date=date(2031, month, 7), start="19:30", state=state)  # type: ignore[arg-type]
    meeting = Meeting(meeting=head, attendees=there, apologies=list(apologies), **said)  # type: ignore[arg-type]
    return f"2031-{month:02}.yaml", meeting


def action(month: int, number: int, text: str, owners: list[str], due: date | None = None, **said: object) -> Action:
    """Make an action of the meeting of a month."""
    when = Due(text=f"{due.day}/{due.month}", kind="date", date=due) if due else None
    ref = str(number)
    return Action(
        id=f"2031-{month:02}-07/{ref}",
        ref=ref,
        text=text,
        owners=owners,
        due=when,
        how="action-table",
        **said,  # type: ignore[arg-type]
    )


def done(month: int, day: int) -> list[Update]:
    """Say that an action was done on a day."""
    return [Update(on=date(2031, month, day), status="done")]


JANUARY = sat(
    1,
    [ADA, BRAM, CATO, DORA, EDWIN, FENN, HOB],
    items=[Item(number="2", title="The ford"), Item(number="3", title="Grazing")],
    actions=[
        action(1, 1, "Mark the ford with posts.", ["BY"], date(2031, 2, 28), updates=done(2, 20), page=1),
        action(1, 2, "Count the ponies on the north side.", ["CS"], date(2031, 3, 31), updates=done(4, 9), page=1),
        action(1, 3, "Ask the county who owns the pound.", ["ER"], date(2031, 3, 1), page=2),
    ],
    decisions=[
        Decision(
            ref="31/1",
            item="2",
            text="The ford is closed to carts from November to March.",
            proposer="Bram Yarrow",
            seconder="Dora Vetch",
            vote="5 for, 1 against",
            how="resolved",
            page=1,
            line=12,
        ),
        Decision(ref="31/2", item="3", text="Grazing fees stay as they are.", how="resolved", page=2, line=3),
    ],
)
RECORDS = [
    JANUARY,
    sat(2, [ADA, BRAM, as_(CATO, mode="by phone"), as_(DORA, name="D Vetch"), HOB], (EDWIN, FENN)),
    sat(
        3,
        [ADA, BRAM, as_(DORA, name="Vetch, Dora", from_="19:50", for_items=["3", "4"]), EDWIN, FENN],
        (as_(CATO, reason="lambing"),),
        actions=[
            action(3, 1, "Mend the hurdles at the pound.", ["Rush"], date(2031, 4, 30), page=1),
            action(3, 2, "Write to the Water Trust about the sluice.", ["AT", "BY"], status="dropped", page=1),
        ],
    ),
    sat(4, [ADA, as_(BRAM, name="Yarrow", initials=None), CATO, as_(DORA, name=None)], (Person(name="Rush"), EDWIN)),
    sat(5, [ADA, GIL, CATO, DORA, EDWIN, FENN], (BRAM,)),
    sat(
        6,
        [ADA, BRAM, DORA],
        (as_(CATO, name="Old Sedge", initials=None), EDWIN),
        items=[Item(number="1", title="Opening", text="The quorum is four members. It was not reached until later.")],
    ),
    sat(7, [ADA, BRAM], (CATO, DORA, EDWIN)),
    sat(8, []),
    sat(9, [ADA, BRAM, CATO, DORA, EDWIN, FENN]),
    sat(10, [ADA, BRAM, DORA, EDWIN, FENN, Person(name="Adah Thistle", capacity="guest")]),
    sat(
        11,
        [ADA, BRAM, DORA, EDWIN, as_(FENN, mode="remote")],
        actions=[action(11, 1, "Print the map of the commons.", ["DV"], date(2031, 12, 15), updates=done(12, 15))],
    ),
    sat(
        12,
        [ADA, BRAM, EDWIN, FENN],
        (as_(DORA, mode="absent"),),
        state="draft",
        items=[Item(number="5", title="The café at the ford")],
        actions=[action(12, 1, "Ask for a price for the gate.", ["BY"], date(2032, 1, 31), page=3)],
        decisions=[
            Decision(item="5", text="The café may open on Sundays.", vote="unanimous", how="resolved", page=2, line=8)
        ],
    ),
]
