"""What was mailed is not kept: the queue holds codes, and they go once they are done with."""

from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from frankpledge.partnership.signin.post import KEPT, post

IN_THE_DATABASE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.mark.django_db
@override_settings(TASKS=IN_THE_DATABASE)
def test_a_mail_that_was_sent_leaves_the_queue() -> None:
    for _ in range(2):
        post.enqueue("Your code", "123 456", "ann@example.org")
    old, waiting = DBTaskResult.objects.order_by("enqueued_at")
    DBTaskResult.objects.filter(pk=old.pk).update(
        status="SUCCESSFUL", finished_at=timezone.now() - KEPT - timedelta(minutes=1)
    )
    post.call("Another", "654 321", "bob@example.org")
    assert [row.pk for row in DBTaskResult.objects.all()] == [waiting.pk]
