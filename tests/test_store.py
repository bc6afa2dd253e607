"""A record is written so that a person can read and edit it, and is read back as it was."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli import store
from minutes_cli.errors import SourceUnreadable, UsageProblem
from minutes_cli.model import (
    Action,
    Decision,
    Due,
    Head,
    Item,
    Meeting,
    NextMeeting,
    Part,
    Person,
    Remark,
    Source,
    Update,
)

MEETING = Meeting(
    meeting=Head(
        body="Fennick Harbour Trust",
        title="Minutes of the Trustees",
        date=date(2031, 3, 4),
        start="19:30",
        end="21:05",
        place="Net Loft",
        state="draft",
        next=NextMeeting(text="6 May 2031 at 7.30pm", date=date(2031, 5, 6), start="19:30"),
    ),
    source=Source(
        file="trust.pdf",
        sha256="ab" * 32,
        pages=5,
        parser="minutebook 0.1.0",
        remarks=[
            Remark(kind="changes accepted", count=3, words=["Nora Quill", "I. Marsh"]),
            Remark(kind="of a version to come", confidence=0.5, page=2, line=7),
        ],
    ),
    attendees=[
        Person(name="Nora Quill", initials="NQ", role="Pilot", capacity="chair", for_items=["3"], page=1, line=9),
        Person(name="Ivo Marsh", from_="19:40", until="20:10"),
    ],
    apologies=[Person(name="Una Teal", reason="at sea")],
    items=[
        Item(number="1", title="Moorings", page=1, line=20, text="First paragraph.\nSecond paragraph."),
        Item(number="1a", parent="1", title="Buoys: which, when # and why", text="- one\n- two"),
    ],
    actions=[
        Action(
            id="2031-03-04/3",
            ref="3",
            item="1a",
            text="Ask for three prices for the chain, and bring them: with a plan of who pays what in which year.",
            parts=[Part(text="Ask", owners=["NQ"])],
            action="NQ & IM",
            owners=["NQ", "IM"],
            due=Due(text="before next meeting", kind="meeting", date=date(2031, 5, 6)),
            status="in progress",
            status_said="under way",
            how="action-table",
            page=3,
            line=88,
            updates=[Update(on=date(2031, 4, 1), status="done", note="no")],
        ),
        Action(id="2031-03-04/4", ref="4", text="Paint the shed", how="marker"),
    ],
    decisions=[Decision(ref="1", item="1a", text="The dues stay", proposer="NQ", how="resolved", page=2, line=70)],
)


def with_text(text: str) -> Meeting:
    """Put one text in every sort of place that holds text."""
    return Meeting(
        meeting=Head(body=text, title=text),
        attendees=[Person(name=text, for_items=[text])],
        items=[Item(number=text, title=text, text=text)],
        actions=[Action(id=text, ref=text, text=text, owners=[text], how="list", extra={"k": text, "l": [text]})],
    )


def errors_of(text: str) -> str:
    with pytest.raises(SourceUnreadable) as caught:
        store.load(text, "trust.yaml")
    return str(caught.value)


def test_a_record_comes_back_as_it_was() -> None:
    assert store.load(store.dump(MEETING), "trust.yaml") == MEETING


def test_the_same_record_gives_the_same_bytes() -> None:
    text = store.dump(MEETING)
    assert store.dump(store.load(text, "trust.yaml")) == text


NASTY = [
    *(
        "",
        " ",
        "\n",
        "a",
        " lead",
        "tail ",
        "tab\tin it",
        "\ttab",
        "two  spaces",
        "a\n\nb",
        "\na",
        "a\n",
        "a\n ",
        "a \nb",
    ),
    *("\x85", "a\u2028b", "a\u2029b", "\ufeffa", "\r\n", "a\rb", "\x00", "\x1b[31mred", "\u202eturned", "\x7f", "\xa0"),
    *(
        "no",
        "Yes",
        "null",
        "~",
        "1e3",
        "08",
        "0x1F",
        "0o7",
        "19:30",
        "1_000",
        ".5",
        "+1",
        ".inf",
        "2031-03-04",
        "=",
        "<<",
    ),
    *(
        "- a",
        "# a",
        "a # b",
        "a: b",
        "a:",
        ": a",
        "? a",
        "'a'",
        '"a"',
        "[a]",
        "{a}",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a`",
        "|",
        ">",
    ),
    *(
        "😀",
        "a 😀\nb",
        "\U0001f600" * 60,
        "w" * 300,
        "wor " * 60,
        "wor d: " * 40,
        ("x " * 80 + "\n") * 3 + "end",
        "é" * 120,
        "\ue000",
    ),
    *(
        "---",
        "...",
        "--- a",
        "a\n---\nb",
        "a\n...\nb",
        "\ufffe",
        "\uffff",
        "ﷺ",
        "שלום " * 30,
        "a\n\n\n\nb",
        "long " * 30 + "\n- b",
    ),
]


@pytest.mark.parametrize("text", NASTY)
def test_any_text_comes_back(text: str) -> None:
    meeting = with_text(text)
    assert store.load(store.dump(meeting), "x.yaml") == meeting


FRAGMENTS = st.sampled_from(
    ["word", "a: b", "# x", "- y", "19:30", "", '"q"', "w" * 130, " lead", "tail ", "😀", "— dash"]
)
ANY_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(alphabet=" \t\n\r\x85\u2028:#-'\"a|>é😀0\ufeff!&*%@`{}[],?\x00\x1b\u202e\xa0"),
    st.lists(FRAGMENTS, max_size=40).map(" ".join),
    st.lists(FRAGMENTS, max_size=12).map("\n".join),
)


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_any_text_comes_back_whatever_it_is(text: str) -> None:
    meeting = with_text(text)
    written = store.dump(meeting)
    assert store.load(written, "x.yaml") == meeting
    assert yaml.safe_load(written)["items"][0]["title"] == text  # also to other readers of YAML


@pytest.mark.parametrize("text", ["08", "1e3", "0o17", "12", ".5"])
def test_what_other_readers_take_for_numbers_is_quoted(text: str) -> None:
    assert f"number: '{text}'" in store.dump(Meeting(meeting=Head(), items=[Item(number=text)]))


def test_half_a_character_is_replaced_and_nothing_else() -> None:
    assert store.load(store.dump(with_text("a\ud800b")), "x").meeting.body == "a\ufffdb"


def test_long_text_is_folded_so_that_colons_do_no_harm() -> None:
    text = store.dump(MEETING)
    assert "  text: >-\n    Ask for three prices" in text
    assert "    First paragraph.\n\n    Second paragraph.\n" in text
    assert max(len(line) for line in text.splitlines()[2:]) < 120


def test_what_a_person_may_fill_in_stands_there_empty() -> None:
    plain = yaml.safe_load(store.dump(MEETING))
    assert plain["attendees"][0]["organisation"] is None
    assert plain["apologies"][0] == {"name": "Una Teal", "role": None, "reason": "at sea"}
    assert list(plain["actions"][1]) == ["id", "ref", "item", "text", "owners", "due", "status", "how", "page", "line"]
    assert plain["decisions"][0]["vote"] is None
    assert "until" not in plain["attendees"][0]


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    plain = yaml.safe_load(store.dump(MEETING))
    assert list(plain) == ["schema", "meeting", "source", "attendees", "apologies", "items", "actions", "decisions"]
    assert plain["actions"][0]["due"]["date"] == date(2031, 5, 6)
    assert plain["meeting"]["start"] == "19:30"


def test_the_first_line_names_the_schema() -> None:
    assert store.dump(MEETING).startswith("# yaml-language-server: $schema=minutebook.schema.json\n# ")


def test_unknown_keys_pass_through_everywhere() -> None:
    text = (
        "schema: 1\nrag: red\n"
        "meeting:\n  body: B\n  chair: {name: X, since: 2030-01-01}\n  next: {text: soon, room: 3}\n"
        "attendees:\n- name: A\n  pronouns: they\nactions:\n- id: a/1\n  ref: '1'\n  text: t\n  how: list\n"
        "  notes: [one, two]\n  cost: 5\n  due: {text: soon, firm: yes}\n"
    )
    meeting = store.load(text, "x.yaml")
    assert meeting.extra == {"rag": "red"}
    assert meeting.meeting.extra == {"chair": {"name": "X", "since": date(2030, 1, 1)}}
    assert meeting.actions[0].extra == {"notes": ["one", "two"], "cost": 5}
    again = store.dump(meeting)
    assert store.load(again, "x.yaml") == meeting
    assert yaml.safe_load(again)["actions"][0]["due"] == {"text": "soon", "firm": True}


def test_a_record_by_hand_is_read_as_meant() -> None:
    meeting = store.load(
        "meeting:\n  body: No\n  date: 2031-03-04\n  start: 19:30\n  place:\n"
        "attendees:\nagenda:\n- {number: 08, title: 12}\n"
        "actions:\n- {id: a/1, ref: 1, text: Yes, status: In-Progress, owners: [NO, 12],\n"
        "   updates: [{on: 2031-04-01, note: on}]}\n",
        "x.yaml",
    )
    assert (meeting.meeting.body, meeting.meeting.start, meeting.meeting.place) == ("No", "19:30", None)
    assert (meeting.items[0].number, meeting.items[0].title, meeting.attendees) == ("08", "12", [])
    action = meeting.actions[0]
    assert (action.ref, action.text, action.status) == ("1", "Yes", "in progress")
    assert (action.owners, action.how) == (["NO", "12"], "by hand")
    assert action.updates == [Update(on=date(2031, 4, 1), note="on")]


ACTION = "meeting: {}\nactions:\n- id: a/1\n  ref: 1\n  text: t\n"
WRONG = [
    # (record, what the message must say)
    ("", ["trust.yaml: the file is empty"]),
    ("- 1\n", ["is not a record"]),
    ("just words", ["is not a record"]),
    ("body: x\n", ["is not a record", "minutes parse"]),
    ("schema: 2\nmeeting: {}\n", ["trust.yaml:1", "newer version", "Upgrade"]),
    ("schema: soon\nmeeting: {}\n", ["trust.yaml:1", "version number"]),
    ("meeting: x\n", ["trust.yaml:1: meeting", "a block of keys"]),
    ("meeting:\n  body: B\n  date: 4 March\n", ["trust.yaml:3: meeting.date", "'4 March'", "2031-03-04"]),
    (ACTION + "  status: finished\n", ["trust.yaml:6: actions[0].status", "'finished'", "in progress"]),
    (ACTION + "  page: three\n", ["trust.yaml:6: actions[0].page", "a number"]),
    (ACTION + "  owners: AF\n", ["trust.yaml:6: actions[0].owners", "a list, not text"]),
    (ACTION + "  updates:\n  - on: soon\n", ["trust.yaml:7: actions[0].updates[0].on", "not a date"]),
    ("meeting: {}\nagenda:\n- title: [a]\n", ["trust.yaml:3: items[0].title", "text, not a list"]),
    ("meeting: {}\nactions:\n- text: t\n", ["trust.yaml:3: actions[0]", "`id` is missing"]),
    ("meeting: {}\nmeeting: {}\n", ["trust.yaml:2", "stands twice", "line 1"]),
    ("meeting: {}\nitems: []\nagenda: []\n", ["trust.yaml:3", "items and agenda"]),
    ("meeting: {\n", ["trust.yaml:2", "not YAML"]),
    ("meeting:\n\tbody: x\n", ["trust.yaml:2", "not YAML"]),
    ("meeting: {}\n---\nmeeting: {}\n", ["not YAML"]),
    ("meeting: {}\nx: \x01\n", ["not YAML"]),
    ("meeting: {}\nx: !!python/object:os.system {}\n", ["trust.yaml:2"]),
    ("meeting: {}\nx: 2031-99-99\n", ["trust.yaml:2", "month"]),
    ("meeting: {}\n? [a]\n: b\n", ["trust.yaml:2"]),
    ("a: &a [*a]\nmeeting: {}\n", ["alias"]),
    ("a: &a [x]\nb: *a\nmeeting: {}\n", ["alias"]),
    ("[" * 100_000, ["lists within lists"]),
    ("- " * 50_000 + "x", ["lists within lists"]),
    ("meeting: " + "{a: " * 500 + "1" + "}" * 500, ["lists within lists"]),
]


@pytest.mark.parametrize(("record", "says"), WRONG, ids=[" ".join(says)[:40] for _, says in WRONG])
def test_what_is_wrong_is_said_with_its_place(record: str, says: list[str]) -> None:
    message = errors_of(record)
    assert [part for part in says if part not in message] == []
    assert "\n" not in message


def test_an_alias_bomb_does_not_go_off() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60)) + "meeting: {}\n"
    assert "alias" in errors_of(bomb)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_records_saved_by_any_editor_are_read(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "trust.yaml"
    path.write_bytes(store.dump(MEETING).replace("\n", end).encode(encoding))
    assert store.read_record(path) == MEETING
    assert store.is_record(path)


def test_unreadable_files_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="folder"):
        store.read_record(tmp_path)
    with pytest.raises(SourceUnreadable, match="no file"):
        store.read_record(tmp_path / "none.yaml")
    (tmp_path / "b.yaml").write_bytes(b"meeting: \xff\xfa")
    with pytest.raises(SourceUnreadable, match="UTF-8"):
        store.read_record(tmp_path / "b.yaml")


OTHER_FILES = [
    ("trust.txt", "schema: 1\nmeeting: {}\n"),
    ("minutebook.yaml", "body: B\nmeetings: [2031-03-04]\npeople: []\n"),
    ("x.truth.yaml", "document: x.pdf\nmeeting:\n  body: B\n"),
    ("empty.yaml", ""),
    ("words.yaml", "a: |\n  schema: 1\n  meeting: x\n"),
]


@pytest.mark.parametrize(("name", "text"), OTHER_FILES)
def test_other_yaml_is_no_record(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert not store.is_record(tmp_path / name)
    assert not store.is_record(tmp_path)


def test_every_record_holds_to_the_schema() -> None:
    schema = store.schema()
    json.dumps(schema)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for meeting in (MEETING, Meeting(meeting=Head()), with_text("x")):
        assert not list(validator.iter_errors(as_json(meeting)))


@pytest.mark.parametrize(
    ("key", "value"), [("schema", 2), ("meeting", "x"), ("actions", [{"ref": "1"}]), ("meeting", {"date": "soon"})]
)
def test_the_schema_refuses_what_reading_refuses(key: str, value: Any) -> None:
    validator = jsonschema.Draft202012Validator(store.schema(), format_checker=jsonschema.FormatChecker())
    assert list(validator.iter_errors(as_json(MEETING) | {key: value}))


def test_the_record_in_the_manual_is_one() -> None:
    manual = (Path(__file__).parent.parent / "docs" / "record.md").read_text(encoding="utf-8")
    shown = manual.partition("```yaml\n")[2].partition("```")[0]
    meeting = store.load(shown, "record.md")
    assert store.dump(meeting).splitlines()[2:] == shown.splitlines()[2:]


def as_json(meeting: Meeting) -> dict[str, Any]:
    """Read a record as an editor does: YAML 1.2, where a date is text."""
    plain: dict[str, Any] = json.loads(json.dumps(yaml.safe_load(store.dump(meeting)), default=str))
    return plain
