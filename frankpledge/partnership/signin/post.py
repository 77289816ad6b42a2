"""Mail that is sent after the page has been answered, so that no mail server is waited for."""

from django.core.mail import send_mail
from django_tasks import task


@task()
def post(subject: str, body: str, to: str, *, hold_back: bool = False) -> None:
    # For an address nobody signs in with the same is done but the sending, so that neither the
    # page nor the time it takes tells who has an account.
    if not hold_back:
        send_mail(subject, body, None, [to])
