"""Read the tasks of a list: one a bullet, a number or a line, under the name of whoever they all belong to."""

from __future__ import annotations

import msgspec

from minutes_cli.model import Action
from minutes_cli.parse import list_titles, marked_parts, task_fields
from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.context import Context
from minutes_cli.parse.marked import find_marker
from minutes_cli.parse.numbering import Numbered, read_number
from minutes_cli.parse.owners import is_somebody, split_owners
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.standing import restand, take_status
from minutes_cli.parse.task import read_task
from minutes_cli.wording import wording

NAME_LINE = 6  # words; a line that only names an owner is no longer
DEEPER = 6.0  # points; a bullet this much further in belongs to the one above
DEEPER_TEXT = 1.0  # columns of characters; the same in a plain text
NAMED_LINES = 2  # lines that begin "Name:" before a list is taken for one of names and tasks
NAMED_SHARE = 0.6  # the share of a list's lines that must begin so
STATUS_ALONE = 2  # words; a plain line between the entries of a list that has no more says how the task above stands
SHORTEST_BOLD = 5  # characters; fewer bold ones at the head of a task are an owner or a number, not the task itself
BOX = wording(r"^\[[ xX~✓/-]?\]\s*")
WHO_LAST = wording(r"^.{8,}:[\s*_]*[\w@.-]{2,20}(?:\s*(?:,|/|&|and)\s*[\w@.-]{2,20})*[\s*_]*$")
WHO_FIRST = wording(r"^[\w@.-]{2,20}(?:\s*(?:,|/|&|and)\s*[\w@.-]{2,20})*:\s")


class ListHabit(msgspec.Struct, frozen=True):
    """How a list of tasks is written.

    ``earlier``: it reports on tasks of an earlier meeting; ``is_marked``: its entries have bullets or numbers;
    ``deeper``: how much further in, in the page's unit, a line belongs to the task above; ``colon_owners``: its entries
    begin "Name:" ("first") or end ": name" ("last").
    """

    earlier: bool
    is_marked: bool
    deeper: float
    colon_owners: str


def habit_of(paragraphs: list[Paragraph], earlier: bool) -> ListHabit:
    """Find out how a list of tasks is written, from all its lines together."""
    enough = max(NAMED_LINES, NAMED_SHARE * len(paragraphs))
    forms = {"first": WHO_FIRST, "last": WHO_LAST}
    named = {place: sum(bool(form.match(BOX.sub("", p.words))) for p in paragraphs) for place, form in forms.items()}
    return ListHabit(
        earlier=earlier,
        is_marked=any(p.bullet or read_number(p.text) for p in paragraphs),
        deeper=DEEPER if any(p.size for p in paragraphs) else DEEPER_TEXT,
        colon_owners=next((place for place, count in named.items() if count >= enough), ""),
    )


def read_list(
    paragraphs: list[Paragraph], context: Context, earlier: bool, owner: list[str], title: str = ""
) -> list[Action]:
    """Read the tasks listed under a heading: one a bullet, number or line; deeper bullets go on with the one above.

    A line that only names somebody ("Ann Forde:") gives its owner to the tasks below it; ``owner`` is the one named
    last before this list, and is left holding the one named last in it. ``title`` is the heading, which may say how
    all the tasks stand ("Outstanding actions"), as lines between them may ("Completed:").
    """
    habit = habit_of(paragraphs, earlier)
    if not habit.is_marked:
        lines = task_fields.in_order(paragraphs)
        paragraphs = [part for line in lines for part in marked_parts.split(line, context)]
    walk = _Walk(paragraphs, habit, context, owner)
    walk.take_title(title)
    for index, paragraph in enumerate(paragraphs):
        if not walk.take(paragraph, paragraphs[index + 1] if index + 1 < len(paragraphs) else None):
            break
    return walk.actions


