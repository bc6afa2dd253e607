"""Long minutes are read by several processes, and it does not show in what is read."""

from __future__ import annotations

import os
from io import BytesIO
from typing import NoReturn

import pytest
from reportlab.pdfgen.canvas import Canvas

from minutes_cli import aside
from minutes_cli.document import Line, Page
from minutes_cli.read import pdf_binding, pdf_shared
from minutes_cli.read.pdf import read_pdf
from minutes_cli.read.pdf_shared import BegunPages


def several(monkeypatch: pytest.MonkeyPatch, processors: int) -> None:
    """Let the program believe in so many processors."""
    for module in (aside, pdf_shared):
        monkeypatch.setattr(module, "processors", lambda: processors)


def minutes(pages: int) -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    for number in range(1, pages + 1):
        canvas.drawString(72, 720, f"{number}. Item of business number {number}")
        canvas.drawString(72, 700, "The harbour master reported; nothing was decided.")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize("pages", [1, 47, 48, 61, 97])
def test_it_does_not_show_who_read_a_page(pages: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = minutes(pages)
    several(monkeypatch, 3)
    shared = read_pdf(data, "long.pdf")
    several(monkeypatch, 1)
    assert shared == read_pdf(data, "long.pdf")
    assert [page.number for page in shared.pages] == list(range(1, pages + 1))
    assert all(isinstance(page.blocks[0], Line) for page in shared.pages)


def test_pages_of_a_process_that_failed_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    several(monkeypatch, 2)
    here = os.getpid()

    def read(first: int, last: int) -> list[Page]:
        if os.getpid() != here:
            raise MemoryError
        return [Page(number=number, blocks=[]) for number in range(first, last + 1)]

    assert [page.number for page in BegunPages(60, read).pages()] == list(range(1, 61))


def test_what_is_wrong_with_a_page_is_said_whoever_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    several(monkeypatch, 2)

    def read(first: int, last: int) -> NoReturn:
        raise ValueError(f"{first} to {last}")

    with pytest.raises(ValueError, match="1 to 30"):
        BegunPages(60, read).pages()


def test_the_library_is_found_by_pypdfium2_where_its_file_is_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_binding, "FILES", ())
    assert pdf_binding._library().FPDF_GetLastError is not None


def test_a_function_that_is_no_pdfium_function_is_none() -> None:
    with pytest.raises(AttributeError):
        pdf_binding.FPDF_NoSuchThing  # noqa: B018
