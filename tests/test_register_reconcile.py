"""What becomes of an action over several meetings: what is applied, what is proposed, and what is let be."""

from __future__ import annotations

import random
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli import store
from minutes_cli.book import Body, Book, Member
from minutes_cli.model import Action, Meeting, Update
from minutes_cli.register import Register, gather
from tests.register_story import BODY, END, day, first, row, sat, standings, told

LETTER = "Write to the county about the lights"
HUT = "Paint the watch hut before the winter"
COAL = "Order the coal for the net loft"
CHAIN = "Replace the chains of the outer row"


def doubts(register: Register) -> list[tuple[str, str, list[str]]]:
    return [
        (each.why, each.sighting.said or (each.sighting.action.text if each.sighting.action else ""), ids_of(each))
        for each in register.proposals
    ]


def ids_of(proposal: object) -> list[str]:
    return [candidate.id for candidate in proposal.candidates]  # type: ignore[attr-defined]


class TestRows:
    def test_another_task_is_another_action(self) -> None:
        register = told(sat(0, row("1", LETTER)), sat(1, row("1", COAL)))
        assert standings(register) == {"2031-01-14/1": ("open", 0), "2031-02-11/1": ("open", 0)}
        assert register.proposals == ()

    @pytest.mark.parametrize(
        ("again", "status"),
        [
            (row("3", LETTER), "open"),
            (row("3", LETTER, status="C/f"), "carried"),
            (row("3", LETTER, status="Closed"), "done"),
            (row("3", "Write to county about the lights.", status="Closed"), "done"),
            (row("3", LETTER, owner="Ann Fell", status="Ongoing"), "in progress"),
            (row("3", LETTER, owner="", status="Dropped"), "dropped"),
        ],
    )
    def test_the_same_action_word_for_word_is_one_entry_with_a_history(self, again: Action, status: str) -> None:
        register = told(sat(0, row("1", LETTER)), sat(1, again))
        assert standings(register) == {"2031-01-14/1": (status, 1)}
        assert first(register).known_as == ("2031-01-14/1", "2031-02-11/3")

    def test_five_meetings_make_one_entry(self) -> None:
        register = told(*(sat(n, row("1", LETTER)) for n in range(5)))
        entry = first(register)
        assert (len(register.entries), len(entry.history), entry.carried) == (1, 4, 4)
        assert [held.actions for held in register.meetings] == [1, 0, 0, 0, 0]
        assert [held.listed for held in register.meetings] == [1] * 5

    def test_each_sighting_has_its_day_words_and_place(self) -> None:
        register = told(sat(0, row("1", LETTER)), sat(1, row("7", LETTER, status="Closed")))
        (sighting,) = first(register).history
        assert (sighting.on, sighting.said, sighting.status) == (day(1), "Closed", "done")
        assert (sighting.record, sighting.page, sighting.line) == ("m1.yaml", 2, 7)
        assert (sighting.matched, sighting.likeness) == ("same words", 100)

    def test_the_same_task_of_somebody_else_is_only_proposed(self) -> None:
        register = told(sat(0, row("1", LETTER)), sat(1, row("1", LETTER, owner="BG", status="C/f")))
        assert len(register.entries) == 2
        assert [why for why, *_ in doubts(register)] == ["owners differ"]

    def test_similar_words_are_only_proposed(self) -> None:
        register = told(sat(0, row("1", LETTER)), sat(1, row("1", "Write to the council about the lights")))
        assert len(register.entries) == 2
        assert [(why, ids) for why, _, ids in doubts(register)] == [("words differ", ["2031-01-14/1"])]
        assert register.proposals[0].entry == "2031-02-11/1"

    def test_two_actions_that_fit_are_both_named(self) -> None:
        twice = sat(0, row("1", LETTER, item="3"), row("2", LETTER, item="6"))
        register = told(twice, sat(1, row("1", LETTER, status="Closed")))
        assert [(why, ids) for why, _, ids in doubts(register)] == [("several fit", ["2031-01-14/1", "2031-01-14/2"])]
        assert [entry.status for entry in register.entries] == ["open", "open", "done"]

    def test_a_task_that_was_not_listed_in_between_is_only_proposed(self) -> None:
        register = told(sat(0, row("1", LETTER)), sat(1, row("1", COAL)), sat(2, row("1", LETTER)))
        assert [why for why, *_ in doubts(register)] == ["not listed in between"]

    def test_unless_its_row_states_how_it_stands(self) -> None:
        register = told(sat(0, row("1", LETTER)), sat(1, row("1", COAL)), sat(2, row("1", LETTER, status="Closed")))
        assert standings(register)["2031-01-14/1"] == ("done", 1)

    def test_after_many_meetings_words_are_no_proof(self) -> None:
        between = [sat(n, row("1", f"Count the boats of row {n}")) for n in range(1, 8)]
        register = told(sat(0, row("1", LETTER)), *between, sat(8, row("1", LETTER, status="Closed")))
        assert standings(register)["2031-01-14/1"] == ("open", 0)

    def test_a_new_task_in_the_words_of_one_closed_long_ago_is_new(self) -> None:
        closed = sat(1, row("1", LETTER, status="Closed"))
        register = told(sat(0, row("1", LETTER)), closed, sat(2, row("1", COAL)), sat(3, row("1", LETTER)))
        assert standings(register)["2031-04-08/1"] == ("open", 0)
        assert register.proposals == ()

    def test_what_was_closed_at_the_last_meeting_is_not_opened_again_by_its_words_alone(self) -> None:
        register = told(sat(0, row("1", LETTER)), sat(1, row("1", LETTER, status="Closed")), sat(2, row("1", LETTER)))
        assert [why for why, *_ in doubts(register)] == ["was closed"]
        assert first(register).status == "done"

    def test_but_by_a_printed_status(self) -> None:
        again = sat(2, row("1", LETTER, status="Ongoing"))
        register = told(sat(0, row("1", LETTER)), sat(1, row("1", LETTER, status="Closed")), again)
        assert standings(register) == {"2031-01-14/1": ("in progress", 2)}

    def test_every_meeting_has_minutes_of_its_own(self) -> None:
        register = told(sat(0, row("1", "Circulate the minutes")), sat(1, row("1", "Circulate the minutes")))
        assert len(register.entries) == 2
        assert [why for why, *_ in doubts(register)] == ["of each meeting"]

    def test_where_open_actions_are_not_listed_again_like_words_are_a_routine(self) -> None:
        others = [row(str(n), f"{task} {n}") for n, task in enumerate((HUT, COAL, CHAIN), start=2)]
        register = told(sat(0, row("1", LETTER), *others), sat(1, row("1", LETTER)))
        assert [why for why, *_ in doubts(register)] == ["few are listed again"]

    def test_a_task_of_few_words_needs_the_same_item(self) -> None:
        register = told(sat(0, row("1", "Ring Hob")), sat(1, row("1", "Ring Hob", item="4"), row("2", COAL)))
        assert len(register.entries) == 3
        register = told(sat(0, row("1", "Ring Hob")), sat(1, row("1", "Ring Hob"), row("2", COAL)))
        assert len(register.entries) == 2

    def test_a_row_that_is_called_new_is_new(self) -> None:
        again = row("1", LETTER)
        again.status_said = "New"
        register = told(sat(0, row("1", LETTER)), sat(1, again))
        assert (len(register.entries), register.proposals) == (2, ())

    def test_another_body_has_its_own_actions(self) -> None:
        other = sat(1, row("1", LETTER, status="Closed"), body="Works Panel")
        register = told(sat(0, row("1", LETTER)), other)
        assert standings(register) == {"TPB/2031-01-14/1": ("open", 0), "WP/2031-02-11/1": ("done", 0)}

    def test_a_person_decides(self) -> None:
        again = row("1", "Ring them up", owner="BG", status="Closed", extra={"same_as": "2031-01-14/1"})
        assert standings(told(sat(0, row("1", LETTER)), sat(1, again))) == {"2031-01-14/1": ("done", 1)}
        anew = row("1", LETTER, extra={"same_as": "new"})
        register = told(sat(0, row("1", LETTER)), sat(1, anew))
        assert (len(register.entries), register.proposals) == (2, ())


