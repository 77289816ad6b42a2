"""Counts of a partnership's own go in at the desk, and their headings are said once."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from frankpledge.evidence import queries, store
from frankpledge.evidence.models import Load
from tests.evidence.conftest import home  # noqa: F401  a folder of its own for each test
from tests.small import Small

DATA = "/desk/marsh/evidence/data/"
HEADS = {"period": "Month", "measure": "Kind", "n": "Cases"}


def sent(client: Client, text: str, **said: str) -> HttpResponse:
    file = SimpleUploadedFile("cases.csv", text.encode())
    return client.post(f"{DATA}counts/", {"file": file, **said})  # type: ignore[return-value]


def test_headings_are_said_once_and_the_next_file_needs_only_the_name(
    small: Small, alice: Client
) -> None:
    answer = sent(alice, "Month,Kind,Cases\n2026-04,Noise,7\n", name="ASB cases", **HEADS)
    assert answer.status_code == 302, answer.content.decode()
    assert [each.dataset for each in queries.mappings(small.partnership)] == ["asb-cases"]
    held = alice.get(DATA).content.decode()
    assert f"{DATA}counts/?of=asb-cases" in held
    filled = alice.get(f"{DATA}counts/?of=asb-cases").content.decode()
    assert 'value="asb-cases"' in filled and 'value="Cases"' in filled
    assert sent(alice, "Month,Kind,Cases\n2026-05,Noise,9\n", name="asb-cases").status_code == 302
    with store.opened(small.partnership) as asked:
        found = asked.execute("SELECT month::VARCHAR, type, n FROM own ORDER BY ALL").fetchall()
    assert found == [("2026-04-01", "Noise", 7), ("2026-05-01", "Noise", 9)]


def test_what_is_missing_is_said_and_nothing_is_loaded(small: Small, alice: Client) -> None:
    for said, told in (
        ({"name": "cases"}, "Say which headings of the file hold the cases"),
        ({"name": "cases", **HEADS, "n": "Total"}, "no row with the headings"),
        ({"name": "Café!", **HEADS}, "small letters"),
    ):
        answer = sent(alice, "Month,Kind,Cases\n2026-04,Noise,7\n", **said)
        assert answer.status_code == 422
        assert told in answer.content.decode()
    assert not Load.objects.exists()


def test_nobody_else_loads_or_sees_them(small: Small, alice: Client, rita: Client) -> None:
    assert sent(alice, "Month,Kind,Cases\n2026-04,Noise,7\n", name="cases", **HEADS)
    assert rita.get(f"{DATA}counts/").status_code == 404
    page = rita.get(DATA).content.decode()
    assert "Counts of your own" in page and "Load the next file" not in page
