"""The review page in a real browser: links both ways, keyboard alone, print, a narrow window, what axe-core says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from minutes_cli import review
from tests.browsing import Opened, launched
from tests.conftest import ROOT
from tests.reviewing import review_of
from tests.test_review import HOSTILE, MINUTES

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIXTURES = ROOT / "fixtures"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real browser, for all tests of this file."""
    yield from launched()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages about minutes as a PDF, as Word, and as hostile text; and a list."""
    folder = tmp_path_factory.mktemp("pages")
    hostile = MINUTES.replace("chain", " ".join(HOSTILE.values())).replace("Omar", f"O{HOSTILE['script']}")
    made = {
        "drawn": review.page(review_of((FIXTURES / "board-drawn.pdf").read_bytes(), "board-drawn.pdf")),
        "short": review.page(review_of((FIXTURES / "residents-drawn.pdf").read_bytes(), "residents-drawn.pdf")),
        "brief": review.page(review_of((FIXTURES / "residents-word.docx").read_bytes(), "residents-word.docx")),
        "word": review.page(review_of((FIXTURES / "board-word.docx").read_bytes(), "board-word.docx")),
        "hostile": review.page(review_of(hostile.encode(), "harbour.txt")),
        "index": review.index("Book", [review.Volume("a.pdf", "a.pdf.html", "4 items"), review.Volume("b", "", "no")]),
    }
    paths = {name: folder / f"{name}.html" for name in made}
    for name, page in made.items():
        paths[name].write_text(page, encoding="utf-8")
    return paths


@pytest.mark.parametrize("name", ["drawn", "word"])
@pytest.mark.parametrize("script", [True, False])
def test_enter_leads_from_a_box_to_its_entry_and_back(
    browser: Any, pages: dict[str, Path], name: str, script: bool
) -> None:
    with Opened(browser, pages[name], java_script_enabled=script) as opened:
        boxes = opened.page.locator("[href='#e1-actions-2']").all()
        box = boxes[0]
        place = box.get_attribute("id")
        box.focus()
        opened.page.keyboard.press("Enter")
        assert opened.page.locator("#e1-actions-2:focus").count() == 1
        opened.page.keyboard.press("Enter")
        assert opened.page.locator(f"#{place}:focus").count() == 1
        shown = opened.page.locator(f"#{place} .rect").first if name == "drawn" else box
        at = shown.bounding_box()
        assert 0 <= at["y"] <= 900, "the box is in sight"


def test_a_click_on_a_box_or_on_marked_words_leads_to_the_entry(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["drawn"]) as opened:
        opened.page.locator("#b1-attendees-3-1 .rect").first.click()
        assert opened.active == "e1-attendees-3"
    with Opened(browser, pages["word"]) as opened:
        opened.page.locator(".mark[data-e='e1-attendees-3']").first.click()
        assert opened.active == "e1-attendees-3"


def test_a_pair_lights_up_at_hover_and_at_focus(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["drawn"]) as opened:
        opened.page.locator("#e1-attendees-1").hover()
        assert "lit" in opened.page.locator("#b1-attendees-1-1").get_attribute("class")
        opened.page.locator("#b1-attendees-2-1").focus()
        assert opened.page.locator("li.lit #e1-attendees-2").count() == 1
        opened.page.locator("h1").hover()
        assert "lit" not in opened.page.locator("#b1-attendees-1-1").get_attribute("class")


@pytest.mark.parametrize("name", ["drawn", "word"])
def test_the_keyboard_alone_reaches_every_box(browser: Any, pages: dict[str, Path], name: str) -> None:
    with Opened(browser, pages[name]) as opened:
        first = opened.page.locator("[data-group]").first
        count = first.locator("[data-box]").count()
        for _ in range(20):
            opened.page.keyboard.press("Tab")
            if opened.page.evaluate("document.activeElement.matches('[data-box]')"):
                break
        seen = {opened.active}
        for _ in range(count - 1):
            opened.page.keyboard.press("ArrowDown")
            seen.add(opened.active)
        assert len(seen) == count > 10
        style = "getComputedStyle(document.activeElement.querySelector('.rect, .at') || document.activeElement)"
        assert opened.page.evaluate(f"{style}.outlineStyle") == "solid", "the focus must be seen"
        opened.page.keyboard.press("Home")
        assert opened.active == first.locator("[data-box]").first.get_attribute("id")
        opened.page.keyboard.press("Tab")
        assert not opened.page.evaluate("document.activeElement.matches('[data-box]')"), "one stop a page"


def test_findings_stand_beside_their_lines_and_lead_there(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["drawn"], viewport={"width": 1900, "height": 1000}) as opened:
        note = opened.page.locator(".margin .note").first
        flag = note.get_attribute("data-flag")
        note.scroll_into_view_if_needed()
        opened.page.wait_for_timeout(200)
        beside, there = note.bounding_box(), opened.page.locator(f"#{flag} .at").bounding_box()
        assert beside["x"] > there["x"]
        assert abs(beside["y"] - there["y"]) < 30
        note.locator("a").first.click()
        assert opened.active == flag
        opened.page.keyboard.press("Enter")
        assert opened.active == note.get_attribute("id")


@pytest.mark.parametrize("name", ["drawn", "word", "hostile", "index"])
@pytest.mark.parametrize("width", [320, 2560])
def test_nothing_is_wider_than_the_window(browser: Any, pages: dict[str, Path], name: str, width: int) -> None:
    with Opened(browser, pages[name], viewport={"width": width, "height": 700}) as opened:
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints_with_boxes_and_record_and_without_tools(
    browser: Any, pages: dict[str, Path], tmp_path: Path
) -> None:
    from pdfplumber import open as open_pdf

    path = tmp_path / "printed.pdf"
    with Opened(browser, pages["drawn"]) as opened:
        path.write_bytes(opened.page.pdf(prefer_css_page_size=True, print_background=False))
    with open_pdf(path) as printed:
        texts = [page.extract_text() for page in printed.pages]
        pictures = [len(page.images) for page in printed.pages]
    count = len(review_of((FIXTURES / "board-drawn.pdf").read_bytes(), "board-drawn.pdf").document.pages)
    assert pictures[0] == 1, "the first page stands below the heading"
    assert (sum(pictures), max(pictures)) == (count, 1), "each page whole on a sheet of its own"
    text = "\n".join(texts)
    assert "attendee" in texts[0]
    assert "Attendees (" in text
    assert "Lines of page" not in text


@pytest.mark.parametrize("name", ["short", "brief", "hostile", "index"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1500), ("dark", 320)])
def test_axe_finds_no_violation(browser: Any, pages: dict[str, Path], name: str, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    size = {"width": width, "height": 900}
    with Opened(browser, pages[name], color_scheme=scheme, viewport=size, bypass_csp=True) as opened:
        opened.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        found = axe.Axe().run(opened.page, options={"runOnly": {"type": "tag", "values": WCAG}})
        told = [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found.response["violations"]]
        assert told == []
        assert {"color-contrast", "target-size"} <= {each["id"] for each in found.response["passes"]}
