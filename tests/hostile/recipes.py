"""One way of making each change there is, on rows made for the purpose."""

import datetime
from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator

from frankpledge.partnership import changes as who
from frankpledge.partnership.models import Partnership, Rating, RoleHolding
from frankpledge.plan import changes
from frankpledge.plan.queries import names_to_say
from frankpledge.reading import read
from tests.makers import a_partnership, a_person
from tests.small import BY, SPRING, Small, decided

DAY = datetime.date(2026, 7, 14)
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xfc\xcf\xc0P\x0f\x00\x04\x85\x01\x80\x84\xa9\x8c!"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)
Recipe = Callable[[Small], dict[str, Any]]
LIVE: dict[str, Any] = {"decision": decided()}


def _other_priority(small: Small) -> Any:
    return changes.add_priority(plan=small.plan, title="Quiet nights", by=BY)


def _other_action(small: Small) -> Any:
    return changes.add_action(plan=small.plan, priority=small.priority, words="Other", by=BY)


def _placement(small: Small) -> Any:
    return changes.place_action(action=small.action, priority=_other_priority(small), by=BY)


def _timescale(small: Small) -> Any:
    given = [changes.TimescaleGiven("May", "date", due=DAY)]
    changes.set_timescales(of=small.action, timescales=given, by=BY)
    return small.action.timescales.get()


def _later(small: Small) -> dict[str, Any]:
    small.adopt()
    plan = changes.draft_plan(
        partnership=small.partnership, title="N", starts=SPRING, ends=DAY, by=BY
    )
    priority = changes.add_priority(plan=plan, title="Fair trade", by=BY)
    return {"action": small.action, "version": 1, "plan": plan, "priority": priority, **LIVE}


def _rival(small: Small) -> dict[str, Any]:
    """A plan whose adoption supersedes another: as many writes as a change can have."""
    small.adopt()
    given = _draft_of(small)
    return {"plan": given, "on": SPRING, "decided_by": "The board"}


def _draft_of(small: Small) -> Any:
    plan = changes.draft_plan(
        partnership=small.partnership, title="N", starts=SPRING, ends=DAY, by=BY
    )
    priority = changes.add_priority(plan=plan, title="Fair trade", by=BY)
    changes.add_action(plan=plan, priority=priority, words="Visit", by=BY)
    return plan


def _district() -> Any:
    return who.add_area(code="E07999999", kind="district", vintage=2024, name="Fen", by=BY)


def _said(small: Small) -> Any:
    return changes.say(of=small.first, rating=small.good, said_by="T", said_on=DAY, by=BY)


def _a_printed_name(small: Small) -> dict[str, Any]:
    """Somebody new, of a body that is new too: as many writes as a name can have."""
    printed = [changes.LeadGiven(printed="SBC, Debbie Marlow")]
    changes.set_leads(of=small.action, leads=printed, by=BY)
    (name,) = names_to_say(small.plan)
    meant = changes.Meant(new="person", name="Debbie Marlow", body="SBC", email="d@example.org")
    return {"plan": small.plan, "meant": {name.key: meant}}


def _adopted(small: Small) -> Small:
    small.adopt()
    return small


def _file(small: Small) -> dict[str, Any]:
    """A plan file with as much as one line can say."""
    text = (
        "Ref\tAction\tLead\tTimescale\tOutcome\tStatus\n"
        "1\tVisit every shop\tLoamshire Police\tMarch 2027\tTen visits\tComplete\n"
    )
    return {
        "partnership": small.partnership,
        "file": read(text.encode(), "plan.txt"),
        "title": "N",
        "starts": SPRING,
        "ends": DAY,
    }


