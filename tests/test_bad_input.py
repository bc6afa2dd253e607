"""What cannot be read is said in one clear line that names the next step, and leaves nothing behind."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.making import bad

USAGE, UNREADABLE, EDITED = 2, 3, 4
PASSWORD = "wellhead"  # noqa: S105
WHOLE_PDF = ROOT / "fixtures" / "board-drawn.pdf"
WHOLE_OPEN = ROOT / "fixtures" / "board-open.odt"
WHOLE_RICH = ROOT / "fixtures" / "board-rich.rtf"
WHOLE_WORD = ROOT / "fixtures" / "board-word.docx"


def minutes(*words: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would, in a folder of their own."""
    order = [sys.executable, "-m", "minutes_cli", *map(str, words)]
    return subprocess.run(order, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=60)


def one_clear_line(run: subprocess.CompletedProcess[str], code: int, names: str, step: str) -> None:
    """The exit code, and one line on stderr that names the file and the next step."""
    assert run.returncode == code, run.stderr
    assert run.stdout == ""
    lines = run.stderr.strip().splitlines()
    assert len(lines) == 1, run.stderr
    assert lines[0].startswith("minutes: ")
    assert names in lines[0]
    assert re.search(step, lines[0], re.IGNORECASE), lines[0]
    assert "Traceback" not in run.stderr


# name of the file, how its bytes come about, a word of the next step
UNREADABLE_FILES: list[tuple[str, Callable[[], bytes], str]] = [
    ("empty.txt", bad.empty, r"empty"),
    ("empty.pdf", bad.empty, r"empty"),
    ("empty.docx", bad.empty, r"empty"),
    ("blank.txt", bad.blank, r"empty|white space|blank|no text|nothing"),
    ("binary.txt", bad.binary, r"text|PDF|Word"),
    ("binary.pdf", bad.binary, r"PDF"),
    ("README.md", bad.readme, r"no minutes|not minutes"),
    ("truncated.pdf", lambda: bad.truncated_pdf(WHOLE_PDF), r"broken|damaged|incomplete|cut|again"),
    ("truncated.docx", lambda: bad.truncated_word(WHOLE_WORD), r"broken|damaged|incomplete|cut|again"),
    ("locked.pdf", lambda: bad.locked_pdf(PASSWORD), r"--password"),
    ("scanned.pdf", bad.scanned_pdf, r"scan|OCR|text layer"),
    ("old.doc", bad.old_word, r"\.docx"),
    ("old.docx", bad.old_word, r"\.docx|password"),
    ("empty.odt", bad.empty, r"empty"),
    ("truncated.odt", lambda: bad.first_half(WHOLE_OPEN), r"broken|damaged|cut|again"),
    ("bomb.odt", bad.bomb_open, r"PDF"),
    ("entities.fodt", bad.entities_open, r"saved by LibreOffice"),
    ("empty.rtf", bad.empty, r"empty"),
    ("truncated.rtf", lambda: bad.first_half(WHOLE_RICH), r"cut off.*again"),
    ("nested.rtf", bad.nested_rich, r"cut off|no words"),
    ("words.rtf", bad.readme, r"no minutes|not minutes"),
    ("picture.html", bad.picture, r"picture"),
    ("frames.html", bad.frames, r"frame"),
    ("empty.eml", bad.empty, r"empty"),
    ("letter.eml", bad.letter, r"no minutes"),
    ("truncated.eml", bad.truncated_mail, r"cut off.*again"),
    ("letter.rst", bad.readme, r"no minutes|not minutes"),
    ("empty.org", bad.blank, r"empty"),
]


@pytest.mark.parametrize(("name", "made", "step"), UNREADABLE_FILES, ids=[name for name, _, _ in UNREADABLE_FILES])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str, made: Callable[[], bytes], step: str) -> None:
    (tmp_path / name).write_bytes(made())
    run = minutes("parse", name, folder=tmp_path)
    one_clear_line(run, UNREADABLE, name, step)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["board-open.odt", "board-rich.rtf", "board-page.html", "board-pad.md"])
