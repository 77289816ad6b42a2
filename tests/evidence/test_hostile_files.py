"""Bad files promise nothing: they are refused or mended in words, and the old evidence answers."""

import gzip
import resource
import secrets
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from frankpledge.evidence import changes
from frankpledge.evidence.models import Generation, Load
from frankpledge.record.errors import Refused
from tests.evidence.conftest import BY, Ask, Loaded
from tests.evidence.homes import a_home
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


def test_a_zip_that_holds_itself_is_refused(load: Loaded, tmp_path: Path) -> None:
    """The known one gives itself whenever it is unpacked; whoever unpacks no archive is safe."""
    path = zipped(tmp_path / "quine.zip", {NAME: text([crime()]).encode()})
    for _ in range(3):
        zipped(path, {NAME: text([crime()]).encode(), "quine.zip": path.read_bytes()})
    assert "quine.zip: quine.zip is an archive within an archive" in refused(load, path)
    renamed = zipped(tmp_path / "other.zip", {NAME: path.read_bytes()})
    assert "is a zip file or a workbook and not text" in refused(load, renamed)


def test_a_text_in_a_coordinate_costs_the_point_and_not_the_row(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    rows = [crime(), crime(Longitude="near the mill"), crime(Latitude="95.2")]
    made = load(street(tmp_path, "2021-04", rows))
    (reason,) = made.files.get().reasons
    assert (made.taken, made.set_aside, reason["count"]) == (3, 0, 2)
    assert "without its point" in reason["reason"] and "Burglary" in reason["samples"][0]
    assert ask("SELECT count(*), count(lon), count(lsoa) FROM street") == [(3, 1, 3)]


def test_a_wrong_month_inside_is_set_aside_and_said(load: Loaded, ask: Ask, tmp_path: Path) -> None:
    rows = [crime(), crime("2021-05"), crime("April 2021"), crime("")]
    made = load(street(tmp_path, "2021-04", rows))
    assert {each["reason"]: each["count"] for each in made.files.get().reasons} == {
        "it is of another month than the file": 1,
        "its month is not written as 2021-04": 1,
        "it has no month": 1,
    }
    assert ask("SELECT month::VARCHAR, n FROM cube") == [("2021-04-01", 1)]


def test_a_zip_that_unpacks_to_far_too_much_is_refused(load: Loaded, tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "bomb.zip", {NAME: b"0" * 50_000_000})
    assert "No file of ours does" in refused(load, bomb)


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
from django.core.management import call_command
from frankpledge.evidence import changes, store
from frankpledge.record.lines import System

def say():
    with store.opened() as asked:
        found = asked.execute("SELECT coalesce(sum(n), 0)::BIGINT FROM cube").fetchall()
    print(found[0][0], flush=True)

if not Path(sys.argv[1], "db.sqlite3").exists():
    call_command("migrate", verbosity=0)
say()
changes.load_evidence(paths=[Path(path)], by=System("x"))
say()
"""


def run(home: Path, path: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", KILLED, str(home), str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd())


def test_a_load_that_is_killed_changes_nothing_or_everything(tmp_path: Path) -> None:
    """At one moment here; script/bench evidence_kill does it at fifty, left to chance."""
    inside, home = tmp_path / "in", a_home(tmp_path / "killed")
    inside.mkdir()
    for month in range(1, 13):
        street(inside, f"2021-{month:02}", many(3000, month=f"2021-{month:02}"))
    loading = run(home, inside)
    assert loading.stdout and loading.stdout.readline() == "0\n"
    time.sleep(0.2)
    loading.kill()
    loading.communicate()
    before, after = run(home, inside).communicate()[0].split()
    assert before in ("0", "36000")
    # The next load finds the turn free, and sweeps what was left.
    assert after == "36000"
    assert len(list((home / "evidence/generations").iterdir())) == 1 + (before == "36000")


def test_of_two_loads_at_once_one_is_told_to_wait_and_nothing_is_mixed(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    first, second = street(tmp_path, "2021-04", [crime()]), tmp_path / "b"
    second.mkdir()
    other = street(second, "2021-05", [crime("2021-05")] * 2)
    refusals: list[str] = []

    def meanwhile(done: int, size: int, rows: int) -> None:
        with pytest.raises(Refused) as error:
            load(other)
        refusals.append(error.value.sentence)

    changes.load_evidence(paths=[first], by=BY, told=meanwhile)
    assert refusals and "Another load has been running since" in refusals[0]
    assert ask(COUNT) == [(1,)]
    load(other)
    assert ask(COUNT) == [(3,)]


def test_nothing_is_loaded_from_nothing(load: Loaded, tmp_path: Path) -> None:
    assert "There is no file" in refused(load, tmp_path / "not-there.csv")
    (tmp_path / "empty").mkdir()
    assert "Nothing here is a street" in refused(load, tmp_path / "empty")
    assert "No row of these files could be taken" in refused(
        load, street(tmp_path, "2021-04", [crime("2021-05")])
    )
    assert not Generation.objects.exists()
