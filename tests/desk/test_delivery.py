"""The delivery log, surveys and returns on the desk: quick on a phone, nothing lost."""

import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from frankpledge.delivery import changes, queries
from frankpledge.delivery.bands import usual
from frankpledge.delivery.models import Activity, Measure, Owed, Reply, Return, SurveyQuestion, Wave
from frankpledge.partnership.models import Membership
from frankpledge.partnership.models.dated import today
from frankpledge.plan import changes as plan_changes
from tests.delivery.log import a_measure, logged
from tests.delivery.owing import Owing
from tests.desk.people import account, signed_in
from tests.small import BY, Small

LOG = "/desk/marsh/log/"


def day(on: datetime.date) -> dict[str, str]:
    return {"on_day": str(on.day), "on_month": str(on.month), "on_year": str(on.year)}


def typed(measure: Measure, count: str = "3", **more: Any) -> dict[str, Any]:
    return {f"count-{measure.pk}": count, **day(today()), "press": "a1", "do": "another", **more}


@pytest.fixture
def patrols(small: Small) -> Measure:
    return a_measure(small)


@pytest.fixture
def bob(small: Small) -> Client:
    return signed_in(account("Bob Brewer", small.partnership, "lead"))


def test_a_lead_logs_and_goes_straight_on_to_the_next(
    small: Small, patrols: Measure, bob: Client
) -> None:
    Membership.objects.create(
        partnership=small.partnership, organisation=small.police, standing="responsible"
    )
    sent = typed(patrols, place="High Street", what="Foot patrol", organisations=small.police.pk)
    answer = bob.post(f"{LOG}new/", sent)
    assert answer.status_code == 302 and answer["Location"] == f"{LOG}new/"
    page = bob.get(f"{LOG}new/").text
    assert "It is in the log." in page
    assert 'value="High Street"' in page, "what was chosen last is there again"
    assert "Foot patrol" not in page and "checked" in page
    assert bob.post(f"{LOG}new/", {**sent, "do": "one", "place": "Quay"})["Location"] == LOG
    entry = Activity.objects.get(place="High Street")
    assert entry.typed_by == "Bob Brewer" and entry.results.get().count == 3


def test_nought_is_kept_and_nothing_is_refused(patrols: Measure, bob: Client) -> None:
    assert bob.post(f"{LOG}new/", typed(patrols, "0")).status_code == 302
    answer = bob.post(f"{LOG}new/", typed(patrols, ""))
    assert answer.status_code == 422 and "Nought is a number" in answer.text
    assert "<title>Error: Log what was done" in answer.text
    assert bob.post(f"{LOG}new/", typed(patrols, "-1")).status_code == 422
    assert bob.post(f"{LOG}new/", typed(patrols, "1.5")).status_code == 422
    tomorrow = today() + datetime.timedelta(days=1)
    answer = bob.post(f"{LOG}new/", typed(patrols) | day(tomorrow))
    assert "still to come" in answer.text
    assert Activity.objects.get().results.get().count == 0


def test_one_more_without_a_script(patrols: Measure, bob: Client) -> None:
    field = f"count-{patrols.pk}"
    answer = bob.post(f"{LOG}new/", typed(patrols, "3", do=field, place="Quay"))
    assert answer.status_code == 200 and 'value="4"' in answer.text and "Quay" in answer.text
    assert 'value="1"' in bob.post(f"{LOG}new/", typed(patrols, "", do=field)).text
    assert not Activity.objects.exists()


def test_words_that_may_tell_of_somebody_are_pointed_out_first(
    patrols: Measure, bob: Client
) -> None:
    sent = typed(patrols, what="Spoke to Mrs Thorne of the bakery")
    answer = bob.post(f"{LOG}new/", sent)
    assert answer.status_code == 422 and "may tell of a private person" in answer.text
    assert not Activity.objects.exists()
    assert bob.post(f"{LOG}new/", {**sent, "sure": "on"}).status_code == 302


def test_parts_that_come_to_more_than_the_whole_are_said_beside_them(
    small: Small, bob: Client
) -> None:
    people = a_measure(small, "People", breakdowns=usual(["sex"]))
    part = f"part-{people.pk}-sex-0"
    answer = bob.post(f"{LOG}new/", typed(people, "3", **{part: "4"}))
    assert answer.status_code == 422 and "the parts come to 4" in answer.text
    assert bob.post(f"{LOG}new/", typed(people, "3", **{part: "2"})).status_code == 302
    page = bob.get(f"{LOG}{Activity.objects.get().pk}/").text
    assert "Female: 2; not known: 1" in page