PLAN: dict[str, Recipe] = {
    "adopt_file": _file,
    "tell": lambda s: {"action": _adopted(s).action, "words": "W", "said_by": "T", "said_on": DAY},
    "add_action": lambda s: {"plan": s.plan, "priority": s.priority, "words": "W"},
    "add_outcome": lambda s: {"action": _adopted(s).action, "words": "W", **LIVE},
    "add_priority": lambda s: {"plan": _adopted(s).plan, "title": "T", **LIVE},
    "adopt": _rival,
    "align": lambda s: {"priority": s.priority, "aligned": [("A", "B", "C"), ("D", "E", "")]},
    "carry_forward": _later,
    "change_action": lambda s: {
        "action": _adopted(s).action,
        "version": 1,
        "words": "New",
        "ref": "9",
        **LIVE,
    },
    "change_outcome": lambda s: {"outcome": _adopted(s).first, "version": 1, "words": "N", **LIVE},
    "change_priority": lambda s: (
        {"priority": _adopted(s).priority, "version": 1, "title": "N"} | LIVE
    ),
    "close": lambda s: {"plan": _adopted(s).plan, "on": DAY, "why": "Over"},
    "describe_plan": lambda s: {"plan": _adopted(s).plan, "version": 2, "title": "N", **LIVE},
    "draft_plan": lambda s: {
        "partnership": s.partnership,
        "title": "N",
        "starts": SPRING,
        "ends": DAY,
    },
    "forecast": lambda s: {"timescale": _timescale(s), "on": DAY, "why": "Rain"},
    "link_actions": lambda s: {"action": s.action, "kind": "through", "other": _other_action(s)},
    "move_action": lambda s: (
        {"placement": s.action.placements.get(), "up": False}
        | {"placement": (_other_action(s), s.action.placements.get())[1]}
    ),
    "move_outcome": lambda s: {"outcome": s.second, "up": True},
    "move_priority": lambda s: {"priority": _other_priority(s), "up": True},
    "place_action": lambda s: {
        "action": s.action,
        "priority": _other_priority(s),
        "variants": {"action": "Else"},
        "only_outcomes": [s.first],
    },
    "publish": lambda s: {"plan": _adopted(s).plan, "why": "Quarter"},
    "publish_words": lambda s: {"standing": _said(s), "public": True},
    "read_words": lambda s: {"plan": s.plan, "show": [_said(s)], "hide": []},
    "remove_action": lambda s: {"action": _other_action(s)},
    "remove_draft": lambda s: {"plan": s.plan, "why": "No"},
    "remove_outcome": lambda s: {"outcome": s.first},
    "remove_priority": lambda s: {"priority": _other_priority(s)},
    "say": lambda s: {"of": s.first, "rating": s.good, "said_by": "T", "said_on": DAY},
    "say_who_is_meant": _a_printed_name,
    "set_audience": lambda s: {"action": s.action, "audience": "restricted", "why": "Safety"},
    "set_leads": lambda s: {
        "of": _adopted(s).action,
        "leads": [changes.LeadGiven(printed="A"), changes.LeadGiven(post=s.inspector)],
        **LIVE,
    },
    "set_slices": lambda s: {"plan": s.plan, "slices": [("One", SPRING, DAY)]},
    "set_targets": lambda s: {
        "outcome": _adopted(s).first,
        "targets": [changes.TargetGiven("A"), changes.TargetGiven("B")],
        **LIVE,
    },
    "set_timescales": lambda s: {
        "of": _adopted(s).action,
        "timescales": [changes.TimescaleGiven("A"), changes.TimescaleGiven("B")],
        **LIVE,
    },
    "strike_action": lambda s: {"action": _adopted(s).action, "version": 1, **LIVE},
    "strike_outcome": lambda s: {"outcome": _adopted(s).first, "version": 1, **LIVE},
    "strike_priority": lambda s: {"priority": _adopted(s).priority, "on": DAY, **LIVE},
    "unlink_actions": lambda s: {
        "link": changes.link_actions(
            action=s.action, kind="through", other=_other_action(s), by=BY
        ),
        "why": "No",
    },
    "unplace_action": lambda s: {"placement": _placement(s)},
    "vary": lambda s: {
        "placement": _placement(s),
        "variants": {"action": "Else"},
        "only_outcomes": [s.first],
    },
}


def _person(small: Small) -> Any:
    return a_person("", small.partnership)


def _account(small: Small) -> Any:
    return who.open_account(person=_person(small), email="p@example.org", by=BY)


def _second_factor(small: Small) -> Any:
    account = _account(small)
    Authenticator.objects.create(user=account, type="totp", data={"secret": "x"})
    return account.person


def _place(small: Small) -> Any:
    return who.add_group(partnership=small.partnership, local_name="G", kind="ward", by=BY)


def _member(small: Small) -> Any:
    person = _person(small)
    return who.add_group_member(
        place=_place(small), person=person, part="chair", starts=SPRING, by=BY
    )


