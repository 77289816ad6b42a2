"""The one door to the desk: whoever may not come in sees the same as if nothing were there."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from frankpledge.desk.kept import keep_typed
from frankpledge.partnership.models import Account, Partnership
from frankpledge.partnership.queries import partnership_by_slug
from frankpledge.partnership.roles import Permission
from frankpledge.partnership.rules import Access, access
from frankpledge.partnership.secondfactor import needs_second_factor
from frankpledge.plan.queries import NotThere

View = Callable[..., HttpResponse]
LARGEST_ID = 2**63 - 1


class DeskRequest(HttpRequest):
    """A request that came through the door: it knows its partnership and what may be done."""

    user: Account  # type: ignore[assignment]  # nobody anonymous comes through
    partnership: Partnership
    access: Access


def desk_view(*permissions: Permission) -> Callable[[View], View]:
    """A page of one partnership, for those who hold all of these permissions there.

    Without SEE_DESK the partnership's desk does not exist. Without a further permission neither
    does the page.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, slug: str, **ids: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            if any(isinstance(one, int) and one > LARGEST_ID for one in ids.values()):
                raise Http404  # no column could hold it
            _admit(request, slug, permissions)
            if needs_second_factor(request, request.access):
                return redirect("mfa_index")
            try:
                return view(request, **ids)
            except NotThere:
                raise Http404 from None

        # Tests go through every view and ask what guards it.
        guarded.permissions = (Permission.SEE_DESK, *permissions)  # type: ignore[attr-defined]
        return guarded

    return decorate


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    keep_typed(request)
    return redirect(f"{reverse('account_login')}?next={quote(request.get_full_path())}")


def _admit(request: Any, slug: str, permissions: tuple[Permission, ...]) -> None:
    partnership = partnership_by_slug(slug)
    if partnership is None:
        raise Http404
    held = access(request.user, partnership)
    if not all(held.may(permission) for permission in (Permission.SEE_DESK, *permissions)):
        raise Http404
    request.partnership, request.access = partnership, held
