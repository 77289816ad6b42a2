"""Ask the evidence: whose figures are asked comes first, and the form is of those figures."""

from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from frankpledge.evidence.changes import load_counts
from frankpledge.partnership.changes import add_area
from frankpledge.partnership.models import Area, Partnership
from tests.desk.people import account, signed_in
from tests.evidence import asked as county
from tests.evidence.conftest import BY, Held, held, home, loaded_once  # noqa: F401  fixtures
from tests.small import Small

ASK = "/desk/marsh/evidence/ask/"


@pytest.fixture
def marsh(held: Held) -> Partnership:  # noqa: F811
    partnership = Partnership.objects.get(slug="marsh")
    partnership.areas.set(Area.objects.filter(code=county.MARSHWICK))
    return partnership


@pytest.fixture
def ann(marsh: Partnership) -> Client:
    return signed_in(account("Ann Alyst", marsh, "coordinator"))


def read(client: Client, **asked: str) -> str:
    answer = client.get(ASK, asked)
    assert answer.status_code == 200, answer.content.decode()[-2000:]
    return unescape(answer.content.decode())


def calls(partnership: Partnership, folder: Path, rows: str) -> None:
    path = county.table(folder, "calls.csv", f"When,Kind,Calls\n{rows}")
    columns = {"period": "When", "measure": "Kind", "n": "Calls"}
    load_counts(path=path, dataset="calls", partnership=partnership, columns=columns, by=BY)


def test_whose_figures_is_a_link_and_their_types_are_there_at_once(ann: Client) -> None:
    page = read(ann, what="compare")
    assert 'aria-label="Of what"' in page and "What the police publish" in page
    assert f'href="{ASK}?source=fires&what=compare"' in page
    page = read(ann, what="compare", source="fires")
    assert '<input type="hidden" name="source" value="fires">' in page
    assert 'value="Deliberate"' in page and 'value="Burglary"' not in page
    assert 'name="grain"' in page and ">quarters</option>" in page
    assert "There is a problem" not in page and "Deliberate in Marshwick" in page


def test_a_question_that_a_source_cannot_answer_is_not_offered(ann: Client) -> None:
    page = read(ann, source="fires")
    assert "what=hours" not in page and "what=harm" not in page
    # By ward and by district, and so by no LSOA.
    assert "what=hotspots" not in page and ">LSOAs</option>" not in page
    assert "what=share" in page and ">wards</option>" in page
    assert "what=hours" in read(ann) and "what=hotspots" in read(ann)


def test_a_period_of_another_length_is_asked_for(ann: Client) -> None:
    page = read(ann, what="counts", sent="1", source="fires", grain="quarter", by="type")
    assert f"{2 * 9999:,}" in page


def test_whoever_has_counts_of_their_own_alone_asks_those(
    small: Small, alice: Client, tmp_path: Path
) -> None:
    small.partnership.areas.clear()
    calls(small.partnership, tmp_path, "2026-04,Noise,7\n2026-05,Noise,9\n2026-05,Litter,4\n")
    page = read(alice)
    assert "Of calls" in page and "Calls: 20." in page
    assert 'name="area"' not in page and "what=rank" not in page
    page = read(alice, what="counts", sent="1", by="type", types="Litter")
    assert "Litter: 4." in page


def test_an_area_may_be_named_where_counts_have_areas(
    small: Small, alice: Client, tmp_path: Path
) -> None:
    area = add_area(code="E07000098", kind="district", vintage=2024, name="Marshwick", by=BY)
    small.partnership.areas.set([area])
    path = county.table(tmp_path, "fires.csv", f"When,Where,Fires\n2026-04,{area.code},7\n")
    columns = {"period": "When", "area": "Where", "n": "Fires"}
    load_counts(path=path, dataset="fires", partnership=small.partnership, columns=columns, by=BY)
    page = read(alice, what="counts")
    assert f'value="{area.name}"' in page and f"Fires in {area.name}: 7." in page


def test_a_row_of_many_columns_says_what_each_is_where_there_is_no_room(ann: Client) -> None:
    page = read(ann, what="compare")
    assert (
        "fp-rowst" in page
        and '<span class="fp-rowst__lab" aria-hidden="true">Before</span>' in page
    )
    assert "Why no percentage" not in page  # a column with nothing in it
    assert "fp-rowst" not in read(ann, what="rolling")
    ranked = read(ann, what="rank")
    assert ranked.index(">Area</th>") < ranked.index(">Rank</th>")
    assert county.MARSHWICK not in ranked.partition("<tbody")[2].partition("</tbody>")[0]
