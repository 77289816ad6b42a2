"""Plan 003: twenty-seven actions, fifty-seven outcomes, each with a status of its own."""

from decimal import Decimal

import pytest

from frankpledge.partnership import changes as people
from frankpledge.plan import changes
from frankpledge.plan.changes import LeadGiven
from frankpledge.plan.models import Action, Standing
from frankpledge.plan.queries import NotThere, action_in, plan_table
from frankpledge.record.errors import Refused
from tests.seeds.kit import BY, Seed, Target, When, day, decided, outcome

Q1 = day("2014-04-01")
NO_MORE = (
    ("100% of referrals to No More agreed", 100),
    ("At least one case study produced", 1),
    ("50% of No More clients sustain their tenancy.", 50),
    ("50% of No More clients significantly reduce alcohol consumption.", 50),
    ("10% of No More clients significantly reduce drugs use.", 10),
    ("50% of clients show considerable improvement in health.", 50),
    ("50% of clients have no ASB associated with them", 50),
)


def no_more(seed: Seed) -> Action:
    return seed.action(
        seed.priority("Violent crime, alcohol and drugs", ref="3"),
        "Co-ordinate partnership contributions and referrals to the No More Project",
        ref="3.5",
        when=[
            When("Fortnightly", "every", every=2, unit="week"),
            When("quarterly", "every", every=1, unit="quarter"),
        ],
        outcomes=[
            (words, Target(words, "proportion", Decimal(number), is_percent=True))
            for words, number in NO_MORE
        ],
    )


def shown(seed: Seed):  # type: ignore[no-untyped-def]
    return plan_table(seed.plan, restricted=True).priorities[0][1][0].shown


def test_fact_5_seven_outcomes_each_stand_as_they_stand(stevenage: Seed) -> None:
    action = no_more(stevenage)
    stevenage.adopt()
    stevenage.say(outcome(action, 1), rating=stevenage.rating("Green"), period=Q1)
    stevenage.say(outcome(action, 2), rating=stevenage.rating("Red"), period=Q1)
    for number in range(3, 8):
        stevenage.say(outcome(action, number), rating=stevenage.rating("Amber"), period=Q1)
    action.refresh_from_db()
    stands = [o.rating.label for o in action.outcomes.select_related("rating") if o.rating]
    assert stands == ["Green", "Red", *["Amber"] * 5]
    assert action.rating is None  # it shows the worst of its open outcomes, and how many
    assert (shown(stevenage).label, shown(stevenage).says) == ("Red", "1 of 7")
    with pytest.raises(Refused):
        stevenage.say(action, rating=stevenage.rating("Green"))


def test_fact_5_what_was_lost_at_a_page_break_is_held_without_being_invented(
    stevenage: Seed,
) -> None:
    action = stevenage.action(
        stevenage.priority("Acquisitive crime", ref="2"),
        "people and property; including targeting offending in the commercial centre",
        ref="2.1",
    )
    lost = changes.add_outcome(action=action, number=2, words="(lost at a page break)", by=BY)
    stevenage.adopt()
    assert not action.leads.exists()
    assert not action.timescales.exists()
    assert (lost.number, lost.state, lost.rating) == (2, "not-stated", None)


def test_fact_6_two_timescales_in_one_cell_are_two(stevenage: Seed) -> None:
    both = [When("Summer 2014", "date", due=day("2014-08-31")), When("As required.", "on-demand")]
    action = stevenage.action(
        stevenage.priority("Domestic abuse"), "Improve information", ref="1.2", when=both
    )
    assert [(t.printed, t.kind) for t in action.timescales.all()] == [
        ("Summer 2014", "date"),
        ("As required.", "on-demand"),
    ]
    assert [t.unit for t in no_more(stevenage).timescales.all()] == ["week", "quarter"]