class _Walk:
    """One walk down a list of tasks: whose tasks stand here, and how far in the last task and its bullet begin."""

    def __init__(self, paragraphs: list[Paragraph], habit: ListHabit, context: Context, owner: list[str]) -> None:
        self.paragraphs, self.habit, self.context, self.owner = paragraphs, habit, context, owner
        self.actions: list[Action] = []
        self.over: Action | None = None  # the last task at the list's own depth
        self.indent = 0.0  # how far in the last task begins there
        self.apart: float | None = None  # how far in an entry begins that is no task: what is deeper belongs to it
        self.named_at: float | None = None  # the same of an entry that names the owner of those below it
        self.title = ""  # the line that says how the tasks below it stand
        self.in_owners = False  # whether it stands below an owner's name, and says so of theirs alone

    def take(self, paragraph: Paragraph, below: Paragraph | None) -> bool:
        """Read one line of the list; False when the list is over before it."""
        numbered = read_number(paragraph.text) if not paragraph.bullet else None
        text = numbered.rest if numbered else paragraph.words
        is_entry = bool(paragraph.bullet or numbered)
        if pattern("agenda", "no-task").match(paragraph.words):
            self.apart = paragraph.x0
            return is_entry and self.habit.is_marked  # "Next meeting: ...", "The meeting closed at ..." end every list
        if (self.apart is not None and paragraph.x0 > self.apart) or pattern("markers", "no-news").match(text):
            return True
        self.apart = None
        if self._heads_some(text, paragraph, is_entry) and self.take_title(text):
            return True
        if self._names_owner(text, paragraph, below, is_entry):
            self.title = "" if self.in_owners else self.title
            return True
        if paragraph.heading or (self.actions and task_fields.take(self.actions[-1], text, self.context)):
            return not paragraph.heading  # the next heading ends the list; "Who: AF" belongs to the task above
        marker = find_marker(text, self.context)
        is_deeper = bool(self.actions) and paragraph.x0 >= self.indent + self.habit.deeper
        if is_deeper and not self.owner and marker is None and not BOX.match(text):
            _go_on(self.actions[-1], text)
        elif self.habit.is_marked and not is_entry and marker is None:
            return self._take_plain(text)
        elif not self.habit.is_marked and marker is None and pattern("markers", "account").search(text):
            return True  # an account of what was done, no task
        else:
            self._add(paragraph, numbered, is_deeper)
        return True

    def take_title(self, title: str) -> bool:
        """Read a title that says how the tasks below it stand, or that these are new; False when it says neither."""
        stands = bool(list_titles.standing(title))
        if not stands and not list_titles.is_fresh(title):
            return False
        self.title = title if stands else ""
        self.in_owners = bool(self.owner)
        return True

    def _heads_some(self, text: str, paragraph: Paragraph, is_entry: bool) -> bool:
        """Whether a line stands over some tasks of the list: set apart, or plain between bullets or numbers."""
        if text.endswith(":") or paragraph.is_bold or paragraph.heading:
            return True
        return self.habit.is_marked and not is_entry and not (self.actions and len(text.split()) <= STATUS_ALONE)

    def _names_owner(self, text: str, paragraph: Paragraph, below: Paragraph | None, is_entry: bool) -> bool:
        """Read a line that only names the owner of the tasks below it; forget the one named when its tasks end."""
        heads = below is not None and self.habit.is_marked and _heads(paragraph, below, is_entry, self.habit.deeper)
        named = _named_alone(text, paragraph, self.context, heads)
        if named:
            self.owner[:] = named
            self.named_at = paragraph.x0 if is_entry else None
            return True
        if self.named_at is not None and paragraph.x0 <= self.named_at:
            self.owner.clear()
            self.named_at = None
        return False

    def _take_plain(self, text: str) -> bool:
        """Read a plain line of a bulleted or numbered list: how the task above stands, or the list's end."""
        if self.actions and len(text.split()) <= STATUS_ALONE and not text.endswith(":"):
            restand(self.actions[-1], text)  # "Completed." under each task, or another word about it
            return True
        if self.actions and not text.endswith(":"):
            return False
        self.owner.clear()
        return True

    def _add(self, paragraph: Paragraph, numbered: Numbered | None, is_deeper: bool) -> None:
        action = _entry(paragraph, numbered, self.habit, self.context)
        over = self.over.owners if self.over and is_deeper and BOX.match(paragraph.words) else []
        action.owners = action.owners or list(self.owner or over)
        if self.title and action.status_said is None:
            take_status(action, list_titles.standing(self.title), fold(self.title).rstrip(" :"))
        self.actions.append(action)
        own = bool(paragraph.bullet or numbered) or not self.habit.is_marked  # "ACTION: ..." between them sets no depth
        if own and (not is_deeper or self.owner):
            self.over = action
            self.indent = _indent(paragraph, self.paragraphs)


