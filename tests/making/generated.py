"""Fictional minutes put together by chance: the same number gives the same minutes, on every machine.

People, items, tables, the style of numbers, page, type and wrapping vary; words and names are invented.
"""

from __future__ import annotations

from random import Random

from tests.making.sheet import Block, Bullets, Grid, Heading, Listing, Minutes, Paper, Paragraph

GIVEN = ("Alma", "Bruno", "Celia", "Dorian", "Edda", "Felix", "Greta", "Hugo", "Ines", "Jasper", "Klara", "Lorenz")
FAMILY = ("Abbott", "Birch", "Croft", "Drake", "Ellery", "Fenn", "Garrow", "Holm", "Ives", "Jessop", "Knott", "Larch")
OFFICES = ("Treasurer", "Surveyor", "Lay Member", "Secretary", "Nurse", "Warden")
BODIES = ("Harbour Trust Board", "Quarry Lane Residents Association", "Ferry Committee", "Mill Hill Parish Council")
PLACES = ("the Net Loft", "Room 4, Quay House", "the Reading Room")
BUSINESS = (
    "Harbour dues", "Repairs to the slipway", "Insurance", "Summer fair", "Website", "Membership", "Safety of the pier",
    "Grants", "Storage of boats", "Lighting", "Training of volunteers", "Car park",
)  # fmt: skip
TOLD = (
    "The paper was discussed, and several members spoke of the cost of {thing}.",
    "A survey had come in since the last meeting; it finds no fault with the {thing}.",
    "Nobody had any remark to make on the figures, which were laid before the meeting with those for {thing}.",
    "The work took longer than planned, because the weather was poor and the crane was wanted for the {thing}.",
    "There was a short talk about the noise in the mornings and what neighbours think of {thing}.",
    "Most of the forms have come back, nearly all of them from those who live by the {thing}.",
)
KINDS = ("old", "new", "iron", "oak", "blue", "borrowed", "spare", "painted", "broken", "narrow", "wide", "covered")
THINGS = (
    "benches",
    "gates",
    "lamps",
    "rails",
    "ladders",
    "signs",
    "boats",
    "sheds",
    "steps",
    "fences",
    "bins",
    "tables",
)
VERBS = (
    "mend", "paint", "sell", "count", "insure", "move", "clean", "price", "lend", "store", "check", "order", "fetch",
    "weigh", "sand", "list", "hire", "wash", "label", "test", "cover", "lock", "dry", "sort",
)  # fmt: skip
TASK, OWNER, REFERENCE = 66.0, 18.0, 13.0  # widths of columns, in millimetres; the last takes what is left
WITH_TASKS = 0.6  # share of the items that give somebody something to do
DUE = ("31 March 2031", "next meeting", "12 May 2031", "end of April")
NOTED = (
    "the {thing} have been sold",
    "the key to the {thing} is missing",
    "money for the {thing} came in the first week",
)
RESOLVED = ("the {thing} be kept for another year", "the report on {thing} be adopted", "{thing} be put out to tender")
MONTHS = ("January", "February", "March")
FAMILIES = ("Liberation Sans", "Liberation Serif")


