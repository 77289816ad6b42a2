"""Mail that is sent after the page has been answered, so that no mail server is waited for."""

from datetime import timedelta

from django.core.mail import send_mail
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

KEPT = timedelta(hours=1)  # longer than any code or link can be used


@task()
def post(subject: str, body: str, to: str, *, hold_back: bool = False) -> None:
    # For an address nobody signs in with the same is done but the sending, so that neither the
    # page nor the time it takes tells who has an account.
    if not hold_back:
        send_mail(subject, body, None, [to])
    forget_the_sent()


def forget_the_sent() -> None:
    """The queue holds what was mailed, codes among it: once it is done with, it goes."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT).delete()
