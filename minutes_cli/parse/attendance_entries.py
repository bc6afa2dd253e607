"""Read one paragraph of an open attendance list: whether it still belongs to it, and whom it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from minutes_cli.model import Person
from minutes_cli.parse import head_labels
from minutes_cli.parse.attendance_beside import people_in_rows
from minutes_cli.parse.attendance_columns import people_of_rows
from minutes_cli.parse.attendance_prose import sentences
from minutes_cli.parse.block import Block, GridCell, GridRow, Paragraph, fold
from minutes_cli.parse.name_list import read_list, split_list, without_count
from minutes_cli.parse.names import capacity_of, fits, has_title, looks_like_name, looks_like_role, strip_titles
from minutes_cli.parse.people import DASHES
from minutes_cli.parse.person import is_office, read_person
from minutes_cli.wording import wording

MAX_PERSON = 25  # words about one person; more are running text
MAX_ENTRY = 400  # characters, the same
MAX_NAME = 8  # words of one entry of a run-in list
MOST_NAMES = 0.8  # the same for a paragraph that is too long for one person
MANY_NAMES = 0.7  # share of the entries of a line that must be names before all are taken for people
FURTHER_IN = 2.0  # characters or points; a line that begins further in than the label belongs below it
SEVERAL = 2  # names; a list with so many has shown how it writes them
OFFICE_BEHIND = wording(r",\s+|\s+[–—-]\s+")  # between a name and the office behind it
LOOK_AHEAD = 5  # lines of a list that are looked at together for codes
LEAST_CODED = 3  # lines with a code in front, before it is taken for one
CODED = wording(r"^(?P<code>[A-Z]{2,3})\s+(?P<name>[A-Z]\S*\s+\S.*)$")  # "FR Ann Forde", "LU B. Hale"
TICK = wording(r"^\[(?P<mark>[ xX✓✔~-]?)\]\s*|^(?P<sign>[☐☑☒✓✔])\s*")
# The house or the plot in front of its owner: "10311 - Ann Forde", "Unit 12: Bob Hale".
PLACED = wording(r"^(?:(?i:unit|lot|apt|flat|house|plot|no)\.?\s*)?#?\d{1,6}[A-Za-z]?\s*[–—:-]\s+(?=[^\W\d_a-z])")
GROUPED = wording(r"^([^:,\d]{2,50}):\s+(.+)$")  # "Harbour Office: Ann Forde, Bob Hale"
LABELLED = wording(r"^([^:,]{2,30}):")
INITIALLED = wording(r"^(?P<name>[^(),;]+?)\s*\((?P<initials>[A-Z]{2,4})\)\s+(?P<job>[A-Za-z][^();]+)$")
# "Apologies from Cllr. Moss noted."
ACKNOWLEDGED = wording(r",?\s+(?:(?:was|were|had been)\s+)?(?:noted|received|accepted|recorded)\.?$", re.IGNORECASE)
RECEIVED = wording(r"^(?:(?:were|received|accepted|and|noted|sent|given)\s+)+(?:from|by)\s*:?\s*", re.IGNORECASE)
COUNTED_BESIDE = ("plus", "and", "with", "together with")  # left of a line that only counts: "Plus 32 members"
BRACKETS = wording(r"\(.*?\)")


class Region(msgspec.Struct):
    """The list that is being read, and how it writes people.

    ``kind`` is "present", "apologies" ...; ``one_a_line`` whether the label stands alone over the people; ``x0`` where
    the label begins; ``named`` how many people stand behind it on its line. ``bulleted`` says whether the entries below
    it have bullets (None before the first), ``full`` and ``short`` count those of several words and of one; ``coded``
    says that each stands behind a code ("FR Ann Forde"), ``grouped`` that they stand behind their organisations,
    ``in_parts`` that the list has parts with headings of their own ("Board members" below "Present").
    """

    kind: str
    one_a_line: bool
    x0: float = 0.0
    named: int = 0
    bulleted: bool | None = None
    full: int = 0
    short: int = 0
    coded: bool = False
    grouped: bool = False
    in_parts: bool = False

    @property
    def takes_parts(self) -> bool:
        """Whether a heading within the list names a part of it: nobody stands in it yet, or other parts do."""
        return self.in_parts or (self.one_a_line and not (self.named or self.full or self.short))

    def ends_before(self, block: Paragraph) -> bool:
        """Whether a paragraph shows that the list ended above it, as it is set or labelled otherwise."""
        words = block.words
        label = LABELLED.match(words)
        if label and head_labels.kind_of(label[1]) in ("date", "time", "start", "end", "place"):
            return True
        if self.bulleted and not block.bullet:
            return True
        if self.grouped and (group := GROUPED.match(words)) and _shows_people(f"{group[2]}, {group[2]}"):
            return False
        further = block.x0 > self.x0 + FURTHER_IN or block.bullet
        if self.named >= SEVERAL and not further:
            return not _shows_people(words)
        return self.full >= SEVERAL and not self.short and " " not in words.strip() and not block.bullet

    def look_ahead(self, blocks: list[Block]) -> Region:
        """See whether the lines that follow begin with codes; once they do, all of the list's are read so."""
        if self.one_a_line and not self.coded:
            self.coded = _is_coded(blocks)
        return self

    def take(self, block: Paragraph, people: list[Person]) -> None:
        """Keep in mind how the list writes its entries."""
        self.bulleted = bool(block.bullet)
        for person in people:
            several = " " in (person.name or "")
            self.full += several
            self.short += not several


