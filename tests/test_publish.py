"""What is published of minutes: nothing that is marked confidential, no name that a list gives, an account."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest

from minutes_cli.book import Book, Member
from minutes_cli.model import Action, Decision, Head, Item, Meeting, Person, Update
from minutes_cli.publish import published
from minutes_cli.publish.people import ADDRESS, NOBODY, NUMBER, Covers
from minutes_cli.register import gather
from minutes_cli.render import EVERY_FORMAT, FILES, render, render_file
from minutes_cli.report import action_log
from tests.test_cli import Minutes, minutes

__all__ = ["minutes"]

PEOPLE = [
    Person(name="Nora Quill", initials="NQ", role="Harbour Pilot"),
    Person(name="Marsh, Ivo", role="Clerk"),
    Person(name="Una May Teal", initials="UT"),
    Person(name="Olaf Brand"),
    Person(name="April Stone", initials="AS"),
    Person(name="Ned Stone", initials="NS"),
]


def record(*items: Item, **said: object) -> Meeting:
    head = Head(body="Fennick Harbour Trust", date=date(2031, 3, 4))
    return Meeting(meeting=head, items=list(items), **{"attendees": PEOPLE, **said})  # type: ignore[arg-type]


def rest(meeting: Meeting, *withhold: str, book: Book | None = None) -> tuple[Meeting, list[str]]:
    (((_, kept),), _, account) = published([("a.yaml", meeting)], book or Book(), withhold)
    return kept, account


class TestRestricted:
    OPEN = (
        Item(number="1", title="Moorings"),
        Item(number="2", title="Confidentiality", text="Members were reminded."),
    )

    def test_minutes_without_a_mark_stay_as_they_are(self) -> None:
        meeting = record(*self.OPEN, actions=[Action(id="a/1", ref="1", item="1", text="Paint.", how="marker")])
        assert rest(meeting, "restricted") == (meeting, ["Nothing in these minutes is marked as not for publication."])

    def test_a_marked_item_goes_with_what_is_below_it(self) -> None:
        items = [
            *self.OPEN,
            Item(number="3", title="Confidential: the caretaker", text="He left."),
            Item(number="3a", parent="3", title="Notice"),
            Item(number="3a.i", parent="3a", title="Pay"),
            Item(number="4", title="The slip"),
        ]
        meeting = record(
            *items,
            actions=[
                Action(id="a/1", ref="1", item="1", text="Paint.", how="marker"),
                Action(id="a/2", ref="2", item="3a.i", text="Pay him.", how="marker"),
                Action(id="a/3", ref="3", text="Of no known item.", how="log"),
                Action(id="a/4", ref="4", item="4", text="Ask the county (private).", how="marker"),
            ],
            decisions=[
                Decision(item="3", text="Pay a month more.", how="resolved"),
                Decision(item="4", text="Mend.", how="x"),
            ],
        )
        kept, account = rest(meeting, "restricted")
        assert [item.number for item in kept.items] == ["1", "2", "4"]
        assert [action.text for action in kept.actions] == ["Paint."]
        assert [decision.text for decision in kept.decisions] == ["Mend."]
        assert account == [
            "Withheld as not for publication, of the meeting of 2031-03-04: items 3, 3a, 3a.i, 3 actions, 1 decision."
        ]

    @pytest.mark.parametrize("heading", ["Confidential items", "PART II", "Exclusion of the press and public"])
    def test_behind_a_heading_that_closes_the_meeting_all_goes(self, heading: str) -> None:
        meeting = record(
            *self.OPEN, Item(title=heading), Item(number="3", title="Rents"), Item(number="4", title="Close")
        )
        kept, (account,) = rest(meeting, "restricted")
        assert [item.number for item in kept.items] == ["1", "2"]
        assert "items 3, 4, 1 without a number" in account

    def test_a_task_withheld_once_is_withheld_wherever_it_is_listed_again(self) -> None:
        one = Action(id="a/1", ref="1", item="3", text="Pay him off.", how="marker")
        march = record(Item(number="3", title="Staffing (confidential)"), actions=[one])
        may = record(
            Item(number="2", title="Matters arising"),
            actions=[msgspec.structs.replace(one, item="2", text="PAY him off.")],
        )
        (_, (_, later)), _, account = published([("a", march), ("b", may)], Book(), ["restricted"])
        assert later.actions == []
        assert len(account) == 2

    def test_the_account_says_nothing_of_what_it_was_about(self) -> None:
        _, account = rest(record(Item(number="3", title="Confidential: the caretaker")), "restricted")
        assert "caretaker" not in " ".join(account)


class TestPeople:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ("The quill pens were sharpened in May 2031.", "The quill pens were sharpened in May 2031."),
            ("Stonework and Brandy, marshland", "Stonework and Brandy, marshland"),
            ("31/01/2031, ref 2031-03-04/3, £120,000", "31/01/2031, ref 2031-03-04/3, £120,000"),
            ("Nora Quill spoke", "NQ spoke"),
            ("NORA QUILL spoke", "NQ spoke"),
            ("Mrs Quill's boat", "NQ's boat"),
            ("Cllr. N. Quill and Nora", "NQ and NQ"),
            ("Nora\nQuill", "NQ"),
            ("Ivo Marsh, Mr Marsh, Marsh, Ivo", "Clerk, Clerk, Clerk"),
            ("Una Teal and Una May Teal", "UT and UT"),
            ("Olaf Brand left", f"{NOBODY} left"),
            ("A. Stone and Stone", f"AS and {NOBODY}"),
            ("write to ann@fennick.example or 01632 960 123", f"write to {ADDRESS} or {NUMBER}"),
            ("+44 (0)1632 960123", NUMBER),
        ],
    )
    def test_names_in_words(self, words: str, said: str) -> None:
        assert Covers([record()], Book()).words(words) == said

    def test_no_name_is_left_anywhere_in_a_record(self) -> None:
        meeting = record(
            Item(number="1", title="Thanks to Nora Quill", text="Ivo Marsh thanked her."),
            apologies=[Person(name="Una Teal", initials="UT", reason="Una Teal is away", deputy_for="Nora Quill")],
            actions=[
                Action(
                    id="2031-03-04/1",
                    ref="1",
                    text="Nora Quill to write.",
                    action="Nora Quill",
                    owners=["Nora Quill", "Olaf Brand"],
                    how="marker",
                    updates=[Update(on=date(2031, 4, 1), note="Told Quill", owners=["Marsh"])],
                )
            ],
            decisions=[Decision(text="Thank Nora.", proposer="Mr I. Marsh", seconder="U. Teal", how="x")],
        )
        kept, (account,) = rest(meeting, "people")
        told = msgspec.json.encode(kept).decode()
        for name in ("Nora", "Quill", "Ivo", "Marsh", "Una", "Teal", "Olaf", "Brand", "April", "Stone"):
            assert name not in told
        assert kept.actions[0].owners == ["NQ", NOBODY]
        assert (kept.actions[0].id, kept.decisions[0].proposer) == ("2031-03-04/1", "Clerk")
        assert [person.initials for person in kept.attendees] == ["NQ", None, "UT", None, "AS", "NS"]
        assert kept.attendees[1].role == "Clerk"
        assert "on no attendance list or roster cannot be found" in account

    def test_the_roster_gives_no_name_back(self) -> None:
        book = Book(people=[Member(name="Nessa Pike", initials="NP", email="np@fennick.example", aliases=["Old Pike"])])
        meeting = record(
            Item(number="1", title="Old Pike reports"),
            actions=[Action(id="a/1", ref="1", text="Nessa Pike to go.", owners=["NP"], how="marker")],
        )
        found = published([("a.yaml", meeting)], book, ["people"])
        report = action_log(gather(found.records, date(2031, 5, 1), found.book), "owner")
        for form in EVERY_FORMAT:
            if form in ("ics", "eml"):
                continue
            text = render_file(report, form).decode("latin-1") if form in FILES else render(report, form)
            assert "Pike" not in text
            assert "fennick.example" not in text


class TestCommand:
    TEXT = """\