def test_fact_8_an_outcome_may_be_due_before_its_action_after_it_or_after_the_plan(
    stevenage: Seed,
) -> None:
    action = stevenage.action(
        stevenage.priority("Hate crime"),
        "Encourage third party reporting",
        ref="4.1",
        when=[When("May 2014", "date", due=day("2014-05-31"))],
        outcomes=[("analysis complete", None), ("staff trained", None), ("evaluation", None)],
    )
    printed = (
        ("by April 2014", "2014-03-31"),
        ("by August 2014", "2014-08-31"),
        ("May 2015", "2015-05-31"),
    )
    for number, (words, due) in enumerate(printed, start=1):
        when = When(words, "date", due=day(due))
        changes.set_timescales(of=outcome(action, number), timescales=[when], by=BY)
    stevenage.adopt()
    dues = [o.timescales.get().due for o in action.outcomes.all()]
    assert dues[0] and dues[0] < stevenage.plan.starts
    assert dues[1] and dues[1] > action.timescales.get().due
    assert dues[2] and dues[2] > stevenage.plan.ends


def test_fact_9_what_a_cut_is_measured_against_is_asked_and_never_guessed(
    stevenage: Seed,
) -> None:
    printed = "Quarterly 5% decrease in ASB."
    cut = {"number": Decimal(5), "is_percent": True, "direction": "down", "per": "quarter"}
    action = stevenage.action(
        stevenage.priority("ASB"),
        "Reduce ASB",
        ref="6.4",
        outcomes=[(printed, Target(printed, "change", **cut))],
    )
    stevenage.adopt()
    target = outcome(action, 1).targets.get()
    assert (target.comparator, target.baseline, target.baseline_says) == ("", None, "")
    words = "6% increase in ASB in Q1"
    stevenage.say(outcome(action, 1), words, rating=stevenage.rating("Amber"), period=Q1)
    settled = Target(printed, "change", **cut, comparator="year-before", baseline=Decimal(812))
    why = decided("Autumn after summer says nothing")
    changes.set_targets(outcome=outcome(action, 1), targets=[settled], by=BY, decision=why)
    target = outcome(action, 1).targets.get()
    assert (target.printed, target.comparator, target.baseline) == (printed, "year-before", 812)


def test_fact_10_a_ceiling_without_its_period_keeps_the_question_open(stevenage: Seed) -> None:
    printed = "Incidence of deliberate fire not more than 2 per thousand head of population."
    target = Target(printed, "rate-ceiling", Decimal(2), of="thousand head of population")
    action = stevenage.action(stevenage.priority("ASB"), "Patrols", outcomes=[(printed, target)])
    held = outcome(action, 1).targets.get()
    assert (held.kind, held.number, held.per) == ("rate-ceiling", 2, "")


def test_fact_11_a_share_of_eight_people_stays_inside_until_somebody_has_read_it(
    stevenage: Seed,
) -> None:
    action = no_more(stevenage)
    stevenage.adopt()
    stevenage.say(outcome(action, 3), "Alcohol strand has 8 clients", state="in-progress")
    assert "8 clients" not in stevenage.public_text()


def test_fact_12_shares_and_counts_are_not_mixed_up_and_no_base_is_made_up(
    stevenage: Seed,
) -> None:
    rows = (
        ("100% of referrals agreed", Target("100%", "proportion", Decimal(100), is_percent=True)),
        ("At least one campaign undertaken this year.", Target("1", "count-at-least", Decimal(1))),
        (
            "90% of qualifying offenders",
            Target("90%", "proportion", Decimal(90), is_percent=True, of="qualifying offenders"),
        ),
    )
    action = stevenage.action(stevenage.priority("Crime"), "Several", outcomes=rows)
    held = [o.targets.get() for o in action.outcomes.all()]
    assert [(t.kind, t.is_percent, t.of) for t in held] == [
        ("proportion", True, ""),
        ("count-at-least", False, ""),
        ("proportion", True, "qualifying offenders"),
    ]


def test_fact_14_an_update_speaks_of_one_quarter_and_was_said_in_another(
    stevenage: Seed,
) -> None:
    action = stevenage.action(stevenage.priority("ASB"), "Community trigger", ref="6.2")
    stevenage.adopt()
    words = "New tools and powers came into place on 20 Oct."
    said = stevenage.say(action, words, period=Q1, said_on=day("2014-10-21"))
    assert (said.period, said.said_on) == (Q1, day("2014-10-21"))


