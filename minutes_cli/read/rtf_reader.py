r"""Follow the groups and control words of Rich Text minutes, and gather what is shown.

Shown: inserted text, the results of fields, text boxes, notes, the numbers that the program printed
(``\listtext``). Not shown: deleted and hidden text, field codes, comments, pictures, and every destination that is
marked as one a reader may pass over (``\*``) and is not known here.
"""

from __future__ import annotations

from minutes_cli.read.rtf_blocks import Flow, Paragraph
from minutes_cli.read.rtf_numbers import merged, numbered, printed
from minutes_cli.read.rtf_state import State, changed, heading_of
from minutes_cli.read.rtf_text import NAMED, Characters, paired
from minutes_cli.read.rtf_tokens import Token, tokens
from minutes_cli.read.word_runs import PAGE_BREAK, Piece

_HEADS = {"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"}
_BOXES = {"shptxt", "dptxbxtext"}
_STREAMS = _HEADS | _BOXES | {"footnote"}
_SKIPPED = {
    *("colortbl", "info", "pict", "nonshppict", "objdata", "sp", "fldinst", "annotation", "atnid", "atnauthor", "xe"),
    *("tc", "rxe", "nonesttables", "filetbl", "listtable", "listoverridetable", "template", "themedata"),
    *("datafield", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "bkmkstart", "bkmkend", "pn"),
    *("mmathPr", "private", "comment", "keywords", "author", "operator", "subject", "doccomm", "company", "manager"),
}
_THROUGH = {"shpinst", "do", "nesttableprops", "ud", "upr", "listtext", "pntext", "fldinst", "result", "formfield"}
_NAMED_PLACES = {"fonttbl", "stylesheet", "listtext", "pntext", "title", "revtbl", "fldinst", "formfield"}
_CHECK_BOX = 1  # \fftype
_UNDECIDED = 25  # \ffres: as the box stood by default


