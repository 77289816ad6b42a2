"""Loamshire shows every screen in every state, and is built through the screens' own changes."""

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from frankpledge.demo.build import build, is_built
from frankpledge.demo.content import COUNTY, ORDER
from frankpledge.demo.personas import PERSONAS
from frankpledge.language.states import State
from frankpledge.partnership import queries as who
from frankpledge.partnership.models import Account, GroupPlace, Organisation, Partnership, Post
from frankpledge.plan import queries
from frankpledge.plan.models import (
    Action,
    ActionLink,
    Lead,
    Outcome,
    Placement,
    Plan,
    Priority,
    Revision,
    Standing,
    Target,
    Timescale,
)
from frankpledge.plan.queries.published import publications, published_bodies, published_body
from frankpledge.record import checks
from frankpledge.record.models import Line

pytestmark = pytest.mark.usefixtures("county")


def test_a_county_and_its_ten_districts_stand_today() -> None:
    (loamshire,) = who.counties()
    assert loamshire.county.slug == "loamshire"
    assert len(loamshire.districts) == 10


def test_one_district_ended_and_another_follows_it() -> None:
    (gone,) = [each for each in Partnership.objects.all() if not each.is_current]
    (after,) = who.successors(gone)
    assert (gone.slug, after.successor.slug) == ("vale-of-amory", "wychford")


def test_building_again_does_nothing() -> None:
    assert is_built()
    lines = Line.objects.count()
    with CaptureQueriesContext(connection) as asked:
        build()
    assert Line.objects.count() == lines
    assert len(asked) == 1


def test_where_building_stopped_halfway_it_goes_on_and_makes_nothing_twice() -> None:
    before = Plan.objects.count(), Partnership.objects.count(), Organisation.objects.count()
    everything_but_the_end = QuerySet(Line).filter(verb="demonstration.built")
    everything_but_the_end._raw_delete(connection.alias)
    assert not is_built()
    build()
    after = Plan.objects.count(), Partnership.objects.count(), Organisation.objects.count()
    assert is_built()
    assert after == before


def test_marshwick_is_as_it_was_drawn() -> None:
    marshwick = who.partnership_by_slug("marshwick")
    assert marshwick is not None
    plan = queries.current_plan(marshwick)
    assert plan is not None
    public = published_body(next(p for p in publications(marshwick) if p.plan["id"] == plan.pk))
    assert len(public["priorities"]) == 6
    assert 24 <= len(public["actions"]) <= 26
    assert Outcome.objects.filter(action__plan=plan).count() >= 40
    assert Standing.objects.filter(outcome__action__plan=plan).exclude(words="").count() >= 45
    struck = [a for a in public["actions"].values() if a["stands"]["label"] == "Struck"]
    assert [(a["ref"], bool(a["closed_why"])) for a in struck] == [("5.4", True)]


def test_every_state_is_seen() -> None:
    seen = set(Action.objects.values_list("state", flat=True))
    seen |= set(Outcome.objects.values_list("state", flat=True))
    assert seen == {state.value for state in State}


def test_every_rating_of_every_scale_is_seen_where_there_is_a_plan() -> None:
    used = set(Standing.objects.values_list("rating", flat=True))
    for slug in ("marshwick", "calderbrook", "dunmere"):
        place = Partnership.objects.get(slug=slug)
        assert [r.label for r in who.ratings(place) if r.pk not in used] == []


def test_every_kind_of_timescale_target_link_and_action_is_seen() -> None:
    def missing(model: type, field: str, kinds: list[tuple[str, str]]) -> set[str]:
        return {kind for kind, _ in kinds} - set(model.objects.values_list(field, flat=True))

    assert missing(Timescale, "kind", Timescale.KINDS) == set()
    assert missing(Target, "kind", Target.KINDS) <= {"reference", "unread"}
    assert missing(Action, "kind", Action.KINDS) == set()
    assert missing(Action, "audience", Action.AUDIENCES) == set()
    assert missing(Plan, "status", Plan.STATUSES) == set()
    assert ActionLink.objects.filter(kind="through").exists()


def test_a_forecast_stands_beside_a_promised_date_that_it_misses() -> None:
    late = [t for t in Timescale.objects.filter(forecast__isnull=False) if t.forecast > t.due]
    assert len(late) >= 3
    assert all(t.forecast_why for t in late)


def test_promises_are_carried_shared_revised_and_led_in_every_way() -> None:
    assert Action.objects.filter(carried_from__isnull=False).count() >= 3
    assert Placement.objects.filter(is_base=False).exclude(variants={}).count() >= 2
    assert Revision.objects.exclude(why="").count() >= 4
    assert Priority.objects.filter(parent__isnull=False).count() >= 4
    leads = Lead.objects.filter(part="lead")
    for kind in ("organisation", "post", "person", "group"):
        assert leads.filter(**{f"{kind}__isnull": False}).exists()
    assert leads.filter(everyone=True).exists()
    assert Standing.objects.filter(state="blocked").exclude(condition="").exists()


def test_posts_change_hands_stand_empty_and_are_closed() -> None:
    assert any(post.holders.count() > 1 for post in Post.objects.all())
    assert any(not post.holders.current().exists() for post in Post.objects.filter(closed=None))
    assert Post.objects.exclude(closed=None).exists()


def test_a_group_serves_two_partnerships_under_two_names() -> None:
    shared = [g for g in GroupPlace.objects.all() if g.group.places.count() == 2]
    assert len({g.local_name for g in shared}) == 2


def test_bodies_that_are_no_more_keep_their_days() -> None:
    assert Organisation.objects.filter(closed__isnull=False, name__contains="Trust").count() >= 2


def test_one_district_is_empty_and_one_has_been_silent() -> None:
    assert not Plan.objects.filter(partnership__slug="brackenholt").exists()
    said = Standing.objects.filter(action__plan__partnership__slug="skelder-moor")
    newest = said.order_by("said_on").last()
    assert newest is not None
    assert (Line.objects.get(verb="demonstration.built").at.date() - newest.said_on).days > 365


def test_other_scripts_and_other_strategies_are_seen() -> None:
    words = " ".join(Standing.objects.values_list("words", flat=True))
    assert any("֐" <= letter <= "׿" for letter in words)
    assert any("؀" <= letter <= "ۿ" for letter in words)
    assert Priority.objects.filter(alignments__isnull=False).distinct().count() >= 4


def test_what_the_public_reads_names_nobody() -> None:
    names = set(Account.objects.values_list("person__name", flat=True))
    for place in Partnership.objects.all():
        for body in published_bodies(publications(place)).values():
            text = str(body)
            assert [name for name in names if name in text] == []


def test_something_waits_to_be_published_in_no_more_than_a_few_places() -> None:
    for plan in Plan.objects.filter(status="adopted").select_related("partnership"):
        waiting = queries.unpublished(plan)
        assert waiting.old is not None, plan
        assert not waiting.gone


def test_every_chain_of_the_record_verifies() -> None:
    assert len(checks.chains()) == Partnership.objects.count() + 1
    assert [fault for chain in checks.chains() for fault in checks.verify(chain)] == []


def test_each_kind_of_person_can_sign_in_and_has_their_part() -> None:
    accounts = {each.email: each for each in Account.objects.select_related("person")}
    for persona in PERSONAS:
        assert accounts[persona.email].person.name == persona.name
        assert who.partnerships_of(accounts[persona.email])


def test_no_file_is_large_and_each_is_built() -> None:
    files = {path.stem: path for path in COUNTY.glob("*.yaml")}
    assert set(files) == {*ORDER, "host"}
    assert max(path.stat().st_size for path in files.values()) < 40_000