def _heads(paragraph: Paragraph, below: Paragraph, is_entry: bool, deeper: float) -> bool:
    """Whether entries stand under a line: bullets under a plain line, deeper ones under a bullet."""
    listed = bool(below.bullet or read_number(below.text))
    return listed and (not is_entry or below.x0 >= paragraph.x0 + deeper)


def _indent(task: Paragraph, paragraphs: list[Paragraph]) -> float:
    """How far in a task's line begins; of several paragraphs set on one line (a table's row) the first one counts."""
    return next(p.x0 for p in paragraphs if (p.page, p.line) == (task.page, task.line))


def _named_alone(text: str, paragraph: Paragraph, context: Context, heads: bool) -> list[str]:
    """Read the owners that a line of a list names for the tasks below it; [] when it holds anything else."""
    named = split_owners(text.rstrip(":"), context.roster)
    if not named.owners or named.rest or len(text.split()) > NAME_LINE:
        return []
    sure = heads and all(is_somebody(owner, context.roster) for owner in named.owners)
    return named.owners if sure or text.endswith(":") or paragraph.is_bold or paragraph.heading else []


def _entry(paragraph: Paragraph, numbered: Numbered | None, habit: ListHabit, context: Context) -> Action:
    """Read one entry of a list, its own marker and number dropped ("Action 2.1: AA to ...")."""
    words = task_fields.unlabelled(numbered.rest if numbered else paragraph.words)
    owners, words = _bold_owners(paragraph, words, context)
    marker = find_marker(words, context)
    plain = owners or habit.colon_owners == "last" or (marker is not None and marker.owners)
    text, rest = (words, "") if plain else _bold_task(paragraph, words)
    marker = marker if plain else find_marker(text, context)
    ref = ""
    if marker is not None and marker.before == "" and marker.after:
        text, ref = marker.after, marker.ref
    action = read_task(text, context, "log" if habit.earlier else "list", habit.colon_owners)
    action.owners = list(marker.owners if marker is not None and marker.owners else owners or action.owners)
    action.ref = ref or (numbered.number if numbered else "")
    action.page, action.line = paragraph.page, paragraph.line
    if rest:
        restand(action, rest)
    return action


def _bold_owners(paragraph: Paragraph, text: str, context: Context) -> tuple[list[str], str]:
    """Tell bold owners from the plain task behind them ("**Ann** ring them"): [] and the text when there are none."""
    size = paragraph.bold - (len(paragraph.text) - len(text))
    rest = text[size:].lstrip(" _*–—-")
    if size <= 0 or not rest or rest.startswith((":", "to ", "will ")) or text[:size].rstrip().endswith(":"):
        return [], text
    named = split_owners(text[:size].strip(" _*–—-"), context.roster)
    sure = not named.rest and named.owners and all(is_somebody(owner, context.roster) for owner in named.owners)
    return (named.owners, rest) if sure else ([], text)


def _bold_task(paragraph: Paragraph, text: str) -> tuple[str, str]:
    """Tell a bold task from the plain words behind it, which say how it stands: "**Book the hall** done"."""
    bold = paragraph.bold - (len(paragraph.text) - len(text))
    is_name = text[: max(bold, 0)].rstrip().endswith(":")
    if bold > SHORTEST_BOLD and paragraph.bold < len(paragraph.text) - 2 and not is_name:
        return text[:bold].strip(), text[bold:].strip(" _*")
    return text, ""


def _go_on(action: Action, text: str) -> None:
    """Take in a deeper entry below a task: how it stands, or more of its words when it broke off."""
    before = action.status_said
    restand(action, text)
    if action.status_said is before and (action.text.endswith((":", ",")) or text[:1].islower()):
        action.text = fold(f"{action.text} {text}")
