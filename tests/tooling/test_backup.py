"""A backup promises everything back, on either database, or nothing touched."""

import json
import shutil
import stat
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import LazySettings, settings

from frankpledge.cli.portable.backup import backup
from frankpledge.cli.portable.manifest import NAME
from frankpledge.cli.portable.restore import restore
from frankpledge.config.cannot import Cannot
from frankpledge.record import checks
from tests.makers import a_partnership
from tests.tooling.run import frankpledge, prepared

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kept(tmp_path: Path, settings: LazySettings) -> Path:
    """A backup of a partnership, its record, and a logo."""
    settings.HOME = tmp_path / "home"
    settings.MEDIA_ROOT = tmp_path / "home" / "media"
    a_partnership()
    logo = Path(settings.MEDIA_ROOT) / "logos" / "seal.png"
    logo.parent.mkdir(parents=True)
    logo.write_bytes(bytes(range(256)))
    file = tmp_path / "kept.zip"
    backup(file)
    return file


def members(file: Path) -> dict[str, object]:
    with ZipFile(file) as archive:
        found: dict[str, object] = json.loads(archive.read(NAME))["members"]
        return found


def rewritten(file: Path, change: dict[str, bytes]) -> Path:
    made = file.with_name("changed.zip")
    with ZipFile(file) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
    return made


def test_all_comes_back_over_what_was_there(kept: Path, tmp_path: Path) -> None:
    a_partnership(slug="another")
    shutil.rmtree(settings.MEDIA_ROOT)
    restore(kept, replace=True)
    backup(tmp_path / "again.zip")
    assert members(tmp_path / "again.zip") == members(kept)
    assert (Path(settings.MEDIA_ROOT) / "logos/seal.png").read_bytes() == bytes(range(256))
    assert checks.chains()
    assert [fault for chain in checks.chains() for fault in checks.verify(chain)] == []


def test_new_rows_can_be_added_after_a_restore(kept: Path) -> None:
    restore(kept, replace=True)
    assert a_partnership(slug="another").pk


def test_it_moves_to_sqlite_and_back(kept: Path, tmp_path: Path) -> None:
    home, there = prepared(tmp_path / "there"), tmp_path / "there.zip"
    moved = frankpledge(home, "restore", str(kept))
    assert moved.returncode == 0, moved.stderr
    assert frankpledge(home, "record", "verify").returncode == 0
    assert frankpledge(home, "backup", str(there)).returncode == 0
    assert members(there) == members(kept)
    restore(there, replace=True)
    backup(tmp_path / "back.zip")
    assert members(tmp_path / "back.zip") == members(kept)


def test_a_database_with_something_in_it_is_left_alone_unless_told(kept: Path) -> None:
    with pytest.raises(Cannot, match="--replace"):
        restore(kept)


def test_an_altered_backup_touches_nothing(kept: Path, tmp_path: Path) -> None:
    name = "tables/partnership.partnership.jsonl"
    with ZipFile(kept) as archive:
        altered = archive.read(name).replace(b"Test", b"Best").replace(b"a", b"b", 1)
    with pytest.raises(Cannot, match="altered or damaged"):
        restore(rewritten(kept, {name: altered}), replace=True)
    backup(tmp_path / "after.zip")
    assert members(tmp_path / "after.zip") == members(kept)


def test_a_backup_of_another_version_is_refused_by_name(kept: Path) -> None:
    with ZipFile(kept) as archive:
        held = json.loads(archive.read(NAME))
    held["migrations"].pop()
    held["version"] = "0.0.1"
    with pytest.raises(Cannot, match=r"0\.0\.1"):
        restore(rewritten(kept, {NAME: json.dumps(held).encode()}), replace=True)


def test_what_is_no_backup_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.zip").write_text("Dear all")
    with pytest.raises(Cannot, match="not a backup"):
        restore(tmp_path / "letter.zip")


def test_the_key_stays_and_only_the_owner_reads_the_file(kept: Path) -> None:
    assert not [name for name in members(kept) if "secret" in name or "session" in name]
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_an_earlier_backup_is_never_written_over(kept: Path) -> None:
    before = kept.read_bytes()
    with pytest.raises(Cannot, match="there already"):
        backup(kept)
    assert kept.read_bytes() == before
