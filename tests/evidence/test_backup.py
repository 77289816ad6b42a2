"""A backup promises the evidence that questions are asked of, as well as the rows about it."""

from pathlib import Path

import pytest

from frankpledge.cli.portable.backup import backup
from frankpledge.cli.portable.restore import restore
from frankpledge.evidence import changes
from frankpledge.evidence.models import Generation
from frankpledge.evidence.store import folders
from frankpledge.record.errors import Refused
from tests.evidence.conftest import BY, Ask, Loaded
from tests.evidence.makers import crime, street

pytestmark = pytest.mark.django_db(transaction=True)
COUNT = "SELECT coalesce(sum(n), 0)::BIGINT FROM cube"


def test_evidence_comes_back_with_its_rows(
    load: Loaded, ask: Ask, home: Path, tmp_path: Path
) -> None:
    first = load(street(tmp_path, "2021-04", [crime()])).generation
    load(street(tmp_path, "2021-04", [crime()] * 5))
    backup(tmp_path / "kept.zip")
    folders.remove(home / "evidence")
    restore(tmp_path / "kept.zip", replace=True)
    assert ask(COUNT) == [(5,)]
    assert Generation.objects.count() == 2
    with pytest.raises(Refused, match="have been cleared"):
        changes.restore(generation=first, by=BY)  # what it was before is not in a backup
    load(street(tmp_path, "2021-05", [crime("2021-05")]))
    assert ask(COUNT) == [(6,)]
