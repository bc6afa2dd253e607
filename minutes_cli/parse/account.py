"""Account for every line of minutes: what it was read as, and why; and say so where it went into nothing.

Nothing is noted for this while minutes are read. The blocks know their lines and what they were taken for, and every
entry of the record knows its place: from these the account is made when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.document import Document, Line, LineRead, Table
from minutes_cli.parse import account_head, settled
from minutes_cli.parse.block import BULLET, Grid, Paragraph, fold
from minutes_cli.parse.claims import Claim, Claims, is_recorded, name_of, printed
from minutes_cli.parse.column_headings import is_heading_row, title_of
from minutes_cli.parse.heading_words import fold_title
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.numbering import read_number
from minutes_cli.parse.people import read_label
from minutes_cli.parse.reading import Reading
from minutes_cli.parse.settled import NO_TEXT
from minutes_cli.wording import wording

DOTS = wording(r"[.…\s]{3,}\d*$")  # the leader dots of a table of contents, with the page
WORD = wording(r"\w")
OF_DECISIONS = ("decision", "task", "discussion", "ref", "item")  # columns that a decision is made of
HEADINGS: dict[str, str] = {
    "people": "heading of a list of people",
    "tasks": "heading of a list of tasks",
    "earlier tasks": "heading of a list of earlier tasks",
    "decisions": "heading of a list of decisions",
    "next": "heading of the next meeting",
    "container": "heading that only groups",
}


class Account:
    """The account of one meeting's lines: what each was read as, and what to say of those that nothing claims."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.claims = Claims(reading, settled.record(reading))
        self.titles = {fold_title(heading.title): heading for heading in reading.headings}
        self.is_listed = False
        self.under: dict[int, str] = {}
        account_head.claim(self.claims)
        for heading, blocks in reading.sections:
            if heading is not None:
                self._claim_heading(heading)
            for block in blocks:
                if isinstance(block, Grid):
                    self._claim_grid(block, heading)
                else:
                    self._claim_paragraph(block, heading)

    def read(self, line: Line, cell: str, texts: list[str], running: str) -> Claim:
        """Say what a line was read as; ``texts`` are its row's when it is in a table, ``running`` says if it runs."""
        found = self.claims.of(line)
        if found is not None:
            return found
        reason = self.reading.furniture.get((line.page, line.line)) if not cell else None
        if running or reason:
            return Claim(
                "furniture", reason or running, "declared by the format" if running else "printed on the pages"
            )
        if not WORD.search(line.text):
            return Claim("ornament", "rule, ornament or mark")
        if texts and is_heading_row(texts):
            return Claim("table", "heading of a column")
        listed = self._listed(line)
        if listed is not None:
            return Claim("agenda", f"printed agenda: {name_of(listed)}", "comes again as a heading")
        return Claim("unused", "not used", self.under.get(id(line), ""))

    def _listed(self, line: Line) -> Heading | None:
        """Find the item whose title a line prints again, as the agenda before the minutes does."""
        words = DOTS.sub("", BULLET.sub("", fold(line.text)))
        numbered = read_number(words)
        return self.titles.get(fold_title(numbered.rest if numbered else words))

    def _claim_heading(self, heading: Heading) -> None:
        said = f"heading of {name_of(heading)}" if is_recorded(heading) else HEADINGS.get(heading.kind, "heading")
        block = self.reading.blocks[heading.index]
        self.claims.add_block(block, Claim("heading", said, _look(heading)))
        if isinstance(block, Paragraph):
            self.claims.add_entries(block, self.claims.at(block))

    def _claim_paragraph(self, block: Paragraph, heading: Heading | None) -> None:
        """Claim the lines of a paragraph for the entries read at its place, and for the text of its item."""
        named = self.claims.at(block)
        role = block.role
        if role in ("people", "people prose"):
            people = [claim for claim in named if claim.kind == "attendance"]
            self.claims.add_block(block, *(people or [Claim("attendance", self._attendance(block))]))
            self.is_listed = bool(people) or self.is_listed
        elif role == "signature":
            self.claims.add_block(block, Claim("signature", "place to sign"))
        elif role == "table title":
            self.claims.add_block(block, Claim("table", "title of a table of actions"))
        elif role == "status":
            self.claims.add_block(block, Claim("action", "how the action above stands", "a status alone on its line"))
        else:
            self.is_listed = False
        self.claims.add_entries(block, named)
        if role == "task" and not named:
            self._claim_rest_of_task(block)
        where = f"under “{heading.title}”, which is no item" if heading is not None else "before the first heading"
        self.under |= {id(line): where for line in printed(block)}
        if heading is not None and is_recorded(heading) and role not in NO_TEXT:
            self.claims.add_block(block, Claim("text", f"text of {name_of(heading)}"))

    def _attendance(self, block: Paragraph) -> str:
        """Say what a line of the attendance is that gave nobody of its own."""
        label = read_label(block.words)
        if label is not None and (":" in block.text or block.is_bold or not self.is_listed):
            self.is_listed = False
            return f"attendance label ({label.kind})"
        return "attendance: more of the person above" if self.is_listed else "attendance: names nobody"

    def _claim_rest_of_task(self, block: Paragraph) -> None:
        """Claim a line in a list of tasks that opens none: it goes on with one, or names whose the tasks below are."""
        words = fold(block.words).rstrip(" :")
        for action in self.claims.meeting.actions:
            if words and (words in action.text or words == (action.status_said or "").strip()):
                return self.claims.add_block(block, Claim("action", f"action {action.ref}, goes on", action.how))
        owners = {owner.casefold() for action in self.claims.meeting.actions for owner in action.owners}
        people = [*self.claims.meeting.attendees, *self.claims.meeting.apologies]
        named = {name.casefold() for person in people for name in (person.name, person.initials) if name}
        if words.casefold() in owners | named:
            self.claims.add_block(block, Claim("action", "owner of the actions below", "a name alone over tasks"))
        return None

    def _claim_grid(self, grid: Grid, heading: Heading | None) -> None:
        """Claim the cells of a table: headings, actions, people, or the text of an item."""
        kinds = {column: kind for kind, column in grid.columns.items()}
        for index, row in enumerate(grid.rows):
            named = self.claims.at(row)
            for column, cell in enumerate(row.cells):
                for claim in _of_cell(grid, (index, column), named, kinds):
                    for line in cell.lines:
                        self.claims.add(line, claim)
                if heading is not None and is_recorded(heading) and not grid.role:
                    for line in cell.lines:
                        self.claims.add(line, Claim("text", f"text of {name_of(heading)}", "a table in it"))


