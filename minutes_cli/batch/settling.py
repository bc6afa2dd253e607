"""What is settled when all files of an archive are read: which records are twins, and which are of no use any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from minutes_cli.batch.destination import Destination
from minutes_cli.batch.manifest import Manifest
from minutes_cli.batch.outcome import Kept, Outcome
from minutes_cli.batch.plan import ASIDE
from minutes_cli.batch.twins import Record, Twin, candidates, twins
from minutes_cli.errors import MinutesError
from minutes_cli.model import Meeting


def renewed(outcome: Outcome, before: Outcome | None, where: Destination) -> Outcome:
    """Settle what became of a file with what was known of it; records that it no longer gives are set aside."""
    if before is None:
        return outcome
    if outcome.became == "same":
        return msgspec.structs.replace(before, stamp=outcome.stamp)
    if outcome.became in ("read", "no minutes"):
        fresh = {kept.record for kept in outcome.records}
        for kept in before.records:
            if kept.record not in fresh and not _is_edited(kept.record, where):
                where.move(kept.record, f"{ASIDE}/{kept.record}")
        return outcome
    return msgspec.structs.replace(outcome, records=outcome.records or before.records)


def settle_twins(manifest: Manifest, where: Destination, *, keep: bool) -> list[Twin]:
    """Find the twins among all records, and set the worse ones aside; with ``keep`` all stay where they are.

    What was set aside and is no twin any more comes back. Gives the twins, also those that are kept.
    """
    whole = [outcome for outcome in manifest.known.values() if outcome.records]
    groups = [[_record(*each, where) for each in group] for group in candidates(whole)]
    found = twins(groups, _meetings(groups, where))
    aside = {} if keep else {twin.worse.name: twin.better.name for twin in found}
    for outcome in whole:
        kept = [_settled(each, aside.get(each.record, ""), where) for each in outcome.records]
        if kept != outcome.records:
            manifest.known[outcome.at] = msgspec.structs.replace(outcome, records=kept)
    return found


def _settled(kept: Kept, better: str, where: Destination) -> Kept:
    """Put a record where it belongs: among the others, or aside."""
    hidden = f"{ASIDE}/{kept.record}"
    if better:
        if where.exists(kept.record):
            where.move(kept.record, hidden)
    elif kept.aside and not where.exists(kept.record):
        where.move(hidden, kept.record)
    return kept if kept.aside == better else msgspec.structs.replace(kept, aside=better)


def _record(outcome: Outcome, kept: Kept, where: Destination) -> Record:
    return Record(outcome, kept, _is_edited(kept.record, where))


def _is_edited(name: str, where: Destination) -> bool:
    from minutes_cli.store.keeping import is_edited

    text = _text(name, where)
    return text is not None and is_edited(text)


def _meetings(groups: Iterable[Sequence[Record]], where: Destination) -> dict[str, Meeting]:
    """Load the records whose content decides: those of different files."""
    from minutes_cli.store import load

    read: dict[str, Meeting] = {}
    for group in groups:
        if len({record.outcome.sha256 for record in group}) == 1:
            continue
        for record in group:
            text = None if record.name in read else _text(record.name, where)
            if text is not None:
                try:
                    read[record.name] = load(text, record.name)
                except MinutesError:
                    continue  # a person has broken it: it stays where it is
    return read


def _text(name: str, where: Destination) -> str | None:
    """Fetch the text of a record from where it stands: among the others, or aside."""
    for place in (name, f"{ASIDE}/{name}"):
        try:
            return where.read(place).decode("utf-8-sig", "replace").replace("\r\n", "\n")
        except (FileNotFoundError, NotADirectoryError):
            continue
    return None