class TestReferences:
    def test_references_that_run_on_are_the_identity(self) -> None:
        register = told(
            sat(0, row("AP1", LETTER), row("AP2", HUT)),
            sat(1, row("AP2", f"{HUT}. The paint has come", owner="BG", status="Ongoing"), row("AP3", COAL)),
        )
        assert standings(register) == {"AP1": ("open", 0), "AP2": ("in progress", 1), "AP3": ("open", 0)}
        assert [owner.said for owner in register.entries[1].owners] == ["BG"]

    def test_an_action_listed_before_its_number_keeps_its_identity_and_answers_to_the_number(self) -> None:
        register = told(
            sat(0, row("1", LETTER)), sat(1, row("AP1", LETTER)), sat(2, row("AP2", COAL), arising="AP1: CLOSED")
        )
        assert standings(register) == {"2031-01-14/1": ("done", 2), "AP2": ("open", 0)}
        assert "AP1" in first(register).known_as

    @pytest.mark.parametrize(
        ("line", "status"),
        [
            ("AP1 was discussed", "open"),
            ("AP1: CLOSED", "done"),
            ("AP 1 - now complete", "done"),
            ("AP1 to be carried forward", "carried"),
            ("AP1 is not yet complete", "open"),
        ],
    )
    def test_a_line_that_names_one(self, line: str, status: str) -> None:
        register = told(sat(0, row("AP1", LETTER)), sat(1, row("AP2", COAL), text=line))
        assert standings(register)["AP1"] == (status, 1)
        assert first(register).history[0].said == line

    def test_a_line_that_names_several(self) -> None:
        lists = sat(0, row("AP1", LETTER), row("AP2", HUT), row("AP3", COAL))
        register = told(lists, sat(1, row("AP4", CHAIN), arising="AP1 and AP2 closed; AP3 carried forward."))
        assert {key: status for key, (status, _) in standings(register).items()} == {
            "AP1": "done",
            "AP2": "done",
            "AP3": "carried",
            "AP4": "open",
        }

    def test_a_line_that_only_refers_to_another(self) -> None:
        lists = sat(0, row("AP1", LETTER), row("AP2", HUT))
        register = told(lists, sat(1, row("AP3", COAL), arising="AP1: merged with AP2, closed"))
        assert standings(register) == {"AP1": ("done", 1), "AP2": ("open", 0), "AP3": ("open", 0)}

    @pytest.mark.parametrize("line", ["The price is 36.01 - closed", "The meeting at 36.01. Complete"])
    def test_a_bare_figure_in_a_text_is_no_reference(self, line: str) -> None:
        register = told(sat(0, row("36.01", LETTER)), sat(1, row("37.01", COAL), text=line))
        assert standings(register)["36.01"] == ("open", 0)

    def test_but_at_the_head_of_a_line(self) -> None:
        register = told(sat(0, row("36.01", LETTER)), sat(1, row("37.01", COAL), text="36.01 - closed"))
        assert standings(register)["36.01"] == ("done", 1)

    def test_numbers_of_a_year_when_the_book_says_so(self) -> None:
        late = sat(13, row("1", COAL))
        records = [sat(0, row("1", LETTER)), sat(1, row("1", LETTER, owner="BG", status="Closed")), late]
        register = gather(records, date(2032, 12, 31), Book(numbering="year"))
        assert standings(register) == {"2031/1": ("done", 1), "2032/1": ("open", 0)}

    def test_the_short_name_of_the_body_stands_before_them(self) -> None:
        records = [sat(0, row("AP1", LETTER)), sat(1, row("AP2", COAL)), sat(0, row("1", HUT), body="Works Panel")]
        book = Book(bodies=[Body(name=BODY, short="TP")])
        assert set(standings(gather(records, END, book))) == {"TP/AP1", "TP/AP2", "WP/2031-01-14/1"}


