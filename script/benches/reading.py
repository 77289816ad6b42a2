"""How long and how much memory reading a plan takes, beside what others take for its text alone.

script/bench reading [--others]   (--others fetches pdfplumber and markitdown into a folder of
their own, which is thrown away)
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
PROMISED = {".pdf": 5.0}
SECONDS, MEGABYTES = 2.0, 300
OTHERS = {
    "pdfplumber": (
        "import pdfplumber,sys\n[p.extract_text() for p in pdfplumber.open(sys.argv[1]).pages]"
    ),
    "pdfplumber, tables": (
        "import pdfplumber,sys\n[p.extract_tables() for p in pdfplumber.open(sys.argv[1]).pages]"
    ),
    "markitdown": "import markitdown,sys\nmarkitdown.MarkItDown().convert(sys.argv[1])",
}


def measured(command: list[str], data: bytes | None = None) -> tuple[float, int, int]:
    """Seconds, megabytes at most, and how it ended."""
    code = (
        "import resource,subprocess,sys;"
        "d=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024,d.returncode)"
    )
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *command], input=data, capture_output=True, check=True
    )
    megabytes, ended = map(int, done.stdout.split())
    return time.perf_counter() - start, megabytes, ended


def main() -> int:
    from tests.reading.large import large_plans

    failed = False
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, data in large_plans().items():
            path = Path(folder) / name
            path.write_bytes(data)
            paths.append(path)
        for path in paths:
            command = [sys.executable, "-m", "frankpledge.cli.main", "read", str(path)]
            taken, megabytes, ended = measured(command)
            late = taken > PROMISED.get(path.suffix, SECONDS) or megabytes > MEGABYTES or ended
            failed = failed or bool(late)
            _say("frankpledge read", path, taken, megabytes, "too slow or too much" if late else "")
        if "--others" in sys.argv:
            _others(Path(folder), paths)
    return 1 if failed else 0


def _others(folder: Path, paths: list[Path]) -> None:
    uv = str(ROOT / ".venv/bin/uv")
    subprocess.run([uv, "venv", "--quiet", str(folder / "env")], check=True)
    python = str(folder / "env/bin/python")
    wanted = ["pdfplumber", "markitdown[docx,xlsx,pdf]"]
    subprocess.run([uv, "pip", "install", "--quiet", "--python", python, *wanted], check=True)
    for name, script in OTHERS.items():
        for path in paths:
            if name.startswith("pdfplumber") and path.suffix != ".pdf":
                continue
            taken, megabytes, ended = measured([python, "-c", script, str(path)])
            _say(name, path, taken, megabytes, "could not" if ended else "")


def _say(name: str, path: Path, taken: float, megabytes: int, more: str) -> None:
    print(f"{name:20} {path.name:12} {taken:6.2f} s {megabytes:5} MB  {more}".rstrip())


if __name__ == "__main__":
    sys.exit(main())
