"""What is done aside comes out as if it had been done here."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import NoReturn

import pytest

from minutes_cli import aside, read
from minutes_cli.aside import Begun
from minutes_cli.document import Document
from minutes_cli.errors import SourceUnreadable

FIXTURES = Path(__file__).parent.parent / "fixtures"
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "processors", lambda: 2 if hasattr(os, "fork") else 1)


@forks
def test_it_is_done_by_another_process() -> None:
    assert Begun(os.getpid, int).outcome() != os.getpid()


@pytest.mark.parametrize("is_aside", [False, True])
def test_its_outcome_is_the_same_wherever_it_is_done(is_aside: bool) -> None:
    assert Begun(lambda: ["Ann", "Bo"], list[str], aside=is_aside).outcome() == ["Ann", "Bo"]


@pytest.mark.parametrize("is_aside", [False, True])
def test_what_it_raises_is_raised_here(is_aside: bool) -> None:
    def work() -> NoReturn:
        raise SourceUnreadable("It is torn.", "Mend it.")

    with pytest.raises(SourceUnreadable, match="torn"):
        Begun(work, list[str], aside=is_aside).outcome()


@forks
def test_a_process_that_is_killed_costs_nothing() -> None:
    here = os.getpid()
    assert Begun(lambda: os.kill(os.getpid(), 9) if os.getpid() != here else "done", str).outcome() == "done"


@forks
def test_what_nobody_needs_any_more_leaves_no_process() -> None:
    with Begun(lambda: threading.Event().wait(60), bool) as begun:
        assert os.waitpid(-1, os.WNOHANG) == (0, 0)
        assert begun is not None
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_beside_other_threads_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    rest = threading.Event()
    thread = threading.Thread(target=rest.wait)
    thread.start()
    try:
        assert aside.processors() == 1
        assert Begun(os.getpid, int).outcome() == os.getpid()
    finally:
        rest.set()
        thread.join()


@pytest.mark.parametrize("name", ["board-text.txt", "board-word.docx", "board-office.pdf"])
def test_minutes_begun_aside_are_read_as_ever(name: str) -> None:
    document: Document = read.begin(FIXTURES / name)()
    assert document == read.read(FIXTURES / name)


@pytest.mark.parametrize("name", ["no-such.pdf", "no-such.txt"])
def test_what_is_wrong_with_a_file_is_said_at_once(name: str) -> None:
    with pytest.raises(SourceUnreadable, match="There is no file"):
        read.begin(Path(name))
