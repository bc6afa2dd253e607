"""Markdown, CSV, JSON and YAML: each keeps its own shape, whatever stands in a document."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from minutes_cli.register import gather
from minutes_cli.render import render
from minutes_cli.render.csv import cell
from minutes_cli.render.markdown import marked, plain
from minutes_cli.report import action_log, record_pages
from tests.register_board import AS_OF, MARCH, RECORDS
from tests.test_render import HOSTILE, OBEYED, one

REGISTER = gather(RECORDS, AS_OF)


class TestMarkdown:
    @pytest.mark.parametrize(
        ("words", "safe"),
        [
            ("AF & EA, 5 % of £3.50 (net)", "AF & EA, 5 % of £3.50 (net)"),
            ("a|b", r"a\|b"),
            ("<b>", "&lt;b&gt;"),
            ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
            ("`x` *y* _z_ [l](u) ~~s~~ \\", r"\`x\` \*y\* \_z\_ \[l\](u) \~\~s\~\~ \\"),
        ],
    )
    def test_marked(self, words: str, safe: str) -> None:
        assert marked(words) == safe

    @pytest.mark.parametrize(
        ("words", "safe"),
        [
            ("a # b", "a # b"),
            ("# a", r"\# a"),
            ("- a", r"\- a"),
            ("1. a", r"1\. a"),
            ("=== a", r"\=== a"),
            ("2031", "2031"),
        ],
    )
    def test_a_block_begins_with_no_mark(self, words: str, safe: str) -> None:
        assert plain(words) == safe

    @given(st.text(st.characters(exclude_categories=["Cs"])))
    @example(HOSTILE.replace("\ud83d", ""))
    @example("|\n|---|")
    def test_a_table_keeps_its_columns_whatever_stands_in_a_cell(self, words: str) -> None:
        text = render(one(words), "md")
        rows = [line for line in text.splitlines() if line.startswith("|")]
        assert len(rows) == 3
        assert len({len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows}) == 1
        assert "<" not in text.replace("<br>", "")

    def test_overdue_is_marked_and_said(self) -> None:
        assert "**carried<br>overdue by 30 days**" in render(action_log(REGISTER), "md")


class TestCsv:
    @pytest.mark.parametrize("harmless", ["", "Write.", "a=b", "1 + 1", "Clerk", "2031-03-04/1"])
    def test_ordinary_cells_stay_as_they_are(self, harmless: str) -> None:
        assert cell(harmless) == harmless

    @pytest.mark.parametrize("formula", ["=1+1", "+44 20", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "\n=1", "＝1"])
    def test_a_cell_that_would_run_has_an_apostrophe(self, formula: str) -> None:
        assert cell(formula).startswith("'")

    def test_it_reads_back_with_a_header_iso_dates_and_the_group(self) -> None:
        text = render(action_log(REGISTER), "csv")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert [row["Id"] for row in rows][:2] == ["2031-03-04/2", "2031-03-04/3"]
        assert rows[0]["Meeting"] == "2031-03-04"
        assert (rows[1]["Due"], rows[1]["First due"], rows[1]["Overdue"]) == ("2031-04-20", "2031-03-31", "yes")
        assert rows[1]["Group (meeting)"] == "Meeting of 4 March 2031"
        assert rows[1]["Section"] == "Held over from earlier meetings"
        assert rows[1]["Owner names"] == "Henrietta Burdock-Vane, Saul Whin"
        assert "\n" not in text.replace("\r\n", "").replace(rows[1]["Action"], "").replace(
            rows[1]["Owner as printed"], ""
        ).replace(rows[1]["Parts"], "")

    def test_several_reports_have_their_names_and_a_line_between_them(self) -> None:
        text = render(record_pages(MARCH), "csv")
        parts = text.split("\r\n\r\n")
        assert len(parts) == 6
        assert all(part.startswith("Report,") for part in parts)
        assert parts[2].splitlines()[1].startswith("Apologies,,Gwen Sorrel")

    @given(st.text(st.characters(exclude_categories=["Cs"])))
    @example('"",\r\n=1')
    def test_no_words_break_out_of_their_cell(self, words: str) -> None:
        rows = list(csv.reader(io.StringIO(render(one(words), "csv"), newline="")))
        assert len(rows) == 2
        assert len(rows[0]) == len(rows[1])


@pytest.mark.parametrize(("form", "load"), [("json", json.loads), ("yaml", yaml.safe_load)])
class TestMachineFormats:
    def test_one_report_is_an_object_and_several_are_a_list(self, form: str, load: Callable[[str], object]) -> None:
        assert isinstance(load(render(action_log(REGISTER), form)), dict)
        assert isinstance(load(render([action_log(REGISTER)], form)), list)
        assert load(render([], form)) == []

    def test_every_field_of_an_action_is_there(self, form: str, load: Callable[[str], dict[str, list[dict]]]) -> None:
        row = load(render(action_log(REGISTER), form))["groups"][0]["rows"][1]
        assert row["id"] == "2031-03-04/3"
        assert str(row["due"]) == "2031-04-20"
        assert row["owners"] == ["HB", "Clerk"]
        assert row["parts"][1] == {"text": "write to the diocese", "owners": ["Clerk"]}
        assert [str(update["on"]) for update in row["updates"]] == ["2031-04-01"]
        assert row["text"] == MARCH.actions[2].text
        assert not [key for key in row if key.startswith("shown_")]

    @given(words=st.text(st.characters(exclude_categories=["Cs"])))
    @example(words=HOSTILE.replace("\ud83d", ""))
    @example(words="19:30")
    @example(words="\x85 \u2028 # - no: 1e3\n\n")
    def test_words_come_back_as_they_were(self, words: str, form: str, load: Callable[[str], dict[str, list]]) -> None:
        text = render(one(words), form)
        assert load(text)["groups"][0]["rows"][0]["text"] == words
        assert not OBEYED.search(text)
