"""Plan 002: six priorities, thirty-seven rows, thirty-one promises."""

from pathlib import Path

from frankpledge.plan import changes
from frankpledge.plan.changes import LeadGiven
from frankpledge.plan.models import Action, Placement, Priority
from frankpledge.plan.queries import plan_table
from tests.seeds.kit import BY, Seed, Target, When, day, outcome

HALLOWEEN = "Instigate Joint Agency activity over Halloween period"
DRIVE = "Support Programme of Drive Safely Events across Dacorum Schools"
HOMELESS = "Support for Homeless and Vulnerable"
HEAD = "ACTION\tLEAD AGENCY\tTARGET\tTIMESCALE\tUPDATE"
Row = tuple[str, list[str]]


def rows_of(shared: Path) -> list[Row]:
    """Each row of the table with the number of its priority."""
    lines = next((shared / "seeds").glob("002_*")).read_text(encoding="utf-8").splitlines()
    found: list[Row] = []
    number = ""
    for line in lines[: next(i for i, line in enumerate(lines) if "SEE NEXT PAGE" in line)]:
        if line.startswith("PRIORITY "):
            number = line.split()[1]
        cells = line.split("\t")
        if len(cells) == 5 and cells[0] and line != HEAD:
            found.append((number, cells))
    return found


def test_fact_2_the_whole_table_is_31_promises_standing_in_37_places(
    dacorum: Seed, shared: Path
) -> None:
    rows = rows_of(shared)
    priorities: dict[str, Priority] = {}
    actions: dict[str, Action] = {}
    for number, (title, lead, target, timescale, _) in rows:
        under = priorities.get(number) or dacorum.priority(f"Priority {number}", ref=number)
        priorities[number] = under
        if title in actions:
            differs = {"lead": lead, "outcomes": target, "timescale": timescale}
            changes.place_action(action=actions[title], priority=under, variants=differs, by=BY)
        else:
            actions[title] = dacorum.action(
                under,
                title,
                leads=[LeadGiven(printed=lead)],
                when=[When(timescale)],
                outcomes=[(target, Target(target))],
            )
    dacorum.adopt()
    table = plan_table(dacorum.plan, restricted=False)
    per_priority = [len(under) for _, under in table.priorities]
    assert (len(rows), Placement.objects.count(), Action.objects.count()) == (37, 37, 31)
    assert per_priority == [6, 6, 6, 3, 8, 8]
    under = {
        title: a.placements.count()
        for title, a in actions.items()
        if title in (HALLOWEEN, DRIVE, HOMELESS)
    }
    assert under == {HALLOWEEN: 3, DRIVE: 4, HOMELESS: 2}


def test_fact_3_what_differs_under_a_priority_is_kept_there(dacorum: Seed) -> None:
    first, third, fourth, sixth = (
        dacorum.priority(title, ref=ref)
        for ref, title in (("1", "ASB"), ("3", "Alcohol"), ("4", "Drugs"), ("6", "Youth"))
    )
    action = dacorum.action(
        first,
        DRIVE,
        when=[When("May – October 2011", "span", day("2011-05-01"), day("2011-10-31"))],
        outcomes=[("To instil safe driving habits in pre 17 yr. olds", None)],
    )
    differs = {
        "timescale": "During 2011-12",
        "outcomes": "To raise awareness of pre driving age children",
        "update": "Programme delivered to 3 schools- to be extended",
    }
    for priority in (third, fourth, sixth):
        changes.place_action(action=action, priority=priority, variants=differs, by=BY)
    dacorum.adopt()
    placements = list(action.placements.order_by("priority__ref"))
    assert [p.is_base for p in placements] == [True, False, False, False]
    assert all(p.variants == differs for p in placements[1:])
    public = {p["title"]: p["placements"][0]["variants"] for p in dacorum.published()["priorities"]}
    assert public["ASB"] == {}
    # How a promise stands is said once it was read for the public, so the variant update is not.
    assert public["Youth"] == {k: v for k, v in differs.items() if k != "update"}


def test_fact_4_as_above_stays_printed_and_the_promise_holds_what_it_refers_to(
    dacorum: Seed,
) -> None:
    third, fourth = dacorum.priority("Alcohol", ref="3"), dacorum.priority("Drugs", ref="4")
    words = "To provide temporary accommodation for homeless"
    action = dacorum.action(fourth, HOMELESS, when=[When("2011-12")], outcomes=[(words, None)])
    above = {"outcomes": "As above", "update": "As above", "timescale": "Ongoing"}
    changes.place_action(action=action, priority=third, variants=above, by=BY)
    changes.set_targets(
        outcome=outcome(action, 1), targets=[Target("As above", "reference")], by=BY
    )
    assert action.placements.get(priority=third).variants == above
    assert outcome(action, 1).words == words
    assert outcome(action, 1).targets.get().kind == "reference"


