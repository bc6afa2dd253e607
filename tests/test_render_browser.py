"""The web page in a real browser: sort, filter, keyboard, print, a narrow window, no network, what axe-core says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from minutes_cli.render import render
from minutes_cli.report import action_audit, action_log, attendance, owner_summary
from tests import ledger_board as council
from tests.browsing import Opened, launched
from tests.hostile import WORDS, many
from tests.hostile import reports as hostile_reports
from tests.test_render import REGISTER, REPORTS, YEAR

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real browser, for all tests of this file."""
    yield from launched()


class Sheet(Opened):
    """A report's page in the browser, and what its tables say."""

    def __init__(self, browser: Any, path: Path, **settings: Any) -> None:
        super().__init__(browser, path, **{"viewport": {"width": 1000, "height": 700}, **settings})

    def column(self, number: int) -> list[str]:
        """What a column says, of the rows in sight, over all tables."""
        cells = self.page.locator(f"table[data-rows] tbody tr:visible td:nth-child({number})")
        return [" ".join(words.split()) for words in cells.all_inner_texts()]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.html"
    path.write_text(render(action_log(REGISTER, "owner"), "html"), encoding="utf-8")
    return path


def test_a_column_is_sorted_by_its_facts_and_back(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "audit.html"
    path.write_text(render(owner_summary(REGISTER), "html"), encoding="utf-8")
    report = action_log(REGISTER)
    report.groups = [report.groups[0]]
    report.groups[0].rows = [row for group in action_log(REGISTER).groups for row in group.rows]
    path.write_text(render(report, "html"), encoding="utf-8")
    with Sheet(browser, path) as opened:
        before = opened.column(5)
        due = opened.page.get_by_role("button", name="Due")
        head = opened.page.get_by_role("columnheader", name="Due")
        due.click()
        days = [row["due"] for row in report.groups[0].rows]
        wanted = sorted(
            range(len(days)),
            key=lambda place: (
                (days[place] is None, days[place] or 0, place)
                if days[place] is None
                else (False, days[place].toordinal(), place)
            ),
        )
        assert opened.column(5) == [before[place] for place in wanted]
        assert head.get_attribute("aria-sort") == "ascending"
        assert opened.page.get_by_role("status").inner_text() == "Sorted by Due, ascending."
        due.click()
        dated = [place for place in wanted if days[place] is not None]
        assert opened.column(5)[0] == before[dated[-1]]
        assert opened.column(5)[-1] == before[wanted[-1]], "what has no date stays last"
        due.click()
        assert opened.column(5) == before
        assert head.get_attribute("aria-sort") is None


def test_numbers_are_sorted_as_numbers(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "audit.html"
    path.write_text(render(action_audit(REGISTER)[-1], "html"), encoding="utf-8")
    with Sheet(browser, path) as opened:
        heads = opened.page.locator("th").all_inner_texts()
        place = next(number for number, words in enumerate(heads, 1) if words.startswith("Age"))
        opened.page.get_by_role("button", name="Age").click()
        ages = [int(words) for words in opened.column(place)]
        assert ages == sorted(ages)


def test_rows_are_filtered_by_words_and_status(browser: Any, log: Path) -> None:
    with Sheet(browser, log) as opened:
        every = len(opened.column(3))
        opened.page.get_by_label("Filter rows by words").fill("RESERVES policy")
        assert set(opened.column(3)) == {"Bring a revised reserves policy with three scenarios for the rent roll."}
        assert opened.page.get_by_role("status").inner_text() == f"2 of {every} rows shown."
        assert opened.page.locator("h2:visible").count() == 2, "owners without a row in sight have no heading"
        opened.page.get_by_label("Filter rows by words").fill("")
        opened.page.get_by_label("Status").select_option("overdue")
        assert all("overdue" in words for words in opened.column(6))
        assert 0 < len(opened.column(6)) < every
        opened.page.get_by_label("Filter rows by words").fill("no such words")
        assert opened.column(3) == []
        assert opened.page.get_by_role("status").inner_text() == f"0 of {every} rows shown."


def test_everything_can_be_done_with_the_keyboard(browser: Any, log: Path) -> None:
    with Sheet(browser, log) as opened:
        keys, active = opened.page.keyboard, "document.activeElement"
        keys.press("Tab")
        assert opened.page.evaluate(f"{active}.id") == "words"
        keys.type("tell the residents")
        assert len(opened.column(3)) == 1
        keys.press("Control+A")
        keys.press("Delete")
        keys.press("Tab")
        assert opened.page.evaluate(f"{active}.id") == "status"
        keys.press("Tab")
        assert opened.page.evaluate(f"{active}.textContent") == "Ref"
        outline = opened.page.evaluate(f"getComputedStyle({active}).outlineStyle")
        assert outline == "solid", "the focus must be seen"
        keys.press("Enter")
        assert opened.page.locator("th[aria-sort=ascending]").first.inner_text().startswith("Ref")
        keys.press("Space")
        assert opened.page.locator("th[aria-sort=descending]").count()


@pytest.mark.parametrize("kind", ["action log", "attendance", "audit", "record"])
def test_nothing_is_wider_than_a_telephone(browser: Any, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "narrow.html"
    path.write_text(render(REPORTS[kind](), "html"), encoding="utf-8")
    with Sheet(browser, path, viewport={"width": 320, "height": 640}) as opened:
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= 320
        labels = opened.page.locator("table:has(thead) tbody tr:visible").first.evaluate(
            "row => Array.from(row.cells, cell => getComputedStyle(cell, '::before').content)"
        )
        assert any(label not in ("none", "normal") for label in labels), "each value says what it is"


def test_it_prints_with_heads_and_without_tools(browser: Any, log: Path) -> None:
    from pdfplumber import open as open_pdf

    with Sheet(browser, log) as opened:
        pdf = log.with_suffix(".pdf")
        pdf.write_bytes(opened.page.pdf(prefer_css_page_size=True))
    with open_pdf(pdf) as printed:
        text = "".join(page.extract_text() for page in printed.pages)
        assert printed.pages[0].width > printed.pages[0].height
    assert "Filter rows" not in text
    assert "Action log" in text
    assert "overdue by" in text


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One page with all that pages have: groups, a matrix, pictures, tables without heads, a report that is empty."""
    made = [REPORTS[kind]() for kind in ("action log", "attendance", "audit", "record", "empty log")]
    several = [report for each in made for report in (each if isinstance(each, list) else [each])]
    path = tmp_path_factory.mktemp("pages") / "everything.html"
    path.write_text(render(several, "html"), encoding="utf-8")
    return path


@pytest.mark.parametrize(("scheme", "width"), [("light", 1000), ("dark", 320)])
def test_axe_finds_no_violation(browser: Any, everything: Path, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    with Sheet(
        browser, everything, color_scheme=scheme, viewport={"width": width, "height": 700}, bypass_csp=True
    ) as opened:
        found = axe.Axe().run(opened.page, options={"runOnly": {"type": "tag", "values": WCAG}})
        told = [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found.response["violations"]]
        assert told == []
        assert {"color-contrast", "label", "button-name"} <= {each["id"] for each in found.response["passes"]}


def test_hostile_words_run_nothing(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    made = [hostile_reports(words) for kind, words in WORDS.items() if kind != "long"]
    path.write_text(
        render([report for each in made for report in (each["any"], each["actions"], *each["audit"])], "html"),
        encoding="utf-8",
    )
    with Sheet(browser, path) as opened:
        assert opened.page.evaluate("document.scripts.length") == 1
        assert opened.page.locator("img, iframe, object, a").count() == 0


def test_a_word_without_end_breaks_no_page(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_text(render(hostile_reports("x" * 3000)["actions"], "html"), encoding="utf-8")
    for width in (320, 1000):
        with Sheet(browser, path, viewport={"width": width, "height": 700}) as opened:
            assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_five_thousand_rows_can_be_sorted_and_filtered(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "many.html"
    path.write_text(render(many(), "html"), encoding="utf-8")
    with Sheet(browser, path) as opened:
        opened.page.get_by_label("Filter rows by words").fill("household 499")
        assert opened.page.get_by_role("status").inner_text() == "15 of 5000 rows shown."
        opened.page.get_by_role("button", name="Ref").click()
        opened.page.get_by_role("button", name="Ref").click()
        assert opened.column(1)[0] == "4999"


def test_without_its_script_the_page_is_a_plain_report(browser: Any, log: Path) -> None:
    with Sheet(browser, log, java_script_enabled=False) as opened:
        assert opened.page.locator("form:visible").count() == 0
        assert opened.page.locator("tbody tr:visible").count() == sum(
            len(g.rows) for g in action_log(REGISTER, "owner").groups
        )


def test_a_matrix_of_many_meetings_scrolls_in_its_own_frame(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "matrix.html"
    path.write_text(render(attendance(YEAR, council.BOOK), "html"), encoding="utf-8")
    with Sheet(browser, path, viewport={"width": 800, "height": 700}) as opened:
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= 800
        assert opened.page.locator(".scroll[tabindex='0'][role=group]").count()
