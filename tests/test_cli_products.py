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

from minutes_cli.cli.letters import FORMS, _plain
from minutes_cli.cli.products import SUFFIXES
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


WRITERS = {
    **{f"actions {suffix}": ("actions", "-o", f"out{suffix}") for suffix in sorted(SUFFIXES)},
    "actions as a table": ("actions", "-o", "out.txt"),
    "carry-forward": ("carry-forward", "-o", "out.md"),
    "decisions": ("decisions", "-o", "out.csv"),
    "attendance": ("attendance", "-o", "out.html"),
    "audit": ("audit", "-o", "out.json"),
    "show": ("show", "trust.yaml", "-o", "out.docx"),
    "trace": ("trace", "trust.txt", "-o", "out.csv"),
    "schema": ("schema", "-o", "out.json"),
    "review": ("review", "trust.txt", "-o", "out.html"),
    "review beside the minutes": ("review", "trust.txt"),
    "review of a folder": ("review", ".", "-o", "out"),
    **{f"each {form}": ("owners", "--each", "out", "-f", form) for form in FORMS},
}
WRITERS["actions .eml"] = ("owners", "--owner", "IM", "-o", "out.eml")


class TestNothingIsLost:
    """Every writer: what it wrote itself it makes anew, what a person has put into it since it leaves as it is."""

    @pytest.mark.parametrize("writer", WRITERS)
    def test_a_file_is_made_anew_until_somebody_works_on_it(
        self, recorded: Minutes, tmp_path: Path, writer: str
    ) -> None:
        before = set(tmp_path.rglob("*"))
        for _ in range(2):
            assert recorded(*WRITERS[writer]).code == 0
        written = {path: path.read_bytes() for path in set(tmp_path.rglob("*")) - before if path.is_file()}
        assert written
        for path, content in written.items():
            path.write_bytes(content + b"\nAgreed by the chair.\n")
        run = recorded(*WRITERS[writer])
        assert run.code == 4
        assert "use --force" in run.err
        for path, content in written.items():
            assert path.read_bytes() == content + b"\nAgreed by the chair.\n"
        run = recorded(*WRITERS[writer], "--force")
        assert run.code == 0
        for path, content in written.items():
            assert path.read_bytes() == content
            assert path.with_name(f"{path.name}.bak").read_bytes() == content + b"\nAgreed by the chair.\n"
            assert f"{path.name}.bak" in run.err
        assert recorded(*WRITERS[writer]).code == 0

    def test_another_report_may_take_the_place_of_an_untouched_one(self, recorded: Minutes, tmp_path: Path) -> None:
        for args in (("actions", "--as-of", "2031-05-20"), ("actions", "--as-of", "2031-06-20"), ("audit",)):
            assert recorded(*args, "-o", "log.xlsx").code == 0

    @pytest.mark.parametrize("content", [b"", b"\n", b" \r\n"])
    def test_a_blank_file_is_written_to(self, recorded: Minutes, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "log.md").write_bytes(content)
        assert recorded("actions", "-o", "log.md").code == 0

    def test_what_is_not_known_is_a_persons(
        self, recorded: Minutes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file is asked about where nothing is remembered, but for one that would be the same."""
        (tmp_path / "notes.md").write_text("Ask Ivo about the chain.", encoding="utf-8")
        run = recorded("actions", "-o", "notes.md")
        assert (run.code, run.err.count("\n")) == (4, 1)
        monkeypatch.setenv("MINUTES_CACHE", "off")
        codes = [recorded("actions", "--as-of", f"2031-05-{day}", "-o", "log.md").code for day in (20, 20, 21)]
        assert codes == [0, 0, 4]

    def test_one_letter_that_was_touched_up_costs_no_other(self, recorded: Minutes, tmp_path: Path) -> None:
        recorded("owners", "--each", "drafts", *AS_OF)
        first, *others = sorted((tmp_path / "drafts").iterdir())
        assert others
        first.write_bytes(first.read_bytes() + b"With thanks.")
        for other in others:
            other.unlink()
        run = recorded("owners", "--each", "drafts", *AS_OF)
        assert run.code == 4
        assert first.name in run.err.partition("To look at:")[2]
        assert sorted((tmp_path / "drafts").iterdir()) == [first, *others]

    def test_neither_minutes_nor_records_give_way_to_force(self, recorded: Minutes, tmp_path: Path) -> None:
        docx.Document().save(str(tmp_path / "minutes.docx"))
        recorded("show", "trust.yaml", "-f", "yaml")
        (tmp_path / "other.yaml").write_bytes((tmp_path / "trust.yaml").read_bytes())
        for name in ("minutes.docx", "other.yaml"):
            before = (tmp_path / name).read_bytes()
            run = recorded("actions", "trust.yaml", "-o", name, "--force")
            assert run.code == 2
            assert (tmp_path / name).read_bytes() == before
            assert not (tmp_path / f"{name}.bak").exists()


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

    def test_a_draft_of_earlier_to_somebody_who_has_done_all_is_told_of(self, four: Minutes, tmp_path: Path) -> None:
        four("owners", "--each", "drafts", *AS_OF)
        own = tmp_path / "drafts" / "own.eml"
        own.write_text("Dear Ivo,", encoding="utf-8")
        assert four("update", "2031-03-04/1", "--status", "done", "--on", "2031-05-07").code == 0
        run = four("owners", "--each", "drafts", *AS_OF)
        assert run.code == 0
        left = run.err.partition("To look at:\n")[2]
        assert left.count("written earlier, and to nobody now; delete it") == 1
        assert "own.eml" not in left

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
