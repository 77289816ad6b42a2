"""Plans 001 and 004: three years in a tree, and one year that serves other bodies' strategies."""

from decimal import Decimal

from frankpledge.partnership import changes as people
from frankpledge.partnership.queries import everyone_on
from frankpledge.plan import changes
from tests.seeds.kit import BY, Seed, Target, day, outcome

YEARS = [
    ("2008-2009", day("2008-04-01"), day("2009-03-31")),
    ("2009-2010", day("2009-04-01"), day("2010-03-31")),
    ("2010-2011", day("2010-04-01"), day("2011-03-31")),
]


def test_fact_29_a_plan_may_run_three_years_with_a_slice_for_each(hertsmere: Seed) -> None:
    changes.set_slices(plan=hertsmere.plan, slices=YEARS, by=BY)
    hertsmere.action(hertsmere.priority("Reduce crime"), "Engage with delivery")
    hertsmere.adopt()
    assert [s["name"] for s in hertsmere.published()["plan"]["slices"]] == [y[0] for y in YEARS]


def test_fact_29_one_model_holds_plans_of_one_year_and_a_year_end_update(
    st_albans: Seed, dacorum: Seed
) -> None:
    for seed in (st_albans, dacorum):
        seed.action(seed.priority("One"), "Something")
        seed.adopt()
        assert (seed.plan.ends - seed.plan.starts).days in (364, 365)
        assert not seed.plan.slices.exists()


def test_strategic_outcomes_hold_improvement_priorities_and_these_hold_activities(
    hertsmere: Seed,
) -> None:
    outcome_1 = hertsmere.priority("Managing offenders", indicators=["NI 30 Re-offending rate"])
    improvement = hertsmere.priority("Reducing offending", parent=outcome_1)
    hertsmere.action(improvement, "Focus on the management of priority and prolific offenders.")
    hertsmere.adopt()
    above, below = hertsmere.published()["priorities"]
    assert (above["parent"], below["parent"]) == (None, above["id"])
    assert above["placements"] == []
    assert len(below["placements"]) == 1


def test_a_plan_refreshed_each_year_changes_by_dated_revision(hertsmere: Seed) -> None:
    action = hertsmere.action(hertsmere.priority("Reduce crime"), "Improvement priorities 2008/09")
    hertsmere.adopt()
    action.refresh_from_db()
    decision = changes.Decision(on=day("2009-04-01"), by="RAG", why="The yearly refresh")
    changes.change_action(
        action=action,
        version=action.version,
        words="Improvement priorities 2009/10",
        by=BY,
        decision=decision,
    )
    revision = action.revisions.get()
    assert revision.old == {"words": "Improvement priorities 2008/09"}
    assert revision.decided_on == day("2009-04-01")


def test_a_target_missed_is_kept_beside_the_result_whatever_the_text_says(
    hertsmere: Seed,
) -> None:
    printed = "Robbery 88 44% 58 34%"
    target = Target(
        printed,
        "change",
        Decimal(44),
        is_percent=True,
        direction="down",
        baseline=Decimal(88),
        baseline_says="2003/04",
        comparator="baseline",
    )
    action = hertsmere.action(
        hertsmere.priority("Reduce crime"), "Cut robbery", outcomes=[("Robbery", target)]
    )
    hertsmere.adopt()
    hertsmere.say(outcome(action, 1), "58, 34% lower", state="part-complete")
    held = outcome(action, 1)
    assert (held.targets.get().number, held.standings.get().words) == (44, "58, 34% lower")


def test_fact_27_a_retired_indicator_and_a_body_that_is_no_more_keep_their_days(
    hertsmere: Seed,
) -> None:
    printed = [
        "NI 16 Serious acquisitive crime rate",
        "NI 42 Perceptions of drug use or drug deali",
    ]
    hertsmere.action(hertsmere.priority("Reduce crime", indicators=printed), "Something")
    authority = people.add_organisation(
        name="Police Authority", kind="oversight", closed=day("2012-11-21"), by=BY
    )
    people.add_organisation(
        name="Commissioner", kind="oversight", opened=day("2012-11-22"), follows=authority, by=BY
    )
    people.join(
        partnership=hertsmere.partnership,
        organisation=authority,
        standing="responsible",
        ends=day("2012-11-21"),
        by=BY,
    )
    hertsmere.adopt()
    assert hertsmere.published()["priorities"][0]["indicators"] == printed
    then = everyone_on(hertsmere.partnership, day("2009-01-01"))
    assert len(then) == 1
    assert not everyone_on(hertsmere.partnership, day("2013-01-01"))


def test_fact_26_two_partnerships_call_different_groups_by_one_abbreviation(
    hertsmere: Seed, dacorum: Seed
) -> None:
    agency = hertsmere.group("Joint Agency Group", "JAG")
    action = dacorum.group("Joint Action Group", "JAG")
    assert agency.abbreviation == action.abbreviation
    assert agency.group != action.group


def test_a_priority_serves_other_bodies_strategies(st_albans: Seed) -> None:
    priority = st_albans.priority("Drugs and alcohol")
    aligned = [
        ("Local Strategic Partnership", "Sustainable Community Strategy", "A safer district"),
        ("Hertfordshire", "Community Strategy 2008-2021", ""),
    ]
    changes.align(priority=priority, aligned=aligned, by=BY)
    st_albans.action(priority, "Educate people about drugs")
    st_albans.adopt()
    shown = st_albans.published()["priorities"][0]["alignments"]
    assert sorted((a["body"], a["strategy"], a["objective"]) for a in shown) == sorted(aligned)


def test_a_target_and_its_result_in_one_clause_are_both_held(st_albans: Seed) -> None:
    printed = "reducing crime by 18.5% over three years by achieving a 25% reduction"
    target = Target(printed, "change", Decimal("18.5"), is_percent=True, direction="down")
    action = st_albans.action(
        st_albans.priority("Performance"), "Cut crime", outcomes=[(printed, target)]
    )
    st_albans.adopt()
    st_albans.say(outcome(action, 1), "25% reduction", state="complete", said_on=day("2010-04-01"))
    held = outcome(action, 1).targets.get()
    assert (held.number, held.printed) == (Decimal("18.5"), printed)
    assert outcome(action, 1).standings.get().words == "25% reduction"


def test_fact_24_counts_without_a_rate_are_kept_and_none_is_worked_out(st_albans: Seed) -> None:
    printed = ["Domestic burglary 612", "Robbery 58"]
    priority = st_albans.priority("Performance", indicators=printed)
    st_albans.action(priority, "Compare")
    st_albans.adopt()
    assert st_albans.published()["priorities"][0]["indicators"] == printed