def test_fact_16_an_update_that_ran_over_the_page_is_one_update(dacorum: Seed) -> None:
    action = dacorum.action(dacorum.priority("Reassurance"), "Support No Cold Calling Zone")
    dacorum.adopt()
    words = "Funding provided by CSP to purchase necessary signs and CP\nadvice provided"
    dacorum.say(action, words, said_on=day("2012-03-26"))
    assert action.standings.get().words == words


def test_fact_17_a_slip_of_the_year_stays_printed_and_no_date_is_made_of_it(
    dacorum: Seed,
) -> None:
    printed = "Pre Halloween to November 5 th 2012"
    action = dacorum.action(dacorum.priority("ASB"), HALLOWEEN, when=[When(printed)])
    dacorum.adopt()
    when = action.timescales.get()
    assert (when.printed, when.kind, when.due) == (printed, "unread", None)
    # Somebody may then decide what was meant; what was printed stays in the revision.
    meant = When("Pre Halloween to 5 November 2011", "date", due=day("2011-11-05"))
    why = changes.Decision(on=day("2012-03-26"), by="The coordinator", why="A slip of the year")
    changes.set_timescales(of=action, timescales=[meant], by=BY, decision=why)
    revision = action.revisions.get()
    assert (revision.old, revision.why) == ({"by when": [printed]}, "A slip of the year")


def test_a_target_half_reached_is_part_complete_and_says_why(dacorum: Seed) -> None:
    action = dacorum.action(
        dacorum.priority("Dwelling burglary"),
        "Support Community Action Days",
        outcomes=[
            (
                "Hold 2 Visual Audit Multi Agency events",
                Target("Hold 2 Visual Audit Multi Agency events", "count-exactly", 2),
            )
        ],
    )
    dacorum.adopt()
    words = "Due to logistic issues , only 1 event held"
    dacorum.say(outcome(action, 1), words, state="part-complete", said_on=day("2012-03-26"))
    held = outcome(action, 1)
    assert (held.state, held.standings.get().words) == ("part-complete", words)
    assert held.targets.get().number == 2


def test_fact_18_several_agencies_lead_and_what_was_printed_stays(dacorum: Seed) -> None:
    printed = "HFRS/Druglink/HCC/Herts Police"
    leads = [
        LeadGiven(organisation=dacorum.organisation(name), printed=printed)
        for name in ("Fire and Rescue", "Druglink", "The County Council", "The Constabulary")
    ]
    action = dacorum.action(dacorum.priority("ASB"), DRIVE, leads=leads)
    assert [lead.organisation for lead in action.leads.all()] == [g.organisation for g in leads]
    assert {lead.printed for lead in action.leads.all()} == {printed}


def test_fact_24_a_percentage_without_its_count_is_kept_as_printed(dacorum: Seed) -> None:
    printed = ["All Crime -11% 5th 1st", "Vehicle Crime -0.6% 7 th 9th"]
    priority = dacorum.priority("ASB", indicators=printed)
    dacorum.action(priority, HALLOWEEN)
    dacorum.adopt()
    assert dacorum.published()["priorities"][0]["indicators"] == printed


def test_fact_25_a_finding_may_contradict_the_plan_it_stands_in(dacorum: Seed) -> None:
    words = "Vehicle Crime should be a high priority for the CSP"
    changes.describe_plan(
        plan=dacorum.plan, version=dacorum.plan.version, introduction=words, by=BY
    )
    for title in ("ASB", "Dwelling burglary", "Alcohol", "Drugs", "Reassurance", "Youth"):
        dacorum.action(dacorum.priority(title), "Something")
    dacorum.adopt()
    public = dacorum.published()
    assert public["plan"]["introduction"] == words
    assert not [p for p in public["priorities"] if "vehicle" in p["title"].lower()]


def test_fact_15_typing_and_reading_errors_survive(dacorum: Seed) -> None:
    odd = ["All Dacorun", "No. of Crimes(10 Districts)pe r 1000 population", "7 th"]
    priority = dacorum.priority("ASB", indicators=odd)
    action = dacorum.action(priority, "Communicati ons Group", points=["Neighbourho od Inspectors"])
    dacorum.adopt()
    public = dacorum.published()
    assert public["priorities"][0]["indicators"] == odd
    assert public["actions"][str(action.pk)]["words"] == "Communicati ons Group"
    assert public["actions"][str(action.pk)]["points"] == ["Neighbourho od Inspectors"]


def test_no_status_column_means_not_stated(dacorum: Seed) -> None:
    action = dacorum.action(dacorum.priority("ASB"), HALLOWEEN)
    dacorum.adopt()
    action.refresh_from_db()
    assert (action.state, action.rating) == ("not-stated", None)
