"""Record progress in the records of a minute book: all of an update or nothing of it, and a way back.

Whoever updates holds the locks of the books meanwhile, reads the records anew, and writes only into what it read. The
journal is written first, so that an update that was cut short (a power cut between two files) is taken back by the
next one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from minutes_cli.errors import EditsWouldBeLost, MinutesError, UsageProblem
from minutes_cli.model import Action, Update
from minutes_cli.store import journal
from minutes_cli.store.files import write_atomically
from minutes_cli.store.home import FOLDER, home_of
from minutes_cli.store.locking import PATIENCE, Lock, person
from minutes_cli.store.reading import bytes_of, text_in
from minutes_cli.store.splicing import with_update


class Wish(NamedTuple):
    """An update that somebody wants recorded: of which action, in which record; ``name`` is its id as it was given."""

    record: Path
    action: Action
    update: Update
    name: str


class Rewrite(NamedTuple):
    """What becomes of a record: its bytes before and after, and what was put where."""

    record: Path
    before: bytes
    after: bytes
    changes: tuple[journal.Change, ...] = ()


def planned(wishes: Sequence[Wish]) -> list[Rewrite]:
    """Work out what an update would make of the records, those left out that say it already; nothing is written.

    Raises ``SourceUnreadable`` and ``UsageProblem`` as ``with_update`` does.
    """
    records = dict.fromkeys(wish.record for wish in wishes)
    rewrites = [_rewritten(record, [wish for wish in wishes if wish.record == record]) for record in records]
    return [each for each in rewrites if each.changes]


def _rewritten(record: Path, wishes: Sequence[Wish]) -> Rewrite:
    data = bytes_of(record)
    text, encoding, mark = text_in(data, record)
    changes: list[journal.Change] = []
    for wish in wishes:
        text, splice = with_update(text, str(record), wish.action, wish.update)
        if splice is not None:
            at = len(mark) + len(text[: splice.at].encode(encoding))
            changes.append(journal.Change(at, splice.took.encode(encoding), splice.put.encode(encoding)))
    return Rewrite(record, data, mark + text.encode(encoding), tuple(changes))


def update(wishes: Sequence[Wish], patience: float = PATIENCE) -> list[Rewrite]:
    """Record updates of actions, in all their records or in none, and note in the journal how to take them back.

    Gives what was rewritten; a record that says all of it already is left alone. ``patience`` is how many seconds to
    wait for others. Raises what ``planned`` does, and ``UsageProblem`` when a record cannot be written, somebody else
    is writing, or a record was changed by another program at this very moment.
    """
    homes = _homes(wish.record for wish in wishes)
    with _alone(homes, patience) as locks:
        rewrites = planned(wishes)
        notes = _noted(rewrites, homes, list(dict.fromkeys(wish.name for wish in wishes)))
        _write(rewrites, notes, locks)
    return rewrites


def _homes(records: Iterator[Path]) -> list[Path]:
    return sorted({home_of(record) for record in records})


@contextmanager
def _alone(homes: Sequence[Path], patience: float) -> Iterator[list[Lock]]:
    """Hold the locks of several books, always in one order, so that two people never wait for each other."""
    with ExitStack() as held:
        locks = [held.enter_context(Lock(home / FOLDER, patience)) for home in homes]
        for home in homes:
            for begun in journal.entries(home, journal.BEGUN):
                _recover(home, begun)
        yield locks


def _recover(home: Path, begun: Path) -> None:
    """Take back what an update wrote before it was cut short; a record that was edited since is left as it is."""
    entry = journal.read(begun)
    for step in entry.steps if entry else ():
        path = home / step.file
        with suppress(OSError):
            before = journal.undone(path.read_bytes(), step)
            if before is not None:
                write_atomically(path, before)
    journal.forget(begun)


def _noted(rewrites: Sequence[Rewrite], homes: Sequence[Path], ids: list[str]) -> list[Path]:
    """Note in the journal of each book what is about to be written there; gives the notes."""
    mark, at = os.urandom(4).hex(), time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    notes: list[Path] = []
    for home in homes:
        steps = [_step(home, each) for each in rewrites if home_of(each.record) == home]
        if steps:
            others = [os.path.relpath(other, home) for other in homes]
            notes.append(journal.begin(home, journal.Entry(mark, at, person(), ids, others, steps)))
    return notes


def _step(home: Path, each: Rewrite) -> journal.Step:
    file = os.path.relpath(os.path.realpath(each.record), home)
    return journal.Step(file, journal.digest(each.before), journal.digest(each.after), list(each.changes))


def _write(rewrites: Sequence[Rewrite], notes: Sequence[Path], locks: Sequence[Lock]) -> None:
    """Write the records, or leave all of them as they were."""
    written: list[Rewrite] = []
    try:
        for each in rewrites:
            _hold_still(each, locks)
            write_atomically(each.record, each.after)
            written.append(each)
    except BaseException:  # also Ctrl-C: half an update must not stay
        for each in written:
            write_atomically(each.record, each.before)
        for note in notes:
            journal.forget(note)
        raise
    for note in notes:
        journal.finish(note)


def _hold_still(each: Rewrite, locks: Sequence[Lock]) -> None:
    """Refuse to write over what another program (an editor, a service that copies folders) has just written."""
    if bytes_of(each.record) != each.before or not all(lock.is_held() for lock in locks):
        raise UsageProblem(f"{each.record} was changed by somebody else just now; nothing was written.", "Try again.")


class Undoing(NamedTuple):
    """The last update of a book: whose progress it was, by whom, when (UTC), and what taking it back makes of it."""

    ids: list[str]
    who: str
    at: str
    rewrites: list[Rewrite]


def undo(scope: Sequence[Path], *, force: bool = False, dry: bool = False, patience: float = PATIENCE) -> Undoing:
    """Take the last update back, to the byte; again for the one before.

    ``scope`` are the records and folders whose books are meant. A record that was edited since stops it: with
    ``force`` only what the update put in is taken out, where it still stands word for word, and the edits stay.
    ``dry`` writes nothing. Raises ``UsageProblem`` when there is nothing to take back, and ``EditsWouldBeLost``.
    """
    last = _last(_homes(iter(scope)))
    homes = sorted({Path(os.path.realpath(last.parent.parent / other)) for other in _read(last).homes})
    if dry:
        return _taken_back(_same(homes, last), force)[0]
    with _alone(homes, patience) as locks:
        found, notes = _taken_back(_same(homes, last), force)
        _write(found.rewrites, (), locks)
        for note in notes:
            journal.forget(note)
    return found


def _last(homes: Sequence[Path]) -> Path:
    """Find the youngest note of several journals."""
    notes = [found[-1] for home in homes if (found := journal.entries(home))]
    if not notes:
        raise UsageProblem("there is no update here to take back.", "Name the folder of the book: --in FOLDER")
    return max(notes, key=lambda note: (_read(note).at, note.name))


def _read(note: Path) -> journal.Entry:
    entry = journal.read(note)
    if entry is None:
        raise UsageProblem(f"{note} cannot be read.", "Delete it: then the update it tells of can no longer be undone.")
    return entry


def _same(homes: Sequence[Path], last: Path) -> list[Path]:
    """Find the notes of one update in the journals of all books it was of."""
    ending = last.name[8:]
    return [note for home in homes for note in journal.entries(home) if note.name[8:] == ending]


def _taken_back(notes: Sequence[Path], force: bool) -> tuple[Undoing, Sequence[Path]]:
    rewrites = []
    entry = None
    for note in notes:
        entry = _read(note)
        rewrites += [_back(note.parent.parent / step.file, step, force) for step in entry.steps]
    if entry is None:
        raise UsageProblem("the last update was taken back just now by somebody else.", "Look at the records.")
    return Undoing(entry.ids, entry.who, entry.at, rewrites), notes


def _back(record: Path, step: journal.Step, force: bool) -> Rewrite:
    try:
        data = bytes_of(record)
    except MinutesError:
        raise EditsWouldBeLost(
            f"{record} is not there any more, so the last update cannot be taken back.",
            f"Put it back, or forget the last update: delete the newest file in {record.parent / FOLDER}",
        ) from None
    if journal.digest(data) == step.before:  # an undo before this one was cut short
        return Rewrite(record, data, data)
    before = journal.undone(data, step)
    if before is None and force:
        before = journal.lifted(data, step)
    if before is None:
        lines = "; ".join(" ".join(change.put.decode("utf-8", "replace").split()) for change in step.changes)
        raise EditsWouldBeLost(
            f"{record} was edited since the last update, and was left as it is.",
            "To take out only what the update put in: --undo --force." if not force else f"Take out by hand: {lines}",
        )
    return Rewrite(record, data, before)