def generated(number: int) -> Minutes:
    """The minutes of this number."""
    chance = Random(number)  # noqa: S311
    people = _people(chance)
    body = chance.choice(BODIES)
    day = f"{chance.randint(1, 28)} {chance.choice(MONTHS)} 2031"
    blocks: list[Block] = [
        Heading(body, 0),
        Heading(f"Minutes of the meeting held on {day} at {chance.choice(PLACES)}", 1),
        *_attendance(chance, people),
    ]
    if chance.random() < 0.6:
        blocks.append(Paragraph(" ".join(people[-1][:2]), lead="Apologies:"))
    mark = chance.choice(("table", "table with numbers", "lead"))
    titles = chance.sample(BUSINESS, chance.randint(3, 7))
    write = chance.choice(("{}. {}", "{} {}", "{}) {}"))
    width, height = chance.choice(((210, 297), (216, 279), (176, 250)))
    margin = chance.choice((15, 18, 22))
    tasks = [f"{verb} the {chance.choice(KINDS)} {chance.choice(THINGS)}" for verb in VERBS]  # no two much alike
    chance.shuffle(tasks)
    for position, title in enumerate(titles, 1):
        blocks.append(Heading(write.format(position, title)))
        blocks += _business(chance)
        if chance.random() < WITH_TASKS:
            given = [
                (tasks.pop(), chance.choice(people[:-1])[2], chance.choice(DUE)) for _ in range(chance.randint(1, 3))
            ]
            blocks += _tasks(given, mark, width - 2 * margin)
    blocks.append(Paragraph("Next meeting: 6 May 2031 at 7.30pm"))
    return Minutes(
        name=f"generated-{number}",
        head=[],
        foot="",
        blocks=blocks,
        paper=Paper(
            width, height, margin=margin, family=chance.choice(FAMILIES),
            size=chance.choice((9, 10, 11)), leading=chance.choice((1.2, 1.3)),
        ),
        styled=chance.random() < 0.7,
        wrap=chance.choice((0, 60, 72, 100)),
        tabs=chance.random() < 0.5,
    )  # fmt: skip


def _people(chance: Random) -> list[tuple[str, str, str, str]]:
    """Given name, family name, initials and office; no two with the same initials."""
    given, family = chance.sample(GIVEN, 8), chance.sample(FAMILY, 8)
    count = chance.randint(4, 8)
    return [(g, f, g[0] + f[0], chance.choice(OFFICES)) for g, f in zip(given[:count], family, strict=False)]


def _attendance(chance: Random, people: list[tuple[str, str, str, str]]) -> list[Block]:
    present = people[:-1]
    chair = present[0]
    form = chance.choice(("columns", "sentence", "lines"))
    if form == "sentence":
        names = [f"{g} {f} ({i})" for g, f, i, _ in present]
        return [
            Paragraph(", ".join([f"{names[0]}, Chair", *names[1:]]).replace("), Chair", ") (Chair)"), lead="Present:")
        ]
    if form == "lines":
        entries = [f"{g} {f} ({i}), {'Chair' if (g, f, i, o) == chair else o}" for g, f, i, o in present]
        return [Heading("Present:", 1), Bullets(entries, mark="")]
    rows = [(f"{g} {f}{' (Chair)' if (g, f, i, o) == chair else ''}", i, o) for g, f, i, o in present]
    return [Heading("Present:", 1), Listing(rows, (52.0, 16.0, 50.0))]


def _business(chance: Random) -> list[Block]:
    """What is told, noted and resolved under one item."""
    blocks: list[Block] = [Paragraph(" ".join(_said(chance, TOLD, chance.randint(1, 3))))]
    if chance.random() < 0.3:
        blocks.append(Bullets(_said(chance, NOTED, 2)))
    if chance.random() < 0.4:
        blocks.append(Paragraph(f"RESOLVED that {_said(chance, RESOLVED, 1)[0]}."))
    return blocks


def _said(chance: Random, sentences: tuple[str, ...], count: int) -> list[str]:
    """Some sentences, each of a thing of its own: minutes do not say the same twice word for word.

    A line that comes back on other pages, but for its figures, would be taken for a running head.
    """
    return [
        sentence.replace("{thing}", f"{chance.choice(KINDS)} {chance.choice(THINGS)}")
        for sentence in chance.sample(sentences, count)
    ]


def _tasks(tasks: list[tuple[str, str, str]], mark: str, room: float) -> list[Block]:
    if mark == "lead":
        return [Paragraph(f"{owner} to {task} by {due}.", lead="ACTION:") for task, owner, due in tasks]
    rows = [(task[0].upper() + task[1:], owner, due) for task, owner, due in tasks]
    if mark == "table":
        return [Grid(("Action", "Owner", "By when"), list(rows), (TASK, OWNER, room - TASK - OWNER))]
    numbered = [(str(count), *row) for count, row in enumerate(rows, 1)]
    return [
        Grid(
            ("Ref", "Action", "Owner", "By when"),
            list(numbered),
            (REFERENCE, TASK, OWNER, room - REFERENCE - TASK - OWNER),
        )
    ]