def test_a_correction_shows_what_stood_before(patrols: Measure, alice: Client) -> None:
    first = logged(patrols, 30)
    form = alice.get(f"{LOG}{first.pk}/correct/").text
    assert 'value="30"' in form
    sent = typed(patrols, "3", why="A nought too many")
    answer = alice.post(f"{LOG}{first.pk}/correct/", sent, follow=True)
    assert "What stood before" in answer.text and "A nought too many" in answer.text
    assert "Corrected since" in alice.get(f"{LOG}{first.pk}/").text
    answer = alice.post(f"{LOG}{first.pk}/withdraw/", {"why": "x"})
    assert answer.status_code == 422 and "corrected already" in answer.text


def test_a_whole_month_stays_one_and_a_retired_measure_can_be_put_right(
    small: Small, patrols: Measure, alice: Client
) -> None:
    july = datetime.date(2026, 7, 1)
    first = logged(patrols, 30, july, is_month=True, outcomes=[small.second])
    changes.retire_measure(measure=patrols, by=BY)
    assert "Walks" not in alice.get(f"{LOG}new/").text
    plan_changes.set_audience(action=small.action, audience="restricted", why="Safety", by=BY)
    bob = signed_in(account("Bob Brewer", small.partnership, "lead"))
    sent = typed(patrols, "3", why="A nought too many") | day(july)
    assert bob.post(f"{LOG}{first.pk}/correct/", sent).status_code == 302
    newer = Activity.objects.get(corrects=first)
    assert newer.is_month and list(newer.outcomes.all()) == [small.second]
    assert '<h1 class="fp-h1">July 2026</h1>' in alice.get(f"{LOG}{newer.pk}/").text


def test_the_log_is_filtered_and_taken_away(small: Small, patrols: Measure, rita: Client) -> None:
    logged(patrols, 7, what="=cmd()", place="Quay")
    logged(a_measure(small, "Letters", outcomes=[small.first]), 2)
    assert "2 entries" in rita.get(LOG).text
    page = rita.get(f"{LOG}?measure={patrols.pk}").text
    assert "1 entry" in page and "<b>7</b> Patrols" in page
    assert "1 entry" in rita.get(f"{LOG}?outcome={small.first.pk}").text
    assert "Nothing in the log fits" in rita.get(f"{LOG}?month=2020-01").text
    sheet = rita.get(f"{LOG}log.csv?measure={patrols.pk}")
    assert sheet["Content-Type"].startswith("text/csv")
    lines = sheet.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2 and "'=cmd()" in lines[1] and ",7," in lines[1]


def test_who_reads_only_sees_no_way_to_write(patrols: Measure, rita: Client) -> None:
    logged(patrols)
    page = rita.get(LOG)
    assert page.status_code == 200 and "Log what was done" not in page.text
    for path in ("new/", f"{Activity.objects.get().pk}/correct/", "import/", "measures/new/"):
        assert rita.get(f"{LOG}{path}").status_code == 404


def test_another_partnership_finds_nothing(patrols: Measure, charlie: Client) -> None:
    entry = logged(patrols)
    for path in ("", f"{entry.pk}/", f"measures/{patrols.pk}/"):
        assert charlie.get(f"/desk/marsh/log/{path}").status_code == 404
        if path:
            assert charlie.get(f"/desk/dale/log/{path}").status_code == 404


def test_a_measure_is_added_changed_and_retired(small: Small, alice: Client) -> None:
    path = f"{LOG}measures/"
    sent = {"name": "Letters", "unit": "letters", "outcomes": [small.first.pk]}
    assert alice.post(f"{path}new/", {**sent, "breakdowns": ["age"]}).status_code == 302
    measure = Measure.objects.get()
    assert list(measure.outcomes.all()) == [small.first]
    assert measure.breakdowns[0]["kind"] == "age"
    assert alice.post(f"{path}new/", sent).status_code == 422
    changed = {**sent, "name": "Warning letters", "version": "1"}
    assert alice.post(f"{path}{measure.pk}/", changed).status_code == 302
    assert alice.post(f"{path}{measure.pk}/", changed).status_code == 409
    assert alice.post(f"{path}{measure.pk}/retire/").status_code == 302
    assert "no longer counted" in alice.get(path).text
    assert alice.post(f"{path}{measure.pk}/retire/").status_code == 302
    measure.refresh_from_db()
    assert measure.retired_on is None and measure.name == "Warning letters"


def test_many_outcomes_are_folded_by_priority_and_what_is_chosen_is_in_sight(
    small: Small, alice: Client
) -> None:
    few = alice.get(f"{LOG}measures/new/").text
    assert "fp-folded" not in few
    for number in range(3, 14):
        plan_changes.add_outcome(action=small.action, number=number, words="Again", by=BY)
    none = alice.get(f"{LOG}measures/new/").text
    assert '<details class="fp-more fp-folded"><summary>2 Fair trade' in none
    assert none.count('name="outcomes"') == 13
    measure = a_measure(small, outcomes=[small.second])
    chosen = alice.get(f"{LOG}measures/{measure.pk}/").text
    assert "2 Fair trade (draft) (1 chosen)</summary>" in chosen
    assert '<details class="fp-more fp-folded" open>' in chosen