class TestMattersArising:
    BEFORE = (row("1", LETTER), row("2", HUT, owner="BG"), row("3", COAL))

    @pytest.mark.parametrize(
        ("line", "statuses"),
        [
            ("There were none.", ["open", "open", "open"]),
            ("Action 9 - complete.", ["open", "open", "open"]),
            ("Action 1 - complete.", ["done", "open", "open"]),
            ("Actions 1 and 3 were completed.", ["done", "open", "done"]),
            ("Action 2: BG has bought the paint. Carried forward.", ["open", "carried", "open"]),
            (f"{HUT} - BG to finish in May, ongoing", ["open", "in progress", "open"]),
            (f"{LETTER}. This has been closed.", ["done", "open", "open"]),
            (f"BG asked whether to {LETTER}, as the survey is complete", ["open", "open", "open"]),
            ("Action 1: complete the form by May", ["open", "open", "open"]),
        ],
    )
    def test_a_line_says_how_an_action_of_the_last_list_stands(self, line: str, statuses: list[str]) -> None:
        register = told(sat(0, *map(msgspec.structs.replace, self.BEFORE)), sat(1, row("1", CHAIN), arising=line))
        assert [entry.status for entry in register.entries[:3]] == statuses

    def test_names_that_were_read_as_an_action_are_not_found_in_lines(self) -> None:
        names = row("1", "Ann Fell / Bryn Gale", owner="")
        register = told(sat(0, names, row("2", HUT)), sat(1, arising="Ann Fell / Bryn Gale to paint the hut. Closed"))
        assert first(register).history == ()

    def test_a_line_about_something_else_is_only_proposed(self) -> None:
        register = told(sat(0, row("1", LETTER)), sat(1, arising="Action 1 - the boats were painted, complete"))
        assert first(register).status == "open"
        assert [why for why, *_ in doubts(register)] == ["words differ"]

    def test_elsewhere_action_1_may_be_one_of_this_meeting(self) -> None:
        register = told(sat(0, row("1", LETTER)), sat(1, row("1", COAL), text="Action 1 - complete."))
        assert first(register).status == "open"

    def test_a_line_that_was_read_as_a_marked_action_is_none(self) -> None:
        mark = row("1", "complete.", owner="", how="marker", item="2")
        register = told(sat(0, row("1", LETTER)), sat(1, mark, arising="Action 1 - complete."))
        assert standings(register) == {"2031-01-14/1": ("done", 1)}

    def test_nor_is_one_elsewhere_that_is_nothing_but_a_status(self) -> None:
        mark = row("1", "CLOSED", owner="", how="marker", item="4")
        register = told(sat(0, row("AP1", LETTER)), sat(1, mark, row("AP2", COAL), text="AP1: CLOSED"))
        assert standings(register) == {"AP1": ("done", 1), "AP2": ("open", 0)}

    def test_but_no_action_is_lost_by_it(self) -> None:
        mark = row("8", "order paint, closed by May", owner="", how="marker", item="2", status="Closed")
        register = told(sat(0, row("1", LETTER)), sat(1, mark, arising="Action 8 - order paint, closed by May"))
        assert "2031-02-11/8" in standings(register)


