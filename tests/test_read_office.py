"""Old Word files and their like are read through LibreOffice; without it the message says what to install."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pytest

from minutes_cli.document import Document, Line, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import office, read, read_bytes
from tests.conftest import ROOT

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(1024)
KINDS = [("doc:MS Word 97", ".doc"), ("xml:MS Word 2003 XML", ".xml")]


def words_of(document: Document) -> list[str]:
    found: list[str] = []
    for page in document.pages:
        for block in page.blocks:
            found += [block.text] if isinstance(block, Line) else [c.text for row in block.rows for c in row.cells]
    return found


@pytest.mark.parametrize(("kind", "suffix"), KINDS, ids=[suffix for _, suffix in KINDS])
def test_an_old_file_reads_like_the_word_file_it_was(
    soffice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, suffix: str
) -> None:
    word = ROOT / "fixtures" / "governors-word.docx"
    order = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run([*order, "--outdir", str(tmp_path), str(word)], check=True, capture_output=True, timeout=180)
    old = tmp_path / f"governors-word{suffix}"
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(work))
    document = read(old)
    assert words_of(document) == words_of(read(word))
    assert any(isinstance(block, Table) for page in document.pages for block in page.blocks)
    assert document.file == old.name
    assert document.sha256 != read(word).sha256
    assert not list(work.iterdir())


def test_a_damaged_old_file_is_said_to_be(soffice: str) -> None:
    with pytest.raises(SourceUnreadable, match=r"ferry\.doc is a Word 97-2003 document .* damaged, or locked"):
        read_bytes(OLD, "ferry.doc")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with no programs but those put into the folder given."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_PLACES", ())
    return tmp_path


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (OLD, "ferry.doc"),
        (b'<?xml version="1.0"?><w:d xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>', "ferry.xml"),
        (b"\xffWPC\x10\0\0\0" + bytes(60), "ferry.wpd"),
    ],
)
def test_without_a_program_the_message_says_what_to_install(bare: Path, data: bytes, name: str) -> None:
    with pytest.raises(SourceUnreadable, match="no program that opens it") as caught:
        read_bytes(data, name)
    assert caught.value.exit_code == 3
    assert "apt install libreoffice-writer-nogui" in caught.value.hint
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "data", [OLD[:1000], b"\xffWPC", b"\xffWPC" + bytes(60), b'<?mso-application progid="Word.Document"?>']
)
def test_no_program_is_started_for_a_stub(bare: Path, data: bytes) -> None:
    program(bare, "soffice", f": > {bare}/started")
    with pytest.raises(SourceUnreadable, match="cut off"):
        read_bytes(data, "ferry.doc")
    assert not (bare / "started").exists()


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="needs a POSIX shell")
@pytest.mark.parametrize("name", ["antiword", "catdoc"])
def test_a_small_program_gives_the_text(bare: Path, name: str) -> None:
    program(bare, name, "echo 'Ferry Board'; echo; echo '|Action |Owner |'; echo '|rope   |AQ    |'")
    assert words_of(read_bytes(OLD, "ferry.doc")) == ["Ferry Board", "Action", "Owner", "rope", "AQ"]


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("script", "said"), [("exit 1", "damaged, or locked"), ("/bin/sleep 9 & /bin/sleep 9", "within")]
)
def test_a_program_that_fails_or_hangs_is_given_up(
    bare: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    monkeypatch.setattr(office, "SECONDS", 0.2)
    program(bare, "soffice", script)
    with pytest.raises(SourceUnreadable, match=said):
        read_bytes(OLD, "ferry.doc")


def test_macros_and_network_are_switched_off_before_the_program_starts(bare: Path) -> None:
    program(bare, "soffice", 'for a in "$@"; do case "$a" in -env:*) p="${a#*file://}";; esac; done; '
                             f'/bin/cp "$p/user/registrymodifications.xcu" {bare}/seen')  # fmt: skip
    with pytest.raises(SourceUnreadable):
        read_bytes(OLD, "ferry.doc")
    seen = (bare / "seen").read_text(encoding="utf-8")
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in seen
    assert '"ooInetProxyType" oor:op="fuse"><value>2<' in seen
