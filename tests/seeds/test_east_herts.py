"""Plan 000: one priority, nineteen rows, one update."""

import pytest

from frankpledge.partnership import changes as people
from frankpledge.plan import changes
from frankpledge.plan.changes import LeadGiven
from frankpledge.plan.models import Action
from frankpledge.plan.queries import plan_table
from frankpledge.record.errors import Refused
from tests.seeds.kit import BY, Seed, Target, When, day, outcome

AUGUST = {"said_on": day("2010-08-31"), "said_by": "Community safety coordinator"}


def one_priority(seed: Seed):  # type: ignore[no-untyped-def]
    return seed.priority("Keep crime levels low and improve public confidence")


def test_fact_1_a_reference_may_stand_twice(east_herts: Seed) -> None:
    under = one_priority(east_herts)
    calendar = east_herts.action(under, "All partners to update the JAG calendar", ref="6")
    surgeries = east_herts.action(
        under, "Partner agencies to be invited to existing police surgeries", ref="6"
    )
    east_herts.adopt()
    rows = plan_table(east_herts.plan, restricted=False).priorities[0][1]
    assert [(row.action.pk, row.action.ref) for row in rows] == [
        (calendar.pk, "6"),
        (surgeries.pk, "6"),
    ]


def test_fact_7_a_target_printed_in_the_timescale_column_is_kept_as_both(
    east_herts: Seed,
) -> None:
    printed = "At least one partner surgery each quarter"
    action = east_herts.action(
        one_priority(east_herts),
        "Partner agencies to be invited to existing police surgeries",
        ref="6",
        when=[When(printed, "every", every=1, unit="quarter")],
        outcomes=[
            ('Number of "partner" surgeries held', Target(printed, "recurring", 1, per="quarter"))
        ],
    )
    when, target = action.timescales.get(), outcome(action, 1).targets.get()
    assert when.printed == target.printed == printed
    assert (when.every, when.unit, target.number, target.per) == (1, "quarter", 1, "quarter")


def test_fact_7_dates_printed_in_the_target_column_are_dates_of_the_outcome(
    east_herts: Seed,
) -> None:
    action = east_herts.action(
        one_priority(east_herts),
        "Create how to report litter campaign",
        ref="9",
        when=[
            When("Campaign introduced by autumn 2010", "date", due=day("2010-11-30")),
            When("3 Environmental Crime events by March 2011", "date", due=day("2011-03-31")),
        ],
    )
    assert [t.due for t in action.timescales.all()] == [day("2010-11-30"), day("2011-03-31")]


def test_should_budget_permit_is_blocked_with_its_condition(east_herts: Seed) -> None:
    action = east_herts.action(one_priority(east_herts), "Create information sheet", ref="7")
    east_herts.adopt()
    with pytest.raises(Refused):
        east_herts.say(action, "Initiative stalled", state="blocked", **AUGUST)
    said = east_herts.say(
        action,
        "Initiative stalled due to reduction in budget.",
        state="blocked",
        condition="should budget permit",
        **AUGUST,
    )
    action.refresh_from_db()
    assert (action.state, said.condition) == ("blocked", "should budget permit")


def test_an_action_may_be_done_through_another(east_herts: Seed) -> None:
    under = one_priority(east_herts)
    first = east_herts.action(under, "Publish 2 editions of the newsletter", ref="1")
    fifth = east_herts.action(under, "Turn achievements into case studies of success", ref="5")
    east_herts.adopt()
    note = "Action will be completed through completion of action 1."
    changes.link_actions(action=fifth, kind="through", other=first, note=note, by=BY)
    fifth.refresh_from_db()
    link = fifth.links_out.get()
    assert (fifth.state, link.other, link.note) == ("through-another", first, note)
    public = east_herts.published()["actions"]
    assert public[str(fifth.pk)]["links"][0]["action"] == first.pk


def test_fact_13_a_measure_without_a_number_is_never_judged_or_coloured(
    east_herts: Seed,
) -> None:
    action = east_herts.action(
        one_priority(east_herts),
        "Use of ASB legislation",
        ref="10",
        outcomes=[("Number of interventions", Target("Number of interventions", "unnumbered"))],
    )
    east_herts.adopt()
    target = outcome(action, 1).targets.get()
    shown = plan_table(east_herts.plan, restricted=False).priorities[0][1][0].shown
    assert target.number is None
    assert (shown.label, shown.shape, shown.colour) == ("Not stated", "dashed-ring", "hush")


def test_fact_20_vague_counts_are_kept_as_they_were_said(east_herts: Seed) -> None:
    action = east_herts.action(one_priority(east_herts), "Nominate individuals", ref="13")
    east_herts.adopt()
    for words in ("Approx 1000 -1300 visitors", "approx 5000-6000", "X20 warning letters"):
        east_herts.say(action, words, **AUGUST)
    kept = [s.words for s in action.standings.order_by("pk")]
    assert kept == ["Approx 1000 -1300 visitors", "approx 5000-6000", "X20 warning letters"]


def test_fact_21_nought_is_something_said(east_herts: Seed) -> None:
    action = east_herts.action(one_priority(east_herts), "Use of ASB legislation", ref="10")
    east_herts.adopt()
    east_herts.say(action, "0 ASBOs", **AUGUST)
    row = plan_table(east_herts.plan, restricted=False).priorities[0][1][0]
    assert row.freshness.said_on == AUGUST["said_on"]
    assert action.standings.get().words == "0 ASBOs"


def test_a_forum_leads_in_two_partnerships_at_once(east_herts: Seed) -> None:
    name = "East Herts and Broxbourne Domestic Violence Forum"
    here = east_herts.group(name, kind="theme")
    other = Seed("Broxbourne", "Its own plan", "2010-04-01", "2011-03-31")
    there = other.group("DV Forum", kind="theme", group=here.group)
    action = east_herts.action(
        one_priority(east_herts), "Publicise services", ref="18", leads=[LeadGiven(group=here)]
    )
    assert here.group == there.group
    assert action.leads.get().group == here
    with pytest.raises(Refused):
        changes.set_leads(of=action, leads=[LeadGiven(group=there)], by=BY)


def test_a_meeting_cycle_and_a_lost_newsletter_keep_their_printed_words(east_herts: Seed) -> None:
    jag = east_herts.group("Joint Action Group", "JAG", meets="Every six weeks")
    action = east_herts.action(
        one_priority(east_herts),
        "All partners to update the JAG calendar",
        ref="6",
        when=[When("At JAG every 6 weeks", "meeting", group=jag, every=6, unit="week")],
        leads=[LeadGiven(printed="Chair of JAG", group=jag), LeadGiven("support", everyone=True)],
    )
    when = action.timescales.get()
    assert (when.printed, when.group, when.every) == ("At JAG every 6 weeks", jag, 6)
    assert action.leads.get(part="support").everyone
    assert Action.objects.get(leads__group=jag) == action


def test_everybody_helping_means_the_members_of_the_day(east_herts: Seed) -> None:
    from frankpledge.partnership.queries import everyone_on

    police = east_herts.organisation("Hertfordshire Constabulary", kind="police")
    people.join(
        partnership=east_herts.partnership,
        organisation=police,
        standing="responsible",
        starts=day("2010-06-01"),
        by=BY,
    )
    before = everyone_on(east_herts.partnership, day("2010-05-31"))
    after = everyone_on(east_herts.partnership, day("2010-06-01"))
    assert (len(before), len(after)) == (0, 1)
