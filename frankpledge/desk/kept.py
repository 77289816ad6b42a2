"""What somebody typed when their session had ended: nothing of it is lost.

The form goes with a signed mark of who was typing. If the session is gone when it is sent, what
was typed waits in the new session and is given back once the same person has signed in.
"""

from typing import Any

from django.core import signing
from django.http import HttpRequest, QueryDict

SALT = "frankpledge.desk.kept"
SESSION_KEY = "kept-typed"
MARK = "typed_by"
MOST = 200_000  # characters; a form of the desk is never longer
HIDDEN = {"csrfmiddlewaretoken", MARK}


def mark_for(account_id: int) -> str:
    """The hidden field that says who is typing."""
    return signing.dumps(account_id, salt=SALT)


def keep_typed(request: HttpRequest) -> None:
    typed = request.POST.urlencode() if request.method == "POST" else ""
    if typed and len(typed) <= MOST:
        request.session[SESSION_KEY] = {"path": request.get_full_path(), "typed": typed}


def given_back(request: Any) -> QueryDict | None:
    """What this person typed on this page before they were signed out, once."""
    kept = request.session.get(SESSION_KEY)
    if not kept or kept["path"] != request.get_full_path():
        return None
    del request.session[SESSION_KEY]
    typed = QueryDict(kept["typed"], mutable=True)
    if _typist(typed.get(MARK, "")) != request.user.pk:
        return None
    for name in HIDDEN:
        typed.pop(name, None)
    return typed


def _typist(mark: str) -> int | None:
    try:
        return int(signing.loads(mark, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None