def test_who_may_not_see_a_restricted_outcome_keeps_it_where_it_counts(small: Small) -> None:
    measure = a_measure(small, outcomes=[small.second])
    plan_changes.set_audience(action=small.action, audience="restricted", why="Safety", by=BY)
    ann = signed_in(account("Ann Alder", small.partnership, "analyst"))
    page = ann.get(f"{LOG}measures/{measure.pk}/").text
    assert small.second.words not in page
    sent = {"name": "Walks", "unit": "walks", "version": "1"}
    assert ann.post(f"{LOG}measures/{measure.pk}/", sent).status_code == 302
    assert list(measure.outcomes.all()) == [small.second]


def test_a_sheet_is_taken_in_and_what_was_set_aside_is_shown(
    patrols: Measure, alice: Client
) -> None:
    data = b"Date,Activity,Number\n14/07/2026,Patrols,3\n14/07/2026,Balloons,3\n"
    file = SimpleUploadedFile("diary.csv", data)
    answer = alice.post(f"{LOG}import/", {"file": file}, follow=True)
    assert "1 were taken and 1 set aside" in answer.text
    assert "Balloons" in answer.text
    file = SimpleUploadedFile("diary.csv", data)
    answer = alice.post(f"{LOG}import/", {"file": file})
    assert answer.status_code == 422 and "No row of this file could be taken" in answer.text
    assert alice.post(f"{LOG}import/", {}).status_code == 422


def test_a_survey_from_its_question_to_its_correction(small: Small, alice: Client) -> None:
    path = "/desk/marsh/surveys/"
    sent = {"name": "Safe", "wording": "How safe?", "counted": "very safe", "polarity": "up"}
    answer = alice.post(f"{path}new/", {**sent, "outcomes": [small.first.pk]})
    question = SurveyQuestion.objects.get()
    assert answer["Location"] == f"{path}{question.pk}/"
    wave = {"base": "1000", "part": "430", **when("starts", 2025), **when("ends", 2025)}
    assert alice.post(f"{path}{question.pk}/waves/new/", wave).status_code == 302
    answer = alice.post(f"{path}{question.pk}/waves/new/", {**wave, "part": "1001"})
    assert answer.status_code == 422 and "No more can have said so" in answer.text
    later = {**wave, "part": "530", **when("starts", 2026), **when("ends", 2026)}
    assert alice.post(f"{path}{question.pk}/waves/new/", later).status_code == 302
    page = alice.get(f"{path}{question.pk}/").text
    assert "43 % of 1,000 (40 to 46 %)" in page and "more than chance" in page
    newest = Wave.objects.last()
    assert newest is not None
    fixed = {**later, "part": "435", "why": "Digits turned round"}
    assert alice.post(f"{path}waves/{newest.pk}/correct/", fixed).status_code == 302
    page = alice.get(f"{path}{question.pk}/").text
    assert "No clear change" in page and "Corrected or withdrawn" in page
    file = SimpleUploadedFile("w.csv", b"Wave,Per cent,Base\nJune 2024,41,900\nsoon,1,1\n")
    page = alice.post(f"{path}{question.pk}/import/", {"file": file}, follow=True).text
    assert "Taken in: 1." in page and "its date cannot be read" in page
    changed = {**sent, "name": "Safe at night", "version": "1"}
    assert alice.post(f"{path}{question.pk}/edit/", changed).status_code == 302
    last = Wave.objects.filter(corrects__isnull=False).get()
    assert alice.post(f"{path}waves/{last.pk}/withdraw/", {"why": "Not ours"}).status_code == 302
    assert "Safe at night" in alice.get(path).text


def when(name: str, year: int) -> dict[str, str]:
    return {f"{name}_day": "2", f"{name}_month": "6", f"{name}_year": str(year)}


