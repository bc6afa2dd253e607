"""Marks of tasks beside the words: arrows, bold type, owners before and behind the mark, labelled lines below."""

from __future__ import annotations

import pytest

from tests.parse_making import minutes, text

MARKDOWN = "# Quayside Harbour Board, 4 March 2031\n\n**Present:** Greta Lund, Omar Pike, Tess Quill\n\n## Lamp\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "-> the lamp is lit",
        "→ Nothing more to do",
        "=> Agreed: the lamp stays",
        "The lamp was lit. Action stations",
        "The lamp [action film] was lit.",
        "The lamp is dark (Moths to blame will see)",
        "Action: None",
        "The lamp is lit.\n\nResponsible: whoever lit it at the time",
        "The lamp is lit.\n\nChair: Greta Lund",
    ],
)
def test_words_that_mark_no_task(words: str) -> None:
    found = text(f"{MARKDOWN}{words}\n")
    assert found.actions == []
    assert "None" not in [decision.text for decision in found.decisions]


@pytest.mark.parametrize(
    ("words", "task", "owners"),
    [
        ("-> Omar: mend the lamp", "mend the lamp", ["Omar"]),
        ("- => Omar to mend the lamp", "Omar to mend the lamp", ["Omar"]),
        ("→ Omar mends the lamp", "Omar mends the lamp", ["Omar"]),
        ("The lamp will be mended. [ACTION OP]", "The lamp will be mended.", ["OP"]),
        ("The lamp will be mended. Action Omar Pike", "The lamp will be mended.", ["Omar Pike"]),
        ("Sec TODO: mend the lamp", "mend the lamp", ["Sec"]),
        ("**Action: Omar** Mend the lamp", "Mend the lamp", ["Omar"]),
        ("**Action Omar:** Mend the lamp", "Mend the lamp", ["Omar"]),
        (
            "The lamp is dark. Action Clerk to ring the smith about the lamp and its glass",
            "Clerk to ring the smith about the lamp and its glass",
            ["Clerk"],
        ),
        ("Action Omar and Tess to look at the mast before the fair opens", None, ["Omar", "Tess"]),
        ("The lamp is dark [Omar to mend it]", "Omar to mend it", ["Omar"]),
        ("**Action item(s):** Omar to mend it", "Omar to mend it", ["Omar"]),
        (
            "Action on Omar to mend the lamp before the fair opens",
            "Omar to mend the lamp before the fair opens",
            ["Omar"],
        ),
        ("Mend the lamp.\n\nResponsible: Omar Pike", "Mend the lamp.", ["Omar Pike"]),
    ],
)
def test_words_that_mark_a_task(words: str, task: str | None, owners: list[str]) -> None:
    (action,) = text(f"{MARKDOWN}{words}\n").actions
    assert (action.text, action.owners) == (task or words.partition(" ")[2], owners)


def test_a_labelled_line_below_a_sentence_gives_all_that_it_says() -> None:
    (action,) = minutes("1. Lamp", "Mend the lamp.", "Responsible: OP   Deadline: 1 May").actions
    assert (action.text, action.owners, action.due and action.due.text) == ("Mend the lamp.", ["OP"], "1 May")


@pytest.mark.parametrize(
    ("task", "left", "due"),
    [
        ("OP to mend lamp 3 - 4", "OP to mend lamp 3 - 4", None),
        ("OP to read the log (3 January 2031)", "OP to read the log (3 January 2031)", None),
        ("OP to mend the lamp - 1 May", "OP to mend the lamp", "1 May"),
        ("OP to mend the lamp (Fri 2 May 2031)", "OP to mend the lamp", "Fri 2 May 2031"),
        ("OP to mend the lamp, target date 1 May", "OP to mend the lamp, target date 1 May", "target date 1 May"),
        ("OP to mend the lamp by EOD Friday", "OP to mend the lamp by EOD Friday", "by EOD Friday"),
    ],
)
def test_the_day_behind_a_task(task: str, left: str, due: str | None) -> None:
    (action,) = minutes("1. Lamp", f"ACTION: {task}").actions
    assert (action.text, action.due.text if action.due else None) == (left, due)


def test_a_numbered_title_opens_a_list_where_no_item_is_numbered() -> None:
    found = minutes("6. Actions\nOmar: mend the lamp\nTess/Greta: ring the diver")
    assert [(a.text, a.owners) for a in found.actions] == [
        ("mend the lamp", ["Omar"]),
        ("ring the diver", ["Tess", "Greta"]),
    ]
