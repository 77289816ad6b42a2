"""From nothing to the first published round: what is done, and what comes next."""

from typing import Any

from django.urls import reverse

from frankpledge.desk.access import DeskRequest
from frankpledge.desk.people.finding import url
from frankpledge.drafting.queries import drafts_of
from frankpledge.evidence.queries import screens
from frankpledge.judging.queries import wondered
from frankpledge.papers.queries import builds_of
from frankpledge.partnership.roles import Permission
from frankpledge.plan import queries
from frankpledge.plan.models import Plan
from frankpledge.progress import queries as rounds
from frankpledge.progress.models import Round
from frankpledge.ui.said import count

Step = dict[str, Any]
DONE = {"status": "Done", "done": True}
FIRST_ADOPT = {"status": "After the plan is adopted"}
# What is pressed next in a round, by its stage.
IN_A_ROUND = {
    "planned": "Open it, and see who will be asked",
    "open": "See who gets a letter, and ask them",
    "asked": "See who has answered, remind the others, read what came",
    "review": "Read what came, then check and freeze",
    "frozen": "Preview what the public will see, and publish",
}


def beginning(request: DeskRequest, plan: Plan | None) -> list[Step]:
    """Nothing for those who do not keep the plan, and nothing once they have been round once."""
    if not request.access.may(Permission.EDIT_PLAN):
        return []
    now = rounds.current_round(request.partnership)
    if now is not None and _been_round(request):
        return []
    return [
        _plan(request, plan),
        _names(request, plan),
        _evidence(request),
        _targets(request, plan),
        _words(request),
        _round(request, plan, now),
        _paper(request, now),
    ]


def _been_round(request: DeskRequest) -> bool:
    published = rounds.published_rounds(request.partnership)
    return len(published) > 1 or bool(published and builds_of(request.partnership, most=1))


def _plan(request: DeskRequest, plan: Plan | None) -> Step:
    if plan is not None and not plan.is_draft:
        return {"title": f"The plan is adopted: {plan.title}", **DONE}
    if plan is not None:
        link = url(request, "plan-adopt", plan.pk)
        hint = "Look it over first. Once adopted, the public can read it."
        return {"title": f"Adopt ‘{plan.title}’", "url": link, "hint": hint, "status": "To do"}
    drafts = [one for one in drafts_of(request.partnership) if one.draft.state == "open"]
    if not drafts:
        hint = "Word, Excel, PDF or text, as it is. It is read at once, and you mend what is wrong."
        link = url(request, "draft-new")
        return {"title": "Bring in your plan", "url": link, "hint": hint, "status": "To do"}
    first = drafts[0]
    return {
        "title": f"Finish ‘{first.draft.title or first.draft.name}’ and make it a plan",
        "url": url(request, "draft", first.draft.pk),
        "hint": f"{count(first.actions, 'promise')} were understood." if first.actions else "",
        "status": f"{first.left:,} to look at" if first.left else "Ready",
    }


def _names(request: DeskRequest, plan: Plan | None) -> Step:
    title = "Say who is meant by the names in it"
    hint = "And their addresses, so that each can be asked how it goes."
    if plan is None:
        return {"title": title, "hint": hint, "status": "After the plan"}
    left = len(queries.names_to_say(plan))
    if not left:
        return {"title": title, **DONE}
    link = url(request, "plan-names", plan.pk)
    return {"title": title, "hint": hint, "url": link, "status": f"{count(left, 'name')} left"}


def _evidence(request: DeskRequest) -> Step:
    ready = screens.ready(request.partnership)
    needed = [
        (bool(ready.areas), "Load a file of areas", "evidence-areas-load"),
        (bool(ready.named), "Name the places you answer for", "settings-areas"),
        (bool(ready.forces), "Load the police’s monthly files", "evidence-load"),
    ]
    missing = [(words, name) for there, words, name in needed if not there]
    title = "Bring in the figures of your area"
    if not missing:
        return {"title": title, **DONE}
    words, name = missing[0]
    status = f"{len(needed) - len(missing)} of {len(needed)} done"
    return {"title": title, "hint": f"Next: {words}", "url": url(request, name), "status": status}


def _targets(request: DeskRequest, plan: Plan | None) -> Step:
    title = "Say which figures judge each target"
    if plan is None:
        return {"title": title, "status": "After the plan"}
    restricted = request.access.may(Permission.SEE_RESTRICTED)
    left = sum(one.is_stuck for one in wondered(plan, restricted=restricted))
    if not left:
        return {"title": title, **DONE}
    return {
        "title": title,
        "hint": "Where the plan’s words leave it open. What cannot be counted can be left.",
        "url": url(request, "target-questions"),
        "status": f"{count(left, 'question')} left",
    }


def _words(request: DeskRequest) -> Step:
    here = request.partnership
    written = (here.help_words, here.privacy_words, here.accessibility_words)
    title = "Write whom to ring, and your own privacy and accessibility words"
    if all(written):
        return {"title": title, **DONE}
    left = sum(not words for words in written)
    hint = "Until then general words stand on the public page."
    link = url(request, "settings")
    return {"title": title, "hint": hint, "url": link, "status": f"{left} to write"}


def _round(request: DeskRequest, plan: Plan | None, now: Round | None) -> Step:
    title = "Ask the leads how it goes: the first round"
    if now is not None:
        if now.stage == "published":
            return {"title": title, **DONE}
        hint, link = IN_A_ROUND[now.stage], url(request, "round-show", now.pk)
        return {"title": title, "hint": hint, "url": link, "status": now.get_stage_display()}
    if plan is None or not plan.is_live:
        return {"title": title, **FIRST_ADOPT}
    hint = "Choose the period and the day by which they answer."
    return {"title": title, "hint": hint, "url": url(request, "rounds-new"), "status": "To do"}


def _paper(request: DeskRequest, now: Round | None) -> Step:
    title = "Print the board pack"
    if builds_of(request.partnership, most=1):
        return {"title": title, "url": url(request, "papers"), **DONE}
    if now is None or not now.is_frozen:
        return {"title": title, "status": "After the round is frozen"}
    link = reverse("desk:papers-make", args=[request.partnership.slug, "board"])
    return {"title": title, "url": link, "status": "To do"}