def test_a_return_is_agreed_asked_typed_and_ended(small: Small, alice: Client) -> None:
    small.inspector.mailbox = "inspector@police.example"
    small.inspector.save()
    path = "/desk/marsh/returns/"
    sent = {
        "name": "Assaults",
        "figures": "Assaults\nOf them with a knife",
        "officer": f"post-{small.inspector.pk}",
        "grain": "3",
        "lag_days": "30",
        "remind_after": "7, 14",
        "starts_day": "1",
        "starts_month": "7",
        "starts_year": "2026",
    }
    answer = alice.post(f"{path}new/", sent)
    assert answer.status_code == 302, answer.text
    of = Return.objects.get()
    assert alice.get(path).status_code == alice.get(f"{path}{of.pk}/").status_code == 200
    owed = Owed.objects.get(starts=datetime.date(2026, 7, 1))
    here = f"{path}owed/{owed.pk}/"
    assert "They are asked, by mail." in alice.post(f"{here}ask/", follow=True).text
    assert "were asked already" in alice.post(f"{here}ask/", follow=True).text
    assert "today already" in alice.post(f"{here}remind/", follow=True).text
    form = alice.get(f"{here}type/").text
    assert "July to September 2026" in form
    first, second = queries.figures_of(of)
    figures = {f"n-{first.pk}-202607": "41", f"why-{second.pk}": "Not kept", "said_by": "Jo"}
    half = {**figures, f"why-{second.pk}": ""}
    answer = alice.post(f"{here}type/", half)
    assert answer.status_code == 422 and "give the figure, or say why you cannot" in answer.text
    page = alice.post(f"{here}type/", {**figures, "press": "p"}, follow=True).text
    assert "Received in part" in page and "None: Not kept" in page and "typed by Alice" in page
    told = {"outcomes": [small.first.pk], "version": "1"}
    assert alice.post(f"{path}figures/{first.pk}/", told).status_code == 302
    assert alice.post(f"{path}figures/{first.pk}/", told).status_code == 409
    assert list(first.outcomes.all()) == [small.first]
    assert small.first.words in alice.get(f"{path}{of.pk}/").text
    changed = {**sent, "figures": "Assaults", "version": "2"}
    assert alice.post(f"{path}{of.pk}/edit/", changed).status_code == 302
    ended = {"why": "No longer kept", "on_day": "1", "on_month": "10", "on_year": "2026"}
    assert alice.post(f"{path}{of.pk}/end/", ended).status_code == 302
    assert "Ended 1 October 2026" in alice.get(f"{path}{of.pk}/").text


def test_what_can_be_done_for_one_period(owing: Owing, alice: Client) -> None:
    here = f"/desk/marsh/returns/owed/{owing.asked().pk}/"

    def version() -> str:
        return str(Owed.objects.get().version)

    for path, sent in (
        ("address", {"email": "new@police.example"}),
        ("send-again", {}),
        ("revoke", {"why": "It went astray"}),
        ("let-off", {"why": "They do not keep it"}),
    ):
        assert alice.get(f"{here}{path}/").status_code == 200
        assert alice.post(f"{here}{path}/", {**sent, "version": "99"}).status_code == 409
        answer = alice.post(f"{here}{path}/", {**sent, "version": version()})
        assert answer.status_code == 302, (path, answer.text)
    page = alice.get(here).text
    assert "Not wanted" in page and "They do not keep it" in page
    assert "new@police.example" in page


def test_a_link_is_answered_on_a_phone_without_an_account(owing: Owing) -> None:
    owing.asked()
    client = Client()
    door = client.get(owing.url)
    assert "asks you for figures" in door.text and "Assaults" not in door.text
    owing.owed.refresh_from_db()
    assert owing.owed.link and owing.owed.link.first_opened_at is None
    page = client.post(owing.url, follow=True).text
    assert "July 2026" in page and "Of them with a knife" in page
    owing.owed.link.refresh_from_db()
    assert owing.owed.link.first_opened_at is not None
    first, second = queries.figures_of(owing.of)
    sent = {f"n-{first.pk}-2026{month}": "0" for month in ("07", "08", "09")}
    sent[f"why-{second.pk}"] = "We do not ask"
    assert client.post(f"{owing.url}figures/", {"press": "p"}).status_code == 422
    answer = client.post(f"{owing.url}figures/", {**sent, "press": "p"}, follow=True)
    assert "your figures are sent" in answer.text and "None: We do not ask" in answer.text
    client.post(f"{owing.url}figures/", {**sent, "press": "p"})
    assert Reply.objects.count() == 1, "a double press"
    assert Reply.objects.get().said_by == "Neighbourhood inspector, Police"
    assert "Send the corrected figures" in client.get(f"{owing.url}figures/").text


def test_a_revoked_link_takes_nothing_and_tells_whom_to_ring(owing: Owing) -> None:
    owing.asked()
    client = Client()
    client.post(owing.url)
    changes.revoke_link(owed=owing.owed, why="Astray", by=BY)
    for path in ("", "figures/", "figures/sent/"):
        for method in (client.get, client.post):
            answer = method(f"{owing.url}{path}", {"press": "p"})
            assert answer.status_code == 410 and "taken back" in answer.text
    assert not Reply.objects.exists()


def test_a_links_pages_are_its_own_alone(owing: Owing) -> None:
    """A return's link opens no promise, and a robot that opens everything changes nothing."""
    owing.asked()
    client = Client()
    for path in ("promises/", "sent/", "pass/", "question/", "1/", "offline/"):
        assert client.get(f"{owing.url}{path}").status_code == 404
    for path in ("figures/", "figures/sent/"):
        assert client.get(f"{owing.url}{path}").status_code == 302
    assert not Reply.objects.exists()
