"""Lay out minutes that are kept as one table (Item | Discussion | Action) as headings, text and marginal actions."""

from __future__ import annotations

from minutes_cli.document import Line
from minutes_cli.parse.block import Block, Grid, GridCell, GridRow, Paragraph, fold
from minutes_cli.parse.column_headings import heading_kinds, is_heading_row, says_action
from minutes_cli.parse.numbering import read_number
from minutes_cli.parse.people import read_label, read_office
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

MANY = 4  # rows; minutes kept in a table have at least this many
LONG = 60  # characters; a column whose cells average more than this holds running text
LONG_BESIDE = 30  # the same where there is but the numbers' column beside it
SHORT_NOTES = 8  # the same where they name what was decided or is to be done too
LONG_HEADED = 25  # the same where the headings say which column is the item and which the discussion
MAX_NUMBER = 8  # characters of a cell that holds an item's number ("14/023(a)" is longer, and rare)
MAX_TITLE = 8  # words of a form's first row that is its title
HALF = 0.5  # share of the rows: of a form's that pair a label with its value, of minutes' that begin with a number
LABELS = 0.7  # share of those pairs whose label is known, or ends with a colon
NUMBERS = 0.8  # share of a column's cells that must be numbers for the column to hold the items' numbers
NUMBERS_BESIDE = 0.6  # the same, for a column left of one that is headed as the items'
KINDS = ("item", "discussion", "task", "ref", "owner", "due", "decision")  # columns of whole minutes
WORD = wording(r"\w")


def flatten(blocks: list[Block]) -> list[Block]:
    """Replace each table that holds whole minutes by the paragraphs in it; other blocks stay."""
    out: list[Block] = []
    for block in blocks:
        if not isinstance(block, Grid):
            out.append(block)
        elif _is_form(block):
            out.extend(paragraph for row in block.rows for paragraph in _lay_out_form(row, row is block.rows[0]))
        elif (found := _columns(block)) is not None:
            columns, first = found
            out.extend(paragraph for row in block.rows[first:] for paragraph in _lay_out(row, columns))
        else:
            out.append(block)
    return out


def _is_form(grid: Grid) -> bool:
    """Whether a table is a form rather than a list: one column of text, or labels with their values beside them."""
    rows = [row.texts for row in grid.rows if any(row.texts)]
    columns = {i for texts in rows for i, text in enumerate(texts) if text}
    if len(columns) == 1:
        return True
    if rows and all(_names_officers(texts) for texts in rows):
        return True
    pairs = [filled for texts in rows if len(filled := [t for t in texts if t]) == 2]
    if len(rows) == 1 and len(rows[0]) >= MANY and all(text.rstrip().endswith(":") for text in rows[0][0:MANY:2]):
        return True  # "Agenda item: | Lamps | Presenter: | Ann Forde"
    labelled = sum(label.rstrip().endswith(":") or _is_label(label) for label, _ in pairs)
    if len(columns) != 2 or len(pairs) < HALF * len(rows):
        return False
    return labelled >= LABELS * len(pairs) and not is_heading_row(rows[0])


def _names_officers(texts: list[str]) -> bool:
    """Whether a row of a form pairs an office with who holds it, once or twice ("Chaired by | Ann Forde")."""
    return sum(map(bool, texts)) in (2, 4) and read_office(f"{texts[0]}: X Y") is not None


def _is_label(text: str) -> bool:
    """Whether a cell is the label of a form: "Date", "Venue", "Present"."""
    low = text.casefold().strip(" :.")
    if any(low in said for said in load("heading")["labels"].values()):
        return True
    return (label := read_label(text)) is not None and not label.rest


def _lay_out_form(row: GridRow, is_first: bool) -> list[Paragraph]:
    """Write a row of a form as lines: "Date: 4 March 2031"; a short first row is a heading."""
    cells = [cell for cell in row.cells if cell.entries]
    if len(cells) == 4:
        pairs = ((cells[0], cells[1]), (cells[2], cells[3]))
        return [_paragraph(f"{a.text.rstrip(' :')}: {b.text}", row) for a, b in pairs]
    if len(cells) == 2:
        label = cells[0].text.rstrip(" :")
        value = "; ".join(cells[1].entries) if read_label(label) else cells[1].text
        return [_paragraph(f"{label}: {value}", row)]
    entries = [entry for cell in cells for entry in cell.entries]
    title = is_first and len(entries) == 1 and len(entries[0].split()) <= MAX_TITLE and not entries[0].endswith(".")
    return [_paragraph(text, row, heading_level=2 if title else 0) for text in entries]


def _columns(grid: Grid) -> tuple[dict[str, int], int] | None:
    """Find which columns hold item, discussion and action, and the first row below the headings; None when none do."""
    if not grid.rows or grid.width < 2:
        return None
    head = grid.rows[0].texts
    if not is_heading_row(head):
        columns = _columns_by_content(grid)
        return (columns, 0) if columns else None
    columns = {}
    for index, text in enumerate(head):
        kind = next((k for k in heading_kinds(text) if k in KINDS and k not in columns), None)
        if kind is not None:
            columns[kind] = index
    if "item" in columns and "ref" not in columns:
        if _holds_numbers(grid, columns["item"]):
            columns["ref"] = columns.pop("item")
        elif (number := _number_column(grid, columns["item"])) is not None:
            columns["ref"] = number
    _detail_is_discussion(columns, head, grid)
    told = "discussion" in columns and ("item" in columns or "ref" in columns)
    least = SHORT_NOTES if _is_full(columns) else LONG_HEADED if "item" in columns else LONG
    return (columns, 1) if told and _average(grid, columns["discussion"]) > least else None


