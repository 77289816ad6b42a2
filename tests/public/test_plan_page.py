"""The plan on a page says what was promised and, frankly, how it stands."""

from django.test import Client

from frankpledge.partnership import changes as who
from frankpledge.plan import changes
from tests.makers import CLERK, a_partnership, an_organisation
from tests.public.conftest import Town, a_town, on, text_of
from tests.small import decided


def body_of(town: Town, *names_and_kinds: tuple[str, str]) -> None:
    """Members of these kinds, each leading the promise of its number."""
    for name, kind in names_and_kinds:
        organisation = an_organisation(name, kind)
        who.join(
            partnership=town.partnership,
            organisation=organisation,
            standing="responsible",
            by=CLERK,
        )
        action = town.promise(f"What {name} promised")
        lead = changes.LeadGiven(organisation=organisation)
        changes.set_leads(of=action, leads=[lead], by=CLERK)


def test_it_opens_with_who_promised_how_many_by_when_and_as_of_when(
    town: Town, reader: Client
) -> None:
    body_of(town, ("Marshwick Council", "council"), ("Loamshire Police", "police"))
    town.adopt()
    page = text_of(reader.get(town.url))
    assert "What we promised <bdi>Marshwick</bdi>, and how it stands</h1>" in page
    assert (
        "The council and the police made two promises together, to be kept by March 2029. "
        "This is what was said by 22 October 2026." in page
    )


def test_a_plan_whose_time_is_over_says_so(town: Town, reader: Client, time_machine) -> None:  # type: ignore[no-untyped-def]
    town.promise("Light the path")
    town.adopt()
    time_machine.move_to(on(6, 1, 2029))
    page = text_of(reader.get(town.url))
    assert "which were to be kept by March 2029" in page
    assert "This plan has run out" in page


def test_words_that_name_two_days_are_shown_once(town: Town, reader: Client) -> None:
    action = town.promise("Light the path")
    days = [on(3, 31, 2027), on(9, 30, 2027)]
    words = "March and September 2027"
    both = [changes.TimescaleGiven(printed=words, kind="date", due=day) for day in days]
    changes.set_timescales(of=action, timescales=both, by=CLERK)
    town.adopt()
    page = text_of(reader.get(town.url))
    assert page.count(words) == 1


def test_long_without_a_publication_is_told(town: Town, reader: Client, time_machine) -> None:  # type: ignore[no-untyped-def]
    town.promise("Light the path")
    town.adopt()
    assert "Nothing has been published" not in text_of(reader.get(town.url))
    time_machine.move_to(on(6, 1, 2027))
    assert "Nothing has been published for eight months" in text_of(reader.get(town.url))


def test_the_ledger_counts_every_promise_and_says_the_good_and_the_bad(
    town: Town, reader: Client
) -> None:
    labels = ["On track", "Done", "Slipping", "Stuck", "Not started"]
    actions = [town.promise(f"Promise {label}") for label in labels]
    town.adopt()
    for action, label in zip(actions, labels, strict=True):
        town.say(action, label, on(10, 6))
    town.publish()
    page = text_of(reader.get(town.url))
    assert "Two are done or on track. Two are falling short" in page
    assert "One has not begun, or nobody has said yet." in page
    order = [page.index(f"<span>{label}</span>") for label in ["Done", *labels[:1], *labels[2:]]]
    assert order[:2] == sorted(order[:2])
    assert all(f"<li><b>1</b><span>{label}</span>" in page for label in labels)


def test_words_of_a_scale_decide_nothing_only_what_they_mean_does(db: None, reader: Client) -> None:
    """In this partnership amber means fine."""
    town = a_town("fine", "Fine", scale=())
    who.add_rating(
        partnership=town.partnership,
        label="Under way",
        shape="triangle",
        colour="amber",
        implies="in-progress",
        is_good=True,
        by=CLERK,
    )
    action = town.promise("Light the path")
    town.adopt()
    town.say(action, "Under way", on(10, 6))
    town.publish()
    page = text_of(reader.get(town.url))
    assert "One is done or on track" in page
    assert "Where we are falling short" not in page


def test_where_we_fall_short_is_worst_first_with_the_words_about_it(
    town: Town, reader: Client
) -> None:
    slow, stuck = town.promise("The slow one"), town.promise("The stuck one")
    good = changes.add_outcome(action=stuck, number=1, words="Good", by=CLERK)
    bad = changes.add_outcome(action=stuck, number=2, words="Bad", by=CLERK)
    town.adopt()
    town.say(slow, "Slipping", on(10, 6), "Two weeks late.")
    town.say(bad, "Stuck", on(10, 7), "The county has not answered.")
    town.say(good, "On track", on(10, 8), "All is well here.")
    town.publish()
    page = text_of(reader.get(town.url))
    frank = page[page.index("Where we are falling short") :]
    assert frank.index("The stuck one") < frank.index("The slow one")
    assert "The county has not answered." in frank
    assert "All is well here." not in page