class TestReports:
    @pytest.mark.parametrize(
        "text",
        [
            "AF will write to the county about the lights.",
            "AF has not written to the county about the lights.",
            "The county had been asked for its accounts.",
            "AF reported that the hut had been painted.",
        ],
    )
    def test_what_proposes_nothing(self, text: str) -> None:
        assert told(sat(0, row("1", LETTER)), sat(1, row("1", COAL), text=text)).proposals == ()

    @pytest.mark.parametrize(
        "text",
        [
            "AF reported that the county had been written to about the lights.",
            "Ann Fell said that the letter about the lights had been sent to the county.",
            "The county has now been written to about the lights.",
        ],
    )
    def test_what_is_told_in_passing_is_proposed_and_nothing_is_changed(self, text: str) -> None:
        register = told(sat(0, row("1", LETTER)), sat(1, row("1", COAL), text=text))
        entry = first(register)
        assert (entry.status, entry.history) == ("open", ())
        assert entry.proposed_for_closure
        assert [(why, said) for why, said, _ in doubts(register)] == [("told in passing", text)]

    def test_a_proposal_ends_when_a_person_has_spoken(self) -> None:
        updates = [Update(on=day(1), note="not so: only drafted")]
        records = [
            sat(0, row("1", LETTER, updates=updates)),
            sat(1, row("1", COAL), text="AF wrote to the county on the lights."),
        ]
        assert told(*records).proposals == ()


