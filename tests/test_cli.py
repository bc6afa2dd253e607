"""The command line: products on standard output, talk on standard error, and the exit code says how it went."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from click.testing import CliRunner

from minutes_cli import __version__, store
from minutes_cli.cli import COMMANDS, main
from minutes_cli.cli.options import Day
from minutes_cli.cli.products import SUFFIXES
from minutes_cli.cli.progress import Progress
from minutes_cli.render import EVERY_FORMAT, FORMATS

MINUTES = """\
FENNICK HARBOUR TRUST

Minutes of the meeting of the Trustees held on 4 March 2031 at 7.30pm in the Net Loft

Present: Nora Quill (NQ) (Chair), Ivo Marsh (IM), Una Teal (UT)
Apologies: Olaf Brand (OB)

1. Moorings
The outer row has worn chains.
ACTION: IM to ask for three prices for chain by 30 April 2031.

2. The shed
The roof leaks again.
ACTION: UT to ask the builder what a new roof would cost.

3. Any other business
There was none.

The meeting closed at 9.05pm.
"""


class Run(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Minutes = Callable[..., Run]


@pytest.fixture
def minutes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Minutes:
    """Run the command in a folder that holds the minutes of one meeting, trust.txt."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    (tmp_path / "trust.txt").write_text(MINUTES, encoding="utf-8")

    def run(*args: str | Path, stdin: str | None = None) -> Run:
        result = CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Run(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def recorded(minutes: Minutes) -> Minutes:
    """The same, with the record made."""
    assert minutes("parse", "trust.txt", "-q").code == 0
    return minutes


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# -- help -------------------------------------------------------------------------------------------------------------


def test_no_arguments_show_help(minutes: Minutes) -> None:
    assert minutes() == minutes("--help")
    assert [name for name in COMMANDS if f"\n  {name} " not in minutes().out] == []


@pytest.mark.parametrize("command", list(COMMANDS))
def test_help_opens_with_two_examples(minutes: Minutes, command: str) -> None:
    run = minutes(command, "--help")
    lines = [line.strip() for line in run.out.splitlines()]
    examples = [line for line in lines if line.startswith(f"minutes {command} ") or line == f"minutes {command}"]
    assert run.code == 0
    assert len(examples) >= 2
    assert lines.index(examples[0]) == 4, "usage, blank, what it does, blank, examples"
    assert max(map(len, run.out.splitlines())) <= 80


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_option_says_what_it_does(command: str) -> None:
    found = main.get_command(click.Context(main), command)
    assert found is not None
    assert [p.name for p in found.params if isinstance(p, click.Option) and not p.help] == []


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_and_option_is_in_the_manual(command: str) -> None:
    manual = (Path(__file__).parent.parent / "docs" / "commands.md").read_text(encoding="utf-8")
    found = main.get_command(click.Context(main), command)
    assert found is not None
    assert f"`minutes {command}" in manual
    options = [p.opts[-1] for p in found.params if isinstance(p, click.Option)]
    assert [option for option in options if f"`{option}" not in manual] == []


def test_version(minutes: Minutes) -> None:
    assert minutes("--version").out == f"minutes {__version__} (minutebook)\n"


def test_formats_by_suffix_are_formats() -> None:
    assert set(SUFFIXES.values()) <= set(EVERY_FORMAT)


# -- parse ------------------------------------------------------------------------------------------------------------


def test_parse_writes_the_record_beside_and_says_what_it_found(minutes: Minutes, tmp_path: Path) -> None:
    run = minutes("parse", "trust.txt")
    assert (run.code, run.out) == (0, "")
    assert run.err.startswith("trust.txt -> trust.yaml: ")
    assert "3 attendees, 1 apology, 3 items, 2 actions" in run.err
    meeting = store.read_record(tmp_path / "trust.yaml")
    assert [each.owners for each in meeting.actions] == [["IM"], ["UT"]]
    assert meeting.source is not None
    assert (meeting.source.file, meeting.source.parser) == ("trust.txt", f"minutebook {__version__}")


def test_parse_twice_gives_the_same_bytes(recorded: Minutes, tmp_path: Path) -> None:
    first = (tmp_path / "trust.yaml").read_bytes()
    assert recorded("parse", "trust.txt", "-q") == Run(0, "", "")
    assert recorded("parse", "trust.txt", "-o", "-", "-q").out.encode() == first


def test_parse_from_standard_input_to_standard_output(minutes: Minutes, tmp_path: Path) -> None:
    run = minutes("parse", "-", stdin=MINUTES)
    assert run.code == 0
    assert len(yaml.safe_load(run.out)["actions"]) == 2
    assert run.err.startswith("standard input: ")
    assert files(tmp_path) == ["trust.txt"]


def test_several_records_on_standard_output_are_apart(minutes: Minutes, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(MINUTES, encoding="utf-8")
    assert len(list(yaml.safe_load_all(minutes("parse", "trust.txt", "b.txt", "-o", "-").out))) == 2


def test_parse_into_a_folder(minutes: Minutes, tmp_path: Path) -> None:
    (tmp_path / "Board 4.3.2031.txt").write_text(MINUTES, encoding="utf-8")
    assert minutes("parse", "trust.txt", "Board 4.3.2031.txt", "-o", "new/records/").code == 0
    assert files(tmp_path / "new") == ["records/Board 4.3.2031.yaml", "records/trust.yaml"]


def test_a_name_that_ends_in_a_date_keeps_it(minutes: Minutes, tmp_path: Path) -> None:
    (tmp_path / "Board 4.3.2031").write_text(MINUTES, encoding="utf-8")
    assert minutes("parse", "Board 4.3.2031").code == 0
    assert "Board 4.3.2031.yaml" in files(tmp_path)


def test_one_failure_does_not_stop_the_rest(minutes: Minutes, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    run = minutes("parse", "none.txt", "trust.txt", "empty.txt", "-q")
    assert run.code == 3
    assert len(run.err.splitlines()) == 2
    assert all(line.startswith("minutes: ") for line in run.err.splitlines())
    assert "trust.yaml" in files(tmp_path)


def test_a_fault_of_the_program_is_told_and_does_not_stop_the_rest(
    minutes: Minutes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from minutes_cli import parse as room

    parse = room.parse

    def faulty(document: Any) -> Any:
        if document.file == "bad.txt":
            raise KeyError("x\x1b[31m")
        return parse(document)

    monkeypatch.setattr(room, "parse", faulty)
    (tmp_path / "bad.txt").write_text(MINUTES, encoding="utf-8")
    run = minutes("parse", "bad.txt", "trust.txt", "-q")
    assert run.code == 3
    assert run.err.startswith("minutes: bad.txt: a fault of minutebook itself (KeyError")
    assert "\x1b" not in run.err
    assert files(tmp_path) == ["bad.txt", "trust.txt", "trust.yaml"]


COLLISIONS: list[tuple[Sequence[str], str]] = [
    (["parse", "trust.txt", "trust.md"], "both be written to trust.yaml"),
    (["parse", "trust.txt", "TRUST.md"], "both be written"),
    (["parse", "trust.txt", "other.txt", "-o", "x.yaml"], "-o x.yaml"),
    (["parse", "trust.txt", "-o", "trust.txt"], "over the minutes"),
    (["parse", "trust.txt", "-o", "other.txt"], "no record"),
    (["parse", "trust.txt", "-o", "none/x.yaml"], "Make the folder none"),
    (["parse", "trust.yaml"], "minutes show trust.yaml"),
    (["parse", "trust.txt", "-o", "trust.txt/"], "cannot be made"),
]


@pytest.mark.parametrize(("args", "says"), COLLISIONS, ids=[" ".join(args) for args, _ in COLLISIONS])
def test_outputs_that_cannot_be_are_refused_and_nothing_is_written(
    minutes: Minutes, tmp_path: Path, args: Sequence[str], says: str
) -> None:
    for name in ("trust.md", "TRUST.md", "other.txt"):
        (tmp_path / name).write_text(MINUTES, encoding="utf-8")
    before = files(tmp_path)
    run = minutes(*args)
    assert run.code == 2
    assert says in run.err
    assert len(run.err.splitlines()) == 1
    assert files(tmp_path) == before
    assert (tmp_path / "other.txt").read_text(encoding="utf-8") == MINUTES


def test_the_same_file_twice_is_read_once(minutes: Minutes) -> None:
    assert len(minutes("parse", "trust.txt", "trust.txt").err.splitlines()) == 1


def test_edits_are_kept_and_force_keeps_tracking(recorded: Minutes, tmp_path: Path) -> None:
    record = tmp_path / "trust.yaml"
    edited = record.read_text(encoding="utf-8").replace("status: open", "status: done", 1)
    record.write_text(edited, encoding="utf-8")
    run = recorded("parse", "trust.txt")
    assert run.code == 4
    assert "--force" in run.err
    assert record.read_text(encoding="utf-8") == edited
    record.write_text(edited.replace("Net Loft", "Net Shed"), encoding="utf-8")
    run = recorded("parse", "trust.txt", "--force", "-q")
    assert run.code == 0
    assert "trust.yaml.bak" in run.err
    assert [each.status for each in store.read_record(record).actions] == ["done", "open"]


def test_findings_are_lines_that_editors_jump_to(minutes: Minutes, tmp_path: Path) -> None:
    (tmp_path / "trust.txt").write_text(MINUTES.replace("IM to ask", "XY to ask"), encoding="utf-8")
    found = [line for line in minutes("parse", "trust.txt").err.splitlines()[1:] if "XY" in line]
    assert found
    assert found[0].startswith("trust.txt:1:")
    assert "XY" not in minutes("parse", "trust.txt", "-q", "-o", "quiet.yaml").err


# -- reports ----------------------------------------------------------------------------------------------------------

REPORTS = ["actions", "owners", "carry-forward"]


@pytest.mark.parametrize("command", REPORTS)
@pytest.mark.parametrize("form", FORMATS)
def test_reports_in_every_format(recorded: Minutes, command: str, form: str) -> None:
    run = recorded(command, "-f", form, "--as-of", "2031-05-01")
    assert (run.code, run.err) == (0, "")
    assert "three prices" in run.out.replace("\n", " ")


@pytest.mark.parametrize("width", ["80", "60"])
def test_the_reference_of_an_action_is_never_broken(
    minutes: Minutes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    tasks = "".join(f"Action: IM to ask firm {number} for its price.\n" for number in range(1, 13))
    (tmp_path / "trust.txt").write_text(MINUTES + tasks, encoding="utf-8")
    run = minutes("owners", "trust.txt")
    assert "2031-03-04/12" in run.out.split()


@pytest.mark.parametrize("path", ["trust.txt", "trust.yaml", "."])
def test_reports_take_minutes_records_and_folders(recorded: Minutes, path: str) -> None:
    found = json.loads(recorded("actions", path, "-f", "json", "--as-of", "2031-05-01").out)
    assert json.dumps(found).count('"2031-03-04/') == 2


def test_folders_are_searched_in_order_and_hidden_ones_are_not(recorded: Minutes, tmp_path: Path) -> None:
    text = (tmp_path / "trust.yaml").read_text(encoding="utf-8")
    for name in ("b/later.yaml", "a/first.yaml", ".hidden/x.yaml"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text.replace("2031-03-04", f"203{len(name) % 9}-03-04"), encoding="utf-8")
    (tmp_path / "minutebook.yaml").write_text("body: Fennick Harbour Trust\n", encoding="utf-8")
    run = recorded("check", ".", "--select", "M106")
    assert "in 3 meetings" in run.err


@pytest.mark.parametrize("command", REPORTS)
def test_an_empty_folder_names_the_next_step(minutes: Minutes, command: str) -> None:
    run = minutes(command)
    assert (run.code, run.out) == (3, "")
    assert run.err == "minutes: There is no record in this folder. Make some with: minutes parse FILE...\n"


def test_a_broken_record_among_others_is_told_and_the_rest_reported(recorded: Minutes, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("schema: 1\nmeeting: {\n", encoding="utf-8")
    run = recorded("actions")
    assert run.code == 3
    assert run.err.startswith("minutes: broken.yaml:3: ")
    assert "three prices" in run.out.replace("\n", " ")


def test_choosing_actions(recorded: Minutes) -> None:
    def chosen(*args: str) -> int:
        run = recorded("actions", "-f", "json", "--as-of", "2031-06-01", *args)
        assert run.code == 0, run.err
        return run.out.count('"2031-03-04/')

    assert chosen() == 2
    assert chosen("--owner", "IM") == 1
    assert chosen("--status", "overdue") == 1
    assert chosen("--status", "done,dropped") == 0
    assert chosen("--body", "harbour") == 2
    assert chosen("--since", "2031-03-05") == 0
    assert chosen("--until", "2031-03-04") == 2


WRONG_OPTIONS = [
    (["actions", "--as-of", "1 May"], "2031-03-04"),
    (["actions", "--status", "finished"], "in progress"),
    (["actions", "-f", "pdf"], "csv"),
    (["actions", "--by", "mood"], "owner"),
    (["actoins"], "Did you mean 'actions'?"),
    (["trust.txt"], "minutes parse trust.txt"),
    (["--nonsense"], "--help"),
    (["parse"], "FILE"),
    (["check", "trust.txt", "--select", "Z9"], "minutes explain"),
    (["explain", "Z999"], "minutes explain"),
]


@pytest.mark.parametrize(("args", "says"), WRONG_OPTIONS, ids=[" ".join(args) for args, _ in WRONG_OPTIONS])
def test_wrong_usage_is_one_line_and_exit_2(recorded: Minutes, args: Sequence[str], says: str) -> None:
    run = recorded(*args)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("minutes: ")
    assert says in run.err
    assert len(run.err.splitlines()) == 1


def test_the_output_names_the_format(recorded: Minutes, tmp_path: Path) -> None:
    assert recorded("actions", "-o", "log.csv") == Run(0, "", "")
    raw = (tmp_path / "log.csv").read_bytes()
    assert b"\r\n" in raw
    assert b"\r\r\n" not in raw
    assert len(list(csv.reader(io.StringIO(raw.decode())))) >= 3
    assert recorded("actions", "-f", "md", "-o", "log.txt").code == 0
    assert "|" in (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert recorded("actions", "-o", "log.csv").code == 0, "a report may be made anew"


@pytest.mark.parametrize("output", ["trust.txt", "trust.yaml", "scan.pdf", ".", "none/log.md"])
def test_reports_never_go_over_minutes_records_or_folders(recorded: Minutes, tmp_path: Path, output: str) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\n")
    before = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}
    run = recorded("actions", "trust.txt", "-o", output)
    assert (run.code, run.out) == (2, "")
    assert "--output" in run.err
    assert {name: (tmp_path / name).read_bytes() for name in files(tmp_path)} == before


def test_reports_never_go_over_the_minutes_behind_a_record(recorded: Minutes, tmp_path: Path) -> None:
    for args in (["actions"], ["owners", "trust.yaml"], ["show", "trust.yaml"]):
        assert recorded(*args, "-o", "trust.txt").code == 2
    assert (tmp_path / "trust.txt").read_text(encoding="utf-8") == MINUTES


def test_minutes_beside_an_edited_record_are_pointed_out(recorded: Minutes, tmp_path: Path) -> None:
    assert recorded("actions", "trust.txt").err == ""
    record = tmp_path / "trust.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("status: open", "status: done", 1), encoding="utf-8")
    run = recorded("actions", "trust.txt")
    assert run.code == 0
    assert "without the tracking in trust.yaml" in run.err
    assert recorded("actions", "trust.yaml").err == ""


# -- the other commands -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["trust.txt", "trust.yaml"])
def test_show(recorded: Minutes, path: str) -> None:
    run = recorded("show", path)
    assert (run.code, run.err) == (0, "")
    assert [word for word in ("Nora Quill", "Olaf Brand", "Moorings", "three prices") if word not in run.out] == []


def test_check_says_what_and_where_and_its_exit_code_how_bad(recorded: Minutes, tmp_path: Path) -> None:
    assert recorded("check", "trust.txt", "--ignore", "M106").code == 0
    (tmp_path / "trust.txt").write_text(MINUTES.replace("IM to ask", "XY to ask"), encoding="utf-8")
    run = recorded("check", "trust.txt")
    assert run.code == 0
    assert "trust.txt:1:" in run.out
    assert " P201 " in run.out
    assert recorded("check", "trust.txt", "--strict").code == 1
    assert recorded("check", "trust.txt", "--strict", "--ignore", "P,A,m").code == 0
    assert {line.split()[1] for line in recorded("check", "trust.txt", "--select", "p2").out.splitlines()} == {"P201"}


def test_check_of_a_record_names_the_minutes_it_was_read_from(minutes: Minutes, tmp_path: Path) -> None:
    (tmp_path / "trust.txt").write_text(MINUTES.replace("IM to ask", "XY to ask"), encoding="utf-8")
    minutes("parse", "trust.txt", "-q")
    assert minutes("check", "trust.yaml").out == minutes("check", "trust.txt").out


def test_explain(minutes: Minutes) -> None:
    assert "What to do" in minutes("explain", "p201").out
    assert minutes("explain", "unknown-initials").out == minutes("explain", "P201").out
    assert len(minutes("explain").out.splitlines()) >= 20


def test_schema(recorded: Minutes, tmp_path: Path) -> None:
    schema = json.loads(recorded("schema").out)
    record = json.loads(json.dumps(yaml.safe_load((tmp_path / "trust.yaml").read_text("utf-8")), default=str))
    jsonschema.validate(record, schema)
    assert recorded("schema", "-o", "minutebook.schema.json").code == 0
    assert json.loads((tmp_path / "minutebook.schema.json").read_text(encoding="utf-8")) == schema


def test_demo_shows_everything_and_keeps_it_when_asked(minutes: Minutes, tmp_path: Path) -> None:
    gone = minutes("demo")
    assert (gone.code, gone.err) == (0, "")
    assert [
        word for word in ("minutes parse", "minutes actions", "minutes owners", "overdue") if word not in gone.out
    ] == []
    assert files(tmp_path) == ["trust.txt"]
    kept = minutes("demo", "board")
    assert kept.code == 0
    assert len(list((tmp_path / "board").glob("*.yaml"))) == 3
    assert minutes("demo", "board") == kept
    assert minutes("carry-forward", "board").code == 0


def test_demo_leaves_other_files_alone(minutes: Minutes, tmp_path: Path) -> None:
    minutes("demo", "board")
    text = next((tmp_path / "board").glob("*.txt"))
    text.write_text("my own", encoding="utf-8")
    assert minutes("demo", "board").code == 2
    assert text.read_text(encoding="utf-8") == "my own"
    assert minutes("demo", "trust.txt").code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(minutes: Minutes, shell: str) -> None:
    run = minutes("completion", shell)
    assert run.code == 0
    assert "_MINUTES_COMPLETE" in run.out


COMPLETED = [
    ("minutes carr", "carry-forward"),
    ("minutes actions --ow", "--owner"),
    ("minutes actions --by m", "meeting"),
]


@pytest.mark.parametrize(("typed", "offered"), COMPLETED)
def test_the_shell_is_offered_what_fits(tmp_path: Path, typed: str, offered: str) -> None:
    count = str(len(typed.split()) - 1)
    asked = {**os.environ, "_MINUTES_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": count}
    assert f"plain,{offered}".encode() in process(folder=tmp_path, env=asked).stdout.splitlines()


def test_a_day_is_an_iso_date() -> None:
    assert Day().convert("2031-03-04", None, None).isoformat() == "2031-03-04"
    for wrong in ("4/3/2031", "2031-3-4", "2031-02-30", ""):
        with pytest.raises(click.BadParameter):
            Day().convert(wrong, None, None)


# -- the process ------------------------------------------------------------------------------------------------------


def process(*args: str, folder: Path, **settings: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *(["-X", "importtime"] if settings.pop("imports", False) else []), "-m", "minutes_cli"]
    return subprocess.run([*command, *args], cwd=folder, capture_output=True, check=False, timeout=60, **settings)


def imported(run: subprocess.CompletedProcess[bytes]) -> set[str]:
    lines = run.stderr.decode("utf-8", "replace").splitlines()
    return {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(process("--help", folder=tmp_path, imports=True))}
    assert "click" in tops
    heavy = {"msgspec", "yaml", "rich", "pypdfium2", "pypdfium2_raw", "pdfplumber", "shutil", "dataclasses", "asyncio"}
    assert tops & heavy == set()


def test_parsing_text_imports_no_reader_of_pdf_or_word(tmp_path: Path) -> None:
    (tmp_path / "trust.txt").write_text(MINUTES, encoding="utf-8")
    tops = {name.split(".")[0] for name in imported(process("parse", "trust.txt", folder=tmp_path, imports=True))}
    assert "msgspec" in tops
    heavy = {"rich", "pypdfium2", "pypdfium2_raw", "pdfplumber", "pdfminer", "PIL", "zipfile", "xml", "asyncio"}
    heavy |= {"dataclasses"}
    assert tops & heavy == set()


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "trust.txt").write_text(MINUTES.replace("worn chains", "worn – “chains” 😀"), encoding="utf-8")
    surroundings = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    run = process("parse", "trust.txt", "-o", "-", folder=tmp_path, env=surroundings)
    assert run.returncode == 0
    assert "worn – “chains” 😀" in run.stdout.decode("utf-8")


def test_terminal_codes_from_a_document_or_a_name_are_not_sent(tmp_path: Path) -> None:
    name = "trust.txt" if os.name == "nt" else "tr\x1b[31must.txt"
    (tmp_path / name).write_text(MINUTES.replace("TRUST", "TRUST \x1b]0;owned\x07").replace("IM to", "XY to"), "utf-8")
    for args in (["parse", name], ["check", name], ["show", name], ["actions", name], ["parse", "none\x1b[2J.txt"]):
        run = process(*args, folder=tmp_path)
        assert b"\x1b" not in run.stdout + run.stderr, args


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGPIPE or /dev/full")
def test_a_reader_that_has_gone_is_no_drama(tmp_path: Path) -> None:
    for args, code in (("demo", 141), ("--help", 1)):
        read, write = os.pipe()
        os.close(read)
        command = [sys.executable, "-m", "minutes_cli", args]
        run = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, cwd=tmp_path, check=False, timeout=60)
        os.close(write)
        assert (run.returncode, run.stderr) == (code, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("args", ["demo", "--help"])
def test_a_full_disk_is_told(tmp_path: Path, args: str) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "minutes_cli", args]
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, check=False, timeout=60)
    assert run.returncode == 2
    assert run.stderr.startswith(b"minutes: standard output cannot be written")
    assert len(run.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize("colour", [True, False])
def test_on_a_terminal(tmp_path: Path, colour: bool) -> None:
    """Progress is shown in a long run, and colour unless NO_COLOR is set."""
    import pty

    script = (
        "from minutes_cli.cli import main, progress, sources; import time; progress.PATIENCE = 0.05; "
        "true = sources.parsed; "
        "sources.parsed = lambda path, reading: (time.sleep(0.6), true(path, reading))[1]; main(prog_name='minutes')"
    )
    (tmp_path / "trust.txt").write_text(MINUTES, encoding="utf-8")
    surroundings = {**os.environ, "TERM": "xterm", "COLUMNS": "80"} | ({} if colour else {"NO_COLOR": "1"})
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", script, "actions", "trust.txt"]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, cwd=tmp_path, env=surroundings) as run:
        os.close(theirs)
        seen = b""
        while True:
            try:
                seen += (chunk := os.read(ours, 65536))
            except OSError:  # Linux says EIO when the other end is closed
                break
            if not chunk:
                break
    os.close(ours)
    assert run.returncode == 0
    assert b"Reading trust.txt" in seen
    assert b"three prices" in seen
    assert (b"\x1b[1mAction log" in seen) == colour


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such clock")
def test_a_terminal_does_not_keep_long_minutes_from_being_shared_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    before = signal.getsignal(signal.SIGALRM)
    threads = threading.active_count()
    with Progress("Reading", 1) as progress:
        progress.step("long.pdf")
        assert threading.active_count() == threads
    assert signal.getsignal(signal.SIGALRM) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise on Windows")
def test_ctrl_c_ends_quietly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "minutes_cli", "parse", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as run:
        time.sleep(1)
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=20)
    assert run.returncode == 130
    assert err.strip() == b"minutes: stopped."
