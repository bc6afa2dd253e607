"""The house keeps its doors: who may import whom, third parties in their rooms, and sizes that can be read."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).parent.parent / "minutes_cli"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))

DOORS = {"model", "book", "document", "errors", "aside", "wording", "cache"}
"""What every room may import; these import nothing of ours, but ``book`` the common ground of ``model``, and wordings
the place in ``cache`` where they are kept."""

NEIGHBOURS: dict[str, set[str]] = {
    # room: the other rooms it may import from, besides the doors
    "model": set(),
    "book": {"model"},
    "document": set(),
    "errors": set(),
    "aside": {"wording"},
    "wording": {"cache"},
    "cache": set(),
    "vocabulary": set(),
    "read": set(),
    "store": set(),
    "register": {"vocabulary"},
    "parse": {"vocabulary"},
    "check": {"vocabulary", "register"},
    "report": {"register"},
    "publish": {"vocabulary"},
    "export": {"register"},
    "render": {"report"},
    "review": {"render"},  # its door to untrusted words
}
OPEN = {"cli", "batch", "__main__", "__init__"}
"""Where rooms are put together."""

ROOMS_OF = {
    # third party: the rooms that may import it
    "click": {"cli"},
    "rich": {"cli", "render"},
    "pypdfium2": {"read"},
    "pypdfium2_raw": {"read"},
    "pdfplumber": {"read"},
    "pdfminer": {"read"},
    "defusedxml": {"read"},
    "ftfy": {"read"},
    "rapidfuzz": {"register"},
    "numpy": {"read"},
    "cv2": {"read"},
    "onnxruntime": {"read"},
    "rapidocr": {"read"},
    "PIL": {"read"},
    "yaml": {"store", "vocabulary", "render"},
    "fsspec": {"batch"},
    "distributed": {"batch"},
    "pyarrow": {"export"},
    "xlsxwriter": {"render"},
    "docx": {"render"},
    "jinja2": {"render", "review"},
    "markupsafe": {"render", "review"},
    "icalendar": {"render"},
    "msgspec": set(NEIGHBOURS) | {"cli", "batch"},
}
HEAVY = {"ftfy", "pypdfium2", "pypdfium2_raw", "pdfplumber", "pdfminer", "rich"}
HEAVY |= {"numpy", "cv2", "onnxruntime", "rapidocr", "PIL"}
HEAVY |= {"xlsxwriter", "docx", "jinja2", "markupsafe", "icalendar"}
HEAVY |= {"fsspec", "distributed", "pyarrow"}
"""Imported only inside the function that needs them."""
NEVER = {"importlib.metadata", "dataclasses", "requests", "urllib.request", "http.client", "socket"}
"""Never imported: too slow for a start-up, or a way off this machine."""

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "manager", "data", "misc", "common"}
FILE_LINES, FUNCTION_LINES, PARAMETERS = 250, 40, 5
STILL_LONG = {
    # Files that hold two concepts yet: twice the lines, and a little more. A name goes when its file is divided.
}


class Import(NamedTuple):
    """One import: of what, in which module, on which line, and whether at the module's own level."""

    name: str
    path: Path
    line: int
    at_top: bool

    @property
    def place(self) -> str:
        return f"{self.path.relative_to(PACKAGE)}:{self.line}"


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from _imports(tree, path, at_top=True)


def _imports(node: ast.AST, path: Path, *, at_top: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(name.name, path, child.lineno, at_top) for name in child.names)
        elif isinstance(child, ast.ImportFrom):
            module = child.module or ""
            yield from (Import(f"{module}.{name.name}", path, child.lineno, at_top) for name in child.names)
        inner = isinstance(child, ast.FunctionDef | ast.Lambda) or _is_for_types(child)
        yield from _imports(child, path, at_top=at_top and not inner)


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)


ALL = [each for path in MODULES for each in imports(path)]


def test_no_relative_imports() -> None:
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not [n.lineno for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.level], path


