"""What becomes of a plan: adopted, revised, forecast, struck, done through another, published."""

from frankpledge.demo import given
from frankpledge.demo.content import Doc, as_list
from frankpledge.demo.promises import Drafted, decision, key_of
from frankpledge.demo.sayings import say_all
from frankpledge.plan import changes


def live_through(drafted: Drafted, earlier: dict[str, Drafted]) -> None:
    """Everything that happens to a plan after its draft. A file without 'adopted' is a draft."""
    content, place = drafted.content, drafted.place
    if "adopted" not in content:
        return
    _close_earlier(drafted, earlier)
    on = place.days.day(content["adopted"]["day"])
    changes.adopt(plan=drafted.plan, on=on, decided_by=content["adopted"]["by"], by=place.by)
    for about in drafted.promises:
        _revise(drafted, about)
    _revise_plan(drafted)
    publishing = place.days.day(content.get("published", "q0+28"))
    say_all(drafted, on, publishing)
    for about in drafted.promises:
        _end_or_link(drafted, about)
    changes.publish(plan=drafted.plan, by=place.by, why=content.get("publishing", PUBLISHING))
    say_all(drafted, publishing, place.days.today)


PUBLISHING = "What the leads said this quarter has been read."


def _close_earlier(drafted: Drafted, earlier: dict[str, Drafted]) -> None:
    closing = drafted.content.get("closes")
    if not closing:
        return
    old = earlier[closing["plan"]].plan
    on = drafted.place.days.day(closing["day"])
    changes.close(plan=old, on=on, why=closing["why"], by=drafted.place.by)


def _revise(drafted: Drafted, about: Doc) -> None:
    key, place = key_of(about), drafted.place
    action = drafted.actions[key]
    for item in as_list(about.get("revised")):
        decided = decision(place, item)
        if "leads" in item:
            changes.set_leads(
                of=action, leads=given.leads(place, item), by=place.by, decision=decided
            )
        if "by" in item:
            when = given.timescales(place, item["by"])
            changes.set_timescales(of=action, timescales=when, by=place.by, decision=decided)
        if "words" in item and "outcome" in item:
            outcome = drafted.outcomes[key][item["outcome"] - 1]
            changes.change_outcome(
                outcome=outcome,
                version=outcome.version,
                words=item["words"],
                by=place.by,
                decision=decided,
            )
        elif "words" in item:
            changes.change_action(
                action=action,
                version=action.version,
                words=item["words"],
                by=place.by,
                decision=decided,
            )
    for number, on, why in about.get("forecast", []):
        timescale = action.timescales.all()[number - 1]
        changes.forecast(timescale=timescale, on=place.days.day(on), why=why, by=place.by)


def _revise_plan(drafted: Drafted) -> None:
    for item in as_list(drafted.content.get("revised")):
        plan = drafted.plan
        changes.describe_plan(
            plan=plan,
            version=plan.version,
            by=drafted.place.by,
            decision=decision(drafted.place, item),
            introduction=item["introduction"],
        )


def _end_or_link(drafted: Drafted, about: Doc) -> None:
    key, place = key_of(about), drafted.place
    action = drafted.actions[key]
    for number, item in enumerate(about.get("outcomes", [])):
        if "struck" in item:
            outcome = drafted.outcomes[key][number]
            changes.strike_outcome(
                outcome=outcome,
                version=outcome.version,
                decision=decision(place, item["struck"]),
                by=place.by,
            )
    for kind, other, *note in about.get("links", []):
        changes.link_actions(
            action=action,
            kind=kind,
            other=drafted.actions[str(other)],
            note=note[0] if note else "",
            by=place.by,
        )
    if "struck" in about:
        changes.strike_action(
            action=action,
            version=action.version,
            decision=decision(place, about["struck"]),
            by=place.by,
        )
