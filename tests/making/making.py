"""Which files are made of which minutes, and where they go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.making.sheet import Minutes, read_minutes

WORDS = Path(__file__).parent / "words"
DEMO = Path(__file__).parent / "demo"
TRUTH = Path(__file__).parent / "truth"
SERIES = Path(__file__).parent / "series"


class Form(NamedTuple):
    """One file made of some minutes: its path below the root, and how its bytes come about."""

    path: str
    make: Callable[[], bytes]
    repeatable: bool = True  # the same bytes on every machine; what LibreOffice prints depends on its version


def forms_of(minutes: Minutes) -> list[Form]:
    """The files of one meeting's minutes: text, Word, a PDF by each of two producers, a web page, and so on."""
    from tests.making.as_markdown import markdown_of
    from tests.making.as_office import open_document, rich_text
    from tests.making.as_page import page_of
    from tests.making.as_pdf import drawn, printed
    from tests.making.as_text import text_of
    from tests.making.as_word import word_of

    name = minutes.name
    return [
        Form(f"fixtures/{name}-text.txt", lambda: text_of(minutes).encode()),
        Form(f"fixtures/{name}-word.docx", lambda: word_of(minutes)),
        Form(f"fixtures/{name}-office.pdf", lambda: printed(word_of(minutes), name), repeatable=False),
        Form(f"fixtures/{name}-drawn.pdf", lambda: drawn(minutes)),
        Form(f"fixtures/{name}-page.html", lambda: page_of(minutes).encode()),
        Form(f"fixtures/{name}-pad.md", lambda: markdown_of(minutes).encode()),
        Form(f"fixtures/{name}-open.odt", lambda: open_document(word_of(minutes), name), repeatable=False),
        Form(f"fixtures/{name}-rich.rtf", lambda: rich_text(word_of(minutes), name), repeatable=False),
    ]


def fixtures() -> list[Minutes]:
    """The meetings that the fixtures are made of, by name."""
    return [read_minutes(path) for path in sorted(WORDS.glob("*.yaml"))]


def demo() -> list[Form]:
    """The three meetings of ``minutes demo``, each in another format."""
    from tests.making.as_pdf import drawn
    from tests.making.as_text import text_of
    from tests.making.as_word import word_of

    first, second, third = (read_minutes(path) for path in sorted(DEMO.glob("*.yaml")))
    return [
        Form(f"minutes_cli/demo/{first.name}.pdf", lambda: drawn(first)),
        Form(f"minutes_cli/demo/{second.name}.docx", lambda: word_of(second)),
        Form(f"minutes_cli/demo/{third.name}.txt", lambda: text_of(third).encode()),
    ]


def series() -> list[Form]:
    """The meetings of one board over a year, each as text, as Word and as PDF."""
    return [form for path in sorted(SERIES.glob("*.yaml")) for form in _in_three_forms(read_minutes(path))]


def _in_three_forms(minutes: Minutes) -> list[Form]:
    from tests.making.as_pdf import drawn
    from tests.making.as_text import text_of
    from tests.making.as_word import word_of

    name = f"fixtures/series/{minutes.name}"
    return [
        Form(f"{name}.txt", lambda: text_of(minutes).encode()),
        Form(f"{name}.docx", lambda: word_of(minutes)),
        Form(f"{name}.pdf", lambda: drawn(minutes)),
    ]


def forms() -> Iterator[Form]:
    """Every file to be made: the fixtures with their truths, the series, and the meetings of ``minutes demo``."""
    for minutes in fixtures():
        for form in forms_of(minutes):
            yield form
            yield Form(str(Path(form.path).with_suffix("")) + ".truth.yaml", _truth(minutes.name, Path(form.path).name))
    yield from series()
    yield from demo()


def _truth(name: str, document: str) -> Callable[[], bytes]:
    return lambda: f"document: {document}\n".encode() + (TRUTH / f"{name}.yaml").read_bytes()


def make_all(root: Path) -> None:
    """Write every file below the root folder; a file whose bytes stay as they are is left alone."""
    for form in forms():
        target, content = root / form.path, form.make()
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists() or target.read_bytes() != content:
            target.write_bytes(content)
            print("made", form.path)
