"""Accessibility and privacy: a partnership's own words, and sound ones until it has any."""

import pytest
from django.test import Client

from frankpledge.partnership import changes as who
from tests.makers import CLERK, an_organisation
from tests.public.conftest import Town, text_of


@pytest.mark.parametrize("which", ["accessibility", "privacy"])
def test_a_partnerships_own_words_replace_ours(town: Town, reader: Client, which: str) -> None:
    ours = text_of(reader.get(f"/marshwick/{which}/"))
    words = {f"{which}_words": "Ring the Town Hall.\n\nAsk for Ruth."}
    who.describe_partnership(partnership=town.partnership, by=CLERK, **words)
    theirs = text_of(reader.get(f"/marshwick/{which}/"))
    assert '<p class="fp-said" dir="auto">Ask for Ruth.</p>' in theirs
    assert len(theirs) < len(ours)


def test_our_accessibility_words_hold_what_the_law_asks_for(db: None, reader: Client) -> None:
    page = text_of(reader.get("/accessibility/"))
    for part in (
        "Accessibility Regulations 2018",
        "partially compliant",
        "version 2.2, at level AA",
        "Equality and Human Rights Commission",
        "within ten working days",
        "last revised this statement on",
        "What may not work",
        "How this was found out",
    ):
        assert part in page


def test_our_words_name_the_council_to_ask(town: Town, reader: Client) -> None:
    for name in ("Loamshire County Council", "Marshwick Borough Council"):
        who.join(
            partnership=town.partnership,
            organisation=an_organisation(name, "council"),
            standing="responsible",
            by=CLERK,
        )
    for which in ("accessibility", "privacy"):
        assert "<bdi>Marshwick Borough Council</bdi>" in text_of(reader.get(f"/marshwick/{which}/"))


def test_a_partnerships_colour_is_a_style_sheet_of_its_own(town: Town, reader: Client) -> None:
    who.describe_partnership(partnership=town.partnership, colour="#663366", by=CLERK)
    page = text_of(reader.get("/marshwick/"))
    assert '<link rel="stylesheet" href="/brand/marshwick-' in page


def test_help_words_stand_at_the_foot_of_every_page(town: Town, reader: Client) -> None:
    who.describe_partnership(
        partnership=town.partnership, help_words="Afraid at home? Ring Hearthside.", by=CLERK
    )
    assert "Afraid at home? Ring Hearthside." in text_of(reader.get("/marshwick/"))
