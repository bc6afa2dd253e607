"""LibreOffice opens the workbooks and Word documents, and prints them with all that they say."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pdfplumber
import pytest

from minutes_cli.render import render_file
from tests.hostile import reports as hostile_reports
from tests.test_render import REPORTS

KINDS = ("action log", "owner summary", "attendance", "audit", "record", "no reports")
TRICKS = "=1+1 <w:p/> \x1b[2J\ufffe \u202ex\u202c שלום \U0001f600 _x0041_ {{7*7}} & ]]>"


@pytest.fixture(scope="module")
def printed(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of what LibreOffice printed: one PDF for each workbook and each document."""
    folder = tmp_path_factory.mktemp("office")
    made = {kind: REPORTS[kind]() for kind in KINDS} | {"hostile": hostile_reports(TRICKS)["any"]}
    for form in ("xlsx", "docx"):
        (folder / form).mkdir()
        for kind, reports in made.items():
            (folder / form / f"{kind}.{form}").write_bytes(render_file(reports, form))
        order = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
        files = sorted((folder / form).glob(f"*.{form}"))
        run = subprocess.run([*order, "--outdir", folder / form, *files], capture_output=True, text=True, timeout=180)
        if "no export filter" in run.stderr and form == "xlsx":
            pytest.skip("LibreOffice has no Calc: apt install libreoffice-calc-nogui")
        assert run.returncode == 0, run.stderr
        assert "Error" not in run.stdout + run.stderr
        assert len(list((folder / form).glob("*.pdf"))) == len(files), run.stderr
    return folder


@pytest.mark.parametrize("form", ["xlsx", "docx"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "no reports"])
def test_what_is_printed_is_the_report(printed: Path, form: str, kind: str) -> None:
    with pdfplumber.open(printed / form / f"{kind}.pdf") as pdf:
        text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
        pages = len(pdf.pages)
    reports = REPORTS[kind]()
    for report in [reports] if not isinstance(reports, list) else reports:
        assert report.title in text
        for row in (row for group in report.groups for row in group.rows):
            said = str(row.get("text") or row.get("name") or row.get("figure") or row.get("what") or "")
            assert said.split("\n")[0].split(" ")[0] in text
    assert f"Page {pages} of {pages}" in text


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_hostile_words_are_printed_as_they_are(printed: Path, form: str) -> None:
    with pdfplumber.open(printed / form / "hostile.pdf") as pdf:
        text = "".join(page.extract_text() for page in pdf.pages)
    for trick in ("=1+1", "<w:p/>", "_x0041_", "{{7*7}}"):
        assert trick in "".join(text.split())