def _is_full(columns: dict[str, int]) -> bool:
    """Whether headings name all that minutes have: items, what was said, and what was decided or is to be done."""
    return {"item", "discussion", "task"} <= columns.keys() and ("decision" in columns or "owner" not in columns)


def _detail_is_discussion(columns: dict[str, int], head: list[str], grid: Grid) -> None:
    """Take "Detail" beside "Action" for the discussion where its numbered rows are long and most call for no action."""
    if "discussion" in columns or "ref" not in columns or "task" not in columns or "owner" in columns:
        return
    first = columns["task"]
    action = next((i for i in range(first + 1, len(head)) if says_action(head[i])), None)
    if action is None or len(grid.rows) < MANY or _average(grid, first) <= LONG:
        return
    if len(_cells(grid, action)) <= HALF * len(_cells(grid, first)):
        columns["discussion"], columns["task"] = first, action


def _columns_by_content(grid: Grid) -> dict[str, int] | None:
    """Tell the columns of whole minutes without headings: numbers, titles, running text, and tasks beside it."""
    if len(grid.rows) < MANY:
        return None
    numbers = [row.texts[0] for row in grid.rows if row.texts[0]]
    if len(numbers) < HALF * len(grid.rows) or _numbered(numbers) < NUMBERS * len(numbers):
        return None
    lengths = [_average(grid, column) for column in range(grid.width)]
    text = max(range(grid.width), key=lambda i: lengths[i])
    if lengths[text] <= (LONG if grid.width > 2 else LONG_BESIDE) or text == 0:
        return None
    columns = {"ref": 0, "discussion": text}
    if text > 1:
        columns["item"] = 1
    if text + 1 < grid.width and lengths[text + 1] < LONG:
        columns["task"] = text + 1
    return columns


def _numbered(texts: list[str]) -> int:
    """Count the cells that hold an item's number."""
    found = (read_number(f"{text} X") for text in texts)
    return sum(numbered is not None and numbered.rest == "X" for numbered in found)


def _cells(grid: Grid, column: int) -> list[str]:
    """Give the filled cells of a column below its heading."""
    return [row.texts[column] for row in grid.rows[1:] if column < len(row.cells) and row.texts[column]]


def _holds_numbers(grid: Grid, column: int) -> bool:
    """Whether the cells of a column are bare numbers: then "Item" means the number, and the title is in the text."""
    cells = _cells(grid, column)
    return bool(cells) and _numbered([t for t in cells if len(t) <= MAX_NUMBER]) >= NUMBERS * len(cells)


def _number_column(grid: Grid, item: int) -> int | None:
    """Find the column left of the items' that holds their numbers, when there is one."""
    columns = ((column, _cells(grid, column)) for column in range(item))
    return next((n for n, cells in columns if cells and _numbered(cells) >= NUMBERS_BESIDE * len(cells)), None)


def _average(grid: Grid, column: int) -> float:
    cells = _cells(grid, column)
    return sum(map(len, cells)) / len(cells) if cells else 0.0


def _lay_out(row: GridRow, columns: dict[str, int]) -> list[Paragraph]:
    """Write a row of whole minutes as a heading, the paragraphs below it, and what stands in its margin."""
    number = row.texts[columns["ref"]] if "ref" in columns else ""
    title = row.texts[columns["item"]] if "item" in columns else ""
    entries = _entries(row.cells[columns["discussion"]])
    heading = title if title and read_number(title) else f"{number} {title}".strip()
    if number and not title and entries:
        heading = f"{number} {entries.pop(0)}"
    out = [_paragraph(heading, row, heading_level=2)] if heading else []
    out.extend(_paragraph(text, row) for text in entries)
    decided = row.cells[columns["decision"]].entries if "decision" in columns else []
    for texts, role in ((decided, "decided"), (_tasks(row, columns), "margin")):
        for text in texts:
            if WORD.search(text):
                piece = _paragraph(text, row)
                piece.role = role
                out.append(piece)
    return out


def _entries(cell: GridCell) -> list[str]:
    """Give the entries of a cell; what is bold on its first line by itself is an entry of its own, the title."""
    entries = list(cell.entries)
    title = fold(cell.lines[0].text) if len(cell.lines) > 1 and cell.lines[0].is_bold else ""
    if title and entries and entries[0].startswith(f"{title} "):
        entries[:1] = [title, entries[0].removeprefix(title).lstrip()]
    return entries


def _tasks(row: GridRow, columns: dict[str, int]) -> list[str]:
    """Give the tasks of a row of whole minutes, each with its owner and due date when they stand in columns beside."""
    tasks = row.cells[columns["task"]].entries if "task" in columns else []
    for label in ("owner", "due"):
        beside = row.cells[columns[label]].entries if label in columns and columns[label] < len(row.cells) else []
        each = beside if len(beside) == len(tasks) else [" ".join(beside)] * len(tasks)
        tasks = [f"{task} {label.title()}: {said}" if said else task for task, said in zip(tasks, each, strict=True)]
    return tasks


def _paragraph(text: str, row: GridRow, heading_level: int = 0) -> Paragraph:
    line = Line(text=text, page=row.page, line=row.line)
    bold = len(text) if heading_level else 0
    return Paragraph(text=text, page=row.page, line=row.line, lines=[line], heading=heading_level, bold=bold, row=row)
