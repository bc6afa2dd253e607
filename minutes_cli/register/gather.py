"""Gather the actions of many meetings into one register, as things stood on a given day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from minutes_cli.book import Book
from minutes_cli.model import Action, Meeting
from minutes_cli.register.bodies import Bodies
from minutes_cli.register.calendar import Calendar
from minutes_cli.register.entries import Entry, Owner, Register
from minutes_cli.register.follow_up import Candidate, Held, Proposal
from minutes_cli.register.in_passing import InPassing
from minutes_cli.register.likeness import task_words
from minutes_cli.register.mentions import review_items
from minutes_cli.register.names import folded
from minutes_cli.register.passages import LONG_ENOUGH, Passages
from minutes_cli.register.people import Roll, on_the_list, roll_of
from minutes_cli.register.reconcile import Threads
from minutes_cli.register.rows import Row
from minutes_cli.register.sittings import Sitting, one_of_each, shared_numbers, sittings
from minutes_cli.register.standing import Day, entry_of
from minutes_cli.register.threads import Draft, Thread

IN_TEXT = ("marker", "prose")
"""The rules (``Action.how``) that find an action in the running text itself."""


class Sat(NamedTuple):
    """One meeting held, with its record, its rows, and who its owners are looked up among."""

    held: Held
    meeting: Meeting
    rows: list[Row]
    roll: Roll


def gather(
    records: Sequence[tuple[str, Meeting]],
    as_of: date,
    book: Book | None = None,
    in_passing: InPassing | None = None,
) -> Register:
    """Draw up the register of all actions that these meetings raised, as things stood on a day.

    ``records`` are meetings with the names of their records; their order does not matter. ``book`` is what
    ``minutebook.yaml`` says: names of bodies, the roster, meetings known in advance, the colours. What is said after
    ``as_of`` is not heard; meetings after it are listed, and a remark says so. The same meeting read from two
    formats counts once. ``in_passing`` may know what some records tell in passing, and learns it of the others.
    """
    book = book or Book()
    bodies = Bodies(book)
    found = sittings([(name, bodies.named(meeting)) for name, meeting in records])
    short = bodies.short_names(dict.fromkeys(sitting.records[0][1].meeting.body for sitting in found))
    sats, remarks = _sat(found, short, book)
    calendar = Calendar([sat.held.head for sat in sats], book)
    threads, drafts = _reconciled(sats, book, in_passing or InPassing())
    entries = _entries(sats, threads, calendar, as_of, book)
    proposals = _proposals(drafts, entries, as_of)
    remarks += shared_numbers(entries.values())
    meetings = tuple(sat.held for sat in sats)
    return Register(
        as_of=as_of,
        meetings=meetings,
        entries=tuple(_with(entries.values(), proposals)),
        records=len(records),
        remarks=(*remarks, *_about_dates(meetings, as_of)),
        proposals=tuple(proposals),
    )


def _sat(found: Sequence[Sitting], short: dict[str, str], book: Book) -> tuple[list[Sat], list[str]]:
    """Lay out the meetings with their rows; of records of one meeting, the same actions once."""
    sats: list[Sat] = []
    remarks: list[str] = []
    for sitting in found:
        (name, meeting), *others = sitting.records
        body = folded(meeting.meeting.body or "")
        held = Held(
            name=name,
            head=meeting.meeting,
            people=on_the_list(meeting),
            copies=tuple(other for other, _ in others),
            short=short.get(body, ""),
        )
        rolls = [roll_of(its, book) for _, its in sitting.records]
        rows, doubts = one_of_each(
            [
                row
                for (one, its), its_roll in zip(sitting.records, rolls, strict=True)
                for row in _rows(one, its, held, its_roll)
            ]
        )
        remarks += doubts
        _complete(held, "listed", len(rows))
        sats.append(Sat(held, meeting, rows, rolls[0]))
    latest = {sat.held.body: sat.held.head.date for sat in sats if sat.held.head.date}
    for sat in sats:
        _complete(sat.held, "latest", sat.held.head.date == latest.get(sat.held.body))
    return sats, remarks


def _rows(name: str, meeting: Meeting, held: Held, roll: Roll) -> list[Row]:
    titles = {item.number: item.title for item in meeting.items if item.number}
    taken_up = [item for item, is_one in zip(meeting.items, review_items(meeting), strict=True) if is_one]
    reviews = {item.number for item in taken_up if item.number}
    told = " ".join(f" {task_words(item.title)} {task_words(item.text)} " for item in taken_up)
    return [
        Row(
            action=action,
            held=held,
            record=name,
            item_title=titles.get(action.item or "", ""),
            owners=_owners(action, roll),
            in_review=action.item in reviews or _is_told_of(action, told),
        )
        for action in meeting.actions
    ]


def _is_told_of(action: Action, told: str) -> bool:
    """Whether a list at the front or the end has a task that the review of earlier actions names, word for word."""
    words = task_words(action.text)
    return action.how not in IN_TEXT and len(words.split()) >= LONG_ENOUGH and f" {words} " in told


def _owners(action: Action, roll: Roll) -> tuple[Owner, ...]:
    once: dict[str, str] = {}
    for owner in (*action.owners, *(owner for part in action.parts for owner in part.owners)):
        once.setdefault(folded(owner) or owner, owner)
    return tuple(map(roll.owner, once.values()))


def _reconciled(sats: Sequence[Sat], book: Book, in_passing: InPassing) -> tuple[list[Thread], list[Draft]]:
    """Follow the actions of each body through its meetings; those without a date have no order, and stand alone."""
    bodies: dict[tuple[str, str], list[Sat]] = defaultdict(list)
    for sat in sats:
        alone = "" if sat.held.head.date else sat.held.name
        bodies[sat.held.body, alone].append(sat)
    threads: list[Thread] = []
    drafts: list[Draft] = []
    for meetings in bodies.values():
        known = Threads([sat.rows for sat in meetings], book)
        for number, sat in enumerate(meetings):
            passages = Passages(known, sat.meeting, sat.held, number)
            rows = passages.take_references(sat.rows, book.words.status)
            known.take_rows(rows, number)
            passages.take_rest(rows, in_passing.of(sat.held.name, sat.meeting))
            known.close_meeting(rows, number)
        threads += known.all
        drafts += known.drafts
    return threads, drafts


def _entries(
    sats: Sequence[Sat], threads: Sequence[Thread], calendar: Calendar, as_of: date, book: Book
) -> dict[Thread, Entry]:
    """Say how each action stands, in the order of the minutes, and count what each meeting raised."""
    days: dict[str, list[date]] = defaultdict(list)
    for sat in sats:
        if sat.held.head.date:
            days[sat.held.body].append(sat.held.head.date)
    raised_by: dict[int, list[Thread]] = defaultdict(list)
    for thread in threads:
        raised_by[id(thread.row.held)].append(thread)
    entries: dict[Thread, Entry] = {}
    for sat in sats:
        day = Day(as_of, days.get(sat.held.body, ()), calendar, book.rag.amber)
        raised = raised_by[id(sat.held)]
        entries |= {thread: entry_of(thread, sat.roll, day) for thread in raised}
        _complete(sat.held, "actions", len(raised))
    return entries


_complete = msgspec.structs.force_setattr
"""Values are frozen for everybody else; how many actions a meeting raised is known once all are followed."""


def _with(entries: Iterable[Entry], proposals: Sequence[Proposal]) -> Iterator[Entry]:
    """Put beside each action what may be said of it."""
    about = _by_entry(proposals)
    for entry in entries:
        its = about.get(entry.id)
        yield msgspec.structs.replace(entry, proposals=tuple(its)) if its else entry


def _proposals(drafts: Sequence[Draft], entries: dict[Thread, Entry], as_of: date) -> list[Proposal]:
    """Give the proposals made by a day that still wait for a person's decision."""
    found: list[Proposal] = []
    for draft in drafts:
        on = draft.sighting.on
        if on is None or on > as_of:
            continue
        waiting = [(entries[thread], alike) for thread, alike in draft.candidates if _waits(entries[thread], draft)]
        if not waiting:
            continue
        candidates = tuple(
            Candidate(id=each.id, text=each.action.text, owners=tuple(o.said for o in each.owners), likeness=alike)
            for each, alike in waiting
        )
        own = entries[draft.own].id if draft.own else ""
        found.append(Proposal(sighting=draft.sighting, candidates=candidates, why=draft.why, entry=own))
    return found


def _waits(entry: Entry, draft: Draft) -> bool:
    """Whether nobody has said anything of an action since it was proposed, and it matters still."""
    on = draft.sighting.on
    decided = any(
        each.held is None and each.on is not None and on is not None and each.on >= on for each in entry.history
    )
    return not decided and (entry.is_open or draft.why == "was closed")


def _by_entry(proposals: Sequence[Proposal]) -> dict[str, list[Proposal]]:
    about: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        for candidate in proposal.candidates:
            about[candidate.id].append(proposal)
    return about


def _about_dates(meetings: Sequence[Held], as_of: date) -> list[str]:
    later = sum(1 for held in meetings if held.head.date and held.head.date > as_of)
    undated = [held.name for held in meetings if held.head.date is None]
    remarks = []
    if later:
        were = "1 meeting is" if later == 1 else f"{later} meetings are"
        remarks.append(f"{were} dated after {as_of.isoformat()}; their actions are listed all the same.")
    if undated:
        remarks.append(f"Listed last, for want of a date of the meeting: {', '.join(undated)}.")
    return remarks
