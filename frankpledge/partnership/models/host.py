"""What belongs to the host and is shared by its partnerships: areas, organisations, people."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class Area(models.Model):
    KINDS = [
        ("county", "County"),
        ("district", "District"),
        ("ward", "Ward"),
        ("msoa", "MSOA"),
        ("lsoa", "LSOA"),
    ]

    code = models.CharField(max_length=16)
    kind = models.CharField(max_length=16, choices=KINDS)
    vintage = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT)
    # Districts merge into unitaries: what was counted in the old one is kept under its old code.
    followed_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "vintage"], name="area_once")]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    KINDS = [
        ("council", "Council"),
        ("police", "Police"),
        ("fire", "Fire and rescue"),
        ("health", "Health"),
        ("probation", "Probation"),
        ("oversight", "Local policing body"),
        ("charity", "Charity or voluntary group"),
        ("housing", "Housing provider"),
        ("education", "School, college or university"),
        ("business", "Business or traders"),
        ("other", "Other"),
    ]

    name = models.CharField(max_length=160, unique=True)
    short_name = models.CharField(max_length=60, blank=True)
    aliases = models.JSONField(default=list, blank=True)
    kind = models.CharField(max_length=16, choices=KINDS)
    opened = models.DateField(null=True, blank=True)
    closed = models.DateField(null=True, blank=True)
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        return self.short_name or self.name


class Person(models.Model):
    """A name and where they work. How to reach them is each partnership's own (Contact)."""

    name = models.CharField(max_length=120)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="people"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class AccountManager(BaseUserManager["Account"]):
    def get_queryset(self) -> "models.QuerySet[Account]":
        # Whoever is signed in is named on every page.
        return super().get_queryset().select_related("person")

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """What somebody signs in with. No password is ever set."""

    email = models.EmailField(unique=True)  # always in small letters
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="account")
    is_active = models.BooleanField(default=True)
    is_host = models.BooleanField(default=False)  # keeps the whole installation
    made_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = AccountManager()

    def __str__(self) -> str:
        return self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.strip().lower()
        if not self.password:
            self.set_unusable_password()
        super().save(*args, **kwargs)

    @property
    def record_id(self) -> str:
        return f"account:{self.pk}"

    @property
    def record_name(self) -> str:
        return self.person.name
