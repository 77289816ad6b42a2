"""The host's home: each county's partnerships, how many promises and how they stand."""

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from frankpledge.partnership import changes as who
from tests.makers import CLERK, a_partnership
from tests.public.conftest import a_town, on, text_of


def test_a_host_without_partnerships_says_what_comes_next(db: None, reader: Client) -> None:
    assert "No partnership has been opened here yet." in text_of(reader.get("/"))


def test_a_host_of_one_partnership_shows_it_at_once(db: None, reader: Client) -> None:
    a_partnership("marshwick")
    assert reader.get("/")["Location"] == "/marshwick/"


def test_each_county_lists_its_partnerships_and_how_they_stand(db: None, reader: Client) -> None:
    county = a_partnership("loamshire", name="Safer Loamshire", kind="county", place="Loamshire")
    town = a_town("marshwick", "Safer Marshwick", county=county)
    good, bad = town.promise("One"), town.promise("Two")
    town.adopt()
    town.say(good, "Done", on(10, 1))
    town.say(bad, "Stuck", on(10, 1))
    town.publish()
    a_partnership("alone", name="Stands Alone")
    page = text_of(reader.get("/"))
    assert page.index(">Loamshire</h2>") < page.index("Safer Marshwick") < page.index("Elsewhere")
    assert "Two promises, to be kept by March 2029." in page
    assert "One is done or on track. One is falling short." in page
    assert "Published 22 October 2026" in page
    assert page.index("Elsewhere") < page.index("Stands Alone")
    assert "It has not published a plan yet." in page
    assert 'fp-state__word">Stuck' in page


def test_an_ended_partnership_is_listed_last_with_what_followed_it(
    db: None, reader: Client
) -> None:
    before, after = a_partnership("old", name="Old Vale"), a_partnership("new", name="New Vale")
    who.succeed(predecessors=[before], successors=[after], on=on(4, 1), by=CLERK)
    page = text_of(reader.get("/"))
    ended = page[page.index("Those that have ended") :]
    assert "Ended on 31 March 2026." in ended
    assert 'Followed by <a href="/new/" dir="auto">New Vale</a>' in ended


def test_any_number_of_partnerships_is_read_with_the_same_few_queries(
    db: None, reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for name in ("one", "two"):
        town = a_town(name, name.title())
        town.promise("Something")
        town.adopt()
        town.publish()
    with django_assert_num_queries(5):
        reader.get("/")
    for name in ("three", "four", "five"):
        town = a_town(name, name.title())
        town.promise("Something")
        town.adopt()
    with django_assert_num_queries(5):
        reader.get("/")
