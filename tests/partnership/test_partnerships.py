"""A partnership promises a lifetime, a place among others, and its own scale from the first day."""

import datetime

import pytest

from frankpledge.partnership import changes, queries
from frankpledge.partnership.models import Partnership
from frankpledge.record import checks
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.queries import newest_lines
from tests.makers import CLERK, a_host, a_partnership, somebody

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 4, 1)


def test_opening_is_on_the_partnerships_own_record() -> None:
    made = a_partnership("hartwell", name="Hartwell", starts=DAY)
    first = newest_lines(made.chain)[-1]
    assert (first.verb, first.content["new"]["starts"]) == ("partnership.opened", "2026-04-01")
    assert checks.verify(made.chain) == []


def test_it_begins_with_our_scale_worst_first() -> None:
    labels = [rating.label for rating in queries.ratings(a_partnership())]
    assert labels == ["Stuck", "Slipping", "Not started", "On track", "Done"]


@pytest.mark.parametrize("slug", ["host", "static", "Upper", "-x", "two--hyphens", "x" * 51, ""])
def test_an_address_that_cannot_be_used_is_refused(slug: str) -> None:
    with pytest.raises(Refused) as refused:
        changes.open_partnership(slug=slug, name="Hartwell", by=CLERK)
    assert refused.value.field == "slug"


def test_an_overlong_name_is_refused_on_every_database() -> None:
    with pytest.raises(Refused):
        a_partnership("hartwell", name="H" * 121)
    assert not Partnership.objects.exists()


def test_a_district_stands_in_a_county_and_nowhere_else() -> None:
    county = a_partnership("loam", kind="county")
    district = a_partnership("hartwell", county=county)
    assert queries.districts_of(county) == [district]
    with pytest.raises(Refused):
        a_partnership("wick", county=district)


def test_the_second_of_two_editors_is_shown_what_the_first_saved() -> None:
    made = a_partnership()
    changes.describe_partnership(partnership=made, place="Hartwell Vale", version=1, by=CLERK)
    with pytest.raises(Stale) as stale:
        changes.describe_partnership(partnership=made, place="The Vale", version=1, by=CLERK)
    assert stale.value.current == {"place": "Hartwell Vale"} and stale.value.version == 2
    made.refresh_from_db()
    assert made.place == "Hartwell Vale"


def test_saving_what_is_already_there_writes_no_line() -> None:
    made = a_partnership(place="The Vale")
    before = len(newest_lines(made.chain))
    same = changes.describe_partnership(partnership=made, place="The Vale", by=CLERK)
    assert len(newest_lines(made.chain)) == before and same.version == 1


def test_only_settings_can_be_set() -> None:
    with pytest.raises(TypeError):
        changes.describe_partnership(partnership=a_partnership(), slug="other", by=CLERK)


@pytest.mark.parametrize("colour", ["#ffcc00", "#77aaff", "red", "#12345", "url(x)"])
def test_a_colour_that_cannot_be_read_or_is_none_is_refused(colour: str) -> None:
    with pytest.raises(Refused) as refused:
        changes.describe_partnership(partnership=a_partnership(), colour=colour, by=CLERK)
    assert refused.value.field == "colour"


def test_a_dark_colour_is_kept_and_none_means_ours() -> None:
    made = a_partnership()
    assert changes.describe_partnership(partnership=made, colour="#0A5C36", by=CLERK).colour == (
        "#0a5c36"
    )
    assert changes.describe_partnership(partnership=made, colour="", by=CLERK).colour == ""


def test_two_districts_merge_into_one() -> None:
    east, west, both = a_partnership("east"), a_partnership("west"), a_partnership("both")
    changes.succeed(predecessors=[east, west], successors=[both], on=DAY, by=CLERK, note="Merger")
    assert [row.predecessor for row in queries.predecessors(both)] == [east, west]
    assert [row.successor for row in queries.successors(east)] == [both]
    east.refresh_from_db()
    assert east.ends == datetime.date(2026, 3, 31)
    assert {line.verb for line in newest_lines(east.chain)} >= {
        "partnership.followed",
        "partnership.ended",
    }


def test_nothing_follows_itself_even_roundabout() -> None:
    one, two, three = a_partnership("one"), a_partnership("two"), a_partnership("three")
    changes.succeed(predecessors=[one], successors=[two], on=DAY, by=CLERK)
    changes.succeed(predecessors=[two], successors=[three], on=DAY, by=CLERK)
    for before, after in [(three, one), (one, one), (one, two)]:
        with pytest.raises(Refused):
            changes.succeed(predecessors=[before], successors=[after], on=DAY, by=CLERK)


def test_an_account_sees_its_own_partnerships_and_the_host_all() -> None:
    county = a_partnership("loam", kind="county")
    district, other = a_partnership("hartwell", county=county), a_partnership("wick")
    ended = a_partnership("ash", county=county)
    changes.end_partnership(partnership=ended, on=DAY, by=CLERK, why="Merged")
    assert queries.partnerships_of(somebody(other, "reader")) == [other]
    analyst = somebody(county, "county-analyst")
    assert queries.partnerships_of(analyst) == [district, county, ended]
    assert set(queries.partnerships_of(a_host())) == {county, district, other, ended}