def _of_cell(grid: Grid, at: tuple[int, int], named: list[Claim], kinds: dict[int, str]) -> Iterator[Claim]:
    """Say what one cell of a table is: ``at`` is its row and column, ``named`` the entries read from its row."""
    index, column = at
    if grid.role == "actions" and index < grid.first:
        title = title_of(grid.rows[index])
        said = f"heading of the column: {kinds[column]}" if column in kinds else "heading of a column"
        yield Claim("table", "title of the table" if title else said)
        return
    if grid.role == "people" and not named:
        yield Claim("attendance" if index else "table", "names nobody" if index else "heading of a column")
        return
    for claim in named:
        if grid.role != "actions" or claim.kind == "attendance":
            yield claim
        elif column in kinds:
            said = kinds[column].rstrip("2")
            if claim.kind == "action" or said in OF_DECISIONS:
                yield claim if said in ("task", "decision") else claim._replace(said=f"{said} of {claim.said}")
        else:
            yield Claim("unused", f"beside {claim.said}: not used", "no heading that is known")


def _look(heading: Heading) -> str:
    """Say by what a heading was known."""
    look = heading.look
    if look is None:
        return "an entry of the printed agenda"
    number = f"number in the run of items ({heading.number})" if heading.level == 1 and heading.number else ""
    style = f"heading style {look.heading}" if look.heading else ""
    setting = {"run-in": "run in before its text", "colon": "ends with a colon", "alone": "stands alone"}
    parts = [number, style, "bold" * look.bold, "capitals" * look.capitals, setting.get(look.setting, "")]
    return ", ".join(part for part in parts if part) or "title"


def lines_of(document: Document) -> Iterator[tuple[Line, str, list[str], str]]:
    """Give every line of a document, its cell ("row/column", "" when in none), its row's texts, and how it runs."""
    runs = "front matter" if document.format == "text" else "running head or foot"
    for page in document.pages:
        yield from ((line, "", [], runs) for line in page.running)
        for block in page.blocks:
            if isinstance(block, Table):
                for number, row in enumerate(block.rows, start=1):
                    texts = [fold(cell.text) for cell in row.cells]
                    for column, cell in enumerate(row.cells, start=1):
                        yield from ((line, f"{number}/{column}", texts, "") for line in cell.lines)
            else:
                yield block, "", [], ""


def traced(document: Document, parts: list[tuple[Document, Account]]) -> Iterator[LineRead]:
    """Account for every line of a document, once and in order, from the accounts of its parts (one a meeting)."""
    owners: dict[int, tuple[int, Account]] = {}
    remade: dict[tuple[int, int], list[tuple[Line, int, Account]]] = {}
    for number, (part, account) in enumerate(parts, start=1):
        for line, *_ in lines_of(part):
            owners.setdefault(id(line), (number, account))
            remade.setdefault((line.page, line.line), []).append((line, number, account))
    for line, cell, texts, running in lines_of(document):
        read_line, number, account = line, *owners.get(id(line), (0, parts[0][1]))
        if not number:  # a column's heading was put before its words, or stands over the rows of all meetings
            again = (made for made in remade.get((line.page, line.line), []) if made[0].text.endswith(line.text))
            read_line, number, account = next(again, (line, 1, account))
        read = account.read(read_line, cell, texts, running)
        yield LineRead(line.page, line.line, cell, line.text, read.kind, read.said, read.why, number)
