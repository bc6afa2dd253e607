"""An update is put into a record's text, and everything a person wrote there stays as it was, to the byte."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.errors import UsageProblem
from minutes_cli.model import Action, Head, Meeting, Update
from minutes_cli.store import dump, load
from minutes_cli.store.splicing import with_update

HEAD = "# ours\nschema: 1\nmeeting: {body: B, date: 2031-03-04}   # said so\nactions:\n"
HARD = Update(
    on=date(2031, 4, 1),
    status="in progress",
    note='He said: "no" # really, it\'s 08 😀\u2028 {a: [b]}\nand more: ~',
    due=date(2031, 6, 1),
    owners=["AF", "B, C", "no"],
)
LATER = Update(on=date(2031, 5, 1), status="done")

LAYOUTS = {
    "a block": "- id: 1/1   # mine\n  ref: '1'\n  text: Do it\n  how: x\n\n# between\n- {id: a, ref: '2', text: T}\n",
    "folds": "- id: 1/1\n  ref: '1'\n  text: >-\n    Do it\n    and more\n\n\n# end\ndecisions: []\n",
    "folds, no end of line": "- id: 1/1\n  ref: '1'\n  text: >-\n    Do it\n    and more",
    "kept line ends": "- id: 1/1\n  ref: '1'\n  text: |+\n    Do it\n    and more\n\n\n- {id: a, ref: '2', text: T}\n",
    "a list further in": "  - id: 1/1\n    text: x\n    ref: 1\n    updates:\n"
    "      - on: 2031-03-05 # a\n        note: hm # b\n        # tail\n    line: 3 # c\n",
    "a list": "- id: 1/1\n  text: x\n  ref: 1\n  updates:\n  - note: >-\n      long\n      text\n\n  line: 3 # c\n",
    "nothing yet": "- id: 1/1\n  text: x\n  ref: 1\n  updates:   # none yet\n  line: 3\n",
    "null": "- id: 1/1\n  text: x\n  ref: 1\n  updates: ~ # none yet\n",
    "nothing, no end of line": "- id: 1/1\n  text: x\n  ref: 1\n  updates:",
    "an empty list": "- id: 1/1\n  text: x\n  ref: 1\n  updates: [] # none yet\n",
    "a list in brackets": "- id: 1/1\n  text: x\n  ref: 1\n  updates: [{on: 2031-03-05}, {note: x},\n  ] # c\n",
    "one line": "- {id: 1/1, ref: '1', text: T}  # c\n",
    "one line with none": "- {id: 1/1, ref: '1', text: T, updates: [] }\n",
    "one line with nothing": "- {id: 1/1, ref: '1', text: T, updates: }\n",
    "line ends of Windows": "- id: 1/1\r\n  ref: '1'\r\n  text: Do it\r\n  how: x\r\n",
    "a block within": "- id: 1/1\n  ref: '1'\n  text: T\n  due:\n    text: soon\n    date: 2031-05-05 # hm\n"
    "- {id: 2, ref: 2, text: T}",
    "a list within": "- id: 1/1\n  ref: '1'\n  text: T\n  owners:\n  - AF\n  - BE # c\n- {id: 2, ref: 2, text: T}\n",
    "an empty key": "- id: 1/1\n  ref: '1'\n  text: T\n  page:\n\n- {id: 2, ref: 2, text: T}\n",
    "wide": "-   id: 1/1\n    ref: '1'\n    text: é \u00a0x 😀\n    page: 3 # x\n",
    "quotes": "- id: \"1/1\"\n  ref: '1'\n  text: 'it''s\n    two lines'\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_only_the_update_is_added_however_the_action_is_laid_out(layout: str) -> None:
    text = HEAD + LAYOUTS[layout]
    text = text.replace("\r", "").replace("\n", "\r\n") if "\r" in text else text
    before = load(text, "r.yaml")
    action = before.actions[0]
    for update in (HARD, LATER):
        new, splice = with_update(text, "r.yaml", action, update)
        assert splice is not None
        assert splice.took.strip() in ("", "~")
        assert new[: splice.at] + splice.took + new[splice.at + len(splice.put) :] == text
        after = load(new, "r.yaml")
        assert after.actions[0].updates[-1] == update
        assert after.actions[1:] == before.actions[1:]
        assert "\r\n" not in text or "\n" not in new.replace("\r\n", "")
        assert with_update(new, "r.yaml", action, update) == (new, None), "the same again adds nothing"
        text = new
    assert len(after.actions[0].updates) == len(before.actions[0].updates) + 2


def test_an_update_is_laid_out_as_a_person_would() -> None:
    update = Update(on=date(2031, 4, 1), status="done", note="Sent by post.")
    text, _ = with_update(HEAD + LAYOUTS["a block"], "r.yaml", Action(id="1/1", ref="1", text="Do it", how="x"), update)
    assert "  how: x\n  updates:\n  - on: 2031-04-01\n    status: done\n    note: Sent by post.\n\n# between" in text


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("- {id: 2/2, ref: '1', text: T}\n", "is not there any more"),
        ("- {id: 1/1, ref: '1', text: T}\n- {id: 1/1, ref: '1', text: T}\n", "is there more than once"),
    ],
)
def test_an_action_that_is_not_one_is_refused(rows: str, said: str) -> None:
    with pytest.raises(UsageProblem, match=said):
        with_update(HEAD + rows, "r.yaml", Action(id="1/1", ref="1", text="T", how="x"), LATER)


def test_of_two_actions_with_one_id_the_words_tell() -> None:
    rows = "- {id: 1/1, ref: '1', text: Mend}\n- {id: 1/1, ref: '1', text: Paint}\n"
    text, _ = with_update(HEAD + rows, "r.yaml", Action(id="1/1", ref="1", text="Paint", how="x"), LATER)
    assert [len(action.updates) for action in load(text, "r.yaml").actions] == [0, 1]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=60).filter(
    str.strip
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4), WORDS, st.sampled_from(["", "x"]))
def test_any_words_can_be_noted_on_any_action(texts: list[str], note: str, held: str) -> None:
    actions = [
        Action(id=f"a/{n}", ref=str(n), text=text, how="x", updates=[Update(note=text)] if held else [])
        for n, text in enumerate(texts)
    ]
    text = dump(Meeting(meeting=Head(body="B"), actions=actions))
    before = load(text, "r.yaml")
    for action in before.actions:
        text, _ = with_update(text, "r.yaml", action, Update(on=date(2031, 1, 1), note=note))
    after = load(text, "r.yaml")
    assert [action.updates[-1].note for action in after.actions] == [note] * len(texts)
    assert [action.updates[:-1] for action in after.actions] == [action.updates for action in before.actions]
