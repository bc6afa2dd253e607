"""Reports as files of other programs, and a file for each owner: where they go, and what is never overwritten."""

from __future__ import annotations

import io
import zipfile
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from minutes_cli.cli.letters import _plain
from tests.test_cli import MINUTES, Minutes, minutes, recorded

__all__ = ["minutes", "recorded"]

AS_OF = ("--as-of", "2031-05-20")
BOOK = """\
body: Fennick Harbour Trust
people:
- {name: Ivo Marsh, initials: IM, email: ivo@fennick.example}
"""
FOUR = MINUTES.replace(
    "There was none.",
    "ACTION: Clerk to find the key.\nACTION: CON to count the buoys.\nACTION: all to note the tides.",
)


class TestFiles:
    @pytest.mark.parametrize("form", ["xlsx", "docx"])
    def test_a_file_is_named_by_its_suffix(self, recorded: Minutes, tmp_path: Path, form: str) -> None:
        assert recorded("actions", *AS_OF, "-o", f"log.{form}").code == 0
        content = (tmp_path / f"log.{form}").read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None

    @pytest.mark.parametrize(
        ("name", "begins"), [("a.html", "<!DOCTYPE"), ("a.htm", "<!DOCTYPE"), ("a.ics", "BEGIN:VC")]
    )
    def test_so_are_pages_and_calendars(self, recorded: Minutes, tmp_path: Path, name: str, begins: str) -> None:
        assert recorded("actions", *AS_OF, "-o", name).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)

    def test_a_report_made_here_is_made_anew_and_what_somebody_worked_on_is_not(
        self, recorded: Minutes, tmp_path: Path
    ) -> None:
        for form in ("xlsx", "docx"):
            path = tmp_path / f"log.{form}"
            for day in ("2031-05-20", "2031-06-20"):
                run = recorded("actions", "--as-of", day, "-o", path)
                assert (run.code, run.err) == (0, "")
        document = docx.Document(str(tmp_path / "log.docx"))
        document.add_paragraph("Agreed by the chair.")
        document.core_properties.modified = document.core_properties.modified.replace(year=2032)
        document.save(str(tmp_path / "log.docx"))
        run = recorded("actions", *AS_OF, "-o", "log.docx")
        assert run.code == 2
        assert "a report that was worked on, and was left as it is" in run.err

    @pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"%PDF-1.7", b"\xd0\xcf\x11\xe0old"])
    def test_minutes_are_never_overwritten(self, recorded: Minutes, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "minutes.docx"
        path.write_bytes(content)
        assert recorded("actions", "trust.yaml", *AS_OF, "-o", path).code == 2
        assert path.read_bytes() == content

    def test_minutes_in_word_are_never_overwritten(self, recorded: Minutes, tmp_path: Path) -> None:
        path = tmp_path / "minutes.docx"
        docx.Document().save(str(path))
        before = path.read_bytes()
        assert recorded("actions", "trust.yaml", *AS_OF, "-o", path).code == 2
        assert path.read_bytes() == before

    @pytest.mark.parametrize("form", ["xlsx", "docx"])
    def test_no_workbook_goes_to_a_terminal(self, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
        from minutes_cli.cli.options import Product
        from minutes_cli.cli.products import rendered
        from minutes_cli.errors import UsageProblem

        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        with pytest.raises(UsageProblem, match="not for a terminal") as problem:
            rendered([], Product(form, None))
        assert problem.value.hint == f"Write it to a file: -o report.{form}"

    def test_csv_for_excel_begins_with_its_mark(self, recorded: Minutes, tmp_path: Path) -> None:
        recorded("actions", *AS_OF, "-o", "plain.csv")
        recorded("actions", *AS_OF, "--bom", "-o", "excel.csv")
        plain, excel = ((tmp_path / name).read_bytes() for name in ("plain.csv", "excel.csv"))
        assert excel == b"\xef\xbb\xbf" + plain

    def test_a_template_gives_its_looks(self, recorded: Minutes, tmp_path: Path) -> None:
        house = docx.Document()
        house.sections[0].header.paragraphs[0].text = "Fennick Harbour Trust"
        house.save(str(tmp_path / "house.docx"))
        assert recorded("actions", "trust.yaml", *AS_OF, "--template", "house.docx", "-o", "log.docx").code == 0
        assert (
            docx.Document(str(tmp_path / "log.docx")).sections[0].header.paragraphs[0].text == "Fennick Harbour Trust"
        )

    @pytest.mark.parametrize(
        ("args", "said"),
        [
            (("actions", "--template", "none.docx", "-f", "docx"), "cannot be read"),
            (("actions", "--template", "trust.txt", "-f", "docx"), "no Word document"),
            (("actions", "--template", "trust.txt", "-f", "csv"), "--template is for Word documents"),
            (("attendance", "-f", "ics"), "no due dates"),
            (("owners", "-f", "eml"), "--each FOLDER"),
            (("owners", "--each", "drafts", "-f", "csv"), "Use -f with one of: eml, docx, md, html"),
            (("owners", "--each", "drafts", "-o", "x.md"), "Either --each FOLDER or --output FILE"),
            (("owners", "--each", "trust.txt"), "cannot be made"),
        ],
    )
    def test_what_cannot_be_is_said_in_one_line(self, recorded: Minutes, args: tuple[str, ...], said: str) -> None:
        run = recorded(*args)
        assert run.code == 2
        assert said in run.err
        assert run.err.count("\n") == 1

    def test_the_calendar_has_the_meetings_ahead(self, recorded: Minutes, tmp_path: Path) -> None:
        (tmp_path / "minutebook.yaml").write_text(
            "meetings: [{date: 2031-06-03, start: '19:30', name: AGM}]\n", encoding="utf-8"
        )
        assert "SUMMARY:AGM" in recorded("actions", *AS_OF, "-f", "ics").out
        assert "AGM" not in recorded("actions", *AS_OF, "-f", "md").out


class TestEach:
    @pytest.fixture
    def four(self, minutes: Minutes, tmp_path: Path) -> Minutes:
        (tmp_path / "trust.txt").write_text(FOUR, encoding="utf-8")
        (tmp_path / "minutebook.yaml").write_text(BOOK, encoding="utf-8")
        assert minutes("parse", "trust.txt", "-q").code == 0
        return minutes

    def test_each_owner_has_a_draft_and_who_is_left_stands_at_the_end(self, four: Minutes, tmp_path: Path) -> None:
        run = four("owners", "--each", "drafts", *AS_OF)
        written = sorted(path.name for path in (tmp_path / "drafts").iterdir())
        assert (run.code, run.out) == (0, "")
        assert {"ivo-marsh-im.eml", "una-teal-ut.eml"} <= set(written)
        draft = message_from_bytes((tmp_path / "drafts" / "ivo-marsh-im.eml").read_bytes(), policy=default)
        assert str(draft["To"]) == "Ivo Marsh <ivo@fennick.example>"
        assert "three prices" in draft.get_body(("plain",)).get_content()
        files, _, left = run.err.partition("To look at:\n")
        assert files.count("drafts/") == len(written)
        assert "- Una Teal (UT): no address: add email to this person in minutebook.yaml" in left
        assert "Ivo Marsh" not in left

    def test_an_owner_nobody_knows_is_not_written_to(self, four: Minutes, tmp_path: Path) -> None:
        run = four("owners", "--each", "drafts", *AS_OF)
        assert "owners nobody on the attendance list has" in run.err
        for path in (tmp_path / "drafts").iterdir():
            if not path.name.startswith("ivo"):
                assert message_from_bytes(path.read_bytes())["To"] is None

    @pytest.mark.parametrize("form", ["docx", "md", "html"])
    def test_the_same_in_other_formats(self, four: Minutes, tmp_path: Path, form: str) -> None:
        for _ in range(2):
            run = four("owners", "--each", "lists", "-f", form, *AS_OF)
            assert run.code == 0
        path = tmp_path / "lists" / f"ivo-marsh-im.{form}"
        if form == "docx":
            document = docx.Document(str(path))
            text = " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
        else:
            text = path.read_text(encoding="utf-8")
        assert "three prices" in text
        assert "builder" not in text, "nobody is sent the list of somebody else"

    @pytest.mark.parametrize(
        ("owner", "name"),
        [
            ("Ann Forde AF", "ann-forde-af"),
            ("Clerk", "clerk"),
            ("Zoë Ångström", "zoe-angstrom"),
            ("Straße", "strasse"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\Windows\\x", "c-windows-x"),
            ("CON", "owner-con"),
            ("lpt1", "owner-lpt1"),
            ("...", "owner"),
            ("", "owner"),
            ("\u202egnorw", "gnorw"),
            ("a\nb\x00c", "a-b-c"),
            ("李明", "李明"),
            ("Иван", "иван"),
            ("x" * 300, "x" * 60),
            ("\ud83d", "owner"),
            ("Clerk Clerk", "clerk"),
        ],
    )
    def test_a_files_name_is_safe(self, owner: str, name: str) -> None:
        assert _plain(owner) == name

    def test_two_owners_of_one_name_have_two_files(self, minutes: Minutes, tmp_path: Path) -> None:
        text = FOUR.replace("Clerk to find the key", "B-C to find the key").replace("CON to count", "B C to count")
        (tmp_path / "trust.txt").write_text(text, encoding="utf-8")
        minutes("owners", "trust.txt", "--each", "drafts", *AS_OF)
        names = [path.stem for path in (tmp_path / "drafts").iterdir()]
        assert len(names) == len({name.casefold() for name in names})


def test_workbooks_open_with_what_the_command_was_asked_for(recorded: Minutes, tmp_path: Path) -> None:
    recorded("owners", *AS_OF, "-o", "owners.xlsx")
    workbook = load_workbook(tmp_path / "owners.xlsx")
    assert workbook.sheetnames[:2] == ["Owners overview", "Owner summary"]