def test_every_room_is_known() -> None:
    found = {room_of(path) for path in MODULES}
    assert found <= set(NEIGHBOURS) | OPEN, "a new room needs its line in NEIGHBOURS"


def test_rooms_keep_their_doors() -> None:
    strays = []
    for each in ALL:
        parts = each.name.split(".")
        room = room_of(each.path)
        if parts[0] != "minutes_cli" or room in OPEN:
            continue
        allowed = NEIGHBOURS[room] | {room} | (DOORS if room not in DOORS else set())
        if parts[1] not in allowed and parts[1] != "__version__":
            strays.append(f"{each.place} imports {each.name}")
    assert not strays


def test_third_parties_stay_in_their_rooms() -> None:
    strays = []
    for each in ALL:
        top = each.name.split(".")[0]
        if top in sys.stdlib_module_names or top in ("minutes_cli", "__future__"):
            continue
        if room_of(each.path) not in ROOMS_OF.get(top, set()):
            strays.append(f"{each.place} imports {each.name}")
    assert not strays


def module_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


AT_TOP: dict[str, list[Import]] = {}
for _each in ALL:
    if _each.at_top:
        AT_TOP.setdefault(module_of(_each.path), []).append(_each)


def at_once(start: str) -> Iterator[Import]:
    """Follow what importing a module imports with it."""
    seen, todo = {start}, [start]
    while todo:
        for each in AT_TOP.get(todo.pop(), ()):
            yield each
            parts = each.name.split(".")
            for module in {".".join(parts[:n]) for n in range(1, len(parts) + 1)} - seen:
                seen.add(module)
                todo.append(module)


@pytest.mark.parametrize("path", [p for p in MODULES if p.name == "__init__.py" or room_of(p) in OPEN], ids=module_of)
def test_a_door_opens_nothing_heavy(path: Path) -> None:
    """A command or a room can be imported without the heavy libraries; the modules behind it are called when needed."""
    heavy = [each for each in at_once(module_of(path)) if each.name.split(".")[0] in HEAVY]
    assert not [f"{each.place} imports {each.name}" for each in heavy]


def test_help_imports_only_click() -> None:
    tops = {each.name.split(".")[0] for each in at_once("minutes_cli.cli")}
    assert tops - set(sys.stdlib_module_names) == {"__future__", "minutes_cli", "click"} - set(sys.stdlib_module_names)


def test_nothing_slow_or_off_the_machine_is_imported() -> None:
    strays = [e for e in ALL if any(e.name == name or e.name.startswith(f"{name}.") for name in NEVER)]
    assert not [f"{e.place} imports {e.name}" for e in strays]


def test_the_imports_are_seen(tmp_path: Path) -> None:
    """A guard that sees nothing guards nothing: imports in functions, conditions and methods are found."""
    planted = tmp_path / "planted.py"
    planted.write_text(
        "import rich.table\nif True:\n    import click\n"
        "class A:\n    def f(self):\n        from minutes_cli import read\n",
        encoding="utf-8",
    )
    assert [(e.name, e.at_top) for e in imports(planted)] == [
        ("rich.table", True),
        ("click", True),
        ("minutes_cli.read", False),
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_size_and_name(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.stem not in FORBIDDEN_NAMES
    name = path.relative_to(PACKAGE).as_posix()
    much = name in STILL_LONG
    assert len(text.splitlines()) <= FILE_LINES * (1 + much), "find the second concept and give it its own file"
    long = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            given = len([a for a in [*node.args.posonlyargs, *node.args.args] if a.arg not in ("self", "cls")])
            if lines > FUNCTION_LINES + 10 * much or given > PARAMETERS + _is_command(node) + much:
                long.append(f"{node.name}: {lines} lines, {given} parameters")
    assert not long


def _is_command(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """A command's parameters are its options: it may have one or two more."""
    return 2 if node.decorator_list and "command" in ast.dump(node.decorator_list[0]) else 0


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path in MODULES if not (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").strip(". ")]
    assert not silent
