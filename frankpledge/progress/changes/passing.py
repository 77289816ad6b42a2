"""A lead passes promises to a colleague: written down, and told to the coordinator."""

from collections.abc import Sequence

from django.utils import timezone

from frankpledge.asking.models import Link
from frankpledge.plan.changes.decisions import created
from frankpledge.progress.changes.doors import refuse_if_revoked, require_theirs
from frankpledge.progress.changes.telling import new_link, tell_coordinators, write_to
from frankpledge.progress.changes.turns import change
from frankpledge.progress.models import Item, Request
from frankpledge.record import lines
from frankpledge.record.errors import Refused


@change
def pass_on(
    *,
    request: Request,
    items: Sequence[Item],
    name: str,
    email: str,
    why: str,
    by: lines.Author,
    link: Link | None = None,
) -> Request:
    """The colleague is asked by a link of their own; whoever passed it on sees where it went."""
    refuse_if_revoked(link)
    request = Request.objects.select_related("round__partnership").get(pk=request.pk)
    chosen = _chosen(request, items)
    if email.strip().lower() == request.email.lower():
        raise Refused("This is the address that you were asked by.", field="email")
    colleague = _asked(request, name, email, by)
    for item in chosen:
        _pass(item, colleague, why)
    _write(request, colleague, chosen, why, by)
    return colleague


def _chosen(request: Request, items: Sequence[Item]) -> list[Item]:
    if request.round.is_frozen:
        raise Refused("The round has closed, so nothing more is passed on.")
    found = Item.objects.filter(request=request, pk__in=[item.pk for item in items])
    chosen = list(found.select_related("request__round", "passed_to", "action"))
    if not chosen:
        raise Refused("Choose what to pass on.", field="items")
    for item in chosen:
        require_theirs(item)
    return chosen


def _asked(request: Request, name: str, email: str, by: lines.Author) -> Request:
    colleague = created(
        Request,
        round=request.round,
        called=name,
        email=email.strip(),
        passed_from=request,
        asked_at=timezone.now(),
    )
    partnership = request.round.partnership
    colleague.link = new_link(partnership, colleague.about, name, by)
    colleague.save(update_fields=["link"])
    return colleague


def _pass(item: Item, colleague: Request, why: str) -> None:
    created(
        Item,
        request=colleague,
        action=item.action,
        only_periods=item.only_periods,
        order=item.order,
    )
    item.passed_to, item.passed_at, item.passed_why = colleague, timezone.now(), why[:300]
    item.save(update_fields=["passed_to", "passed_at", "passed_why"])


def _write(
    request: Request, colleague: Request, items: list[Item], why: str, by: lines.Author
) -> None:
    promises = [item.action.label for item in items]
    partnership = request.round.partnership
    lines.write(
        chain=partnership.chain,
        by=by,
        verb="request.passed-on",
        subject=lines.Subject("request", str(request.pk), request.called),
        new={"to": colleague.called, "promises": promises},
        why=why,
    )
    _write_to_colleague(request, colleague, len(items), by)
    tell_coordinators(
        partnership,
        key=f"{colleague.about}:told",
        about=colleague.about,
        subject=f"{request.called} passed {_how_many(len(items))} on",
        body=f"{request.called} passed this to {colleague.called} ({colleague.email}):\n\n"
        + _listed(items)
        + (f"\n\nWhy: {why}" if why else "")
        + "\n\nThey have been sent a link of their own. You need not do anything.\n",
        by=by,
    )


def _listed(items: list[Item]) -> str:
    """A restricted promise is not named in a mail."""
    named = [item.action.label for item in items if item.action.audience != "restricted"]
    more = len(items) - len(named)
    return "\n".join([*named, *([f"{_how_many(more)} not named here"] if more else [])])


def _write_to_colleague(
    request: Request, colleague: Request, how_many: int, by: lines.Author
) -> None:
    round_, partnership = request.round, request.round.partnership
    if colleague.link is None:
        raise TypeError("A colleague is asked by a link.")
    due = f"{round_.due_on:%A} {round_.due_on.day} {round_.due_on:%B}"
    body = (
        f"{request.called} asks you to answer for {_how_many(how_many)} to {partnership.name}.\n\n"
        f"It takes about five minutes. Please answer by {due}. You need no account:\n\n"
        "{link}\n\n"
        "The link is yours alone. If this is not for you, tell whoever sent it to you.\n"
    )
    write_to(
        colleague.link,
        key=f"{colleague.about}:ask",
        about=colleague.about,
        kind="passed-on",
        to=colleague.email,
        subject=f"{partnership.name}: {_how_many(how_many)} to answer for",
        body=body,
        by=by,
    )


def _how_many(number: int) -> str:
    return "one promise" if number == 1 else f"{number} promises"
