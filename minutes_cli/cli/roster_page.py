"""The proposal for a roster as text for ``minutebook.yaml``: entries, and comments on what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.cli.talk import one_line
from minutes_cli.register.questions import Question
from minutes_cli.register.roster import Proposed, Roster
from minutes_cli.render.untrusted import UNSAFE_IN_STRINGS, escaped
from minutes_cli.report.roster import ADVICE, notes, seen_words
from minutes_cli.store.roster import entries


def roster_page(roster: Roster) -> str:
    """Write a proposal: the people that are certain as YAML, all else as comments."""
    return UNSAFE_IN_STRINGS.sub(escaped, "".join(line + "\n" for line in _lines(roster)))


def _lines(roster: Roster) -> Iterator[str]:
    new = [one for one in roster.people if not one.is_there]
    if new:
        yield "people:"
    for one in new:
        yield from _seen(one)
        yield from entries([one.entry]).splitlines()
    for one in roster.people:
        if one.is_there:
            yield _comment(f"{one.entry.name} is on the roster. To be added there:")
            yield _comment(f"  aliases: [{', '.join(one.entry.aliases)}]")
            yield from _seen(one)
    if roster.gone or roster.questions:
        yield "# To be decided:"
    for one in roster.gone:
        yield _comment(f"{one.entry.name} was not named at the last {one.gone} meetings ({seen_words(one)}). Left?")
    for question in roster.questions:
        yield from _question(question)
    if roster.questions:
        yield _comment(ADVICE)
    yield from map(_comment, notes(roster))


def _seen(one: Proposed) -> Iterator[str]:
    yield _comment(seen_words(one))
    if len(one.evidence) < 2 and not one.is_there:
        return
    for each in one.evidence:
        place = ":".join(str(part) for part in (each.record, each.page, each.line) if part is not None)
        times = f"{each.times} times, first in" if each.times > 1 else "in"
        yield _comment(f'  "{each.said}" {times} {place}')


def _question(question: Question) -> Iterator[str]:
    whose = f" ({question.body})" if question.body else ""
    yield _comment(f"{question.said} and {' or '.join(question.may_be)}{whose}: one person?")
    yield _comment(f"  For it: {'; '.join(question.reasons)}.")
    if question.doubts:
        yield _comment(f"  Against it: {'; '.join(question.doubts)}.")


def _comment(words: str) -> str:
    lead = "  " if words.startswith("  ") else ""
    return f"# {lead}{one_line(words.strip())}"