def test_the_half_yearly_reader_is_served_by_two_quarters(stevenage: Seed) -> None:
    action = stevenage.action(stevenage.priority("ASB"), "Community trigger", ref="6.2")
    stevenage.adopt()
    quarters = (("2014-04-01", "2014-07-08"), ("2014-07-01", "2014-10-20"))
    for period, said in quarters:
        stevenage.say(action, period=day(period), said_on=day(said))
    half = Standing.objects.filter(
        action=action, period__range=(day("2014-04-01"), day("2014-09-30"))
    )
    assert half.count() == 2


def test_fact_18_organisation_then_person_or_post_or_group_and_the_print_beside(
    stevenage: Seed,
) -> None:
    police = stevenage.organisation("Hertfordshire Constabulary", "Police", "police")
    council = stevenage.organisation("Stevenage Borough Council", "SBC", "council")
    odg = stevenage.group("Operational Delivery Group", "ODG")
    person = stevenage.person("Inspector A", police, "ST")
    commander = stevenage.post("Station Commander", stevenage.organisation("HFRS", kind="fire"))
    given = [
        LeadGiven(organisation=police, person=person, printed="Police Insp & Probation"),
        LeadGiven(organisation=council, printed="SBC in conjunction with CCSU"),
        LeadGiven(post=commander, printed="HFRS Station Commander"),
        LeadGiven(group=odg, everyone=True, printed="ODG (All)"),
        LeadGiven(everyone=True, printed="All partners, through communications teams"),
    ]
    action = stevenage.action(stevenage.priority("ASB"), "Patrols", leads=given)
    held = list(action.leads.all())
    assert [lead.printed for lead in held] == [lead.printed for lead in given]
    assert (held[0].person, held[2].post, held[3].group) == (person, commander, odg)
    assert [lead.everyone for lead in held] == [False, False, False, True, True]


def test_a_lead_for_the_priority_and_another_for_the_action(stevenage: Seed) -> None:
    council = stevenage.organisation("Stevenage Borough Council", "SBC", "council")
    priority = stevenage.priority("Domestic abuse", ref="1")
    changes.set_leads(of=priority, leads=[LeadGiven(organisation=council)], by=BY)
    action = stevenage.action(priority, "Support the coordinator")
    assert priority.leads.get().organisation == council
    assert not action.leads.exists()


def test_fact_19_resources_keep_their_order_and_their_questions_and_stay_inside(
    stevenage: Seed,
) -> None:
    resources = ["Internal or external funding streams (CCG?).", "Schools buy in.", "Peer mentors."]
    action = stevenage.action(stevenage.priority("Drugs"), "Programme", resources=resources)
    stevenage.adopt()
    action.refresh_from_db()
    assert action.resources == resources
    assert not [r for r in resources if r in stevenage.public_text()]


def test_fact_21_no_meetings_this_quarter_is_something_said(stevenage: Seed) -> None:
    action = stevenage.action(stevenage.priority("ASB"), "Summit meetings", ref="6.7")
    stevenage.adopt()
    stevenage.say(action, "No summit meetings this quarter.", period=Q1)
    action.refresh_from_db()
    assert action.said_on == day("2014-10-20")


def test_fact_22_a_private_concern_is_never_published_by_itself(stevenage: Seed) -> None:
    action = no_more(stevenage)
    stevenage.adopt()
    words = "Concerns around high risk / dangerous clients"
    private = stevenage.say(outcome(action, 1), words, rating=stevenage.rating("Amber"))
    assert "Concerns" not in stevenage.public_text()
    other = stevenage.say(outcome(action, 2), "All referred through ODG.", state="in-progress")
    changes.publish_words(standing=other, public=True, by=BY)
    text = stevenage.public_text()
    assert "All referred through ODG." in text
    assert words not in text
    private.refresh_from_db()
    assert private.words == words


