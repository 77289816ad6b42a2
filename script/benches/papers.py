"""How quickly papers are made of a freeze, beside WeasyPrint on the same content.

script/bench papers [PYTHON]   PYTHON of a throw-away environment with WeasyPrint in it, and with
page-validation, which checks PDF/UA-1; without one, and where uv can make one, it is made and
thrown away again.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

PROMISES, OUTCOMES, CHARTS = 60, 150, 20
DISTRICTS = 10
# As long as people write: with these it is 40 pages.
SAID = "Two officers were lent away in September, and one of them has come back since. "
PROMISED = ", and tell its owner within ten days what was found and what will be done about it"
MEASURED = ", of all that were asked for, compared with the same quarter of the year before"
ASKED = tuple(f"agree what this says of promise {at}, and name who answers." for at in range(24))
BESIDE = """\
import sys, time
started = time.perf_counter()
from weasyprint import HTML
imported, worked = time.perf_counter(), time.process_time()
page = open(sys.argv[1], encoding="utf-8").read()
HTML(string=page).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
print(time.perf_counter() - imported, imported - started, time.process_time() - worked)
"""
CHECKED = """\
import sys
from page import validate_pdf
told = validate_pdf(sys.argv[1], profile="ua1")
print(f"PDF/UA-1: {told.rules.passed} of {told.rules.total} rules kept, by page-validation")
"""


def main() -> None:
    import django

    django.setup()
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
        return
    with tempfile.TemporaryDirectory() as folder:
        for form, seconds, megabytes in (("pdf", 2.0, 400), ("docx", 3.0, 400), ("html", 3.0, 400)):
            alone(form, Path(folder) / f"board.{form}", seconds, megabytes)
        print(f"pages of the PDF: {pages(Path(folder) / 'board.pdf')}")
        in_libreoffice(Path(folder))
        ten_districts()
        beside(Path(folder))


def board(promises: int = PROMISES, charts: int = CHARTS) -> object:
    from frankpledge.papers.composing import compose
    from frankpledge.papers.contents import papers
    from frankpledge.papers.given import Given
    from tests.papers import made

    found = made.sections(promises=promises, outcomes=OUTCOMES // PROMISES, charts=charts)
    for extra, action in enumerate(found["plan"]["actions"]):
        action["words"] += PROMISED
        action["outcomes"] += [made.outcome(90_000 + extra, 3, extra)] if extra % 2 else []
        for outcome in action["outcomes"]:
            outcome["words"] += MEASURED
        for item in found["round"]["requests"][0]["items"]:
            if item["action_id"] == action["pk"]:
                item["answers"][0]["happened"] = SAID * 11
    return compose(papers()["board"], made.source(found, given=Given(recommendations=ASKED)))


def one(form: str, path: Path) -> None:
    """In a process of its own: what it takes, and how much of memory."""
    from frankpledge.papers.writers import FORMATS

    started, worked = time.perf_counter(), time.process_time()
    data = FORMATS[form].write(board()).data  # type: ignore[arg-type]
    took, worked = time.perf_counter() - started, time.process_time() - worked
    path.write_bytes(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{took:.3f} {peak:.0f} {len(data)} {worked:.3f}")


def alone(form: str, path: Path, seconds: float, megabytes: float) -> None:
    ran = subprocess.run(
        [sys.executable, __file__, "--one", form, str(path)],
        capture_output=True,
        check=True,
        text=True,
    )
    took, peak, size, worked = (float(each) for each in ran.stdout.split())
    told(f"{form} from the freeze, first in its process", took, seconds, "s")
    told(f"{form}: memory at its highest", peak, megabytes, "MB")
    print(f"  {worked:.2f} s of processor time; {size / 1024:,.0f} KB")


def in_libreoffice(folder: Path) -> None:
    """Does it open without repair, and lie on about as many pages?"""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        print("LibreOffice is not here, so nobody has opened the Word file in it.")
        return
    words = [office, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "office")]
    ran = subprocess.run([*words, str(folder / "board.docx")], capture_output=True, check=False)
    made = folder / "office" / "board.pdf"
    opened = ran.returncode == 0 and made.is_file()
    print(f"LibreOffice: {pages(made)} pages" if opened else "LibreOffice could not open it.")


def ten_districts() -> None:
    from frankpledge.papers.composing import compose
    from frankpledge.papers.contents import papers
    from frankpledge.papers.writers import formats_for
    from tests.papers import made

    started, worked, count = time.perf_counter(), time.process_time(), 0
    for _ in range(DISTRICTS):
        for kind in papers().values():
            found = made.sections(promises=26, outcomes=2, charts=8)
            paper = compose(kind, made.source(found, audience=kind.audience))
            for form in formats_for(paper):
                form.write(paper)
                count += 1
    took = time.perf_counter() - started
    told(f"every paper of ten districts in every format, {count} files", took, 30, "s")
    print(f"  {time.process_time() - worked:.2f} s of processor time")


def told(what: str, value: float, most: float, unit: str) -> None:
    verdict = "within" if value <= most else "OVER"
    print(f"{what}: {value:.2f} {unit} ({verdict} {most:g})")


def pages(path: Path) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(path))


def beside(folder: Path) -> None:
    """The same paper as our web page, printed by WeasyPrint."""
    python = sys.argv[1] if len(sys.argv) > 1 else _environment(folder)
    if not python:
        print("WeasyPrint is not to be had here, so nothing stands beside these.")
        return
    told_of_rules(python, folder / "board.pdf")
    script = folder / "beside.py"
    script.write_text(BESIDE)
    ran = subprocess.run(
        [python, str(script), str(folder / "board.html"), str(folder / "weasy.pdf")],
        capture_output=True,
        check=False,
        text=True,
    )
    if ran.returncode:
        print("WeasyPrint could not print it:", (ran.stderr.strip().splitlines() or [""])[-1])
        return
    took, imported, worked = map(float, ran.stdout.split())
    print(f"WeasyPrint, the same as a web page: {took:.2f} s, and {imported:.2f} s to load")
    print(f"  {worked:.2f} s of processor time")
    print(f"  its pages: {pages(folder / 'weasy.pdf')}")


def told_of_rules(python: str, pdf: Path) -> None:
    """PDF/UA-1 is what typst says of its own; this is what another program says."""
    ran = subprocess.run(
        [python, "-c", CHECKED, str(pdf)], capture_output=True, check=False, text=True
    )
    print(ran.stdout.strip() or "Nobody else has checked PDF/UA-1: page-validation is not there.")


def _environment(folder: Path) -> str:
    uv, python = ROOT / ".venv/bin/uv", folder / "weasy/bin/python"
    made = subprocess.run([uv, "venv", "-q", folder / "weasy"], check=False)
    if made.returncode:
        return ""
    put = [uv, "pip", "install", "-q", "--python", python, "weasyprint", "page-validation"]
    return str(python) if subprocess.run(put, check=False).returncode == 0 else ""


if __name__ == "__main__":
    main()