class RichText:
    """One file of Rich Text as it is read; afterwards ``body``, ``heads`` and ``notes`` hold its streams."""

    def __init__(self, data: bytes) -> None:
        self.body = Flow()
        self.heads: list[Flow] = []
        self.notes: list[tuple[str, Flow]] = []
        self.title = ""
        self.has_picture = False
        self.has_changes = False
        self.revisers: set[int] = set()  # who made the tracked changes, by place in ``authors``
        self._authors = ""
        self.is_whole = False  # whether the outermost group was closed
        self._characters = Characters()
        self._states: list[State] = []
        self._state = State()
        self._flows: list[tuple[int, str, Flow, list[Piece], str]] = []  # streams around the present one
        self._flow = self.body
        self._pieces: list[Piece] = []
        self._number = ""  # what the program printed before the paragraph
        self._boxes: list[Flow] = []
        self._starred = False
        self._first = False  # whether a group has just begun
        self._fallback = 0  # characters still to be passed over behind \u
        self._marks = 0  # notes met
        self._styles: dict[int, int] = {}  # style: outline level
        self._style_name = ""
        self._form: dict[str, int] = {}
        for token in tokens(data):
            self._take(token)
        self._end_paragraph(at_end=True)
        self.body.end()

    @property
    def authors(self) -> list[str]:
        """The names of those who made tracked changes."""
        names = [paired(name).strip() for name in self._authors.split(";")]
        return [name for place, name in enumerate(names) if name and place in self.revisers]

    def _take(self, token: Token) -> None:
        if token.kind == "{":
            self._states.append(self._state)
            self._first, self._starred, self._fallback = True, False, 0
            return
        if token.word == "*" and self._first:
            self._starred = True  # the next word, still the first of its group, names the destination
            return
        if token.kind == "}":
            self._fallback = 0
            self._end_group()
        elif token.kind == "word":
            self._word(token.word, token.number)
        else:
            self._bytes(token.data)
        self._first = False

    def _end_group(self) -> None:
        if not self._states:
            return
        inner, self._state = self._state, self._states.pop()
        if inner.place == "stylesheet" and self._style_name:
            self._styles[inner.style] = heading_of(self._style_name)
            self._style_name = ""
        if inner.place == "fldinst" and self._state.place != "fldinst":
            self._form_field()
        if self._flows and self._flows[-1][0] == len(self._states):
            self._end_stream()
        self.is_whole = self.is_whole or not self._states

    def _word(self, word: str, number: int | None) -> None:
        """Take one control word or sign."""
        if self._first and self._enter(word):
            return
        place = self._state.place
        if place == "fonttbl":
            self._characters.declare_font(word, number)
        elif place in {"fldinst", "formfield"} and word in {"fftype", "ffres", "ffdefres"}:
            self._form[word] = number or 0
        elif word == "u":
            self._put(self._characters.sign(number or 0, self._state.font))
            self._fallback = self._state.fallback
        elif word in NAMED:
            self._put(NAMED[word])
        elif place not in {"skip", "fldinst"}:
            self._command(word, number)

    def _command(self, word: str, number: int | None) -> None:
        """Take a control word that ends a paragraph, cell or row, or says how what follows prints."""
        if word in {"par", "sect"}:
            self._end_paragraph()
            if word == "sect" and not self._state.goes_on:
                self._pieces.append(Piece(PAGE_BREAK, False, 0.0))
        elif word in {"cell", "nestcell"}:
            depth = 1 if word == "cell" else max(self._state.table_depth, 2)
            self._end_paragraph(depth)
            self._flow.end_cell(depth)
        elif word in {"row", "nestrow"}:
            self._flow.end_row(1 if word == "row" else max(self._state.table_depth, 2), self._state.shape)
        elif word == "chftn":
            self._mark_note()
        elif word in {"revauth", "revauthdel"}:
            self.revisers.add(number or 0)
        elif word in {"ansi", "mac", "pc", "pca", "ansicpg", "deff"}:
            self._characters.declare(word, number)
            self._state = changed(self._state, "plain", None, self._characters.default_font)
        else:
            self.has_changes = self.has_changes or (word in {"revised", "deleted"} and number != 0)
            self._state = changed(self._state, word, number, self._characters.default_font)

    def _enter(self, word: str) -> bool:
        """Enter the destination that a group begins with; whether the word was one."""
        starred = self._starred
        if word in _STREAMS and self._state.place != "skip":
            self._begin_stream(word)
        elif word in _NAMED_PLACES and (self._state.place != "skip" or word == "title"):
            self._state = self._state._replace(place=word)
        elif word in _SKIPPED or (starred and word not in _THROUGH and self._state.place != "stylesheet"):
            self.has_picture = self.has_picture or (word in {"shppict", "pict"} and self._state.place == "body")
            self._state = self._state._replace(place="skip")
        elif word == "upr":
            self._state = self._state._replace(place="skip")  # its first half; the second is in \ud
        elif word == "ud":
            self._state = self._state._replace(place=self._states[-2].place if len(self._states) > 1 else "body")
        else:
            return False
        return True

    def _begin_stream(self, word: str) -> None:
        self._flows.append((len(self._states) - 1, word, self._flow, self._pieces, self._number))
        self._flow, self._pieces, self._number = Flow(), [], ""
        self._state = State(font=self._characters.default_font, fallback=self._state.fallback)

    def _end_stream(self) -> None:
        self._end_paragraph(at_end=True)
        finished = self._flow
        finished.end()
        _, word, self._flow, self._pieces, self._number = self._flows.pop()
        if word in _HEADS:
            self.heads.append(finished)
        elif word in _BOXES:
            self._boxes.append(finished)
        else:
            self.notes.append((f"[{self._marks}] " if self._marks else "", finished))

    def _mark_note(self) -> None:
        """Put the number of a note into the text; within the note itself it stands already."""
        if not any(word == "footnote" for _, word, *_ in self._flows):
            self._marks += 1
            self._put(f"[{self._marks}]")

    def _form_field(self) -> None:
        """Show a box to be ticked as it stands; other form fields show their result."""
        form, self._form = self._form, {}
        if form.get("fftype") == _CHECK_BOX:
            stands = form.get("ffres", _UNDECIDED)
            ticked = form.get("ffdefres", 0) if stands == _UNDECIDED else stands
            self._put("☒" if ticked else "☐")

    def _bytes(self, data: bytes) -> None:
        if self._fallback:
            passed = min(self._fallback, len(data))
            self._fallback -= passed
            data = data[passed:]
        if data and self._state.place != "skip":
            self._put(self._characters.read(data, self._state.font))

    def _put(self, text: str) -> None:
        """Take characters for whatever is written here."""
        state = self._state
        match state.place:
            case "body":
                if not (state.hidden or state.deleted):
                    self._pieces.append(Piece(text, state.bold, state.size))
            case "listtext" | "pntext":
                self._number += "" if state.hidden or state.deleted else text
            case "fonttbl":
                self._characters.name_font(text)
            case "stylesheet":
                self._style_name += text
            case "title":
                self.title += text
            case "revtbl":
                self._authors += text

    def _end_paragraph(self, depth: int | None = None, at_end: bool = False) -> None:
        state = self._state
        pieces, self._pieces = self._pieces, []
        number, self._number = printed(paired(self._number)), ""
        pieces = [piece._replace(text=paired(piece.text)) for piece in merged(pieces)]
        boxes, self._boxes = (self._boxes, []) if not self._flows else ([], self._boxes)
        if pieces or not at_end:
            heading = state.outline if state.outline is not None else self._styles.get(state.style, 0)
            place = state.table_depth if depth is None else depth
            self._flow.paragraph(Paragraph(numbered(pieces, number), state.indent, heading, state.turns), place)
        for box in boxes:
            for block in box.blocks:
                if isinstance(block, Paragraph):
                    self._flow.paragraph(block, state.table_depth)
