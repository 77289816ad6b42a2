"""What every page of a draft knows: where it leads, and who is typing."""

import re
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from frankpledge.desk.access import DeskRequest
from frankpledge.desk.kept import MARK, mark_for
from frankpledge.desk.pages import page
from frankpledge.drafting.models import Draft


def to(request: DeskRequest, draft: Draft, name: str = "draft", *more: Any) -> str:
    return reverse(f"desk:{name}", args=[request.partnership.slug, draft.pk, *more])


def draft_page(
    request: DeskRequest, template: str, draft: Draft, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    return page(request, template, {**about(request, draft), **context}, here=HERE, status=status)


def about(request: DeskRequest, draft: Draft) -> dict[str, Any]:
    return {
        "draft": draft,
        "draft_url": to(request, draft),
        "typed_by": mark_for(request.access.account.pk),
        "typed_by_name": MARK,
        "crumbs": [
            {"url": reverse("desk:plans", args=[request.partnership.slug]), "words": "Plans"},
            {"url": to(request, draft), "words": draft.title or draft.name},
        ],
    }


def tail_of(one: str) -> str:
    """Where the page of something with this id is, below its draft's; nothing for what has none."""
    if not re.fullmatch(r"[a-z][0-9a-z.]*", one or "") or one.startswith("f"):
        return ""
    if re.search(r"(^|\.)o[.0-9]", one):
        return f"outcomes/{one}/"
    folder = {"a": "promises", "p": "priorities"}.get(one[0], "pieces")
    return "" if one == "plan" else f"{folder}/{one}/"


def then_of(request: DeskRequest, draft: Draft) -> str:
    """Where a button said it leads, if that is a page of this draft."""
    then = request.POST.get("then", "")
    inside = then.startswith(to(request, draft)) and len(then) < 500
    sound = inside and url_has_allowed_host_and_scheme(then, allowed_hosts=None)
    return then if sound else to(request, draft)


HERE = "desk:plan"
