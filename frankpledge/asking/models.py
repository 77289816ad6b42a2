"""Doors without an account, and the letters that carry them."""

from django.db import models
from django.db.models import Q

from frankpledge.partnership.models import Partnership


class Link(models.Model):
    """A door for one holder to one thing. The room that knows the thing says what it opens."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="links")
    opens = models.CharField(max_length=64)  # 'request:12'
    holder = models.CharField(max_length=200)  # whom it was made for, in words
    nonce = models.CharField(max_length=32)  # what is signed is this; the signature is kept nowhere
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.CharField(max_length=160)
    # Fetching a page is nothing: mail scanners do that. These tell that Start was pressed.
    first_opened_at = models.DateTimeField(null=True, blank=True)
    last_opened_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)  # what it opened is closed
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.CharField(max_length=160, blank=True)
    revoked_why = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["partnership", "opens"], name="link_opens")]
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True) | ~Q(revoked_by=""), name="link_revoked_by"
            )
        ]

    @property
    def is_revoked(self) -> bool:
        return self.revoked_at is not None

    @property
    def is_live(self) -> bool:
        return self.revoked_at is None and self.ended_at is None


class Letter(models.Model):
    """One message to one address: made in the transaction that wants it, posted afterwards.

    The state moves by conditional update only, so that however many workers run, one of them
    posts it. A worker that is killed while posting leaves 'posting', which in time is 'unknown'.
    """

    STATES = [
        ("waiting", "Waiting to be sent"),
        ("posting", "Being sent"),
        ("sent", "Sent"),
        ("refused", "Refused by the mail server"),
        ("unknown", "Not known whether sent"),
        ("bounced", "Came back"),
        ("called-off", "Not sent: no longer needed"),
    ]

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="letters")
    # The same thing is never sent twice: 'request:12:remind:2026-10-13'.
    key = models.CharField(max_length=120, unique=True)
    about = models.CharField(max_length=64)  # 'request:12'
    kind = models.CharField(max_length=32)  # 'ask', 'remind', 'passed-on', 'question', 'told'
    link = models.ForeignKey(
        Link, null=True, blank=True, on_delete=models.PROTECT, related_name="letters"
    )
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()  # with {link} where the address of the link goes
    encloses = models.CharField(max_length=32, blank=True)  # made when it is posted: 'workbook'
    state = models.CharField(max_length=12, choices=STATES, default="waiting")
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True, blank=True)
    tried_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    said = models.CharField(max_length=300, blank=True)  # what the mail server answered
    bounced_by = models.CharField(max_length=160, blank=True)  # who marked it so, by hand
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.CharField(max_length=160)

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["partnership", "about"], name="letter_about"),
            models.Index(fields=["state", "not_before"], name="letter_waiting"),
        ]
