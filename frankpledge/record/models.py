"""The record: append-only lines, chained per partnership, and the freezes made from it.

No foreign keys lead out of here, so that keeping the record never stands in the way of live rows
and a line outlives whatever it tells of.
"""

from typing import Any, NoReturn

from django.db import models

HOST = "host"  # the chain of everything that belongs to no partnership


class Immutable(Exception):
    """What is on the record is followed, never edited or deleted."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Immutable("The record is only ever added to.")

    update = _refuse
    delete = _refuse
    bulk_update = _refuse


class AppendOnly(models.Model):
    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None and not self._state.adding:
            raise Immutable("The record is only ever added to.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Immutable("The record is only ever added to.")


class Chain(models.Model):
    """Where each partnership's chain stands. Its row is locked while a line is added."""

    key = models.CharField(max_length=64, unique=True)
    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)


class Line(AppendOnly):
    chain = models.CharField(max_length=64)
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by_id = models.CharField(max_length=64, blank=True)
    verb = models.CharField(max_length=64)
    subject_kind = models.CharField(max_length=32)
    subject_id = models.CharField(max_length=64, blank=True)
    # content: who, what, old, new, why. Everything in it may be withdrawn by law.
    content = models.JSONField()
    salts = models.JSONField()
    content_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "number"], name="line_once")]
        indexes = [
            models.Index(fields=["chain", "subject_kind", "subject_id"], name="line_subject"),
            models.Index(fields=["chain", "at"], name="line_at"),
        ]
        ordering = ["chain", "number"]

    @property
    def by(self) -> str:
        return text_or_withdrawn(self.content.get("by", ""))

    @property
    def what(self) -> str:
        return text_or_withdrawn(self.content.get("what", ""))

    @property
    def why(self) -> str:
        return text_or_withdrawn(self.content.get("why", ""))


class Freeze(AppendOnly):
    """A named, versioned, hashed document. Everything published comes from one."""

    chain = models.CharField(max_length=64)
    kind = models.CharField(max_length=32)
    subject_id = models.CharField(max_length=64)
    version = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    at = models.DateTimeField()
    by_id = models.CharField(max_length=64, blank=True)
    by_name = models.CharField(max_length=200, blank=True)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["chain", "kind", "subject_id", "version"], name="freeze_once"
            )
        ]
        ordering = ["chain", "kind", "subject_id", "version"]


class Section(AppendOnly):
    freeze = models.ForeignKey(Freeze, on_delete=models.PROTECT, related_name="sections")
    name = models.CharField(max_length=64)
    form = models.PositiveIntegerField(default=1)  # the version of the section's own layout
    body = models.JSONField()
    salts = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["freeze", "name"], name="section_once")]


def text_or_withdrawn(value: Any) -> str:
    return value if isinstance(value, str) else "(withdrawn by law)"