FENNICK HARBOUR TRUST

Minutes of the meeting of the Trustees held on 4 March 2031 at 7.30pm in the Net Loft

Present: Nora Quill (NQ) (Chair), Ivo Marsh (IM), Una Teal (UT)

1. Moorings
Nora Quill said the outer row has worn chains.
ACTION: Ivo Marsh to ask for three prices for chain by 30 April 2031.

2. Confidential: staffing
ACTION: UT to pay the caretaker.
"""

    @pytest.mark.parametrize(
        "command", ["actions", "owners", "carry-forward", "decisions", "attendance", "audit", "show"]
    )
    def test_every_report_can_be_published(self, minutes: Minutes, tmp_path: Path, command: str) -> None:
        (tmp_path / "trust.txt").write_text(self.TEXT, encoding="utf-8")
        assert minutes("parse", "trust.txt", "-q").code == 0
        run = minutes(command, "trust.yaml", "--redact", "people", "--redact", "restricted", "-f", "json")
        assert run.code == 0
        for word in ("Nora", "Quill", "Marsh", "caretaker", "staffing"):
            assert word not in run.out
        assert "items 2" in run.err or "item 2, 1 action" in run.err
        notes = json.dumps(json.loads(run.out))
        assert "Withheld as not for publication" in notes
        assert "Names covered by initials or offices" in notes

    def test_the_record_stays_as_it_is_and_so_does_a_report_without(self, minutes: Minutes, tmp_path: Path) -> None:
        (tmp_path / "trust.txt").write_text(self.TEXT, encoding="utf-8")
        minutes("parse", "trust.txt", "-q")
        before = (tmp_path / "trust.yaml").read_bytes()
        minutes("actions", "trust.yaml", "--redact", "people")
        assert (tmp_path / "trust.yaml").read_bytes() == before
        assert "caretaker" in minutes("actions", "trust.yaml").out

    def test_a_trace_is_not_for_publication(self, minutes: Minutes) -> None:
        run = minutes("trace", "trust.txt", "--redact", "people")
        assert run.code == 2
        assert "shows every line" in run.err