class TestStanding:
    def test_what_is_said_after_the_day_is_not_heard(self) -> None:
        records = [sat(0, row("1", LETTER)), sat(1, row("1", LETTER, status="Closed"))]
        assert first(told(*records, as_of=day(0))).status == "open"
        assert first(told(*records, as_of=day(1))).status == "done"

    def test_updates_of_people_and_words_of_minutes_are_one_history(self) -> None:
        updates = [Update(on=date(2031, 1, 20), note="rang them", due=date(2031, 2, 20))]
        register = told(sat(0, row("1", LETTER, updates=updates)), sat(1, row("1", LETTER, status="C/f")))
        entry = first(register)
        assert [(each.matched, each.said) for each in entry.history] == [
            ("by hand", "rang them"),
            ("same words", "C/f"),
        ]
        assert [update.note for update in entry.updates] == ["rang them", "C/f"]

    def test_an_update_beside_a_later_row_is_heard(self) -> None:
        later = row("1", LETTER, updates=[Update(on=date(2031, 3, 1), status="done")])
        entry = first(told(sat(0, row("1", LETTER)), sat(1, later)))
        assert (entry.status, entry.closed_on) == ("done", date(2031, 3, 1))

    def test_what_is_closed_is_shown_until_the_next_meeting_and_then_archived(self) -> None:
        records = [sat(0, row("1", LETTER)), sat(1, row("1", LETTER, status="Closed"))]
        assert [first(told(*records)).archived, first(told(*records, sat(2))).archived] == [False, True]
        assert not first(told(*records, sat(2), as_of=day(1))).archived

    def test_a_revised_date_stands_beside_the_first_and_is_counted_when_it_slips(self) -> None:
        register = told(
            sat(0, row("1", LETTER, due="next meeting")),
            sat(1, row("1", LETTER, due="next meeting")),
            sat(2, row("1", LETTER, due="within two weeks")),
            sat(3),
            as_of=day(2),
        )
        entry = first(register)
        assert (entry.first_due, entry.due, entry.slipped) == (day(1), date(2031, 3, 25), 2)
        assert entry.history[0].due == day(2)

    @pytest.mark.parametrize(
        ("line", "due"),
        [
            ("Action 1 - carried forward", day(1)),
            ("Action 1 - done for the next meeting", day(1)),
            ("Action 1 - carried forward to the next meeting", day(2)),
            ("Action 1 - in progress, now due by 9 September 2031", date(2031, 9, 9)),
            ("Action 1 - deferred to April", day(3)),
        ],
    )
    def test_a_line_may_put_an_action_off(self, line: str, due: date) -> None:
        records = [sat(0, row("1", LETTER, due="next meeting")), sat(1, row("1", COAL), arising=line), sat(2), sat(3)]
        entry = first(told(*records))
        assert (entry.first_due, entry.due, entry.slipped) == (day(1), due, int(due != day(1)))

    def test_the_same_words_are_the_same_day_at_every_meeting(self) -> None:
        register = told(*(sat(n, row("1", LETTER, due="within two weeks")) for n in range(3)))
        assert (first(register).due, first(register).slipped) == (date(2031, 1, 28), 0)

    @pytest.mark.parametrize(
        ("as_of", "colour"),
        [(date(2031, 2, 3), "green"), (date(2031, 2, 4), "amber"), (day(1), "amber"), (date(2031, 2, 12), "red")],
    )
    def test_the_colour_by_the_rule(self, as_of: date, colour: str) -> None:
        assert first(told(sat(0, row("1", LETTER, due="next meeting")), sat(1), as_of=as_of)).rag == colour

    def test_what_is_closed_has_no_colour(self) -> None:
        assert first(told(sat(0, row("1", LETTER, status="Closed")))).rag is None

    def test_age_ends_when_it_was_closed(self) -> None:
        entry = first(told(sat(0, row("1", LETTER)), sat(1), sat(2, row("1", LETTER, status="Closed")), sat(3)))
        assert (entry.age_days, entry.age_meetings) == (56, 2)

    def test_the_roster_knows_whom_the_list_does_not(self) -> None:
        book = Book(people=[Member(name="Dai Inch", initials="DI", aliases=["the Warden"])])
        register = gather([sat(0, row("1", LETTER, owner="the Warden"), row("2", COAL, owner="AF"))], END, book)
        assert [owner.person.name for entry in register.entries for owner in entry.owners if owner.person] == [
            "Dai Inch",
            "Ann Fell",
        ]