def _membership(small: Small) -> Any:
    return who.join(
        partnership=small.partnership, organisation=small.police, standing="invited", by=BY
    )


def _holding(small: Small) -> Any:
    return who.hold_post(post=small.inspector, person=small.person, starts=SPRING, by=BY)


def _role(small: Small) -> Any:
    return who.give_role(partnership=small.partnership, person=_person(small), role="reader", by=BY)


def _with_logo(small: Small) -> Partnership:
    here = small.partnership
    return who.set_logo(partnership=here, content=PNG, says="A barn", by=BY)


def _order(small: Small) -> list[int]:
    rows = Rating.objects.filter(partnership=small.partnership, ends__isnull=True)
    return [row.pk for row in reversed(rows)]


def _chair(small: Small) -> dict[str, Any]:
    """A new chair, who takes over from another."""
    place = _member(small).place
    return {"place": place, "person": _person(small), "part": "chair", "starts": DAY}


WHO: dict[str, Recipe] = {
    "add_area": lambda s: {"code": "E1", "kind": "ward", "vintage": 2024, "name": "Ward"},
    "add_group": lambda s: {"partnership": s.partnership, "local_name": "G", "kind": "ward"},
    "add_group_member": _chair,
    "add_organisation": lambda s: {"name": "Moot", "kind": "other"},
    "add_person": lambda s: {"name": "Wat", "partnership": s.partnership},
    "add_post": lambda s: {"partnership": s.partnership, "title": "Warden"},
    "add_rating": lambda s: {
        "partnership": s.partnership,
        "label": "Odd",
        "shape": "ring",
        "colour": "ink",
    },
    "appoint_coordinator": lambda s: {
        "partnership": s.partnership,
        "name": "New",
        "email": "new@example.org",
    },
    "change_group": lambda s: {"place": _place(s), "local_name": "H"},
    "change_membership": lambda s: {"membership": _membership(s), "local_name": "LP"},
    "change_organisation": lambda s: {"organisation": s.police, "name": "Loamshire Constabulary"},
    "change_person": lambda s: {"person": s.person, "name": "Ingrid P"},
    "change_post": lambda s: {"post": s.inspector, "title": "Inspector"},
    "change_rating": lambda s: {"rating": s.good, "label": "Fine"},
    "close_account": lambda s: {"person": _account(s).person},
    "close_post": lambda s: {"post": _holding(s).post, "on": DAY},
    "describe_partnership": lambda s: {"partnership": s.partnership, "name": "Marsh"},
    "name_areas": lambda s: {"partnership": s.partnership, "areas": [_district()]},
    "end_group": lambda s: {"place": _place(s), "on": DAY},
    "end_group_member": lambda s: {"member": _member(s), "on": DAY},
    "end_partnership": lambda s: {"partnership": s.other, "on": DAY, "why": "Merged"},
    "forget_second_factor": lambda s: {"person": _second_factor(s)},
    "give_role": lambda s: {"partnership": s.partnership, "person": s.person, "role": "lead"},
    "hold_post": lambda s: {"post": _holding(s).post, "person": _person(s), "starts": DAY},
    "join": lambda s: {
        "partnership": s.partnership,
        "organisation": s.police,
        "standing": "invited",
    },
    "leave": lambda s: {"membership": _membership(s), "on": DAY},
    "leave_post": lambda s: {"holding": _holding(s), "on": DAY},
    "open_account": lambda s: {"person": s.person, "email": "i@example.org"},
    "open_partnership": lambda s: {"slug": "heath", "name": "Safer Heath"},
    "order_ratings": lambda s: {"partnership": s.partnership, "order": _order(s)},
    "remove_logo": lambda s: {"partnership": _with_logo(s)},
    "retire_rating": lambda s: {"rating": s.good},
    "set_contact": lambda s: {"partnership": s.partnership, "person": s.person, "phone": "01"},
    "set_logo": lambda s: {"partnership": s.partnership, "content": PNG, "says": "A barn"},
    "sign_out_everywhere": lambda s: {"account": _account(s)},
    "succeed": lambda s: {
        "predecessors": [s.other],
        "successors": [s.partnership, a_partnership()],
        "on": DAY,
        "why": "Merged",
    },
    "take_role": lambda s: {"holding": RoleHolding.objects.get(pk=_role(s).pk)},
}
