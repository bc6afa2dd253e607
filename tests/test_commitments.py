"""Commitments: every example of the vocabulary, what the rules must leave alone, and whom a document knows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.vocabulary import load
from minutes_cli.vocabulary.commitments import find, find_all, people
from minutes_cli.vocabulary.doers import kind_of

RULES: list[dict[str, Any]] = load("commitments")["rules"]
BOARD = people(["Greta Lund", "Omar Pike", "Tess O'Hara-Quill"], ["GL", "OP", "TQ"], "Quayside Harbour Board")

# With a list of people, these bind nobody: firms, outside councils, initials that no one has, narration.
LEFT_ALONE = [
    "Marine Traffic will repair the buoy.",
    "Brightwater Engineering to supply the pump.",
    "DEF to supply the figures.",
    "The Borough Council will write to owners.",
    "The Harbour Board will discuss the lease in June.",
    "GL thanked OP, who will be missed.",
    "A letter from OP to send to the bank was read.",
    "OP asked if the Clerk would write.",
    "It depends on whether TQ will report.",
    "OP had offered to paint the shed.",
    "No orders will be placed by GL.",
    "Will OP write to the bank?",
    "GL hoped that OP would bring the plans.",
    "The lease to OP to run from May.",
    "Outside callers are asked to use the bell.",
    "The board encourages members to attend the regatta.",
    "The County Surveyor was asked to send the plan.",
    "Highways team to repair the road.",
    "All buoys to follow the new colours.",
    "",
    " to ",
]

BOUND = [
    ("Lund will report to the bank.", ["Lund"], "report to the bank"),
    ("O'Hara-Quill to draft the notice", ["O'Hara-Quill"], "draft the notice"),
    ("GL/OP to meet the tenant.", ["GL", "OP"], "meet the tenant"),
    ("GL, OP and Mrs Quill agreed to meet.", ["GL", "OP", "Quill"], "meet"),
    ("The Harbour Board will write to the owners.", ["Harbour Board"], "write to the owners"),
    ("Greta Lund (GL) will look into grants.", ["Greta Lund"], "look into grants"),
    ("- OP to check the lock", ["OP"], "check the lock"),
    ("4.2 The Deputy Clerk will circulate the list.", ["Deputy Clerk"], "circulate the list"),
    ("The drain is blocked; OP to clear it; work starts soon.", ["OP"], "clear it"),
    ("The audit working group to report in May.", ["audit working group"], "report in May"),
    ("Deputy Lock Warden Lund said she would check the lights.", ["Lund"], "check the lights"),
    ("Staff member Ferris offered to share the slides.", ["Ferris"], "share the slides"),
    ("Berthing Officer Mr. Kane to assist with the count.", ["Kane"], "assist with the count"),
    ("Staff members offered to research the price.", ["Staff members"], "research the price"),
    ("Each crew lead was asked to do a stock list.", ["Each crew lead"], "do a stock list"),
    ("All participants to review the draft.", ["All participants"], "review the draft"),
    ("The Dive Team will inspect the chain.", ["Dive Team"], "inspect the chain"),
    ("The Quayside Clerk was requested to issue a memo.", ["Quayside Clerk"], "issue a memo"),
    ("TOQ will investigate the leak.", ["TOQ"], "investigate the leak"),
    ("Omar Pike tasked with finding a printer.", ["Omar Pike"], "finding a printer"),
    ("Posts to be ordered by OP.", ["OP"], "Posts to be ordered by OP"),
]


@pytest.mark.parametrize("text", [pytest.param(t, id=f"{r['name']}: {t}") for r in RULES for t in r["not_examples"]])
def test_what_is_no_commitment_is_left_alone(text: str) -> None:
    assert find(text) is None


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_binds_nobody_of_the_document_is_left_alone(text: str) -> None:
    assert find(text, BOARD) is None


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(r["name"], e, id=f"{r['name']}: {e['text']}") for r in RULES for e in r["examples"]],
)
def test_each_example_is_read_by_its_rule(rule: str, example: dict[str, Any]) -> None:
    found = find(example["text"])
    assert found is not None
    assert (list(found.owners), found.task, found.rule) == (example["owners"], example["task"], rule)


@pytest.mark.parametrize(("text", "owners", "task"), BOUND)
def test_people_the_document_knows_are_bound(text: str, owners: list[str], task: str) -> None:
    found = find(text, BOARD)
    assert found is not None
    assert (list(found.owners), found.task) == (owners, task)


def test_one_name_alone_needs_a_list_that_has_it() -> None:
    assert find("Lund will report to the bank.") is None
    assert find("Lund will report to the bank.", BOARD) is not None


def test_two_commitments_of_one_sentence_part_where_the_second_begins() -> None:
    text = "The Clerk will write to the bank and GL to ring the insurers."
    first, second = find_all(text, BOARD)
    assert (text[first.start : first.end], first.task) == ("The Clerk will write to the bank", "write to the bank")
    assert (text[second.start : second.end], second.task) == ("GL to ring the insurers.", "ring the insurers")


def test_every_rule_says_why_and_shows_what_it_is_and_is_not() -> None:
    for rule in RULES:
        assert rule["why"]
        assert rule["examples"]
        assert rule["not_examples"]
    assert len({rule["name"] for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("topic", ["commitments", "speech"])
def test_words_are_words(topic: str) -> None:
    """YAML reads a bare no, on or yes as true or false."""

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)
        else:
            assert isinstance(value, str)

    walk(load(topic))


@pytest.mark.parametrize(
    ("owner", "kind"),
    [
        ("NHS", None),
        ("", None),
        ("see above", None),
        ("Clerk", "office"),
        ("the Deputy Clerk", "office"),
        ("Director of Children's Services", "office"),
        ("All", "group"),
        ("all governors", "group"),
        ("Audit Sub-Committee", "group"),
        ("Board", "body"),
        ("OP", "initials"),
        ("O.P.", "initials"),
        ("Strand", "name"),
        ("J Vane", "name"),
    ],
)
def test_owners_are_told_apart(owner: str, kind: str | None) -> None:
    assert kind_of(owner, BOARD) == kind


PEOPLE = ["GL", "OP", "the Clerk", "Mr Dane", "All", "Lund", "he", "the", "bank"]
BINDING = ["will", "would", "to", "agreed to", "agreed that", "write", "be", "by", "to be sent", "said he", "if", "has"]
MARKS = ["and", ",", ";", "-", "(", ")", ".", "’ll", "\n"]
PIECES = st.sampled_from([*PEOPLE, *BINDING, *MARKS])


@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_spans_lie_in_the_sentence_and_owners_stand_in_it(text: str) -> None:
    covered = 0
    for found in find_all(text, BOARD):
        assert 0 <= found.start < found.end <= len(text)
        assert found.start >= covered
        covered = found.end
        assert found.owners
        assert all(owner in text for owner in found.owners)
        assert found.task
        assert found.task in text