SERIES = [
    sat(0, row("1", LETTER), row("2", HUT, owner="BG", due="next meeting"), row("3", COAL, owner="CH")),
    sat(
        1, row("1", HUT, owner="BG", status="C/f"), row("2", CHAIN), arising="Action 1 - complete.\nAction 3 - ongoing"
    ),
    sat(
        2,
        row("1", HUT, owner="BG"),
        row("2", CHAIN, status="Ongoing"),
        text="CH has ordered the coal for the net loft.",
    ),
    sat(3, row("AP9", CHAIN, status="Closed"), row("AP10", "Thank the painters of the hut")),
    sat(4, row("AP10", "Thank the painters of the hut", status="Ongoing"), row("AP11", LETTER)),
]


@settings(max_examples=30)
@given(st.randoms(), st.integers(0, 5))
def test_meetings_in_any_order_give_the_same_register(chance: random.Random, number: int) -> None:
    shuffled = SERIES[:number]
    chance.shuffle(shuffled)
    assert gather(shuffled, END) == gather(SERIES[:number], END)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([LETTER, HUT, COAL, CHAIN]), st.sampled_from(["AF", "BG"])), max_size=4))
def test_a_record_written_and_read_again_changes_nothing(tasks: list[tuple[str, str]]) -> None:
    rows = [row(str(number), text, owner) for number, (text, owner) in enumerate(tasks, start=1)]
    records = [*SERIES[:2], sat(5, *rows)]
    again = [(name, _written_and_read(meeting)) for name, meeting in records]
    assert gather(again, END) == gather(records, END)


def _written_and_read(meeting: Meeting) -> Meeting:
    return store.load(store.dump(meeting), "m")


def test_gathering_changes_no_record() -> None:
    before = msgspec.json.encode([meeting for _, meeting in SERIES])
    gather(SERIES, END)
    assert msgspec.json.encode([meeting for _, meeting in SERIES]) == before


def test_an_added_meeting_keeps_the_identities() -> None:
    before: set[str] = set()
    for number in range(1, len(SERIES) + 1):
        known = {name for entry in gather(SERIES[:number], END).entries for name in entry.known_as}
        assert before <= known
        before = known


_SAID = st.text(st.sampled_from("AP12 Action1234 -–:;.,&and closed complete\n/()[]36.01İß’"), max_size=80)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_SAID, _SAID, _SAID), min_size=1, max_size=3))
def test_whatever_minutes_say_no_action_is_lost_and_nothing_fails(told_of: list[tuple[str, str, str]]) -> None:
    records = [
        sat(number, row(f"AP{number + 1}", LETTER), row(ref, words), arising=line, text=line)
        for number, (ref, words, line) in enumerate(told_of)
    ]
    register = gather(records, END)
    known = {name for entry in register.entries for name in entry.known_as}
    assert known >= {action.id for _, meeting in records for action in meeting.actions}
    assert sum(held.actions for held in register.meetings) == len(register.entries)
