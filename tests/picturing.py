"""The pictures of the README, made from the fictional harbour board: terminal, workbook, document, pages.

    make pictures

Needs Chromium and LibreOffice. What a terminal shows is set by rich and photographed in Chromium; a workbook and a
document are what LibreOffice prints of them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageOps

from minutes_cli.parse import parse
from minutes_cli.read import read
from minutes_cli.register import Register, gather
from minutes_cli.render import render, render_file
from minutes_cli.report import action_audit, action_log, carry_forward

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
AS_OF = date(2031, 9, 30)
WIDE = 1000
"""The width of a picture, in pixels; a README shows no more."""

EDGE = 16
"""The white left around what is printed, in pixels."""

PRINTED = 2.0
"""How many pixels of a picture a point of a printed page takes."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
TERMINAL = """<!DOCTYPE html><meta charset="utf-8"><style>
body { margin: 0; background: #15181d; color: #e6e6e6; padding: 14px 18px; width: max-content; }
pre { font: 14px/1.35 "DejaVu Sans Mono", "Liberation Mono", monospace; margin: 0; }
</style>"""


def board() -> Register:
    """Read the minutes of the harbour board's eight meetings."""
    minutes = sorted((ROOT / "fixtures" / "series").glob("*.txt"))
    return gather([(each.name, parse(read(each))) for each in minutes], AS_OF)


@contextmanager
def browser() -> Iterator[Any]:
    """Open Chromium."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit("Chromium is not installed: apt install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


def terminal(command: str, text: str) -> str:
    """Set what a terminal shows as a page."""
    from io import StringIO

    from rich.console import Console
    from rich.terminal_theme import MONOKAI
    from rich.text import Text

    console = Console(record=True, file=StringIO(), width=100, force_terminal=True)
    console.print(Text.from_ansi(text))
    body = console.export_html(inline_styles=True, code_format="<pre>{code}</pre>", theme=MONOKAI)
    return f"{TERMINAL}<pre>$ {escape(command)}\n\n</pre>{body}"


def photographed(page: Any, content: str, path: Path, *, high: int) -> None:
    """Take a picture of a page, no higher than ``high`` pixels."""
    page.set_content(content)
    size = page.evaluate("[document.documentElement.scrollWidth, document.body.getBoundingClientRect().height]")
    page.set_viewport_size({"width": min(WIDE, size[0]), "height": min(high, int(size[1]) + 1)})
    page.screenshot(path=str(path))
    small(path)


def printed(office: str, content: bytes, path: Path, *, page: int = 0, high: float = 1.0) -> None:
    """Print a workbook or document with LibreOffice, and keep the upper part of a page of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / f"report{path.suffixes[0]}"
        source.write_bytes(content)
        order = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*order, "--outdir", folder, source], check=True, capture_output=True, timeout=120)
        with pypdfium2.PdfDocument(folder / "report.pdf") as pdf:
            image = pdf[page].render(scale=PRINTED).to_pil()
    image = image.convert("RGB").crop((0, 0, image.width, int(image.height * high)))
    left, top, right, bottom = ImageOps.invert(image).getbbox() or (0, 0, *image.size)
    image.crop((max(0, left - EDGE), max(0, top - EDGE), right + EDGE, bottom + EDGE)).save(path)
    small(path)


def small(path: Path) -> None:
    """Keep a picture in few colours: it is text and lines."""
    image = Image.open(path).convert("RGB")
    image.quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    """Make all pictures anew."""
    office = shutil.which("soffice")
    if office is None:
        sys.exit("LibreOffice is not installed: apt install libreoffice-writer libreoffice-calc")
    PICTURES.mkdir(exist_ok=True)
    register = board()
    log, audit = action_log(register), action_audit(register)
    with browser() as opened:
        page = opened.new_page(viewport={"width": WIDE, "height": 600})
        shown = terminal("minutes actions --as-of 2031-09-30", render(log, "table", width=96, colour=True))
        photographed(page, shown, PICTURES / "terminal.png", high=560)
        photographed(page, render(log, "html"), PICTURES / "log.html.png", high=760)
        wanted = [each for each in audit if each.key in ("audit-months", "audit-owners")]
        photographed(page, render(wanted, "html"), PICTURES / "year.html.png", high=900)
    printed(office, render_file(log, "xlsx"), PICTURES / "log.xlsx.png", high=0.42)
    printed(office, render_file(carry_forward(register), "docx"), PICTURES / "carry-forward.docx.png")


if __name__ == "__main__":
    main()