def _shows_people(text: str) -> bool:
    """Whether a line by itself shows people: with titles, with brackets behind a name, or several whole names."""
    pieces = [DASHES.split(BRACKETS.sub("", piece).strip())[0] for piece in split_list(text)]
    names = [piece for piece in pieces if looks_like_name(piece)]
    if len(names) < len(pieces) or not names:
        return False
    return "(" in text or any(map(has_title, names)) or (len(names) >= SEVERAL and all(" " in name for name in names))


def _with_initials(text: str) -> Person | None:
    """Read a line of one person whose job follows the initials: "Ann Forde (AF) Practice Manager"."""
    found = INITIALLED.match(text)
    if not found or not looks_like_name(found["name"]) or not fits(found["initials"], strip_titles(found["name"])):
        return None
    if any(len(word.strip(".")) == 1 for word in found["job"].split()) or has_title(found["job"]):
        return None  # "D Moss (DM) R Hale": the next person
    return read_person(f"{found['name']} ({found['initials']}), {found['job']}")


def is_bulleted(block: Block) -> bool:
    """Whether a paragraph is an entry of a list: within the business, "- Chair: A Reed" tells of another body."""
    return isinstance(block, Paragraph) and bool(block.bullet)


def is_unticked(block: Paragraph) -> bool:
    """Whether a person stands behind a box that is not ticked: then the list says that they were not there."""
    tick = TICK.match(block.words)
    return bool(tick and not (tick["mark"] or "").strip() and tick["sign"] in (None, "☐"))


def entries(block: Paragraph, region: Region) -> list[Person]:
    """Read the people in one paragraph of a list: one with what follows the name, or several run in."""
    text = without_count(PLACED.sub("", TICK.sub("", block.words)))
    if text.casefold().strip(" .") in COUNTED_BESIDE:
        return []
    if region.one_a_line and len(text) > MAX_ENTRY and not _is_long_list(text):
        return []
    if region.coded and (coded := CODED.match(text)) and (person := read_person(coded["name"])):
        if fits(coded["code"], person.name or ""):
            person.initials = person.initials or coded["code"]
        else:
            person.organisation = person.organisation or coded["code"]
        return [person]
    if lines := _one_a_line(block, region):
        return lines
    grouped = GROUPED.match(text)
    if grouped and (not looks_like_name(grouped[1]) or _is_named_group(grouped, region)):
        region.grouped = True
        people = read_list(grouped[2])
        for one in people:
            one.organisation = one.organisation or fold(grouped[1])
        return people if people and all(looks_like_name(p.name or "") for p in people) else []
    if grouped and not looks_like_role(grouped[2]) and not looks_like_name(grouped[2]) and not capacity_of(grouped[2]):
        return []  # "Matters Arising: None"
    if person := _with_initials(text):
        return [person]
    pieces = split_list(text)
    if len(pieces) > 1 and _are_names(pieces, region):
        short = sum(len(p.split()) <= MAX_NAME for p in pieces)
        return read_list(text) if short >= MANY_NAMES * len(pieces) else []
    if len(sentences(text)) > 1 or len(text.split()) > MAX_PERSON:
        return []
    person = read_person(text)
    return [person] if person is not None else []


