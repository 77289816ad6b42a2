"""Rows that hold between two dates. An open end is still running."""

import datetime
from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils import timezone


def today() -> datetime.date:
    return timezone.localdate()


Row = TypeVar("Row", bound=models.Model)


class DatedQuerySet(models.QuerySet[Row]):
    def on(self, day: datetime.date) -> Self:
        started = Q(starts__isnull=True) | Q(starts__lte=day)
        running = Q(ends__isnull=True) | Q(ends__gte=day)
        return self.filter(started & running)

    def current(self) -> Self:
        return self.on(today())


class Dated(models.Model):
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(starts__isnull=True)
                | Q(ends__isnull=True)
                | Q(ends__gte=models.F("starts")),
                name="%(app_label)s_%(class)s_ends_after_start",
                violation_error_message="The end must not be before the start.",
            )
        ]

    def runs_on(self, day: datetime.date) -> bool:
        return (self.starts is None or self.starts <= day) and (
            self.ends is None or self.ends >= day
        )

    @property
    def is_current(self) -> bool:
        return self.runs_on(today())

    @property
    def is_over(self) -> bool:
        return self.ends is not None and self.ends < today()
