"""What a freeze keeps of the evidence for a yearly assessment."""

from typing import Any

import pytest

from frankpledge.evidence import asking
from frankpledge.evidence.queries.annex import annex_as_it_stands
from frankpledge.partnership.models import Area, Partnership
from tests.evidence import asked as county
from tests.evidence.conftest import Held


@pytest.fixture
def annex(held: Held) -> Any:
    marsh = Partnership.objects.get(slug="marsh")
    marsh.areas.set(Area.objects.filter(code=county.MARSHWICK))
    return annex_as_it_stands(marsh)


def test_its_tables_say_what_the_questions_behind_them_say(annex: Any) -> None:
    with asking.opened() as asked:
        scope = asking.scope(asked, area="Marshwick")
        whole = {row.type: row.count for row in asking.counts(asked, scope, by=("type",)).rows}
    assert {kind: sum(counts) for kind, counts in annex["types"].items()} == whole
    assert len(annex["months"]) == len(county.MONTHS)
    assert annex["ranks"]["n"] == 2
    assert set(annex["ranks"]["rows"]) == set(county.TYPES)


def test_wards_add_up_to_the_district_in_the_public_s_own_year(annex: Any) -> None:
    found = annex["wards"]
    assert [row["name"] for row in found["rows"]] == ["Ward 1", "Ward 2", ""]
    with asking.opened() as asked:
        period = {"start": "2020-04", "end": "2021-03"}
        scope = asking.scope(asked, area="Marshwick", **period)
        year = asking.counts(asked, scope, by=("type",)).total
    assert found["year"] == "April 2020 to March 2021"
    assert sum(sum(row["counts"]) for row in found["rows"]) == year


def test_without_an_area_the_reason_is_kept(held: Held) -> None:
    found = annex_as_it_stands(Partnership.objects.get(slug="marsh"))
    assert list(found) == ["why_none"]
    assert "No area is named" in found["why_none"]