def test_the_name_may_lie(tmp_path: Path, name: str) -> None:
    """A file of one kind that is called another is read for what it is."""
    (tmp_path / "board.txt").write_bytes((ROOT / "fixtures" / name).read_bytes())
    run = minutes("parse", "board.txt", folder=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "Merrowdale Safeguarding Adults Board" in (tmp_path / "board.yaml").read_text(encoding="utf-8")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    run = minutes("parse", "april.pdf", folder=tmp_path)
    one_clear_line(run, UNREADABLE, "april.pdf", r"no such file|not there|does not exist|not found|check")
    assert not list(tmp_path.iterdir())


def test_a_folder_where_a_file_is_meant(tmp_path: Path) -> None:
    (tmp_path / "april.pdf").mkdir()
    run = minutes("parse", "april.pdf", folder=tmp_path)
    one_clear_line(run, USAGE, "april.pdf", r"folder|directory")
    assert not list((tmp_path / "april.pdf").iterdir())


@pytest.mark.parametrize("password", ["", "wrong"])
def test_a_locked_file_with_the_wrong_password(tmp_path: Path, password: str) -> None:
    (tmp_path / "locked.pdf").write_bytes(bad.locked_pdf(PASSWORD))
    run = minutes("parse", "locked.pdf", "--password", password, folder=tmp_path)
    one_clear_line(run, UNREADABLE, "locked.pdf", r"password")
    assert PASSWORD not in run.stderr


def test_a_locked_file_with_its_password(tmp_path: Path) -> None:
    (tmp_path / "locked.pdf").write_bytes(bad.locked_pdf(PASSWORD))
    run = minutes("parse", "locked.pdf", "--password", PASSWORD, folder=tmp_path)
    assert run.returncode == 0, run.stderr
    record = (tmp_path / "locked.yaml").read_text(encoding="utf-8")
    assert "mend the tap" in record
    assert PASSWORD not in record


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_bytes((ROOT / "fixtures" / "board-text.txt").read_bytes())
    run = minutes("parse", "minutes.txt", "-o", "minutes.txt/board.yaml", folder=tmp_path)
    assert run.returncode == USAGE, run.stderr
    assert "Traceback" not in run.stderr
    assert "minutes.txt/board.yaml" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["minutes.txt"]


def test_minutes_are_never_overwritten_by_their_record(tmp_path: Path) -> None:
    source = (ROOT / "fixtures" / "board-text.txt").read_bytes()
    (tmp_path / "minutes.txt").write_bytes(source)
    run = minutes("parse", "minutes.txt", "-o", "minutes.txt", folder=tmp_path)
    assert run.returncode in (USAGE, EDITED), run.stderr
    assert (tmp_path / "minutes.txt").read_bytes() == source


NO_SUCH_STATUS = "schema: 1\nmeeting: {body: A}\nactions: [{id: a, ref: '1', text: t, how: x, status: gone}]\n"
BROKEN_RECORDS = [
    ("broken YAML", "meeting: [1, 2\nactions:\n", r"\.yaml:\d+"),
    ("another shape", NO_SUCH_STATUS, r"status"),
    ("a newer schema", "schema: 2\nmeeting: {body: A}\n", r"newer|upgrade"),
]


@pytest.mark.parametrize(
    ("text", "step"), [case[1:] for case in BROKEN_RECORDS], ids=[case[0] for case in BROKEN_RECORDS]
)
@pytest.mark.parametrize("command", ["show", "actions", "check"])
def test_a_record_that_cannot_be_read(tmp_path: Path, command: str, text: str, step: str) -> None:
    (tmp_path / "board.yaml").write_text(text, encoding="utf-8")
    run = minutes(command, "board.yaml", folder=tmp_path)
    one_clear_line(run, UNREADABLE, "board.yaml", step)


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "board.txt").write_bytes((ROOT / "fixtures" / "board-text.txt").read_bytes())
    run = minutes("parse", "empty.txt", "board.txt", folder=tmp_path)
    assert run.returncode == UNREADABLE
    assert "empty.txt" in run.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["board.txt", "board.yaml", "empty.txt"]


def test_an_edited_record_is_kept(tmp_path: Path) -> None:
    (tmp_path / "board.txt").write_bytes((ROOT / "fixtures" / "board-text.txt").read_bytes())
    assert minutes("parse", "board.txt", folder=tmp_path).returncode == 0
    record = tmp_path / "board.yaml"
    edited = record.read_text(encoding="utf-8").replace("status: open", "status: done", 1)
    record.write_text(edited, encoding="utf-8")
    run = minutes("parse", "board.txt", folder=tmp_path)
    assert run.returncode == EDITED
    assert "--force" in run.stderr
    assert record.read_text(encoding="utf-8") == edited