def _is_coded(blocks: Sequence[Block]) -> bool:
    """Whether lines of a list each stand behind a code, a country's or a club's, or behind their initials."""
    found = [CODED.match(b.words) for b in blocks if isinstance(b, Paragraph)]
    codes = [m["code"] for m in found if m and looks_like_name(re.split(r"[(,]", m["name"])[0].strip())]
    return len(codes) >= LEAST_CODED and len({code for code in codes if not has_title(f"{code} X")}) > 1


def _is_named_group(grouped: re.Match[str], region: Region) -> bool:
    """Whether words that could be a name are an organisation's: "Siemens: Ann Forde" and what follows such lines."""
    names = [BRACKETS.sub("", piece).strip() for piece in split_list(grouped[2])]
    whole = all(" " in name and looks_like_name(name) and not looks_like_role(name) for name in names)
    return region.one_a_line and whole and (region.grouped or " " not in grouped[1])


def _one_a_line(block: Paragraph, region: Region) -> list[Person]:
    """Read lines that were joined at the margin, each of one person, most with an office: [] when not so."""
    lines = [fold(line.text) for line in block.lines]
    if len(lines) < 2 or not region.one_a_line:
        return []
    cut = [OFFICE_BEHIND.sub("\t", line, count=1).partition("\t") for line in lines]
    for name, _, job in cut:
        if " " not in name or not looks_like_name(name) or looks_like_role(name) or (job and not looks_like_role(job)):
            return []
    if 2 * sum(bool(job) for *_, job in cut) < len(lines):
        return []
    people = [read_person(line) for line in lines]
    return [person for person in people if person is not None]


def _is_long_list(text: str) -> bool:
    """Whether a long paragraph is a list all the same: many whole names between commas, brackets set aside."""
    bare = [BRACKETS.sub("", piece).strip() for piece in split_list(text)]
    names = sum(" " in piece and looks_like_name(piece) for piece in bare)
    return names > SEVERAL and names >= MOST_NAMES * len(bare)


def run_in(text: str, block: Block) -> list[Person]:
    """Read the people behind a label on its line; where they stand apart, each is an entry whatever it says."""
    if isinstance(block, Paragraph) and (people := _below_label(block)):
        return people
    segments = block.lines[0].segments if isinstance(block, Paragraph) and len(block.lines) == 1 else ()
    text = ACKNOWLEDGED.sub("", RECEIVED.sub("", text))
    runs = [fold(run.text) for run in segments]
    if len(runs) < 2 or not fold(text).endswith(runs[-1]):
        return read_list(text)
    first = fold(text)[: fold(text).find(runs[1])].strip()  # what stands behind the label in the first run
    runs = [first, *runs[1:]] if first else runs[1:]
    if rows := people_in_rows([runs]):
        return rows[0]
    if len(runs) == 1 or len(split_list(runs[0])) > 1:
        return read_list(text)
    if any(has_title(run) for run in runs[1:]):
        return read_list("; ".join(runs))
    if len(runs) > 2 and not first:
        return [person for run in runs for person in read_list(run)]
    return people_of_rows([GridRow([GridCell([run]) for run in runs], block.page, block.line)])


def _below_label(block: Paragraph) -> list[Person]:
    """Read lines that were joined to the label over them, a person each; [] when they are a list that runs on."""
    label, *lines = [fold(line.text) for line in block.lines]
    if len(lines) < SEVERAL or not label.endswith(":") or any(line.endswith((",", " and", "&")) for line in lines[:-1]):
        return []
    said = [PLACED.sub("", TICK.sub("", line)) for line in lines]
    people = [read_person(line) for line in said if len(line.split()) <= MAX_NAME and len(split_list(line)) == 1]
    return [person for person in people if person] if len(people) == len(lines) else []


def _are_names(pieces: list[str], region: Region) -> bool:
    """Whether the entries of one line are each a person, rather than what is said of one ("Ann Forde, Clerk")."""
    bare = [BRACKETS.sub("", p.split(",")[0]).strip() for p in pieces]
    names = sum(looks_like_name(p) and " " in p for p in bare)
    if names == len(pieces) or not region.one_a_line:
        return True
    if all(p.startswith("@") and " " not in p for p in pieces):
        return True
    if len(pieces) > SEVERAL and all(
        " " not in p and looks_like_name(p, loose=True) and not is_office(p) for p in pieces
    ):
        return True  # "Ann, Bob, Cy": forenames; "ann, bob7, cy": what they are called by in a chat
    return len(pieces) > 2 and names >= MANY_NAMES * len(pieces)
