"""What was published can always be read again as it was, with the means to hold us to it."""

import json

from django.test import Client

from frankpledge.plan import changes
from frankpledge.record.models import Freeze
from frankpledge.record.withdrawals import withdraw
from tests.makers import CLERK
from tests.public.conftest import Town, on, text_of
from tests.small import decided


def twice(town: Town) -> tuple[int, Freeze, Freeze]:
    """Published with its first words, and again with others."""
    action = town.promise("Visit every shop")
    town.adopt()
    action.refresh_from_db()
    changes.change_action(
        action=action, version=action.version, words="Visit some", decision=decided(), by=CLERK
    )
    return action.pk, Freeze.objects.get(), town.publish()


def test_every_publication_is_listed_with_its_fingerprint(town: Town, reader: Client) -> None:
    _, first, second = twice(town)
    page = text_of(reader.get("/marshwick/record/"))
    assert page.index(second.hash) < page.index(first.hash)
    assert "version 2, published 22 October 2026" in page
    assert f"Fingerprint {first.hash[:8]}</summary>" in page


def test_before_the_first_publication_the_record_says_why_it_is_empty(
    town: Town, reader: Client
) -> None:
    assert "Nothing has been published yet." in text_of(reader.get("/marshwick/record/"))


def test_an_earlier_version_reads_as_it_did_and_says_that_it_is_earlier(
    town: Town, reader: Client
) -> None:
    action, first, _ = twice(town)
    page = text_of(reader.get(f"/marshwick/published/{first.pk}/"))
    assert "An earlier version, published on 22 October 2026" in page
    assert "Visit every shop" in page
    assert "Visit some" not in page
    link = f"/marshwick/published/{first.pk}/promises/{action}/"
    assert link in page
    assert '<h1 class="fp-promise" dir="auto">Visit every shop</h1>' in text_of(reader.get(link))
    under = f"/marshwick/published/{first.pk}/priorities/{town.priority.pk}/"
    assert "Visit every shop" in text_of(reader.get(under))


def test_the_newest_version_says_that_it_is_the_newest(town: Town, reader: Client) -> None:
    _, _, second = twice(town)
    page = text_of(reader.get(f"/marshwick/published/{second.pk}/"))
    assert "It is the newest there is." in page


def test_changes_are_not_seen_before_they_are_published(town: Town, reader: Client) -> None:
    action = town.promise("Visit every shop")
    town.adopt()
    town.say(action, "Stuck", on(10, 6), "Not yet published.")
    draft = changes.draft_plan(
        partnership=town.partnership,
        title="Next",
        starts=on(4, 1, 2029),
        ends=on(3, 31, 2030),
        by=CLERK,
    )
    later = changes.add_priority(plan=draft, title="Later", by=CLERK)
    new = changes.add_action(plan=draft, priority=later, words="Not adopted", by=CLERK)
    assert "Not yet published." not in text_of(reader.get(f"/marshwick/promises/{action.pk}/"))
    assert reader.get(f"/marshwick/promises/{new.pk}/").status_code == 404
    assert reader.get(f"/marshwick/plans/{draft.pk}/").status_code == 404


def test_open_data_is_the_published_document_itself(town: Town, reader: Client) -> None:
    action, first, second = twice(town)
    told = json.loads(text_of(reader.get("/marshwick/plan.json")))
    assert (told["hash"], told["previous"]) == (second.hash, first.hash)
    section = second.sections.get(name="public")
    assert told["public"] == section.body
    then = json.loads(text_of(reader.get(f"/marshwick/published/{first.pk}/plan.json")))
    assert then["public"]["actions"][str(action)]["words"] == "Visit every shop"


def test_a_text_withdrawn_by_law_is_gone_from_every_page_at_once(
    town: Town, reader: Client
) -> None:
    action, first, _ = twice(town)
    address = f"/marshwick/published/{first.pk}/promises/{action}/"
    etag = reader.get(address)["ETag"]
    withdraw(chain=town.partnership.chain, words="Visit every shop", by=CLERK, why="The law")
    again = reader.get(address, headers={"If-None-Match": etag})
    assert "Visit every shop" not in text_of(again)
    assert "(taken out, as the law requires)" in text_of(again)
    assert "Visit every shop" not in text_of(reader.get("/marshwick/plan.json"))
