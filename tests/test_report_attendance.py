"""The attendance report: the matrix, organisations, the quorum, and what is said beyond the signs."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.book import Body, Book
from minutes_cli.model import Head, Item, Meeting, Person
from minutes_cli.register import PRESENCES, held_by, proceedings
from minutes_cli.report import Report, attendance
from minutes_cli.report.attendance_columns import LEGEND, SIGNS
from tests.ledger_board import AS_OF, BOOK, RECORDS

YEAR = proceedings(RECORDS, AS_OF, BOOK)
PAGES = {page.key: page for page in attendance(YEAR, BOOK)}


def rows(key: str) -> dict[object, dict[str, object]]:
    return {row.get("name") or row["meeting"]: row for group in PAGES[key].groups for row in group.rows}  # type: ignore[misc]


def quorum(*texts: str, set_to: int | str | None = None, there: int = 4, away: int = 0, body: str = "A") -> object:
    """Say what a report makes of the quorum of one meeting: how many are needed, and whether they were there."""
    people = [Person(name=f"{letter} Ash") for letter in "ABCDEFGH"[: there + away]]
    meeting = Meeting(
        meeting=Head(body=body, date=date(2031, 1, 7)),
        attendees=people[:there],
        apologies=people[there:],
        items=[Item(number=str(n), title="x", text=text) for n, text in enumerate(texts)],
    )
    book = Book(body="A", quorum=set_to, bodies=[Body(name="B", quorum=7)])
    pages = {page.key: page for page in attendance(proceedings([("a.yaml", meeting)], AS_OF, book), book)}
    row = pages["attendance-meetings"].groups[0].rows[0]
    return row["needed"], row["quorate"]


class TestMatrix:
    def test_people_stand_under_what_they_come_as(self) -> None:
        assert [(group.title, [row["name"] for row in group.rows]) for group in PAGES["attendance"].groups] == [
            ("Members", ["Edwin Rush", "Fenn Rush", "Cato Sedge", "Ada Thistle", "Dora May Vetch", "Bram Yarrow"]),
            ("Deputies", ["Gil Moss"]),
            ("In attendance", ["Hob Teasel", "Adah Thistle"]),
        ]

    def test_a_year_of_a_member(self) -> None:
        cato = rows("attendance")["Cato Sedge"]
        assert {key: cato[key] for key in cato if key[:4] == "2031"} == {
            "2031-01-07": "present",
            "2031-02-07": "remote",
            "2031-03-07": "apologies",
            "2031-04-07": "present",
            "2031-05-07": "present",
            "2031-06-07": "apologies",
            "2031-07-07": "apologies",
            "2031-08-07": None,
            "2031-09-07": "present",
            "2031-10-07": None,
            "2031-11-07": None,
            "2031-12-07": None,
        }
        assert (cato["shown_attended"], cato["attended"], cato["expected"], cato["share"]) == ("5 of 8", 5, 8, 0.625)
        assert (cato["spellings"], cato["left"]) == (["Old Sedge"], date(2031, 9, 30))

    def test_spellings_are_one_row(self) -> None:
        assert rows("attendance")["Dora May Vetch"]["spellings"] == ["Dora Vetch", "D Vetch", "DV"]
        assert rows("attendance")["Bram Yarrow"]["2031-04-07"] == "present"

    def test_those_in_attendance_have_a_number_and_no_share(self) -> None:
        hob = rows("attendance")["Hob Teasel"]
        assert (hob["shown_attended"], hob["expected"], hob["share"]) == ("2", None, None)

    def test_a_name_that_may_be_several_people_stands_apart_and_has_no_share(self) -> None:
        people = [Person(name="Edwin Rush"), Person(name="Fenn Rush")]
        records = [
            ("a", Meeting(meeting=Head(date=date(2031, 1, 7)), attendees=people)),
            ("b", Meeting(meeting=Head(date=date(2031, 2, 7)), attendees=[Person(name="Rush")])),
        ]
        pages = attendance(proceedings(records, AS_OF))
        assert pages[0].groups[-1].title == "Names that may be one of several people"
        assert (pages[0].groups[-1].rows[0]["may_be"], pages[0].groups[-1].rows[0]["share"]) == (
            ["Edwin Rush", "Fenn Rush"],
            None,
        )
        names = next(page for page in pages if page.key == "attendance-names")
        assert ["may be Edwin Rush or Fenn Rush, and is counted apart"] in [
            row["shown_remark"] for row in names.groups[0].rows
        ]

    def test_each_sign_is_explained_and_no_two_are_alike(self) -> None:
        assert list(SIGNS) == list(LEGEND) == list(PRESENCES)
        assert len(set(SIGNS.values())) == len(PRESENCES)
        assert PAGES["attendance"].notes[0] == (
            "P present; Pt present in part; R by phone or online; D as somebody's deputy; Ad apologies, a deputy came; "
            "A apologies; X absent; - not named in the minutes."
        )

    def test_columns_are_days_with_the_year_only_where_it_changes(self) -> None:
        columns = [column for column in PAGES["attendance"].columns if column.splits]
        assert (columns[0].key, columns[0].title, columns[0].short) == ("2031-01-07", "7 Jan 2031", "7 Jan")
        later = (
            "z",
            Meeting(meeting=Head(body=BOOK.body, date=date(2032, 1, 7)), attendees=[Person(name="Ada Thistle")]),
        )
        pages = attendance(proceedings([*RECORDS, later], AS_OF, BOOK))
        assert next(column.short for column in pages[0].columns if column.splits) == "7 Jan 2031"

    def test_two_meetings_of_one_day_and_one_without_a_date_have_columns_of_their_own(self) -> None:
        heads = [Head(date=date(2031, 1, 7), start=start) for start in ("09:00", "14:00")]
        records = [
            (f"{n}.yaml", Meeting(meeting=head, attendees=[Person(name="Ada Ash")])) for n, head in enumerate(heads)
        ]
        records.append(("u.yaml", Meeting(meeting=Head(), attendees=[Person(name="Ada Ash")])))
        page = attendance(proceedings(records, AS_OF))[0]
        columns = [column for column in page.columns if column.splits]
        assert [column.key for column in columns] == ["2031-01-07", "2031-01-07#2", "u.yaml"]
        assert [column.title for column in columns] == ["7 Jan 2031 09:00", "7 Jan 2031 14:00", "u.yaml"]
        assert page.groups[0].rows[0]["shown_attended"] == "3 of 3"

    def test_each_body_has_its_own(self) -> None:
        ford = Meeting(meeting=Head(body="Ford Panel", date=date(2031, 2, 1)), attendees=[Person(name="Ada Thistle")])
        pages = attendance(proceedings([*RECORDS, ("f.yaml", ford)], AS_OF, BOOK), BOOK)
        matrices = [page for page in pages if page.key == "attendance"]
        assert [page.subtitle for page in matrices] == [
            "Sallowfield Commons Council, as of 31 December 2031",
            "Ford Panel, as of 31 December 2031",
        ]
        assert matrices[1].groups[0].rows[0]["shown_attended"] == "1 of 1"
        assert all(page.subtitle for page in pages)


class TestOrganisations:
    def test_people_of_each_are_counted(self) -> None:
        water = rows("attendance-organisations")["Water Trust"]
        assert (water["names"], water["people"]) == (["Bram Yarrow", "Fenn Rush", "Gil Moss"], 3)
        assert [water[day] for day in ("2031-01-07", "2031-02-07", "2031-05-07", "2031-08-07")] == [2, 1, 2, None]
        assert water["shown_attended"] == "11 of 11"

    def test_named_and_nobody_came_is_a_nought(self) -> None:
        records = [("a", Meeting(meeting=Head(date=AS_OF), apologies=[Person(name="Ada Ash", organisation="Mill")]))]
        pages = attendance(proceedings(records, AS_OF))
        row = next(page for page in pages if page.key == "attendance-organisations").groups[0].rows[0]
        assert (row["2031-12-31"], row["shown_attended"], row["share"]) == (0, "0 of 1", 0.0)

    def test_minutes_that_name_none_have_no_such_table(self) -> None:
        records = [("a", Meeting(meeting=Head(date=AS_OF), attendees=[Person(name="Ada Ash")]))]
        assert [page.key for page in attendance(proceedings(records, AS_OF))] == ["attendance", "attendance-meetings"]


class TestQuorum:
    @pytest.mark.parametrize(
        ("set_to", "there", "away", "expected"),
        [
            (None, 4, 0, (None, None)),
            (3, 2, 5, (3, False)),
            (3, 3, 0, (3, True)),
            ("1/3", 2, 5, (3, False)),  # a third of seven, rounded up
            ("1/3", 2, 4, (2, True)),
            ("1 / 2", 4, 4, (4, True)),
        ],
    )
    def test_of_the_book(self, set_to: int | str | None, there: int, away: int, expected: object) -> None:
        assert quorum(set_to=set_to, there=there, away=away) == expected

    def test_of_one_body_of_several(self) -> None:
        assert quorum(set_to=2, body="B") == (7, False)
        assert quorum(set_to=2, body="C") == (2, True)

    @pytest.mark.parametrize(
        ("text", "needed"),
        [
            ("The chair welcomed all.", None),
            ("The meeting was quorate.", None),
            ("No quorum was needed for this.", None),
            ("The quorum is half of the members.", None),
            ("The quorum of 3 May was questioned.", None),
            ("The quorum was met by 5.", None),
            ("Quorum: 5", 5),
            ("The quorum is four members.", 4),
            ("The quorum of this meeting is 6 trustees.", 6),
            ("A quorum of three was present.", 3),
            ("A quorum of three trustees was present.", 3),
            ("The quorum is 4. It was noted that the quorum is 5.", None),
        ],
    )
    def test_stated_by_the_minutes(self, text: str, needed: int | None) -> None:
        assert quorum("Opening.", text) == (needed, None if needed is None else needed <= 4)

    def test_what_the_minutes_state_goes_before_what_is_set(self) -> None:
        june = rows("attendance-meetings")[date(2031, 6, 7)]
        assert (june["needed"], june["present"], june["quorate"], june["inquorate"]) == (4, 3, False, True)

    def test_it_is_quoted(self) -> None:
        assert [row["said"] for row in PAGES["attendance-quorum"].groups[0].rows] == ["The quorum is four members."]

    def test_deputies_count_and_those_in_attendance_do_not(self) -> None:
        may, january = rows("attendance-meetings")[date(2031, 5, 7)], rows("attendance-meetings")[date(2031, 1, 7)]
        assert (may["members"], may["present"], may["apologies"]) == (6, 6, 1)
        assert (january["present"], january["attending"]) == (6, 1)


class TestRemarks:
    def test_what_the_minutes_say_of_a_presence(self) -> None:
        said = [(row["name"], row["presence"], row["shown_said"]) for row in PAGES["attendance-remarks"].groups[0].rows]
        assert said == [
            ("Cato Sedge", "remote", ["by phone"]),
            ("Cato Sedge", "apologies", ["lambing"]),
            ("Dora May Vetch", "in part", ["for item 3, 4", "from 19:50"]),
            ("Bram Yarrow", "deputy sent", ["deputy: Gil Moss"]),
            ("Gil Moss", "deputy", ["for Bram Yarrow"]),
            ("Fenn Rush", "remote", ["remote"]),
        ]

    def test_of_the_names(self) -> None:
        assert {row["name"]: row["shown_remark"] for row in PAGES["attendance-names"].groups[0].rows} == {
            "Fenn Rush": ["also listed as Rush"],
            "Cato Sedge": ["also listed as Old Sedge", ("left on ", date(2031, 9, 30))],
            "Dora May Vetch": ["also listed as Dora Vetch, D Vetch, DV"],
            "Bram Yarrow": ["also listed as Yarrow"],
        }

    def test_who_is_no_longer_named(self) -> None:
        pages = attendance(held_by(YEAR, since=date(2031, 9, 1)))
        names = next(page for page in pages if page.key == "attendance-names")
        assert [(row["name"], row["shown_remark"]) for row in names.groups[0].rows] == [
            ("Cato Sedge", [("not named after ", date(2031, 9, 7))])
        ]


class TestNotes:
    def test_what_it_covers(self) -> None:
        assert PAGES["attendance"].notes[1:] == [
            "Attended counts from the first meeting that names a member to the last one, for the roster to the latest.",
            "12 records, 9 people from 7 January 2031 to 7 December 2031; as of 2031-12-31.",
            "Not counted, as the minutes name nobody: Meeting of 7 August 2031.",
            "On the roster, and named in none of these minutes: Nessa Pike.",
        ]
        assert all(page.covered and page.covered.meetings == 12 for page in PAGES.values())

    def test_nothing_to_report_on_says_the_next_step(self) -> None:
        assert "minutes parse FILE" in attendance(proceedings([], AS_OF))[0].notes[0]
        silent = attendance(proceedings([("a", Meeting(meeting=Head(date=AS_OF)))], AS_OF))
        assert [page.key for page in silent] == ["attendance"]
        assert "minutes trace FILE" in silent[0].notes[0]


@settings(max_examples=20)
@given(st.permutations(RECORDS))
def test_the_order_of_the_records_changes_nothing(records: list[tuple[str, Meeting]]) -> None:
    found: list[Report] = attendance(proceedings(records, AS_OF, BOOK), BOOK)
    assert found == list(PAGES.values())
