"""A fictional trust and three of its meetings, for the tests of the register, the reports and the renderers."""

from __future__ import annotations

from datetime import date

from minutes_cli.model import Action, Due, Head, Item, Meeting, NextMeeting, Part, Person, Source, Update

BODY = "Otterbourne Almshouse Trust"
AS_OF = date(2031, 5, 20)


def person(initials: str | None, name: str | None, role: str | None = None, capacity: str | None = None) -> Person:
    return Person(initials=initials, name=name, role=role, capacity=capacity, page=1)


def action(number: str, text: str = "Write to the county.", **said: object) -> Action:
    fields = {"id": number, "ref": number.rpartition("/")[2], "text": text, "how": "action-table", **said}
    return Action(**fields)  # type: ignore[arg-type]


def meeting(day: date | None, *actions: Action, body: str | None = BODY, people: tuple[Person, ...] = ()) -> Meeting:
    return Meeting(meeting=Head(body=body, date=day), attendees=list(people), actions=list(actions))


MARCH = Meeting(
    meeting=Head(
        body=BODY,
        title="Minutes of the Board of Trustees",
        date=date(2031, 3, 4),
        start="19:30",
        end="21:05",
        place="The Old Refectory",
        next=NextMeeting(text="6 May 2031 at 7.30pm", date=date(2031, 5, 6), start="19:30"),
    ),
    source=Source(file="trust-march.pdf", sha256="a" * 64, pages=5, parser="minutebook 0"),
    attendees=[
        person("DL", "Dorothy Lacewing", "Trustee", "chair"),
        person("MT", "Malcolm Teasel", "Treasurer"),
        person("HB", "Henrietta Burdock-Vane", "Surveyor"),
        person(None, "Saul Whin", "Clerk"),
    ],
    apologies=[Person(name="Gwen Sorrel", role="Lay Member", page=1)],
    items=[Item(number="2", title="Matters arising", page=1), Item(number="4", title="Roof", page=3, text="It leaks.")],
    actions=[
        action("2031-03-04/1", "Circulate the signed minutes.", item="2", owners=["Clerk"], status="done", page=1),
        action(
            "2031-03-04/2",
            "Bring a revised reserves policy with three scenarios for the rent roll.",
            item="2",
            action="MT & DL",
            owners=["MT", "DL"],
            due=Due(text="next meeting", kind="meeting", date=date(2031, 5, 6)),
            page=2,
            updates=[Update(on=date(2031, 4, 2), status="in progress", note="First draft seen.")],
        ),
        action(
            "2031-03-04/3",
            "Before the summer:\n- obtain three quotations\n- write to the diocese",
            item="4",
            action="HB\nClerk",
            owners=["HB", "Clerk"],
            parts=[
                Part(text="obtain three quotations", owners=["HB"]),
                Part(text="write to the diocese", owners=["Clerk"]),
            ],
            due=Due(text="31 March", kind="date", date=date(2031, 3, 31)),
            page=3,
            updates=[Update(on=date(2031, 4, 1), due=date(2031, 4, 20), status="carried")],
        ),
        action(
            "2031-03-04/4",
            "Tell the residents.",
            item="4",
            owners=["GS"],
            due=Due(text="asap", kind="asap"),
            page=3,
        ),
    ],
)
APRIL = meeting(date(2031, 4, 8), people=(person("DL", "Dorothy Lacewing"),))
MAY = Meeting(
    meeting=Head(body=BODY, date=date(2031, 5, 6), next=NextMeeting(text="Tuesday 8 July")),
    attendees=[
        person("DL", "Dorothy Lacewing", "Trustee", "chair"),
        person("GS", "Gwen Sorrel", "Lay Member"),
        person("JS", "Jo Stane"),
        person("JS", "Jarvis Sloe"),
    ],
    actions=[
        action(
            "2031-05-06/1",
            "Agree the tenancy terms.",
            item="3a",
            owners=["JS"],
            due=Due(text="end of June", kind="month", date=date(2031, 6, 30)),
            page=2,
        ),
        action("2031-05-06/2", "Nominate a trustee for the county panel.", item="5", how="prose", page=3),
        action(
            "2031-05-06/3",
            "Send comments on the newsletter.",
            item="6",
            owners=["All"],
            due=Due(text="23/05/31", kind="date", date=date(2031, 5, 23)),
            page=3,
        ),
    ],
)
RECORDS = [("may.yaml", MAY), ("march.yaml", MARCH), ("april.yaml", APRIL)]
