"""Figures that cannot be are refused or marked in words, at whichever door they come in."""

import datetime
import html
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from frankpledge.delivery import changes as delivery
from frankpledge.delivery import queries
from frankpledge.delivery.models import Activity, Measure, Reply, SurveyQuestion
from frankpledge.partnership.models.dated import today
from frankpledge.progress.models import Answer
from tests.delivery.log import a_measure, entry, logged
from tests.delivery.owing import Owing
from tests.judging.conftest import Judging
from tests.running import Running
from tests.small import BY, Small

LOG = "/desk/marsh/log/"
SOON = today() + datetime.timedelta(days=2)
LONG_AGO = datetime.date(1980, 1, 1)


def day(name: str, on: datetime.date) -> dict[str, str]:
    parts = {"day": on.day, "month": on.month, "year": on.year}
    return {f"{name}_{part}": str(number) for part, number in parts.items()}


def told(answer: Any) -> str:
    page = answer.content.decode()
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


@pytest.fixture
def patrols(small: Small) -> Measure:
    return a_measure(small)


@pytest.fixture
def question(small: Small) -> SurveyQuestion:
    return delivery.add_question(
        partnership=small.partnership, name="Safe", wording="How safe?", counted="safe", by=BY
    )


@pytest.mark.parametrize(
    ("count", "on", "said"),
    [
        ("-3", today(), "Patrols: The number must be 0 or more"),
        ("1e400", today(), "Type this as a whole number"),
        ("3", SOON, "This day is still to come: log it once it is done."),
        ("3", LONG_AGO, "The log begins in 1990: check the year."),
    ],
)
def test_the_log_is_typed(
    patrols: Measure, alice: Client, count: str, on: datetime.date, said: str
) -> None:
    sent = {f"count-{patrols.pk}": count, **day("on", on), "press": "a1", "do": "save"}
    answer = alice.post(f"{LOG}new/", sent)
    assert answer.status_code == 422
    assert said in told(answer)
    assert not Activity.objects.exists()


def test_the_log_comes_as_a_workbook(patrols: Measure, alice: Client) -> None:
    wrong = f"15/07/2026,Patrols,-3\n{SOON:%d/%m/%Y},Patrols,3\n17/07/2026,Patrols,1e400\n"
    data = f"Date,Activity,Number\n14/07/2026,Patrols,3\n{wrong}"
    file = SimpleUploadedFile("diary.csv", data.encode())
    page = told(alice.post(f"{LOG}import/", {"file": file}, follow=True))
    assert "1: its number is less than nought" in page
    assert "1: its date is still to come" in page
    assert "1: its number is not a whole one" in page
    assert Activity.objects.count() == 1


@pytest.mark.parametrize(
    ("wave", "said"),
    [
        ({"base": "0", "part": "0"}, "share of nought"),
        ({"base": "100", "part": "-1"}, "must be 0 or more"),
        ({"base": "100", "per_cent": "-5"}, "between 0 and 100"),
        ({"base": "100", "part": "5", **day("ends", SOON)}, "still to come"),
    ],
)
def test_a_survey_is_typed(
    question: SurveyQuestion, alice: Client, wave: dict[str, str], said: str
) -> None:
    given = {**day("starts", today()), **day("ends", today()), **wave}
    answer = alice.post(f"/desk/marsh/surveys/{question.pk}/waves/new/", given)
    assert answer.status_code == 422
    assert said in told(answer)


def test_a_survey_comes_as_a_sheet(question: SurveyQuestion, alice: Client) -> None:
    rows = "June 2024,41,900\nJuly 2024,41,0\nAugust 2024,140,900\nJune 2124,41,900\n"
    file = SimpleUploadedFile("w.csv", f"Wave,Per cent,Base\n{rows}".encode())
    page = told(
        alice.post(f"/desk/marsh/surveys/{question.pk}/import/", {"file": file}, follow=True)
    )
    assert "Taken in: 1." in page
    assert page.count("Set aside, 1:") == 3


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("-1", "July 2026: The number must be 0 or more"),
        ("2.5", "July 2026: Type this as a whole number"),
        ("9" * 20, "July 2026: Type this as a whole number"),
    ],
)
def test_a_partner_answers_by_link(owing: Owing, number: str, said: str) -> None:
    owing.asked()
    client = Client()
    client.post(owing.url)
    first, second = queries.figures_of(owing.of)
    sent = {f"n-{first.pk}-2026{month}": number for month in ("07", "08", "09")}
    sent[f"why-{second.pk}"] = "We do not ask"
    answer = client.post(f"{owing.url}figures/", {**sent, "press": "p"})
    assert answer.status_code == 422
    assert said in told(answer)
    assert not Reply.objects.exists()


@pytest.mark.parametrize(
    ("figure", "of", "said"),
    [
        ("-1", "38", "The number must be 0 or more"),
        ("5", "0", "This is more than there were altogether"),
        ("3", "-2", "The number must be 0 or more"),
        ("NaN", "2", "Type this as a number"),
        ("1e999", "2", "Type this as a number"),
    ],
)
def test_a_lead_answers_by_link(running: Running, figure: str, of: str, said: str) -> None:
    client = Client()
    client.post(running.url)
    key = running.small.first.pk
    typed = running.typed(**{f"figure-{key}": figure, f"of-{key}": of})
    answer = client.post(f"{running.url}{running.first.pk}/", typed)
    assert answer.status_code == 422
    assert said in told(answer)
    assert not Answer.objects.exists()


def test_nought_of_nought_is_taken_and_divides_by_nothing(running: Running, alice: Client) -> None:
    client = Client()
    client.post(running.url)
    key = running.small.first.pk
    typed = running.typed(**{f"figure-{key}": "0", f"of-{key}": "0"})
    assert client.post(f"{running.url}{running.first.pk}/", typed).status_code == 302
    page = told(alice.get(f"/desk/marsh/outcomes/{key}/judged/"))
    assert "not enough data" in page


def test_a_month_counted_whole_and_by_days_is_marked(small: Small, alice: Client) -> None:
    Judging(small).target("At least 26 patrols", kind="count-at-least", number=26, counts="patrols")
    patrols = a_measure(small, outcomes=[small.first])
    small.adopt()
    page = f"/desk/marsh/outcomes/{small.first.pk}/judged/"
    july = datetime.date(2026, 7, 1)
    for is_month, press in ((False, "a"), (True, "b")):
        delivery.log_activity(
            partnership=small.partnership,
            given=entry(patrols, 3, july, is_month=is_month),
            press=press,
            by=BY,
        )
        marked = "Counted for the whole month and by single days as well: July 2026." in told(
            alice.get(page)
        )
        assert marked is is_month


def test_a_unit_is_not_changed_under_what_was_counted(patrols: Measure, alice: Client) -> None:
    page = f"{LOG}measures/{patrols.pk}/"
    sent = {"name": "Patrols", "unit": "walks", "version": "1"}
    assert alice.post(page, sent).status_code == 302, "nothing was counted in it yet"
    logged(patrols, 3)
    sent = {"name": "Patrols", "unit": "hours", "version": "2"}
    answer = alice.post(page, sent)
    assert answer.status_code == 422
    assert "was counted in walks, and would read as hours" in told(answer)
    assert alice.post(page, {**sent, "is_same_unit": "on"}).status_code == 302
    patrols.refresh_from_db()
    assert patrols.unit == "hours"