def test_where_nothing_was_said_for_long_it_says_since_when(town: Town, reader: Client) -> None:
    action = town.promise("Light the path")
    town.adopt()
    town.say(action, "Stuck", on(4, 20), "Soon.")
    town.publish()
    page = text_of(reader.get(town.url))
    assert "We have heard nothing since April." in page
    assert "Last said 20 April" in page
    assert "Soon." not in page


def test_priorities_stand_in_their_tree_with_their_promises(town: Town, reader: Client) -> None:
    below = changes.add_priority(
        plan=town.plan, parent=town.priority, title="Markets", ref="2a", by=CLERK
    )
    town.promise("Visit every stall", under=below)
    town.promise("Visit every shop")
    town.adopt()
    page = text_of(reader.get(town.url))
    assert '<h2 class="fp-h2" id="p' in page
    assert page.index("2 Fair trade") < page.index("Visit every shop") < page.index("2a Markets")
    assert f'<h3 class="fp-h2" id="p{below.pk}"' in page


def test_an_empty_priority_and_a_struck_one_say_so(town: Town, reader: Client) -> None:
    town.promise("Visit every shop")
    changes.add_priority(plan=town.plan, title="Nothing public here", by=CLERK)
    given_up = changes.add_priority(plan=town.plan, title="Given up", by=CLERK)
    town.adopt()
    given_up.refresh_from_db()
    changes.strike_priority(
        priority=given_up, on=on(7, 14), decision=decided("No money."), by=CLERK
    )
    town.publish()
    page = text_of(reader.get(town.url))
    assert "No promise under this heading has been published." in page
    assert "Struck on 14 July 2026. No money." in page


def test_a_long_plan_is_folded_on_a_phone_and_a_short_one_is_not(
    town: Town, reader: Client
) -> None:
    for number in range(9):
        town.promise(f"Promise {number}")
    town.adopt()
    page = text_of(reader.get(town.url))
    assert "fp-unfolded" in page
    assert f'<a href="/marshwick/priorities/{town.priority.pk}/">Read 9 promises under' in page
    short = a_town("dale", "Safer Dale")
    short.promise("Only one")
    short.adopt()
    assert "fp-unfolded" not in text_of(reader.get(short.url))


def test_members_are_listed_by_what_they_are(town: Town, reader: Client) -> None:
    body_of(town, ("Marshwick Council", "council"))
    town.adopt()
    page = text_of(reader.get(town.url))
    assert '<dt>Responsible by law</dt><dd dir="auto">Marshwick Council</dd>' in page


def test_a_partnership_without_a_plan_says_so_kindly(db: None, reader: Client) -> None:
    a_partnership("new-town", name="Newtown Together", place="Newtown")
    page = text_of(reader.get("/new-town/"))
    assert "has not published a plan yet" in page
    assert "every promise it makes to Newtown will stand here" in page


def test_an_ended_partnership_names_its_successor(town: Town, reader: Client) -> None:
    town.promise("Visit every shop")
    town.adopt()
    after = a_partnership("levels", name="The Levels", starts=on(9, 1))
    who.succeed(predecessors=[town.partnership], successors=[after], on=on(9, 1), by=CLERK)
    page = text_of(reader.get(town.url))
    assert '<a href="/levels/">The Levels</a> took over on 1 September 2026.' in page
    assert "It ended with the partnership on 31 August 2026." in page
    assert 'We took over from <a href="/marshwick/">' in text_of(reader.get("/levels/"))


def test_other_plans_can_be_read_and_say_that_they_are_over(town: Town, reader: Client) -> None:
    town.promise("Visit every shop")
    town.adopt()
    changes.close(plan=town.plan, on=on(9, 30), why="A new start.", by=CLERK)
    later = changes.draft_plan(
        partnership=town.partnership,
        title="The next plan",
        starts=on(10, 1),
        ends=on(3, 31, 2028),
        by=CLERK,
    )
    priority = changes.add_priority(plan=later, title="Afresh", by=CLERK)
    changes.add_action(plan=later, priority=priority, words="Begin again", by=CLERK)
    changes.adopt(plan=later, on=on(10, 1), decided_by="The board", by=CLERK)
    page = text_of(reader.get(town.url))
    assert "Begin again" in page
    assert "Closed. A new start." in page
    old = text_of(reader.get(f"/marshwick/plans/{town.plan.pk}/"))
    assert "An earlier plan" in old
    assert "It was closed on 30 September 2026. A new start." in old
    assert "Visit every shop" in old
