"""Make grids of tables without rules: a line of column headings, and the lines that stand in its columns below."""

from __future__ import annotations

from minutes_cli.document import Line
from minutes_cli.parse.block import Block, Grid, GridCell, GridRow, Paragraph, fold
from minutes_cli.parse.column_headings import heading_kinds, is_heading_row, is_people_heading
from minutes_cli.parse.columns import TAB, column_starts, continues_cell, rows_of, segments_of

APART = 1.5  # line heights; more blank space than this ends a table
OVERHANG = 4.0  # points; a column heading may begin this far left of its column's border
INSIDE = 20.0  # points; words of a column begin within this of its border
OUTSIDE = 3.0  # points; words may begin this far left of the border
FIRST_COLUMN = 6.0  # points (characters in text); words this near the first column's begin a row
HEADING_OFF = 40.0  # points (characters in text); a heading stands at most this far from where its column's words begin
SHORT = 40  # characters of a line that may be the rest of a cell
CROWNED = 2  # columns that headings over a ruled table must fit, and lines in columns below one
NARROW = 2  # columns; in a table of no more, a short line is text below it


def gather(blocks: list[Block]) -> list[Block]:
    """Make grids of the tables in minutes that have no rules, or rules around some of their rows only.

    A title line over them ("Decisions and/or actions agreed") stays a paragraph and is read with the table.
    """
    out: list[Block] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        index += 1
        if isinstance(block, Grid):
            out.append(block)
            if block.edges and isinstance(after, Paragraph):
                index = _go_on_unruled(block, blocks, index)
            continue
        heads = _is_heading_line(block)
        if heads and isinstance(after, Grid) and _crown(after, block):
            continue  # the headings stand over the ruled rows, outside the rules
        lines, step = _lines_below(blocks, index, block) if heads else ([], index)
        if lines:
            out.append(_grid_of(block, lines))
            index = step
        else:
            out.append(block)
    return out


def _crown(grid: Grid, header: Paragraph) -> bool:
    """Put a line of column headings over the ruled table below it; False when they do not fit its columns."""
    if len(grid.edges) <= CROWNED or is_heading_row(grid.rows[0].texts):
        return False
    cells = [GridCell() for _ in range(grid.width)]
    for segment in header.lines[0].segments:
        column = max((i for i, edge in enumerate(grid.edges[:-1]) if segment.x0 >= edge - OVERHANG), default=0)
        if column < len(cells):
            cells[column].entries.append(fold(segment.text))
            cells[column].lines = header.lines
    if sum(bool(cell.entries) for cell in cells) < CROWNED:
        return False
    grid.rows.insert(0, GridRow(cells=cells, page=header.page, line=header.line))
    return True


def _go_on_unruled(grid: Grid, blocks: list[Block], index: int) -> int:
    """Add the lines below a ruled table that stand in its columns, unruled rows; gives the index after them."""
    starts = list(grid.edges[:-1])
    lines: list[Line] = []
    step = index
    while step < len(blocks):
        block = blocks[step]
        if not isinstance(block, Paragraph) or block.gap > APART:
            break
        wrapped = len(block.lines) == 1 and len(block.text) < SHORT and grid.width > NARROW
        in_row = _has_columns(block) or (wrapped and step + 1 < len(blocks) and _has_columns(blocks[step + 1]))
        if not in_row or not _stands_in(starts, block):
            break
        lines.extend(block.lines)
        step += 1
    if sum(len(line.segments) > 1 for line in lines) < CROWNED:
        return index
    filled = [sum(bool(row.cells[i].entries) for row in grid.rows if i < len(row.cells)) for i in range(grid.width)]
    key = 1 if len(filled) > 1 and filled[1] == max(filled) else 0
    grid.rows.extend(rows_of(lines, starts, key))
    return step


def _stands_in(starts: list[float], block: Paragraph) -> bool:
    """Whether all words of a paragraph begin where a column of the table above does."""
    runs = (segment for line in block.lines for segment in segments_of(line))
    nearest = (min((run.x0 - x for x in starts if run.x0 >= x - OUTSIDE), default=INSIDE) for run in runs)
    return all(abs(distance) < INSIDE for distance in nearest)


def _has_columns(block: Block) -> bool:
    return isinstance(block, Paragraph) and any(len(line.segments) > 1 for line in block.lines)


def _is_heading_line(block: Paragraph) -> bool:
    """Whether a line is the column headings of a table of people, actions or decisions."""
    if len(block.lines) != 1 or len(block.lines[0].segments) < 2:
        return False
    texts = [segment.text for segment in block.lines[0].segments if segment.text.strip()]
    if is_people_heading(texts):
        return True
    kinds = {k for t in texts for k in heading_kinds(t)}
    return is_heading_row(texts) and bool(kinds & {"task", "owner", "decision"})


def _lines_below(blocks: list[Block], index: int, header: Paragraph) -> tuple[list[Line], int]:
    """Gather the lines that stand in the columns of a line of headings; gives also the index after them."""
    starts = [segment.x0 for segment in header.lines[0].segments]
    lines: list[Line] = []
    while index < len(blocks):
        block = blocks[index]
        if not isinstance(block, Paragraph) or block.heading or not _in_columns(block, starts, bool(lines)):
            break
        lines.extend(block.lines)
        index += 1
    return lines, index


def _in_columns(block: Paragraph, starts: list[float], going: bool) -> bool:
    """Whether a paragraph's lines stand in a table's columns: words in two columns, or the rest of a cell above."""
    for line in block.lines:
        if len(segments_of(line)) > 1:
            continue
        begins = abs(line.x0 - starts[0]) < FIRST_COLUMN and not continues_cell(line.text)
        if not going or begins or block.gap > APART:
            return False
    return True


def _grid_of(header: Paragraph, lines: list[Line]) -> Grid:
    """Make a grid of a line of headings and the lines in its columns."""
    head = header.lines[0]
    starts = [segment.x0 for segment in head.segments]
    body = column_starts([head, *lines]) if starts[-1] < TAB else starts
    if len(body) >= len(starts):  # a heading may stand centred over its column: the words below tell where that begins
        starts = [
            min((b for b in body if abs(b - s) < HEADING_OFF), key=lambda b: abs(b - s), default=s) for s in starts
        ]
    headings = [GridCell(entries=[fold(s.text)], lines=header.lines) for s in head.segments]
    rows = [GridRow(cells=headings, page=header.page, line=header.line)]
    rows.extend(_split_entries(row, lines) for row in rows_of(lines, starts))
    return Grid(rows=rows, page=header.page, line=header.line, ruled=False, gap=header.gap)


def _split_entries(row: GridRow, lines: list[Line]) -> GridRow:
    """Put back the lines inside a cell that the reader kept apart (a list in a cell)."""
    line = next((x for x in lines if (x.page, x.line) == (row.page, row.line)), None)
    if line is None:
        return row
    for segment in line.segments:
        if "\n" in segment.text:
            whole = fold(segment.text)
            for cell in row.cells:
                if cell.text == whole:
                    cell.entries = [fold(t) for t in segment.text.split("\n") if t.strip()]
    return row
