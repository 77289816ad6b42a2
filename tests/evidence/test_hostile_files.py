"""Bad files promise nothing: they are refused or mended in words, and the old evidence answers."""

import gzip
import resource
import secrets
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from frankpledge.evidence.models import Generation, Load
from frankpledge.record.errors import Refused
from tests.evidence.conftest import Ask, Loaded
from tests.evidence.makers import crime, many, street, text

pytestmark = pytest.mark.django_db
COUNT = "SELECT coalesce(sum(n), 0)::BIGINT FROM cube"
NAME = "2021-04-loamshire-street.csv"


def refused(load: Loaded, path: Path) -> str:
    with pytest.raises(Refused) as error:
        load(path)
    assert not Load.objects.exists()
    return error.value.sentence


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (gzip.compress(text([crime()]).encode()), "is a gzip file and not text"),
        (b"PK\x03\x04rest of a workbook", "is a zip file or a workbook"),
        (text([crime()]).encode("utf-16"), "is not text in UTF-8"),
        (b"<!doctype html><title>Sign in</title>", "has no column 'Crime type'"),
        (text([crime()]).replace("Crime type", "Offence").encode(), "has no column 'Crime type'"),
        (text([crime()]).replace("LSOA code", "Place").encode(), "has no column 'LSOA code'"),
    ],
)
def test_what_is_no_police_file_is_refused_in_words(
    load: Loaded, tmp_path: Path, data: bytes, says: str
) -> None:
    path = tmp_path / NAME
    path.write_bytes(data)
    assert says in refused(load, path)
    assert NAME in refused(load, path)


