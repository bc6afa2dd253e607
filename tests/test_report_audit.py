"""The audit: what is counted, what is on time, how old, and how it went month by month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.model import Action, Head, Meeting
from minutes_cli.register import Account, Entry, Held, Owner, Register, gather, matching
from minutes_cli.report import Report, action_audit
from tests.ledger_board import AS_OF, BOOK, RECORDS

YEAR = gather(RECORDS, AS_OF, BOOK)
PAGES = {page.key: page for page in action_audit(YEAR, BOOK)}
JANUARY = Held(name="j.yaml", head=Head(body="A", date=date(2031, 1, 7)))


def entry(**said: object) -> Entry:
    """Make an action raised on 7 January 2031."""
    action = Action(id="a/1", ref="1", text="Mend it.", how="log")
    return Entry(**{"told": Account(action=action), "held": JANUARY, "id": "a/1", **said})  # type: ignore[arg-type]


def audit(*entries: Entry, as_of: date = AS_OF) -> dict[str, Report]:
    register = Register(as_of=as_of, meetings=(JANUARY,), entries=entries, records=1)
    return {page.key: page for page in action_audit(register)}


def figures(pages: dict[str, Report]) -> dict[object, tuple[object, object]]:
    return {row["key"]: (row["number"], row["of"]) for group in pages["audit"].groups for row in group.rows}


class TestFigures:
    def test_of_a_year(self) -> None:
        assert figures(PAGES) == {
            "raised": (7, None),
            "closed": (4, 7),
            "done": (3, 7),
            "dropped": (1, 7),
            "on_time": (2, 3),
            "late": (1, 3),
            "open": (3, 7),
            "overdue": (2, 3),
            "no_date": (0, 3),
            "no_owner": (0, 3),
            "age_average": (227.0, None),
            "age_median": (299.0, None),
            "age_oldest": (358, None),
            "time_average": (58.0, None),
            "time_median": (44.0, None),
            "time_longest": (92, None),
            "carried": (0, 7),
            "times_carried": (0, None),
            "slipped": (0, 7),
            "times_slipped": (0, None),
        }

    @pytest.mark.parametrize(
        ("closed_on", "first_due", "due", "on_time", "late"),
        [
            (date(2031, 3, 1), date(2031, 3, 2), None, 1, 0),
            (date(2031, 3, 1), date(2031, 3, 1), None, 1, 0),
            (date(2031, 3, 2), date(2031, 3, 1), None, 0, 1),
            (date(2031, 3, 2), date(2031, 3, 1), date(2031, 4, 1), 0, 1),  # a date that was put off
            (None, date(2031, 3, 1), None, 0, 0),
            (date(2031, 3, 1), None, date(2031, 4, 1), 0, 0),
        ],
    )
    def test_on_time_is_by_the_date_first_given(
        self, closed_on: date | None, first_due: date | None, due: date | None, on_time: int, late: int
    ) -> None:
        found = figures(audit(entry(status="done", closed_on=closed_on, first_due=first_due, due=due or first_due)))
        assert (found["on_time"], found["late"]) == ((on_time, on_time + late), (late, on_time + late))

    def test_what_was_dropped_is_neither_on_time_nor_late(self) -> None:
        day = date(2031, 3, 1)
        found = figures(audit(entry(status="dropped", closed_on=day, first_due=day)))
        assert (found["closed"], found["on_time"], found["late"]) == ((1, 1), (0, 0), (0, 0))

    def test_an_action_that_says_nothing(self) -> None:
        pages = audit(entry())
        found = figures(pages)
        assert (found["no_date"], found["no_owner"]) == ((1, 1), (1, 1))
        assert "age_average" not in found
        assert "audit-oldest" not in pages

    def test_carried_and_put_off(self) -> None:
        found = figures(audit(entry(carried=3), entry(carried=1, slipped=2), entry()))
        assert [found[key] for key in ("carried", "times_carried", "slipped", "times_slipped")] == [
            (2, 3),
            (4, None),
            (1, 3),
            (2, None),
        ]

    def test_a_share_of_nothing_is_no_share(self) -> None:
        row = next(row for group in audit(entry())["audit"].groups for row in group.rows if row["key"] == "on_time")
        assert (row["number"], row["of"], row["share"]) == (0, 0, None)


class TestMonths:
    def test_of_a_year(self) -> None:
        rows = PAGES["audit-months"].groups[0].rows
        assert [(row["raised"], row["closed"], row["open"], row["overdue"]) for row in rows] == [
            (3, 0, 3, 0),
            (0, 1, 2, 0),
            (2, 0, 3, 2),
            (0, 1, 2, 2),
            *[(0, 0, 2, 2)] * 6,
            (1, 0, 3, 2),
            (1, 1, 3, 2),
        ]
        assert (rows[0]["month"], rows[0]["shown_month"]) == (date(2031, 1, 1), "January 2031")
        assert [row["on_time"] for row in rows][:4] == [None, 1.0, None, 0.0]

    def test_what_was_closed_on_an_unknown_day_is_told_of(self) -> None:
        assert PAGES["audit-months"].notes == ["Closed on a day that is not known, so in no month: 1."]

    @pytest.mark.parametrize(
        ("as_of", "overdue"), [(date(2031, 2, 14), 0), (date(2031, 2, 15), 0), (date(2031, 2, 16), 1)]
    )
    def test_the_last_month_ends_with_the_day_of_the_report(self, as_of: date, overdue: int) -> None:
        rows = audit(entry(due=date(2031, 2, 15)), as_of=as_of)["audit-months"].groups[0].rows
        assert [row["overdue"] for row in rows] == [0, overdue]

    def test_actions_of_meetings_without_a_date_are_in_no_month(self) -> None:
        pages = audit(entry(held=Held(name="u", head=Head())))
        assert list(pages) == ["audit", "audit-owners"]

    def test_it_runs_over_the_turn_of_a_year(self) -> None:
        rows = audit(entry(), as_of=date(2032, 2, 1))["audit-months"].groups[0].rows
        assert [row["month"] for row in rows][11:] == [date(2031, 12, 1), date(2032, 1, 1), date(2032, 2, 1)]


class TestOwners:
    def test_each_has_a_row_those_who_left_and_the_unclear_too(self) -> None:
        rows = {row["owner"]: row for row in PAGES["audit-owners"].groups[0].rows}
        assert list(rows) == [
            "Ada Thistle (AT)",
            "Bram Yarrow (BY)",
            "Dora May Vetch (DV)",
            "Edwin Rush (ER)",
            "Cato Sedge (CS): left on 30 September 2031",
            "Rush (may be Edwin Rush or Fenn Rush)",
        ]
        bram = rows["Bram Yarrow (BY)"]
        assert [bram[key] for key in ("name", "raised", "closed", "on_time", "open", "overdue", "oldest")] == [
            *("Bram Yarrow", 3, 2, 1.0, 1, 0, 24)
        ]

    def test_an_action_without_an_owner_is_not_dropped(self) -> None:
        pages = audit(entry(), entry(owners=(Owner(said="Clerk"),)))
        assert [(row["owner"], row["raised"]) for row in pages["audit-owners"].groups[0].rows] == [
            ("Clerk", 1),
            ("No owner", 1),
        ]


class TestOldest:
    def test_the_oldest_come_first(self) -> None:
        assert [(row["id"], row["shown_age"]) for row in PAGES["audit-oldest"].groups[0].rows] == [
            ("2031-01-07/3", 358),
            ("2031-03-07/1", 299),
            ("2031-12-07/1", 24),
        ]

    def test_more_than_ten_are_counted(self) -> None:
        page = audit(*(entry(age_days=n, carried=n) for n in range(13)))["audit-oldest"]
        assert [row["shown_age"] for row in page.groups[0].rows] == list(range(12, 2, -1))
        assert page.groups[0].rows[-1]["shown_carried"] == "3 times"
        assert page.notes == ["And 3 younger. All of them: minutes carry-forward"]


def test_nothing_to_audit_says_so() -> None:
    (page,) = action_audit(gather([], AS_OF))
    assert page.notes[0].startswith("No actions to audit.")
    assert "minutes parse FILE" in page.notes[0]


def test_it_says_what_it_covers() -> None:
    pages = action_audit(matching(YEAR, since=date(2031, 3, 1)))
    assert "10 records, 4 actions, 7 meetings without actions; as of 2031-12-31." in pages[0].notes
    assert all(page.covered and page.covered.filters == ["since 2031-03-01"] for page in pages)


DAYS = st.dates(date(2030, 11, 1), date(2032, 3, 1))


@given(
    st.lists(
        st.builds(
            entry,
            status=st.sampled_from(["open", "in progress", "carried", "done", "dropped"]),
            held=DAYS.map(lambda day: Held(name="m", head=Head(body="A", date=day))),
            closed_on=st.none() | DAYS,
            due=st.none() | DAYS,
        ),
        min_size=1,
        max_size=12,
    )
)
def test_the_months_add_up(entries: list[Entry]) -> None:
    as_of = date(2032, 3, 31)
    pages = audit(*entries, as_of=as_of)
    rows, found = pages["audit-months"].groups[0].rows, figures(pages)
    known = [each for each in entries if not each.is_open and each.closed_on]
    assert sum(row["raised"] for row in rows) == found["raised"][0] == len(entries)  # type: ignore[misc]
    assert found["open"][0] + found["closed"][0] == found["raised"][0]  # type: ignore[operator]
    assert rows[-1]["open"] == found["open"][0]
    for row in rows:
        first = row["month"]
        after = (first + timedelta(days=31)).replace(day=1)  # type: ignore[operator]
        end = min(after, as_of)
        assert row["closed"] == sum(first <= each.closed_on < after for each in known if each.closed_on)
        standing = [
            each
            for each in entries
            if each.held.head.date < after and (each.is_open or (each in known and each.closed_on >= after))  # type: ignore[operator]
        ]
        assert row["open"] == len(standing)
        assert row["overdue"] == sum(each.due is not None and each.due < end for each in standing)


def test_minutes_of_one_meeting_alone_can_be_audited() -> None:
    record = Meeting(meeting=Head(date=date(2031, 12, 1)), actions=[Action(id="x/1", ref="1", text="y", how="z")])
    assert figures({p.key: p for p in action_audit(gather([("a", record)], AS_OF))})["raised"] == (1, None)