def test_the_dhr_action_plan_is_restricted(stevenage: Seed) -> None:
    action = stevenage.action(
        stevenage.priority("Domestic abuse"),
        "Monitor and progress DHR action plan (AA)",
        ref="1.3",
        audience="restricted",
    )
    stevenage.adopt()
    assert "DHR" not in stevenage.public_text()
    assert action_in(stevenage.partnership, action.pk, restricted=True) == action
    with pytest.raises(NotThere):
        action_in(stevenage.partnership, action.pk, restricted=False)


def test_a_proposal_to_strike_is_not_yet_struck_and_the_decision_says_who_and_why(
    stevenage: Seed,
) -> None:
    action = stevenage.action(
        stevenage.priority("Acquisitive crime"),
        "Communicate the impact of shoplifting",
        ref="2.2",
        kind="campaign",
        outcomes=[("Annual 10% decrease in shoplifting.", None)],
    )
    stevenage.adopt()
    red = stevenage.rating("Red")
    stevenage.say(outcome(action, 1), "move to strike from the action plan", rating=red)
    assert shown(stevenage).label == "Red"
    why = "lack of time and resource makes this unachievable"
    action.refresh_from_db()
    changes.strike_action(action=action, version=action.version, decision=decided(why), by=BY)
    action.refresh_from_db()
    assert (action.state, action.closed_by, action.closed_why) == ("struck", "ODG", why)
    assert action.closed_on == day("2014-07-08")
    assert shown(stevenage).label == "Struck"
    assert outcome(action, 1).standings.count() == 1


def test_fact_26_the_group_rag_and_the_colours_are_kept_apart(stevenage: Seed) -> None:
    group = stevenage.group("Responsible Authorities Group", "RAG", "board")
    no_more(stevenage)
    stevenage.adopt()
    scale = {r["label"]: r["meaning"] for r in stevenage.published()["scale"]}
    assert group.abbreviation == "RAG"
    assert scale == {
        "Red": "not started / at risk",
        "Amber": "in progress / on target",
        "Green": "complete",
    }


def test_amber_means_fine_here_and_counts_as_good(stevenage: Seed) -> None:
    action = no_more(stevenage)
    stevenage.adopt()
    for each in action.outcomes.all():
        stevenage.say(each, rating=stevenage.rating("Amber"))
    assert (shown(stevenage).label, shown(stevenage).is_good) == ("Amber", True)


def test_fact_28_words_and_status_may_disagree_and_both_are_kept(stevenage: Seed) -> None:
    action = stevenage.action(
        stevenage.priority("Hate crime"),
        "Undertake desk top exercise",
        ref="4.2",
        outcomes=[("Overview of protected characteristics", None), ("Info used in EqIA", None)],
    )
    stevenage.adopt()
    words = "EqIA started – more data required."
    said = stevenage.say(outcome(action, 1), words, rating=stevenage.rating("Red"))
    first = outcome(action, 1)
    assert (said.words, first.rating, first.state) == (words, said.rating, "not-started")


def test_a_status_of_which_only_the_number_is_left_is_not_stated(stevenage: Seed) -> None:
    action = no_more(stevenage)
    stevenage.adopt()
    assert {o.state for o in action.outcomes.all()} == {"not-stated"}


def test_money_that_cuts_across_is_kept_with_the_plan_and_inside(stevenage: Seed) -> None:
    no_more(stevenage)
    stevenage.adopt()
    stevenage.plan.refresh_from_db()
    assert "cuts across all priority areas" in stevenage.plan.funding_note
    assert "cuts across" not in stevenage.public_text()


def test_initials_are_known_in_this_partnership_only(stevenage: Seed) -> None:
    person = stevenage.person("Coordinator B", initials="DB")
    other = Seed("Dacorum", "Another plan", "2014-04-01", "2015-03-31")
    contact = stevenage.partnership.contacts.get(person=person)
    assert contact.initials == "DB"
    assert not other.partnership.contacts.exists()
    people.set_contact(partnership=other.partnership, person=person, initials="D", by=BY)
    contact.refresh_from_db()
    assert contact.initials == "DB"