def test_rows_cut_or_stretched_are_set_aside_and_the_rest_taken(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    lines = text([crime()] * 6).splitlines()
    lines[2] = lines[2][:40]
    lines[4] += ",one,two"
    lines[5] = lines[5].replace("On or near", '"On or near')
    path = tmp_path / NAME
    path.write_text("\n".join(lines))
    made = load(path)
    reasons = {each["reason"]: each["count"] for each in made.files.get().reasons}
    assert reasons == {
        "it is cut short": 1,
        "it has too many columns": 1,
        "a quotation mark in it is not closed": 1,
    }
    assert (made.taken, made.set_aside, ask(COUNT)) == (3, 3, [(3,)])


def test_a_quotation_mark_swallows_no_rows(load: Loaded, tmp_path: Path) -> None:
    rows = text([crime()] * 9).splitlines()
    rows[3] = rows[3].replace("On or near", '"On or near')
    rows[6] = rows[6].replace("Lane", 'Lane"')
    path = tmp_path / NAME
    path.write_text("\n".join(rows))
    made = load(path)
    assert made.taken + made.set_aside == made.files.get().rows == 9
    assert made.taken >= 7


def test_letters_of_windows_are_read_and_remarked_on(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    path = tmp_path / NAME
    path.write_bytes(text([crime(Location="Café Row")]).encode("cp1252"))
    made = load(path)
    assert ask("SELECT location FROM street") == [("Café Row",)]
    assert made.files.get().reasons[0]["is_taken"] is True


def test_a_file_named_after_another_force_wipes_nothing_out(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    load(street(tmp_path, "2021-04", [crime()] * 4, force="elmshire"))
    path = tmp_path / "2021-04-elmshire-street.csv"
    path.write_text(text([crime()]))
    with pytest.raises(Refused, match="named after elmshire, but its rows are reported by Loam"):
        load(path)
    assert ask(COUNT) == [(4,)]


def test_a_name_like_a_pattern_stands_for_itself(load: Loaded, ask: Ask, tmp_path: Path) -> None:
    street(tmp_path, "2021-05", [crime("2021-05")] * 8)
    odd = tmp_path / "*.csv"
    odd.write_text(text([crime()]))
    load(odd)
    assert ask(COUNT) == [(1,)]


def test_words_that_are_sql_stay_words(load: Loaded, ask: Ask, tmp_path: Path) -> None:
    odd = "x'); DROP VIEW cube; --"
    path = tmp_path / "a'b.csv"
    path.write_text(text([crime(Reported_by=f"{odd} Police", Crime_type=odd)]))
    load(path)
    assert ask("SELECT type FROM cube") == [(odd,)]


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_zip_within_a_zip_is_refused(load: Loaded, tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {NAME: text([crime()]).encode()})
    outer = zipped(tmp_path / "outer.zip", {"inner.zip": inner.read_bytes()})
    assert "is an archive within an archive" in refused(load, outer)


def test_a_zip_that_unpacks_to_far_too_much_is_refused(load: Loaded, tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "bomb.zip", {NAME: b"0" * 50_000_000})
    assert "No police file does" in refused(load, bomb)


def test_a_damaged_zip_is_refused(load: Loaded, home: Path, tmp_path: Path) -> None:
    whole = zipped(tmp_path / "whole.zip", {NAME: text(many(2000)).encode()})
    data = bytearray(whole.read_bytes())
    short, changed = tmp_path / "short.zip", tmp_path / "changed.zip"
    short.write_bytes(data[: len(data) // 2])
    data[len(data) // 2] ^= 0xFF
    changed.write_bytes(data)
    assert "not a whole zip file" in refused(load, short)
    assert "The zip is damaged" in refused(load, changed)
    assert list((home / "evidence/generations").iterdir()) == []


def test_a_zip_may_not_reach_out_of_its_folder(load: Loaded, home: Path, tmp_path: Path) -> None:
    load(zipped(tmp_path / "out.zip", {f"../../../{NAME}": text([crime()]).encode()}))
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".csv"] == []


def test_a_disk_that_fills_is_said_and_changes_nothing(
    load: Loaded, ask: Ask, home: Path, tmp_path: Path
) -> None:
    load(street(tmp_path, "2021-04", [crime()]))
    rows = many(20_000, month="2021-05")
    whole = [row | {"Crime ID": secrets.token_hex(32)} for row in rows]
    big = street(tmp_path, "2021-05", whole)
    # The largest file that this process may write, as a disk with that much room left would have.
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
    try:
        with pytest.raises(Refused, match=r"The disk is full\. Nothing was changed"):
            load(big)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert ask(COUNT) == [(1,)]
    assert len(list((home / "evidence/generations").iterdir())) == 1


KILLED = """
import os, sys
os.environ["FRANKPLEDGE_HOME"], path = sys.argv[1], sys.argv[2]
os.environ["DJANGO_SETTINGS_MODULE"] = "frankpledge.config.settings"
os.environ["SECRET_KEY"] = "x"
os.environ.pop("DATABASE_URL", None)
import django
django.setup()
from pathlib import Path
from frankpledge.evidence import changes, store
from frankpledge.record.lines import System
if path == "new":
    from django.core.management import call_command
    call_command("migrate", verbosity=0)
elif path != "-":
    print("ready", flush=True)
    changes.load_evidence(paths=[Path(path)], by=System("x"))
with store.opened() as asked:
    print(asked.execute("SELECT coalesce(sum(n), 0)::BIGINT FROM cube").fetchall()[0][0])
"""


def run(home: Path, path: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", KILLED, str(home), path]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd())


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("prepared")
    assert run(home, "new").communicate()[0].split() == ["0"]
    return home


@pytest.mark.parametrize("after", [0.05, 0.25])
def test_a_load_that_is_killed_changes_nothing_or_everything(
    prepared: Path, tmp_path: Path, after: float
) -> None:
    inside, home = tmp_path / "in", tmp_path / "killed"
    inside.mkdir()
    shutil.copytree(prepared, home)
    for month in range(1, 13):
        street(inside, f"2021-{month:02}", many(3000, month=f"2021-{month:02}"))
    loading = run(home, str(inside))
    assert loading.stdout and loading.stdout.readline() == "ready\n"
    time.sleep(after)
    loading.kill()
    loading.communicate()
    said = run(home, "-").communicate()[0].split()
    assert said in (["0"], ["36000"])
    # The next load finds the turn free, and sweeps what was left.
    assert run(home, str(inside)).communicate()[0].split() == ["ready", "36000"]
    assert len(list((home / "evidence/generations").iterdir())) == 1 + (said == ["36000"])


def test_nothing_is_loaded_from_nothing(load: Loaded, tmp_path: Path) -> None:
    assert "There is no file" in refused(load, tmp_path / "not-there.csv")
    (tmp_path / "empty").mkdir()
    assert "Nothing here is a street" in refused(load, tmp_path / "empty")
    assert "No row of these files could be taken" in refused(
        load, street(tmp_path, "2021-04", [crime("2021-05")])
    )
    assert not Generation.objects.exists()
