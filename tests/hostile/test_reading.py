"""Bad documents: one clear sentence, exit status 2, in time and in memory, never a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from frankpledge.reading import limited, read, read_bytes
from tests.hostile.bad_documents import bomb, book
from tests.reading import documents

SECONDS = 10
MEGABYTES = 500
HEAVIEST = ("a zip bomb", "a billion laughs", "a page nested too deeply")


def test_digits_that_are_no_numbers_are_words() -> None:
    """Found by breaking documents at random: a raised two where a number belongs."""
    cell = '<c t="inlineStr" s="\N{SUPERSCRIPT TWO}"><is><t>Action</t></is></c>'
    plan = read(book(f'<row r="\N{SUPERSCRIPT TWO}">{cell}</row>'.encode()))
    assert "Action" in str(plan)
    page = '<table><tr><td colspan="\N{SUPERSCRIPT TWO}">Page \N{SUPERSCRIPT TWO}</td></tr></table>'
    assert read(page.encode())


def test_an_entity_never_reaches_the_plan() -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>a &x; b</p></html>'
    assert "root:" not in str(read(page))


def test_the_command_says_why_and_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(bomb())
    done = command(tmp_path / "plan.docx", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("plan.docx unpacks to far more")


def test_a_file_of_500_mb_is_not_even_opened(tmp_path: Path) -> None:
    with (tmp_path / "huge.xlsx").open("wb") as file:
        file.truncate(500 * 2**20)
    done = command(tmp_path / "huge.xlsx")
    assert (done.returncode, done.stderr) == (
        2,
        "huge.xlsx is larger than 60 MB, and no plan is.\n",
    )


def test_a_folder_gives_one_result_a_file_and_names_those_that_fail(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes(documents.pipes().data)
    (tmp_path / "empty.txt").write_bytes(b"")
    done = command(tmp_path)
    assert done.returncode == 2
    assert "good.txt: Wold Community Safety Partnership Plan" in done.stdout
    assert done.stderr == "empty.txt is empty.\n"


def test_files_beside_the_document_are_never_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    assert read_bytes(documents.pipes().data, "plan.txt")["actions"]


def test_the_process_that_reads_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "not for strangers")
    assert "SECRET_KEY" not in limited.KEPT
    seen: list[object] = []
    real = subprocess.run

    def watched(*arguments: object, **options: object) -> object:
        seen.append(options["env"])
        return real(*arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(limited.subprocess, "run", watched)
    read_bytes(documents.pipes().data)
    assert "not for strangers" not in str(seen)


def test_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(documents.printed().data)
    command(tmp_path / "plan.pdf")
    assert [each.name for each in tmp_path.iterdir()] == ["plan.pdf"]


def test_memory_stays_below_its_limit() -> None:
    script = (
        "import resource; from frankpledge.reading import Unreadable, read_bytes\n"
        "from tests.hostile.bad_documents import BAD\n"
        f"for case in {HEAVIEST}:\n"
        "    try: read_bytes(BAD[case][0](), '')\n"
        "    except Unreadable: pass\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=300
    )
    assert int(done.stdout) < MEGABYTES


def command(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "frankpledge.cli.main", "read", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=SECONDS * 6,
        check=False,
    )
